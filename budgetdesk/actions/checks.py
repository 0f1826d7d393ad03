"""Follow-up calls: planned when the tenant says yes, answered in a minute, and listed across all cases when due.

Each function on a record returns a new one, for `Desk.change`: one step that can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from budgetdesk.casework import checks
from budgetdesk.casework.case_steps import StepKind
from budgetdesk.casework.case_summary import CaseSummary
from budgetdesk.casework.record import Record
from budgetdesk.errors import BadInputError
from budgetdesk.household.words import HomeStatus
from budgetdesk.i18n import _
from budgetdesk.planning.policy import Policy


@dataclass(frozen=True, kw_only=True)
class DueCheck:
    """A case whose follow-up call is due."""

    case_id: str
    tenant: str
    phone: str
    day: date
    months: int


def plan(record: Record, policy: Policy, *, after_end: bool = False) -> Record:
    """Plan the calls by the policy's months; a year is always among them."""
    return replace(record, case=checks.plan(record.case, policy.follow_up_months, after_end=after_end))


def answer(
    record: Record,
    check_id: str,
    *,
    home: HomeStatus | None,
    on: date,
    plan_kept: bool | None = None,
    benefits_arrived: bool | None = None,
    note: str = "",
) -> Record:
    """Answer a call. Raises BadInputError where nobody has said where the tenant lives, or the check is gone."""
    if home is None:
        raise BadInputError(_("Vælg, hvor lejeren bor."))
    if all(one.id != check_id for one in record.case.checks):
        raise BadInputError(_("Opkaldet er taget ud. Vælg et andet."))
    case = checks.answer(
        record.case, check_id, home=home, on=on, plan_kept=plan_kept, benefits_arrived=benefits_arrived, note=note
    )
    return replace(record, case=case)


def stop(record: Record) -> Record:
    """The tenant does not want to be called any more."""
    return replace(record, case=checks.stop(record.case))


def due_in_all(cases: Iterable[CaseSummary], *, on: date) -> tuple[DueCheck, ...]:
    """Every case whose call is due, the longest due first; the latest check of a case speaks for it. Invented cases are
    left out."""
    found = []
    for one in cases:
        steps = [s for s in one.steps(on) if s.kind is StepKind.CHECK and s.day <= on]
        if steps and not one.about.invented:
            last = max(steps, key=lambda step: step.day)
            found.append(
                DueCheck(
                    case_id=one.id,
                    tenant=one.tenant,
                    phone=next(iter(one.about.phones), ""),
                    day=last.day,
                    months=int(last.what),
                )
            )
    return tuple(sorted(found, key=lambda due: (due.day, due.case_id)))
