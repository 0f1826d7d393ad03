"""First start and unlocking: the passphrase, in clear sentences. Nothing of a case is behind these pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from budgetdesk.errors import BudgetDeskError
from budgetdesk.ui import theme
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.choices import Tick
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import InlineError, Words, button


class Secret(LineEdit):
    """A passphrase; shown as dots."""

    def __init__(self) -> None:
        super().__init__()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)

    def value(self) -> str:
        return self.line.text()

    def show_plainly(self, plain: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if plain else QLineEdit.EchoMode.Password)


class _LockedPage(QWidget):
    """A card in the middle of an empty window."""

    def __init__(self, heading: str, *sentences: str) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.card = Card()
        self.card.setFixedWidth(480)
        self.card.box.setContentsMargins(32, 28, 32, 28)
        self.card.box.setSpacing(12)
        self.card.add(Words(heading, "title"))
        for sentence in sentences:
            self.card.add(Words(sentence, "muted"))
        self.problem = InlineError()
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.card)
        across.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.OUTER, theme.OUTER, theme.OUTER, theme.OUTER)
        box.addStretch(2)
        box.addLayout(across)
        box.addStretch(3)

    def _try(self, action: Callable[[], object]) -> None:
        self.problem.say("")
        try:
            action()
        except BudgetDeskError as error:
            self.problem.say(str(error))


class UnlockPage(_LockedPage):
    """Asks for the passphrase; a wrong one is said under the field, which is then emptied."""

    def __init__(self, unlock: Callable[[str], object], why: str = "") -> None:
        super().__init__("Lås op", why or "Sagerne ligger krypteret på denne computer.")
        self._unlock = unlock
        self.secret = Secret()
        self.secret.line.returnPressed.connect(self._go)
        self.card.add(Labelled("Adgangskode", self.secret), self.problem)
        self.card.add(row(button("Lås op", self._go, role="primary")))
        self.setFocusProxy(self.secret.line)

    def _go(self) -> None:
        if not self.secret.value():
            self.problem.say("Skriv adgangskoden.")
            return
        self._try(lambda: self._unlock(self.secret.value()))
        self.secret.show_text("")


class FirstStartPage(_LockedPage):
    """Chooses the passphrase, twice, and whether this computer may remember the key."""

    def __init__(self, make: Callable[[str, bool], object], *, remember: bool = True) -> None:
        super().__init__(
            "Velkommen til BudgetDesk",
            "Alt, I skriver, bliver krypteret og bliver på denne computer. Vælg den adgangskode, der låser op.",
            "Den kan ikke genskabes. Skriv den ned, og læg den et sikkert sted.",
        )
        self._make = make
        self.first = Secret()
        self.second = Secret()
        self.plain = Tick("Vis adgangskoden")
        self.plain.edited.connect(self._show_plainly)
        self.remember = Tick("Lad computeren huske nøglen, når jeg er logget på")
        self.remember.show_value(remember)
        self.second.line.returnPressed.connect(self._go)
        self.card.add(Labelled("Adgangskode", self.first, "Fx fire ord efter hinanden."))
        self.card.add(Labelled("Adgangskode igen", self.second))
        self.card.add(self.plain, self.remember, self.problem)
        self.card.add(row(button("Kom i gang", self._go, role="primary")))
        for tick in (self.plain, self.remember):
            tick.name(tick.tick.text())
        self.setFocusProxy(self.first.line)

    def _show_plainly(self) -> None:
        for secret in (self.first, self.second):
            secret.show_plainly(self.plain.value())

    def _go(self) -> None:
        if self.first.value() != self.second.value():
            self.problem.say("De to adgangskoder er ikke ens. Skriv den samme to gange.")
            return
        if not self.first.value():
            self.problem.say("Skriv en adgangskode.")
            return
        self._try(lambda: self._make(self.first.value(), self.remember.value()))
