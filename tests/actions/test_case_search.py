"""Search among cases: by any of what a case is known by, in any order, with slips of the finger, the best first."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetdesk.actions import case_search
from budgetdesk.actions.case_search import CaseSearch, Field, Hit
from budgetdesk.actions.case_words import asked_words
from budgetdesk.casework.case_summary import CaseSummary, InList

DAY = datetime(2026, 11, 20, 12, tzinfo=UTC)
NADIA = InList(
    tenant="Nadia Skovgaard",
    others=("Søren Ærenlund",),
    address="Kærmindevej 12, 2. tv, 2620 Albertslund",
    landlord="Boligselskabet Nordlund",
    cprs=("1203851234",),
    phones=("+45 22 33 44 55",),
)
ANNE = InList(
    tenant="Anne-Marie Åkjær", address="Lærkevej 7, 4000 Roskilde", cprs=("0101900011",), phones=("60123456",)
)
HANSEN = InList(tenant="Peter Hansen", address="Nadiavej 1", cprs=("2505701111",))


def case(number: str, about: InList, minutes: int = 0) -> CaseSummary:
    return CaseSummary(id=number, opened_at=DAY, saved_at=DAY + timedelta(minutes=minutes), about=about)


CASES = (case("2026-0012", NADIA), case("2026-0112", ANNE), case("2025-0003", HANSEN))


def found(asked: str, cases: tuple[CaseSummary, ...] = CASES) -> list[str]:
    return [hit.case.id for hit in CaseSearch().find(cases, asked)]


def best(asked: str) -> Hit:
    return CaseSearch().find(CASES, asked)[0]


@pytest.mark.parametrize(
    ("asked", "number", "field"),
    [
        ("Nadia", "2026-0012", Field.NAME),
        ("skovg", "2026-0012", Field.NAME),
        ("2026-0012", "2026-0012", Field.NUMBER),
        ("20260012", "2026-0012", Field.NUMBER),
        ("12", "2026-0012", Field.NUMBER),
        ("120385-1234", "2026-0012", Field.CPR),
        ("1203851234", "2026-0012", Field.CPR),
        ("120385", "2026-0012", Field.CPR),
        ("22 33 44 55", "2026-0012", Field.PHONE),
        ("22334455", "2026-0012", Field.PHONE),
        ("+4522334455", "2026-0012", Field.PHONE),
        ("0045 2233 4455", "2026-0012", Field.PHONE),
        ("kærmindevej 12", "2026-0012", Field.ADDRESS),
        ("2. tv albertslund", "2026-0012", Field.ADDRESS),
        ("nordlund", "2026-0012", Field.LANDLORD),
        ("Søren", "2026-0012", Field.OTHER),
        ("anne-marie", "2026-0112", Field.NAME),
        ("annemarie", "2026-0112", Field.NAME),
        ("anne marie", "2026-0112", Field.NAME),
    ],
)
def test_a_case_is_found_by_what_it_is_known_by_and_the_place_is_told(asked: str, number: str, field: Field) -> None:
    assert (best(asked).case.id, best(asked).fields[0]) == (number, field)


@pytest.mark.parametrize("asked", ["soeren", "soren", "SØREN", "sören", "aerenlund", "ærenlund", "kaermindevej"])
def test_letters_that_a_keyboard_does_not_have_are_found_as_others_write_them(asked: str) -> None:
    assert found(asked)[0] == "2026-0012"


@pytest.mark.parametrize("asked", ["akjaer", "aakjaer", "åkjær", "Åkjaer"])
def test_an_aa_is_found_as_a_as_well(asked: str) -> None:
    assert found(asked)[0] == "2026-0112"


@pytest.mark.parametrize(
    "asked", ["nadja", "nadai", "naadia", "ndia", "skovgard", "skovgrad", "skvgaard", "kermindevej", "1203851243"]
)
def test_a_slip_of_the_finger_is_forgiven(asked: str) -> None:
    assert found(asked)[0] == "2026-0012"


@pytest.mark.parametrize("asked", ["sxovga", "alberslu"])
def test_a_slip_is_forgiven_while_the_last_word_is_being_typed(asked: str) -> None:
    assert found(asked)[0] == "2026-0012"


@pytest.mark.parametrize("asked", ["skovgaard nadia", "nadia skovgaard", "albertslund nadia", "nadia 2026-0012"])
def test_the_order_of_the_words_is_free(asked: str) -> None:
    assert found(asked) == ["2026-0012"]


def test_every_word_has_to_be_found() -> None:
    assert found("skovgaard hansen") == []


def test_the_places_are_told_in_the_order_of_the_words() -> None:
    assert best("albertslund nadia").fields == (Field.ADDRESS, Field.NAME)


def test_a_name_stands_before_a_street_and_the_same_word_before_one_that_is_like_it() -> None:
    assert found("nadia") == ["2026-0012", "2025-0003"]
    assert found("hansen", (case("1", replace(HANSEN, tenant="Ole Jansen")), case("2", HANSEN))) == ["2", "1"]


def test_a_name_stands_before_the_same_word_in_an_address() -> None:
    assert found("sol", (case("1", InList(address="Sol Allé 1"), 9), case("2", InList(tenant="Sol")))) == ["2", "1"]


def test_one_slip_stands_before_two() -> None:
    names = ("Frederikxxn", "Frederiksxn")
    cases = tuple(case(str(n), InList(tenant=name), -n) for n, name in enumerate(names))

    assert found("frederiksen", cases) == ["1", "0"]


@pytest.mark.parametrize("asked", ["soren", "soeren", "akjaer"])
def test_a_letter_that_the_keyboard_does_not_have_is_no_slip(asked: str) -> None:
    assert best(asked).score > 0.9


def test_among_equals_the_one_that_was_saved_last_comes_first() -> None:
    assert found("hansen", (case("1", HANSEN, 1), case("2", HANSEN, 5), case("3", HANSEN, 3))) == ["2", "3", "1"]


def test_a_case_number_with_another_figure_is_another_case() -> None:
    assert found("2026-0013") == []


@pytest.mark.parametrize("asked", ["", "  ", "-", "…"])
def test_nothing_asked_finds_nothing(asked: str) -> None:
    assert found(asked) == []


def test_no_cases_at_all_are_searched_in_peace() -> None:
    assert found("nadia", ()) == []


def test_a_case_that_is_changed_is_found_by_what_it_says_now_and_no_longer_by_what_it_said() -> None:
    search = CaseSearch()
    search.prepare(CASES)
    moved = replace(CASES[0], about=replace(NADIA, address="Ny Allé 4"))
    now = (moved, *CASES[1:])

    assert [hit.case for hit in search.find(now, "ny allé")] == [moved]
    assert search.find(now, "kærmindevej") == ()
    assert [hit.case for hit in search.find(now, "skovgaard")] == [moved]


def test_a_new_case_is_found_and_one_that_is_gone_is_not() -> None:
    search = CaseSearch()
    search.prepare(CASES[:2])

    assert [hit.case.id for hit in search.find(CASES[1:], "hansen")] == ["2025-0003"]
    assert search.find(CASES[1:], "skovgaard") == ()


def test_when_very_many_have_changed_all_are_indexed_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_search, "TOO_MANY", 1)
    search = CaseSearch()
    search.prepare(CASES)
    others = tuple(replace(one, about=replace(one.about, tenant=f"Ny {n}")) for n, one in enumerate(CASES))

    assert {hit.case.id for hit in search.find(others, "ny")} == {one.id for one in CASES}
    assert search.find(others, "skovgaard") == ()


def test_what_was_forgotten_when_locked_is_found_again_after() -> None:
    search = CaseSearch()
    search.prepare(CASES)
    search.forget()

    assert search._all.ids == []
    assert search.find(CASES, "nadia")


@given(st.text(max_size=20))
@settings(max_examples=60, deadline=None)
def test_anything_may_be_typed(asked: str) -> None:
    CaseSearch().find(CASES, asked)


@given(st.lists(st.sampled_from(["nadia", "12", "2620", "kærmindevej", "skovgaard", "tv"]), min_size=1, unique=True))
@settings(max_examples=40, deadline=None)
def test_more_words_never_find_more_cases(words: list[str]) -> None:
    for count in range(1, len(words)):
        assert set(found(" ".join(words[: count + 1]))) <= set(found(" ".join(words[:count])))


def test_figures_that_stand_apart_are_read_as_one_number_too() -> None:
    assert ["22334455"] in asked_words("22 33 44 55")
    assert ["vej", "12", "2620"] in asked_words("Vej 12, 2620")


def test_ten_thousand_cases_are_searched_within_a_tenth_of_a_second() -> None:
    chance = random.Random(7)  # noqa: S311 - invented names
    parts = ["ka", "ber", "gård", "sen", "ø", "lund", "by", "stru", "ma", "ti", "hov", "æl", "sko", "v"]

    def word() -> str:
        return "".join(chance.choices(parts, k=chance.randint(2, 4)))

    many = tuple(
        case(f"{2020 + n // 2000}-{n % 2000:04}", InList(tenant=f"{word()} {word()}", address=f"{word()}vej {n % 99}"))
        for n in range(10_000)
    )
    search = CaseSearch()
    search.prepare(many)
    took = []
    for asked in ("kabar", "lundvej 12", "2024-0044", "e", "sen gårdma"):
        begun = time.process_time()
        search.find(many, asked)
        took.append(time.process_time() - begun)

    assert sorted(took)[len(took) // 2] < 0.1
