"""A case kept in memory only: for tests, and for trying a page without a store. Nothing is written anywhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from budgetdesk.casework.meeting import Meeting
from budgetdesk.casework.record import Record
from budgetdesk.storage.kept import Kept


@dataclass(frozen=True)
class _Step:
    label: str
    merge: str
    before: Record
    after: Record


class MemoryStore:
    """A CaseStore that forgets everything when the program ends."""

    def __init__(self, record: Record) -> None:
        self._kept = Kept(record=record)
        self._steps: list[_Step] = []
        self._done = 0
        self._meeting: Meeting | None = None
        self._mergeable = True  # not right after undo or redo: typing then starts a step of its own

    def load(self) -> Kept:
        return self._kept

    def change(self, label: str, before: Record, after: Record, *, merge: str, at: datetime) -> Kept:
        newest = self._done == len(self._steps)
        last = self._steps[-1] if self._steps and newest and self._mergeable else None
        del self._steps[self._done :]
        if last is not None and merge and last.merge == merge:
            self._steps[-1:] = [replace(last, after=after, label=label)] if last.before != after else []
        else:
            self._steps.append(_Step(label, merge, before, after))
        self._done = len(self._steps)
        self._mergeable = True
        return self._now(after, at)

    def undo(self, current: Record, *, at: datetime) -> Kept:
        if self._done == 0:
            return self._kept
        self._done -= 1
        self._mergeable = False
        return self._now(self._steps[self._done].before, at)

    def redo(self, current: Record, *, at: datetime) -> Kept:
        if self._done == len(self._steps):
            return self._kept
        self._done += 1
        self._mergeable = False
        return self._now(self._steps[self._done - 1].after, at)

    def set_draft(self, path: str, text: str | None) -> None:
        drafts = {**self._kept.drafts}
        drafts.pop(path, None)
        self._kept = replace(self._kept, drafts=drafts if text is None else {**drafts, path: text})

    def meeting(self) -> Meeting | None:
        return self._meeting

    def keep_meeting(self, meeting: Meeting | None) -> None:
        self._meeting = meeting

    def _now(self, record: Record, at: datetime) -> Kept:
        self._kept = replace(
            self._kept,
            record=record,
            can_undo=self._steps[self._done - 1].label if self._done else None,
            can_redo=self._steps[self._done].label if self._done < len(self._steps) else None,
            saved_at=at,
        )
        return self._kept
