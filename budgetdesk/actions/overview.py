"""Everything that follows from the facts of a case on a day, computed at once: what every page shows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from budgetdesk.actions.library import Library
from budgetdesk.actions.policies import policy_for
from budgetdesk.actions.timelines import events_of
from budgetdesk.benefits.assessment import Assessment
from budgetdesk.benefits.catalogue import assess_all
from budgetdesk.benefits.findings import Findings, find_all
from budgetdesk.benefits.guide import Guides, Questions
from budgetdesk.budget.lenses import lenses
from budgetdesk.budget.month import MonthBudget, month_of
from budgetdesk.casework.benefit_days import BenefitDay, benefit_days
from budgetdesk.casework.clock import clock_of
from budgetdesk.casework.deadlines import Clock
from budgetdesk.casework.emergency import Emergency, emergency
from budgetdesk.casework.house import House
from budgetdesk.casework.missing import Missing
from budgetdesk.casework.missing_rules import missing
from budgetdesk.casework.record import Record
from budgetdesk.casework.rescue import Rescue, rescue_of
from budgetdesk.casework.sensitive import Found, sensitive_facts
from budgetdesk.household.case import Case
from budgetdesk.household.plausible import Doubt, doubts
from budgetdesk.i18n import SOURCE_LANGUAGE, language, speaking, translated
from budgetdesk.planning.budget_account import HORIZON
from budgetdesk.planning.debt_book import DebtBook, debt_book
from budgetdesk.planning.debt_priority import priorities
from budgetdesk.planning.expected import expected_of
from budgetdesk.planning.finder import along, test_plan
from budgetdesk.planning.liquidity import Flow, flow
from budgetdesk.planning.plan import PlanTest, PlanVerdict
from budgetdesk.planning.policy import Policy
from budgetdesk.planning.watch import Watched, watch
from budgetdesk.planning.waterfall import Waterfall, waterfall
from budgetdesk.planning.wordings import Wordings
from budgetdesk.readers.debts import load_debt_rules
from budgetdesk.readers.guides import load_guides, load_questions
from budgetdesk.readers.lenses import load_yardsticks
from budgetdesk.readers.letters import load_letters
from budgetdesk.readers.usual_times import load_usual_times
from budgetdesk.readers.wordings import load_wordings
from budgetdesk.wording.timeline import Event


@dataclass(frozen=True, kw_only=True)
class Overview:
    """The answers for one case on one day."""

    on: date
    month: MonthBudget
    clock: Clock | None
    missing: tuple[Missing, ...]
    assessments: tuple[Assessment, ...]
    plan: PlanTest | None
    emergency: Emergency | None = None
    """The page Akut: the letters and the call script, filled in."""
    rescue: Rescue | None = None
    """The clock up to the eviction, and every help against it; None where nothing is behind."""
    findings: Findings | None = None
    """The assessments in their places: found, received, in doubt, not relevant, once."""
    benefit_days: tuple[BenefitDay, ...] = ()
    """When to look at the benefits again."""
    doubts: tuple[Doubt, ...] = ()
    """Facts that can hardly be true, each at its field."""
    guides: Guides = field(default_factory=dict)
    """What is known about each benefit in general, for the papers."""
    questions: Questions = field(default_factory=dict)
    """How each fact is asked for, in plain Danish."""
    waterfall: Waterfall | None = None
    """What is left for creditors, and who is offered how much."""
    debts: DebtBook | None = None
    """All debts in the order in which they are paid, each with what follows from its facts."""
    typed: Case | None = None
    """The facts as they are being typed, where the slow answers are still those of the facts before."""
    policy: Policy | None = None
    """The policy the chosen agreement was made under; without one, the policy that counts."""
    wordings: Wordings = field(default_factory=dict)
    """The program's wordings of an agreement, for the papers."""
    watched: Watched | None = None
    """How the chosen plan goes, and what is worth a call."""
    events: tuple[Event, ...] = ()
    """What has happened in the case, the newest first; the papers of the store are none of it."""
    house: House = field(default_factory=House)
    """The organisation's own data and words, for the papers."""
    sensitive: tuple[Found, ...] = ()
    """Which sensitive facts stand in the case, and on what they rest."""
    ahead: Flow | None = None
    """The running economy of more than a year, day by day, without any instalment on the arrears."""


def in_danish(record: Record, overview: Overview, library: Library) -> Overview:
    """What follows from the same facts, said in Danish: for papers and the record, whatever the window speaks."""
    if language() == SOURCE_LANGUAGE:
        return overview
    with speaking(SOURCE_LANGUAGE):
        return look(record, overview.on, library)


def missing_in_danish(record: Record, overview: Overview, library: Library) -> Overview:
    """As `in_danish`, for who needs only what is missing: quick enough for the window."""
    if language() == SOURCE_LANGUAGE:
        return overview
    with speaking(SOURCE_LANGUAGE):
        told = missing(record, on=overview.on, chart=translated(library).chart)
    return replace(overview, missing=told)


def look(record: Record, day: date, library: Library) -> Overview:
    """Everything that follows from `record` on `day`."""
    case, library = record.case, translated(library)
    assessments = assess_all(case, day, library.rates)
    expected = expected_of(assessments, case)
    plan = test_plan(case, library.chart, library.policy, on=day, expected=expected, rates=library.rates)
    clock = clock_of(case)
    return Overview(
        on=day,
        month=month_with_lenses(case, day, library),
        clock=clock,
        missing=missing(record, on=day, chart=library.chart),
        assessments=assessments,
        plan=plan,
        emergency=emergency(record, on=day, templates=load_letters(), rates=library.rates, plan=plan),
        rescue=_rescue(case, day, library, assessments, plan),
        findings=find_all(case, day, library.rates, assessments=assessments),
        benefit_days=benefit_days(assessments, case, day),
        doubts=doubts(case, day),
        guides=load_guides(),
        questions=load_questions(),
        waterfall=waterfall_of(case, day, library, plan),
        debts=debts_of(case, day, library),
        policy=policy_for(library, case.agreement),
        wordings=load_wordings(),
        watched=_watched(record, day, library, clock, plan),
        events=events_of(case, library),
        house=library.house,
        sensitive=sensitive_facts(case, library.consents),
        ahead=flow(case, library.chart, library.policy, start=day, end=day + HORIZON, rates=library.rates),
    )


def _watched(record: Record, day: date, library: Library, clock: Clock | None, plan: PlanTest | None) -> Watched:
    policy = policy_for(library, record.case.agreement)
    pay_by = clock.pay_by.day if clock is not None and clock.pay_by is not None else None
    curve = plan.curve if plan is not None else ()
    return watch(
        record.case,
        policy,
        on=day,
        spending=record.spending,
        curve=curve,
        pay_by=pay_by,
        rates=library.rates,
    )


def waterfall_of(case: Case, day: date, library: Library, plan: PlanTest | None) -> Waterfall:
    """What is left for creditors, the rent arrears paid by the plan there is."""
    holds = plan is not None and plan.verdict is not PlanVerdict.BREAKS
    rent = max((one.amount for one in plan.instalments), default=None) if plan is not None and holds else None
    ranks = priorities(case, load_debt_rules())
    return waterfall(case, library.chart, library.policy, on=day, priorities=ranks, rent_per_month=rent)


def debts_of(case: Case, day: date, library: Library) -> DebtBook:
    """All debts of a case on a day. Quick enough for every keystroke."""
    return debt_book(case, load_debt_rules(), library.rates, on=day)


def _rescue(
    case: Case, day: date, library: Library, assessments: tuple[Assessment, ...], plan: PlanTest | None
) -> Rescue | None:
    return rescue_of(
        case,
        on=day,
        usual=load_usual_times(),
        chart=library.chart,
        policy=library.policy,
        rates=library.rates,
        assessments=assessments,
        plan=plan,
    )


def glance(previous: Overview, record: Record, day: date, library: Library) -> Overview:
    """As `look`, but only the quick parts anew (month, days, what is missing); the slow ones stay as in `previous`."""
    clock = clock_of(record.case)
    return replace(
        previous,
        month=month_with_lenses(record.case, day, library),
        clock=clock,
        watched=_watched(record, day, library, clock, previous.plan),
        missing=missing(record, on=day, chart=library.chart),
        doubts=doubts(record.case, day),
        debts=debts_of(record.case, day, library),
        house=library.house,
        sensitive=sensitive_facts(record.case, library.consents),
        typed=record.case,
    )


def plan_along(seen: Overview, library: Library) -> PlanTest | None:
    """The plan of an overview, its days counted anew on what is being typed: quick, for the page that shows them."""
    if seen.plan is None or seen.typed is None:
        return seen.plan
    expected = expected_of(seen.assessments, seen.typed)
    return along(
        seen.plan, seen.typed, library.chart, library.policy, on=seen.on, expected=expected, rates=library.rates
    )


def month_with_lenses(case: Case, day: date, library: Library) -> MonthBudget:
    """The month of a case, and how others would count it."""
    month = month_of(case, library.chart, on=day)
    yardsticks = load_yardsticks(library.rates, on=day, policy=library.policy)
    return replace(month, lenses=lenses(case, month, yardsticks, on=day))
