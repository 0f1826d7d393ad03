"""The duty to notify about children, and a hint that stores nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from budgetdesk.casework.child_concern import may_concern_child, whom_to_call
from budgetdesk.household.case import Case, Person, Tenancy
from budgetdesk.household.course import ContactPerson
from budgetdesk.household.words import Role
from budgetdesk.readers.notes import load_note_words

WORDS = load_note_words()
CASE = Case(
    persons=(Person(id="p1", role=Role.TENANT, name="Nadia Holm"), Person(id="p2", role=Role.CHILD, name="Alma Holm")),
    tenancy=Tenancy(municipality="Hvidovre"),
)


@pytest.mark.parametrize(
    "text",
    [
        "Alma er bange for at komme hjem.",
        "Drengen har blå mærker på armen.",
        "Jeg overvejer at underrette kommunen.",
        "Børnene er alene hjemme om aftenen.",
        "Vi så på budgettet.\nNaboen hører råb, og datteren græder.",
    ],
)
def test_a_worry_about_a_child_is_noticed(text: str) -> None:
    assert may_concern_child(text, CASE, WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nadia er bange for at blive sat ud.",
        "Almas fodbold koster 350 kr. hvert kvartal.",
        "Nadia har givet fuldmagt. Børneydelsen kommer den 20.",
        "Hun har haft meget fravær på arbejdet.\nAlma går i 2. klasse.",
        "Afslag på fritidstilskud til barnet.",
    ],
)
def test_ordinary_notes_are_left_alone(text: str) -> None:
    assert not may_concern_child(text, CASE, WORDS)


def test_danger_comes_first_and_people_of_the_municipality_are_named() -> None:
    known = ContactPerson(id="c1", side="kommune", name="Bo Dahl", role="socialrådgiver", phone="36 39 36 39")
    other = ContactPerson(id="c2", side="bank", name="Ida", phone="11 22 33 44")
    calls = whom_to_call(replace(CASE, contact_persons=(known, other)), WORDS)

    assert "112" in calls[0]
    assert "Hvidovre Kommune" in calls[1]
    assert calls[2] == "Bo Dahl, socialrådgiver: 36 39 36 39"
    assert not any("Ida" in one for one in calls)


def test_an_unknown_municipality_is_just_the_municipality() -> None:
    assert "i kommunen." in whom_to_call(Case(), WORDS)[1]


def test_the_paragraph_that_is_not_confirmed_is_marked() -> None:
    assert {one.source: one.confidence for one in WORDS.duty} == {
        "barnets lov § 133": "secondary",
        "barnets lov § 135": "unverified",
    }
