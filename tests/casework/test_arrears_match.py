"""Whose row is it? Sure where the landlord's number, the CPR, or name and home say so; all else is a question."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.casework.arrears_entries import ListEntry, cpr_of, plain_address, plain_name, plain_number
from budgetdesk.casework.arrears_match import How, Known, KnownCase, known_case, slips
from budgetdesk.household.case import Arrears, Case, Person, Tenancy
from budgetdesk.household.course import Course
from budgetdesk.household.words import Role


def case(
    case_id: str, name: str, address: str = "", *, number: str = "", cpr: str = "", ended: bool = False
) -> KnownCase:
    return known_case(
        case_id,
        Case(
            persons=(Person(id="p1", role=Role.TENANT, name=name, cpr=cpr),),
            tenancy=Tenancy(address=address, number=number),
            course=Course(ended=date(2026, 1, 1) if ended else None),
        ),
    )


NADIA = case("s1", "Nadia Skovgaard", "Lærkevej 12, 3. tv, 2650 Hvidovre", number="0012-34-1", cpr="120489-1234")
BO = case("s2", "Bo Bak", "Bakkevej 7, st. th, 2650 Hvidovre", number="0012-34-2", cpr="0101701111")


def row(name: str = "", address: str = "", *, reference: str = "", cpr: str = "") -> ListEntry:
    return ListEntry(line=1, name=name, address=address, reference=reference, cpr=cpr, amount=Decimal(1))


def match(entry: ListEntry, *cases: KnownCase) -> tuple[How, tuple[str, ...]]:
    found = Known(cases or (NADIA, BO)).match(entry)
    return found.how, found.cases


@pytest.mark.parametrize("written", ["12-34-1", "0012-34-1", "12 34 1", "0012.34.01"])
def test_the_landlords_number_is_enough_however_it_is_written(written: str) -> None:
    assert match(row("En anden stavning af Skovgaard", reference=written)) == (How.REFERENCE, ("s1",))


def test_numbers_are_not_run_together() -> None:
    assert plain_number("3-12-4") != plain_number("31-24")


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Skovgaard, Nadia", "Lærkevej 12, 3. tv"),
        ("NADIA SKOVGÅRD", "Laerkevej 12 3.tv., 2650 Hvidovre"),
        ("Nadia Skovgaard", "Lærkevej 012, 3 sal venstre"),
    ],
)
def test_name_and_home_are_enough_in_any_spelling(name: str, address: str) -> None:
    assert match(row(name, address)) == (How.WHO_AND_WHERE, ("s1",))


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Nadja Skovgaard", "Lærkevej 12, 3. tv"),  # a slip in the name
        ("Nadia Skovgaard", "Parkvej 3"),  # somebody of that name, elsewhere
        ("Nadia Skovgaard", ""),
        ("Nadia Skovgard", "Lærkevej 12, 3. tv"),
        ("Alma Skovgaard", "Lærkevej 12, 3. tv"),  # somebody else in the home
    ],
)
def test_what_only_looks_alike_is_a_question(name: str, address: str) -> None:
    assert match(row(name, address)) == (How.DOUBT, ("s1",))


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Eva Ek", "Lærkevej 14"),
        ("Nadia Hansen", "Parkvej 3"),
        ("Eva Ek", "Lærkevej 12, 2. tv, 2650 Hvidovre"),  # another flat in the house
        ("", "Lærkevej 12, 3. tv, 8000 Aarhus C"),
        ("", ""),
    ],
)
def test_a_stranger_is_nobody(name: str, address: str) -> None:
    assert match(row(name, address)) == (How.NOBODY, ())


def test_the_number_of_a_person_is_enough_also_where_excel_dropped_its_nought() -> None:
    assert match(row("Helt Andet Navn", cpr=cpr_of("101701111"))) == (How.CPR, ("s2",))
    assert cpr_of("12") == ""


def test_a_number_whose_tenant_is_somebody_else_now_is_a_question() -> None:
    assert match(row("Eva Ek", "Lærkevej 12, 3. tv", reference="12-34-1"))[0] is How.DOUBT


def test_two_open_cases_with_one_number_are_a_question_and_an_ended_one_gives_way() -> None:
    twin = case("s3", "Bo Bak", number="0012-34-2")
    ended = case("s4", "Bo Bak", number="0012-34-2", ended=True)

    assert match(row("Bo Bak", reference="12-34-2"), BO, twin) == (How.DOUBT, ("s2", "s3"))
    assert match(row("Bo Bak", reference="12-34-2"), ended, BO) == (How.REFERENCE, ("s2",))


def test_the_payment_reference_counts_as_the_landlords_number_but_no_short_one() -> None:
    by_fik = known_case("s5", Case(arrears=Arrears(payment_reference="+71 0001234567")))
    short = known_case("s6", Case(arrears=Arrears(payment_reference="12")))

    assert match(row("X", reference="1234567"), by_fik) == (How.REFERENCE, ("s5",))
    assert match(row("X", reference="12"), short) == (How.NOBODY, ())


def test_the_order_of_the_cases_changes_nothing() -> None:
    cases = [NADIA, BO, case("s3", "Nadia Skovgaard", "Parkvej 3")]
    entry = row("Nadia Skovgaard", "Lærkevej 12, 3. tv")

    assert {match(entry, *some) for some in permutations(cases)} == {(How.WHO_AND_WHERE, ("s1",))}


_LETTERS = st.text("abcdeæøå", min_size=1, max_size=8)


@given(_LETTERS, _LETTERS)
def test_slips_are_the_same_both_ways_and_nothing_between_equals(one: str, other: str) -> None:
    assert slips(one, one, most=2) == 0
    assert slips(one, other, most=2) == slips(other, one, most=2)


@given(_LETTERS, st.integers(0, 7), st.sampled_from("xyz"))
def test_one_letter_changed_is_one_slip(word: str, at: int, letter: str) -> None:
    at %= len(word)

    assert slips(word, word[:at] + letter + word[at + 1 :], most=2) == 1


@given(st.lists(_LETTERS, min_size=1, max_size=3))
def test_a_name_is_the_same_whichever_way_round_it_stands(words: list[str]) -> None:
    assert plain_name(" ".join(words)) == plain_name(" ".join(reversed(words)).upper())


def test_a_swap_is_one_slip_and_an_address_needs_no_marks() -> None:
    assert slips("nadia", "ndaia", most=2) == 1
    assert plain_address("Lærkevej 12, 3. tv., 2650 Hvidovre") == "laerkevej 12 3 tv 2650 hvidovre"
