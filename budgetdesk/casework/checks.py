"""Light follow-up after a course: one call of a minute after 1, 3, 9 and 12 months. Still at home? The plan? The money?

The months are the organisation's own (`follow_up_months` of the policy), and a year is always among them: the outcome
is counted a year after the start and a year after the end. A check is planned when the tenant says yes to being called.
Source: "En let, regelmæssig opfølgning af tidligere brugere er tiden værd" (Københavns Kommune 2008, in our words).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from budgetdesk.dates import Month
from budgetdesk.household.case import Case
from budgetdesk.household.course import Check
from budgetdesk.household.paths import next_id
from budgetdesk.household.words import HomeStatus, Outcome
from budgetdesk.planning.owed import in_force

YEAR = 12


@dataclass(frozen=True, kw_only=True)
class Planned:
    """One check with its day."""

    check: Check
    day: date

    def is_due(self, on: date) -> bool:
        """Whether it is time to call."""
        return self.day <= on


@dataclass(frozen=True, kw_only=True)
class Checks:
    """All checks of a case, held against a day."""

    due: tuple[Planned, ...] = ()
    """Time to call, the latest first: it answers for those before it."""
    coming: tuple[Planned, ...] = ()
    done: tuple[Check, ...] = ()
    """The newest first."""
    may_plan: bool = False
    """Nothing is planned after the start, and the course is on."""
    may_plan_after_end: bool = False
    """The course has ended, and nothing is planned after its end."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What there is to ask about, beside the home."""

    plan: bool = False
    """Whether there is, or was, a plan to ask about."""
    benefits: tuple[str, ...] = ()
    """Names of benefits that were applied for: did the money come?"""


def checks_of(case: Case, *, on: date) -> Checks:
    """The checks of a case on a day."""
    planned = [Planned(check=one, day=day) for one in case.checks if one.done is None and (day := day_of(case, one))]
    in_order = sorted(planned, key=lambda one: (one.day, one.check.months))
    done = sorted((one for one in case.checks if one.done), key=lambda one: one.done or date.min, reverse=True)
    ended = case.course.ended is not None
    return Checks(
        due=tuple(one for one in reversed(in_order) if one.is_due(on)),
        coming=tuple(one for one in in_order if not one.is_due(on)),
        done=tuple(done),
        may_plan=not ended and start_of(case) is not None and not any(not one.after_end for one in case.checks),
        may_plan_after_end=ended and not any(one.after_end for one in case.checks),
    )


def start_of(case: Case) -> date | None:
    """The day the course began."""
    return case.course.began or case.info.opened


def day_of(case: Case, check: Check) -> date | None:
    """The day of a check: so many months after the start or the end; None where that is not known."""
    start = case.course.ended if check.after_end else start_of(case)
    return Month.of(start).plus(check.months).day(start.day) if start else None


def plan(case: Case, months: Sequence[int], *, after_end: bool = False) -> Case:
    """The case with its checks planned; those that stand there already stay. A year is always among them."""
    there = {one.months for one in case.checks if one.after_end is after_end}
    checks = case.checks
    for number in sorted({*months, YEAR} - there):
        checks = (*checks, Check(id=next_id(checks, "k"), months=number, after_end=after_end))
    return replace(case, checks=checks)


def answer(
    case: Case,
    check_id: str,
    *,
    home: HomeStatus,
    on: date,
    plan_kept: bool | None = None,
    benefits_arrived: bool | None = None,
    note: str = "",
) -> Case:
    """The case with one check answered. Earlier ones that nobody was reached for are taken out: in the ninth month
    nobody asks how it went in the third. A check of a year stays, for the outcome is counted by it."""
    asked = next(one for one in case.checks if one.id == check_id)
    said = replace(asked, done=on, home=home, plan_kept=plan_kept, benefits_arrived=benefits_arrived, note=note.strip())
    day = day_of(case, asked)
    left = [said if one.id == check_id else one for one in case.checks if not _over(case, one, check_id, day)]
    if home is HomeStatus.DEAD:
        left = [one for one in left if one.done is not None]
    return replace(case, checks=tuple(left))


def stop(case: Case) -> Case:
    """The tenant does not want to be called any more: what is planned is taken out, what was answered stays."""
    return replace(case, checks=tuple(one for one in case.checks if one.done is not None))


def asked_about(case: Case) -> Asked:
    """What there is to ask about beside the home."""
    plan_there = in_force(case) or bool(case.former_agreements)
    benefits = tuple(one.id for one in case.applications if one.outcome in (Outcome.GRANTED, Outcome.WAITING))
    return Asked(plan=plan_there, benefits=benefits)


def _over(case: Case, one: Check, answered: str, day: date | None) -> bool:
    if one.id == answered or one.done is not None or one.months == YEAR:
        return False
    own = day_of(case, one)
    return own is not None and day is not None and own < day
