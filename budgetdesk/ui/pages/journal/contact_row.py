"""One contact in the list: what it was, and its fields once it is opened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions import contacts
from budgetdesk.household.course import Contact
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import form_grid
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import DateEdit, LineEdit, NumberEdit, TimeEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words, button, set_shown
from budgetdesk.wording import contacts as words


class ContactRow(QWidget):
    """Two lines; "Ret" opens the fields, which are made then."""

    def __init__(self, page: Page, contact: Contact) -> None:
        super().__init__()
        self._page, self._contact = page, contact
        self.title, self.told = Words("", "strong"), Words("", "small")
        self.edit = button("Ret", self._turn, role="quiet")
        self.drop = button("Fjern", self._remove, role="quiet")
        self.fields: QWidget | None = None
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.told)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addLayout(texts, 1)
        for each in (self.edit, self.drop):
            across.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 8, 0, 8)
        self._box.addLayout(across)

    def show_contact(self, contact: Contact) -> None:
        """Show it as it is now."""
        self._contact = contact
        case, today = self._page.record.case, self._page.desk.today
        said = words.title(contact, today, contacts.whom(case, contact))
        self.title.setText(said)
        self.told.setText(words.told(contact, today))
        self.edit.setAccessibleName(f"Ret {said}")
        self.drop.setAccessibleName(f"Fjern {said}")

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

    def _remove(self) -> None:
        self._page.place.binder.flush()
        self._page.change("Fjern kontakt", contacts.remove(self._page.record, self._contact.id))

    def _make_fields(self) -> QWidget:
        page = self._page
        people = [("", "Lejeren"), *((p.id, contacts.person_name(p)) for p in page.record.case.contact_persons)]
        grid = form_grid(
            [
                self._field("Skete den", "on", DateEdit(page.desk.today)),
                self._field("Klokken", "time", TimeEdit()),
                self._field("Hvordan", "kind", ListChoice([*words.KINDS.items()], unknown="Vælg")),
                self._field("Hvad kom der ud af det?", "outcome", ListChoice(_outcomes(), unknown="Ikke noget endnu")),
                self._field("Med hvem", "with_whom", ListChoice(people)),
                self._field("Hvem begyndte", "initiative", ListChoice([*words.INITIATIVES.items()])),
                self._field("Minutter", "minutes", NumberEdit(what="Minutter", high=1440, whole=True)),
                self._field("Næste: hvad", "next_step", LineEdit("Fx prøv igen")),
                self._field("Næste: hvornår", "next_on", DateEdit(page.desk.today)),
                self._field("Næste: klokken", "next_time", TimeEdit()),
                self._field("Note", "note", LineEdit("Det, der blev sagt")),
            ],
            3,
            least=170,
        )
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 4, 0, 4)
        box.addWidget(grid)
        entered = self._contact.entered_on
        if entered is not None:
            box.addWidget(Words(f"Skrevet ind den {words.past_day(entered, page.desk.today)}.", "small"))
        return holder

    def _field(self, label: str, name: str, editor: Editor) -> Labelled:
        made = Labelled(label, editor)
        self._page.place.binder.bind(f"case.contacts[{self._contact.id}].{name}", editor, label)
        return made


def _outcomes() -> list[tuple[object, str]]:
    return [(key, f"{text[:1].upper()}{text[1:]}") for key, text in words.OUTCOMES.items()]
