"""The tables of the evaluations come out from their own counts."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.errors import BadInputError
from budgetdesk.statistics.effect import Series, YearCount, effects, fall, together
from budgetdesk.statistics.effect import per_cent as as_printed
from budgetdesk.statistics.savings import Saving, mean_loss, to_thousands

YEARS = (-2, -1, 0, 1, 2)
# CFBU, "Sociale viceværter": evictions by area, and tenancies in all.
EFFORT = ((31, 35, 28, 21, 12), (4, 1, 8, 4, 4), (24, 43, 17, 19, 13), (3, 2, 3, 2, 0))
CONTROL = ((243, 246, 200, 141, 108), (22, 25, 30, 38, 38), (30, 38, 38, 36, 34), (14, 8, 5, 7, 8))
EFFORT_TENANCIES = (5498, 5443, 5442, 5380, 5386)
CONTROL_TENANCIES = (48791, 49292, 51222, 51040, 51478)
COST = Decimal(149_000)
LOSSES = tuple(map(Decimal, (53_600, 58_730, 45_000, 63_451, 50_000)))


def series(areas: tuple[tuple[int, ...], ...], tenancies: tuple[int, ...]) -> Series:
    counts = [sum(area[n] for area in areas) for n in range(len(YEARS))]
    return {year: YearCount(count, homes) for year, count, homes in zip(YEARS, counts, tenancies, strict=True)}


EFFORT_AREAS, CONTROL_AREAS = series(EFFORT, EFFORT_TENANCIES), series(CONTROL, CONTROL_TENANCIES)


def shown(number: Fraction, digits: int = 1) -> float:
    return round(float(number), digits)


@pytest.mark.parametrize(("before", "after", "per_cent"), [(43, 10, -77), (45, 23, -49), (88, 33, -63)])
def test_the_falls_of_stop_udsaettelser_come_out(before: int, after: int, per_cent: int) -> None:
    # SBi 2015:10: moved out, put out by the bailiff, and all.
    assert as_printed(fall(before, after)) == per_cent


def test_the_rates_per_thousand_tenancies_come_out() -> None:
    assert [shown(EFFORT_AREAS[year].rate) for year in YEARS] == [11.3, 14.9, 10.3, 8.6, 5.4]
    assert [shown(CONTROL_AREAS[year].rate) for year in YEARS] == [6.3, 6.4, 5.3, 4.3, 3.7]


def test_the_effect_beside_the_areas_of_comparison_comes_out() -> None:
    first, second = effects(EFFORT_AREAS, CONTROL_AREAS)

    assert (shown(first.share * 100), shown(second.share * 100)) == (2.1, 23.3)
    assert (shown(first.per_thousand), shown(second.per_thousand)) == (0.2, 2.4)


def test_the_loss_by_one_eviction_is_the_mean_of_five_estimates() -> None:
    assert to_thousands(mean_loss(LOSSES)) == 54_000


def test_the_saving_of_the_second_year_and_what_it_takes_to_break_even_come_out() -> None:
    loss = to_thousands(mean_loss(LOSSES))
    second = Saving(COST, effects(EFFORT_AREAS, CONTROL_AREAS)[1].per_thousand, loss)

    assert to_thousands(second.saved) == 129_000  # the report rounds 2.396 evictions to 2.4 before it multiplies
    printed = Saving(COST, Fraction(24, 10), loss)
    assert to_thousands(printed.saved) == 130_000
    assert to_thousands(printed.to_break_even) == 19_000
    assert to_thousands(printed.to_break_even_each or Decimal(0)) == 8_000


def test_an_effort_that_pays_asks_nothing_of_others() -> None:
    paid = Saving(Decimal(1000), Fraction(1), Decimal(5000))

    assert paid.to_break_even == 0
    assert Saving(COST, Fraction(0), Decimal(5000)).to_break_even_each is None


def test_areas_are_added_year_by_year_and_must_cover_the_same_years() -> None:
    parts = [{0: YearCount(1, 10)}, {0: YearCount(2, 30)}]

    assert together(parts) == {0: YearCount(3, 40)}
    with pytest.raises(BadInputError, match="samme år"):
        together([{0: YearCount(1, 10)}, {1: YearCount(1, 10)}])


@pytest.mark.parametrize("broken", [{0: YearCount(1, 10)}, {-2: YearCount(0, 10), 0: YearCount(1, 10)}])
def test_years_that_cannot_be_compared_are_refused_in_a_sentence(broken: Series) -> None:
    with pytest.raises(BadInputError, match="indsatsområdet"):
        effects(broken, CONTROL_AREAS)


counts = st.builds(YearCount, st.integers(1, 500), st.integers(500, 50_000))
areas = st.fixed_dictionaries(dict.fromkeys(YEARS, counts))


@given(areas)
def test_an_area_compared_with_itself_shows_no_effect(one: Series) -> None:
    assert all(effect.share == 0 for effect in effects(one, one))


@given(areas, areas)
def test_effort_and_control_exchanged_turn_the_sign(one: Series, other: Series) -> None:
    there = [effect.share for effect in effects(one, other)]

    assert [-effect.share for effect in effects(other, one)] == there


@given(areas, areas, st.integers(2, 9))
def test_the_share_does_not_depend_on_how_large_the_areas_are(one: Series, other: Series, times: int) -> None:
    larger = {year: YearCount(c.evictions * times, c.tenancies * times) for year, c in one.items()}

    assert effects(larger, other) == effects(one, other)


@given(areas, areas)
def test_one_eviction_fewer_in_a_later_year_is_a_larger_effect(one: Series, other: Series) -> None:
    fewer = {**one, 1: YearCount(one[1].evictions - 1, one[1].tenancies)}

    assert effects(fewer, other)[0].share > effects(one, other)[0].share
