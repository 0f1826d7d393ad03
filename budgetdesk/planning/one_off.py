"""A plan in which one-off money (feriepenge, tax back) goes to the arrears on the bank day after it comes.

As much of it as holds is paid, and the rest in the fewest instalments, equal ones where they hold. Only money that is
granted and has a day; only where the policy lets it. Such a plan never makes possible what was impossible (the next
instalment could have carried the money as well): it makes the others smaller.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from budgetdesk.dates import ONE_DAY, Month, bank_day_on_or_after
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Status
from budgetdesk.planning import search
from budgetdesk.planning.due_days import end_of_run
from budgetdesk.planning.liquidity import Flow, balances, kroner_of
from budgetdesk.planning.moves import Move, oere
from budgetdesk.planning.options import Question, Tried, starts, tried, wanted

STEP = 500_00
"""Where all of it would be too much, so many øre less is tried, and so on."""


@dataclass(frozen=True)
class Extra:
    """One possible extra payment: its day (number), the most it may be (øre), and the move it comes from."""

    day: int
    most: int
    move: Move


@dataclass(frozen=True)
class WithExtra:
    """A plan that holds: the extra payment (øre) beside a plan of the rest."""

    extra: Extra
    amount: int
    dues: tuple[int, ...]
    amounts: tuple[int, ...]
    end: int


def with_one_off(ask: Question, of: Flow) -> Tried | None:
    """The plan with a one-off payment that has the fewest instalments beside it; None where there is none, or where the
    policy does not let it."""
    if not ask.policy.one_off_payments or ask.total <= 0:
        return None
    days = balances(of)
    for options in starts(ask, of):
        plans = [plan for extra in extras(ask, of) if (plan := fewest(ask, of, days, options, extra))]
        if plans:
            best = min(plans, key=lambda plan: (len(plan.dues), -plan.amount, plan.extra.day))
            return _shown(ask, of, best)
    return None


def extras(ask: Question, of: Flow) -> Iterator[Extra]:
    """Each dated one-off receipt before the last due day, and what may be paid of it the bank day after."""
    rows = {
        f"income[{row.id}]"
        for row in ask.case.income
        if row.status is Status.GRANTED and (row.rhythm is Rhythm.ONCE or _is_one_off(ask, row.kind))
    }
    total, ceiling = oere(ask.total), ask.policy.most_one_off
    for move in of.moves:
        if move.path in rows and move.oere > 0:
            day = bank_day_on_or_after(move.day + ONE_DAY)
            most = min(move.oere, total, total if ceiling is None else oere(ceiling))
            if ask.dues and day <= ask.dues[-1] and most > 0:
                yield Extra(of.index(day), most, move)


def fewest(
    ask: Question, of: Flow, days: Sequence[int], options: Sequence[search.Run], extra: Extra
) -> WithExtra | None:
    """The fewest instalments beside an extra payment, and with those the largest extra payment that holds."""
    total = oere(ask.total)
    end = of.index(end_of_run(ask.policy, Month.of(of.start + timedelta(days=extra.day)), ask.after))
    if extra.most == total and min(days[: extra.day]) >= 0 and min(days[extra.day : end + 1]) >= total:
        return WithExtra(extra, total, (), (), end)
    for run in options:
        longer = replace(run, end=max(run.end, end))
        if min(days[max(run.dues[-1], extra.day) : longer.end + 1]) < total:
            continue  # once all is paid, all must be there
        for amount in amounts(extra.most, total):
            paid = [b - amount if day >= extra.day else b for day, b in enumerate(days)]
            found = search.shortest(paid, (longer,), total - amount, wanted(ask))
            if found is not None:
                return WithExtra(extra, amount, run.dues, found.amounts, longer.end)
    return None


def amounts(most: int, total: int) -> Iterator[int]:
    """All that may be paid, then whole steps below it, øre; never the whole debt."""
    if most < total:
        yield most
    yield from range((min(most, total) - 1) // STEP * STEP, 0, -STEP)


def _shown(ask: Question, of: Flow, plan: WithExtra) -> Tried:
    paid = dict(zip(plan.dues, plan.amounts, strict=True))
    paid[plan.extra.day] = paid.get(plan.extra.day, 0) + plan.amount
    instalments = tuple(
        Instalment(due=of.start + timedelta(days=day), amount=kroner_of(paid[day])) for day in sorted(paid)
    )
    extra = Instalment(due=_day(of, plan.extra.day), amount=kroner_of(plan.amount))
    found = tried(ask, "with_one_off", instalments, of, _day(of, plan.end))
    usual = max(plan.amounts, default=0)
    option = replace(
        found.option,
        one_off=extra,
        one_off_title=plan.extra.move.title,
        luft_per_month=ask.luft - kroner_of(usual),
    )
    return replace(found, option=option)


def _day(of: Flow, number: int) -> date:
    return of.start + timedelta(days=number)


def _is_one_off(ask: Question, kind: str) -> bool:
    line = ask.chart.incomes.get(kind)
    return line is not None and line.one_off
