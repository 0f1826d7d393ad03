"""The handout of the benefits for the sample household and for couples: short, each paper once, no working."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from pdf_reading import one_line, page_texts
from readability import PLAIN, lix

from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import look
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.papers.papers_to_bring import papers
from budgetdesk.documents.sheet import texts
from budgetdesk.household.case import Case, Person
from budgetdesk.household.words import Role
from budgetdesk.readers.case_file import load_case

DAY = date(2026, 11, 20)
SAMPLE = Path("resources/sample/case.json")


@cache
def sample() -> Case:
    return load_case(SAMPLE, today=DAY).case


def paper(name: str, case: Case) -> bytes:
    record = Record(case=case)
    return catalogue.make(name, record, look(record, DAY, load_library()), on=DAY)


def with_partner() -> Case:
    partner = Person(id="p9", role=Role.PARTNER, name="Bo", born=date(1988, 1, 1))
    return replace(sample(), persons=(*sample().persons, partner))


def test_the_handout_of_the_sample_is_at_most_three_pages_although_every_benefit_was_looked_at() -> None:
    pages = page_texts(paper("ydelser", sample()))

    assert len(pages) <= 3
    assert "Boligstøtte" in pages[0]


def test_a_tenant_alone_is_never_asked_for_the_papers_of_two_adults() -> None:
    assert not re.search("begge voksne|andre voksne|alle voksne", one_line(paper("ydelser", sample())))
    assert "for begge voksne" in one_line(paper("ydelser", with_partner()))


def test_what_nobody_has_asked_about_is_not_said_to_be_looked_at() -> None:
    flat = one_line(paper("ydelser", Case()))

    assert "Ikke spurgt om endnu:" in flat
    assert "Set på, og passer ikke nu" not in flat
    assert "Set på, og passer ikke nu" in one_line(paper("ydelser", sample()))


def test_a_question_in_the_working_keeps_its_mark_alone() -> None:
    flat = one_line(paper("beregninger", sample()))

    assert "?;" not in flat
    assert "?." not in flat


def test_the_application_of_an_empty_case_shows_no_figures_at_all() -> None:
    flat = one_line(paper("ansoegning_81", Case()))

    assert "0 kr." not in flat
    assert "Min økonomi" not in flat
    assert "Min økonomi" in one_line(paper("ansoegning_81", sample()))


def test_each_doubt_stands_with_the_one_question_it_waits_for() -> None:
    flat = one_line(paper("ydelser", sample()))

    assert "Økonomisk friplads Op til 1.275 kr. om måneden, vejledende Hvor bliver barnet passet om dagen?" in flat


def test_a_paper_that_another_one_holds_is_not_asked_for_twice() -> None:
    words = texts.load("ydelser")["alone"]
    wanted = ["lejekontrakt", "Lejekontrakt og seneste huslejeopkrævning", "lejekontrakt", "budget"]

    assert papers(wanted, sample(), words) == ["Lejekontrakt og seneste huslejeopkrævning", "Budget"]


def test_a_paper_on_the_desk_is_crossed() -> None:
    circumstances = replace(sample().circumstances, documents_have=("Budget",))
    flat = one_line(paper("ydelser", replace(sample(), circumstances=circumstances)))

    assert "☒ Budget" in flat
    assert "☐ Din indkomst" in flat


def test_the_working_tells_what_the_authority_looks_at_and_what_the_facts_answer() -> None:
    flat = one_line(paper("beregninger", sample()))

    assert (
        "Er der børn i hjemmet, eller er du udsat på anden måde? Hjælpen er især tænkt til dig. § 81 a Ja. Der er"
        in flat
    )
    assert "Kan vi ikke se. Se luft i budgettet." in flat


def test_the_handout_is_easy_to_read() -> None:
    words = texts.load("ydelser")
    prose = [words["lead"], *words["overview"].values(), *words["looked_at"].values(), words["ask"]["somebody"]]
    said = " ".join(one for one in prose if isinstance(one, str) and one[-1] in ".?")

    assert lix(said) <= PLAIN, said
