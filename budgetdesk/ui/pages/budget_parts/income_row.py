"""One row of income: whose, what kind, how much, before or after tax, when, and whether it is granted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.budget.month_row import MonthRow
from budgetdesk.household import paths
from budgetdesk.household.case import Income
from budgetdesk.household.words import Status, Tax
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import answers, phrases, theme
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.budget_parts.expense_row import AMOUNT, MONTH, MORE, RHYTHM, TitleCell
from budgetdesk.ui.pages.budget_parts.rhythms import RHYTHMS
from budgetdesk.ui.widgets.cards import form_grid, row
from budgetdesk.ui.widgets.choices import ChipChoice, ListChoice, Options
from budgetdesk.ui.widgets.fields import AmountEdit, DateEdit, LineEdit
from budgetdesk.ui.widgets.pay_day import PayDayEdit
from budgetdesk.ui.widgets.plain import PlainChoice
from budgetdesk.ui.widgets.wide_row import WideHead, WideRow
from budgetdesk.ui.widgets.words import Tone, Words, button, set_look
from budgetdesk.wording.month_notes import note_said

STATUS_TONES: dict[Status | None, Tone] = {Status.GRANTED: "accent", Status.APPLIED: "amber", Status.HOPED: "violet"}
TAXES: Options = ((Tax.NET, N_("udbetalt")), (Tax.GROSS, N_("før skat")))
WIDE_FROM = 1060
TAX, DAY, EVIDENCE, STATUS = 80, 164, 76, 90


def income_head(title: str) -> WideHead:
    """The quiet headings over the columns of income."""
    return WideHead(
        [(title, -1), (_(">beløb"), AMOUNT), (_(" er"), TAX), (_(" hver"), RHYTHM)],
        [(_(" kommer"), DAY), (_("bilag"), EVIDENCE), (_("status"), STATUS)],
        [(_(">kr./måned"), MONTH), ("", MORE)],
        wide_from=WIDE_FROM,
    )


class IncomeRow(WideRow):
    """One income. Before tax, a second line asks for what is paid out: that is what the budget counts."""

    def __init__(self, page: Page, income_id: str, enter: Callable[[], object]) -> None:
        self._page, self._path = page, f"case.income[{income_id}]"
        self.words = TitleCell("")
        self.amount = AmountEdit(width=AMOUNT)
        self.tax = PlainChoice(translated(TAXES))
        self.rhythm = PlainChoice(translated(RHYTHMS))
        self.day = PayDayEdit(page.desk.today, usual=self._usual_day(), plain=True)
        self.evidence = ChipChoice(translated(answers.EVIDENCE), answers.EVIDENCE_TONES)
        self.status = ChipChoice(translated(answers.STATUSES), STATUS_TONES)
        self.month = Words("", "strong", wrap=False)
        self.month.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.more = button(_("Mere"), self.unfold, role="quiet")
        super().__init__(
            [(self.words, -1), (self.amount, AMOUNT), (self.tax, TAX), (self.rhythm, RHYTHM)],
            [(self.day, DAY), (self.evidence, EVIDENCE), (self.status, STATUS)],
            [(self.month, MONTH), (self.more, MORE)],
            wide_from=WIDE_FROM,
        )
        self._bind()
        self.paid_out = AmountEdit(width=AMOUNT)
        self.paid_line = self._paid_line()
        self.details: QWidget | None = None
        for line in (self.amount, self.paid_out):
            line.line.returnPressed.connect(enter)

    def refresh(self, shown: MonthRow | None) -> None:
        income = self._income()
        if income is None:
            return
        kind = self._page.desk.library.chart.incomes[income.kind]
        note = " · ".join(
            part for part in (self._whose(income), note_said(shown.note if shown else income.note)) if part
        )
        self.words.show_words(kind.title, note)
        self.amount.line.setToolTip(kind.help)
        self.more.setAccessibleName(_("Mere om {title}").format(title=kind.title))
        self.paid_line.setVisible(income.tax is Tax.GROSS)
        self.month.setText(phrases.whole_kroner(shown.per_month) if shown else "")
        set_look(self.month, role="strong" if shown and shown.counts else "muted")

    def unfold(self) -> None:
        """Show or hide whose it is, the kind, the note, the days, and removing."""
        if self.details is None:
            self.details = self._details()
            self.box.addWidget(self.details)
            shown = True
        else:
            shown = not self.details.isVisibleTo(self)
        self.details.setVisible(shown)
        self.more.setText(_("Mindre") if shown else _("Mere"))

    def _income(self) -> Income | None:
        return next((i for i in self._page.record.case.income if self._path.endswith(f"[{i.id}]")), None)

    def _usual_day(self) -> str:
        income = self._income()
        return self._page.desk.library.chart.incomes[income.kind].pays_on if income else ""

    def _whose(self, income: Income) -> str:
        return next((p.name.split()[0] for p in self._page.record.case.persons if p.id == income.person and p.name), "")

    def _bind(self) -> None:
        page, path = self._page, self._path
        for editor, name, label in (
            (self.amount, "amount", _("Indtægt, beløb")),
            (self.tax, "tax", _("Før eller efter skat")),
            (self.rhythm, "rhythm", _("Indtægt, hvor ofte")),
            (self.day, "pays_on", _("Indtægt, kommer den")),
            (self.evidence, "evidence", _("Indtægt, bilag")),
            (self.status, "status", _("Indtægt, status")),
        ):
            page.bind(f"{path}.{name}", editor, label)

    def _paid_line(self) -> QWidget:
        """Under the amount before tax: what lands in the account."""
        page, path = self._page, self._path
        page.bind(f"{path}.paid_out", self.paid_out, _("Det, der bliver udbetalt"))
        pension = AmountEdit(width=AMOUNT)
        page.bind(f"{path}.atp_and_pension", pension, _("ATP og egen pension"))
        pension.line.setToolTip(_("Står på lønsedlen. Bruges kun til boligstøtte."))
        self.paid_out.line.setToolTip(_("Det, der lander på kontoen. Det er det, budgettet regner med."))
        holder = QWidget()
        across = row(
            Words(_("Udbetalt, efter skat"), "small", wrap=False),
            self.paid_out,
            Words(_("  ATP og egen pension"), "small", wrap=False),
            pension,
        )
        holder.setLayout(across)
        self.box.addWidget(holder)
        return holder

    def _details(self) -> QWidget:
        page, path, today = self._page, self._path, self._page.desk.today
        people: Options = [(p.id, p.name or dict(translated(answers.ROLES))[p.role]) for p in page.record.case.persons]
        kinds: Options = [(k.kind, k.title) for k in page.desk.library.chart.incomes.values()]
        fields: list[QWidget] = [
            page.field(_("Hvem får den?"), f"{path}.person", ListChoice(people, unknown=_("Vælg"))),
            page.field(_("Slags"), f"{path}.kind", ListChoice(kinds)),
            page.field(_("Bemærkning"), f"{path}.note", LineEdit()),
            page.field(_("Mindst"), f"{path}.min", AmountEdit(), _("Hvis beløbet svinger.")),
            page.field(_("Gælder fra"), f"{path}.start", DateEdit(today)),
            page.field(_("Gælder til"), f"{path}.end", DateEdit(today)),
        ]
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 4, 0, theme.GAP)
        box.setSpacing(12)
        box.addWidget(form_grid(fields, 3, least=190))
        box.addLayout(row(button(_("Fjern indtægten"), self._remove)))
        return holder

    def _remove(self) -> None:
        self._page.change(_("Fjern indtægt"), paths.remove(self._page.record, self._path))
