"""The helper beside an application form: one page for each benefit, with what is known and room for what is not."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pdf_reading import one_line, page_texts
from readability import PLAIN, lix

from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import Overview, look
from budgetdesk.benefits.catalogue import CATALOGUE
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.sheet import texts
from budgetdesk.errors import DocumentError
from budgetdesk.household.case import Case, Person
from budgetdesk.household.circumstances import Application
from budgetdesk.household.words import Role
from budgetdesk.readers.case_file import load_case
from budgetdesk.wording.one_or_several import said_to

DAY = date(2026, 11, 20)
BENEFITS = [one.name for one in CATALOGUE]


@cache
def sample() -> Case:
    return load_case(Path("resources/sample/case.json"), today=DAY).case


@cache
def overview(case: Case) -> Overview:
    return look(Record(case=case), DAY, load_library())


@cache
def paper(benefit: str, case: Case) -> bytes:
    name = f"ansoegning_hjaelp_{benefit}" if benefit else "ansoegning_hjaelp"
    return catalogue.make(name, Record(case=case), overview(case), on=DAY)


@cache
def crowded() -> Case:
    """Long names, a long address and eleven persons."""
    case = sample()
    many = tuple(
        Person(id=f"x{n}", role=Role.CHILD, name="Wilhelmine-Alexandrine Mølgaard", born=date(2012 + n, 5, 17))
        for n in range(8)
    )
    tenancy = replace(case.tenancy, address="Gammel Kongevej og Omegn " * 4, landlord="Boligorganisationen " * 7)
    return replace(case, persons=(*case.persons, *many), tenancy=tenancy)


@pytest.mark.parametrize("benefit", BENEFITS)
def test_every_benefit_has_a_page_that_stays_one_page_with_the_longest_names(benefit: str) -> None:
    assert len(page_texts(paper(benefit, crowded()))) == 1


def test_the_form_is_answered_with_the_facts_and_what_is_not_known_is_left_to_write() -> None:
    flat = one_line(paper("boligstoette", sample()))
    child = one_line(paper("friplads", sample()))

    assert "Areal i m² 84 m²" in flat
    assert "Husleje pr. måned 7.600 kr. om måneden" in flat
    assert "Børn: fødselsdag Alma: 3. juni 2018, Noah: 14. september 2021" in flat
    assert re.search("Pasning _{10,}", child)


def test_the_estimate_stands_with_its_day_and_its_mark() -> None:
    assert "4.201 kr. om måneden, vejledende den 20. november 2026. Det er ikke et løfte." in one_line(
        paper("boligstoette", sample())
    )


def test_where_no_source_says_how_long_it_takes_no_day_is_given() -> None:
    flat = one_line(paper("paragraf_81", sample()))

    assert "Når svaret er kommet: Har kommunen svaret på § 81?" in flat
    assert "Søger du i dag" not in flat


def test_the_follow_up_counts_from_the_day_of_the_application() -> None:
    applied = Application(id="boligstoette", applied_on=date(2026, 11, 2))
    flat = one_line(paper("boligstoette", replace(sample(), applications=(applied,))))

    assert "Søgt den 2. november 2026." in flat
    assert "30. november 2026: Fik du boligstøtte?" in flat


@pytest.mark.parametrize("benefit", BENEFITS)
def test_one_adult_is_asked_as_one(benefit: str) -> None:
    flat = one_line(paper(benefit, sample()))

    assert re.findall(r"(?<=[a-zæøå,] )I (?!alt|dag).{9}|\bjer\b|\bjeres\b", flat) == []


def test_the_paper_for_all_has_a_page_for_each_that_can_be_applied_for_the_rescue_first() -> None:
    pages = page_texts(paper("", sample()))

    assert ["§ 81 a" in pages[0], "§ 81" in pages[1], "Boligstøtte" in pages[2]] == [True] * 3
    assert len(pages) == 3


def test_a_paper_ticked_in_the_window_is_ticked_on_the_page_in_the_words_of_one_adult() -> None:
    there = replace(sample().circumstances, documents_have=("kontoudtog for de seneste tre måneder, for begge voksne",))
    flat = one_line(paper("paragraf_81", replace(sample(), circumstances=there)))

    assert "Kontoudtog for de seneste tre måneder ☒" in flat
    assert flat.count("☒") == 1


@pytest.mark.parametrize(
    ("several", "one"),
    [
        ("Fik I boligstøtte? Hvad betaler I nu?", "Fik du boligstøtte? Hvad betaler du nu?"),
        ("I kan bede om det.", "Du kan bede om det."),
        ("Skriv i dag. I alt 4 kr. I dag er det for sent.", "Skriv i dag. I alt 4 kr. I dag er det for sent."),
        ("Er der sket noget i jeres forhold?", "Er der sket noget i dine forhold?"),
        ("Skriv ned, hvad I bliver enige om.", "Skriv ned, hvad I bliver enige om."),
        ("Kan skrive jer i et register.", "Kan skrive dig i et register."),
    ],
)
def test_what_is_said_to_several_is_said_to_one(several: str, one: str) -> None:
    case = sample()
    two = replace(case, persons=(*case.persons, Person(id="p9", role=Role.PARTNER, name="Ib")))

    assert said_to(several, case) == one
    assert said_to(several, two) == several


def test_a_benefit_that_does_not_exist_is_refused_by_name() -> None:
    with pytest.raises(DocumentError, match="“ansoegning_hjaelp_lotto” findes ikke"):
        paper("lotto", sample())


def test_no_page_tells_a_personal_number_or_a_fax() -> None:
    for benefit in BENEFITS:
        flat = one_line(paper(benefit, crowded())).lower()
        assert "fax" not in flat
        assert not re.search(r"\b\d{6}-\d{4}\b", flat)


def test_the_pages_are_easy_to_read() -> None:
    words = texts.load("ansoegning_hjaelp")

    def said(value: Any) -> list[str]:
        if isinstance(value, str):
            return [value] if value[-1] in ".?" else []
        return [one for each in (value.values() if isinstance(value, dict) else value) for one in said(each)]

    prose = " ".join(said(words))
    assert lix(prose) <= PLAIN, lix(prose)
