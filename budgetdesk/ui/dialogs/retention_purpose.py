"""Formål og frist: what the case is kept for, on which basis, until when, and whether it may be counted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from budgetdesk import formats
from budgetdesk.actions import rights
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import _
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.dialogs.retention_extend import ExtendDialog
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.choices import ListChoice, YesNo
from budgetdesk.ui.widgets.fields import TextEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words, button
from budgetdesk.wording import retention as words


class PurposeDialog(SmallDialog):
    """Fields of one case; `changed` is told when it is saved."""

    def __init__(self, parent: QWidget, workspace: Workspace, desk: Desk, changed: Callable[[], object]) -> None:
        super().__init__(parent, _("Formål og frist"), _("Gem"), self._go)
        self._workspace, self._desk, self._changed = workspace, desk, changed
        self._known = rights.retention(workspace)
        course = desk.record.case.course
        self.purpose = ListChoice([(one.title, one.title) for one in self._known.purposes])
        self.basis = TextEdit(lines=2)
        self.counted = YesNo()
        self.due = Words("", "muted")
        chosen = self._known.purpose(course.purpose)
        self.purpose.show_value(course.purpose or chosen.title)
        self.basis.show_value(course.legal_basis or chosen.legal_basis)
        self.counted.show_value(course.may_be_counted)
        self.purpose.edited.connect(self._take_basis)
        holder = QWidget()
        holder.setLayout(row(button(_("Gem længere …"), self._extend)))
        self.add(
            Labelled(_("Hvad bruges sagen til?"), self.purpose),
            Labelled(_("På hvilket grundlag?"), self.basis),
            Labelled(_("Må sagen tælle med i statistik uden navn?"), self.counted, _("Spørg lejeren.")),
            self.due,
            holder,
        )
        self._say_due()
        self.purpose.setFocus()

    def _say_due(self) -> None:
        due = rights.due_of(self._workspace, self._desk.case_id)
        self.due.setText(_("Skal slettes {on}. {why}").format(on=formats.day(due.on), why=words.why(due, self._known)))

    def _take_basis(self) -> None:
        self.basis.show_value(self._known.purpose(str(self.purpose.value())).legal_basis)

    def _extend(self) -> None:
        desk = self._desk

        def extend(until: date, reason: str) -> None:
            rights.extend(desk, until, reason)
            self._say_due()
            self._changed()

        ExtendDialog(self, desk.case_id, desk.today, self.due.text(), extend).open()

    def _go(self) -> None:
        try:
            rights.set_purpose(
                self._desk,
                purpose=str(self.purpose.value() or ""),
                legal_basis=str(self.basis.value() or ""),
                may_be_counted=self.counted.value(),
            )
        except BudgetDeskError as error:
            self.problem.say(str(error))
            return
        self.accept()
        self._changed()
