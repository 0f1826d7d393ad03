"""Money for children: by their ages where it is the law's amount, less as they turn 18 where it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from planning_household import CHART, POLICY, TODAY, household, kr

from budgetdesk.actions.library import load_library
from budgetdesk.household.case import Case, Income, Person
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Role
from budgetdesk.planning import finder
from budgetdesk.planning.liquidity import curve

RATES = load_library().rates
END = date(2028, 11, 20)
BENEFIT = "Børne- og ungeydelse"


def child(id_: str, born: date, name: str = "") -> Person:
    return Person(id=id_, role=Role.CHILD, born=born, name=name)


def with_children(amount: str, *born: date, kind: str = "boerneydelse", rhythm: Rhythm = Rhythm.QUARTERLY) -> Case:
    children = tuple(child(f"c{n}", day, f"Barn {n}") for n, day in enumerate(born, 1))
    row = Income(id="i2", person="p1", kind=kind, amount=kr(amount), rhythm=rhythm)
    return replace(household(), persons=(Person(id="p1", role=Role.TENANT), *children), income=(row,))


def payments(case: Case, title: str = BENEFIT, rates=RATES) -> dict[date, Decimal]:
    days = curve(case, CHART, start=TODAY, end=END, instalments=(), policy=POLICY, rates=rates)
    return {day.day: amount for day in days for name, amount in day.moves if name == title}


def test_the_lowest_amount_follows_the_third_birthday_from_the_next_quarter():
    """21.480 kr. a year until 3, then 17.004 (borger.dk 2026): 5.370 and 4.251 kr. a quarter."""
    paid = payments(with_children("5370", date(2024, 3, 21)))

    assert paid[date(2027, 1, 20)] == kr(5370)
    assert paid[date(2027, 4, 20)] == kr(4251)


def test_two_parents_here_are_paid_half_each_and_both_halves_are_the_households():
    """Half of 21.480 is 10.740 a year, 2.685 a quarter (borger.dk 2026); two of them."""
    case = with_children("2685", date(2024, 3, 21))
    other = Income(id="i3", person="p2", kind="boerneydelse", amount=kr(2685), rhythm=Rhythm.QUARTERLY)
    parents = (case.persons[0], Person(id="p2", role=Role.PARTNER))
    children = (replace(case.persons[1], parents=("p1", "p2")),)
    paid = payments(replace(case, persons=(*parents, *children), income=(*case.income, other)))

    assert paid[date(2027, 1, 20)] == kr(5370)
    assert paid[date(2027, 4, 20)] == kr(4248)  # 17.004 / 2 = 8.502, rounded down to a multiple of 12: 8.496


def test_at_seven_it_falls_once_more():
    """13.380 kr. a year from 7: 3.345 kr. a quarter."""
    paid = payments(with_children("4251", date(2020, 5, 2)))

    assert paid[date(2027, 4, 20)] == kr(4251)
    assert paid[date(2027, 7, 20)] == kr(3345)


def test_at_fifteen_it_comes_every_month():
    """The quarter of the birthday is paid for its months up to the birthday's; then 13.380 / 12 = 1.115 kr. a month."""
    paid = payments(with_children("3345", date(2012, 2, 14)))

    assert paid[date(2027, 1, 20)] == kr(2230)
    assert paid[date(2027, 3, 19)] == kr(1115)
    assert paid[date(2027, 4, 20)] == kr(1115)


def test_at_eighteen_it_stops_with_the_days_of_the_month():
    """Born on the 17th: 17 of June's 30 days."""
    paid = payments(with_children("1115", date(2009, 6, 17), rhythm=Rhythm.MONTHLY))

    assert paid[date(2027, 5, 20)] == kr(1115)
    assert paid[date(2027, 6, 18)] == kr(632)
    assert max(paid) == date(2027, 6, 18)


def test_next_years_figures_are_this_years_while_nobody_knows_them_and_it_is_said():
    case = replace(with_children("5370", date(2026, 3, 21)), bank=household().bank)
    test = finder.test_plan(case, CHART, POLICY, on=TODAY, rates=RATES)

    assert payments(case)[date(2028, 10, 20)] == kr(5370)
    assert test.assumed == (
        "Satserne for børne- og ungeydelse efter 31. december 2026 kendes ikke endnu. "
        "Der er regnet med de sidste, vi har.",
    )


def test_an_amount_that_is_not_the_laws_is_kept_until_a_child_turns_eighteen():
    case = with_children("5000", date(2009, 3, 1), date(2015, 3, 1))
    paid = payments(case)
    test = finder.test_plan(case, CHART, POLICY, on=TODAY, rates=RATES)

    assert paid[date(2027, 1, 20)] == kr(5000)
    assert paid[date(2027, 4, 20)] == kr(2500)
    assert test.assumed == ("Når et barn fylder 18 år, er pengene for børnene regnet ned med barnets del.",)


@pytest.mark.parametrize("kind", ["boernetilskud", "boernebidrag"])
def test_other_money_for_a_child_stops_on_the_eighteenth_birthday(kind):
    case = with_children("900", date(2009, 3, 1), kind=kind, rhythm=Rhythm.MONTHLY)
    paid = payments(case, CHART.incomes[kind].title)

    assert max(paid) < date(2027, 3, 1)


def test_money_that_is_for_one_child_falls_with_that_child_only():
    row = Income(id="i2", person="c1", kind="boernebidrag", amount=kr(900))
    case = replace(with_children("1", date(2009, 3, 1), date(2015, 3, 1)), income=(row,))
    paid = payments(case, CHART.incomes["boernebidrag"].title)

    assert max(paid) < date(2027, 3, 1)


def test_without_figures_of_the_law_the_amount_is_kept_until_eighteen():
    paid = payments(with_children("5370", date(2024, 3, 21)), rates=None)

    assert set(paid.values()) == {kr(5370)}


def test_what_changes_on_the_way_is_named_with_its_day():
    case = with_children("5370", date(2024, 3, 21))
    ends = Income(id="i3", person="p1", kind="sygedagpenge", amount=kr(9000), end=date(2027, 8, 31))
    once = Income(
        id="i4", person="p1", kind="feriepenge", amount=kr(4000), rhythm=Rhythm.ONCE, pays_on="date:2027-05-03"
    )
    test = finder.test_plan(replace(case, income=(*case.income, ends, once)), CHART, POLICY, on=TODAY, rates=RATES)

    assert [(one.day, one.text) for one in test.changes] == [
        (date(2027, 3, 21), "Barn 1 fylder 3 år. Børneydelsen er mindre fra april 2027."),
        (date(2027, 5, 3), "Feriepenge kommer: 4.000\u00a0kr."),
        (date(2027, 9, 1), "Sygedagpenge er stoppet."),
    ]


def test_the_first_day_below_zero_after_the_plan_is_seen_when_a_benefit_ends():
    case = household(balance="20000", owed="1000")
    wage = replace(case.income[0], end=date(2027, 6, 30))
    test = finder.test_plan(replace(case, income=(wage, *case.income[1:])), CHART, POLICY, on=TODAY)

    assert all(day.balance >= 0 for day in test.curve)
    assert test.first_below is not None
    assert test.first_below.day > test.curve[-1].day
