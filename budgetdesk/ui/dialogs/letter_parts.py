"""The parts of a letter as fields: each paragraph in its own, with the way back to what the case gives."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.casework.letter_edits import OWN
from budgetdesk.casework.letter_texts import BY_HAND
from budgetdesk.casework.letter_writing import TO, Part
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.fields import TextEdit
from budgetdesk.ui.widgets.growing import grow
from budgetdesk.ui.widgets.words import Words, button, set_shown

MOST_LINES = 12
"""A field grows with its text up to here, and is then scrolled."""
CHANGED = N_("Rettet her.")
STALE = N_("Rettet her. Sagen siger nu noget andet: {facts}")
LEFT_OUT = N_("Afsnittet er tomt og kommer ikke med.")
_EMPTY = {OWN: N_("Skriv et afsnit selv, hvis der mangler noget"), TO: N_("Navn, og adressen på linjerne under")}

Write = Callable[[str, str, str], object]
"""write(part, text, what the facts give)"""


class PartField(QWidget):
    """One paragraph. `write` is told on every keystroke, `back` when the facts' text is wanted again."""

    def __init__(self, part: str, name: str, write: Write, back: Callable[[str], object]) -> None:
        super().__init__()
        self.part = part
        self._facts = ""
        self._write = write
        self.editor = TextEdit(translated(_EMPTY).get(part, ""), lines=1)
        self.editor.name(name)
        self.editor.edited.connect(self._edited)
        self.note = Words("", "small")
        self.back = button(
            _("Brug sagens tekst"),
            lambda: back(part),
            role="quiet",
            name=_("Brug sagens tekst: {name}").format(name=name),
        )
        self._below = QWidget()
        self._below.setLayout(row(self.back))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 3, 0, 3)
        box.setSpacing(2)
        for each in (self.editor, self.note, self._below):
            box.addWidget(each)
        self.note.hide()
        self._below.hide()

    def show_part(self, part: Part) -> None:
        """The part as it stands; what is just being typed stays as it is."""
        self._facts = part.facts
        text = "" if part.text == BY_HAND else part.text
        if not self.editor.area.hasFocus() or self.editor.text().rstrip() != text.rstrip():
            self.editor.show_text(text)
        self._grow()
        said = _note(part)
        self.note.setText(said)
        set_shown(self.note, bool(said))
        set_shown(self._below, part.changed and part.id != OWN)

    def _edited(self) -> None:
        self._grow()
        self._write(self.part, self.editor.text(), self._facts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower fields are higher."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        grow(self.editor.area, MOST_LINES)


def _note(part: Part) -> str:
    if not part.changed or part.id == OWN:
        return ""
    if not part.text.strip():
        return _(LEFT_OUT)
    return _(STALE).format(facts=part.facts) if part.stale else _(CHANGED)
