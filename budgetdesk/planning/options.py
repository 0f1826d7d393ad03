"""The plans there are on one economy: the shortest, the gentlest, and one with a one-off payment.

The fewest instalments from the first of the policy's due days come first, equal ones where equal ones hold; then plans
that start later; plans with instalments as the policy does not like them only where no others hold. Where none of these
holds, none does: that is proved, not guessed. A plan must also stand the time after its last instalment, until all
regular money has come once more: it may not live on what the weeks after it need.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from budgetdesk.benefits.rates import Rates
from budgetdesk.budget.chart import Chart
from budgetdesk.budget.month import month_of
from budgetdesk.dates import Month
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.case import Case
from budgetdesk.money import ZERO
from budgetdesk.planning import search
from budgetdesk.planning.due_days import LONGEST_RUN, calendar, end_of_run, months_after, months_between
from budgetdesk.planning.liquidity import Adjustments, Flow, balances, flow, kroner_of, pay
from budgetdesk.planning.moves import oere
from budgetdesk.planning.owed import still_owed, still_to_pay
from budgetdesk.planning.plan import DayBalance, PlanOption, PlanVerdict
from budgetdesk.planning.policy import Policy, approver

OUTLOOK_MONTHS = 24
"""How far the curve can look."""


@dataclass(frozen=True)
class Tried:
    """One plan on one economy: what the answer is made of."""

    option: PlanOption
    flow: Flow
    end: date


@dataclass(frozen=True)
class Question:
    """One household, one day, one policy, and the due days that follow."""

    case: Case
    chart: Chart
    policy: Policy
    on: date
    rates: Rates | None
    dues: tuple[date, ...]
    ends: tuple[date, ...]
    after: int
    """How many months a run lasts from its last instalment."""
    total: Decimal
    """What is still owed: the arrears less what was paid on a plan since they were stated, kr."""
    luft: Decimal
    """What is left in an ordinary month before any instalment, kr."""
    chosen: tuple[Instalment, ...]
    """The instalments of the chosen plan that are still to come, less what was paid on them ahead."""
    horizon: date
    """The last day of every economy that is looked at."""

    def economy(self, *, with_applied: bool = False) -> Flow:
        """The accounts to the horizon without any instalment."""
        change = Adjustments(with_applied=with_applied)
        return flow(
            self.case,
            self.chart,
            self.policy,
            start=self.on,
            end=self.horizon,
            adjustments=change,
            rates=self.rates,
        )

    def of(self, case: Case) -> Question:
        """The same question with other facts, on the same due days."""
        return replace(self, case=case, luft=_luft(case, self.chart, self.on), total=still_owed(case))


def question(case: Case, chart: Chart, policy: Policy, *, on: date, rates: Rates | None = None) -> Question:
    """Everything that is needed to look for plans."""
    after = months_after(case)
    dues, ends = calendar(policy, on, after)
    chosen = still_to_pay(case.agreement, on) if case.agreement else ()
    two_years = Month.of(on).plus(OUTLOOK_MONTHS).day(on.day)
    last = end_of(policy, chosen, after, on) if chosen else on
    return Question(
        case=case,
        chart=chart,
        policy=policy,
        on=on,
        rates=rates,
        dues=dues,
        ends=ends,
        after=after,
        total=still_owed(case),
        luft=_luft(case, chart, on),
        chosen=chosen,
        horizon=max([two_years, *ends, last]),
    )


def end_of(policy: Policy, instalments: Sequence[Instalment], after: int, on: date) -> date:
    """The end of the run of a plan: the day before the due day that would follow, or later (`months_after`)."""
    last = Month.of(max(i.due for i in instalments))
    return min(end_of_run(policy, last, after), on + LONGEST_RUN)


def _luft(case: Case, chart: Chart, on: date) -> Decimal:
    return month_of(replace(case, agreement=None), chart, on=on).luft


# finding


def alternatives(ask: Question, of: Flow) -> tuple[Tried, ...]:
    """Shortest and gentlest on this economy, and one with a one-off payment where the policy lets it; or nothing: then
    it is proved that no plan holds."""
    days = balances(of)
    if not can_hold(ask, of, days):
        return ()
    for limits in _limits(ask):
        for options in starts(ask, of):
            short = search.shortest(days, options, oere(ask.total), limits)
            gentle = search.gentlest(days, options, oere(ask.total), limits)
            if short and gentle:
                return _found(ask, "shortest", short, of), _found(ask, "gentlest", gentle, of)
    return ()


def can_hold(ask: Question, of: Flow, days: Sequence[int]) -> bool:
    """Whether any plan holds on these balances (whole øre, from `of.start`): the proof alone."""
    if ask.total <= 0:
        return False
    total, least = oere(ask.total), oere(ask.policy.least_instalment)
    return any(search.any_holds(days, options, total, least) for options in starts(ask, of))


def starts(ask: Question, of: Flow) -> Iterator[tuple[search.Run, ...]]:
    """Plans of 1, 2, 3 ... instalments from the first due day, then from the second, as late as the policy lets."""
    dues, ends = [of.index(day) for day in ask.dues], [of.index(day) for day in ask.ends]
    for late in range(min(ask.policy.start_within_months + 1, len(dues))):
        yield search.runs(dues[late:], ends[late:])


def _limits(ask: Question) -> tuple[search.Limits, search.Limits]:
    """What the policy wants of unequal instalments; and, where no such plan holds, only the least amount."""
    return wanted(ask), search.Limits(oere(ask.policy.least_instalment))


def wanted(ask: Question) -> search.Limits:
    """What the policy wants of unequal instalments."""
    policy = ask.policy
    return search.Limits(
        oere(policy.least_instalment), Fraction(policy.least_share), oere(policy.most_of_luft * ask.luft)
    )


def _found(ask: Question, name: str, found: search.Found, of: Flow) -> Tried:
    paid = tuple(
        Instalment(due=of.start + timedelta(days=day), amount=kroner_of(amount))
        for day, amount in zip(found.run.dues, found.amounts, strict=True)
    )
    return tried(ask, name, paid, of, of.start + timedelta(days=found.run.end))


# testing


def tried(ask: Question, name: str, instalments: tuple[Instalment, ...], of: Flow, end: date) -> Tried:
    """A plan on an economy, with the lowest day of its run."""
    paid = pay(of, instalments)
    run = balances(paid)[: of.index(end) + 1]
    low = min(range(len(run)), key=lambda n: run[n])
    lowest = DayBalance(of.start + timedelta(days=low), kroner_of(run[low]))
    months = months_between(min(i.due for i in instalments), max(i.due for i in instalments)) if instalments else 0
    option = PlanOption(
        name=name,
        instalments=instalments,
        verdict=verdict_of(ask.policy, lowest.balance),
        lowest=lowest,
        luft_per_month=ask.luft - max((i.amount for i in instalments), default=ZERO),
        approver=(approver(ask.policy, months) or "") if instalments else "",
    )
    return Tried(option, paid, end)


def verdict_of(policy: Policy, lowest: Decimal) -> PlanVerdict:
    """How a plan stands whose lowest balance is `lowest` kr."""
    if lowest < 0:
        return PlanVerdict.BREAKS
    return PlanVerdict.HOLDS if lowest >= policy.cushion else PlanVerdict.TIGHT
