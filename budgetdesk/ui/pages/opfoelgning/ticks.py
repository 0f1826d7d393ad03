"""What is expected now, ticked with one key: B paid as agreed, A another amount or day, I not paid."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk import formats
from budgetdesk.actions import follow_up
from budgetdesk.casework.record import Record
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _, kept
from budgetdesk.planning.follow_up import Followed, PaymentState
from budgetdesk.planning.watch import Watched
from budgetdesk.ui import phrases
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.opfoelgning.entering import after_enter
from budgetdesk.ui.widgets.cards import Card, Rows, form_grid, row
from budgetdesk.ui.widgets.fields import AmountEdit, DateEdit, LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Chip, InlineError, Tone, Words, button, set_shown
from budgetdesk.wording import follow_up as words

HINT = N_("Med tasterne: B betalt som aftalt, A et andet beløb eller en anden dag, I ikke betalt.")
TONES: dict[PaymentState, Tone] = {
    PaymentState.PAID: "accent",
    PaymentState.LATE: "",
    PaymentState.SHORT: "amber",
    PaymentState.MISSING: "amber",
    PaymentState.DOUBLE: "amber",
    PaymentState.AWAITED: "",
    PaymentState.NOT_DUE: "",
}


class TicksCard(Card):
    """What is due and open, and what comes next."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Er det betalt?"), _(HINT))
        self._page = page
        self.rows: Rows[str, TickRow] = Rows(self._row)
        self.nothing = Words(_("Der er ikke mere at vente på lige nu."), "muted")
        self.add(self.rows, self.nothing)

    def show_watched(self, seen: Watched) -> None:
        """Show what is open; rows that stay keep what is being typed."""
        lines = {line.expected.key: line for line in seen.progress.to_tick}
        self._lines = lines
        self.rows.show_items(lines)
        for key, line in lines.items():
            self.rows.rows[key].show_line(line)
        set_shown(self.nothing, not lines)

    def _row(self, key: str) -> TickRow:
        return TickRow(self._page, self._lines[key], partial(self._done, key))

    def _done(self, key: str, label: str, record: Record) -> None:
        """Save, and put the keyboard on the row that follows."""
        keys = list(self.rows.rows)
        after = keys[keys.index(key) + 1 :] if key in keys else []
        self._page.change(label, record)
        there = next((k for k in after if k in self.rows.rows), None) or next(iter(self.rows.rows), None)
        if there is not None:
            self.rows.rows[there].paid.setFocus()


class TickRow(QWidget):
    """One expected payment with its three answers."""

    def __init__(self, page: Page, line: Followed, done: Callable[[str, Record], object]) -> None:
        super().__init__()
        self._page, self._line, self._tell = page, line, done
        self._name = words.name(line.expected)
        self.title, self.told = Words(self._name, "strong"), Words("", "small")
        self.paid = button(_("Betalt"), self.tick, name=_("{name}: betalt som aftalt").format(name=self._name))
        self.other = button(
            _("Andet …"), self.open_other, name=_("{name}: andet beløb eller anden dag").format(name=self._name)
        )
        self.unpaid = button(
            _("Ikke betalt"), self.say_unpaid, role="quiet", name=_("{name}: ikke betalt").format(name=self._name)
        )
        self.fields = _Other(page, self._take_other, self._close_other)
        self.fields.hide()
        for each, key in ((self.paid, "B"), (self.other, "A"), (self.unpaid, "I")):
            each.setToolTip(_("Tast {key}").format(key=key))
        self._lay_out()
        self.show_line(line)

    def show_line(self, line: Followed) -> None:
        """Show how it stands today."""
        self._line = line
        parts = [phrases.kroner_and_oere(line.expected.amount), words.state(line, self._page.desk.today)]
        self.told.setText(f"{phrases.day(line.expected.due)} · {' · '.join(parts)}")
        set_shown(self.unpaid, line.state is not PaymentState.NOT_DUE)

    def tick(self) -> None:
        """Paid as agreed: what is left of it, on its day; ahead of it, today."""
        today, expected = self._page.desk.today, self._line.expected
        day = min(today, expected.last_day)
        self._do("betalt", lambda r: follow_up.tick(r, expected, paid_on=day, amount=self._line.left))

    def say_unpaid(self) -> None:
        """Asked, and not paid; ahead of its day there is nothing to ask about."""
        if self._line.state is PaymentState.NOT_DUE:
            return
        today, expected = self._page.desk.today, self._line.expected
        self._do(_("ikke betalt"), lambda r: follow_up.not_paid(r, expected, on=today))

    def open_other(self) -> None:
        """Amount and day in one's own words."""
        self.fields.begin(self._line)
        self.fields.show()
        self.fields.amount.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """B, A and I while one of the row's buttons has the keyboard; a field keeps its letters."""
        acts = {Qt.Key.Key_B: self.tick, Qt.Key.Key_A: self.open_other, Qt.Key.Key_I: self.say_unpaid}
        act = acts.get(Qt.Key(event.key())) if not event.modifiers() and not self.fields.isVisible() else None
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _take_other(self) -> None:
        fields, expected = self.fields, self._line.expected
        try:
            amount, day, note = fields.amount.value(), fields.day.value(), fields.note.value()
            record = follow_up.tick(
                self._page.record, expected, paid_on=day or self._page.desk.today, amount=amount, note=note
            )
        except BudgetDeskError as error:
            fields.problem.say(str(error))
            return
        fields.hide()
        self._tell(f"{self._name}: {formats.kroner(amount) if amount else 'betalt'}", record)

    def _close_other(self) -> None:
        self.fields.hide()
        self.other.setFocus()

    def _do(self, what: str, act: Callable[[Record], Record]) -> None:
        self._page.place.binder.flush()
        self._tell(f"{self._name}: {what}", act(self._page.record))

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.told)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addLayout(texts, 1)
        for each in (self.paid, self.other, self.unpaid):
            across.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.addLayout(across)
        box.addWidget(self.fields)


class _Other(QWidget):
    """Amount, day and a note."""

    def __init__(self, page: Page, take: Callable[[], object], leave: Callable[[], object]) -> None:
        super().__init__()
        self._today = page.desk.today
        self.amount, self.day, self.note = AmountEdit(), DateEdit(page.desk.today), LineEdit(_("Fx aftalt på telefon"))
        self.problem = InlineError()
        for field in (self.amount, self.day, self.note):
            after_enter(field.line, take)
        labelled = [
            Labelled(_("Beløb"), self.amount),
            Labelled(_("Betalt den"), self.day),
            Labelled(_("Note"), self.note),
        ]
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.addWidget(form_grid(labelled, 3, least=140))
        box.addWidget(self.problem)
        box.addLayout(row(button(_("Gem"), take), button(_("Annuller"), leave, role="quiet")))

    def begin(self, line: Followed) -> None:
        self.problem.say("")
        self.amount.show_value(line.left)
        self.day.show_value(min(self._today, line.expected.last_day))
        self.note.show_value("")


class LineList(Card):
    """Every payment of the plan, by day, with a way to take back what was ticked by mistake."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Hele planen"), _("Rater og husleje, mens planen løber."))
        self._page = page
        self._lines: dict[str, Followed] = {}
        self.rows: Rows[str, _LineRow] = Rows(self._row)
        self.add(self.rows)

    def show_watched(self, seen: Watched) -> None:
        """Show all lines."""
        self._lines = {line.expected.key: line for line in seen.progress.lines}
        self.rows.show_items(self._lines)
        for key, line in self._lines.items():
            self.rows.rows[key].show_line(line)

    def _row(self, key: str) -> _LineRow:
        return _LineRow(self._page, self._lines[key])


class _LineRow(QWidget):
    def __init__(self, page: Page, line: Followed) -> None:
        super().__init__()
        self._page, self._line = page, line
        self.title, self.told, self.mark = Words(words.title(line.expected)), Words("", "small"), Chip()
        self.drop = button(
            _("Fjern"),
            self._drop,
            role="quiet",
            name=_("Fjern betalingen på {name}").format(name=words.name(line.expected)),
        )
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self.title)
        texts.addWidget(self.told)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 6, 0, 6)
        across.addLayout(texts, 1)
        across.addWidget(self.mark)
        across.addWidget(self.drop)
        self.show_line(line)

    def show_line(self, line: Followed) -> None:
        self._line = line
        today = self._page.desk.today
        said = f"{phrases.day(line.expected.due, year=True)} · {formats.kroner(line.expected.amount)}"
        if line.paid and line.paid != line.expected.amount:
            said += _(" · betalt {paid}").format(paid=formats.kroner(line.paid))
        self.told.setText(said)
        self.mark.show_word(words.state(line, today), TONES[line.state])
        set_shown(self.drop, bool(line.payments))

    def _drop(self) -> None:
        last = follow_up.last_payment(self._line)
        if last is not None:
            name = words.name(self._line.expected)
            self._page.change(
                kept(N_("Fjern betalingen på {name}"), name=name), follow_up.untick(self._page.record, last.id)
            )
