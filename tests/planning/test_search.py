"""The search against brute force: every possible plan over small cases."""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate, product

from hypothesis import assume, given
from hypothesis import strategies as st

from budgetdesk.planning.search import (
    Limits,
    any_holds,
    equal,
    gentlest,
    least_that,
    lowest_with,
    most_equal,
    room,
    runs,
    shortest,
)

ROOMY = st.lists(st.integers(4, 12), min_size=9, max_size=9)
BALANCES = st.lists(st.integers(-2, 9), min_size=9, max_size=9)
IN_HAND = st.lists(st.integers(1, 9), min_size=9, max_size=9)
"""Never in overdraft: a plan holds for half of these, for a sixth of the others."""
DUES, ENDS = (2, 4, 6), (3, 5, 8)
OPTIONS = runs(DUES, ENDS)
LIMITS = st.builds(Limits, least=st.integers(1, 2), most=st.none() | st.integers(1, 9))


def day_by_day(balances, run, amounts) -> int:
    """The lowest day, computed the plain way: pay on the day, look at every day of the run."""
    paid = [0] * (run.end + 1)
    for due, amount in zip(run.dues, amounts, strict=True):
        paid[due] += amount
    return min(b - p for b, p in zip(balances, accumulate(paid), strict=False))


def every_plan(run, total, limits):
    """All plans within the limits: one instalment, equal ones of at least the least, others from least to most."""
    count, most = len(run.dues), total if limits.most is None else min(limits.most, total)
    same = equal(total, count)
    if count == 1 or min(same) >= limits.least:
        yield same
    if count > 1:
        for amounts in product(range(limits.least, most + 1), repeat=count):
            if sum(amounts) == total:
                yield amounts


@given(BALANCES, st.integers(1, 9), LIMITS)
def test_shortest_is_the_first_count_for_which_brute_force_finds_any_plan(balances, total, limits):
    found = shortest(balances, OPTIONS, total, limits)
    by_force = next(
        (
            len(run.dues)
            for run in OPTIONS
            if any(day_by_day(balances, run, plan) >= 0 for plan in every_plan(run, total, limits))
        ),
        None,
    )

    assert (len(found.amounts) if found else None) == by_force


@given(BALANCES, st.integers(1, 9), LIMITS)
def test_gentlest_has_the_highest_lowest_day_that_any_plan_has_and_no_more_instalments_than_needed(
    balances, total, limits
):
    found = gentlest(balances, OPTIONS, total, limits)
    best: tuple[int, int] | None = None
    for run in OPTIONS:
        lows = [day_by_day(balances, run, plan) for plan in every_plan(run, total, limits)]
        if lows and max(lows) >= 0:
            best = max([best, (max(lows), -len(run.dues))], key=lambda b: b or (-1, 0))

    assert (found and (found.lowest, -len(found.amounts))) == best


@given(BALANCES, st.integers(1, 9), LIMITS)
def test_what_is_found_pays_exactly_the_debt_within_the_limits_and_holds_on_every_day(balances, total, limits):
    for found in (search(balances, OPTIONS, total, limits) for search in (shortest, gentlest)):
        if found is None:
            continue
        assert found.amounts in set(every_plan(found.run, total, limits))
        assert day_by_day(balances, found.run, found.amounts) == found.lowest >= 0


@given(IN_HAND, st.integers(1, 9), LIMITS)
def test_equal_instalments_come_first_among_plans_of_the_same_length(balances, total, limits):
    found = shortest(balances, OPTIONS, total, limits)
    assume(found is not None)
    same = equal(total, len(found.amounts))

    if day_by_day(balances, found.run, same) >= 0 and (len(same) == 1 or min(same) >= limits.least):
        assert found.amounts == same


@given(ROOMY, st.integers(1, 9))
def test_among_plans_of_the_same_length_none_is_more_equal(balances, total):
    found = shortest(balances, OPTIONS, total, Limits(1))
    assume(found is not None)
    plans = [p for p in every_plan(found.run, total, Limits(1)) if day_by_day(balances, found.run, p) >= 0]
    spread = min(max(p) - min(p) for p in plans)

    # Whole øre: rounding down moves at most one øre from an earlier to a later instalment.
    assert max(found.amounts) - min(found.amounts) <= spread + len(found.amounts)


def test_no_unequal_instalment_is_smaller_than_its_part_of_an_equal_one():
    """60.000 øre in three: a half of 20.000 is 10.000. Only 8.000 can be paid by the first due day."""
    balances = [8000, 8000, 8000, 8000, 90000, 90000, 90000, 90000, 90000]

    assert shortest(balances, OPTIONS, 60000, Limits(100)).amounts == (8000, 52000)
    assert shortest(balances, OPTIONS, 60000, Limits(100, Fraction(1, 2))) is None


def test_the_last_of_equal_instalments_carries_what_is_over():
    assert equal(100, 3) == (33, 33, 34)


def test_where_equal_ones_do_not_hold_the_early_ones_are_as_large_as_the_accounts_allow():
    assert most_equal(900, [100, 600, 900]) == (100, 400, 400)
    assert most_equal(1000_00, [1_50, 900_00, 1000_00, 0], 100) == (1_00, 333_00, 333_00, 333_00)


def test_equal_instalments_that_just_hold_are_not_rounded():
    balances = [49575] * 4 + [99150] * 5

    assert shortest(balances, OPTIONS, 99150, Limits(100)).amounts == (49575, 49575)


def test_a_debt_too_small_for_so_many_instalments_has_no_room():
    assert room([100] * 9, OPTIONS[2], 250, Limits(100)) is None


@given(BALANCES, st.lists(st.integers(0, 5), min_size=3, max_size=3))
def test_the_lowest_day_is_that_of_the_plain_count(balances, amounts):
    assert lowest_with(balances, OPTIONS[2], amounts) == day_by_day(balances, OPTIONS[2], amounts)


@given(BALANCES, st.integers(1, 9), st.integers(1, 2))
def test_the_quick_proof_says_what_brute_force_says(balances, total, least):
    by_force = any(
        day_by_day(balances, run, plan) >= 0 for run in OPTIONS for plan in every_plan(run, total, Limits(least))
    )

    assert any_holds(balances, OPTIONS, total, least) == by_force


@given(st.integers(0, 400), st.integers(0, 500))
def test_halving_finds_the_least_that_holds_or_that_nothing_does(least, high):
    assert least_that(lambda number: number >= least, high) == (least if least <= high else None)
