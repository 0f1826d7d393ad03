"""Four envelopes for four weeks: the money to live on, from one pay day to the next.

The week's amount is the one that the budget shows, in whole kroner. A month is longer than four weeks: what is over
belongs to the days that are over, in a fifth, small envelope. In a period of exactly four weeks it stays in the
account. What lies in an envelope is notes and coins: whole kroner, and the øre stay in the account too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal

from budgetdesk.budget.chart import LineType
from budgetdesk.budget.month import WEEKS_A_MONTH, MonthBudget
from budgetdesk.dates import ONE_DAY
from budgetdesk.money import ZERO, to_krone, to_oere

WEEKS = 4
WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Envelope:
    """One envelope: its first and last day, and what lies in it, kr."""

    first: date
    last: date
    amount: Decimal

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, kw_only=True)
class Envelopes:
    """The envelopes of one period. `weeks` and `rest` and `kept` add up to `frame`."""

    frame: Decimal
    """What there is to live on in the period, kr."""
    weeks: tuple[Envelope, ...]
    rest: Envelope | None
    """The days after the fourth week; None where there are none."""
    kept: Decimal = ZERO
    """What stays in the account: all that is over where the period is four weeks and not a month, else the øre."""

    @property
    def days(self) -> int:
        return sum(one.days for one in (*self.weeks, *((self.rest,) if self.rest else ())))


def living_frame(month: MonthBudget) -> Decimal:
    """What there is to live on in a month, kr: income less fixed costs and what is set aside. Below zero: that is
    missing."""
    aside = (row.per_month for row in month.expenses if row.counts and row.type is LineType.RESERVE)
    return month.raadighedsbeloeb - sum(aside, ZERO)


def monthly(frame: Decimal, first: date, next_pay: date) -> Envelopes:
    """One month's money from a pay day to the day before the next. Less than four weeks count as four.

    `frame` in kr is rounded to whole øre, half away from zero; below zero there is nothing to divide: 0.
    """
    frame = max(ZERO, to_oere(frame))
    week = _whole(frame, to_krone(to_oere(frame / WEEKS_A_MONTH)))
    weeks = _weeks(first, week)
    over = frame - WEEKS * week
    after = weeks[-1].last + ONE_DAY
    if next_pay <= after:
        return Envelopes(frame=frame, weeks=weeks, rest=None, kept=over)
    rest = over.to_integral_value(ROUND_FLOOR)
    return Envelopes(frame=frame, weeks=weeks, rest=Envelope(after, next_pay - ONE_DAY, rest), kept=over - rest)


def four_weeks(per_week: Decimal, first: date) -> Envelopes:
    """Four weeks' money where pay comes every week or every second week; kr/week, rounded to whole øre."""
    frame = WEEKS * max(ZERO, to_oere(per_week))
    week = _whole(frame, to_krone(frame / WEEKS))
    return Envelopes(frame=frame, weeks=_weeks(first, week), rest=None, kept=frame - WEEKS * week)


def _whole(frame: Decimal, week: Decimal) -> Decimal:
    """The week in whole kroner, never more than there is."""
    return week if WEEKS * week <= frame else (frame / WEEKS).to_integral_value(ROUND_FLOOR)


def _weeks(first: date, amount: Decimal) -> tuple[Envelope, ...]:
    begins = [first + number * WEEK for number in range(WEEKS)]
    return tuple(Envelope(day, day + WEEK - ONE_DAY, amount) for day in begins)
