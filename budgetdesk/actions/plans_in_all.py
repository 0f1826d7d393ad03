"""All repayment plans of the store at once: who to call, and how plans went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from budgetdesk.actions.library import Library
from budgetdesk.casework.clock import last_day_to_pay
from budgetdesk.collecting import not_collecting
from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Case
from budgetdesk.i18n import _
from budgetdesk.planning.call_list import Call, PlanCounts, call_list, plan_counts
from budgetdesk.planning.follow_up import begins


class PlansOf(Protocol):
    """What is needed of a workspace."""

    library: Library

    def cases_with_plans(self) -> dict[str, Case]:
        """Case number -> the facts that following its plan needs."""


@dataclass(frozen=True, kw_only=True)
class AllPlans:
    """The call list of a day, and the counts of a period."""

    on: date
    calls: tuple[Call, ...]
    counts: PlanCounts
    start: date | None = None
    end: date | None = None


def all_plans(workspace: PlansOf, *, on: date, start: date | None = None, end: date | None = None) -> AllPlans:
    """Read and follow every plan. About a second for a thousand cases: in a thread where a window waits.
    Raises BadInputError where the period ends before it begins, and StoreError."""
    if start is not None and end is not None and end < start:
        raise BadInputError(_("Perioden slutter, før den begynder. Ret dagene."))
    with not_collecting():
        cases = workspace.cases_with_plans()
        return AllPlans(
            on=on,
            calls=call_list(cases, workspace.library.policy, on=on, pay_by=_pay_by),
            counts=plan_counts(cases.values(), start=start, end=end),
            start=start,
            end=end,
        )


def _pay_by(case: Case) -> date | None:
    """The last day to pay of a letter that came after the plan, by the eviction clock; most cases have none."""
    start, arrears = begins(case), case.arrears
    letters = (arrears.letter_arrived, *(row.paakrav_arrived for row in arrears.rows))
    if start is None or not any(day is not None and day > start for day in letters):
        return None
    return last_day_to_pay(case)
