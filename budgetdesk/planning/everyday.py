"""Everyday money, day by day: what the budget's everyday lines cost, and at least the policy's least to live on.

Every seven days cost a week's money, rounded up to whole øre as a whole. Weekends and other closed days are booked on
the next bank day. Whole numbers throughout: a month is 52/12 weeks, so that a day of a row costs `øre * times a year`
of the 364th parts (7 * 52) that are counted here. Nothing is rounded before the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from budgetdesk.budget.chart import Chart
from budgetdesk.dates import ONE_DAY, days, is_bank_day
from budgetdesk.household.case import Case, Expense
from budgetdesk.money import to_oere
from budgetdesk.planning.policy import ADULT_AGE, Policy, least_per_week
from budgetdesk.planning.rows import counts_here, has_own_day, is_for_living

WEEKS_A_YEAR = 52
PARTS = 7 * WEEKS_A_YEAR
"""A day's money is counted in 364th parts of an øre."""


def everyday(case: Case, chart: Chart, policy: Policy, start: date, end: date) -> Iterator[tuple[date, int]]:
    """What leaves the account on each bank day from `start` to `end`, whole øre (positive), with the days since the
    bank day before."""
    spent, parts, since = 0, 0, start
    changes = sorted({start, *(day for day in _changes(case) if start < day <= end), end + ONE_DAY})
    per_day, upcoming = 0, iter(changes)
    change = next(upcoming)
    for day in _bank_days(start, end):
        while change <= day:
            parts += per_day * (change - since).days
            since, per_day = change, parts_per_day(case, chart, policy, change)
            change = next(upcoming)
        now = -(-(parts + per_day * ((day - since).days + 1)) // PARTS)
        yield day, now - spent
        spent = now


def parts_per_day(case: Case, chart: Chart, policy: Policy, day: date) -> int:
    """Money for one day of everyday life, 364th parts of an øre: the budget's everyday lines that have no day of their
    own; together with those that have one at least the policy's least."""
    spread = every_line = 0
    for row, parts in _living(case, chart, day):
        every_line += parts
        spread += 0 if has_own_day(row) else parts
    least = int(to_oere(least_per_week(policy, case, day)).scaleb(2)) * WEEKS_A_YEAR
    return spread + max(0, least - every_line)


def _living(case: Case, chart: Chart, day: date) -> Iterator[tuple[Expense, int]]:
    for row in case.expenses:
        line = chart.lines.get(row.line)
        running = (row.start is None or row.start <= day) and (row.end is None or day <= row.end)
        if row.amount and running and counts_here(line) and is_for_living(row, line):
            parts = int(to_oere(row.amount).scaleb(2)) * row.rhythm.times_a_year
            yield row, -parts if line and line.minus else parts


@lru_cache(maxsize=200)
def _bank_days(start: date, end: date) -> tuple[date, ...]:
    return tuple(day for day in days(start, end) if is_bank_day(day))


def _changes(case: Case) -> Iterator[date]:
    """The days on which everyday money may change: a row begins or has ended, a child grows up."""
    for row in case.expenses:
        if row.start:
            yield row.start
        if row.end:
            yield row.end + ONE_DAY
    for person in case.persons:
        if person.born:
            yield _birthday(person.born, ADULT_AGE)


def _birthday(born: date, age: int) -> date:
    if (born.month, born.day) == (2, 29):
        return date(born.year + age, 2, 28) + ONE_DAY
    return born.replace(year=born.year + age)
