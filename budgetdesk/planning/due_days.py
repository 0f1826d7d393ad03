"""The days on which a plan may be paid, and how long its run lasts."""

from __future__ import annotations

from datetime import date, timedelta

from budgetdesk.dates import ONE_DAY, Month, bank_day_on_or_after
from budgetdesk.household.case import Case
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Status
from budgetdesk.planning.policy import Policy

LONGEST_RUN = timedelta(days=5 * 366)
MONTHS_AFTER = {Rhythm.BIMONTHLY: 2, Rhythm.QUARTERLY: 3, Rhythm.HALFYEARLY: 3, Rhythm.YEARLY: 3}
"""How many months a run lasts from its last instalment, by the rarest regular money; 1 where all comes monthly."""


def calendar(policy: Policy, on: date, after: int = 1) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """The due days a plan may use (bank days after `on`), and for each the end of a run whose last one it is: the day
    before the due day `after` months later."""
    month = Month.of(on)
    while due_day(policy, month) <= on:
        month = month.plus(1)
    usable = [month.plus(n) for n in range(policy.max_months) if month.plus(n).number not in policy.pause_months]
    return tuple(due_day(policy, m) for m in usable), tuple(end_of_run(policy, m, after) for m in usable)


def months_after(case: Case) -> int:
    """How many months the run of a plan lasts from its last instalment: until every regular payment that counts has
    come once more, 1 to 3. Without this a plan could pay with the money the next weeks live on."""
    rhythms = (row.rhythm for row in case.income if row.status is Status.GRANTED and row.end is None)
    return max((MONTHS_AFTER.get(rhythm, 1) for rhythm in rhythms), default=1)


def due_day(policy: Policy, month: Month) -> date:
    """The policy's day of a month, or the next day on which banks are open."""
    return bank_day_on_or_after(month.day(policy.day_of_month))


def end_of_run(policy: Policy, last: Month, after: int) -> date:
    """The last day of a run whose last instalment falls in the month `last`."""
    return due_day(policy, last.plus(after)) - ONE_DAY


def months_between(first: date, last: date) -> int:
    """Months from the first due day to the last, both months included."""
    return (last.year - first.year) * 12 + last.month - first.month + 1
