"""What comes in on the page Forbrug: one file after the other is read, shown, and taken in.

Statements and digital receipts come first; pictures wait and are read together, so that the bank rows they belong to
are there. A layout nobody knows is asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from budgetdesk.actions import mappings
from budgetdesk.actions import receipts as receipt_actions
from budgetdesk.actions import spending as actions
from budgetdesk.actions.receipt_pile import File, MemoryPictures, Pictures, Pile, Places, StorePictures, take_in_pile
from budgetdesk.actions.receipts import ReceiptsChange
from budgetdesk.actions.spending import Change
from budgetdesk.casework.record import Record
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import _
from budgetdesk.ledger.statement import StatementRead
from budgetdesk.readers.incoming import Source
from budgetdesk.readers.mapping import Mapping as Layout
from budgetdesk.readers.receipts import ReceiptsRead
from budgetdesk.ui import background
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.forbrug import incoming
from budgetdesk.ui.pages.forbrug.apart import MANY_ROWS, Under, do_apart
from budgetdesk.ui.pages.forbrug.incoming import PictureFile, Read, UnknownLayout
from budgetdesk.ui.pages.forbrug.layout_dialog import LayoutDialog
from budgetdesk.ui.pages.forbrug.preview import StatementPreview
from budgetdesk.ui.pages.forbrug.reading import ReadingDialog
from budgetdesk.ui.pages.forbrug.receipts_queue import Bench, ReceiptsQueue


@dataclass(frozen=True)
class _Taken:
    """A statement that was saved."""

    change: Change
    turn: Callable[[], object]
    """Turns the page to what it covers."""


class Arrivals(QObject):
    """`take_in` files; `look_at` receipts beside their pictures.

    `do` saves a change and says what it did; `say` only says; `covers(record, statement)`, in any thread, finds
    out how to turn the page to what has come in.
    """

    def __init__(
        self,
        page: Page,
        *,
        do: Callable[[Change], object],
        say: Callable[[str], object],
        covers: Callable[[Record, StatementRead], Callable[[], object]],
    ) -> None:
        super().__init__(page)
        self._page, self._do, self._say, self._covers = page, do, say, covers
        self._waiting: list[Source] = []
        self._pile: list[File] = []
        self._places: dict[str, Places] = {}
        vault = page.place.vault
        self.pictures: Pictures = MemoryPictures()
        self.settings: mappings.Settings = mappings.MemorySettings()
        if vault is not None:
            self.pictures = StorePictures(vault.workspace, page.desk.case_id)
            self.settings = vault.workspace

    def take_in(self, sources: Sequence[Source]) -> None:
        """Read files one after the other; each statement is shown before it is taken in."""
        idle = not self._waiting
        self._waiting += sources
        if idle:
            self._read_next()

    def look_at(self, ids: Sequence[str]) -> ReceiptsQueue:
        """Show receipts one at a time beside their pictures."""
        bench = Bench(desk=self._page.desk, pictures=self.pictures, places=self._places, do=self._do)
        queue = ReceiptsQueue(bench, ids, self._page)
        if queue.receipt_id:
            queue.open()
        return queue

    @property
    def places(self) -> Mapping[str, Places]:
        """Where the receipts that were read since the case was opened say their shop, day and total."""
        return self._places

    # reading

    def _read_next(self) -> None:
        if self._waiting:
            background.run(self, partial(self._read, self._waiting[0]), self._was_read, self._failed)
        elif self._pile:
            files, self._pile = self._pile, []
            ReadingDialog(files, self._page.desk.today, self._take_in_pile, self._page).open()

    def _read(self, source: Source) -> Read:
        """In a thread: the layouts that are remembered lie in the store, which may be busy."""
        desk = self._page.desk
        return incoming.read(source, desk.library, desk.today, mappings.kept_mappings(self.settings))

    def _was_read(self, read: Read) -> None:
        if isinstance(read, PictureFile):
            self._pile.append((read.name, read.data))
            self._go_on()
        elif isinstance(read, ReceiptsRead):
            self._do(actions.import_receipts(self._page.record, read, self._page.desk.library))
            self._go_on()
        elif isinstance(read, UnknownLayout):
            self._ask_about(read)
        else:
            self._show(read)

    def _failed(self, error: Exception) -> None:
        show_error(self._page, error)
        self._go_on()

    def _go_on(self) -> None:
        del self._waiting[:1]
        self._read_next()

    # statements

    def _show(self, read: StatementRead) -> None:
        page = self._page
        preview = StatementPreview(read, page.record, page.desk.library, self._import, page)
        preview.finished.connect(lambda _result: self._go_on())
        preview.open()

    def _ask_about(self, unknown: UnknownLayout) -> None:
        page = self._page
        dialog = LayoutDialog(unknown, page.desk.library, page.desk.today, self._agreed, page)
        dialog.rejected.connect(self._go_on)
        dialog.open()

    def _agreed(self, layout: Layout, read: StatementRead) -> None:
        """Remember the layout for the next file alike, and show what was read as any statement."""
        try:
            mappings.keep_mapping(self.settings, layout)
        except BudgetDeskError as error:
            show_error(self._page, error)
        self._show(read)

    def _import(self, read: StatementRead) -> None:
        page = self._page
        if len(read.rows) + len(page.record.spending.transactions) <= MANY_ROWS:
            change = actions.import_statement(page.record, read, page.desk.library)
            self._covers(change.record, read)()
            self._do(change)
            return
        do_apart(
            page,
            _("Posteringerne bliver lagt ind."),
            partial(self._import_apart, read),
            lambda taken: self._say(taken.change.said),
            ready=lambda taken: taken.turn(),
        )

    def _import_apart(self, read: StatementRead, under: Under) -> _Taken:
        change = actions.import_statement(under.change.before, read, self._page.desk.library)
        under.saving()
        under.change.save(change.label, change.record)
        return _Taken(change, self._covers(change.record, read))

    # receipts

    def _take_in_pile(self, pile: Pile) -> None:
        self._places |= pile.places()
        do_apart(self._page, _("Kvitteringerne bliver lagt ind."), partial(self._pile_apart, pile), self._pile_is_in)

    def _pile_apart(self, pile: Pile, under: Under) -> ReceiptsChange:
        under.saving()
        return take_in_pile(under.change, pile, self.pictures, self._page.desk.library)

    def _pile_is_in(self, change: ReceiptsChange) -> None:
        self._say(change.said)
        if change.doubtful:
            self.look_at([each.receipt.id for each in change.doubtful])

    def look_at_doubtful(self) -> ReceiptsQueue:
        """Every receipt of the case that waits to be looked at."""
        return self.look_at([each.receipt.id for each in receipt_actions.doubtful_receipts(self._page.record)])
