"""The next day of a payment, from the days on which it came: the rule behind the days, not the days themselves.

A payment on the last bank day of the month comes on the 30th, the 27th and the 31st; one on the 1st may be seen on the
1st, the 2nd and the 3rd. The first rule that explains every day seen is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from budgetdesk.dates import Month, bank_day_on_or_after, bank_day_on_or_before
from budgetdesk.household.rhythm import Rhythm

STEP_DAYS = {
    Rhythm.WEEKLY: 7,
    Rhythm.BIWEEKLY: 14,
    Rhythm.MONTHLY: 0,
    Rhythm.BIMONTHLY: 0,
    Rhythm.QUARTERLY: 0,
    Rhythm.HALFYEARLY: 0,
    Rhythm.YEARLY: 0,
}
"""Rhythms that can be found, the shortest first; days in a step, 0 where it is months."""

MONTHS_BETWEEN = {
    Rhythm.MONTHLY: 1,
    Rhythm.BIMONTHLY: 2,
    Rhythm.QUARTERLY: 3,
    Rhythm.HALFYEARLY: 6,
    Rhythm.YEARLY: 12,
}

LONGEST_MONTH = 31
MOST_CLOSED = 5
"""Days in a row on which banks are closed at most (Easter)."""
DayRule = Callable[[Month], date]


def later(day: date, rhythm: Rhythm, steps: int) -> date:
    """The day so many steps later: same weekday, or same day of the month (its last day where it is shorter)."""
    if STEP_DAYS[rhythm]:
        return day + timedelta(days=STEP_DAYS[rhythm] * steps)
    return Month.of(day).plus(MONTHS_BETWEEN[rhythm] * steps).day(day.day)


def next_due(days: Sequence[date], rhythm: Rhythm) -> date:
    """The first bank day after the last one on which the payment is expected. Days in order."""
    if STEP_DAYS[rhythm]:
        return _after(days[-1], bank_day_on_or_after(later(weekdays_meant(days)[-1], rhythm, 1)))
    coming = _month_meant(days).plus(MONTHS_BETWEEN[rhythm])
    return _after(days[-1], day_rule(days)(coming))


def weekdays_meant(days: Sequence[date]) -> list[date]:
    """The days on the weekday most of them fall on: what Easter or another holiday moved is put back.

    Banks move a payment on by up to five days; one day early is taken for early.
    """
    usual = Counter(day.weekday() for day in days).most_common(1)[0][0]
    late = [(day.weekday() - usual) % 7 for day in days]
    return [day + timedelta(days=1 if by == 6 else -by) for day, by in zip(days, late, strict=True)]


def day_rule(days: Sequence[date]) -> DayRule:
    """Which day of the month the payment falls on: the first rule that explains every day; else the usual day's."""
    for rule in _rules_near(days[0].day):
        if all(day in _near(rule, day) for day in days):
            return rule
    return _on_or_after(Counter(day.day for day in days).most_common(1)[0][0])


def _rules_near(number: int) -> list[DayRule]:
    """The rules that a day of the month may follow from, the likeliest first: banks close for five days at most."""
    shifts = range(MOST_CLOSED + 1)
    return [
        _last_bank_day,
        *(_on_or_after((number - shift - 1) % LONGEST_MONTH + 1) for shift in shifts),
        *(_on_or_before((number + shift - 1) % LONGEST_MONTH + 1) for shift in shifts),
    ]


def _after(last: date, due: date) -> date:
    return due if due > last else bank_day_on_or_after(last + timedelta(days=1))


def _near(rule: DayRule, day: date) -> tuple[date, date, date]:
    month = Month.of(day)
    return rule(month), rule(month.plus(-1)), rule(month.plus(1))


def _month_meant(days: Sequence[date]) -> Month:
    """The month the last payment belongs to: one due on the 31st may be booked on the 1st."""
    rule, last = day_rule(days), days[-1]
    month = Month.of(last)
    return min((month, month.plus(-1), month.plus(1)), key=lambda near: abs(rule(near) - last))


def _last_bank_day(month: Month) -> date:
    return bank_day_on_or_before(month.last)


def _on_or_after(number: int) -> DayRule:
    return lambda month: bank_day_on_or_after(month.day(number))


def _on_or_before(number: int) -> DayRule:
    return lambda month: bank_day_on_or_before(month.day(number))
