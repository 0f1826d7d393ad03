"""The part Personer: who is around the case, who is missing, and when a number was last checked."""

from __future__ import annotations

from functools import partial

from budgetdesk.actions import people
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.casework.stakeholders import Stakeholder
from budgetdesk.i18n import N_, _
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.journal.part import Part
from budgetdesk.ui.pages.journal.person_row import SideRow
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.stakeholder_map import Node, StakeholderMap
from budgetdesk.ui.widgets.words import Tone, Words, button, set_shown
from budgetdesk.wording import people as words

PAPER = "kontaktpersoner"


class PeoplePart(Part):
    """The map, and the same as a table in which one writes."""

    key, word = "personer", N_("Personer")
    paths = ("case.contact_persons",)

    def build(self) -> None:
        self._shown: Record | None = None
        self.map_card = Card(_("Hvem er med i sagen?"))
        self.map = StakeholderMap()
        self.said = Words("", "muted")
        self.key_line = Words(_("Hel linje: en er skrevet op. Stiplet: en, det kan være godt at kende."), "small")
        self.map_card.add(self.said, self.map, self.key_line)
        self.table = PeopleCard(self.page)
        self.map.chosen.connect(self.table.go_to)
        self.add(self.map_card, self.table)

    def refresh(self, overview: Overview) -> None:
        record = self.page.record
        if record is self._shown:
            return
        self._shown = record
        titles = people.titles()
        found = people.around(record.case, overview.on)
        self.said.setText(words.headline(found, titles))
        shown = [_node(one, titles) for one in found if one.there]
        self.map.show_nodes(self._tenant(), shown, words.as_text(found, titles))
        self.table.show_sides(found, titles)

    def reveal(self, path: str) -> None:
        self.table.reveal(path.partition("[")[2].partition("]")[0])

    def _tenant(self) -> str:
        tenant = self.page.record.case.tenant
        return tenant.name.split()[0] if tenant is not None and tenant.name.strip() else _("Lejeren")


class PeopleCard(Card):
    """Each body with its people; those that do not belong to the case can be picked from a list."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Personer"), _("Et navn og et nummer på begge sider. Tjek dem en gang imellem: folk skifter job.")
        )
        self._page = page
        self._sides: dict[str, Stakeholder] = {}
        self._titles: dict[str, str] = {}
        self.rows: Rows[str, SideRow] = Rows(self._row)
        self.other = ListChoice([])
        self.other.name(_("En anden"))
        self.add_other = button(_("Tilføj"), self._add_other, name=_("Tilføj en person hos den valgte"))
        self.paper = button(
            _("Side til lejeren …"), partial(show_paper, self, page.desk, PAPER), name=_("Side med numre til lejeren")
        )
        self.add(self.rows, Words(_("Er en anden med?"), "small"), row(self.other, self.add_other), row(self.paper))
        page.place.binder.anchor("case.contact_persons", self.add_other)

    def show_sides(self, found: tuple[Stakeholder, ...], titles: dict[str, str]) -> None:
        """Show those that are there or missing; the others are in the list."""
        self._titles = titles
        self._sides = {one.side.key: one for one in found}
        self.rows.show_items(key for key, one in self._sides.items() if one.there)
        for key, each in self.rows.rows.items():
            each.show_side(self._sides[key], titles.get(key, key))
        left = [(key, titles.get(key, key)) for key, one in self._sides.items() if not one.there]
        self.other.set_options(left)
        if self.other.value() is None and left:
            self.other.show_value(left[0][0])
        for field in (self.other, self.add_other):
            set_shown(field, bool(left))

    def go_to(self, key: str) -> None:
        """Put the keyboard where somebody of a body is added."""
        if key in self.rows.rows:
            there = self.rows.rows[key].add
            self._page.ensureWidgetVisible(there, 40, 120)
            there.setFocus()

    def reveal(self, person_id: str) -> None:
        """Unfold the fields of a person."""
        for each in self.rows.rows.values():
            if person_id in each.rows.rows:
                each.rows.rows[person_id].open()

    def _add_other(self) -> None:
        key = self.other.value()
        if key:
            self._add(key)

    def _add(self, key: str) -> None:
        page = self._page
        page.place.binder.flush()
        record = people.add(page.record, key)
        page.change(_("Tilføj person"), record)
        made = self.rows.rows[key].rows.rows.get(record.case.contact_persons[-1].id)
        if made is not None:
            made.open()
            made.first_field.setFocus()

    def _row(self, key: str) -> SideRow:
        return SideRow(self._page, self._titles.get(key, key), partial(self._add, key))


def _node(one: Stakeholder, titles: dict[str, str]) -> Node:
    stale = any(known.stale for known in one.people)
    told = words.in_map(one)
    if stale:
        told = _("{told} · tjek nummeret").format(told=told)
    tone: Tone = "amber" if stale else "accent" if one.people else ""
    return Node(one.side.key, titles.get(one.side.key, one.side.key), told, bool(one.people), tone)
