"""Om os og vores ord: who the organisation is, as its papers name it, and its own words about how it works."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from budgetdesk.actions import house as houses
from budgetdesk.actions.house import HouseStore
from budgetdesk.casework.house import TEXT_FIELDS, House
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.widgets.cards import form_grid
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import LineEdit, TextEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words, set_shown
from budgetdesk.wording.readability import EASY, lix, told

LABELS = {
    "name": N_("Organisationens navn"),
    "cvr": "CVR-nr.",
    "address": N_("Adresse"),
    "phone": N_("Telefon"),
    "email": N_("Mail"),
    "dpo": N_("Databeskyttelsesrådgiver (navn og telefon eller mail)"),
    "basis": N_("Grundlag: hvad jeres arbejde hviler på"),
    "kept": N_("Hvor længe gemmer I en sag?"),
}
LONG = ("basis", "kept")
HINT = N_("Det står på siderne til lejeren. En linje pr. punkt. Tom: programmets ord.")
WIDE = 860
HEADINGS = {
    "do": N_("Det gør jeg"),
    "not": N_("Det gør jeg ikke"),
    "you": N_("Det gør du"),
    "written": N_("Det skriver jeg op"),
    "seen": N_("Hvem ser det?"),
    "stop": N_("Sådan stopper du"),
}
"""The parts of the page for the tenant, as they are called in the window."""


class HouseDialog(SmallDialog):
    """Fields for the organisation, and one for each part of how it works."""

    def __init__(self, parent: QWidget, store: HouseStore, changed: Callable[[], object]) -> None:
        super().__init__(parent, _("Om os og vores ord"), _("Gem"), self.save)
        self._store, self._changed = store, changed
        house = store.library.house
        self.fields: dict[str, Editor] = {name: TextEdit(lines=2) if name in LONG else LineEdit() for name in LABELS}
        self.words: dict[str, TextEdit] = {}
        self.readable: dict[str, Words] = {}
        self.add(
            form_grid(
                [Labelled(translated(LABELS)[name], editor) for name, editor in self.fields.items()], 2, least=330
            ),
            Words(_("Sådan arbejder vi sammen"), "section"),
            Words(_(HINT), "muted"),
        )
        for part in houses.program_expectations():
            editor = TextEdit("\n".join(part.lines), lines=4)
            self.words[part.key] = editor
            self.readable[part.key] = Words("", "small")
            editor.show_value(house.own(part.key))
            editor.edited.connect(self._say_lix)
            self.add(Labelled(translated(HEADINGS).get(part.key, part.heading), editor), self.readable[part.key])
        for name, field in self.fields.items():
            field.show_value(getattr(house, name))
        self.widen(WIDE)
        self._say_lix()
        self.fields["name"].setFocus()

    def _say_lix(self) -> None:
        """How hard the organisation's own words are to read: at most 30 for a tenant."""
        for key, editor in self.words.items():
            own = str(editor.value() or "")
            said = told(own)
            hard = _("{said}. Skriv kortere ord og sætninger.").format(said=said) if said and lix(own) > EASY else said
            self.readable[key].setText(hard)
            set_shown(self.readable[key], bool(hard))

    def typed(self) -> House:
        """What stands in the fields."""
        known = {name: str(self.fields[name].value() or "") for name in TEXT_FIELDS}
        return House(**known, words=tuple((key, str(editor.value() or "")) for key, editor in self.words.items()))

    def save(self) -> None:
        """Keep it; it counts at once."""
        try:
            houses.save_house(self._store, self.typed())
        except BudgetDeskError as error:
            self.problem.say(str(error))
            return
        self.accept()
        self._changed()
