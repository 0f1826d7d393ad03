"""What somebody promised to do by today, across all cases: to-dos, calls, answers to ask for, looking at a plan.

Days of the eviction clock are not here: they stand first in the list of cases itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from budgetdesk.casework.case_steps import PROMISED, NextStep, still_open
from budgetdesk.casework.case_summary import CaseSummary


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do, and in which case."""

    case: CaseSummary
    step: NextStep


def due_today(cases: Iterable[CaseSummary], on: date) -> tuple[Due, ...]:
    """What is due on a day or before it, the oldest first."""
    maybe = (case for case in cases if (day := case.about.first_promise) is not None and day <= on)
    found = (Due(case, step) for case in maybe for step in _open(case, on) if _is_due(step, on))
    return tuple(sorted(found, key=lambda due: (due.step.day, due.case.tenant, due.case.id)))


def _open(case: CaseSummary, on: date) -> list[NextStep]:
    return still_open(case.about.steps, ended=case.about.ended, on=on)


def _is_due(step: NextStep, on: date) -> bool:
    return step.day <= on and step.kind in PROMISED
