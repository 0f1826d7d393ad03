"""How hard each paper is to read: our own words for tenants at most LIX 30, and what was typed told apart."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import every_paper
import pytest
import readability
from tenant_situations import NAMES, situation

from budgetdesk.benefits.findings import Findings
from budgetdesk.documents.papers import benefit_words, catalogue
from budgetdesk.documents.papers.papers_to_bring import sentences
from budgetdesk.documents.sheet.heard import listening
from budgetdesk.documents.tenant.tenant_pages import BUILDERS
from budgetdesk.documents.tenant.variants import own_words, reading
from budgetdesk.household.case import Conversation, Todo
from budgetdesk.wording.readability import EASY, Reading, lix, prose, told_reading

FOR_TENANTS = ("budget", "aaret", "kuverter", "budgetkonto", "indkoeb", "kursus", "opfoelgning", "naeste_skridt",
               "opgaver", "kontaktpersoner", "redning", "ydelser", "forventninger", "oplysning", "aftale")  # fmt: skip
"""Papers that a tenant takes home. One that does not exist yet is not asked for."""
HARD = "Økonomirådgivningens hovedkonklusion vedrørende husstandens betalingsevne forudsætter dokumentation."


@cache
def heard(name: str) -> tuple[str, ...]:
    made = every_paper.household(every_paper.SAMPLE)
    with listening() as said:
        catalogue.make(name, made.record, made.overview, on=made.overview.on)
    return tuple(said)


@pytest.mark.parametrize("name", BUILDERS)
@pytest.mark.parametrize("of", NAMES)
def test_our_own_words_on_a_tenants_page_are_easy_to_read(name: str, of: str) -> None:
    made = situation(of)
    text = prose(own_words(name, made.record, made.answers, made.on))

    assert lix(text) <= EASY, text


@pytest.mark.parametrize("name", [name for name in FOR_TENANTS if name in catalogue.DOCUMENTS])
def test_the_papers_a_tenant_takes_home_are_easy_to_read(name: str) -> None:
    made = every_paper.household(every_paper.SAMPLE)
    found = reading(name, made.record, made.overview, made.overview.on, heard(name))

    assert found.whole > 0
    assert (found.whole if found.own is None else found.own) <= EASY, prose(heard(name))


def ways_to_apply() -> list[str]:
    held = [getattr(rule, name) for rule in benefit_words._RULES for name in benefit_words._WAYS if hasattr(rule, name)]
    return sorted({text for told in held for text in benefit_words._texts(told)})


@pytest.mark.parametrize("way", ways_to_apply())
def test_the_page_of_benefits_is_easy_to_read_for_a_household_with_that_benefit_alone(way: str) -> None:
    """What stands beside it makes no hard text easy: the worst household has one benefit."""
    made = situation("sample")
    findings = made.answers.findings
    assert findings is not None
    first = (*findings.found, *findings.discretion, *findings.doubtful)[0]
    only = replace(first, assessment=replace(first.assessment, how_to_apply=way, missing_facts=()))
    alone = Findings(on=findings.on, found=(only,))
    text = prose(own_words("ydelser", made.record, replace(made.answers, findings=alone), made.on))

    assert sentences(way)[0] in text
    assert lix(text) <= EASY, text


@pytest.mark.parametrize("name", BUILDERS)
def test_a_page_about_a_household_nobody_has_asked_anything_is_easy_to_read(name: str) -> None:
    made = every_paper.household(every_paper.NOTHING)

    assert lix(prose(own_words(name, made.record, made.overview, made.overview.on))) <= EASY


def test_every_tenants_page_is_held_by_the_gate() -> None:
    assert set(BUILDERS) <= set(FOR_TENANTS)


@pytest.mark.parametrize("name", ["budget", "ydelser", "oplysning"])
def test_the_figure_is_the_one_an_independent_reckoning_gives(name: str) -> None:
    text = prose(heard(name))

    assert lix(text) == pytest.approx(readability.lix(text))


def test_what_is_heard_is_what_is_printed_and_nothing_twice() -> None:
    said = heard("forventninger")

    assert "Jeg siger det, som det er. Du bestemmer." in said
    assert len([one for one in said if one == "Sådan arbejder vi sammen"]) == 1
    assert not any("<" in one for one in said)


def test_a_page_that_is_tried_in_several_lengths_is_heard_once() -> None:
    made = every_paper.household(every_paper.CROWDED)
    with listening() as said:
        catalogue.make("budget", made.record, made.overview, on=made.overview.on)

    assert len([one for one in said if one == "Her går pengene hen"]) == 1


def test_what_was_typed_counts_in_the_whole_and_not_in_our_own_words() -> None:
    record = situation("sample").record
    hard = replace(record.case, conversation=Conversation(next_steps=(Todo(id="t1", what=" ".join([HARD] * 4)),)))
    made, answers = replace(record, case=hard), situation("sample").answers
    with listening() as said:
        catalogue.make("opgaver", made, answers, on=answers.on)
    found = reading("opgaver", made, answers, answers.on, said)

    assert found.own is not None
    assert found.own <= EASY < found.whole
    assert re.fullmatch(r"LIX \d+, let at læse. Med det, I har skrevet: LIX \d+", told_reading(found))


def test_drawing_is_the_same_with_a_listener_and_without() -> None:
    made = situation("sample")
    with listening():
        first = catalogue.make("opgaver", made.record, made.answers, on=made.on)

    assert catalogue.make("opgaver", made.record, made.answers, on=made.on) == first


def test_names_amounts_and_headings_are_no_sentences() -> None:
    assert (
        prose(["Husleje", "7.600 kr.", "Her går pengene hen", "Ring i dag. Spørg om alt."])
        == "Ring i dag. Spørg om alt."
    )


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Reading(24.4), "LIX 24, let at læse"),
        (Reading(36), "LIX 36, middel at læse"),
        (Reading(25, 20), "LIX 20, let at læse"),
        (Reading(44, 20), "LIX 20, let at læse. Med det, I har skrevet: LIX 44"),
        (Reading(0), ""),
    ],
)
def test_the_figure_is_said_in_words(found: Reading, said: str) -> None:
    assert told_reading(found) == said
