"""Udlevér alt om personen: a paper and files in one zip, and a mark in the record where something was put right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from budgetdesk.actions import access, rights
from budgetdesk.actions.access import HandedOut
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.signing import in_file_name
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _
from budgetdesk.ui import background
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.messages import show_error, show_note
from budgetdesk.ui.widgets.choices import Tick
from budgetdesk.ui.widgets.fields import TextEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Points, Words

OWN = N_(
    "Egne notater hører ikke til journalen. Men handler de om personen, kan de være med i en indsigt. "
    "Er du i tvivl, så spørg jeres databeskyttelsesrådgiver."
)


WIDE = 600


class AccessDialog(SmallDialog):
    """Says what is in the zip and whom else it is about; asks where to put it."""

    def __init__(self, parent: QWidget, workspace: Workspace, desk: Desk) -> None:
        super().__init__(parent, _("Udlevér alt om personen"), _("Gem som zip …"), self._go)
        self._workspace, self._desk = workspace, desk
        record = desk.record
        count = sum(note.own for note in record.case.notes)
        self.own = Tick(_("Tag også mine egne notater med ({count})").format(count=count))
        self.own.name(self.own.tick.text())
        self.own.setVisible(bool(count))
        others = Points(_("Se efter, før du giver det videre"))
        others.show_points(
            [_("Det fortæller også om {name}.").format(name=name) for name in access.third_persons(record)]
        )
        self.add(
            Words(
                _(
                    "Du får en zip-fil med en udskrift, der er til at læse, og de samme oplysninger som "
                    "filer. Filen er ikke krypteret. Send den ikke med almindelig mail. Svar personen inden "
                    "en måned."
                ),
                "muted",
            ),
            others,
            self.own,
            *([Words(_(OWN), "small")] if count else []),
        )
        self.widen(WIDE)

    def _go(self) -> None:
        name, _rest = QFileDialog.getSaveFileName(
            self, _("Gem alt om personen"), f"indsigt-sag-{in_file_name(self._desk.case_id)}.zip", _("Zip (*.zip)")
        )
        if not name:
            return
        workspace, case_id, own = self._workspace, self._desk.case_id, bool(self.own.value())
        self.agree.setEnabled(False)
        background.run(
            self, lambda: access.hand_out(workspace, case_id, Path(name), own_notes=own), self._written, self._failed
        )

    def _written(self, done: HandedOut) -> None:
        self.accept()
        show_note(
            self.parentWidget(),
            _("Zip-filen er skrevet"),
            _("Den ligger i “{file}”. Slet den, når den er givet.").format(file=done.file),
        )

    def _failed(self, error: Exception) -> None:
        self.agree.setEnabled(True)
        if isinstance(error, BudgetDeskError):
            self.problem.say(str(error))
        else:
            show_error(self, error)


class CorrectionDialog(SmallDialog):
    """Notes in the record that something was put right at the person's request."""

    def __init__(self, parent: QWidget, desk: Desk, changed: Callable[[], object]) -> None:
        super().__init__(parent, _("Notér en rettelse"), _("Notér"), self._go)
        self._desk, self._changed = desk, changed
        self.what = TextEdit(_("Fx: Lønnen er rettet fra 19.800 kr. til 18.900 kr."), lines=3)
        self.add(
            Words(_("Ret først selve oplysningen på dens side. Her noterer du, at personen bad om det."), "muted"),
            Labelled(_("Hvad er rettet, og hvad stod der før?"), self.what),
        )
        self.what.setFocus()

    def _go(self) -> None:
        try:
            rights.note_correction(self._desk, str(self.what.value() or ""))
        except BudgetDeskError as error:
            self.problem.say(str(error))
            return
        self.accept()
        self._changed()
