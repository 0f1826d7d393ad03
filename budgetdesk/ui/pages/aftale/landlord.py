"""What is owed, the landlord's yes, and the plans that were made before."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from budgetdesk import formats
from budgetdesk.actions import agreements
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.agreement import EarlierPlan, LandlordAccepted
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import answers
from budgetdesk.ui.binding import Get, Put
from budgetdesk.ui.pages.aftale.hardly_right import say
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, Rows, form_grid, row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import DateEdit, LineEdit
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.table import TableRow, table_head
from budgetdesk.ui.widgets.words import button

_YES = "case.arrears.landlord_accepted"
_EARLIER = "case.arrears.earlier_plans"
_TITLES = (N_("Aftalt den"), N_("Holdt den?"), N_("Note"), "")
_WIDTHS = (116, 122, -1, 56)
_KEPT = ((True, N_("Overholdt")), (False, N_("Brudt")))
_HOW = ("på mail", "i brev", "på telefon, og vi har skrevet det ned", "ved et møde")
"""In Danish in every window: it is printed in the agreement."""


class LandlordCard(Card):
    """Who said yes, when and how: only that stops a påkrav."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Udlejers ja"),
            _("En aftale om afdrag stopper ikke et påkrav af sig selv. Det gør kun udlejers ja. Få det på skrift."),
        )
        self._page = page
        self.by = self._field("by", _("Hvem sagde ja?"), LineEdit(_("Navn hos udlejer")))
        self.on = self._field("on", _("Hvornår?"), DateEdit(page.desk.today))
        self.how = self._field("how", _("Hvordan?"), LineEdit(_("Fx på mail"), offers=_HOW))
        self.add(form_grid([self.by, self.on, self.how], 3, least=150))
        page.place.binder.anchor(_YES, self.by.editor)

    def refresh(self) -> None:
        """Say it where the yes is dated in the future."""
        desk = self._page.desk
        said = {one.path: one.text for one in agreements.says(desk.record, desk.library.policy, desk.today)}
        say(self.on.editor, said.get(f"{_YES}.on", ""))

    def _field(self, name: str, label: str, editor: Editor) -> Labelled:
        made = Labelled(label, editor)
        get, put = _yes(name)
        self._page.place.binder.bind_with(
            f"{_YES}.{name}", editor, _("Udlejers ja: {label}").format(label=label.lower()), get, put
        )
        return made


def _yes(name: str) -> tuple[Get, Put]:
    """A part of the landlord's yes; all parts empty is no yes."""
    empty = LandlordAccepted()

    def get(record: Record) -> Any:
        return getattr(record.case.arrears.landlord_accepted or empty, name)

    def put(record: Record, value: Any) -> Record:
        said = replace(record.case.arrears.landlord_accepted or empty, **{name: value})
        return paths.put(record, _YES, None if said == empty else said)

    return get, put


class OwedCard(Card):
    """The rows of the arrears, as they were entered on the page Sag."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Restancen"))
        self._page = page
        self.table = FigureTable((_("Måned"), _("Hvad"), _(">Beløb")), total=True)
        link = LinkButton(_("Ret posterne på siden Sag"), lambda: page.place.go("sag", "case.arrears.rows"))
        self.add(self.table, row(link))

    def refresh(self) -> None:
        """Show the rows as they stand."""
        arrears, kinds = self._page.record.case.arrears, dict(translated(answers.ARREARS_KINDS))
        rows = [
            (
                formats.month(one.month).capitalize() if one.month else _("Ikke oplyst"),
                kinds[one.kind],
                _("mangler") if one.amount is None else formats.kroner(one.amount),
            )
            for one in arrears.rows
        ]
        self.table.show_rows([*rows, (_("I alt"), "", formats.kroner(arrears.total))] if rows else [])


class EarlierCard(Card):
    """Plans made before: noted, never scored."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Tidligere aftaler"), _("Det er kun til orientering. Ingen bliver bedømt på det."))
        self._page = page
        self.head = table_head(translated(_TITLES), _WIDTHS)
        self.rows: Rows[str, TableRow] = Rows(self._row)
        self.more = button(_("Tilføj tidligere aftale"), self._add)
        self.add(self.head, self.rows, row(self.more))
        page.place.binder.anchor(_EARLIER, self.more)

    def refresh(self) -> None:
        """Show the plans as they stand."""
        earlier = self._page.record.case.arrears.earlier_plans
        self.head.setVisible(bool(earlier))
        self.rows.show_items(plan.id for plan in earlier)

    def _row(self, plan_id: str) -> TableRow:
        page, path = self._page, f"{_EARLIER}[{plan_id}]"
        cells: list[QWidget] = [
            page.bind(f"{path}.agreed", DateEdit(page.desk.today, width=116), _("Tidligere aftale, dag")),
            page.bind(
                f"{path}.kept",
                ListChoice(translated(_KEPT), unknown=_("Ved ikke"), width=122),
                _("Holdt den tidligere aftale?"),
            ),
            page.bind(f"{path}.note", LineEdit(), _("Tidligere aftale, note")),
            button(_("Fjern"), lambda: self._remove(path), role="quiet", name=_("Fjern den tidligere aftale")),
        ]
        return TableRow(cells, _WIDTHS)

    def _add(self) -> None:
        record = self._page.record
        new = EarlierPlan(id=paths.next_id(record.case.arrears.earlier_plans, "a"))
        self._page.change(_("Tilføj tidligere aftale"), paths.add(record, _EARLIER, new))
        if new.id in self.rows.rows:
            self.rows.rows[new.id].cells[0].setFocus()

    def _remove(self, path: str) -> None:
        self._page.change(_("Fjern tidligere aftale"), paths.remove(self._page.record, path))
