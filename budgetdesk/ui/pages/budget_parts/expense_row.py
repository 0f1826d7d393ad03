"""One line of expense: title, amount, how often, when, evidence, need, and what it costs a month."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.budget.month_row import MonthRow
from budgetdesk.household.case import Expense
from budgetdesk.i18n import N_, _, kept, source_of, translated
from budgetdesk.ui import answers, phrases, theme
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.budget_parts.rhythms import RHYTHMS
from budgetdesk.ui.pages.budget_parts.spot import Spot
from budgetdesk.ui.widgets.cards import form_grid, row
from budgetdesk.ui.widgets.choices import ChipChoice, Tick
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import AmountEdit, DateEdit, LineEdit, amount_text
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.pay_day import PayDayEdit
from budgetdesk.ui.widgets.plain import PlainChoice
from budgetdesk.ui.widgets.wide_row import PLAIN_EDGE, SPACE, WideHead, WideRow
from budgetdesk.ui.widgets.words import Words, button, set_look, set_shown
from budgetdesk.wording.month_notes import note_said

WIDE_FROM = 880
AMOUNT, RHYTHM, DAY, EVIDENCE, NEED, MONTH, MORE = 104, 92, 170, 76, 106, 76, 54
MIDDLE = DAY + EVIDENCE + NEED + 2 * SPACE


def expense_head(title: str) -> WideHead:
    """The name of a group, and the quiet headings over the columns of expenses."""
    return WideHead(
        [(title, -1), (_(">beløb"), AMOUNT), (_(" hver"), RHYTHM)],
        [(_(" betales"), DAY), (_("bilag"), EVIDENCE), (_("behov"), NEED)],
        [(_(">kr./måned"), MONTH), ("", MORE)],
        wide_from=WIDE_FROM,
    )


class TitleCell(QWidget):
    """The name of a line, and a quiet sentence under it where there is something to say."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = Words(title)
        self._note: Words | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(1)
        self._box.addWidget(self.title)

    @property
    def note(self) -> Words:
        """The quiet sentence; most lines have none."""
        if self._note is None:
            self._note = Words("", "small")
            self._box.addWidget(self._note)
        return self._note

    def show_words(self, title: str, note: str) -> None:
        self.title.setText(title)
        if note or self._note is not None:
            self.note.setText(note)
            set_shown(self.note, bool(note))


class ExpenseRow(WideRow):
    """A line one can type in. While it is empty only name, amount and rhythm are there."""

    def __init__(self, page: Page, spot: Spot, enter: Callable[[], object], another: Callable[[Spot], object]) -> None:
        self._page, self.spot = page, spot
        self._another = another
        line = spot.line
        self.words = TitleCell(line.title)
        self.amount = AmountEdit(width=AMOUNT)
        self.rhythm = PlainChoice(translated(RHYTHMS))
        self.month = _figure()
        self.more = button(_("Mere"), self.unfold, role="quiet", name=_("Mere om {title}").format(title=line.title))
        super().__init__(
            [(self.words, -1), (self.amount, AMOUNT), (self.rhythm, RHYTHM)],
            [],
            [(self.month, MONTH), (self.more, MORE)],
            wide_from=WIDE_FROM,
            middle_room=MIDDLE,
        )
        self._in_use = False
        self._help: Words | None = None
        self.details: QWidget | None = None
        self._tie(self.amount, "amount", _("beløb"))
        self._tie(self.rhythm, "rhythm", _("hvor ofte"))
        self.amount.line.returnPressed.connect(enter)
        if line.help:
            self.amount.line.setToolTip(line.help)
            self.amount.entered.connect(self._help_while_typing)
            self.amount.line.left.connect(self._help_while_typing)

    # showing

    def refresh(self, shown: MonthRow | None, expense: Expense | None) -> None:
        """What follows from the row; `shown` is None while nothing is typed."""
        there = expense is not None
        if there:
            self._come_into_use()
        for widget in (self.middle, self.more):
            set_shown(widget, there)
        self.month.setText(phrases.whole_kroner(shown.per_month) if shown else "")
        set_look(self.month, role="strong" if shown is None or shown.counts else "muted")
        title = (expense.label if expense else "") or self.spot.line.title
        self.words.show_words(title, _note(self.spot, shown, expense))

    def unfold(self) -> None:
        """Show or hide what is seldom needed: name, note, days, the tenant's lock, and removing."""
        if self.details is None:
            self.details = self._details()
            self.box.addWidget(self.details)
            shown = True
        else:
            shown = not self.details.isVisibleTo(self)
        self.details.setVisible(shown)
        self.more.setText(_("Mindre") if shown else _("Mere"))

    @property
    def help(self) -> Words:
        """Where the figure is found; seen while one types the amount."""
        if self._help is None:
            self._help = Words(self.spot.line.help, "small")
            self._help.hide()
            self.box.insertWidget(2, self._help)
        return self._help

    def _help_while_typing(self) -> None:
        set_shown(self.help, self.amount.line.hasFocus())

    # making

    def _come_into_use(self) -> None:
        """Make what only a line with an amount needs: when it is paid, evidence, need."""
        if self._in_use:
            return
        self._in_use = True
        spot = self.spot
        self.day = PayDayEdit(self._page.desk.today, usual=spot.line.pays_on, plain=True)
        self.evidence = ChipChoice(translated(answers.EVIDENCE), answers.EVIDENCE_TONES)
        self.need = ChipChoice(translated(answers.NEEDS), answers.NEED_TONES)
        self._tie(self.day, "pays_on", _("betales"))
        self._tie(self.evidence, "evidence", _("bilag"))
        self._page.place.binder.bind_with(
            spot.path("need"), self.need, self._label(_("behov")), spot.need, spot.put_need
        )
        self.fill_middle([(self.day, DAY), (self.evidence, EVIDENCE), (self.need, NEED)])

    def _tie(self, editor: Editor, name: str, label: str) -> Editor:
        spot = self.spot
        return self._page.place.binder.bind_with(
            spot.path(name), editor, self._label(label), spot.get(name), spot.put(name)
        )

    def _label(self, what: str) -> str:
        return f"{self.spot.line.title}, {what}"

    def _details(self) -> QWidget:
        spot, today = self.spot, self._page.desk.today
        self.label_field = Labelled(_("Navn på linjen"), self._tie(LineEdit(spot.line.title), "label", _("navn")))
        lock = Tick(_("Låst af lejeren"))
        self._page.place.binder.bind_with(
            spot.path("locked"), lock, self._label(_("låst af lejeren")), spot.get("locked"), spot.put_locked
        )
        fields: list[QWidget] = [
            self.label_field,
            Labelled(_("Bemærkning"), self._tie(LineEdit(), "note", _("bemærkning"))),
            Labelled(_("Lejerens ord"), lock, _("Det, lejeren har låst, bliver stående.")),
            Labelled(_("Gælder fra"), self._tie(DateEdit(today), "start", _("gælder fra"))),
            Labelled(_("Gælder til"), self._tie(DateEdit(today), "end", _("gælder til"))),
        ]
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 4, 0, theme.GAP)
        box.setSpacing(12)
        box.addWidget(form_grid(fields, 3, least=190))
        title = spot.line.title
        box.addLayout(
            row(
                button(
                    _("En linje mere af samme slags"),
                    lambda: self._another(spot),
                    name=_("En linje mere: {title}").format(title=title),
                ),
                button(_("Fjern linjen"), self._remove, name=_("Fjern linjen {title}").format(title=title)),
            )
        )
        return holder

    def _remove(self) -> None:
        self._page.change(
            kept(N_("Fjern {title}"), title=source_of(self.spot.line.title).lower()),
            self.spot.without(self._page.record),
        )


class OwnedRow(WideRow):
    """A line whose amount stands on another page: shown, not typed, with the way there."""

    def __init__(self, go: Callable[[], object] | None, where: str, title: str) -> None:
        self.words = TitleCell(title)
        self.amount = _figure(strong=False)
        self.rhythm = Words("", "")
        self.rhythm.setContentsMargins(PLAIN_EDGE, 0, 0, 0)
        self.link = LinkButton(where, go) if go else None
        self.month = _figure()
        blank = QWidget()
        blank.setFixedWidth(MORE)
        way = QWidget()
        inside = QHBoxLayout(way)
        inside.setContentsMargins(PLAIN_EDGE - 2, 0, 0, 0)
        if self.link is not None:
            inside.addWidget(self.link)
        super().__init__(
            [(self.words, -1), (self.amount, AMOUNT), (self.rhythm, RHYTHM)],
            [(way, MIDDLE)],
            [(self.month, MONTH), (blank, MORE)],
            wide_from=WIDE_FROM,
        )
        self.middle.setVisible(self.link is not None)

    def refresh(self, shown: MonthRow) -> None:
        self.words.show_words(shown.title, shown.note)
        self.amount.setText(amount_text(shown.amount) if shown.amount is not None else "")
        self.rhythm.setText(dict(translated(RHYTHMS))[shown.rhythm])
        self.month.setText(phrases.whole_kroner(shown.per_month))
        set_look(self.month, role="strong" if shown.counts else "muted")


def _figure(*, strong: bool = True) -> Words:
    words = Words("", "strong" if strong else "", wrap=False)
    words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return words


def _note(spot: Spot, shown: MonthRow | None, expense: Expense | None) -> str:
    """The line's own name under a label, the lock, and the note."""
    parts = []
    if expense and expense.label and expense.label != spot.line.title:
        parts.append(spot.line.title)
    if expense and expense.locked:
        parts.append(_("låst af lejeren"))
    if shown and shown.note:
        parts.append(note_said(shown.note))
    return " · ".join(parts)
