"""The benefits' handout in two languages: nothing of it stays Danish on both sides, and both sides say as much."""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path
from random import Random

import every_paper
import pytest
from crowded_household import ON

from budgetdesk import data_files
from budgetdesk.actions.overview import look
from budgetdesk.actions.translations import words
from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.benefits.catalogue import assess_all
from budgetdesk.documents.papers import benefit_words
from budgetdesk.documents.papers.papers_to_bring import sentences, with_capital
from budgetdesk.documents.sheet import texts
from budgetdesk.documents.tenant.in_two_languages import danish_page, page_in
from budgetdesk.documents.tenant.tenant_page import TenantPage
from budgetdesk.documents.tenant.tenant_words import texts_of
from budgetdesk.i18n import speaking
from budgetdesk.readers.rates import load_rates

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / "benefits"), str(ROOT / "tools")]
from any_household import any_case, any_day  # noqa: E402 - needs the path above
from messages import LOCALE, read_catalogue  # noqa: E402

HOUSEHOLDS = 25


@cache
def answers() -> tuple[Assessment, ...]:
    """Of households nobody would think of."""
    found: list[Assessment] = []
    for number in range(HOUSEHOLDS):
        random = Random(number)  # noqa: S311 - households, not secrets
        day = any_day(random)
        found += assess_all(any_case(random, day), day, load_rates())
    return tuple(found)


@cache
def sides(household: str, language: str, page: str) -> tuple[TenantPage, TenantPage]:
    """The page in Danish, and as the tenant's language says it where the facts are looked at in it too."""
    of, said = every_paper.household(household), words(None, language)
    with speaking(language, said):
        there = look(of.record, ON, of.library)
    return danish_page(page, of.record, of.overview, ON), page_in(page, of.record, there, ON, language, said)


def test_every_way_to_apply_is_known_to_translators_sentence_by_sentence():
    known = set(texts_of("ydelser"))

    told = {one for answer in answers() for one in sentences(answer.how_to_apply) if one}
    assert told - known == set()
    assert len(told) > 30


def test_every_paper_to_find_is_known_to_translators_as_the_list_has_it():
    known = set(texts_of("ydelser"))

    wanted = {paper for answer in answers() for paper in answer.documents_needed}
    assert {with_capital(paper) for paper in wanted} - known == set()
    assert len(wanted) > 30


def test_a_paper_is_translated_on_the_page_and_not_before_it_is_chosen():
    """Or what is said to several adults would be left out of one language only."""
    wanted = {paper for answer in answers() for paper in answer.documents_needed if paper[:1].islower()}

    assert wanted & set(texts_of("ydelser")) == set()


def test_every_reason_why_a_benefit_does_not_fit_is_known_to_translators():
    patterns = [re.sub(r"\\\{\w+\\\}", ".+", re.escape(one)) for one in benefit_words.NOT_RELEVANT]

    said = {answer.summary for answer in answers() if answer.verdict is Verdict.NO}
    assert [one for one in said if not any(re.fullmatch(each, one) for each in patterns)] == []


def test_the_reasons_that_translators_read_are_those_of_the_program():
    program = read_catalogue(LOCALE / "en" / "LC_MESSAGES" / "budgetdesk.po")

    assert [one for one in benefit_words.NOT_RELEVANT if one not in program] == []


def test_every_question_is_known_to_translators():
    files = {file.name for file in data_files.path("questions").glob("*.toml")}

    asked = {one["ask"] for name in files for one in texts.danish("questions", name).values()}
    assert asked == set(benefit_words.questions())


@pytest.mark.parametrize("household", [every_paper.SAMPLE, every_paper.CROWDED])
def test_nothing_of_the_handout_stays_danish_on_both_sides(household: str):
    ours, other = sides(household, "uk", "ydelser")

    same = [
        (a.text, a.note)
        for left, right in zip(ours.parts, other.parts, strict=True)
        for a, b in zip(left.lines, right.lines, strict=True)
        if a.text == b.text or (a.note and a.note == b.note and not a.note.startswith("Udbetaling Danmark"))
    ]
    assert same == []


def test_one_adult_is_asked_for_nothing_of_others_in_either_language():
    ours, other = sides(every_paper.SAMPLE, "en", "ydelser")
    told = " ".join(one.text for part in (*ours.parts, *other.parts) for one in part.lines)

    assert "andre voksne" not in told
    assert "other adults" not in told
    assert "Your income" in told


def test_the_next_wages_are_said_in_the_tenants_language():
    _ours, other = sides(every_paper.SAMPLE, "en", "redning")

    assert "Next: wages" in [one.text for part in other.parts for one in part.lines]


@pytest.mark.parametrize("language", ["ur", "fa"])
def test_every_letter_of_a_language_gets_on_its_page(language: str):
    pages = [sides(every_paper.SAMPLE, language, page)[1] for page in ("ydelser", "redning")]

    assert "�" not in repr(pages)
