"""What is owed to the landlord, row by row as on the letter, and the other debts."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from budgetdesk import formats
from budgetdesk.dates import Month
from budgetdesk.household import paths
from budgetdesk.household.case import ArrearsRow
from budgetdesk.household.debt import Debt
from budgetdesk.ui import answers, phrases
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, Rows, form_grid, row
from budgetdesk.ui.widgets.choices import ListChoice, Options
from budgetdesk.ui.widgets.fields import AmountEdit, DateEdit, LineEdit
from budgetdesk.ui.widgets.table import TableRow, table_head
from budgetdesk.ui.widgets.words import Words, button, hairline

_TITLES = ("Måned", "Hvad", "Beløb", "")
_WIDTHS = (190, -1, 120, 70)
_DEBT_TITLES = ("Hvem skyldes der til?", "Slags", "Restgæld", "Afdrag", "")
_DEBT_WIDTHS = (-1, 216, 120, 120, 60)


class ArrearsCard(Card):
    """The rows of the arrears with their total, and the days of what came after."""

    def __init__(self, page: Page) -> None:
        super().__init__("Restancen hos udlejer", "Skriv posterne, som de står i brevet. Gebyret er en post for sig.")
        self._page = page
        self.rows: Rows[str, TableRow] = Rows(self._row)
        self.total = Words("", "section", wrap=False)
        add = button("Tilføj post", self._add)
        self.head = table_head(_TITLES, _WIDTHS)
        self.add(self.head, self.rows, row(add, None, self.total))
        self.line()
        self.add(form_grid(self._days(), 3))
        page.place.binder.anchor("case.arrears", add)
        page.place.binder.anchor("case.arrears.rows", add)

    def refresh(self) -> None:
        arrears = self._page.record.case.arrears
        self.head.setVisible(bool(arrears.rows))
        self.rows.show_items(r.id for r in arrears.rows)
        self.total.setText(f"I alt {phrases.kroner_and_oere(arrears.total)}" if arrears.rows else "")

    def _row(self, row_id: str) -> TableRow:
        page, path = self._page, f"case.arrears.rows[{row_id}]"
        cells = [
            page.bind(f"{path}.month", ListChoice(_months(page.desk.today), unknown="Vælg måned", width=190), "Måned"),
            page.bind(f"{path}.kind", ListChoice(answers.ARREARS_KINDS), "Hvad restancen er for"),
            page.bind(f"{path}.amount", AmountEdit(), "Restance, beløb"),
            button("Fjern", lambda: self._remove(path), role="quiet", name="Fjern posten fra restancen"),
        ]
        return TableRow(cells, _WIDTHS)

    def _days(self) -> list[QWidget]:
        page, arrears = self._page, "case.arrears"
        today = page.desk.today
        return [
            page.field("Ophævelsen kom den", f"{arrears}.ophaevelse_arrived", DateEdit(today)),
            page.field("Møde i fogedretten", f"{arrears}.court_meeting", DateEdit(today)),
            page.field("Udsættelse", f"{arrears}.eviction", DateEdit(today)),
            page.field("Kommunen fik besked den", f"{arrears}.municipality_notified", DateEdit(today)),
            page.field("Betalings-id eller reference", f"{arrears}.payment_reference", LineEdit()),
        ]

    def _add(self) -> None:
        record = self._page.record
        rows = record.case.arrears.rows
        new = ArrearsRow(id=paths.next_id(rows, "r"), month=Month.of(self._page.desk.today))
        self._page.change("Tilføj post", paths.add(record, "case.arrears.rows", new))
        self.rows.rows[new.id].cells[2].setFocus()

    def _remove(self, path: str) -> None:
        self._page.change("Fjern post", paths.remove(self._page.record, path))


class DebtsCard(Card):
    """All other debts in one view, with what is paid off each month."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            "Anden gæld", "Lån, kort, overtræk, det offentlige. Afdragene kommer med i budgettet af sig selv."
        )
        self._page = page
        self._kinds: Options = [(kind.kind, kind.title) for kind in page.desk.library.chart.debts.values()]
        self.rows: Rows[str, TableRow] = Rows(self._row)
        self.head = table_head(_DEBT_TITLES, _DEBT_WIDTHS)
        add = button("Tilføj gæld", self._add)
        self.add(self.head, self.rows, hairline(), row(add))
        page.place.binder.anchor("case.debts", add)

    def refresh(self) -> None:
        debts = self._page.record.case.debts
        self.head.setVisible(bool(debts))
        self.rows.show_items(d.id for d in debts)

    def _row(self, debt_id: str) -> TableRow:
        page, path = self._page, f"case.debts[{debt_id}]"
        cells = [
            page.bind(f"{path}.creditor", LineEdit("Kreditor"), "Hvem der skyldes til"),
            page.bind(f"{path}.kind", ListChoice(self._kinds), "Gældens slags"),
            page.bind(f"{path}.balance", AmountEdit(), "Restgæld"),
            page.bind(f"{path}.instalment", AmountEdit(), "Afdrag pr. måned"),
            button("Fjern", lambda: self._remove(path), role="quiet", name="Fjern gælden"),
        ]
        return TableRow(cells, _DEBT_WIDTHS)

    def _add(self) -> None:
        record = self._page.record
        new = Debt(id=paths.next_id(record.case.debts, "d"))
        self._page.change("Tilføj gæld", paths.add(record, "case.debts", new))
        self.rows.rows[new.id].cells[0].setFocus()

    def _remove(self, path: str) -> None:
        self._page.change("Fjern gæld", paths.remove(self._page.record, path))


def _months(today: date) -> Options:
    """The month to come and two years back, the newest first."""
    this = Month.of(today)
    return [(this.plus(back), formats.month(this.plus(back))) for back in range(1, -24, -1)]
