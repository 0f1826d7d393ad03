"""Fields for a passphrase, shown as dots; a new one is written twice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui.widgets.choices import Tick
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled


class Secret(LineEdit):
    """A passphrase; shown as dots."""

    def __init__(self) -> None:
        super().__init__()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhHiddenText
        )

    def value(self) -> str:
        return self.line.text()

    def show_plainly(self, plain: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if plain else QLineEdit.EchoMode.Password)


class NewSecret(QWidget):
    """A new passphrase, twice, and a tick to see it."""

    def __init__(self, label: str = N_("Adgangskode")) -> None:
        super().__init__()
        label = translated(label)
        self.first = Secret()
        self.second = Secret()
        self.plain = Tick(_("Vis adgangskoden"))
        self.plain.name(_("Vis adgangskoden"))
        self.plain.edited.connect(self._show_plainly)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(Labelled(label, self.first, _("Fx fire ord efter hinanden.")))
        box.addWidget(Labelled(_("{label} igen").format(label=label), self.second))
        box.addWidget(self.plain)
        self.setFocusProxy(self.first.line)

    def problem(self) -> str:
        """What is wrong with what was written, as one sentence; empty when nothing is."""
        if self.first.value() != self.second.value():
            return _("De to adgangskoder er ikke ens. Skriv den samme to gange.")
        return "" if self.first.value() else _("Skriv en adgangskode.")

    def value(self) -> str:
        return self.first.value()

    def _show_plainly(self) -> None:
        for secret in (self.first, self.second):
            secret.show_plainly(bool(self.plain.value()))
