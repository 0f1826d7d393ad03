"""Who lives here. A birthday entered here drives boligstøtte, the children's benefits and the rådighedsbeløb."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.dates import age_on
from budgetdesk.household import paths
from budgetdesk.household.case import IncomeBase, Person
from budgetdesk.household.words import Role
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import answers, theme
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, Rows, form_grid, row
from budgetdesk.ui.widgets.choices import Choice, ListChoice, Tick, YesNo
from budgetdesk.ui.widgets.fields import CprEdit, DateEdit, LineEdit, NumberEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.table import TableRow, table_head
from budgetdesk.ui.widgets.words import Words, button

_TITLES = (N_("Navn"), N_("Rolle"), N_("Fødselsdag"), N_("Alder"), "")
_WIDTHS = (-1, 140, 130, 62, 130)
_IN_ROW = ("name", "role", "born")
_ADDS = (
    (Role.TENANT, N_("Lejer")),
    (Role.PARTNER, N_("Partner")),
    (Role.CHILD, N_("Barn")),
    (Role.OTHER, N_("Anden, der bor her")),
)


class PersonsCard(Card):
    """One row per person; more about each unfolds below the row."""

    def __init__(self, page: Page, unfolded: Callable[[], object] = lambda: None) -> None:
        """`unfolded` is told when more fields of somebody are seen."""
        super().__init__(_("Hvem bor her?"))
        self._page = page
        self.rows: Rows[str, PersonRow] = Rows(lambda person_id: PersonRow(page, person_id, unfolded))
        self.head = table_head(translated(_TITLES), _WIDTHS)
        self.add(self.head, self.rows)
        adds = [
            button(_("Tilføj {text}").format(text=text.lower()), partial(self._add, role))
            for role, text in translated(_ADDS)
        ]
        self.add(row(*adds))
        page.place.binder.anchor("case.persons", adds[0])

    def refresh(self) -> None:
        self.head.setVisible(bool(self._page.record.case.persons))
        self.rows.show_items(p.id for p in self._page.record.case.persons)
        for each in self.rows.rows.values():
            each.refresh()

    def reveal(self, path: str) -> None:
        """Unfold the person a path is about, unless the fact stands in the row itself."""
        for person_id, each in self.rows.rows.items():
            if path.startswith(f"case.persons[{person_id}].") and path.rpartition(".")[2] not in _IN_ROW:
                each.unfold()

    def _add(self, role: Role) -> None:
        record = self._page.record
        person = _new_person(record.case.persons, role)
        self._page.change(_("Tilføj person"), paths.add(record, "case.persons", person))
        self.rows.rows[person.id].person_name.setFocus()


def _new_person(there: tuple[Person, ...], role: Role) -> Person:
    tenant = next((p.id for p in there if p.role is Role.TENANT), None)
    parents = (tenant,) if role is Role.CHILD and tenant else ()
    return Person(id=paths.next_id(there, "p"), role=role, parents=parents)


class PersonRow(QWidget):
    """A person: name, role, birthday, age; unfolded also custody or income base, phone and CPR number."""

    def __init__(self, page: Page, person_id: str, unfolded: Callable[[], object] = lambda: None) -> None:
        super().__init__()
        self._page, self._told = page, unfolded
        self._id = person_id
        self._path = f"case.persons[{person_id}]"
        self.person_name = LineEdit(_("Fornavn og efternavn"))
        self.age = Words("", "muted", wrap=False)
        self.more = button(_("Mere"), self._toggle, role="quiet")
        remove = button(_("Fjern"), self._remove, role="quiet")
        tools = QWidget()
        tools.setLayout(row(None, self.more, remove, space=4))
        cells = [
            page.bind(f"{self._path}.name", self.person_name, _("Navn")),
            page.bind(f"{self._path}.role", ListChoice(translated(answers.ROLES), width=140), _("Rolle")),
            page.bind(f"{self._path}.born", DateEdit(page.desk.today, birth=True), _("Fødselsdag")),
            self.age,
            tools,
        ]
        self._tools = (self.more, remove)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(TableRow(cells, _WIDTHS))
        self.unfolded: QWidget | None = None
        self._box = box

    def refresh(self) -> None:
        person = self._person()
        if person is None:
            return
        self.age.setText(
            _("{age_on} år").format(age_on=age_on(person.born, self._page.desk.today)) if person.born else ""
        )
        who = person.name or dict(translated(answers.ROLES))[person.role].lower()
        self.more.setAccessibleName(_("Mere om {who}").format(who=who))
        self._tools[1].setAccessibleName(_("Fjern {who}").format(who=who))

    def _person(self) -> Person | None:
        return next((p for p in self._page.record.case.persons if p.id == self._id), None)

    def unfold(self) -> None:
        """Show more about the person."""
        if self.unfolded is None:
            self.unfolded = self._details()
            self._box.addWidget(self.unfolded)
            self._told()
        self.unfolded.show()
        self.more.setText(_("Mindre"))

    def _toggle(self) -> None:
        if self.unfolded is None or self.unfolded.isHidden():
            self.unfold()
        else:
            self.unfolded.hide()
            self.more.setText(_("Mere"))

    def _details(self) -> QWidget:
        person = self._person()
        child = person is not None and person.role in (Role.CHILD, Role.ADULT_CHILD)
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 4, 0, theme.INNER)
        box.addWidget(form_grid(self._child_fields() if child else self._adult_fields(), 3))
        return holder

    def _child_fields(self) -> list[QWidget]:
        page, path = self._page, self._path
        return [
            page.field(_("Forældremyndighed"), f"{path}.custody", Choice(translated(answers.CUSTODY))),
            page.field(
                _("Nætter her på 14 dage"),
                f"{path}.nights_per_fortnight",
                NumberEdit(what=_("Antallet af nætter"), high=14, whole=True, empty=14),
            ),
            page.field(_("Bopæl"), f"{path}.lives_at_home", Tick(_("Bor hjemme"))),
        ]

    def _adult_fields(self) -> list[QWidget]:
        page, path = self._page, self._path
        return [
            page.field(
                _("Civilstand"),
                f"{path}.marital",
                Choice(translated(answers.MARITAL)),
                _("Spørg. Gæt aldrig på samliv."),
            ),
            self._base_field(),
            page.field(_("Står på lejekontrakten"), f"{path}.on_lease", YesNo(unknown=_("Ikke spurgt"))),
            page.field(_("Telefon"), f"{path}.phone", LineEdit()),
            page.field("CPR-nummer", f"{path}.cpr", CprEdit(), _("Kun hvor en ansøgning kræver det.")),
        ]

    def _base_field(self) -> QWidget:
        """What the person lives on today: the row of `income_base` without an end."""
        path = f"{self._path}.income_base"
        editor = ListChoice(answers.BASES, unknown=_("Vælg"))
        made = Labelled(_("Lever af"), editor)
        self._page.place.binder.bind_with(
            path,
            editor,
            _("Lever af"),
            lambda record: _base_now(paths.get(record, path)),
            lambda record, base: paths.put(record, path, _with_base(paths.get(record, path), base)),
        )
        return made

    def _remove(self) -> None:
        self._page.change(_("Fjern person"), paths.remove(self._page.record, self._path))


def _base_now(bases: tuple[IncomeBase, ...]) -> str | None:
    return next((b.base for b in bases if b.end is None), None)


def _with_base(bases: tuple[IncomeBase, ...], base: str | None) -> tuple[IncomeBase, ...]:
    ended = tuple(b for b in bases if b.end is not None)
    return (*ended, IncomeBase(base=base)) if base else ended
