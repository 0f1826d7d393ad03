"""Before a list is kept: whose it is, what it is for, on what ground, and when it is deleted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from budgetdesk.actions.arrears_imports import Keep
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _
from budgetdesk.readers.arrears_rules import load_list_rules
from budgetdesk.ui.widgets.cards import Card, form_grid
from budgetdesk.ui.widgets.fields import DateEdit, LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import InlineError, Words


class KeepingCard(Card):
    """Fields that begin with what was said last time for this sender."""

    def __init__(self, begin: Keep, workspace: Workspace) -> None:
        super().__init__(_("Før den gemmes"), _("Det står ved listen, så længe den er her."))
        self.from_whom = LineEdit(_("Fx Boligforeningen Lærkely"))
        self.stated_on, self.keep_until = DateEdit(workspace.today), DateEdit(workspace.today)
        self.by = LineEdit(_("Dit navn"))
        self.purpose = LineEdit()
        self.legal_basis = LineEdit(_("Fx aftale med udlejer af ... og samtykke i lejekontrakten"))
        self.problem = InlineError()
        self.from_whom.show_value(begin.sender)
        self.stated_on.show_value(begin.stated_on)
        self.keep_until.show_value(begin.keep_until)
        self.purpose.show_value(begin.purpose)
        self.legal_basis.show_value(begin.legal_basis)
        self.by.show_value(begin.by)
        labelled = [
            Labelled(_("Listen er fra"), self.from_whom),
            Labelled(_("Hentet af"), self.by),
            Labelled(_("Listens dag"), self.stated_on),
            Labelled(_("Slettes senest"), self.keep_until),
        ]
        self.add(form_grid(labelled, 2))
        self.add(Labelled(_("Hvad skal den bruges til?"), self.purpose))
        self.add(Labelled(_("Hvad må I bruge den efter?"), self.legal_basis))
        self.add(Words(load_list_rules().keeping.source, "small"), self.problem)

    def first_empty(self) -> QWidget:
        """The first field that must be filled in and is not, else the first one."""
        needed = (self.from_whom, self.purpose, self.legal_basis)
        return next((one.line for one in needed if not one.text().strip()), self.from_whom.line)

    def keep(self) -> Keep:
        """What stands there. Raises BadInputError where a day cannot be read or is missing."""
        stated_on, keep_until = self.stated_on.value(), self.keep_until.value()
        if stated_on is None or keep_until is None:
            raise BadInputError(_("Skriv listens dag, og hvornår den skal slettes."))
        return Keep(
            sender=self.from_whom.value(),
            stated_on=stated_on,
            purpose=self.purpose.value(),
            legal_basis=self.legal_basis.value(),
            keep_until=keep_until,
            by=self.by.value(),
        )
