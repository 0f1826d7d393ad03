"""Help that somebody decides: the municipality, Udbetaling Danmark, and the landlord's yes to a plan.

An authority's usual time counts from the day of the application, or from today where there is none yet. Discretion is
never answered with no: what usually comes after the deadline is applied for all the same, and the landlord is asked to
wait.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.benefits.eviction_threat import threat
from budgetdesk.benefits.paragraf_34_claims import worth_working_out
from budgetdesk.benefits.rates import Confidence
from budgetdesk.casework.rescue_lines import (
    UNTIMED,
    Arrives,
    Chance,
    Known,
    RescueLine,
    State,
    Timing,
    to_apply,
    waiting,
)
from budgetdesk.casework.usual_times import Span
from budgetdesk.dates import bank_day_on_or_after
from budgetdesk.household.circumstances import Application
from budgetdesk.household.words import Outcome
from budgetdesk.i18n import N_, _
from budgetdesk.planning.expected import BOLIGSTOETTE, expected_of
from budgetdesk.planning.plan import PlanVerdict, Standing

RESCUE_81_A, RESCUE_81 = "paragraf_81_a", "paragraf_81"
OLD_SUPPORT, PLAN_TITLE = N_("Særlig støtte for gamle måneder (§ 34)"), N_("Afdragsordning med udlejer")
_DISCRETION = {
    RESCUE_81_A: ("§ 81 a", "case.circumstances.conditions_accepted"),
    RESCUE_81: ("§ 81", "case.circumstances.single_expense"),
    "huslejehjaelp_2026": ("", "case.circumstances.socially_exposed"),
}
"""What the municipality decides: the paragraph, and a fact that only this benefit asks for."""
_SECTION_34 = "paragraf_34"


def help_lines(known: Known) -> Iterator[RescueLine]:
    """In no order; the time line has one of its own."""
    for key in _DISCRETION:
        yield from _discretion(known, key)
    yield from _boligstoette(known)
    yield from _past_months(known)
    yield _plan(known)


def _application(known: Known, benefit: str) -> Application | None:
    return next((one for one in known.case.applications if one.id == benefit), None)


_STATES = {
    Outcome.WAITING: State.ASKED,
    Outcome.GRANTED: State.AGREED,
    Outcome.REFUSED: State.REFUSED,
    Outcome.WITHDRAWN: State.OPEN,
}


def _state(asked: Application | None) -> State:
    if asked is None or (asked.outcome is Outcome.WAITING and asked.applied_on is None):
        return State.OPEN
    return _STATES[asked.outcome]


def _discretion(known: Known, key: str) -> Iterator[RescueLine]:
    """One help from the municipality; left out where an assessment has found that it is over."""
    answer = known.assessments.get(key)
    if answer is None or answer.verdict is Verdict.NO:
        return
    asked = _application(known, key)
    state, urgent = _state(asked), threat(known.case, known.on).urgent
    if state is State.OPEN and key == RESCUE_81_A and not urgent:
        state = State.NOT_YET
    usual = known.usual.rescues.get(key)
    timing = UNTIMED
    if usual and state in (State.OPEN, State.ASKED):
        timing = _timing(known, usual.after, asked.applied_on if asked and state is State.ASKED else None)
    paragraph, path = _DISCRETION[key]
    yield RescueLine(
        key=key,
        title=answer.title,
        chance=timing.chance,
        state=state,
        begins=asked.applied_on if asked and asked.applied_on and state is not State.OPEN else known.on,
        first=timing.span.first if timing.span else None,
        last=timing.span.last if timing.span else None,
        apply_by=timing.apply_by,
        amount=asked.granted if asked and state is State.AGREED else None,
        paragraph=paragraph,
        source=usual.source if usual and timing.span else "",
        confidence=usual.confidence if usual and timing.span else None,
        page="ydelser",
        path=path,
        note=key if urgent or key != RESCUE_81 else f"{key}_alene",
    )


def _timing(known: Known, arrives: Arrives, applied_on: date | None) -> Timing:
    if applied_on is None:
        return to_apply(arrives, known.on, known.target)
    span = arrives(applied_on)
    late = Span(max(span.first, known.on), max(span.last, known.on))  # the usual time is over: any day now
    return waiting(late, known.target)


def _boligstoette(known: Known) -> Iterator[RescueLine]:
    """What it would bring beyond today, from the first bank day of the month after the usual answer."""
    answer = known.assessments.get(BOLIGSTOETTE)
    home = known.case.tenancy.boligstoette
    asked = _application(known, BOLIGSTOETTE)
    applied_on = home.applied_on or (asked.applied_on if asked and _state(asked) is State.ASKED else None)
    more = next((one.per_month for one in expected_of(known.assessments.values(), known.case)), None)
    if _state(asked) is State.AGREED or not (more or applied_on or _open(answer, home.amount)):
        return
    state = State.REFUSED if _state(asked) is State.REFUSED else State.ASKED if applied_on else State.OPEN
    timing = UNTIMED if state is State.REFUSED else _timing(known, _first_payment(known), applied_on)
    yield RescueLine(
        key=BOLIGSTOETTE,
        title=_("Boligstøtte"),
        chance=timing.chance,
        state=state,
        begins=applied_on or known.on,
        first=timing.span.first if timing.span else None,
        last=timing.span.last if timing.span else None,
        apply_by=timing.apply_by,
        amount=home.applied_for if applied_on and home.applied_for else more,
        per_month=True,
        vejledende=answer.vejledende if answer else True,
        source=_("Politikken: cirka {answer_weeks} uger").format(answer_weeks=known.policy.answer_weeks)
        if timing.span
        else "",
        confidence=Confidence.SECONDARY if timing.span else None,
        page="ydelser",
        path="case.tenancy.boligstoette.applied_on",
        note=BOLIGSTOETTE,
    )


def _open(answer: Assessment | None, now: Decimal | None) -> bool:
    """Cannot be told yet, and nothing is received today."""
    return answer is not None and answer.verdict is Verdict.UNKNOWN and not now


def _first_payment(known: Known) -> Arrives:
    def arrives(day: date) -> Span:
        answered = day + timedelta(weeks=known.policy.answer_weeks)
        first = answered if answered.day == 1 else (answered.replace(day=1) + timedelta(days=32)).replace(day=1)
        paid = bank_day_on_or_after(first)
        return Span(paid, paid)

    return arrives


def _past_months(known: Known) -> Iterator[RescueLine]:
    """§ 34 for past months: only where the case has a sign that it was in question."""
    answer = known.assessments.get(_SECTION_34)
    if answer is None or not worth_working_out(known.case):
        return
    tenant = known.case.tenant
    yield RescueLine(
        key=_SECTION_34,
        title=_(OLD_SUPPORT),
        chance=Chance.UNKNOWN,
        state=_state(_application(known, _SECTION_34)),
        begins=known.on,
        paragraph="§ 34",
        page="ydelser",
        path=f"case.persons[{tenant.id}].adult.income_before" if tenant else "",
        note=_SECTION_34,
    )


def _plan(known: Known) -> RescueLine:
    """A plan stops nothing until the landlord has said yes; then it stops everything it covers."""
    plan = known.plan
    agreed = plan is not None and plan.standing is Standing.ACCEPTED and bool(plan.instalments)
    holds = plan is not None and bool(plan.instalments) and plan.verdict is not PlanVerdict.BREAKS
    yes = known.case.arrears.landlord_accepted
    day = (yes.on if yes and yes.on else known.on) if agreed else None
    return RescueLine(
        key="plan",
        title=_(PLAN_TITLE),
        chance=Chance.IN_TIME if agreed else Chance.UNKNOWN,
        state=State.AGREED if agreed else State.OPEN,
        begins=known.on,
        first=day,
        last=day,
        amount=plan.total if plan and (agreed or holds) else None,
        page="aftale",
        path="case.arrears.landlord_accepted",
        note="plan_ja" if agreed else "plan" if holds else "plan_brister",
    )
