"""Seglet on a card or a USB stick: which library talks to it, which of its certificates seals, and its PIN."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from budgetdesk import formats
from budgetdesk.actions import sealing, token_seals
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _
from budgetdesk.ui import background
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.widgets.cards import held_row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.secret import Secret
from budgetdesk.ui.widgets.words import Words, button, set_shown

if TYPE_CHECKING:
    from budgetdesk.documents.seals.certificate import SealKey

WIDTH = 640
USUAL = (
    r"C:\Program Files\OpenSC Project\OpenSC\pkcs11\opensc-pkcs11.dll",
    "/Library/OpenSC/lib/opensc-pkcs11.so",
    "/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so",
    "/usr/lib64/opensc-pkcs11.so",
)
"""Where OpenSC lies, which talks to most cards."""
MODULES = N_("PKCS#11-moduler (*.dll *.so *.dylib)")
ABOUT = N_(
    "Nøglen bliver på kortet. Sæt kortet i, og vælg det PKCS#11-modul, der hører til det. "
    "Brug kun en fil fra dem, der har udstedt kortet."
)
ABOUT_PIN = N_("Den gemmes ikke. Du bliver spurgt om den, første gang du forsegler, efter programmet er låst op.")


class TokenDialog(SmallDialog):
    """Finds the certificates of the cards that are in, and takes one when its PIN is right."""

    def __init__(
        self, parent: QWidget, workspace: Workspace, when: datetime, taken: Callable[[SealKey], object]
    ) -> None:
        """`when`: now, aware; `taken` gets the key that seals from now on."""
        super().__init__(parent, _("Segl på et kort eller en USB-nøgle"), _("Brug det"), self._use)
        self._workspace, self._when, self._done = workspace, when, taken
        self._found: tuple[SealKey, ...] = ()
        self.module, self.pin = LineEdit(), Secret()
        self.certificates = ListChoice([])
        self.certificates.name(_("Certifikat"))
        self.search = button(_("Find certifikater"), self._find)
        self.which = Labelled(_("Certifikat"), self.certificates)
        self.secret = Labelled(_("Kortets PIN-kode"), self.pin, _(ABOUT_PIN))
        choose = button(_("Vælg fil …"), self.choose)
        self.add(Words(_(ABOUT), "muted"), Labelled(_("PKCS#11-modul"), self.module), held_row(choose, self.search))
        self.add(self.which, self.secret)
        self.widen(WIDTH)
        self.module.show_value(next((file for file in USUAL if Path(file).exists()), ""))
        self._show(())
        self.module.line.setFocus()

    def choose(self) -> None:
        """Let the user find the card's library."""
        name, _rest = QFileDialog.getOpenFileName(self, _("Vælg PKCS#11-modulet"), "", _(MODULES))
        if name:
            self.module.show_value(name)
            self._find()

    def _find(self) -> None:
        module = str(self.module.line.text()).strip()
        if not module:
            self.problem.say(_("Vælg først det PKCS#11-modul, der hører til kortet."))
            self.module.line.setFocus()
            return
        self._hold(True)
        background.run(self, lambda: token_seals.found(module), self._show, self._failed)

    def _show(self, found: tuple[SealKey, ...]) -> None:
        self._hold(False)
        self._found = found
        self.certificates.set_options([(at, _named(key)) for at, key in enumerate(found)])
        for widget in (self.which, self.secret):
            set_shown(widget, bool(found))
        self.agree.setEnabled(bool(found))
        (self.agree if found else self.search).setDefault(True)
        if found:
            self.certificates.show_value(0)
            self.pin.line.setFocus()

    def _use(self) -> None:
        at, pin, workspace, when = self.certificates.value(), self.pin.value(), self._workspace, self._when
        if not self._found or not isinstance(at, int):
            return
        key = self._found[at]
        self._hold(True)
        background.run(self, lambda: sealing.use_token(workspace, key, pin, at=when), self._taken, self._failed)

    def _hold(self, busy: bool) -> None:
        """One thing at a time: a PIN that is sent twice is two tries."""
        self.problem.say("")
        self.search.setEnabled(not busy)
        self.agree.setEnabled(not busy and bool(self._found))

    def _taken(self, key: SealKey) -> None:
        self.pin.line.clear()
        self._done(key)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._hold(False)
        self.pin.line.clear()
        (self.pin if self._found else self.module).line.setFocus()
        if isinstance(error, BudgetDeskError):
            self.problem.say(str(error))
        else:
            show_error(self, error)


class PinDialog(SmallDialog):
    """Asks for the card's PIN before a seal; `then` goes on when the card has taken it."""

    def __init__(self, parent: QWidget, give: Callable[[str], object], then: Callable[[], object]) -> None:
        super().__init__(parent, _("Kortets PIN-kode"), _("Forsegl og gem"), self._give)
        self._try, self._then = give, then
        self.pin = Secret()
        self.add(Words(_("Seglets nøgle ligger på et kort. Sæt kortet i, og skriv PIN-koden."), "muted"))
        self.add(Labelled(_("Kortets PIN-kode"), self.pin, _(ABOUT_PIN)))
        self.pin.line.setFocus()

    def _give(self) -> None:
        pin = self.pin.value()
        self.problem.say("")
        self.agree.setEnabled(False)
        background.run(self, lambda: self._try(pin), self._given, self._failed)

    def _given(self, _nothing: object) -> None:
        self.pin.line.clear()
        self.accept()
        self._then()

    def _failed(self, error: Exception) -> None:
        self.agree.setEnabled(True)
        self.pin.line.clear()
        self.pin.line.setFocus()
        if isinstance(error, BudgetDeskError):
            self.problem.say(str(error))
        else:
            show_error(self, error)


def _named(key: SealKey) -> str:
    """Whose it is, and how long it holds: two on one card are often for the same name."""
    day = formats.day(key.certificate.not_valid_after_utc.date())
    return _("{name}, gælder til {day}").format(name=key.organisation, day=day)
