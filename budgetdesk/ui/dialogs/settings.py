"""Indstillinger: how large everything is, the colours, when to lock, and whether the computer remembers the key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from budgetdesk.errors import BadInputError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.settings import Settings
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.theme import Look
from budgetdesk.ui.widgets.choices import Choice, Tick
from budgetdesk.ui.widgets.fields import NumberEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words

SIZES = ((100, N_("Almindelig")), (115, N_("Større")), (130, N_("Størst")))
LOOKS = ((Look.SYSTEM.value, N_("Som systemet")), (Look.LIGHT.value, N_("Lyse")), (Look.DARK.value, N_("Mørke")))
LANGUAGES = (("da", N_("Dansk")), ("en", N_("English")))
"""Each called what it calls itself."""
LANGUAGE_NEXT_TIME = N_("Sproget gælder, næste gang BudgetDesk åbnes. Papirer er på dansk.")
NEXT_TIME = N_("Størrelsen gælder, næste gang BudgetDesk åbnes.")


class SettingsDialog(SmallDialog):
    """Shows the settings; hands the chosen ones to `take`."""

    def __init__(self, parent: QWidget, settings: Settings, take: Callable[[Settings], object]) -> None:
        super().__init__(parent, _("Indstillinger"), _("Gem"), self._go)
        self._settings = settings
        self._take = take
        self.size_of_text = Choice(translated(SIZES))
        self.look = Choice(translated(LOOKS))
        self.language = Choice(translated(LANGUAGES))
        self.speaks = Words(_(LANGUAGE_NEXT_TIME), "small")
        self.lock_after = NumberEdit(what=_("Antal minutter"), low=1, high=120, whole=True)
        self.keyring = Tick(_("Lad computeren huske nøglen, når jeg er logget på"))
        self.keyring.name(self.keyring.tick.text())
        self.larger = Words("", "small")
        self.add(
            Labelled(_("Størrelse af tekst og knapper"), self.size_of_text),
            self.larger,
            Labelled(_("Farver"), self.look),
            Labelled(_("Sprog i programmet"), self.language),
            self.speaks,
            Labelled(_("Lås efter så mange minutter uden brug"), self.lock_after),
            self.keyring,
            Words(_("Uden det spørger BudgetDesk efter adgangskoden hver gang."), "small"),
        )
        self.size_of_text.show_value(settings.text_size)
        self.look.show_value(settings.look)
        self.language.show_value(settings.language)
        self.lock_after.show_value(settings.lock_after)
        self.keyring.show_value(settings.use_keyring)
        self.size_of_text.edited.connect(self._say_when)
        self.language.edited.connect(self._say_when)
        self.larger.hide()
        self.speaks.hide()
        self.size_of_text.setFocus()

    def _say_when(self) -> None:
        changed = self.size_of_text.value() != self._settings.text_size
        self.larger.setText(_(NEXT_TIME))
        self.larger.setVisible(changed)
        self.speaks.setVisible(self.language.value() != self._settings.language)

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
            language=self.language.value() or self._settings.language,
            lock_after=minutes,
            use_keyring=bool(self.keyring.value()),
        )
        self.accept()
        self._take(chosen)
