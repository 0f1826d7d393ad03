"""Where no plan holds: what would close the gap. Nothing is guessed, each change is tried, and its plan is found.

* the fewest lines that the tenant can do without (never one that is locked, or that the tenant calls necessary);
* a pause with instalments on other debts that are not a priority;
* a benefit that is in process, once it is granted;
* one sum on the next bank day, where it is no larger than the debt and the hole before the first pay day;
* where none of these is enough alone: as few of them as do it together, what is dear to people left out first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, islice

from budgetdesk.budget.income_rows import paid_out
from budgetdesk.dates import ONE_DAY, bank_day_on_or_after
from budgetdesk.household.case import Case, Expense, Income
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import per_month
from budgetdesk.household.words import Need, Status
from budgetdesk.i18n import _
from budgetdesk.money import ZERO
from budgetdesk.planning import search
from budgetdesk.planning.expected import Expected, expected_moves
from budgetdesk.planning.liquidity import Flow, balances
from budgetdesk.planning.moves import Move, MoveKind, belongs_to_another, oere
from budgetdesk.planning.options import Question, alternatives, can_hold
from budgetdesk.planning.plan import Closing, PlanOption
from budgetdesk.planning.rows import counts_here

MOST_LINES = 12
"""The dearest lines that are tried together."""
MOST_SHOWN = 3
"""Single lines, each of which would do: so many are named."""


@dataclass(frozen=True)
class Line:
    """One thing that could be left out: what it is called, kr/month, its fact, and what is left on the accounts each
    day without it (øre, from today)."""

    title: str
    amount: Decimal
    path: str
    id: str
    saved: tuple[int, ...] = ()


def closings(ask: Question, of: Flow, expected: Sequence[Expected] = ()) -> tuple[Closing, ...]:
    """What would close the gap of an economy on which no plan holds, the help that costs nothing first."""
    alone = (*_benefits(ask, of, expected), *_once(ask, of), *_pauses(ask, of), *_spared(ask, of))
    if any(one.kind != "one_off" for one in alone):
        return alone
    return (*alone, *_together(ask, expected))


def can_be_spared(row: Expense, need: Need | None) -> bool:
    """Whether a line may be named: not locked, not called necessary by the tenant, and nice by the last word about it:
    the tenant's, else the adviser's, else what was agreed or the chart says (`need`)."""
    if row.locked:
        return False
    said = row.tenant_says or row.adviser_says or row.need or need
    return said is Need.NICE


# benefits in process


def _benefits(ask: Question, of: Flow, expected: Sequence[Expected]) -> Iterator[Closing]:
    for row in ask.case.income:
        amount = paid_out(row)
        if row.status is not Status.GRANTED and amount and not belongs_to_another(row, ask.case):
            line = ask.chart.incomes.get(row.kind)
            title = line.title if line else row.kind
            option = _with_row(ask, row)
            if option:
                yield Closing(
                    kind="benefit",
                    titles=(title,),
                    amounts=(per_month(amount, row.rhythm),),
                    paths=(f"case.income[{row.id}].status",),
                    option=option,
                )
    for one in expected:
        more = replace(of, moves=of.moves + expected_moves([one], ask.policy, ask.on, of.end))
        option = _option(ask, more)
        if option:
            yield Closing(kind="benefit", titles=(one.title,), amounts=(one.per_month,), paths=("",), option=option)


def _with_row(ask: Question, row: Income) -> PlanOption | None:
    """With one row in process counted from the day it can be there, and no other."""
    others = tuple(one for one in ask.case.income if one.status is Status.GRANTED or one.id == row.id)
    changed = ask.of(replace(ask.case, income=others))
    return _option(changed, changed.economy(with_applied=True))


# one sum


def _once(ask: Question, of: Flow) -> Iterator[Closing]:
    """The least whole number of kroner that would do, by halving: more money never makes a plan break."""
    days = balances(of)
    first = bank_day_on_or_after(of.start + ONE_DAY)
    at = of.index(first)

    def holds(kroner: int) -> bool:
        more = kroner * 100
        return can_hold(ask, of, [b + more if day >= at else b for day, b in enumerate(days)])

    if not ask.dues or min(days[:at]) < 0:
        return
    hole = -min(0, *days[: of.index(ask.dues[0])])
    least = search.least_that(holds, (oere(ask.total) + hole) // 100 + 1)
    if least is None:
        return
    paid = replace(of, moves=(*of.moves, Move(first, least * 100, _("Engangsbeløb"), MoveKind.OTHER_IN)))
    option = _option(ask, paid)
    if option:
        yield Closing(kind="one_off", titles=("",), amounts=(Decimal(least),), paths=("",), option=option)


# lines that can be done without


def _spared(ask: Question, of: Flow) -> Iterator[Closing]:
    lines = _lines(ask, of)
    days = balances(of)
    shown = 0
    for count in range(1, len(lines) + 1):
        best = _at_best(lines, count, len(days))
        if not can_hold(ask, of, [b + s for b, s in zip(days, best, strict=True)]):
            continue
        for chosen in sorted(combinations(lines, count), key=lambda some: sum(line.amount for line in some)):
            closing = _without(ask, of, days, chosen)
            if closing:
                yield closing
                shown += 1
                if count > 1 or shown == MOST_SHOWN:
                    return
        if shown:
            return


def _without(ask: Question, of: Flow, days: Sequence[int], chosen: Sequence[Line]) -> Closing | None:
    """The lines left out together. What each saves adds up but for the least to live on, which is tried for good."""
    saved = [b + sum(parts) for b, *parts in zip(days, *(line.saved for line in chosen), strict=True)]
    if not can_hold(ask, of, saved):
        return None
    changed = ask.of(_left_out(ask.case, {line.id for line in chosen}))
    option = _option(changed, changed.economy())
    if option is None:
        return None
    return Closing(
        kind="spared",
        titles=tuple(line.title for line in chosen),
        amounts=tuple(line.amount for line in chosen),
        paths=tuple(line.path for line in chosen),
        option=option,
    )


def _lines(ask: Question, of: Flow) -> list[Line]:
    found, days = [], balances(of)
    for row, title, each in _nice(ask):
        without = balances(ask.of(_left_out(ask.case, {row.id})).economy())
        saved = tuple(w - b for w, b in zip(without, days, strict=True))
        if any(saved):
            found.append(Line(title, each, f"case.expenses[{row.id}].amount", row.id, saved))
    return sorted(found, key=lambda line: -line.amount)[:MOST_LINES]


def _nice(ask: Question) -> Iterator[tuple[Expense, str, Decimal]]:
    """Each row that may be named, what it is called, and kr/month."""
    for row in ask.case.expenses:
        line = ask.chart.lines.get(row.line)
        if row.amount and counts_here(line) and not (line and line.minus):
            each = per_month(row.amount, row.rhythm)
            if each and can_be_spared(row, line.need if line else None):
                yield row, row.label or (line.title if line else row.line), each


def _at_best(lines: Sequence[Line], count: int, length: int) -> list[int]:
    """The most that any `count` of the lines can have saved by each day: if that does not hold, none of them does."""
    if not lines:
        return [0] * length
    return [
        sum(islice(sorted(saved, reverse=True), count)) for saved in zip(*(line.saved for line in lines), strict=True)
    ]


def _left_out(case: Case, ids: set[str]) -> Case:
    return replace(case, expenses=tuple(row for row in case.expenses if row.id not in ids))


# other debts


def _pauses(ask: Question, of: Flow) -> Iterator[Closing]:
    """A pause with one other debt, else with all that are not a priority."""
    debts = [d for d in ask.case.debts if d.instalment and not d.deducted_from_income and d.priority is False]
    single = [closing for debt in debts if (closing := _paused(ask, (debt,)))]
    if single or len(debts) < 2:
        yield from single[:MOST_SHOWN]
    elif together := _paused(ask, debts):
        yield together


def _paused(ask: Question, debts: Sequence[Debt]) -> Closing | None:
    ids = {debt.id for debt in debts}
    changed = ask.of(replace(ask.case, debts=tuple(d for d in ask.case.debts if d.id not in ids)))
    option = _option(changed, changed.economy())
    if option is None:
        return None
    return Closing(
        kind="pause",
        titles=tuple(debt.creditor or _("anden gæld") for debt in debts),
        amounts=tuple(per_month(debt.instalment or ZERO, debt.rhythm) for debt in debts),
        paths=tuple(f"case.debts[{debt.id}].instalment" for debt in debts),
        option=option,
    )


# several at once


@dataclass(frozen=True)
class Part:
    """One thing that could help: its kind as in `Closing`, what it is called, kr/month, its fact, and its id."""

    kind: str
    title: str
    amount: Decimal
    path: str
    id: str


def _together(ask: Question, expected: Sequence[Expected]) -> Iterator[Closing]:
    """All of it together; then without each in turn, the dearest to people first, as long as a plan still holds."""
    parts = [*_parts(ask), *(Part("benefit", one.title, one.per_month, "", one.title) for one in expected)]
    if len(parts) < 2 or _with_parts(ask, parts, expected) is None:
        return
    order = {"spared": 0, "pause": 1, "benefit": 2}
    for part in sorted(parts, key=lambda part: (order[part.kind], -part.amount)):
        fewer = [one for one in parts if one is not part]
        if _with_parts(ask, fewer, expected) is not None:
            parts = fewer
    parts.sort(key=lambda part: -order[part.kind])
    option = _with_parts(ask, parts, expected)
    if option is not None:
        yield Closing(
            kind="together",
            titles=tuple(part.title for part in parts),
            amounts=tuple(part.amount for part in parts),
            paths=tuple(part.path for part in parts),
            option=option,
        )


def _parts(ask: Question) -> Iterator[Part]:
    for row in ask.case.income:
        amount = paid_out(row)
        if row.status is not Status.GRANTED and amount and not belongs_to_another(row, ask.case):
            line = ask.chart.incomes.get(row.kind)
            each = per_month(amount, row.rhythm)
            yield Part("benefit", line.title if line else row.kind, each, f"case.income[{row.id}].status", row.id)
    for debt in ask.case.debts:
        if debt.instalment and not debt.deducted_from_income and debt.priority is False:
            each = per_month(debt.instalment, debt.rhythm)
            yield Part("pause", debt.creditor or _("anden gæld"), each, f"case.debts[{debt.id}].instalment", debt.id)
    for expense, title, each in _nice(ask):
        yield Part("spared", title, each, f"case.expenses[{expense.id}].amount", expense.id)


def _with_parts(ask: Question, parts: Sequence[Part], expected: Sequence[Expected]) -> PlanOption | None:
    ids = {(part.kind, part.id) for part in parts}
    granted = tuple(r for r in ask.case.income if r.status is Status.GRANTED or ("benefit", r.id) in ids)
    debts = tuple(debt for debt in ask.case.debts if ("pause", debt.id) not in ids)
    rows = tuple(row for row in ask.case.expenses if ("spared", row.id) not in ids)
    changed = ask.of(replace(ask.case, income=granted, debts=debts, expenses=rows))
    base = changed.economy(with_applied=True)
    more = [one for one in expected if ("benefit", one.title) in ids]
    return _option(changed, replace(base, moves=base.moves + expected_moves(more, ask.policy, ask.on, base.end)))


def _option(ask: Question, of: Flow) -> PlanOption | None:
    found = alternatives(ask, of)
    return found[0].option if found else None
