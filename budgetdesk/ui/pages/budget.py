"""The page Budget: what comes in, what goes out, what is left each month."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

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
from budgetdesk.ui.pages.forbrug.incoming import dropped
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card, columns, row
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
        Command(N_("Gem som Excel …"), "save_workbook"),
        Command(N_("Hent fra Excel …"), "fetch_workbook"),
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
        self.add(self._bar(), self.question, *self.panels.values(), self.benefits)
        self.add(columns(self._paper(), self._excel()))
        self.setAcceptDrops(True)
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

    def save_workbook(self) -> None:
        """The budget as an Excel file, where the user says."""
        from budgetdesk.ui.dialogs.workbook_out import open_workbook_out  # noqa: PLC0415 - not before it is wanted

        self.place.binder.flush()
        open_workbook_out(self, self.desk)

    def fetch_workbook(self) -> None:
        """Let the user pick an Excel file that was changed, and show what it would change here."""
        from budgetdesk.ui.dialogs.workbook_in import choose_workbook  # noqa: PLC0415 - not before it is wanted

        file = choose_workbook(self)
        if file is not None:
            self.take_workbook(file)

    def take_workbook(self, file: Path) -> QDialog:
        """Show what an Excel file would change."""
        from budgetdesk.ui.dialogs.workbook_in import open_workbook_in  # noqa: PLC0415 - not before it is wanted

        self.place.binder.flush()
        return open_workbook_in(self, self.desk, self.change, file)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        files = sorted(dropped(event.mimeData()), key=lambda file: file.suffix.lower() != ".xlsx")
        # Not while the other program waits for the drop to end.
        QTimer.singleShot(0, self, lambda: self.take_workbook(files[0]))

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

    def _excel(self) -> QWidget:
        """The way out as numbers and back."""
        card = Card(_("I Excel"), _("Regn videre i Excel, og slip filen her på siden bagefter."))
        save = button(_("Gem som Excel …"), self.save_workbook)
        card.add(row(button(_("Hent fra Excel …"), self.fetch_workbook), save))
        return card
