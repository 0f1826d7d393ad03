"""Find a paper again, and its copy signed with a pen: by the code at the foot of its pages, typed or scanned, or by the
file, whose seal is checked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from budgetdesk import formats
from budgetdesk.actions import pen_copies
from budgetdesk.actions.paper_check import NOT_HERE, CheckedPaper, check_file
from budgetdesk.actions.signing import file_name
from budgetdesk.documents.sheet import check_code
from budgetdesk.errors import BudgetDeskError, DocumentError
from budgetdesk.i18n import N_, _
from budgetdesk.ui import background
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.papers import show_pdf
from budgetdesk.ui.printing.paper import ToPrint, open_print
from budgetdesk.ui.widgets.cards import held_row
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Points, Words, button, set_shown
from budgetdesk.wording import case_papers as words

if TYPE_CHECKING:
    from budgetdesk.actions.workspace import DocumentSummary, Workspace

WHERE = N_("Koden står nederst på hver side. En scanner kan læse billedet ved siden af.")
EXAMPLE = "XXXX-XXXX-XX"
WIDTH = 600
"""Px: room for what is found, so that the dialog does not jump."""


class FindPaperDialog(SmallDialog):
    """The code or the file above, what was found below. Works while the cases are locked, for files only."""

    def __init__(
        self,
        parent: QWidget,
        folder: Path,
        today: date,
        workspace: Workspace | None,
        open_case: Callable[[str], object],
    ) -> None:
        """`folder`: the profile, whose own seal is known."""
        super().__init__(parent, _("Find et papir"), _("Find"), self.look_up)
        self._folder, self._today, self._workspace, self._open = folder, today, workspace, open_case
        self._found: DocumentSummary | None = None
        self.code = LineEdit(EXAMPLE)
        self.choose = button(_("Vælg en PDF-fil …"), self.choose_file)
        self.headline, self.told = Words("", "strong"), Points()
        self.show_it = button(_("Vis papiret"), self._show_kept)
        self.print_it = button(_("Udskriv …"), self._print_kept)
        self.open_it = button(_("Åbn sagen"), self._open_case)
        self.add(
            Labelled(_("Kode fra papiret"), self.code),
            Words(_(WHERE), "muted"),
            held_row(self.choose),
            self.headline,
            self.told,
            held_row(self.show_it, self.print_it, self.open_it),
        )
        self.widen(WIDTH)
        self._say("", (), None)
        self.code.line.setFocus()

    def look_up(self) -> None:
        """Look up the code that was typed."""
        self.problem.say("")
        if self._workspace is None or self._workspace.locked:
            self.problem.say(_("Lås op for sagerne først. En PDF-fil kan kontrolleres uden."))
            return
        try:
            kept = self._workspace.papers_with_code(self.code.text())
        except BudgetDeskError as error:
            self._say("", (), None)
            self.problem.say(str(error))
            return
        if not kept:
            self._say(_("Ikke fundet"), (NOT_HERE.format(code=check_code.read(self.code.text())),), None)
            return
        headline, sentences = _told(kept)
        self._say(headline, (*sentences, *_signed_copies(kept, self._workspace)), kept[-1])

    def choose_file(self) -> None:
        """Let the user choose a PDF, ours or somebody else's, and say what its seal says."""
        name, _rest = QFileDialog.getOpenFileName(self, _("Kontrollér en PDF"), "", _("PDF (*.pdf)"))
        if name:
            self.check(Path(name))

    def check(self, file: Path) -> None:
        """Check a file, in a thread."""
        folder, today, workspace = self._folder, self._today, self._workspace

        def work() -> CheckedPaper:
            return check_file(_read(file), folder, today, workspace)

        background.run(self, work, lambda found: self._show_checked(file, found), self._not_checked)

    def _not_checked(self, error: Exception) -> None:
        self.problem.say(str(error))

    def _show_checked(self, file: Path, found: CheckedPaper) -> None:
        self.problem.say("")
        good = _("er i orden") if found.seal.valid else _("er ikke i orden")
        self._say(f"“{file.name}” {good}", found.sentences, found.kept[-1] if found.kept else None)

    def _say(self, headline: str, sentences: tuple[str, ...], kept: DocumentSummary | None) -> None:
        self._found = kept
        self.headline.setText(headline)
        self.told.show_points(sentences)
        set_shown(self.headline, bool(headline))
        set_shown(self.told, bool(sentences))
        for one in (self.show_it, self.print_it, self.open_it):
            set_shown(one, kept is not None)

    def _show_kept(self) -> None:
        kept, workspace = self._found, self._workspace
        if kept is not None and workspace is not None:
            name = file_name(kept.kind, kept.case_id, kept.made_on)
            show_pdf(self, kept.title, workspace.document(kept.id), file_name=name)

    def _print_kept(self) -> None:
        """Print the stored bytes again."""
        kept, workspace = self._found, self._workspace
        if kept is not None and workspace is not None:
            name = file_name(kept.kind, kept.case_id, kept.made_on)
            open_print(self, ToPrint(title=kept.title, pdf=workspace.document(kept.id), file_name=name))

    def _open_case(self) -> None:
        if self._found is not None:
            self.accept()
            self._open(self._found.case_id)


def _told(kept: tuple[DocumentSummary, ...]) -> tuple[str, tuple[str, ...]]:
    sealed = {True: _("underskrevet og forseglet"), False: _("skrevet ud uden segl")}
    lines = [
        _("{title}, {sealed} den {made_on}, sag {case_id}.").format(
            title=one.title, sealed=sealed[one.sealed], made_on=formats.day(one.made_on), case_id=one.case_id
        )
        for one in kept
    ]
    return (_("Fundet"), (*lines, _("Hold papiret op mod det, der ligger i sagen: hvert tal skal være det samme.")))


def _signed_copies(kept: tuple[DocumentSummary, ...], workspace: Workspace) -> tuple[str, ...]:
    """What has come back signed with a pen: the scanned copies of these papers."""
    found = dict.fromkeys((one.case_id, one.check_code) for one in kept)
    copies = (copy for case_id, code in found for copy in pen_copies.copies_in(workspace, case_id, code))
    return tuple(words.copy(copy) for copy in copies)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise DocumentError(
            _("Filen “{name}” kan ikke læses. Se, om den findes, og om du må læse den.").format(name=file.name)
        ) from error
