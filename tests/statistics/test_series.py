"""What happened when: true zeros, nothing of the future, no sum about few."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetdesk.household import case as facts
from budgetdesk.household.agreement import Agreement, FormerAgreement, PlanPayment
from budgetdesk.household.case import Arrears, ArrearsRow
from budgetdesk.household.circumstances import Application
from budgetdesk.household.course import Course
from budgetdesk.household.words import Outcome, PaymentFor, PlanOutcome
from budgetdesk.statistics.amounts import Amount, Money, PlanEnd, money_of
from budgetdesk.statistics.buckets import Period, buckets, days_of
from budgetdesk.statistics.counted import Counted
from budgetdesk.statistics.hiding import LEAST
from budgetdesk.statistics.plans import plans
from budgetdesk.statistics.series import Series, series
from budgetdesk.statistics.tables import Selection

TODAY = date(2026, 11, 20)
YEAR = Selection(first=date(2026, 1, 1), last=date(2026, 12, 31))


def begun(*days: date) -> Series:
    return series([Counted(began=day) for day in days], YEAR, TODAY)["begun"]


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period.MONTH, date(2026, 11, 1), TODAY),
        (Period.LAST_MONTH, date(2026, 10, 1), date(2026, 10, 31)),
        (Period.QUARTER, date(2026, 10, 1), TODAY),
        (Period.YEAR, date(2026, 1, 1), TODAY),
        (Period.LAST_YEAR, date(2025, 1, 1), date(2025, 12, 31)),
        (Period.ALL, None, None),
    ],
)
def test_a_period_that_has_not_ended_ends_today(period: Period, first: date | None, last: date | None) -> None:
    assert days_of(period, TODAY) == (first, last)


def test_a_month_in_which_nothing_happened_is_a_zero_and_one_to_come_is_not_there() -> None:
    found = begun(*[date(2026, 3, 1)] * 6)

    assert [point.when.first.month for point in found.points] == list(range(1, 12))
    assert [point.cases for point in found.points if point.cases] == [6]


def test_more_than_two_years_are_shown_year_by_year() -> None:
    assert [one.first.year for one in buckets(date(2024, 1, 1), date(2026, 2, 1))] == [2024, 2025, 2026]
    assert len(buckets(date(2025, 1, 1), date(2026, 12, 31))) == 24


def test_a_hidden_month_cannot_be_found_by_taking_the_others_from_the_year() -> None:
    found = begun(*[date(2026, 3, 1)] * 3, *[date(2026, 4, 1)] * 20, *[date(2026, 5, 1)] * 9)

    assert found.cases == 32
    assert [point.cases for point in found.points[2:5]] == [None, 20, None]


def test_a_sum_that_is_nearly_one_persons_is_not_shown() -> None:
    rich = [Decimal(90_000), *[Decimal(1000)] * 9]
    even = [Decimal(1049)] * 10
    cases = [Counted(money=Money(monthly=(Amount(kroner=kr, on=date(2026, 3, 1)),))) for kr in rich]
    cases += [
        Counted(money=Money(monthly=(Amount(kroner=kr, on=date(2026, month, 1)),))) for kr in even for month in (4, 5)
    ]
    found = series(cases, YEAR, TODAY)["benefits_monthly"].points

    assert found[2].kroner is None
    assert [point.kroner for point in found[3:5]].count(Decimal(10_500)) == 1  # one more is hidden beside it
    assert found[0].kroner == 0


def test_somebody_whose_day_is_not_known_is_told_of() -> None:
    found = series([Counted(money=Money(once=(Amount(kroner=Decimal(10)),)))] * 6, YEAR, TODAY)

    assert found["benefits_once"].without_day == 6


def test_only_what_was_granted_is_money_found_and_rent_help_is_paid_once() -> None:
    on = date(2026, 3, 1)
    granted = (
        Application(id="boligstoette", outcome=Outcome.GRANTED, granted=Decimal(1500), answered_on=on),
        Application(id="paragraf_81_a", outcome=Outcome.GRANTED, granted=Decimal(7600), answered_on=on),
        Application(id="boernetilskud", outcome=Outcome.WAITING, estimate=Decimal(500)),
    )
    money = money_of(facts.Case(applications=granted))

    assert money.monthly == (Amount(kroner=Decimal(1500), on=on),)
    assert money.once == (Amount(kroner=Decimal(7600), on=on),)


def test_arrears_are_removed_by_instalments_and_by_what_covered_the_rest() -> None:
    paid = (
        PlanPayment(id="b1", paid_on=date(2026, 4, 1), amount=Decimal(1000)),
        PlanPayment(id="b2", what=PaymentFor.RENT, paid_on=date(2026, 4, 1), amount=Decimal(7600)),
        PlanPayment(id="b3", paid_on=date(2026, 5, 1), amount=Decimal(0)),
    )
    case = facts.Case(
        arrears=Arrears(rows=(ArrearsRow(id="r1", amount=Decimal(8000)),)),
        former_agreements=(FormerAgreement(id="f1", agreement=Agreement(payments=paid)),),
        course=Course(began=date(2026, 2, 1), ended=date(2026, 6, 1), arrears_covered=True),
    )
    money = money_of(case)

    assert money.found == (Amount(kroner=Decimal(8000), on=date(2026, 2, 1)),)
    assert [(one.kroner, one.on) for one in money.removed] == [
        (Decimal(1000), date(2026, 4, 1)),
        (Decimal(7000), date(2026, 6, 1)),
    ]


def test_plans_are_counted_on_the_day_they_ended_and_one_case_may_have_several() -> None:
    kept, broken = (PlanEnd(outcome=one, on=date(2026, 5, 1)) for one in (PlanOutcome.KEPT, PlanOutcome.BROKEN))
    table = plans([Counted(ended_plans=(kept, broken))] * 6, YEAR)

    assert {row.word: row.cases for row in table.rows} == {"kept": 6, "broken": 6}
    assert table.cases == 12
    assert plans([Counted(ended_plans=(kept,))] * 6, Selection(last=date(2026, 4, 30))).cases == 0


months = st.integers(1, 12).map(lambda number: date(2026, number, 3))


@settings(max_examples=80, deadline=None)
@given(st.lists(months, max_size=60))
def test_months_that_are_shown_add_up_and_none_is_about_few(days: list[date]) -> None:
    found = begun(*days)
    shown = [point.cases for point in found.points]
    inside = [day for day in days if day <= TODAY.replace(day=30)]

    assert not [cell for cell in shown if cell is not None and 0 < cell < LEAST]
    if found.cases is not None:
        assert found.cases == len(inside)
        assert shown.count(None) != 1
