"""Another passphrase: the old one, and the new one twice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import _
from budgetdesk.ui import background
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.secret import NewSecret, Secret
from budgetdesk.ui.widgets.words import Words


class PassphraseDialog(SmallDialog):
    """`change(old, new)` runs in a thread and raises what is wrong; `done` is called when it has worked."""

    def __init__(self, parent: QWidget, change: Callable[[str, str], object], done: Callable[[], object]) -> None:
        super().__init__(parent, _("Skift adgangskode"), _("Skift"), self._go)
        self._change = change
        self._done = done
        self.old = Secret()
        self.new = NewSecret(_("Ny adgangskode"))
        self.add(
            Words(_("Den kan ikke genskabes. Skriv den nye ned, og læg den et sikkert sted."), "muted"),
            Labelled(_("Den gamle adgangskode"), self.old),
            self.new,
        )
        self.old.line.setFocus()

    def _go(self) -> None:
        sentence = "" if self.old.value() else _("Skriv den gamle adgangskode først.")
        sentence = sentence or self.new.problem()
        self.problem.say(sentence)
        if sentence:
            return
        old, new = self.old.value(), self.new.value()
        self.agree.setEnabled(False)
        background.run(self, lambda: self._change(old, new), self._changed, self._failed)

    def _changed(self, _nothing: object) -> None:
        self.accept()
        self._done()

    def _failed(self, error: Exception) -> None:
        self.agree.setEnabled(True)
        if isinstance(error, BudgetDeskError):
            self.problem.say(str(error))
            self.old.line.setFocus()
        else:
            show_error(self, error)
