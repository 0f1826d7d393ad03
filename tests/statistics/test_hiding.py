"""Nothing about few can be seen, nor worked out."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from laws import examples

from budgetdesk.statistics.hiding import LEAST, hide, of, total_may_be_shown

tables = st.lists(st.integers(0, 30), min_size=1, max_size=8)


def test_a_single_small_cell_takes_the_next_smallest_with_it() -> None:
    assert hide([3, 20, 9], adds_up=True) == (None, 20, None)


def test_two_cells_of_one_would_be_known_from_their_sum_so_a_third_goes_too() -> None:
    assert hide([1, 1, 12, 40], adds_up=True) == (None, None, None, 40)


def test_without_a_total_only_the_small_ones_go() -> None:
    assert hide([3, 20, 9, 0], adds_up=False) == (None, 20, 9, 0)


def test_a_large_table_is_shown_as_it_is() -> None:
    assert hide([5, 20, 0], adds_up=True) == (5, 20, 0)
    assert total_may_be_shown([5, 20, 0], (5, 20, 0))


def test_a_table_of_one_small_cell_hides_its_total_too() -> None:
    shown = hide([3, 0], adds_up=True)

    assert shown[0] is None
    assert not total_may_be_shown([3, 0], shown)


def test_a_number_alone_is_hidden_from_one_to_four() -> None:
    assert [of(count) for count in (0, 1, 4, 5)] == [0, None, None, 5]


@given(tables, st.booleans())
def test_no_cell_of_one_to_four_is_ever_shown(cells: list[int], adds_up: bool) -> None:
    assert all(seen is None or seen == 0 or seen >= LEAST for seen in hide(cells, adds_up=adds_up))


@given(tables, st.booleans())
def test_what_is_shown_is_true(cells: list[int], adds_up: bool) -> None:
    assert all(seen in (None, cell) for cell, seen in zip(cells, hide(cells, adds_up=adds_up), strict=True))


@settings(max_examples=examples(60))
@given(st.lists(st.integers(0, 9), min_size=1, max_size=5))
def test_somebody_who_tries_every_number_finds_no_hidden_cell(cells: list[int]) -> None:
    """Brute force: all ways to fill the hidden cells, each with at least one, that give the total."""
    shown = hide(cells, adds_up=True)
    if not total_may_be_shown(cells, shown):
        return
    hidden = [place for place, seen in enumerate(shown) if seen is None]
    left = sum(cells) - sum(seen or 0 for seen in shown)
    ways = [way for way in product(range(1, left + 1), repeat=len(hidden)) if sum(way) == left]
    for at in range(len(hidden)):
        assert len({way[at] for way in ways}) >= LEAST


@given(tables)
def test_where_the_total_is_known_nothing_more_is_shown(cells: list[int]) -> None:
    alone, together = hide(cells, adds_up=False), hide(cells, adds_up=True)

    assert all(one is not None or other is None for one, other in zip(alone, together, strict=True))
