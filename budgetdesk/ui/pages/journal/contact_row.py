"""One contact in the list: what it was, and its fields once it is opened."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import contacts
from budgetdesk.household.course import Contact
from budgetdesk.i18n import _, translated
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.journal.unfolding import UnfoldingLine
from budgetdesk.ui.widgets.cards import form_grid
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.fields import DateEdit, LineEdit, NumberEdit, TimeEdit
from budgetdesk.ui.widgets.words import Words, button
from budgetdesk.wording import contacts as words


class ContactRow(UnfoldingLine):
    """Two lines; "Ret" opens the fields, which are made then."""

    def __init__(self, page: Page, contact: Contact) -> None:
        super().__init__(page, f"case.contacts[{contact.id}]")
        self._contact = contact
        self.drop = button(_("Fjern"), self._remove, role="quiet")
        self.put(self.edit, self.drop)

    def show_contact(self, contact: Contact) -> None:
        """Show it as it is now."""
        self._contact = contact
        case, today = self._page.record.case, self._page.desk.today
        said = words.title(contact, today, contacts.whom(case, contact))
        self.title.setText(said)
        self.told.setText(words.told(contact, today))
        self.edit.setAccessibleName(_("Ret {said}").format(said=said))
        self.drop.setAccessibleName(_("Fjern {said}").format(said=said))

    def _remove(self) -> None:
        self._page.place.binder.flush()
        self._page.change(_("Fjern kontakt"), contacts.remove(self._page.record, self._contact.id))

    def make_fields(self) -> QWidget:
        page = self._page
        people = [("", _("Lejeren")), *((p.id, contacts.person_name(p)) for p in page.record.case.contact_persons)]
        grid = form_grid(
            [
                self.field(_("Skete den"), "on", DateEdit(page.desk.today)),
                self.field(_("Klokken"), "time", TimeEdit()),
                self.field(_("Hvordan"), "kind", ListChoice([*translated(words.KINDS).items()], unknown=_("Vælg"))),
                self.field(
                    _("Hvad kom der ud af det?"), "outcome", ListChoice(_outcomes(), unknown=_("Ikke noget endnu"))
                ),
                self.field(_("Med hvem"), "with_whom", ListChoice(people)),
                self.field(_("Hvem begyndte"), "initiative", ListChoice([*translated(words.INITIATIVES).items()])),
                self.field(_("Minutter"), "minutes", NumberEdit(what=_("Minutter"), high=1440, whole=True)),
                self.field(_("Næste: hvad"), "next_step", LineEdit(_("Fx prøv igen"))),
                self.field(_("Næste: hvornår"), "next_on", DateEdit(page.desk.today)),
                self.field(_("Næste: klokken"), "next_time", TimeEdit()),
                self.field(_("Note"), "note", LineEdit(_("Det, der blev sagt"))),
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
            box.addWidget(
                Words(
                    _("Skrevet ind den {past_day}.").format(past_day=words.past_day(entered, page.desk.today)), "small"
                )
            )
        return holder


def _outcomes() -> list[tuple[object, str]]:
    return [(key, f"{text[:1].upper()}{text[1:]}") for key, text in translated(words.OUTCOMES).items()]
