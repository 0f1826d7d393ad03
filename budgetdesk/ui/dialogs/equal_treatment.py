"""Ens husstande, ens behandling: the report for the organisation, read in a thread, as a page or a table."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from budgetdesk.actions.equal_treatment import EqualReport, as_pdf, equal_report, write
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import BudgetDeskError, UserCancelled
from budgetdesk.i18n import N_, _
from budgetdesk.ui import background, theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.messages import show_error, show_note
from budgetdesk.ui.papers import show_pdf
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.words import EmptyState, Points, Words, button, set_shown
from budgetdesk.wording import equal as words

NOTHING = N_("Når sager har en restance eller en plan, kan de holdes op mod hinanden her.")
SHOWN = 8
"""So many of the differences stand in the dialog; the paper has them all."""


class EqualTreatmentDialog(KeyedDialog):
    """What was found in a few lines, and the ways to get it out."""

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        super().__init__(parent)
        self.setWindowTitle(_(words.TITLE))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(640)
        self._workspace = workspace
        self._wanted = True
        self.found: EqualReport | None = None
        self.busy = Words(_("Læser sagerne …"), "muted")
        self.summary = Words("", "strong")
        self.asked = Points(_("Spørg til dette:"))
        self.nothing = EmptyState(_("Der er ingen sager at sammenligne endnu"), _(NOTHING))
        self.page = button(_("Vis rapporten"), self._show_page, role="primary")
        self.table = button(_("Gem som tabel …"), self._ask_table)
        self.close_it = button(_("Luk"), self.reject)
        self._lay_out()
        work = partial(equal_report, workspace, on=workspace.today, told=self._told)
        background.run(self, work, self._show, self._not_read)

    def done(self, result: int) -> None:
        """Closing stops the reading."""
        self._wanted = False
        super().done(result)

    def save_table(self, target: Path) -> None:
        """Write the report as a table. What cannot be written is said."""
        if self.found is None:
            return
        try:
            write(self.found, target)
        except BudgetDeskError as error:
            show_error(self, error)
            return
        show_note(self, _("Tabellen er gemt"), _("Der er ingen navne og ingen sagsnumre i den."))

    def _told(self, done: int, of: int) -> bool:
        """From the thread: how far it is; False once the dialog is closed."""
        if self._wanted and done % 10 == 0:
            background.tell(
                self, lambda: self.busy.setText(_("Læser sag {done} af {of} …").format(done=done + 1, of=of))
            )
        return self._wanted

    def _show(self, found: EqualReport) -> None:
        self.found = found
        asked = [words.difference(one, found.titles) for group in found.groups for one in group.differences]
        more = [_("Og {count} til. Se rapporten.").format(count=len(asked) - SHOWN)] if len(asked) > SHOWN else []
        self.summary.setText(found.summary if found.cases else "")
        self.asked.show_points([*dict.fromkeys(asked[:SHOWN]), *more])
        set_shown(self.busy, False)
        for part in (self.summary, self.page, self.table):
            set_shown(part, bool(found.cases))
        set_shown(self.nothing, not found.cases)
        (self.page if found.cases else self.close_it).setFocus()

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, UserCancelled):
            set_shown(self.busy, False)
            show_error(self, error)

    def _show_page(self) -> None:
        found = self.found
        if found is not None:
            name = f"ens_behandling_{found.on.isoformat()}.pdf"
            show = partial(show_pdf, self, _(words.TITLE), file_name=name)
            background.run(self, lambda: as_pdf(found), show)

    def _ask_table(self) -> None:
        proposed = f"ens_behandling_{self._workspace.today.isoformat()}.csv"
        name, _rest = QFileDialog.getSaveFileName(self, _("Gem som tabel"), proposed, _("Tabel (*.csv)"))
        if name:
            self.save_table(Path(name))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 22, 28, 18)
        box.setSpacing(theme.INNER)
        heading: list[QWidget] = [Words(_(words.TITLE), "title"), Words(_(words.LEAD), "muted")]
        for part in (*heading, self.busy, self.summary, self.asked, self.nothing):
            box.addWidget(part)
        box.addStretch(1)
        box.addLayout(row(self.page, self.table, None, self.close_it))
        hidden: list[QWidget] = [self.summary, self.nothing, self.page, self.table]
        for each in hidden:
            each.hide()
