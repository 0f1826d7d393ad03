"""One case in the database: its rows, its drafts, and the journal that undo reads.

Each change is one transaction that writes the rows that differ and the journal entry together. A step that has been
undone stays in the journal until a new change takes its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Engine, Row, delete, insert, select, update

from budgetdesk.casework.meeting import Meeting
from budgetdesk.casework.record import Record
from budgetdesk.collecting import not_collecting
from budgetdesk.errors import StoreError
from budgetdesk.i18n import _
from budgetdesk.storage import beside, case_rows
from budgetdesk.storage import meetings as meeting_rows
from budgetdesk.storage.at_hand import AtHand
from budgetdesk.storage.difference import Difference, apply, between, from_json, to_json
from budgetdesk.storage.engine import telling
from budgetdesk.storage.kept import Kept
from budgetdesk.storage.tables import cases, drafts, journal


@dataclass(frozen=True, kw_only=True)
class Step:
    """One entry of the journal, as a list of what was done shows it."""

    number: int
    label: str
    at: datetime
    undone: bool
    difference: Difference


class Database:
    """The engine together with where its file is, for error texts. Every use is one transaction."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self.engine = engine
        self.path = path
        self.listed = AtHand(beside.summaries)
        self.counted = AtHand(beside.counts)
        self.planned = AtHand(beside.plans)
        self._closed = False

    def touch(self, case_id: str) -> None:
        """A case was saved, came or went: what is at hand about it is read anew. Call it after the transaction."""
        for each in (self.listed, self.counted, self.planned):
            each.touch(case_id)

    def forget(self) -> None:
        """Drop what is at hand about all cases."""
        for each in (self.listed, self.counted, self.planned):
            each.forget()

    def close(self) -> None:
        """Close every connection; nothing can be asked any more, also by a desk that is still about."""
        self._closed = True
        self.forget()
        self.engine.dispose()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction that is on the disk when the block ends, or undone when it raises. Raises StoreError leaves."""
        if self._closed:
            raise StoreError(_("BudgetDesk er låst. Skriv adgangskoden for at fortsætte."))
        with telling(self.path):
            try:
                with self.engine.begin() as connection:
                    yield connection
            except BaseException:
                # After a failed write nothing the engine remembers can be trusted: look at the file anew.
                self.engine.dispose()
                raise

    def empty_log(self) -> None:
        """Move everything from the write-ahead log into the database file, where deleted content is overwritten."""
        if self.engine.dialect.name == "sqlite":
            with telling(self.path), closing(self.engine.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


class SqlCaseStore:
    """A CaseStore in the database."""

    def __init__(self, database: Database, case_id: str) -> None:
        self._database = database
        self._case_id = case_id

    def load(self) -> Kept:
        with not_collecting(), self._database.transaction() as connection:
            self._require_case(connection)
            return self._kept(connection, case_rows.load(connection, self._case_id))

    def change(self, label: str, before: Record, after: Record, *, merge: str, at: datetime) -> Kept:
        with self._saving() as connection:
            self._require_case(connection)
            difference = between(before, after)
            case_rows.write(connection, self._case_id, difference)
            undone = connection.execute(delete(journal).where(self._mine, journal.c.undone.is_(True))).rowcount
            last = self._last_done(connection)
            if last is not None and merge and last.merge == merge and not undone:
                self._join(connection, last, label, before, after, at)
            else:
                self._append(connection, last.number + 1 if last else 1, label, difference, merge, at)
            return self._saved(connection, after, at)

    def undo(self, current: Record, *, at: datetime) -> Kept:
        return self._step_through(current, back=True, at=at)

    def redo(self, current: Record, *, at: datetime) -> Kept:
        return self._step_through(current, back=False, at=at)

    def set_draft(self, path: str, text: str | None) -> None:
        with self._database.transaction() as connection:
            connection.execute(delete(drafts).where(drafts.c.case_id == self._case_id, drafts.c.path == path))
            if text is not None:
                connection.execute(insert(drafts).values(case_id=self._case_id, path=path, text=text))

    def meeting(self) -> Meeting | None:
        with self._database.transaction() as connection:
            return meeting_rows.load(connection, self._case_id)

    def keep_meeting(self, meeting: Meeting | None) -> None:
        with self._database.transaction() as connection:
            self._require_case(connection)
            meeting_rows.keep(connection, self._case_id, meeting)

    def history(self) -> tuple[Step, ...]:
        """Every step that is kept, the oldest first."""
        with self._database.transaction() as connection:
            rows = connection.execute(select(journal).where(self._mine).order_by(journal.c.number))
            return tuple(
                Step(
                    number=row.number,
                    label=row.label,
                    at=row.at,
                    undone=row.undone,
                    difference=from_json(row.difference),
                )
                for row in rows
            )

    @property
    def _mine(self) -> ColumnElement[bool]:
        return journal.c.case_id == self._case_id

    def _require_case(self, connection: Connection) -> None:
        if connection.execute(select(cases.c.id).where(cases.c.id == self._case_id)).first() is None:
            raise StoreError(_("Sagen “{case_id}” findes ikke. Vælg en sag fra listen.").format(case_id=self._case_id))

    def _join(
        self, connection: Connection, last: _Entry, label: str, before: Record, after: Record, at: datetime
    ) -> None:
        """Let the last step lead to `after`; where that is where it began, there is no step left."""
        start = apply(before, self._difference(connection, last, before).backwards)
        joined = between(start, after)
        if joined == Difference():
            connection.execute(delete(journal).where(journal.c.id == last.id))
            return
        changed = update(journal).where(journal.c.id == last.id)
        connection.execute(changed.values(label=label, at=at, difference=to_json(joined, in_tables=True)))

    def _append(
        self, connection: Connection, number: int, label: str, difference: Difference, merge: str, at: datetime
    ) -> None:
        connection.execute(
            insert(journal).values(
                case_id=self._case_id,
                number=number,
                label=label,
                merge=merge,
                at=at,
                undone=False,
                difference=to_json(difference, in_tables=True),
            )
        )

    def _step_through(self, current: Record, *, back: bool, at: datetime) -> Kept:
        with self._saving() as connection:
            entry = self._last_done(connection) if back else self._first_undone(connection)
            if entry is None:
                return self._kept(connection, current)
            forwards = self._difference(connection, entry, current)
            difference = forwards.backwards if back else forwards
            case_rows.write(connection, self._case_id, difference)
            # Typing after an undo starts a step of its own: nothing joins a step that was taken back or done again.
            connection.execute(update(journal).where(self._mine, journal.c.merge != "").values(merge=""))
            # What is taken out of its table stands in the journal from now on, so that it can be done again.
            kept = update(journal).where(journal.c.id == entry.id)
            connection.execute(kept.values(undone=back, difference=to_json(forwards, in_tables=not back)))
            return self._saved(connection, apply(current, difference), at)

    @contextmanager
    def _saving(self) -> Iterator[Connection]:
        """A transaction that changes the case; once it is on the disk, lists and counts know of it."""
        with not_collecting(), self._database.transaction() as connection:
            yield connection
        self._database.touch(self._case_id)

    def _saved(self, connection: Connection, record: Record, at: datetime) -> Kept:
        beside.write(connection, self._case_id, record.case)
        connection.execute(update(cases).where(cases.c.id == self._case_id).values(saved_at=at))
        return self._kept(connection, record)

    def _kept(self, connection: Connection, record: Record) -> Kept:
        typed = connection.execute(select(drafts.c.path, drafts.c.text).where(drafts.c.case_id == self._case_id))
        done, undone = self._last_done(connection), self._first_undone(connection)
        return Kept(
            record=record,
            drafts={row.path: row.text for row in typed},
            can_undo=done.label if done else None,
            can_redo=undone.label if undone else None,
            saved_at=connection.scalar(select(cases.c.saved_at).where(cases.c.id == self._case_id)),
        )

    def _last_done(self, connection: Connection) -> _Entry | None:
        found = select(*_ENTRY).where(self._mine, journal.c.undone.is_(False)).order_by(journal.c.number.desc())
        return _entry(connection.execute(found.limit(1)).first())

    def _first_undone(self, connection: Connection) -> _Entry | None:
        found = select(*_ENTRY).where(self._mine, journal.c.undone.is_(True)).order_by(journal.c.number)
        return _entry(connection.execute(found.limit(1)).first())

    def _difference(self, connection: Connection, entry: _Entry, after: Record) -> Difference:
        """What a step changed; `after` is the record as it left it (what it added may stand there only)."""
        text = connection.scalar(select(journal.c.difference).where(journal.c.id == entry.id))
        return from_json(str(text), after)


@dataclass(frozen=True)
class _Entry:
    """The end of the journal without the difference, which can be long."""

    id: int
    number: int
    label: str
    merge: str


_ENTRY = (journal.c.id, journal.c.number, journal.c.label, journal.c.merge)


def _entry(row: Row[int, int, str, str] | None) -> _Entry | None:
    return None if row is None else _Entry(row.id, row.number, row.label, row.merge)
