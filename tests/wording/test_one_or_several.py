"""What we say to a household is said to one where one adult lives there, in Danish and in the tenant's language."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from budgetdesk.actions.translations import words
from budgetdesk.benefits.catalogue import assess_all
from budgetdesk.household.case import Case, Person
from budgetdesk.household.words import Role
from budgetdesk.i18n import speaking
from budgetdesk.readers.case_file import sample_case
from budgetdesk.readers.guides import load_guides, load_questions
from budgetdesk.readers.rates import load_rates
from budgetdesk.wording.one_or_several import as_one, assessment_to, guide_to, question_to, said_to, told_to

DAY = date(2026, 11, 20)
TO_SEVERAL = re.compile(
    r"(?<=[a-zæøå,] )I\b(?! (?:alt|dag|bliver enige))|\b[Jj]er(?:es)?\b|\b(?:^|[.?!:] )I (?:er|har)\b"
)


@pytest.fixture(scope="module")
def alone() -> Case:
    return sample_case(today=DAY)


@pytest.fixture(scope="module")
def two(alone: Case) -> Case:
    return replace(alone, persons=(*alone.persons, Person(id="p9", role=Role.PARTNER, name="Ib")))


def test_no_question_guide_or_answer_speaks_to_several_where_there_is_one(alone: Case) -> None:
    said = [part for one in load_questions().values() for part in _texts(question_to(one, alone))]
    said += [part for one in load_guides().values() for part in _texts(guide_to(one, alone))]
    answers = assess_all(alone, DAY, load_rates())
    said += [part for one in answers for part in _texts(assessment_to(one, alone))]

    assert [text for text in said if TO_SEVERAL.search(text) and " par " not in text] == []


def test_two_adults_are_spoken_to_as_before(two: Case) -> None:
    question, guide = load_questions()["circumstances.moving"], load_guides()["boligstoette"]

    assert (question_to(question, two), guide_to(guide, two)) == (question, guide)
    assert said_to("Skal I flytte?", two) == "Skal I flytte?"


@pytest.mark.parametrize(
    ("several", "one"),
    [
        ("Deler I jeres hjem med andre?", "Deler du dit hjem med andre?"),
        ("Jeres svar", "Dine svar"),
        ("Er I uenige i afgørelsen, så klag.", "Er du uenig i afgørelsen, så klag."),
        ("Skriv, hvis I ikke er enige i kravet.", "Skriv, hvis du ikke er enig i kravet."),
        ("eller er I udsatte på anden måde?", "eller er du udsat på anden måde?"),
        ("Om en af jer er under uddannelse.", "Om du er under uddannelse."),
        ("Kan ingen af jer betale flytningen?", "Kan du ikke betale flytningen?"),
        ("§ 85 er ikke relevant nu: I skal ikke flytte.", "§ 85 er ikke relevant nu: du skal ikke flytte."),
        ("Friplads: I betaler 400 kr.", "Friplads: du betaler 400 kr."),
        ("Sygdom. I vælger selv.", "Sygdom. Du vælger selv."),
        ("I er to om at forsørge.", "I er to om at forsørge."),
        ("I stedet: § 81. I hvilke kvartaler?", "I stedet: § 81. I hvilke kvartaler?"),
    ],
)
def test_each_word_that_speaks_to_several_has_its_form_for_one(several: str, one: str) -> None:
    assert as_one(several) == one
    assert as_one(one) == one


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("pl", "Czy się przeprowadzasz?", "Czy się przeprowadzacie?"),
        ("ar", "هل ستنتقل؟", "هل ستنتقلون؟"),
        ("en", "Are you moving?", "Are you moving?"),
    ],
)
def test_the_tenants_language_says_one_where_danish_does(
    alone: Case, two: Case, language: str, one: str, several: str
) -> None:
    with speaking(language, words(None, language)):
        told = "Skal I flytte?"

        assert (told_to(told, alone), told_to(told, two)) == (one, several)
        assert told_to(several, alone) == one  # what was said in the language already
        assert told_to("Ikke i kataloget: I har ret.", alone) == "Ikke i kataloget: I har ret."


def test_another_language_of_the_window_is_left_alone(alone: Case) -> None:
    with speaking("en"):
        assert said_to("May I ask?", alone) == "May I ask?"


def _texts(thing: object) -> list[str]:
    """Every text of a value but the names of papers, which are chosen for the household elsewhere."""
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, tuple):
        return [text for one in thing for text in _texts(one)]
    held = getattr(thing, "__dataclass_fields__", {})
    skipped = {"documents", "documents_needed", "form_asks", "path", "rates_used", "assumed", "missing_facts"}
    return [text for name in held if name not in skipped for text in _texts(getattr(thing, name))]
