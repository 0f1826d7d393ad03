"""The time line of a case, with its papers."""

from __future__ import annotations

from collections.abc import Iterable

from budgetdesk.actions.library import Library
from budgetdesk.actions.scenes import names_of
from budgetdesk.actions.signing import KeptPaper
from budgetdesk.household.case import Case
from budgetdesk.wording.timeline import Event, PaperThere, timeline


def events_of(case: Case, library: Library, papers: Iterable[KeptPaper] = ()) -> tuple[Event, ...]:
    """Everything that has happened, the newest first; own notes are none of it."""
    there = (PaperThere(id=str(one.id), title=one.title, made_on=one.made_on) for one in papers)
    return timeline(case, names_of(library), there)
