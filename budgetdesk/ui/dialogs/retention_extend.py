"""Gem sagen længere: until when, and why. Both stand in the record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import _
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.widgets.fields import DateEdit, TextEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words


class ExtendDialog(SmallDialog):
    """Asks; `extend(until, reason)` does it and raises what is wrong."""

    def __init__(
        self, parent: QWidget, case_id: str, today: date, said: str, extend: Callable[[date, str], object]
    ) -> None:
        super().__init__(parent, _("Gem sag {case_id} længere").format(case_id=case_id), _("Gem længere"), self._go)
        self._extend = extend
        self.until = DateEdit(today)
        self.reason = TextEdit(_("Fx lejer har bedt os følge med et år mere."), lines=2)
        self.add(
            Words(said, "muted"),
            Labelled(_("Gem sagen til og med"), self.until),
            Labelled(_("Hvorfor er det nødvendigt?"), self.reason, _("Grunden kommer til at stå i journalen.")),
        )
        self.until.setFocus()

    def _go(self) -> None:
        try:
            until = self.until.value()
            if until is None:
                self.problem.say(_("Skriv den dag, sagen skal gemmes til."))
                return
            self._extend(until, str(self.reason.value() or ""))
        except BudgetDeskError as error:
            self.problem.say(str(error))
            return
        self.accept()
