"""What the two have agreed to change, written on the rows of the budget: how much each gives, and from which day.

A change whose money is free from tomorrow is written on the row itself. One that is free later ends the row the day
before, and a new row with what is left goes on from then: so the curve of the plan counts the money from the right day.
A row that was changed this way is no longer one of the month's own, so that taking the month in again leaves it alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_DOWN, Decimal

from budgetdesk.budget.what_gives import Alternative, Change
from budgetdesk.dates import ONE_DAY
from budgetdesk.household.case import Case, Expense
from budgetdesk.household.paths import next_id
from budgetdesk.household.rhythm import per_month
from budgetdesk.i18n import N_
from budgetdesk.ledger.saying import day_and_year, kroner
from budgetdesk.money import OERE, ZERO

_ROW = re.compile(r"expenses\[([^\]]+)\]\.amount(?: |$)")


def agree(case: Case, alternative: Alternative, *, on: date) -> Case:
    """The case with an alternative made on a day. Rows that are locked or gone since are left as they are.

    Amounts are rounded down to whole øre of the row's own rhythm, so that a row never gives less than was said.
    """
    wanted: dict[str, list[Change]] = {}
    for change in alternative.changes:
        found = _ROW.match(change.of.key)
        if found and not change.of.locked:
            wanted.setdefault(found[1], []).append(change)
    expenses: list[Expense] = []
    taken = list(case.expenses)
    for expense in case.expenses:
        made = _changed(expense, wanted.get(expense.id, ()), on)
        for new in made[1:]:
            named = replace(new, id=next_id(tuple(taken), "e"))
            taken.append(named)
            expenses.append(named)
        expenses.insert(len(expenses) - len(made[1:]), made[0])
    return replace(case, expenses=tuple(expenses))


def _changed(expense: Expense, changes: Iterable[Change], on: date) -> Sequence[Expense]:
    """The row, and the rows that follow it; the row itself where nothing is to change."""
    in_order = sorted(changes, key=lambda change: change.of.free_from)
    if expense.locked or expense.amount is None or not in_order:
        return [expense]
    whole = per_month(expense.amount, expense.rhythm)
    rows, left = [replace(expense, from_spending=False)], whole
    for change in in_order:
        left = max(ZERO, left - change.gives)
        rows = _from_then_on(rows, _share(expense.amount, left, whole), change, on)
    return rows


def _from_then_on(rows: list[Expense], amount: Decimal, change: Change, on: date) -> list[Expense]:
    last, free = rows[-1], change.of.free_from
    note = _note(change, on)
    if free <= on + ONE_DAY or last.start == free:
        return [*rows[:-1], replace(last, amount=amount, note=note)]
    ended = replace(last, end=free - ONE_DAY, note=note)
    if amount == ZERO:
        return [*rows[:-1], ended]
    return [*rows[:-1], ended, replace(last, amount=amount, start=free, note=note)]


def _share(amount: Decimal, left: Decimal, whole: Decimal) -> Decimal:
    return (amount * left / whole).quantize(OERE, ROUND_DOWN) if whole else ZERO


def _note(change: Change, on: date) -> str:
    """`Aftalt 20. november 2026: 250 kr. mindre om måneden fra 21. november 2026.`"""
    free = day_and_year(change.of.free_from)
    return N_("Aftalt {day_and_year}: {gives} mindre om måneden fra {free}.").format(
        day_and_year=day_and_year(on), gives=kroner(change.gives), free=free
    )
