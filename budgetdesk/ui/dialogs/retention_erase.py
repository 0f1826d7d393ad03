"""Slet sagen for altid: what goes, what stays, and the number of the case typed by hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from budgetdesk.actions import rights
from budgetdesk.actions.rights import Loss
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import _
from budgetdesk.ui import background
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Points

WIDTH = 640


class EraseDialog(SmallDialog):
    """Erases one case; `done` is told what to say when it is gone. Nothing happens before the number is right."""

    def __init__(
        self, parent: QWidget, workspace: Workspace, case_id: str, before: Callable[[], object],
        done: Callable[[str], object],
    ) -> None:  # fmt: skip
        """`before` is called when the number is right: whoever has the case open closes it."""
        super().__init__(
            parent, _("Slet sag {case_id} for altid").format(case_id=case_id), _("Slet for altid"), self._go
        )
        self._workspace, self._case_id, self._before, self._done = workspace, case_id, before, done
        loss = rights.what_goes(workspace, case_id)
        self.why = LineEdit(_("Fx fristen er gået"))
        self.typed = LineEdit(case_id, width=220)
        self.why.name(_("Hvorfor bliver sagen slettet"))
        self.typed.name(_("Skriv sagens nummer for at slette den"))
        self.typed.edited.connect(self._allow)
        self.typed.line.returnPressed.connect(self._go)
        self._lay_out(loss)
        self.agree.setDefault(False)
        self._allow()
        self.widen(WIDTH)
        self.why.setFocus()

    def _lay_out(self, loss: Loss) -> None:
        parts: list[QWidget] = []
        for heading, sentences in (
            (_("Se efter først"), loss.mind),
            (_("Det forsvinder"), loss.goes or (_("Sagen er tom."),)),
            (_("Det bliver"), loss.stays),
        ):
            if sentences:
                points = Points(heading)
                points.show_points(sentences)
                parts.append(points)
        parts += [
            Labelled(
                _("Hvorfor bliver sagen slettet?"),
                self.why,
                _("Grunden kommer i listen over slettede sager. Skriv ingen navne."),
            ),
            Labelled(_("Skriv sagens nummer for at slette den"), self.typed, _("Det kan ikke fortrydes.")),
        ]
        self.add(*parts)

    def _allow(self) -> None:
        self.agree.setEnabled(self.typed.value() == self._case_id)

    def _go(self) -> None:
        if self.typed.value() != self._case_id:
            self.problem.say(_("Skriv sagens nummer, {case_id}, for at slette den.").format(case_id=self._case_id))
            return
        workspace, case_id, why = self._workspace, self._case_id, str(self.why.value())
        self.agree.setEnabled(False)
        self._before()
        background.run(self, lambda: rights.erase(workspace, case_id, case_id, why=why), self._erased, self._failed)

    def _erased(self, said: str) -> None:
        self.accept()
        self._done(said)

    def _failed(self, error: Exception) -> None:
        self.agree.setEnabled(True)
        if isinstance(error, BudgetDeskError):
            self.problem.say(str(error))
        else:
            show_error(self, error)
