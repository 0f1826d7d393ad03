"""One body with its people, and one person: name, number, when it was last checked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions import people
from budgetdesk.casework.stakeholders import Known, Stakeholder
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Rows, form_grid
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import DateEdit, LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Chip, Words, button, set_shown
from budgetdesk.wording import people as words


class SideRow(QWidget):
    """The body, why it belongs, whether it may be told something; its people; and one more."""

    def __init__(self, page: Page, title: str, add: Callable[[], object]) -> None:
        super().__init__()
        self._page = page
        self.title, self.told, self.mark = Words(title, "strong"), Words("", "small"), Chip()
        self.add = button("Tilføj person", add, role="quiet", name=f"Tilføj person: {title}")
        self._people: dict[str, Known] = {}
        self.rows: Rows[str, PersonRow] = Rows(self._row, lines=False)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.told)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addLayout(texts, 1)
        across.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self.add, 0, Qt.AlignmentFlag.AlignVCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(4)
        box.addLayout(across)
        box.addWidget(self.rows)

    def show_side(self, found: Stakeholder, title: str) -> None:
        """Show it as it is now."""
        self.title.setText(title)
        self.told.setText(words.about(found))
        self.mark.show_word("ingen endnu")
        set_shown(self.mark, found.missing)
        self._people = {known.person.id: known for known in found.people}
        self.rows.show_items(self._people)
        for person_id, each in self.rows.rows.items():
            each.show_person(self._people[person_id])

    def _row(self, person_id: str) -> PersonRow:
        return PersonRow(self._page, person_id)


class PersonRow(QWidget):
    """Name and number; "Tjekket i dag" with one key, "Ret" opens the fields."""

    def __init__(self, page: Page, person_id: str) -> None:
        super().__init__()
        self._page, self._id = page, person_id
        self.title, self.told = Words(""), Words("", "small")
        self.checked = button("Tjekket i dag", self._check)
        self.edit = button("Ret", self._turn, role="quiet")
        self.drop = button("Fjern", self._remove, role="quiet")
        self.fields: QWidget | None = None
        self.first_field: QWidget = self.edit
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self.title)
        texts.addWidget(self.told)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addLayout(texts, 1)
        for each in (self.checked, self.edit, self.drop):
            across.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(14, 4, 0, 4)
        self._box.addLayout(across)

    def show_person(self, known: Known) -> None:
        """Show it as it is now."""
        name, today = words.person(known.person), self._page.desk.today
        self.title.setText(name)
        self.told.setText(words.reached(known, today))
        set_shown(self.checked, known.person.checked_on != today)
        for each, does in ((self.checked, "Tjekket i dag"), (self.edit, "Ret"), (self.drop, "Fjern")):
            each.setAccessibleName(f"{does}: {name}")

    def open(self) -> None:
        """Unfold the fields."""
        if self.fields is None:
            self.fields = self._make_fields()
            self._box.addWidget(self.fields)
        set_shown(self.fields, True)
        self.edit.setText("Luk")

    def _turn(self) -> None:
        if self.fields is not None and not self.fields.isHidden():
            self._page.place.binder.flush()
            set_shown(self.fields, False)
            self.edit.setText("Ret")
            return
        self.open()

    def _check(self) -> None:
        page = self._page
        page.place.binder.flush()
        page.change("Nummer tjekket", people.check(page.record, self._id, page.desk.today))

    def _remove(self) -> None:
        page = self._page
        page.place.binder.flush()
        page.change("Fjern person", people.remove(page.record, self._id))

    def _make_fields(self) -> QWidget:
        made = [
            self._field("Navn", "name", LineEdit()),
            self._field("Hvor", "organisation", LineEdit("Fx Lærkely, boligadministrationen")),
            self._field("Hvad laver de dér", "role", LineEdit("Fx inkasso")),
            self._field("Telefon", "phone", LineEdit()),
            self._field("Mail", "email", LineEdit()),
            self._field("Sidst tjekket", "checked_on", DateEdit(self._page.desk.today)),
            self._field("Note", "note", LineEdit("Fx træffes om formiddagen")),
        ]
        self.first_field = made[0].editor
        return form_grid(made, 3, least=170)

    def _field(self, label: str, name: str, editor: Editor) -> Labelled:
        made = Labelled(label, editor)
        self._page.place.binder.bind(f"case.contact_persons[{self._id}].{name}", editor, label)
        return made
