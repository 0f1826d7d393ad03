"""What a desk needs of the place where one case is kept, without a word about how it is kept there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from budgetdesk.casework.meeting import Meeting
from budgetdesk.casework.record import Record


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One case as it stands in the store."""

    record: Record = field(default_factory=Record)
    drafts: Mapping[str, str] = field(default_factory=dict)
    """Path -> text of a field that cannot be read as a value (yet)."""
    can_undo: str | None = None
    can_redo: str | None = None
    """The label of the step, or None when there is none."""
    saved_at: datetime | None = None


class CaseStore(Protocol):
    """Keeps one case. Every call is one transaction: when it returns, it is safe; when it raises, nothing changed.

    All raise StoreError leaves with a Danish sentence when the disk refuses.
    """

    def load(self) -> Kept:
        """The case as it was last saved."""

    def change(self, label: str, before: Record, after: Record, *, merge: str, at: datetime) -> Kept:
        """Save the difference as one step. An equal, non-empty `merge` as the step before joins that step."""

    def undo(self, current: Record, *, at: datetime) -> Kept:
        """Take the last step back. Unchanged when there is none."""

    def redo(self, current: Record, *, at: datetime) -> Kept:
        """Do the step again that was last taken back. Unchanged when there is none."""

    def set_draft(self, path: str, text: str | None) -> None:
        """Keep the text of a field as it was typed, or forget it (None)."""

    def meeting(self) -> Meeting | None:
        """The meeting whose note is not closed yet."""

    def keep_meeting(self, meeting: Meeting | None) -> None:
        """Keep how a meeting began and what was done to its draft, or forget it (None). No step of undo."""
