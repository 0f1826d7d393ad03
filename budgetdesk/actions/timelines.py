"""The time line of a case, with its papers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from budgetdesk.actions.library import Library
from budgetdesk.actions.names import names_of
from budgetdesk.household.case import Case
from budgetdesk.wording.timeline import Event, PaperThere, timeline


class _Paper(Protocol):
    """A paper of the store, as `actions.signing.KeptPaper` has it."""

    @property
    def id(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def made_on(self) -> date: ...


def events_of(case: Case, library: Library, papers: Iterable[_Paper] = ()) -> tuple[Event, ...]:
    """Everything that has happened, the newest first; own notes are none of it."""
    there = (PaperThere(id=str(one.id), title=one.title, made_on=one.made_on) for one in papers)
    return timeline(case, names_of(library), there)
