"""Four envelopes and a small one: they add up to the øre, and every day from pay day to pay day lies in one of them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.budget.envelopes import WEEK, four_weeks, monthly

PAY = date(2026, 11, 30)
FRAMES = st.integers(0, 3_000_000).map(lambda oere: Decimal(oere).scaleb(-2))


def test_a_month_of_thirty_days_is_four_weeks_and_two_days() -> None:
    made = monthly(Decimal("4270.10"), PAY, date(2026, 12, 30))

    assert [one.amount for one in made.weeks] == [Decimal(985)] * 4
    assert [(one.first, one.last) for one in made.weeks][:2] == [
        (date(2026, 11, 30), date(2026, 12, 6)),
        (date(2026, 12, 7), date(2026, 12, 13)),
    ]
    assert made.rest is not None
    assert (made.rest.first, made.rest.last, made.rest.days) == (date(2026, 12, 28), date(2026, 12, 29), 2)
    assert made.rest.amount == Decimal(330), "an envelope has no room for ten øre"
    assert made.kept == Decimal("0.10")


def test_five_weeks_to_the_next_pay_are_told_as_they_are() -> None:
    made = monthly(Decimal(4334), PAY, PAY + 5 * WEEK)

    assert made.rest is not None
    assert made.rest.days == 7
    assert made.rest.amount == 4334 - 4 * 1000, "the fifth week has a third of a week's money: that is what there is"


def test_exactly_four_weeks_leave_the_rest_in_the_account() -> None:
    made = monthly(Decimal(4334), date(2027, 2, 1), date(2027, 3, 1))

    assert made.rest is None
    assert made.kept == Decimal(334)


@given(frame=FRAMES, days=st.integers(20, 40))
def test_the_envelopes_add_up_to_the_frame_to_the_oere_and_leave_no_day_out(frame: Decimal, days: int) -> None:
    made = monthly(frame, PAY, PAY + timedelta(days=days))
    all_ = [*made.weeks, *([made.rest] if made.rest else [])]

    assert sum(one.amount for one in all_) + made.kept == frame == made.frame
    assert all(one.amount >= 0 for one in all_)
    assert made.kept >= 0
    assert all(one.amount == one.amount.to_integral_value() for one in all_)
    assert [one.last + timedelta(days=1) for one in all_[:-1]] == [one.first for one in all_[1:]]
    assert all_[-1].last == PAY + timedelta(days=max(days, 28) - 1)


@given(week=FRAMES)
def test_four_weeks_of_pay_by_the_week_add_up_as_well(week: Decimal) -> None:
    made = four_weeks(week, PAY)

    assert sum(one.amount for one in made.weeks) + made.kept == made.frame == 4 * week
    assert made.kept >= 0


def test_nothing_to_live_on_is_nothing_to_divide() -> None:
    assert monthly(Decimal(-500), PAY, PAY + 4 * WEEK).frame == 0
