"""One person who signs: by hand on the screen, or the name typed and expressly confirmed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.documents.seals.ink import Ink, Role, drawn, typed
from budgetdesk.errors import DocumentError
from budgetdesk.i18n import _
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.choices import Choice, Tick
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.ink_pad import InkPad
from budgetdesk.ui.widgets.words import InlineError, Words, button


class How(StrEnum):
    """How somebody signs."""

    BY_HAND = "hand"
    TYPED = "typed"


class SignerCard(Card):
    """A signature in the making."""

    def __init__(self, role: Role, name: str, changed: Callable[[], object]) -> None:
        super().__init__(f"{name} · {role.label}" if name else role.label)
        self.role = role
        self.person = name
        self._changed = changed
        self.who = who = name or role.label
        self.setAccessibleName(_("Underskrift: {who}").format(who=who))
        self.how = Choice([(How.BY_HAND, _("Tegn på skærmen")), (How.TYPED, _("Skriv navnet i stedet"))])
        self.how.name(_("{who} skriver under").format(who=who))
        self.how.show_value(How.BY_HAND)
        self.how.edited.connect(self._show_how)
        self.pad = InkPad(_("Felt til underskrift: {who}").format(who=who))
        self.pad.drawn.connect(self._signed)
        self.typed_name = LineEdit(who)
        self.typed_name.edited.connect(self._signed)
        self.confirm = Tick(_("Jeg bekræfter"))
        self.confirm.name(_("Jeg bekræfter, at jeg er {who}, og at jeg skriver under").format(who=who))
        self.confirm.edited.connect(self._signed)
        self.problem = InlineError()
        self.wipe = button(
            _("Visk ud"), self.pad.clear, role="quiet", name=_("Visk underskriften ud: {who}").format(who=who)
        )
        self._typing = self._typed(who)
        self.add(self.how, self.pad, row(None, self.wipe), self._typing, self.problem)
        self._show_how()

    @property
    def begun(self) -> bool:
        """Whether there is something to take as a signature."""
        if self.how.value() is How.BY_HAND:
            return bool(self.pad.strokes)
        return bool(self.typed_name.value()) or bool(self.confirm.value())

    def ink(self, at: datetime) -> Ink:
        """The signature, given at `at`. Raises DocumentError with a sentence that says what is missing."""
        if self.how.value() is How.BY_HAND:
            return drawn(self.role, self.person, self.pad.strokes, at)
        return typed(self.role, self.typed_name.value(), at, confirmed=bool(self.confirm.value()))

    def say(self, error: DocumentError | None) -> None:
        """Show what is missing under the signature, or take the sentence away."""
        self.problem.say("" if error is None else str(error))

    def clear(self) -> None:
        """An empty field, in both ways."""
        self.pad.clear()
        self.typed_name.show_text("")
        self.confirm.show_value(False)
        self.say(None)

    def _typed(self, who: str) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Labelled(_("Navn, skrevet af den, der skriver under"), self.typed_name))
        box.addWidget(Words(_("Jeg er {who}, og jeg skriver under på papiret.").format(who=who)))
        box.addWidget(self.confirm)
        return holder

    def _show_how(self) -> None:
        self._typing.setVisible(self.how.value() is How.TYPED)
        self._signed()

    def _signed(self) -> None:
        by_hand = self.how.value() is How.BY_HAND
        self.pad.setVisible(by_hand)
        self.wipe.setVisible(by_hand and bool(self.pad.strokes))
        self.say(None)
        self._changed()
