"""The page Budget: what comes in, what goes out, what is left each month."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.i18n import N_, _
from budgetdesk.ui.dialogs.paper_round import PAPER, open_paper_round
from budgetdesk.ui.dialogs.what_if import show_what_if
from budgetdesk.ui.pages.base import Command, Page, StepState
from budgetdesk.ui.pages.budget_parts.expenses import ExpensesPanel
from budgetdesk.ui.pages.budget_parts.incomes import IncomesPanel
from budgetdesk.ui.pages.budget_parts.lenses import LensesPanel
from budgetdesk.ui.pages.budget_parts.strips import BenefitStrip, RentQuestion
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.words import button

EXPENSES, INCOMES, LENSES = "udgifter", "indtaegter", "andre"


class BudgetPage(Page):
    """Expenses by the groups of the chart, income by row, and how others count."""

    key, step = "budget", N_("Budget")
    title = N_("Budget")
    subtitle = N_("Skriv beløbet, som det står på regningen. Programmet regner om til måneder.")

    commands = (
        Command(N_("Hvad nu hvis …"), "what_if"),
        Command(N_("Vis budget til at skrive i …"), "show_sheet"),
        Command(N_("Tast et udfyldt ark ind …"), "type_sheet"),
    )

    def build(self) -> None:
        self.sheet_lines: list[str] = []
        """What was typed from a sheet and is not taken in yet."""
        self.tabs = Choice(
            [(EXPENSES, _("Udgifter")), (INCOMES, _("Indtægter")), (LENSES, _("Sådan regner andre"))], role="tab"
        )
        self.tabs.name(_("Budgettets dele"))
        self.expenses = ExpensesPanel(self)
        self.incomes = IncomesPanel(self)
        self.lenses = LensesPanel()
        self.panels: dict[str, ExpensesPanel | IncomesPanel | LensesPanel] = {
            EXPENSES: self.expenses,
            INCOMES: self.incomes,
            LENSES: self.lenses,
        }
        self.question = RentQuestion(self)
        self.benefits = BenefitStrip(self)
        self.add_line = button(_("Tilføj linje ..."), self.expenses.choose_line)
        self.add(self._bar(), self.question, *self.panels.values(), self.benefits, self._paper())
        self.tabs.edited.connect(lambda: self.show_tab(self.tabs.value()))
        self.place.binder.anchor("case.expenses", self.add_line)
        self._turn_to(EXPENSES)

    def refresh(self, overview: Overview) -> None:
        self.question.refresh(self.record.case)
        self.shown_panel().refresh(overview)
        self.benefits.refresh(overview)

    def show_tab(self, key: str) -> None:
        """Show one part of the budget."""
        self._turn_to(key)
        self.follow(self.desk.overview)

    def what_if(self) -> None:
        """Open the window with scenarios beside today."""
        show_what_if(self, self.desk, self.change)

    def show_sheet(self) -> None:
        """The budget with a number and an empty box at every row, to print."""
        show_paper(self, self.desk, PAPER)

    def type_sheet(self) -> None:
        """Type in a sheet that the tenant has written on."""
        self.place.binder.flush()
        sheets = self.place.vault.sheets() if self.place.vault is not None else ()
        open_paper_round(self, self.desk, self.change, self.sheet_lines, sheets)

    def shown_panel(self) -> ExpensesPanel | IncomesPanel | LensesPanel:
        """The part that is seen."""
        return self.panels[self.tabs.value() or EXPENSES]

    def _turn_to(self, key: str) -> None:
        self.tabs.show_value(key)
        for name, panel in self.panels.items():
            panel.setVisible(name == key)
        self.add_line.setVisible(key == EXPENSES)

    def ensureWidgetVisible(self, child: QWidget, xmargin: int = 50, ymargin: int = 50) -> None:
        """Scroll to a field; first turn to the part it stands in, and unfold its row."""
        for name, panel in self.panels.items():
            if panel.isAncestorOf(child) and panel.isHidden():
                self.show_tab(name)
        super().ensureWidgetVisible(child, xmargin, ymargin)

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        begun = bool(record.case.income and record.case.expenses)
        return StepState(done=begun and super().state(record, overview).done)

    def _bar(self) -> QWidget:
        holder = QWidget()
        statement = button(_("Hent kontoudtog ..."), lambda: self.place.go("forbrug", "spending.batches"))
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.tabs, 1)
        across.addWidget(self.add_line)
        across.addWidget(button(_("Hvad nu hvis …"), self.what_if))
        across.addWidget(statement)
        return holder

    def _paper(self) -> QWidget:
        """The way out on paper and back."""
        card = Card(_("På papir"), _("Lejeren kan tage arket med hjem og skrive nye tal i boksene."))
        show = button(_("Budget til at skrive i …"), self.show_sheet)
        card.add(row(button(_("Tast et udfyldt ark ind …"), self.type_sheet), show))
        return card
