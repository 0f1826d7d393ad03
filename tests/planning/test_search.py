"""The search against brute force: every possible plan over small cases."""

from __future__ import annotations

from itertools import accumulate, product

from hypothesis import assume, given
from hypothesis import strategies as st

from budgetdesk.planning.search import (
    equal,
    gentlest_any,
    gentlest_equal,
    lowest_with,
    most_equal,
    room,
    runs,
    shortest_any,
    shortest_equal,
)

ROOMY = st.lists(st.integers(4, 12), min_size=9, max_size=9)
BALANCES = st.lists(st.integers(-2, 9), min_size=9, max_size=9)
DUES, ENDS = (2, 4, 6), (3, 5, 8)
OPTIONS = runs(DUES, ENDS)
SEARCHES = (shortest_equal, gentlest_equal, shortest_any, gentlest_any)


def day_by_day(balances, run, amounts) -> int:
    """The lowest day, computed the plain way: pay on the day, look at every day of the run."""
    paid = [0] * (run.end + 1)
    for due, amount in zip(run.dues, amounts, strict=True):
        paid[due] += amount
    return min(b - p for b, p in zip(balances, accumulate(paid), strict=False))


def every_plan(run, total, least):
    count = len(run.dues)
    for amounts in product(range(least if count > 1 else total, total + 1), repeat=count):
        if sum(amounts) == total:
            yield amounts


@given(BALANCES, st.integers(1, 9), st.integers(1, 2))
def test_shortest_is_the_first_count_for_which_brute_force_finds_any_plan(balances, total, least):
    found = shortest_any(balances, OPTIONS, total, least)
    by_force = next(
        (
            len(run.dues)
            for run in OPTIONS
            if any(day_by_day(balances, run, plan) >= 0 for plan in every_plan(run, total, least))
        ),
        None,
    )

    assert (len(found.amounts) if found else None) == by_force


@given(BALANCES, st.integers(1, 9), st.integers(1, 2))
def test_gentlest_has_the_highest_lowest_day_that_any_plan_has_and_no_more_instalments_than_needed(
    balances, total, least
):
    found = gentlest_any(balances, OPTIONS, total, least)
    best: tuple[int, int] | None = None
    for run in OPTIONS:
        lows = [day_by_day(balances, run, plan) for plan in every_plan(run, total, least)]
        if lows and max(lows) >= 0:
            best = max([best, (max(lows), -len(run.dues))], key=lambda b: b or (-1, 0))

    assert (found and (found.lowest, -len(found.amounts))) == best


@given(BALANCES, st.integers(1, 9), st.integers(1, 2))
def test_what_is_found_pays_exactly_the_debt_and_holds_on_every_day(balances, total, least):
    for found in (search(balances, OPTIONS, total, least) for search in SEARCHES):
        if found is None:
            continue
        assert sum(found.amounts) == total
        assert min(found.amounts) >= min(least, total)
        assert day_by_day(balances, found.run, found.amounts) == found.lowest >= 0


@given(ROOMY, st.integers(1, 9))
def test_among_plans_of_the_same_length_none_is_more_equal(balances, total):
    found = shortest_any(balances, OPTIONS, total, 1)
    assume(found is not None)
    plans = [p for p in every_plan(found.run, total, 1) if day_by_day(balances, found.run, p) >= 0]
    spread = min(max(p) - min(p) for p in plans)

    # Whole øre: rounding down moves at most one øre from an earlier to a later instalment.
    assert max(found.amounts) - min(found.amounts) <= spread + len(found.amounts)


@given(BALANCES, st.integers(1, 9), st.integers(1, 2))
def test_equal_plans_are_found_exactly_when_brute_force_finds_one(balances, total, least):
    hold = {}
    for run in OPTIONS:
        plan = equal(total, len(run.dues))
        low = day_by_day(balances, run, plan)
        if low >= 0 and (len(plan) == 1 or min(plan) >= least):
            hold[len(plan)] = low
    short, gentle = (search(balances, OPTIONS, total, least) for search in SEARCHES[:2])

    assert (len(short.amounts) if short else None) == min(hold, default=None)
    assert (gentle and gentle.lowest) == max(hold.values(), default=None)
    if gentle:
        assert len(gentle.amounts) == min(n for n, low in hold.items() if low == gentle.lowest)


@given(BALANCES, st.integers(1, 9), st.integers(1, 2))
def test_where_no_plan_of_any_amounts_holds_no_equal_one_does(balances, total, least):
    if shortest_any(balances, OPTIONS, total, least) is None:
        assert shortest_equal(balances, OPTIONS, total, least) is None


def test_the_last_of_equal_instalments_carries_what_is_over():
    assert equal(100, 3) == (33, 33, 34)


def test_where_equal_ones_do_not_hold_the_early_ones_are_as_large_as_the_accounts_allow():
    assert most_equal(900, [100, 600, 900]) == (100, 400, 400)


def test_a_debt_too_small_for_so_many_instalments_has_no_room():
    assert room([100] * 9, OPTIONS[2], 250, 100) is None


@given(BALANCES, st.lists(st.integers(0, 5), min_size=3, max_size=3))
def test_the_lowest_day_is_that_of_the_plain_count(balances, amounts):
    assert lowest_with(balances, OPTIONS[2], amounts) == day_by_day(balances, OPTIONS[2], amounts)
