"""Addresses on paper lead somewhere: ours do, and nothing that somebody typed."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from typing import Any

import every_paper
import pytest
from crowded_household import typed
from pypdf import PdfReader

from budgetdesk.casework.house import House
from budgetdesk.documents.sheet.links import FOLLOWED, linked

WITH_ADDRESSES = ("ydelser", "oplysning", "indsigt", "ansoegning_hjaelp")


@cache
def drawn(paper: str) -> PdfReader:
    pdf = every_paper.drawn(every_paper.SAMPLE, paper)
    assert pdf is not None
    return PdfReader(io.BytesIO(pdf))


def places(reader: PdfReader) -> list[Any]:
    return [one.get_object() for sheet in reader.pages for one in sheet.get("/Annots", [])]


def targets(reader: PdfReader) -> list[str]:
    return [str(one["/A"]["/URI"]) for one in places(reader)]


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        ("borger.dk", "https://borger.dk"),
        ("borger.dk/feriepenge", "https://borger.dk/feriepenge"),
        ("https://www.furesoe.dk/borger/", "https://www.furesoe.dk/borger/"),
        ("dt@datatilsynet.dk", "mailto:dt@datatilsynet.dk"),
    ],
)
def test_an_address_leads_to_what_it_says(said: str, leads: str) -> None:
    assert linked(f"Se {said}.") == f'Se <a href="{leads}">{said}</a>.'


@pytest.mark.parametrize("said", ["stk. 1", "kr. 500", "12.500 kr.", "a.b", "§ 81.", "file:/etc/passwd", "x@y"])
def test_what_is_no_address_stays_letters(said: str) -> None:
    assert "href" not in linked(said)


def test_what_stands_within_a_tag_is_left_alone() -> None:
    assert linked('<font name="borger.dk">ja</font>') == '<font name="borger.dk">ja</font>'


@pytest.mark.parametrize("paper", WITH_ADDRESSES)
def test_our_own_addresses_can_be_followed(paper: str) -> None:
    found = targets(drawn(paper))

    assert found
    assert all(one.startswith(FOLLOWED) for one in found)


def test_the_authority_for_complaints_can_be_written_to_from_the_page() -> None:
    assert "mailto:dt@datatilsynet.dk" in targets(drawn("oplysning"))


@pytest.mark.parametrize("paper", WITH_ADDRESSES)
def test_each_address_is_a_link_in_the_tree_with_its_place_and_what_it_says(paper: str) -> None:
    reader = drawn(paper)
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]

    for place in places(reader):
        owner = numbers[numbers.index(place["/StructParent"]) + 1].get_object()
        assert owner["/S"] == "/Link"
        assert [kid.get_object()["/Obj"].get_object() for kid in owner["/K"]] == [place]
        assert str(place["/Contents"]) in str(place["/A"]["/URI"])


def test_the_address_of_the_organisation_leads_to_a_mail_to_it() -> None:
    of = every_paper.household(every_paper.SAMPLE)
    house = House(name="Lærkely", email="post@laerkely.example.dk")
    made = every_paper.papers(replace(of, overview=replace(of.overview, house=house)))["oplysning"]()

    assert "mailto:post@laerkely.example.dk" in targets(PdfReader(io.BytesIO(made)))


def test_nothing_that_was_typed_becomes_a_link() -> None:
    of = every_paper.household(every_paper.SAMPLE)
    hostile = every_paper.of(typed(of.record, lambda _path: "ond.dk ond@ond.dk https://ond.dk"))
    papers = every_paper.papers(hostile)

    for name in (*WITH_ADDRESSES, "aftale", "kontaktpersoner", "naeste_skridt"):
        assert not [one for one in targets(PdfReader(io.BytesIO(papers[name]()))) if "ond.dk" in one], name
