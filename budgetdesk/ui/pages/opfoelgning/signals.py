"""What is worth a call, each with what to do, and a way to let it rest until a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions import follow_up
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import _
from budgetdesk.planning.bank_matches import BankMatch
from budgetdesk.planning.signals import Hushed, Signal
from budgetdesk.planning.watch import Watched
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.opfoelgning.entering import after_enter
from budgetdesk.ui.widgets.cards import Card, Rows, form_grid, row
from budgetdesk.ui.widgets.fields import DateEdit, LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import InlineError, Words, button, set_shown
from budgetdesk.wording import follow_up as words

USUAL = timedelta(days=14)
"""How long a signal rests, where nobody says another day."""


class SignalsCard(Card):
    """Signals, the most pressing first; below them those that rest."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Det er værd at spørge om"), tone="amber")
        self._page = page
        self._signals: dict[str, Signal] = {}
        self._hushed: dict[str, Hushed] = {}
        self.rows: Rows[str, SignalRow] = Rows(self._row)
        self.resting: Rows[str, _Resting] = Rows(self._rest)
        self.add(self.rows, self.resting)

    def show_watched(self, seen: Watched) -> None:
        """Show the signals; hidden while there are none."""
        self._signals = {one.key: one for one in seen.signals.loud}
        self._hushed = {one.signal.key: one for one in seen.signals.hushed}
        self.rows.show_items(self._signals)
        for key, one in self._signals.items():
            self.rows.rows[key].show_signal(one)
        self.resting.show_items(self._hushed)
        self.set_heading(_("Det er værd at spørge om") if self._signals else _("På pause"))
        self.set_tone("amber" if self._signals else "")
        set_shown(self, bool(self._signals or self._hushed))

    def _row(self, key: str) -> SignalRow:
        return SignalRow(self._page, self._signals[key])

    def _rest(self, key: str) -> _Resting:
        return _Resting(self._page, self._hushed[key])


class SignalRow(QWidget):
    """One signal."""

    def __init__(self, page: Page, signal: Signal) -> None:
        super().__init__()
        self._page, self._signal = page, signal
        self.said, self.do = Words("", "strong"), Words("", "muted")
        self.hush = button(_("Sæt på pause …"), self._open, role="quiet")
        self.fields = _Hush(page, self._take, self._close)
        self.fields.hide()
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.said)
        texts.addWidget(self.do)
        across = QHBoxLayout()
        across.addLayout(texts, 1)
        across.addWidget(self.hush, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.addLayout(across)
        box.addWidget(self.fields)
        self.show_signal(signal)

    def show_signal(self, signal: Signal) -> None:
        """Show what is seen today."""
        self._signal = signal
        said = words.signal(signal, self._page.desk.today)
        self.said.setText(said)
        self.do.setText(words.to_do(signal))
        self.hush.setAccessibleName(_("Sæt på pause: {said}").format(said=said))

    def _open(self) -> None:
        self.fields.begin()
        self.fields.show()
        self.fields.why.setFocus()

    def _close(self) -> None:
        self.fields.hide()
        self.hush.setFocus()

    def _take(self) -> None:
        page, fields = self._page, self.fields
        page.place.binder.flush()
        today = page.desk.today
        try:
            record = follow_up.silence(
                page.record,
                self._signal.key,
                until=fields.until.value() or today,
                by=fields.by.value(),
                why=fields.why.value(),
                on=today,
            )
        except BudgetDeskError as error:
            fields.problem.say(str(error))
            return
        fields.hide()
        page.change(_("Sæt et signal på pause"), record)


class _Hush(QWidget):
    """Who, until when, and why."""

    def __init__(self, page: Page, take: Callable[[], object], leave: Callable[[], object]) -> None:
        super().__init__()
        self._page = page
        self.why, self.until, self.by = LineEdit(_("Hvorfor?")), DateEdit(page.desk.today), LineEdit(_("Navn"))
        self.problem = InlineError()
        for field in (self.why, self.until, self.by):
            after_enter(field.line, take)
        labelled = [
            Labelled(_("Hvorfor"), self.why),
            Labelled(_("Til og med"), self.until),
            Labelled(_("Hvem"), self.by),
        ]
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.addWidget(form_grid(labelled, 3, least=140))
        box.addWidget(self.problem)
        box.addLayout(row(button(_("Sæt på pause"), take), button(_("Annuller"), leave, role="quiet")))

    def begin(self) -> None:
        self.problem.say("")
        self.why.show_value("")
        self.until.show_value(self._page.desk.today + USUAL)
        self.by.show_value(self._page.record.case.info.adviser)


class _Resting(QWidget):
    """A signal that rests, and the way back."""

    def __init__(self, page: Page, one: Hushed) -> None:
        super().__init__()
        today = page.desk.today
        said = words.signal(one.signal, today)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(Words(said))
        texts.addWidget(Words(words.hushed(one.by, today), "small"))
        back = button(
            _("Vis igen"),
            partial(self._speak, page, one.signal.key),
            role="quiet",
            name=_("Vis igen: {said}").format(said=said),
        )
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 8, 0, 8)
        across.addLayout(texts, 1)
        across.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)

    @staticmethod
    def _speak(page: Page, key: str) -> None:
        page.change(_("Vis et signal igen"), follow_up.speak(page.record, key))


class BankCard(Card):
    """Rows of the bank that look like payments: proposed, and ticked only when somebody says yes."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Fundet på kontoudtoget"), _("Det er et forslag. Intet er sat som betalt, før I siger ja."))
        self._page = page
        self._matches: dict[str, BankMatch] = {}
        self.rows: Rows[str, QWidget] = Rows(self._row)
        self.add(self.rows)

    def show_watched(self, seen: Watched) -> None:
        """Show the proposals; hidden while there are none."""
        found = {f"{one.row.id}:{','.join(each.key for each in one.pays)}": one for one in seen.matches}
        self._matches = found
        self.rows.show_items(found)
        set_shown(self, bool(found))

    def _row(self, key: str) -> QWidget:
        match = self._matches[key]
        said = words.match(match, self._page.desk.today)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(Words(said))
        texts.addWidget(Words(f"“{match.row.text}”", "small"))
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 8, 0, 8)
        across.addLayout(texts, 1)
        yes = button(_("Ja, det er den"), partial(self._take, match), name=_("Ja: {said}").format(said=said))
        no = button(_("Nej"), partial(self._refuse, match), role="quiet", name=_("Nej: {said}").format(said=said))
        across.addWidget(yes)
        across.addWidget(no)
        return holder

    def _take(self, match: BankMatch) -> None:
        self._page.change(_("Betalt, set på kontoudtoget"), follow_up.take_from_bank(self._page.record, match))

    def _refuse(self, match: BankMatch) -> None:
        page = self._page
        by = page.record.case.info.adviser
        record = follow_up.refuse_from_bank(page.record, match, by=by, on=page.desk.today)
        page.change(_("Posteringen er ikke en betaling på aftalen"), record)
