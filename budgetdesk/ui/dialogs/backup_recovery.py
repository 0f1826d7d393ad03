"""Nødnøgle: whether there is one, and a new one on paper. The key itself is shown on the paper alone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from budgetdesk.actions import backups
from budgetdesk.actions.workspace import Workspace
from budgetdesk.documents.papers.recovery_pdf import recovery_pdf
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _
from budgetdesk.ui import background
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.papers import show_pdf
from budgetdesk.ui.widgets.words import Words

LEAD = N_(
    "Glemmer du adgangskoden, er nødnøglen den eneste vej ind. Den bliver skrevet ud én gang "
    "og ligger ikke i computeren. Læg arket i et aflåst skab."
)


class RecoveryDialog(SmallDialog):
    """Makes a recovery key and shows the page to print."""

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        words = backups.check_words(workspace)
        super().__init__(parent, _("Nødnøgle"), _("Lav en ny nødnøgle") if words else _("Lav en nødnøgle"), self._go)
        self._workspace = workspace
        there = (
            _("Der er en nødnøgle. Kontrolord: {words}.").format(words=", ".join(words))
            if words
            else _("Der er ingen nødnøgle endnu.")
        )
        more = (
            _("Laver du en ny, virker den gamle ikke mere på sagerne, men stadig på kopier fra dens tid.")
            if words
            else ""
        )
        self.there = Words(there, "strong")
        self.add(Words(_(LEAD), "muted"), self.there, *([Words(more, "muted")] if more else []))
        self.agree.setFocus()

    def _go(self) -> None:
        workspace = self._workspace
        self.agree.setEnabled(False)

        def make() -> bytes:
            printed = backups.make_recovery_key(workspace)
            house = workspace.library.house.name
            return recovery_pdf(printed, backups.words_of(printed), on=workspace.today, organisation=house)

        background.run(self, make, self._made, self._failed)

    def _made(self, pdf: bytes) -> None:
        owner = self.parentWidget()
        self.accept()
        if owner is not None:
            show_pdf(owner, _("Nødnøgle"), pdf, file_name="noednoegle.pdf")

    def _failed(self, error: Exception) -> None:
        self.agree.setEnabled(True)
        if isinstance(error, BudgetDeskError):
            self.problem.say(str(error))
        else:
            show_error(self, error)
