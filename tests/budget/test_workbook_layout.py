"""What the Excel file of a budget keeps out of sight comes back as it was."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.budget.workbook_layout import (
    COLUMNS,
    EVIDENCE_WORDS,
    NEED_WORDS,
    RHYTHM_WORDS,
    RowKind,
    Stamp,
    WrittenRow,
    case_mark,
    changeable,
    stamp_of,
    whose_labels,
    written_row,
)
from budgetdesk.household.case import Case, CaseInfo, Person
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Evidence, Need, Role

MONEY = st.none() | st.decimals(-(10**7), 10**7, places=2)
ROWS = st.builds(
    WrittenRow,
    key=st.text(),
    kind=st.sampled_from(RowKind),
    code=st.text(),
    name=st.text(),
    whose=st.text(),
    amount=MONEY,
    rhythm=st.sampled_from(Rhythm),
    need=st.none() | st.sampled_from(Need),
    evidence=st.none() | st.sampled_from(Evidence),
)


@given(ROWS)
def test_a_row_comes_back_as_it_was_written(row: WrittenRow) -> None:
    assert written_row(row.cells()) == row


def test_a_stamp_comes_back_as_it_was_written() -> None:
    stamp = Stamp(program="0.1.0", on=date(2026, 11, 20), number="L-1", case="abc", store="7")
    assert stamp_of(stamp.cells()) == stamp


def test_every_word_stands_for_one_thing() -> None:
    for words, values in ((RHYTHM_WORDS, Rhythm), (NEED_WORDS, Need), (EVIDENCE_WORDS, Evidence)):
        assert set(words) == set(values)
        assert len(set(words.values())) == len(words)


def test_the_columns_stand_side_by_side_under_headings_of_their_own() -> None:
    assert [one.letter for one in COLUMNS] == [chr(ord("A") + at) for at in range(len(COLUMNS))]
    assert len({one.heading for one in COLUMNS}) == len(COLUMNS)


def test_two_of_one_name_are_told_apart_and_nobody_is_without_a_name() -> None:
    names = ("Bo", "bo", "", "Bo (2)")
    case = Case(persons=tuple(Person(id=f"p{at}", role=Role.CHILD, name=name) for at, name in enumerate(names, 1)))
    assert list(whose_labels(case).values()) == ["Bo", "bo (2)", "Person 3", "Bo (2) (2)"]


def test_the_mark_of_a_case_tells_nothing_and_stays_while_its_number_does() -> None:
    case = Case(info=CaseInfo(number="L-2026-17"))
    other = Case(info=CaseInfo(number="L-2026-18"))
    assert case_mark(case) != case_mark(other)
    assert "L-2026" not in case_mark(case)
    assert case_mark(Case()) == ""


def test_rent_may_have_another_amount_but_no_other_rhythm() -> None:
    assert changeable("tenancy.rent_per_month") == {"amount"}
    assert changeable("agreement.instalments") == frozenset()
    assert changeable("income[i1].amount") == {"amount", "rhythm", "evidence"}


def test_an_amount_is_kept_to_the_oere() -> None:
    row = WrittenRow(key="k", kind=RowKind.EXPENSE, code="106", amount=Decimal("350.10"))
    assert "350.10" in row.cells()
