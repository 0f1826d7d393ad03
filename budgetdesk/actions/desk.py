"""One open case on the desk: its facts, what follows from them, and undo. No Qt, no SQL in it.

A page makes a new Record and hands it to `Desk.change`; it is safe on the disk when the call returns.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from budgetdesk.actions import overview
from budgetdesk.actions.library import Library, load_library
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.meeting import Meeting, only_notes
from budgetdesk.casework.record import Record
from budgetdesk.casework.record_notes import CLOSING, changed_closed
from budgetdesk.errors import CaseBusyError, ClosedNoteError, UserCancelled
from budgetdesk.i18n import _, source_of
from budgetdesk.storage.kept import CaseStore, Kept
from budgetdesk.storage.memory import MemoryStore

Clock = Callable[[], datetime]
"""Tells the time of saving, aware. Calculations never see it; they are given `today`."""


def utc_clock() -> datetime:
    """The computer's clock, UTC."""
    return datetime.now(UTC)


class Desk:
    """One open case. Every change is saved at once, as one step that can be undone."""

    def __init__(
        self, case_id: str, store: CaseStore, *, today: date, library: Library, clock: Clock = utc_clock
    ) -> None:
        self.case_id = case_id
        self.today = today
        self.library = library
        self._store = store
        self._clock = clock
        self._listeners: list[Callable[[], None]] = []
        self._kept: Kept = store.load()
        self._drafts = dict(self._kept.drafts)
        self._overview: Overview | None = None
        self._meeting = store.meeting()
        self._arrived: Meeting | None = None
        self.resumed = self._meeting is not None
        """Whether a meeting that began before the case was opened is not written down yet."""
        self._long: LongChange | None = None

    @property
    def record(self) -> Record:
        """The facts and the spending, as saved."""
        return self._kept.record

    @property
    def overview(self) -> Overview:
        """What follows from the record on `today`; computed when first asked for after a change."""
        if self._overview is None:
            self._overview = overview.look(self.record, self.today, self.library)
        return self._overview

    @property
    def drafts(self) -> Mapping[str, str]:
        """Path -> text typed in a field that cannot be read as a value (yet)."""
        return self._drafts

    @property
    def saved_at(self) -> datetime | None:
        """When the record was last saved, UTC; None before the first change."""
        return self._kept.saved_at

    @property
    def can_undo(self) -> str | None:
        """The label of the step that `undo` would take back."""
        return self._kept.can_undo

    @property
    def can_redo(self) -> str | None:
        """The label of the step that `redo` would do again."""
        return self._kept.can_redo

    def change(self, label: str, record: Record, *, merge: str = "") -> None:
        """Save `record` as one step called `label` (Danish, as in "Fortryd: label"). Raises ClosedNoteError where a
        closed note would be another.

        An equal, non-empty `merge` as the step before joins that step: so one field typed letter by letter is one
        step. A record equal to the present one is no step. Raises StoreError when it could not be saved; nothing
        has then changed.
        """
        if record is self.record or record == self.record:
            return
        self._must_be_free()
        if changed_closed(self.record.case, record.case):
            raise ClosedNoteError(_("Notatet er lukket og kan ikke laves om. Skriv en rettelse, som peger på det."))
        if not only_notes(self.record, record):
            self._begin()
        self._take(self._store.change(source_of(label), self.record, record, merge=merge, at=self._clock()))

    def preview(self, record: Record) -> Overview:
        """What would follow from `record`, without saving it: the month and what is missing anew, the slow parts as
        they were. Cheap enough for every keystroke."""
        return overview.glance(self.overview, record, self.today, self.library)

    def keep_overview(self, record: Record, overview: Overview) -> None:
        """Take an overview computed elsewhere, such as in a thread, if `record` is still the one on the desk."""
        if record is self.record:
            self._overview = overview

    def take_library(self, library: Library) -> None:
        """Count with another library from now on, such as one with new figures of the law. No step, nothing to undo."""
        self.library = library
        self._overview = None
        self._tell()

    def undo(self) -> str | None:
        """Take the last step back; its label, or None when there is none. Raises ClosedNoteError at the closing of a
        note: what is written in the record stays. A note that a step wrote by itself, such as a yes to sharing, goes
        with its step."""
        label = self.can_undo
        if label is not None:
            self._must_be_free()
            self._begin()
            before, kept = self.record, self._store.undo(self.record, at=self._clock())
            if label == CLOSING and changed_closed(before.case, kept.record.case):
                self._take(self._store.redo(kept.record, at=self._clock()))
                raise ClosedNoteError(
                    _("Notatet er lukket og bliver stående. Ret oplysningen i feltet, eller skriv en rettelse.")
                )
            self._take(kept)
        return label

    def redo(self) -> str | None:
        """Do the last undone step again; its label, or None when there is none."""
        label = self.can_redo
        if label is not None:
            self._must_be_free()
            self._begin()
            self._take(self._store.redo(self.record, at=self._clock()))
        return label

    def set_draft(self, path: str, text: str) -> None:
        """Keep what stands in a field although it cannot be read as a value (yet), so that a crash cannot take it."""
        if self._drafts.get(path) != text:
            self._must_be_free()
            self._store.set_draft(path, text)
            self._drafts[path] = text

    def clear_draft(self, path: str) -> None:
        """The field holds a value again (or nothing): forget its draft."""
        if path in self._drafts:
            self._must_be_free()
            self._store.set_draft(path, None)
            del self._drafts[path]

    def now(self) -> datetime:
        """The time of the computer's clock, aware: for what is written down with a time, never for a calculation."""
        return self._clock()

    @property
    def meeting(self) -> Meeting | None:
        """The meeting whose note is not closed: the one that was begun, or the one that begins with the next change."""
        return self._meeting or self._arrived

    @property
    def meeting_is_kept(self) -> bool:
        """Whether something has changed since the meeting began, now or the last time the case was open."""
        return self._meeting is not None

    def arrive(self, meeting: Meeting) -> None:
        """Somebody sits down with the case. The meeting begins with the first change, unless another one is not written
        down yet: so looking at a case leaves nothing behind."""
        self._arrived = meeting

    def keep_meeting(self, meeting: Meeting | None) -> None:
        """Keep a meeting and what was done to its draft, or forget it (None). No step. Raises StoreError."""
        self._must_be_free()
        self._store.keep_meeting(meeting)
        self._meeting = meeting

    def _begin(self) -> None:
        """Keep how the case stood, before the first change of the meeting."""
        if self._meeting is None and self._arrived is not None:
            self._store.keep_meeting(self._arrived)
            self._meeting = self._arrived

    def begin_long(self) -> LongChange:
        """Begin a change that takes long and is made in a thread. Until its `end` nothing else changes the case: the
        order of the steps stays what the user saw, and so does undo. Raises CaseBusyError when one is under way."""
        self._must_be_free()
        self._begin()
        self._long = LongChange(self, self._store, self._clock)
        return self._long

    def close(self) -> None:
        """Nobody will change the case from this desk any more. A long change that is being saved is waited for, one
        that is not saved yet never will be: whoever opens the case afterwards sees all of it, or nothing."""
        if self._long is not None:
            self._long.close()

    def _must_be_free(self) -> None:
        if self._long is not None:
            raise CaseBusyError(
                _("Der bliver gemt noget stort i sagen lige nu. Vent, til det er færdigt, og prøv igen.")
            )

    def _end_long(self, change: LongChange, kept: Kept | None) -> None:
        if change is self._long:
            self._long = None
            if kept is not None:
                self._take(kept)

    def listen(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call `callback` after every change, undo and redo. Returns how to stop."""
        self._listeners.append(callback)

        def stop() -> None:
            if callback in self._listeners:
                self._listeners.remove(callback)

        return stop

    def _take(self, kept: Kept) -> None:
        self._kept = kept
        self._overview = None
        self._tell()

    def _tell(self) -> None:
        for callback in tuple(self._listeners):
            callback()


class LongChange:
    """One step of a desk that is made in a thread: `save` or `undo` there, then `end` where the desk lives."""

    def __init__(self, desk: Desk, store: CaseStore, clock: Clock) -> None:
        self.before = desk.record
        """The record that the change starts from; it stays so until `end`."""
        self._desk, self._store, self._clock = desk, store, clock
        self._kept: Kept | None = None
        self._saving = threading.Lock()
        self._closed = False

    @property
    def after(self) -> Record:
        """The record as it was saved; the one before while nothing was."""
        return self.before if self._kept is None else self._kept.record

    def save(self, label: str, record: Record) -> None:
        """Save `record` as one step, in any thread. Raises StoreError; nothing has then changed. A record that is the
        one before is no step."""
        if record is not self.before:
            self._do(lambda: self._store.change(source_of(label), self.before, record, merge="", at=self._clock()))

    def undo(self) -> None:
        """Take the last step back, in any thread."""
        self._do(lambda: self._store.undo(self.before, at=self._clock()))

    def redo(self) -> None:
        """Do the step again that was taken back last, in any thread."""
        self._do(lambda: self._store.redo(self.before, at=self._clock()))

    def close(self) -> None:
        """From now on nothing is saved; what is being saved is waited for. In the thread of the desk."""
        with self._saving:
            self._closed = True

    def _do(self, step: Callable[[], Kept]) -> None:
        """Raises UserCancelled when the case was closed meanwhile."""
        with self._saving:
            if self._closed:
                raise UserCancelled
            self._kept = step()
            self._kept.record.spending.rows.look_up()

    def end(self) -> None:
        """Let the desk go on, with what was saved, if anything. Once, in the thread of the desk."""
        kept, self._kept = self._kept, None
        self._desk._end_long(self, kept)


def memory_desk(record: Record, today: date, library: Library | None = None, *, clock: Clock = utc_clock) -> Desk:
    """A desk whose case is kept in memory only: for tests."""
    return Desk(
        record.case.info.number or "prøve",
        MemoryStore(record),
        today=today,
        library=library if library is not None else load_library(),
        clock=clock,
    )
