"""Test the chosen plan and find the shortest and the gentlest that hold, or prove that none does.

The fewest instalments from the first of the policy's due days come first, equal ones where equal ones hold; then plans
that start later; plans with instalments as the policy does not like them only where no others hold. Where none of these
holds, none does: that is proved, not guessed. A plan must also stand the time after its last instalment, until all
regular money has come once more: it may not live on what the weeks after it need.
Only granted money carries a plan; where that is not enough, what is applied or hoped for gives `holds_if`, by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from budgetdesk.budget.chart import Chart
from budgetdesk.budget.month import month_of
from budgetdesk.dates import ONE_DAY, Month, bank_day_on_or_after, bank_day_on_or_before
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.case import Case
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Status
from budgetdesk.money import ZERO, divide
from budgetdesk.planning import search
from budgetdesk.planning.expected import Expected, conditions_of, expected_moves
from budgetdesk.planning.liquidity import Adjustments, Flow, adjust, balances, flow, kroner_of, pay, show
from budgetdesk.planning.moves import oere
from budgetdesk.planning.plan import DayBalance, PlanOption, PlanTest, PlanVerdict, Standing
from budgetdesk.planning.policy import Policy
from budgetdesk.planning.premises import premises
from budgetdesk.planning.stress import break_points
from budgetdesk.planning.unknowns import unknowns
from budgetdesk.planning.ways_out import ways_out

LONGEST_RUN = timedelta(days=5 * 366)
LARGEST_GAP = 50_000
"""Above this much a month (kr) we no longer look for how much is missing."""
MONTHS_WITHOUT_ARREARS = 3
MONTHS_AFTER = {Rhythm.BIMONTHLY: 2, Rhythm.QUARTERLY: 3, Rhythm.HALFYEARLY: 3, Rhythm.YEARLY: 3}
"""How many months a run lasts from its last instalment, by the rarest regular money; 1 where all comes monthly."""


@dataclass(frozen=True)
class Tried:
    """One plan on one economy: what the answer is made of."""

    option: PlanOption
    flow: Flow
    end: date


def test_plan(
    case: Case,
    chart: Chart,
    policy: Policy,
    *,
    on: date,
    expected: Sequence[Expected] = (),  # noqa: PT028 - a verb, not a pytest function
) -> PlanTest:
    """The whole answer about the repayment plan of a case on a day.

    `expected` is money that an assessment says may be relevant; like what is applied for it never carries a plan
    alone, it gives `holds_if`. Never raises for missing facts: they are named in `missing_facts` and `conditions`.
    """
    dues, ends = calendar(policy, on, months_after(case))
    finder = _Finder(case, chart, policy, on, dues, ends)
    granted = flow(case, chart, policy, start=on, end=finder.horizon)
    applied = Adjustments(with_applied=True)
    with_more = flow(case, chart, policy, start=on, end=finder.horizon, adjustments=applied)
    with_more = replace(with_more, moves=with_more.moves + expected_moves(expected, policy, on, finder.horizon))
    more = with_more.moves != granted.moves
    found = finder.alternatives(granted)
    waits = False
    if not found and more:
        found, waits = finder.alternatives(with_more), True
    main, main_waits = finder.main(granted, with_more if more else granted, found, waits)
    return _answer(finder, main, main_waits, found, granted, expected)


def calendar(policy: Policy, on: date, after: int = 1) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """The due days a plan may use (bank days after `on`), and for each the end of a run whose last one it is: the day
    before the due day `after` months later."""
    month = Month.of(on)
    while _due(policy, month) <= on:
        month = month.plus(1)
    usable = [month.plus(n) for n in range(policy.max_months) if month.plus(n).number not in policy.pause_months]
    return tuple(_due(policy, m) for m in usable), tuple(_due(policy, m.plus(after)) - ONE_DAY for m in usable)


def months_after(case: Case) -> int:
    """How many months the run of a plan lasts from its last instalment: until every regular payment that counts has
    come once more, 1 to 3. Without this a plan could pay with the money the next weeks live on."""
    rhythms = (row.rhythm for row in case.income if row.status is Status.GRANTED and row.end is None)
    return max((MONTHS_AFTER.get(rhythm, 1) for rhythm in rhythms), default=1)


def _due(policy: Policy, month: Month) -> date:
    return bank_day_on_or_after(month.day(policy.day_of_month))


class _Finder:
    """The facts of one question, so that its parts need not be handed around."""

    def __init__(
        self, case: Case, chart: Chart, policy: Policy, on: date, dues: tuple[date, ...], ends: tuple[date, ...]
    ) -> None:
        self.case, self.chart, self.policy, self.on = case, chart, policy, on
        self.dues, self.ends = dues, ends
        self.total = case.arrears.total
        self.luft = month_of(replace(case, agreement=None), chart, on=on).luft
        self.chosen = tuple(i for i in case.agreement.instalments if i.due > on) if case.agreement else ()
        self.horizon = max([on + timedelta(days=100), *ends, *([self.end_of(self.chosen)] if self.chosen else [])])

    def end_of(self, instalments: Sequence[Instalment]) -> date:
        """The end of the run of a plan: the day before the due day that would follow, or later (`months_after`)."""
        last = Month.of(max(i.due for i in instalments))
        return min(_due(self.policy, last.plus(months_after(self.case))) - ONE_DAY, self.on + LONGEST_RUN)

    def alternatives(self, of: Flow) -> tuple[Tried, ...]:
        """Shortest and gentlest on this economy, or nothing: then it is proved that no plan holds."""
        if self.total <= 0:
            return ()
        days = balances(of)
        starts = range(min(self.policy.start_within_months + 1, len(self.dues)))
        for limits in self._limits():
            for late in starts:
                options = search.runs([of.index(d) for d in self.dues[late:]], [of.index(d) for d in self.ends[late:]])
                short = search.shortest(days, options, oere(self.total), limits)
                gentle = search.gentlest(days, options, oere(self.total), limits)
                if short and gentle:
                    return self._tried("shortest", short, of), self._tried("gentlest", gentle, of)
        return ()

    def _limits(self) -> tuple[search.Limits, search.Limits]:
        """What the policy wants of unequal instalments; and, where no such plan holds, only the least amount."""
        least, most = oere(self.policy.least_instalment), oere(self.policy.most_of_luft * self.luft)
        return search.Limits(least, Fraction(self.policy.least_share), most), search.Limits(least)

    def _tried(self, name: str, found: search.Found, of: Flow) -> Tried:
        due = [of.start + timedelta(days=n) for n in found.run.dues]
        paid = tuple(Instalment(due=d, amount=kroner_of(a)) for d, a in zip(due, found.amounts, strict=True))
        return self.tried(name, paid, of, of.start + timedelta(days=found.run.end))

    def tried(self, name: str, instalments: tuple[Instalment, ...], of: Flow, end: date) -> Tried:
        """A plan on an economy, with the lowest day of its run."""
        paid = pay(of, instalments)
        run = balances(paid)[: of.index(end) + 1]
        low = min(range(len(run)), key=lambda n: run[n])
        lowest = DayBalance(of.start + timedelta(days=low), kroner_of(run[low]))
        largest = max((i.amount for i in instalments), default=ZERO)
        verdict = self.verdict_of(lowest.balance)
        option = PlanOption(
            name=name, instalments=instalments, verdict=verdict, lowest=lowest, luft_per_month=self.luft - largest
        )
        return Tried(option, paid, end)

    def verdict_of(self, lowest: Decimal) -> PlanVerdict:
        if lowest < 0:
            return PlanVerdict.BREAKS
        return PlanVerdict.HOLDS if lowest >= self.policy.cushion else PlanVerdict.TIGHT

    def main(self, granted: Flow, with_more: Flow, found: tuple[Tried, ...], waits: bool) -> tuple[Tried, bool]:
        """The plan the answer is about: the chosen one, else the shortest, else the longest that was tried."""
        if self.chosen:
            return self._either("chosen", self.chosen, granted, with_more, self.end_of(self.chosen))
        if found:
            return found[0], waits
        if self.total > 0 and self.dues:
            amounts = divide(self.total, len(self.dues))
            longest = tuple(Instalment(due=d, amount=a) for d, a in zip(self.dues, amounts, strict=True))
            return self.tried("longest", longest, granted, self.ends[-1]), False
        end = _due(self.policy, Month.of(self.on).plus(MONTHS_WITHOUT_ARREARS)) - ONE_DAY
        return self._either("none", (), granted, with_more, end)

    def _either(
        self, name: str, plan: tuple[Instalment, ...], granted: Flow, with_more: Flow, end: date
    ) -> tuple[Tried, bool]:
        tried = self.tried(name, plan, granted, end)
        if tried.option.verdict is PlanVerdict.BREAKS:
            other = self.tried(name, plan, with_more, end)
            if other.option.verdict is not PlanVerdict.BREAKS:
                return other, True
        return tried, False


def _answer(
    finder: _Finder, main: Tried, waits: bool, found: tuple[Tried, ...], granted: Flow, expected: Sequence[Expected]
) -> PlanTest:
    case, policy, on = finder.case, finder.policy, finder.on
    unknown = unknowns(case, finder.chart, policy, on=on)
    conditions = [
        *(conditions_of(case, finder.chart, expected) if waits else ()),
        *_sum_differs(finder),
        *_too_late(finder),
    ]
    conditions += [u.condition for u in unknown if u.condition]
    verdict = main.option.verdict
    if conditions and verdict is not PlanVerdict.BREAKS:
        verdict = PlanVerdict.HOLDS_IF
    holds = verdict is not PlanVerdict.BREAKS
    ways = () if verdict is PlanVerdict.HOLDS else ways_out(case, finder.chart, expected)
    shown = replace(main.flow, end=main.end)
    return PlanTest(
        on=on,
        verdict=verdict,
        standing=standing_of(case),
        total=finder.total,
        instalments=main.option.instalments,
        conditions=tuple(conditions),
        lowest=main.option.lowest,
        curve=show(shown),
        breaks_when=break_points(shown) if holds else (),
        premises=premises(case, finder.chart, policy, verdict=verdict, instalments=main.option.instalments, on=on),
        alternatives=tuple(t.option for t in found),
        missing_per_month=None if holds or found else _missing(finder, granted),
        ways_out=tuple(way.text for way in ways),
        ways=ways,
        luft_per_month=main.option.luft_per_month,
        policy_version=policy.version,
        late_days=policy.late_days,
        missing_facts=tuple(u.path for u in unknown),
    )


def standing_of(case: Case) -> Standing:
    """A proposal until the landlord has said yes: somebody, or on some day."""
    yes = case.arrears.landlord_accepted
    return Standing.ACCEPTED if yes is not None and (yes.by or yes.on) else Standing.PROPOSAL


def _sum_differs(finder: _Finder) -> list[str]:
    """A chosen plan that does not pay the whole of what is owed. Once instalments have fallen due, nobody can tell."""
    plan = finder.case.agreement.instalments if finder.case.agreement else ()
    if not finder.chosen or len(plan) != len(finder.chosen):
        return []
    difference = finder.total - sum((i.amount for i in plan), ZERO)
    if not difference:
        return []
    return ["Raterne betaler ikke hele restancen." if difference > 0 else "Raterne er mere end restancen."]


def _too_late(finder: _Finder) -> list[str]:
    """A chosen instalment after the last day we look at was not tested."""
    if all(i.due <= finder.on + LONGEST_RUN for i in finder.chosen):
        return []
    return ["En rate ligger mere end fem år ude i fremtiden. Ret datoen."]


def _missing(finder: _Finder, granted: Flow) -> Decimal | None:
    """The least whole number of kr/month that would have to be there for a plan to hold; None above `LARGEST_GAP`.

    A balance already below zero before the first due day is another matter (one sum, not monthly): it is lifted to
    zero first.
    """
    first = min([granted.end, *finder.dues])
    early = min(balances(granted)[: granted.index(bank_day_on_or_before(first))], default=0)
    lifted = replace(granted, opening=granted.opening - min(0, early))

    def holds(kroner: int) -> bool:
        more = adjust(lifted, Adjustments(more_per_month=Decimal(kroner)))
        if finder.total > 0:
            return bool(finder.alternatives(more))
        return min(balances(more)) >= 0

    low, high = 0, LARGEST_GAP
    if not holds(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return Decimal(low)
