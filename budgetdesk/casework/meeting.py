"""A meeting: how the case stood when it began, and what the adviser has done to the draft of the note since.

The picture is kept with the case until the note is closed, so that the draft can say what has changed. It is no fact
of the case: it stands in no case file, no step of undo changes it, and it goes when the case goes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal

from budgetdesk.casework.record import Record
from budgetdesk.household.case import Case
from budgetdesk.money import ZERO

NOTES = "notes"
"""The one list of the case that no draft speaks about: the notes themselves."""


@dataclass(frozen=True, kw_only=True)
class Figures:
    """The month and the arrears, as they were shown; kr/month, the arrears kr."""

    income: Decimal = ZERO
    expenses: Decimal = ZERO
    luft: Decimal = ZERO
    arrears: Decimal = ZERO


@dataclass(frozen=True, kw_only=True)
class FoundHelp:
    """One benefit that was found to be worth applying for: its name, and kr/month beyond today where that is known."""

    name: str
    amount: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class StatementSeen:
    """One statement of an account that lies in the case, by its id."""

    id: str
    account: str = ""
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, kw_only=True)
class PaperMade:
    """One signed paper that lies in the case, by its id in the store."""

    id: str
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """Everything a draft may speak about, at one moment. The notes are left out of `case`."""

    case: Case = field(default_factory=Case)
    figures: Figures = field(default_factory=Figures)
    found: tuple[FoundHelp, ...] = ()
    statements: tuple[StatementSeen, ...] = ()
    receipts: int = 0
    papers: tuple[PaperMade, ...] = ()
    unknown: tuple[str, ...] = ()
    """What is missing, in the program's words."""


@dataclass(frozen=True, kw_only=True)
class Edit:
    """What the adviser has done to one sentence of the draft, or wrote under a heading, by its key."""

    key: str
    heading: str = ""
    text: str = ""
    gone: bool = False
    """True for a sentence that was taken out."""
    facts: str = ""
    """What the facts gave when it was written: to tell when they give another sentence since."""


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A meeting that is not written down yet."""

    begun_on: date
    begun_at: datetime
    """The computer's clock, aware."""
    start: Scene
    edits: tuple[Edit, ...] = ()

    def edit(self, key: str) -> Edit | None:
        """What was done to a sentence; None where it stands as the facts give it."""
        return next((one for one in self.edits if one.key == key), None)


def with_edit(meeting: Meeting, edit: Edit) -> Meeting:
    """The meeting with one edit put, in the order of the keys. An edit without text that takes nothing out is none."""
    kept = [one for one in meeting.edits if one.key != edit.key]
    if edit.text or edit.gone:
        kept.append(edit)
    return replace(meeting, edits=tuple(sorted(kept, key=lambda one: one.key)))


def only_notes(before: Record, after: Record) -> bool:
    """Whether two records differ in their notes at the most: writing a note does not begin a meeting."""
    same = before.spending is after.spending and before.copies == after.copies
    return same and without_notes(before.case) == without_notes(after.case)


def without_notes(case: Case) -> Case:
    """The case as a picture keeps it: an own note must not stand anywhere else than among the own notes."""
    return replace(case, notes=()) if case.notes else case
