"""What is owed to the landlord, row by row as on the letter, and the way to the other debts."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from budgetdesk import formats
from budgetdesk.dates import Month
from budgetdesk.household import paths
from budgetdesk.household.case import ArrearsRow
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import answers, phrases
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, Rows, form_grid, row
from budgetdesk.ui.widgets.choices import ListChoice, Options
from budgetdesk.ui.widgets.fields import AmountEdit, DateEdit, LineEdit
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.table import TableRow, table_head
from budgetdesk.ui.widgets.words import Words, button

_TITLES = (N_("Måned"), N_("Hvad"), N_("Beløb"), "")
_WIDTHS = (190, -1, 120, 70)


class ArrearsCard(Card):
    """The rows of the arrears with their total, and the days of what came after."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Restancen hos udlejer"), _("Skriv posterne, som de står i brevet. Gebyret er en post for sig.")
        )
        self._page = page
        self.rows: Rows[str, TableRow] = Rows(self._row)
        self.total = Words("", "section", wrap=False)
        add = button(_("Tilføj post"), self._add)
        self.head = table_head(translated(_TITLES), _WIDTHS)
        self.add(self.head, self.rows, row(add, None, self.total))
        self.line()
        self.add(form_grid(self._days(), 3))
        page.place.binder.anchor("case.arrears", add)
        page.place.binder.anchor("case.arrears.rows", add)

    def refresh(self) -> None:
        arrears = self._page.record.case.arrears
        self.head.setVisible(bool(arrears.rows))
        self.rows.show_items(r.id for r in arrears.rows)
        self.total.setText(
            _("I alt {kroner_and_oere}").format(kroner_and_oere=phrases.kroner_and_oere(arrears.total))
            if arrears.rows
            else ""
        )

    def _row(self, row_id: str) -> TableRow:
        page, path = self._page, f"case.arrears.rows[{row_id}]"
        cells = [
            page.bind(
                f"{path}.month", ListChoice(_months(page.desk.today), unknown=_("Vælg måned"), width=190), _("Måned")
            ),
            page.bind(f"{path}.kind", ListChoice(translated(answers.ARREARS_KINDS)), _("Hvad restancen er for")),
            page.bind(f"{path}.amount", AmountEdit(), _("Restance, beløb")),
            button(_("Fjern"), lambda: self._remove(path), role="quiet", name=_("Fjern posten fra restancen")),
        ]
        return TableRow(cells, _WIDTHS)

    def _days(self) -> list[QWidget]:
        page, arrears = self._page, "case.arrears"
        today = page.desk.today
        return [
            page.field(_("Ophævelsen kom den"), f"{arrears}.ophaevelse_arrived", DateEdit(today)),
            page.field(_("Møde i fogedretten"), f"{arrears}.court_meeting", DateEdit(today)),
            page.field(_("Udsættelse"), f"{arrears}.eviction", DateEdit(today)),
            page.field(_("Kommunen fik besked den"), f"{arrears}.municipality_notified", DateEdit(today)),
            page.field(_("Betalings-id eller reference"), f"{arrears}.payment_reference", LineEdit()),
        ]

    def _add(self) -> None:
        record = self._page.record
        rows = record.case.arrears.rows
        new = ArrearsRow(id=paths.next_id(rows, "r"), month=Month.of(self._page.desk.today))
        self._page.change(_("Tilføj post"), paths.add(record, "case.arrears.rows", new))
        self.rows.rows[new.id].cells[2].setFocus()

    def _remove(self, path: str) -> None:
        self._page.change(_("Fjern post"), paths.remove(self._page.record, path))


class DebtsCard(Card):
    """Where all other debts are: they are entered on their own page."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Anden gæld"))
        self._page = page
        self.count = Words("", "muted")
        self.add(self.count, row(LinkButton(_("Gå til siden Gæld"), partial(page.place.go, "gaeld", "case.debts"))))

    def refresh(self) -> None:
        number = len(self._page.record.case.debts)
        said = (
            _("Der er skrevet {count} op.").format(count=phrases.count(number, N_("gæld"), N_("gældsposter")))
            if number
            else ""
        )
        self.count.setText(
            _("{said} Lån, kort, overtræk og gæld til det offentlige skrives på siden Gæld.").format(said=said).strip()
        )


def _months(today: date) -> Options:
    """The month to come and two years back, the newest first."""
    this = Month.of(today)
    return [(this.plus(back), formats.month(this.plus(back))) for back in range(1, -24, -1)]
