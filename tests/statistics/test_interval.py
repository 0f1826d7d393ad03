"""How sure an effect is: checked by letting chance play many times over."""

from __future__ import annotations

from statistics import mean, pstdev

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.errors import BadInputError
from budgetdesk.readers.evaluations import load_evaluations
from budgetdesk.statistics.areas import AreaYear, aligned, years_left_out
from budgetdesk.statistics.effect import Series, YearCount
from budgetdesk.statistics.interval import judged

EFFORT: Series = {
    -2: YearCount(110, 9_000),
    -1: YearCount(120, 9_000),
    0: YearCount(115, 9_100),
    1: YearCount(80, 9_200),
}
CONTROL: Series = {year: YearCount(count, 40_000) for year, count in ((-2, 260), (-1, 250), (0, 240), (1, 235))}
TIMES = 1_500


def by_chance(series: Series, chance: np.random.Generator) -> Series:
    """The same areas in another world: every count drawn anew."""
    return {year: YearCount(max(int(chance.poisson(one.evictions)), 1), one.tenancies) for year, one in series.items()}


def test_nineteen_of_twenty_intervals_hold_the_truth() -> None:
    truth, chance = judged(EFFORT, CONTROL)[0], np.random.default_rng(7)
    worlds = [judged(by_chance(EFFORT, chance), by_chance(CONTROL, chance))[0] for _ in range(TIMES)]
    plain = mean(one.plain.low <= truth.plain.value <= one.plain.high for one in worlds)
    share = mean(one.share.low <= truth.share.value <= one.share.high for one in worlds if one.share and truth.share)

    assert 0.93 <= plain <= 0.97
    assert 0.92 <= share <= 0.98
    half = (truth.plain.high - truth.plain.low) / 2
    assert pstdev(one.plain.value for one in worlds) * 1.96 == pytest.approx(half, rel=0.07)


def test_the_reports_own_effects_could_be_chance() -> None:
    reports = load_evaluations()
    first, second = judged(reports.effort, reports.control)

    assert [round(float(one.effect.share) * 100, 1) for one in (first, second) if one.effect] == [2.1, 23.3]
    assert first.share is not None
    assert not first.share.tells
    assert first.share.low < 0 < first.share.high


def test_a_large_fall_in_many_homes_is_no_chance() -> None:
    effort = {0: YearCount(400, 20_000), 1: YearCount(100, 20_000)}
    control = {0: YearCount(400, 20_000), 1: YearCount(400, 20_000)}
    only = judged(effort, control)[0]

    assert (only.plain.value, only.plain.tells) == (15, True)
    assert only.effect is None  # the years before are not known
    assert float(only.prevented) == 15


def test_no_eviction_at_all_does_not_look_certain() -> None:
    none = {0: YearCount(0, 1000), 1: YearCount(0, 1000)}
    only = judged(none, none)[0]

    assert only.plain.value == 0
    assert only.plain.high > 1


@given(st.integers(2, 9))
def test_more_homes_make_the_interval_narrower(times: int) -> None:
    def larger(series: Series) -> Series:
        return {year: YearCount(one.evictions * times, one.tenancies * times) for year, one in series.items()}

    small, large = judged(EFFORT, CONTROL)[0].plain, judged(larger(EFFORT), larger(CONTROL))[0].plain

    assert large.value == pytest.approx(small.value)
    assert large.high - large.low == pytest.approx((small.high - small.low) / times**0.5)


def rows(area: str, effort: bool, first: int, counts: list[int], last_before: int = 2020) -> list[AreaYear]:
    return [
        AreaYear(area=area, year=first + n, evictions=count, tenancies=1000, effort=effort, last_before=last_before)
        for n, count in enumerate(counts)
    ]


def test_areas_that_began_in_different_years_are_laid_on_top_of_each_other() -> None:
    table = [
        *rows("A", True, 2018, [3, 4, 5, 2]),
        *rows("B", True, 2010, [1, 2, 3, 4], 2012),
        *rows("C", False, 2018, [9, 9, 9, 9]),
    ]
    effort, control = aligned(table)

    assert {year: one.evictions for year, one in effort.items()} == {-2: 4, -1: 6, 0: 8, 1: 6}
    assert set(control) == {-2, -1, 0, 1}


def test_a_year_that_one_area_lacks_is_left_out_and_said() -> None:
    table = [*rows("A", True, 2018, [3, 4, 5, 2]), *rows("C", False, 2018, [9, 9, 9, 9, 9])]

    assert years_left_out(table) == (2,)
    assert max(aligned(table)[1]) == 1


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (rows("A", True, 2018, [1, 2]), "sammenlignes med"),
        ([*rows("A", True, 2018, [1]), *rows("A", True, 2018, [2])], "to gange"),
        (rows("A", True, 2018, [5000]), "byttet om"),
        ([*rows("A", True, 2018, [1]), *rows("A", True, 2019, [2], 2021)], "to forskellige"),
        (rows("", True, 2018, [1]), "navn"),
    ],
)
def test_rows_that_cannot_be_used_are_refused_in_a_sentence(table: list[AreaYear], told: str) -> None:
    with pytest.raises(BadInputError, match=told):
        aligned(table)


def test_without_the_year_before_the_effort_nothing_is_said() -> None:
    with pytest.raises(BadInputError, match="sidste år før"):
        judged({1: YearCount(1, 10)}, CONTROL)
