"""When the last day to pay of a påkrav is no deadline any more, though nobody has rewritten the letter in the case."""

from __future__ import annotations

from enum import StrEnum

from budgetdesk.casework.clock import is_terminated
from budgetdesk.household.case import Case
from budgetdesk.money import ZERO
from budgetdesk.planning.owed import in_force, still_owed


class Over(StrEnum):
    """Why nothing is counted down to."""

    PAID = "paid"
    """The arrears are paid, on the plan of today or on one that has ended."""
    PLAN = "plan"
    """The landlord has said yes to a plan since the letter came."""


def deadline_over(case: Case) -> Over | None:
    """Why the deadline of the påkrav is over; None where it runs, was never there, or the ophævelse has come."""
    if is_terminated(case):
        return None
    if case.arrears.total > ZERO >= still_owed(case):
        return Over.PAID
    return Over.PLAN if _said_yes(case) else None


def _said_yes(case: Case) -> bool:
    """Whether the landlord said yes to the plan on the day the latest påkrav came or after it. A yes from before it, or
    without a day, stops nothing."""
    arrears = case.arrears
    yes = arrears.landlord_accepted.on if arrears.landlord_accepted is not None else None
    came = [day for day in (arrears.letter_arrived, *(row.paakrav_arrived for row in arrears.rows)) if day is not None]
    return yes is not None and in_force(case) and all(day <= yes for day in came)
