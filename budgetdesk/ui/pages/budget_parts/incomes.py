"""The tab Indtægter: what each person gets, what lands in the account, and whether it is granted."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions.overview import Overview
from budgetdesk.budget.income_rows import BOLIGSTOETTE
from budgetdesk.budget.month_row import MonthRow
from budgetdesk.household import paths
from budgetdesk.household.case import Income
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.i18n import N_, _
from budgetdesk.ui import phrases, theme
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.budget_parts.income_row import IncomeRow, income_head
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.search_list import Found, SearchList
from budgetdesk.ui.widgets.words import EmptyState, KeyFigure, Words, button

GRANTED_ONLY = N_("Kun bevilgede penge kan bære en aftale. Det, der er søgt eller håbet på, står her, men tæller ikke.")
_LIST = "case.income"


class IncomesPanel(QWidget):
    """What comes every month, and what comes once."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.regular = IncomeCard(page, _("Det, der kommer fast"), _(GRANTED_ONLY))
        self.once = IncomeCard(page, _("Det, der kommer én gang"), _("Tæller ikke i en almindelig måned."))
        self.support = SupportCard(page)
        self.total = KeyFigure(_("indtægter pr. måned"), right=True)
        self.add_button = button(_("Tilføj indtægt"), self.choose_kind)
        self.empty = Card()
        self.empty.add(EmptyState(_("Der er ingen indtægter endnu"), _("Begynd med lønsedlen eller udbetalingen.")))
        below = QWidget()
        below.setLayout(row(self.add_button, None, self.total))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.BETWEEN)
        for widget in (self.empty, self.regular, self.once, self.support, below):
            box.addWidget(widget)
        for path in (_LIST, "case.income_total"):
            page.place.binder.anchor(path, self.add_button)

    def refresh(self, overview: Overview) -> None:
        shown = {_id(r.path): r for r in overview.month.income if r.path.startswith("income[")}
        shown |= {_id(r.path): r for r in overview.month.expenses if r.path.startswith("income[")}
        incomes = self._page.record.case.income
        once = [i.id for i in incomes if self._comes_once(i)]
        self.regular.refresh([i.id for i in incomes if i.id not in once], shown)
        self.once.refresh(once, shown)
        self.support.refresh(next((r for r in overview.month.income if r.code == BOLIGSTOETTE), None))
        self.empty.setVisible(not incomes)
        self.total.show_figure(phrases.kroner(overview.month.income_per_month))

    def choose_kind(self) -> SearchList:
        """All kinds of income, searchable."""
        kinds = self._page.desk.library.chart.incomes
        things = [Found(k.kind, k.title, "", k.help) for k in kinds.values()]
        made = SearchList(_("Tilføj indtægt"), things, self.add, self, hint=_("Fx løn, dagpenge, børnebidrag"))
        made.open()
        return made

    def add(self, kind: str) -> None:
        """A new row of a kind, the tenant's, with the cursor in its amount."""
        record = self._page.record
        line = self._page.desk.library.chart.incomes[kind]
        tenant = record.case.tenant
        new = Income(
            id=paths.next_id(record.case.income, "i"),
            kind=kind,
            person=tenant.id if tenant else "",
            rhythm=line.rhythm,
        )
        self._page.change(_("Tilføj indtægt"), paths.add(record, _LIST, new))
        made = self.regular.rows.rows.get(new.id) or self.once.rows.rows.get(new.id)
        if made is not None:
            self._page.ensureWidgetVisible(made, 0, 80)
            made.amount.setFocus()

    def _comes_once(self, income: Income) -> bool:
        return self._page.desk.library.chart.incomes[income.kind].one_off or income.rhythm is Rhythm.ONCE


class IncomeCard(Card):
    """A heading, the sentence about it, and the rows."""

    def __init__(self, page: Page, heading: str, quiet: str) -> None:
        super().__init__()
        self._page = page
        self.rows: Rows[str, IncomeRow] = Rows(
            lambda income_id: IncomeRow(page, income_id, partial(self._enter, income_id))
        )
        self.head = income_head(heading)
        self.add(self.head, Words(quiet, "muted"), self.rows)

    def refresh(self, ids: list[str], shown: dict[str, MonthRow]) -> None:
        self.setVisible(bool(ids))
        self.rows.show_items(ids)
        for income_id, made in self.rows.rows.items():
            made.refresh(shown.get(income_id))

    def _enter(self, income_id: str) -> None:
        order = list(self.rows.rows)
        place = order.index(income_id) + 1
        if place < len(order):
            self.rows.rows[order[place]].amount.setFocus()


class SupportCard(Card):
    """Boligstøtte that the tenant receives: it stands under the tenancy."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.words = Words()
        self.add(
            self.words,
            LinkButton(_("Skrives under Sag"), partial(page.place.go, "sag", "case.tenancy.boligstoette.amount")),
        )

    def refresh(self, shown: MonthRow | None) -> None:
        self.setVisible(shown is not None)
        if shown is not None:
            self.words.setText(phrases.sentence(f"{shown.title}: {phrases.kroner_and_oere(shown.per_month)}"))


def _id(path: str) -> str:
    return path.partition("[")[2].partition("]")[0]
