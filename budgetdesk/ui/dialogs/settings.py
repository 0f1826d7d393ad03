"""Indstillinger: how large everything is, the colours, when to lock, and whether the computer remembers the key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from budgetdesk.errors import BadInputError
from budgetdesk.settings import Settings
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.theme import Look
from budgetdesk.ui.widgets.choices import Choice, Tick
from budgetdesk.ui.widgets.fields import NumberEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words

SIZES = ((100, "Almindelig"), (115, "Større"), (130, "Størst"))
LOOKS = ((Look.SYSTEM.value, "Som systemet"), (Look.LIGHT.value, "Lyse"), (Look.DARK.value, "Mørke"))
NEXT_TIME = "Størrelsen gælder, næste gang BudgetDesk åbnes."


class SettingsDialog(SmallDialog):
    """Shows the settings; hands the chosen ones to `take`."""

    def __init__(self, parent: QWidget, settings: Settings, take: Callable[[Settings], object]) -> None:
        super().__init__(parent, "Indstillinger", "Gem", self._go)
        self._settings = settings
        self._take = take
        self.size_of_text = Choice(SIZES)
        self.look = Choice(LOOKS)
        self.lock_after = NumberEdit(what="Antal minutter", low=1, high=120, whole=True)
        self.keyring = Tick("Lad computeren huske nøglen, når jeg er logget på")
        self.keyring.name(self.keyring.tick.text())
        self.larger = Words("", "small")
        self.add(
            Labelled("Størrelse af tekst og knapper", self.size_of_text),
            self.larger,
            Labelled("Farver", self.look),
            Labelled("Lås efter så mange minutter uden brug", self.lock_after),
            self.keyring,
            Words("Uden det spørger BudgetDesk efter adgangskoden hver gang.", "small"),
        )
        self.size_of_text.show_value(settings.text_size)
        self.look.show_value(settings.look)
        self.lock_after.show_value(settings.lock_after)
        self.keyring.show_value(settings.use_keyring)
        self.size_of_text.edited.connect(self._say_when)
        self.larger.hide()
        self.size_of_text.setFocus()

    def _say_when(self) -> None:
        changed = self.size_of_text.value() != self._settings.text_size
        self.larger.setText(NEXT_TIME)
        self.larger.setVisible(changed)

    def _go(self) -> None:
        try:
            minutes = self.lock_after.value() or self._settings.lock_after
        except BadInputError as error:
            self.problem.say(str(error))
            self.lock_after.setFocus()
            return
        chosen = replace(
            self._settings,
            text_size=self.size_of_text.value() or self._settings.text_size,
            look=self.look.value(),
            lock_after=minutes,
            use_keyring=bool(self.keyring.value()),
        )
        self.accept()
        self._take(chosen)
