"""Take a paper in that was signed with a pen: files chosen, read, shown with the paper they belong to, then kept."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from budgetdesk.actions import pen_copies, scan_folder
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.pen_copies import FOREIGN, Group, Paper, Read
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.errors import BudgetDeskError, UserCancelled
from budgetdesk.i18n import N_, _
from budgetdesk.ui import background, theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.scrolling import scrolled_part
from budgetdesk.ui.widgets.words import InlineError, Points, Words, button, set_shown
from budgetdesk.wording import case_papers as words

SIZE = (760, 620)
KINDS = N_("Billeder og PDF (*.pdf *.jpg *.jpeg *.png *.webp *.tif *.tiff)")
_THUMB = 96
_LIST_WIDTH = 340


class TakeInDialog(KeyedDialog):
    """Nothing is kept before *Gem i sagen*; the files are deleted only when that is asked for afterwards."""

    enter_agrees = True

    def __init__(
        self, parent: QWidget, workspace: Workspace, desk: Desk, change: Callable[[str, Record], object]
    ) -> None:
        """`change` saves a record as one step of the case."""
        super().__init__(parent)
        self.setWindowTitle(_(words.TAKE_IN))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._desk, self._change = workspace, desk, change
        self._stop = threading.Event()
        self._files: list[Path] = []
        self.taken: list[Path] = []
        """Files whose every page lies in the case now."""
        self.groups: dict[int, Group] = {}
        self.choose = button(_("Vælg filer …"), self.choose_files)
        self.scanner = button("", self.read_scanner)
        set_shown(self.scanner, False)
        self._new: tuple[Path, ...] = ()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_(words.READING))
        self.problems = Points()
        self.rows: Rows[int, GroupRow] = Rows(self._row)
        self.said = Announced("strong")
        self.keep = button(_("Gem i sagen"), self.take_in, role="primary")
        self.delete = button(_("Slet filerne"), self.delete_files)
        self._lay_out(parent.window())
        self._show_state(busy=False)
        self.choose.setFocus()
        background.run(self, partial(scan_folder.new_scans, workspace), self._offer, lambda _error: None)

    def read_scanner(self) -> None:
        """Read what has come into the folder of the scanner since."""
        self.read(self._new)

    def choose_files(self) -> None:
        """Let the user choose; reading begins at once."""
        names, _rest = QFileDialog.getOpenFileNames(self, _(words.TAKE_IN), "", _(KINDS))
        if names:
            self.read([Path(name) for name in names])

    def read(self, files: Sequence[Path]) -> None:
        """Read files, in a thread, and find out which papers they are."""
        self._files = [*files]
        self._stop = stop = threading.Event()
        self.rows.show_items([])
        self.said.say(_(words.READING))
        self._show_state(busy=True)
        workspace, case_id = self._workspace, self._desk.case_id

        def work() -> tuple[Read, tuple[Group, ...]]:
            read = pen_copies.read_files(files, told=self._told, stop=stop)
            return read, pen_copies.matched(workspace, case_id, read.pages)

        background.run(self, work, lambda found: self._found(*found), self._failed)

    def take_in(self) -> None:
        """Keep what was found, as one step; a paper of another case is left out."""
        ready = [group for group in self.groups.values() if group.paper is not None and not group.stranger]
        desk, workspace = self._desk, self._workspace
        record, today, by = desk.record, desk.today, workspace.account
        self._show_state(busy=True)

        def work() -> Record:
            return pen_copies.take_in(workspace, desk.case_id, record, ready, on=today, by=by)

        background.run(self, work, lambda made: self._kept(record, made, len(ready)), self._failed)

    def delete_files(self) -> None:
        """The files that were taken in whole, at the user's word; nothing else."""
        left = pen_copies.delete_files(self.taken)
        names = ", ".join(file.name for file in left)
        self.said.say(_(words.NOT_DELETED).format(names=names) if left else _("Filerne er slettet."))
        set_shown(self.delete, False)

    def done(self, result: int) -> None:
        """Closing stops the reading."""
        self._stop.set()
        super().done(result)

    # what is shown

    def choose_paper(self, at: int, paper: Paper) -> None:
        """Somebody says which paper some pages are."""
        group, workspace = self.groups[at], self._workspace

        def show(chosen: Group) -> None:
            self.groups[at] = chosen
            self.rows.rows[at].show_group(chosen)
            self.said.say("")
            self._show_state(busy=False)

        background.run(self, lambda: pen_copies.chosen(workspace, group, paper), show)

    def _offer(self, files: tuple[Path, ...]) -> None:
        """The scanner's folder has something new: offered, never taken by itself."""
        self._new = files
        self.scanner.setText(words.from_scanner(len(files)))
        self.scanner.setAccessibleName(self.scanner.text())
        set_shown(self.scanner, bool(files))

    def _told(self, done: int, of: int) -> None:
        background.tell(self, partial(self._show_far, done, of))

    def _show_far(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def _found(self, read: Read, groups: tuple[Group, ...]) -> None:
        self.groups = dict(enumerate(groups))
        self.said.say("")
        self.problems.show_points(read.problems or (() if groups else (_(words.NO_PAGES),)))
        self.rows.show_items(self.groups)
        self._show_state(busy=False)
        (self.keep if self.keep.isEnabled() else self.choose).setFocus()

    def _kept(self, before: Record, made: Record, papers: int) -> None:
        if self._desk.record is not before:  # something was typed meanwhile
            made = pen_copies.with_copies_of(self._desk.record, made)
        try:
            self._change(pen_copies.LABEL, made)
        except BudgetDeskError as error:
            self._failed(error)
            return
        left = {page.file for group in self.groups.values() if group.stranger for _rest, page in group.pages}
        kept = {page.file for group in self.groups.values() for _rest, page in group.pages} - left
        self.taken = [file for file in self._files if file.name in kept]
        scan_folder.mark_seen(self._workspace, [file for file in self.taken if file in self._new])
        self._offer(tuple(file for file in self._new if file not in self.taken))
        self.groups = {}
        self.rows.show_items([])
        self.problems.show_points(())
        self._show_state(busy=False)
        self.said.say(" ".join((words.taken_in(papers), *([_(words.DELETE_FILES)] if self.taken else []))))
        set_shown(self.delete, bool(self.taken))

    def _failed(self, error: Exception) -> None:
        self._show_state(busy=False)
        self.said.say("")
        if isinstance(error, BudgetDeskError) and not isinstance(error, UserCancelled):
            self.problems.show_points([str(error)])
        elif not isinstance(error, UserCancelled):
            show_error(self, error)

    def _row(self, at: int) -> GroupRow:
        return GroupRow(self.groups[at], self._papers(), partial(self.choose_paper, at))

    def _papers(self) -> tuple[Paper, ...]:
        return (*pen_copies.papers_of(self._workspace, self._desk.case_id), FOREIGN)

    def _show_state(self, *, busy: bool) -> None:
        set_shown(self.bar, busy)
        self.bar.setRange(0, 0)
        self.choose.setEnabled(not busy)
        self.scanner.setEnabled(not busy)
        ready = [group for group in self.groups.values() if group.paper is not None and not group.stranger]
        waiting = [group for group in self.groups.values() if group.paper is None and not group.stranger]
        self.keep.setEnabled(bool(ready) and not waiting and not busy)
        if waiting and not busy:
            self.said.say(_(words.CHOOSE_FIRST))
        set_shown(self.delete, False)

    def _lay_out(self, window: QWidget) -> None:
        card = Card()
        card.add(self.rows)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 22, 28, 18)
        box.setSpacing(theme.INNER)
        box.addWidget(Words(_(words.TAKE_IN), "title"))
        box.addWidget(Words(_(words.TAKE_IN_HELP), "muted"))
        box.addLayout(row(self.choose, self.scanner))
        box.addWidget(self.bar)
        box.addWidget(self.problems)
        box.addWidget(scrolled_part(self.rows), 1)
        box.addWidget(self.said)
        box.addLayout(row(self.keep, self.delete, None, button(_("Luk"), self.reject)))
        self.resize(min(SIZE[0], window.width() - 40), min(SIZE[1], window.height() - 40))


class GroupRow(QWidget):
    """Pages that belong together: a picture of the first, which paper, and what is missing."""

    def __init__(self, group: Group, papers: Sequence[Paper], chosen: Callable[[Paper], object]) -> None:
        super().__init__()
        self.title, self.about = Words("", "strong"), Words("", "small")
        self.problem = InlineError()
        self.which = ListChoice(
            [(paper, _named(paper)) for paper in papers], unknown=_("Vælg papiret"), width=_LIST_WIDTH
        )
        self.which.name(_("Hvilket papir er det?"))
        self.which.edited.connect(lambda: self.which.value() is not None and chosen(self.which.value()))
        texts = QVBoxLayout()
        texts.setSpacing(4)
        for part in (self.title, self.about, self.problem, self.which):
            texts.addWidget(part)
        texts.addStretch(1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 8, 0, 8)
        across.setSpacing(theme.INNER)
        across.addWidget(_thumb(group), 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(texts, 1)
        self.show_group(group)

    def show_group(self, group: Group) -> None:
        """Say which paper it is, or why that is not known."""
        paper = group.paper
        files = ", ".join(dict.fromkeys(page.file for _rest, page in group.pages))
        self.title.setText(_named(paper) if paper is not None else files)
        of_pages = paper.pages if paper is not None else 0
        self.about.setText(words.found(len(group.pages), of_pages, group.missing, group.twice))
        self.problem.say(group.problem)
        set_shown(self.which, paper is None and not group.stranger)


def _named(paper: Paper) -> str:
    return words.listed(paper.title, paper.made_on, paper.code) if paper.id else paper.title


def _thumb(group: Group) -> QLabel:
    label = QLabel()
    pixmap = QPixmap()
    pixmap.loadFromData(group.pages[0][1].picture)
    if not pixmap.isNull():
        label.setPixmap(pixmap.scaledToWidth(_THUMB, Qt.TransformationMode.SmoothTransformation))
    label.setAccessibleName(_("Billede af den første side"))
    return label
