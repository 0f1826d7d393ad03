"""One body with its people, and one person: name, number, when it was last checked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from budgetdesk.actions import people
from budgetdesk.casework.stakeholders import Known, Stakeholder
from budgetdesk.i18n import _
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.journal.unfolding import Line, UnfoldingLine
from budgetdesk.ui.widgets.cards import Rows, form_grid
from budgetdesk.ui.widgets.fields import DateEdit, LineEdit
from budgetdesk.ui.widgets.words import Chip, button, set_shown
from budgetdesk.wording import people as words


class SideRow(Line):
    """The body, why it belongs, whether it may be told something; its people; and one more."""

    def __init__(self, page: Page, title: str, add: Callable[[], object]) -> None:
        super().__init__()
        self._page = page
        self.title.setText(title)
        self.mark = Chip()
        self.add = button(_("Tilføj person"), add, role="quiet", name=_("Tilføj person: {title}").format(title=title))
        self._people: dict[str, Known] = {}
        self.rows: Rows[str, PersonRow] = Rows(self._row, lines=False)
        self.put(self.mark, self.add)
        self.box.setSpacing(4)
        self.box.addWidget(self.rows)

    def show_side(self, found: Stakeholder, title: str) -> None:
        """Show it as it is now."""
        self.title.setText(title)
        self.told.setText(words.about(found))
        self.mark.show_word(_("ingen endnu"))
        set_shown(self.mark, found.missing)
        self._people = {known.person.id: known for known in found.people}
        self.rows.show_items(self._people)
        for person_id, each in self.rows.rows.items():
            each.show_person(self._people[person_id])

    def _row(self, person_id: str) -> PersonRow:
        return PersonRow(self._page, person_id)


class PersonRow(UnfoldingLine):
    """Name and number; "Tjekket i dag" with one key, "Ret" opens the fields."""

    def __init__(self, page: Page, person_id: str) -> None:
        super().__init__(page, f"case.contact_persons[{person_id}]", role="")
        self._id = person_id
        self.checked = button(_("Tjekket i dag"), self._check)
        self.drop = button(_("Fjern"), self._remove, role="quiet")
        self.first_field: QWidget = self.edit
        self.put(self.checked, self.edit, self.drop)
        self.box.setContentsMargins(14, 4, 0, 4)

    def show_person(self, known: Known) -> None:
        """Show it as it is now."""
        name, today = words.person(known.person), self._page.desk.today
        self.title.setText(name)
        self.told.setText(words.reached(known, today))
        set_shown(self.checked, known.person.checked_on != today)
        for each, does in ((self.checked, _("Tjekket i dag")), (self.edit, _("Ret")), (self.drop, _("Fjern"))):
            each.setAccessibleName(f"{does}: {name}")

    def _check(self) -> None:
        page = self._page
        page.place.binder.flush()
        page.change(_("Nummer tjekket"), people.check(page.record, self._id, page.desk.today))

    def _remove(self) -> None:
        page = self._page
        page.place.binder.flush()
        page.change(_("Fjern person"), people.remove(page.record, self._id))

    def make_fields(self) -> QWidget:
        made = [
            self.field(_("Navn"), "name", LineEdit()),
            self.field(_("Hvor"), "organisation", LineEdit(_("Fx Lærkely, boligadministrationen"))),
            self.field(_("Hvad laver de dér"), "role", LineEdit(_("Fx inkasso"))),
            self.field(_("Telefon"), "phone", LineEdit()),
            self.field(_("Mail"), "email", LineEdit()),
            self.field(_("Sidst tjekket"), "checked_on", DateEdit(self._page.desk.today)),
            self.field(_("Note"), "note", LineEdit(_("Fx træffes om formiddagen"))),
        ]
        self.first_field = made[0].editor
        return form_grid(made, 3, least=170)
