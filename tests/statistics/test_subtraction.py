"""Somebody who has every table and subtracts one number from another learns nothing about few."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import examples

from budgetdesk.household.words import EvictionKind
from budgetdesk.readers.categories import load_categories
from budgetdesk.statistics.counted import Counted, Threat, Who
from budgetdesk.statistics.hiding import LEAST, hide_several
from budgetdesk.statistics.tables import Selection, Table, count

CATEGORIES = load_categories()
DAY = date(2026, 3, 1)
PRIMARY = LEAST - 1
"""A hidden number that is known to be small can be 1 to 4: so many ways must be left."""


def tables(*cases: Counted) -> dict[str, Table]:
    return count(cases, Selection(), CATEGORIES)


def ways_to_fill(table: Table, total: int) -> list[tuple[int, ...]]:
    """Everything the hidden cells of a table could be, for somebody who knows from another table how many cases there
    are in all: a listed word has at least one."""
    cells = [*(row.cases for row in table.rows), table.unknown, table.without_consent]
    least = [*(1 for _ in table.rows), 0, 0]
    hidden = [place for place, cell in enumerate(cells) if cell is None]
    left = total - sum(cell or 0 for cell in cells)
    ranges = [range(least[place], left + 1) for place in hidden]
    return [way for way in product(*ranges) if sum(way) == left] if hidden else []


ages = st.lists(st.sampled_from([20, 30, 40, 50, None]), min_size=1, max_size=14)


@settings(max_examples=examples(40), deadline=None)
@given(ages, st.integers(0, 3))
def test_a_table_that_adds_up_stays_hidden_although_another_table_tells_how_many_there_are(
    known: list[int | None], silent: int
) -> None:
    cases = [Counted(began=DAY, who=Who(age=age, children=0)) for age in known]
    cases += [Counted(began=DAY, who=Who(children=0)) for _ in range(silent)]
    found = tables(*cases)
    total = found["children"].cases
    if total is None:
        assert found["age_groups"].cases is None
        return
    if found["age_groups"].too_few:
        assert (found["age_groups"].rows, found["age_groups"].unknown) == ((), None)
        return
    ways = ways_to_fill(found["age_groups"], total)
    for place in range(len(ways[0]) if ways else 0):
        assert len({way[place] for way in ways}) >= PRIMARY


@pytest.mark.parametrize("words", [1, 2, 3])
def test_who_knows_the_rule_and_tries_every_table_learns_nothing_of_a_small_cell(words: int) -> None:
    """Brute force: all tables of a few words that would be shown alike, up to twelve cases."""
    alike: dict[tuple[int, tuple[int | None, ...]], list[tuple[int, ...]]] = {}
    for known in range(LEAST, 13):
        for counts in product(range(1, known + 1), repeat=words):
            if sum(counts) >= known:  # everybody has a word
                alike.setdefault((known, hide_several(counts, known)), []).append(counts)
    for (known, shown), ways in alike.items():
        if shown.count(None) == words and known > words:
            continue  # then not even the words are listed
        for place in [place for place, cell in enumerate(shown) if cell is None]:
            assert len({way[place] for way in ways}) >= PRIMARY, (known, shown)


def test_a_table_of_few_rows_that_are_all_small_lists_not_even_the_words() -> None:
    rows = ["sprog"] * 3 + ["misbrug"] * 3
    found = tables(*[counted_with(word, evicted=False) for word in rows])["causes"]

    assert (found.rows, found.too_few, found.cases) == ((), True, 6)


def test_the_few_who_were_not_put_out_are_not_found_by_taking_those_who_were_from_all() -> None:
    put_out = [counted_with("misbrug", evicted=True) for _ in range(9)]
    found = tables(*put_out, *[counted_with("misbrug", evicted=False) for _ in range(2)])
    whole, part = cells(found["causes"]), cells(found["evicted_causes"])

    assert whole == {"misbrug": 11}
    assert part.get("misbrug") is None


def test_where_enough_were_not_put_out_both_are_shown() -> None:
    put_out = [counted_with("misbrug", evicted=True) for _ in range(9)]
    found = tables(*put_out, *[counted_with("misbrug", evicted=False) for _ in range(5)])

    assert cells(found["evicted_causes"]) == {"misbrug": 9}


def test_the_few_who_have_not_said_yes_are_not_found_by_subtraction() -> None:
    asked = [Counted(began=DAY, words={"causes": ("sprog",)}, may_be_counted=n < 20) for n in range(22)]
    found = tables(*asked)

    assert found["age_groups"].cases == 22
    assert (found["causes"].cases, found["causes"].without_consent) == (None, None)


def test_how_many_were_left_out_without_a_yes_is_said() -> None:
    asked = [
        Counted(began=DAY, words={"causes": ("sprog",)}, may_be_counted=(True, None, False)[n % 3]) for n in range(30)
    ]
    found = tables(*asked)["causes"]

    assert (found.cases, found.without_consent) == (10, 20)
    assert cells(found) == {"sprog": 10}


def test_five_who_are_each_alone_are_not_shown_one_by_one() -> None:
    alone = [Counted(began=DAY, who=Who(age=age, children=0)) for age in (20, 30, 40, 50, 60)]
    found = tables(*alone)

    assert found["children"].cases == 5
    assert found["age_groups"].rows == ()
    assert found["age_groups"].too_few


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["sprog", "misbrug", "kultur"]), st.booleans()), max_size=40))
def test_no_part_can_be_taken_from_its_whole(rows: list[tuple[str, bool]]) -> None:
    found = tables(*[counted_with(word, evicted=evicted) for word, evicted in rows])
    whole, part = cells(found["causes"]), cells(found["evicted_causes"])
    true = Counter(word for word, evicted in rows if not evicted)
    for word, cell in part.items():
        if cell is not None and whole.get(word) is not None:
            assert not 0 < true[word] < LEAST


def cells(table: Table) -> dict[str, int | None]:
    return {row.word: row.cases for row in table.rows}


def counted_with(word: str, *, evicted: bool) -> Counted:
    threat = Threat(eviction=EvictionKind.BAILIFF, left_on=DAY) if evicted else Threat()
    return Counted(began=DAY, words={"causes": (word,)}, threat=threat, may_be_counted=True)
