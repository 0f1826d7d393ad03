"""Test the chosen plan and find the shortest and the gentlest that hold, or prove that none does.

`options` finds the plans, `closing` what would help where there are none, `stress` what a plan stands. Only granted
money carries a plan; where that is not enough, what is applied or hoped for gives `holds_if`, by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.rates import Rates
from budgetdesk.budget.chart import Chart
from budgetdesk.dates import ONE_DAY, Month, bank_day_on_or_before
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.case import Case
from budgetdesk.household.words import Status
from budgetdesk.i18n import _
from budgetdesk.money import divide
from budgetdesk.planning import search
from budgetdesk.planning.ahead import assumptions, changes_ahead
from budgetdesk.planning.closing import closings
from budgetdesk.planning.due_days import LONGEST_RUN, calendar, due_day, months_after
from budgetdesk.planning.everyday import PARTS
from budgetdesk.planning.expected import Expected, conditions_of, expected_moves
from budgetdesk.planning.forlig import accepted
from budgetdesk.planning.liquidity import Flow, balances, show
from budgetdesk.planning.one_off import with_one_off
from budgetdesk.planning.options import Question, Tried, alternatives, can_hold, end_of, question, tried
from budgetdesk.planning.owed import plan_differs
from budgetdesk.planning.plan import PlanTest, PlanVerdict, Standing
from budgetdesk.planning.policy import Policy
from budgetdesk.planning.premises import premises
from budgetdesk.planning.stress import break_points
from budgetdesk.planning.stress_table import stress_table
from budgetdesk.planning.unknowns import Unknown, unknowns
from budgetdesk.planning.ways_out import ways_out

__all__ = ["along", "calendar", "months_after", "test_plan"]

LARGEST_GAP = 50_000
"""Above this much a month (kr) we no longer look for how much is missing."""
MONTHS_WITHOUT_ARREARS = 3


def test_plan(
    case: Case,
    chart: Chart,
    policy: Policy,
    *,
    on: date,
    expected: Sequence[Expected] = (),  # noqa: PT028 - a verb, not a pytest function
    rates: Rates | None = None,  # noqa: PT028
) -> PlanTest:
    """The whole answer about the repayment plan of a case on a day.

    `expected` is money that an assessment says may be relevant; like what is applied for it never carries a plan
    alone, it gives `holds_if`. `rates` are the law's figures, by which children's benefits follow the children's ages.
    Never raises for missing facts: they are named in `missing_facts` and `conditions`.
    """
    ask = question(case, chart, policy, on=on, rates=rates)
    granted = ask.economy()
    more = _with_more(ask, granted, expected)
    found, waits = alternatives(ask, granted), False
    if not found and more.moves != granted.moves:
        found, waits = alternatives(ask, more), True
    extra = with_one_off(ask, more if waits else granted) if found else None
    main, main_waits = _main(ask, granted, more, found, waits)
    options = (*found, extra) if extra else found
    return _answer(ask, main, main_waits, options, granted, expected)


def along(
    plan: PlanTest,
    case: Case,
    chart: Chart,
    policy: Policy,
    *,
    on: date,
    expected: Sequence[Expected] = (),
    rates: Rates | None = None,
) -> PlanTest:
    """The same plan on facts that have just been typed: its days and how it stands, anew; nothing is looked for. Quick
    enough for every keystroke (below 16 ms)."""
    ask = question(case, chart, policy, on=on, rates=rates)
    granted = ask.economy()
    shown = ask.chosen or tuple(i for i in plan.instalments if i.due > on)
    end = end_of(policy, shown, ask.after, on) if shown else plan.curve[-1].day if plan.curve else ask.horizon
    main = tried(ask, "chosen", shown, granted, end)
    if main.option.verdict is PlanVerdict.BREAKS and plan.verdict is PlanVerdict.HOLDS_IF:
        main, _rest = _either(ask, "chosen", shown, granted, _with_more(ask, granted, expected), end)
    verdict = main.option.verdict
    if plan.verdict is PlanVerdict.HOLDS_IF and verdict is not PlanVerdict.BREAKS:
        verdict = PlanVerdict.HOLDS_IF
    outlook = show(main.flow)
    return replace(
        plan,
        verdict=verdict,
        instalments=shown,
        lowest=main.option.lowest,
        curve=outlook[: main.flow.index(end) + 1],
        outlook=outlook,
        luft_per_month=main.option.luft_per_month,
    )


def _with_more(ask: Question, granted: Flow, expected: Sequence[Expected]) -> Flow:
    """The economy with what is applied or hoped for as well."""
    if not expected and all(row.status is Status.GRANTED for row in ask.case.income):
        return granted
    base = ask.economy(with_applied=True)
    return replace(base, moves=base.moves + expected_moves(expected, ask.policy, ask.on, ask.horizon))


def _main(ask: Question, granted: Flow, more: Flow, found: Sequence[Tried], waits: bool) -> tuple[Tried, bool]:
    """The plan the answer is about: the chosen one, else the shortest, else the longest that was tried."""
    if ask.chosen:
        return _either(ask, "chosen", ask.chosen, granted, more, end_of(ask.policy, ask.chosen, ask.after, ask.on))
    if found:
        return found[0], waits
    if ask.total > 0 and ask.dues:
        amounts = divide(ask.total, len(ask.dues))
        longest = tuple(Instalment(due=d, amount=a) for d, a in zip(ask.dues, amounts, strict=True))
        return tried(ask, "longest", longest, granted, ask.ends[-1]), False
    end = due_day(ask.policy, Month.of(ask.on).plus(MONTHS_WITHOUT_ARREARS)) - ONE_DAY
    return _either(ask, "none", (), granted, more, end)


def _either(
    ask: Question, name: str, plan: tuple[Instalment, ...], granted: Flow, more: Flow, end: date
) -> tuple[Tried, bool]:
    """On granted money; where that does not hold and more money in process does, on that."""
    first = tried(ask, name, plan, granted, end)
    if first.option.verdict is PlanVerdict.BREAKS and more.moves != granted.moves:
        other = tried(ask, name, plan, more, end)
        if other.option.verdict is not PlanVerdict.BREAKS:
            return other, True
    return first, False


def _answer(
    ask: Question, main: Tried, waits: bool, found: Sequence[Tried], granted: Flow, expected: Sequence[Expected]
) -> PlanTest:
    case, policy, on = ask.case, ask.policy, ask.on
    unknown = unknowns(case, ask.chart, policy, on=on)
    conditions = _conditions(ask, waits, expected, unknown)
    verdict = main.option.verdict
    if conditions and verdict is not PlanVerdict.BREAKS:
        verdict = PlanVerdict.HOLDS_IF
    holds = verdict is not PlanVerdict.BREAKS
    none_holds = ask.total > 0 and not (found and not waits) and not can_hold(ask, granted, balances(granted))
    ways = () if verdict is PlanVerdict.HOLDS else ways_out(case, ask.chart, expected)
    points = break_points(replace(main.flow, end=main.end)) if holds else ()
    outlook = show(main.flow)
    return PlanTest(
        on=on,
        verdict=verdict,
        standing=standing_of(case, on),
        total=ask.total,
        instalments=main.option.instalments,
        conditions=tuple(conditions),
        lowest=main.option.lowest,
        curve=outlook[: main.flow.index(main.end) + 1],
        breaks_when=points,
        premises=premises(case, ask.chart, policy, verdict=verdict, option=main.option, on=on),
        alternatives=tuple(t.option for t in found),
        missing_per_month=None if holds or found else _missing(ask, granted),
        ways_out=tuple(way.text for way in ways),
        ways=ways,
        luft_per_month=main.option.luft_per_month,
        policy_version=policy.version,
        late_days=policy.late_days,
        missing_facts=tuple(u.path for u in unknown),
        outlook=outlook,
        changes=changes_ahead(ask, main.flow.end),
        assumed=assumptions(ask, main.flow.end),
        stress=stress_table(ask, main, points, waits=waits, expected=expected) if holds else (),
        closes_when=closings(ask, granted, expected) if none_holds else (),
    )


def _conditions(ask: Question, waits: bool, expected: Sequence[Expected], unknown: Sequence[Unknown]) -> list[str]:
    """What a verdict waits for, and what must be known before it can be trusted."""
    told = [*(conditions_of(ask.case, ask.chart, expected) if waits else ()), *_sum_differs(ask), *_too_late(ask)]
    return told + [one.condition for one in unknown if one.condition]


def standing_of(case: Case, on: date) -> Standing:
    """A proposal until the landlord has said yes: somebody, or on some day that is not in the future."""
    return Standing.ACCEPTED if accepted(case, on) else Standing.PROPOSAL


def _sum_differs(ask: Question) -> list[str]:
    """A chosen plan that does not pay the whole of what is owed. Once instalments have fallen due, nobody can tell."""
    plan = ask.case.agreement.instalments if ask.case.agreement else ()
    if not ask.chosen or len(plan) != len(ask.chosen):
        return []
    difference = plan_differs(ask.case)
    if not difference:
        return []
    return [_("Raterne betaler ikke hele restancen.") if difference > 0 else _("Raterne er mere end restancen.")]


def _too_late(ask: Question) -> list[str]:
    """A chosen instalment after the last day we look at was not tested."""
    if all(i.due <= ask.on + LONGEST_RUN for i in ask.chosen):
        return []
    return [_("En rate ligger mere end fem år ude i fremtiden. Ret datoen.")]


def _missing(ask: Question, granted: Flow) -> Decimal | None:
    """The least whole number of kr/month that would have to be there for a plan to hold; None above `LARGEST_GAP`.

    It comes evenly over the days. A balance already below zero before the first due day is another matter (one sum, not
    monthly): it is lifted to zero first.
    """
    days = balances(granted)
    first = min([granted.end, *ask.dues])
    early = min(days[: granted.index(bank_day_on_or_before(first))], default=0)
    lifted = [balance - min(0, early) for balance in days]

    def holds(kroner: int) -> bool:
        more = [balance + kroner * 1200 * day // PARTS for day, balance in enumerate(lifted)]
        if ask.total > 0:
            return can_hold(ask, granted, more)
        return min(more) >= 0

    least = search.least_that(holds, LARGEST_GAP)
    return None if least is None else Decimal(least)
