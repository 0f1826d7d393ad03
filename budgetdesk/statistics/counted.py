"""One case as statistics see it: no name, no number of a person, no day of birth, nothing that was written freely."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from budgetdesk.dates import Month, age_on
from budgetdesk.household.case import Case
from budgetdesk.household.words import (
    ContactKind,
    ContactOutcome,
    EvictionKind,
    HomeStatus,
    Initiative,
    Letter,
    Outcome,
    PlanOutcome,
    ThreatOutcome,
)
from budgetdesk.money import ZERO
from budgetdesk.statistics.amounts import NO_MONEY, Money, PlanEnd, ended_plans, money_of

YEAR = 12
"""Months after which the outcome is counted."""


@dataclass(frozen=True, kw_only=True)
class Who:
    """The tenant, on the day the course began."""

    age: int | None = None
    children: int | None = None
    marital: str = ""
    income_base: str = ""
    education: str = ""


@dataclass(frozen=True, kw_only=True)
class Reaching:
    """How the tenant was reached."""

    kinds: tuple[ContactKind, ...] = ()
    first_kind: ContactKind | None = None
    first_by: Initiative | None = None
    reached: bool | None = None
    outreach: bool | None = None
    """Whether somebody went to the door."""
    minutes: int = 0


@dataclass(frozen=True, kw_only=True)
class Threat:
    """The threat against the home, and how it went on. Amounts are kr."""

    since: date | None = None
    """The day of the ophævelse."""
    terminations: int | None = None
    meeting_wanted: bool | None = None
    arrears_covered: bool | None = None
    outcome: ThreatOutcome | None = None
    eviction: EvictionKind | None = None
    left_on: date | None = None
    house_rules: bool | None = None
    lived_months: int | None = None
    arrears_at_leaving: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Offer:
    """Advice offered to a new tenant."""

    on: date | None = None
    by: ContactKind | None = None
    accepted: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What may be counted about one case. Empty text, an empty list and None mean "not known"."""

    organisation: str = ""
    area: str = ""
    began: date | None = None
    ended: date | None = None
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """List of the categories -> the words of the case."""
    who: Who = Who()
    reaching: Reaching = Reaching()
    threat: Threat = Threat()
    offer: Offer = Offer()
    plans: tuple[PlanOutcome, ...] = ()
    """How the plans that have ended did end."""
    plan_running: bool = False
    gained: Decimal = ZERO
    """Benefits granted during the course, kr/month."""
    a_year_after_start: HomeStatus | None = None
    a_year_after_end: HomeStatus | None = None
    may_be_counted: bool | None = None
    """What the tenant has said to being counted where consent is needed; None where nobody has asked."""
    money: Money = NO_MONEY
    ended_plans: tuple[PlanEnd, ...] = ()
    """The plans of `plans`, each with the day it ended."""


def counted(case: Case) -> Counted:
    """What may be counted about a case."""
    course = case.course
    granted = (one.granted for one in case.applications if one.outcome is Outcome.GRANTED and one.granted is not None)
    types = [*([case.info.type] if case.info.type else []), *course.more_types]
    return Counted(
        organisation=case.info.organisation,
        area=course.area,
        began=course.began or case.info.opened,
        ended=course.ended,
        words={
            "types": tuple(dict.fromkeys(types)),
            "situations": course.situations,
            "occasions": course.occasions,
            "causes": course.causes,
            "referred_by": course.referred_by,
            "activities": course.activities,
            "advice": course.advice,
            "help": course.help,
        },
        who=_who(case),
        reaching=_reaching(case),
        threat=_threat(case),
        offer=Offer(on=course.offered_on, by=course.offered_by, accepted=course.accepted),
        plans=tuple(former.outcome for former in case.former_agreements),
        plan_running=bool(case.agreement and case.agreement.instalments and case.agreement.made_on),
        gained=sum(granted, ZERO),
        a_year_after_start=_home(case, after_end=False),
        a_year_after_end=_home(case, after_end=True),
        may_be_counted=course.may_be_counted,
        money=money_of(case),
        ended_plans=ended_plans(case),
    )


def _who(case: Case) -> Who:
    tenant, began = case.tenant, case.course.began or case.info.opened
    if tenant is None:
        return Who(education=case.course.education)
    return Who(
        age=age_on(tenant.born, began) if tenant.born and began else None,
        children=len(case.children),
        marital=tenant.marital or "",
        income_base=tenant.income_base[-1].base if tenant.income_base else "",
        education=case.course.education,
    )


def _reaching(case: Case) -> Reaching:
    contacts = [one for one in case.contacts if one.with_whom == ""]
    in_order = sorted(contacts, key=lambda one: (one.on is None, one.on or date.min))
    first = next((one for one in in_order if one.kind), None)
    return Reaching(
        kinds=tuple(dict.fromkeys(one.kind for one in contacts if one.kind)),
        first_kind=first.kind if first else None,
        first_by=first.initiative if first else None,
        reached=any(one.outcome is ContactOutcome.REACHED for one in contacts) if contacts else None,
        outreach=any(one.kind is ContactKind.VISIT for one in contacts) if contacts else None,
        minutes=sum(one.minutes or 0 for one in case.contacts),
    )


def _threat(case: Case) -> Threat:
    course, arrears = case.course, case.arrears
    by_letter = arrears.letter_arrived if arrears.letter in (Letter.OPHAEVELSE, Letter.FOGED) else None
    left = course.left_on or (arrears.eviction if course.eviction is EvictionKind.BAILIFF else None)
    return Threat(
        since=arrears.ophaevelse_arrived or by_letter,
        terminations=course.terminations_this_year,
        meeting_wanted=course.meeting_wanted,
        arrears_covered=course.arrears_covered,
        outcome=course.outcome,
        eviction=None if course.temporary else course.eviction,
        left_on=left,
        house_rules=course.house_rules,
        lived_months=_months(case.tenancy.moved_in, left),
        arrears_at_leaving=course.arrears_at_leaving,
    )


def _months(start: date | None, end: date | None) -> int | None:
    """Whole months from one day to another; None where one is not known or they stand the wrong way round."""
    if start is None or end is None or end < start:
        return None
    first, last = Month.of(start), Month.of(end)
    return (last.year - first.year) * YEAR + last.number - first.number - (end.day < start.day)


def _home(case: Case, *, after_end: bool) -> HomeStatus | None:
    """Where the tenant lived a year after; None where nobody has asked."""
    asked = (one.home for one in case.checks if one.months == YEAR and one.after_end is after_end)
    return next((home for home in asked if home), None)
