"""All papers of a case: sealed, printed for the pen, come back signed. Each seal is checked when the list is opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions import pen_copies
from budgetdesk.actions.case_papers import CasePaper, SealState, case_papers, copy_file, seal_state
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.signing import file_name
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.paper_copies import PenCopy
from budgetdesk.casework.record import Record
from budgetdesk.i18n import _
from budgetdesk.ui import background, theme
from budgetdesk.ui.dialogs.pen_copies import TakeInDialog
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.papers import show_pdf
from budgetdesk.ui.printing.paper import ToPrint, open_print
from budgetdesk.ui.widgets.cards import Card, row, two_lines
from budgetdesk.ui.widgets.scrolling import scrolled_part
from budgetdesk.ui.widgets.words import EmptyState, Words, button, hairline, set_shown
from budgetdesk.wording import case_papers as words

SIZE = (860, 680)


class CasePapersDialog(KeyedDialog):
    """The list, the newest first; look at, print, take a copy in or out."""

    enter_agrees = True

    def __init__(
        self, parent: QWidget, workspace: Workspace, desk: Desk, change: Callable[[str, Record], object]
    ) -> None:
        """`change` saves a record as one step of the case."""
        super().__init__(parent)
        self.setWindowTitle(_(words.TITLE))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._desk, self._change = workspace, desk, change
        self.states: dict[int, Words] = {}
        """By paper: what its seal says."""
        self.card = Card()
        self.nothing = EmptyState(_(words.NOTHING), _(words.NOTHING_HELP))
        self._shown: list[QWidget] = []
        self.take = button(f"{_(words.TAKE_IN)} …", self.take_in, role="primary")
        self._lay_out(parent.window())
        self.refresh()

    def refresh(self) -> None:
        """Show what lies in the case now."""
        for old in self._shown:
            old.hide()
            old.deleteLater()
        self.states, self._shown = {}, []
        papers = case_papers(self._workspace, self._desk.case_id, self._desk.record)
        for number, paper in enumerate(papers):
            parts = [] if number == 0 else [hairline()]
            for part in (*parts, self._row(paper)):
                self._shown.append(part)
                self.card.add(part)
        set_shown(self.nothing, not papers)
        self._check([paper.id for paper in papers if paper.sealed])

    def take_in(self) -> None:
        """A paper that was signed with a pen."""
        dialog = TakeInDialog(self, self._workspace, self._desk, self._change)
        dialog.finished.connect(lambda _result: self.refresh())
        dialog.open()

    def open_paper(self, paper: CasePaper) -> None:
        """Read a kept paper: its stored bytes."""
        workspace = self._workspace
        show = partial(show_pdf, self, paper.title, file_name=paper.file_name)
        background.run(self, lambda: workspace.document(paper.id), show)

    def print_paper(self, paper: CasePaper) -> None:
        """Print the stored bytes again."""
        workspace = self._workspace

        def show(pdf: bytes) -> None:
            open_print(self, ToPrint(title=paper.title, pdf=pdf, file_name=paper.file_name))

        background.run(self, lambda: workspace.document(paper.id), show)

    def open_copy(self, copy: PenCopy) -> None:
        """Look at the pages of a copy, as a paper."""
        workspace, case_id = self._workspace, self._desk.case_id
        name = file_name("underskrevet", case_id, copy.taken_on or self._desk.today)
        show = partial(show_pdf, self, copy.title, file_name=name)
        background.run(self, lambda: copy_file(workspace, case_id, copy), show)

    def take_out(self, copy: PenCopy) -> None:
        """Take a copy out of the case; Ctrl+Z brings it back."""
        self._change(pen_copies.TAKE_OUT, pen_copies.take_out(self._desk.record, copy.id))
        self.refresh()

    def _check(self, ids: list[int]) -> None:
        """One seal after the other, in threads."""
        workspace, today = self._workspace, self._desk.today
        for paper_id in ids:
            background.run(
                self,
                partial(seal_state, workspace, paper_id, today),
                partial(self._show_state, paper_id),
                partial(self._not_checked, paper_id),
            )

    def _show_state(self, paper_id: int, found: SealState) -> None:
        if paper_id in self.states:
            reason = next(iter(found.reasons), "")
            self.states[paper_id].setText(words.seal(found.signed_by, found.level, valid=found.valid, reason=reason))

    def _not_checked(self, paper_id: int, error: Exception) -> None:
        if paper_id in self.states:
            self.states[paper_id].setText(str(error))

    def _row(self, paper: CasePaper) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 6, 0, 6)
        box.setSpacing(6)
        about = words.paper(paper.made_on, paper.code, sealed=paper.sealed, for_tenant_only=paper.for_tenant_only)
        texts = two_lines(paper.title, about if paper.id else "")
        if paper.sealed:
            self.states[paper.id] = Words(_(words.CHECKING), "small")
            texts.addWidget(self.states[paper.id])
        across = QHBoxLayout()
        across.addLayout(texts, 1)
        if paper.id:
            for each in (
                button(_("Vis"), partial(self.open_paper, paper), name=_("Vis {title}").format(title=paper.title)),
                button(
                    _("Udskriv …"),
                    partial(self.print_paper, paper),
                    name=_("Udskriv {title}").format(title=paper.title),
                ),
            ):
                across.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(across)
        for copy in paper.copies:
            box.addWidget(self._copy(copy))
        return holder

    def _copy(self, copy: PenCopy) -> QWidget:
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(theme.INNER, 0, 0, 0)
        across.addWidget(Words(words.copy(copy), "small"), 1)
        across.addWidget(
            button(
                _("Vis kopien"), partial(self.open_copy, copy), name=_("Vis kopien af {title}").format(title=copy.title)
            )
        )
        across.addWidget(
            button(
                _("Tag ud"),
                partial(self.take_out, copy),
                role="quiet",
                name=_("Tag kopien af {title} ud").format(title=copy.title),
            )
        )
        return holder

    def _lay_out(self, window: QWidget) -> None:
        self.card.add(self.nothing)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 22, 28, 18)
        box.setSpacing(theme.INNER)
        box.addWidget(Words(_(words.TITLE), "title"))
        box.addWidget(scrolled_part(self.card), 1)
        box.addLayout(row(self.take, None, button(_("Luk"), self.reject)))
        self.resize(min(SIZE[0], window.width() - 40), min(SIZE[1], window.height() - 40))
