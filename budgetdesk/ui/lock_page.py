"""First start and unlocking: the passphrase, in clear sentences. Nothing of a case is behind these pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import _
from budgetdesk.ui import background, theme
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.choices import Tick
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.secret import NewSecret, Secret
from budgetdesk.ui.widgets.words import InlineError, Words, button

T = TypeVar("T")


class _LockedPage(QWidget):
    """A card in the middle of an empty window. What takes time is done in a thread; the button then says so."""

    def __init__(self, heading: str, *sentences: str) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(heading)
        self.card = Card()
        self.card.setFixedWidth(480)
        self.card.box.setContentsMargins(32, 28, 32, 28)
        self.card.box.setSpacing(12)
        self.card.add(Words(heading, "title"))
        for sentence in sentences:
            self.card.add(Words(sentence, "muted"))
        self.problem = InlineError()
        self.go: QPushButton | None = None
        self._words = ""
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.card)
        across.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.OUTER, theme.INNER, theme.OUTER, theme.INNER)
        box.addStretch(2)
        box.addLayout(across)
        box.addStretch(3)

    def run(self, work: Callable[[], T], done: Callable[[T], object]) -> None:
        """Do `work` in a thread; what goes wrong is said under the fields. Nothing more can be begun meanwhile."""
        self._wait(True)
        self.problem.say("")
        background.run(self, work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._wait(False)
        if isinstance(error, BudgetDeskError):
            self.problem.say(str(error))
        else:
            show_error(self, error)
        self.setFocus()

    def _wait(self, waiting: bool) -> None:
        if self.go is None:
            return
        if waiting:
            self._words = self.go.text()
            # The button keeps its size: the page stands still.
            self.go.setFixedSize(self.go.size())
        self.go.setText(_("Åbner …") if waiting else self._words)
        self.card.setEnabled(not waiting)


class UnlockPage(_LockedPage):
    """Asks for the passphrase; a wrong one is said under the field, which is then emptied."""

    def __init__(
        self,
        unlock: Callable[[str], T],
        done: Callable[[T], object],
        why: str = "",
        *,
        forgotten: Callable[[], object] | None = None,
        restore: Callable[[], object] | None = None,
    ) -> None:
        """`forgotten`: what there is where the passphrase is lost; `restore`: another way in, by a backup."""
        super().__init__(_("Lås op"), why or _("Sagerne ligger krypteret på denne computer."))
        self._begin: Callable[[str], None] = lambda secret: self.run(lambda: unlock(secret), done)
        self.secret = Secret()
        self.secret.line.returnPressed.connect(self._unlock)
        self.card.add(Labelled(_("Adgangskode"), self.secret), self.problem)
        self.go = button(_("Lås op"), self._unlock, role="primary")
        self.card.add(row(self.go))
        others = [(_("Jeg har glemt adgangskoden"), forgotten), (_("Hent en sikkerhedskopi …"), restore)]
        self.ways = [button(text, act, role="quiet") for text, act in others if act is not None]
        if self.ways:
            self.card.add(row(*self.ways))
        self.setFocusProxy(self.secret.line)

    def _unlock(self) -> None:
        if not self.secret.value():
            self.problem.say(_("Skriv adgangskoden."))
            return
        self._begin(self.secret.value())
        self.secret.show_text("")


class RecoveryPage(_LockedPage):
    """Asks for the recovery key on paper."""

    def __init__(self, unlock: Callable[[str], T], done: Callable[[T], object], back: Callable[[], object]) -> None:
        super().__init__(
            _("Brug nødnøglen"),
            _("Skriv nøglen fra arket. Store og små bogstaver er lige gode."),
            _("Er der intet ark, kan ingen åbne sagerne uden adgangskoden. Det kan vi heller ikke."),
        )
        self._begin: Callable[[str], None] = lambda typed: self.run(lambda: unlock(typed), done)
        self.printed = LineEdit("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.printed.line.returnPressed.connect(self._unlock)
        self.card.add(Labelled(_("Nødnøgle"), self.printed), self.problem)
        self.go = button(_("Lås op"), self._unlock, role="primary")
        self.card.add(row(self.go, button(_("Tilbage"), back)))
        self.setFocusProxy(self.printed.line)

    def _unlock(self) -> None:
        if not self.printed.value():
            self.problem.say(_("Skriv nødnøglen."))
            return
        self._begin(str(self.printed.value()))


class _ChoosePage(_LockedPage):
    """A page where a passphrase is chosen."""

    def _lay_out(self, *more: QWidget) -> None:
        self.new = NewSecret()
        self.first, self.second = self.new.first, self.new.second
        self.second.line.returnPressed.connect(self._go_on)
        self.card.add(self.new, *more, self.problem)
        self.setFocusProxy(self.first.line)

    def _go_on(self) -> None:
        sentence = self.new.problem()
        self.problem.say(sentence)
        if not sentence:
            self.choose(self.new.value())

    def choose(self, passphrase: str) -> None:
        """Take the passphrase that was written twice."""
        raise NotImplementedError


class FirstStartPage(_ChoosePage):
    """Chooses the passphrase, and whether this computer may remember the key as well."""

    def __init__(
        self,
        make: Callable[[str, bool], T],
        done: Callable[[T, bool], object],
        *,
        remember: bool = True,
        restore: Callable[[], object] | None = None,
    ) -> None:
        """`restore`: for whoever comes from another computer with a backup."""
        super().__init__(
            _("Velkommen til BudgetDesk"),
            _("Alt, I skriver, bliver krypteret og bliver på denne computer. Vælg den adgangskode, der låser op."),
            _("Den kan ikke genskabes. Skriv den ned, og læg den et sikkert sted."),
        )
        self.remember = Tick(_("Lad computeren huske nøglen, når jeg er logget på"))
        self.remember.name(self.remember.tick.text())
        self.remember.show_value(remember)
        self._lay_out(self.remember)
        self.go = button(_("Kom i gang"), self._go_on, role="primary")
        self.card.add(row(self.go))
        if restore is not None:
            self.card.add(row(button(_("Hent en sikkerhedskopi …"), restore, role="quiet")))

        def begin(passphrase: str) -> None:
            kept = bool(self.remember.value())
            self.run(lambda: make(passphrase, kept), lambda made: done(made, kept))

        self._make = begin

    def choose(self, passphrase: str) -> None:
        self._make(passphrase)


class NewPassphrasePage(_ChoosePage):
    """After the recovery key has opened the store: another passphrase, before anything else."""

    def __init__(self, choose: Callable[[str], object], done: Callable[[], object]) -> None:
        super().__init__(
            _("Vælg en ny adgangskode"),
            _("Nødnøglen har låst op. Vælg den adgangskode, der skal bruges fra nu af."),
        )
        self._choose = choose
        self._done = done
        self._lay_out()
        self.go = button(_("Gem adgangskoden"), self._go_on, role="primary")
        self.card.add(row(self.go))

    def choose(self, passphrase: str) -> None:
        self.run(lambda: self._choose(passphrase), lambda _none: self._done())


class NoPassphrasePage(_ChoosePage):
    """The store was made without a passphrase: what is lost with the keyring, and an express choice."""

    def __init__(self, choose: Callable[[str], object], done: Callable[[], object]) -> None:
        super().__init__(
            _("Vælg en adgangskode"),
            _("Lige nu har kun denne computers nøglering nøglen til sagerne."),
            _(
                "Går computeren i stykker, eller bliver din bruger på den nulstillet, er alle sager tabt. "
                "Med en adgangskode kan de åbnes igen, og BudgetDesk kan låses, når du går."
            ),
        )
        self._choose = choose
        self._done = done
        self._lay_out()
        self.go = button(_("Gem adgangskoden"), self._go_on, role="primary")
        self.later = button(_("Fortsæt uden"), done, name=_("Fortsæt uden adgangskode"))
        self.card.add(row(self.go, self.later))

    def choose(self, passphrase: str) -> None:
        self.run(lambda: self._choose(passphrase), lambda _none: self._done())
