"""The large print of every tenant's page: 16 points, all of it, nothing cut, headings repeated, tagged."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import every_paper
import pdf_oxide
import pypdf
import pytest
from paper_layout import faults, order_faults, sheets
from pdf_reading import page_texts
from tenant_situations import situation, strings

from budgetdesk.documents.sheet import check_code
from budgetdesk.documents.tenant.large_print import LEAST, large_print_pdf
from budgetdesk.documents.tenant.tenant_page import Edge, Line, Part, TenantPage, numbered
from budgetdesk.documents.tenant.tenant_pages import BUILDERS, tenant_page

CROWDED, NOTHING = every_paper.CROWDED, every_paper.NOTHING
CASE = situation("sample").record.case
EDGE = Edge(situation("sample").on, signed=True)


SOME = tuple(BUILDERS) if every_paper.ALL else ("budget", "opgaver", "ydelser", "kontaktpersoner")
"""`make papers-campaign` draws every page."""


@cache
def page(name: str, of: str) -> TenantPage:
    made = every_paper.household(of)
    return tenant_page(name, made.record, made.overview, made.overview.on)


@cache
def drawn(name: str, of: str) -> bytes:
    made = every_paper.household(of)
    return large_print_pdf(page(name, of), made.record.case, Edge(made.overview.on))


def solid(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("name", SOME)
@pytest.mark.parametrize("of", [CROWDED, NOTHING])
def test_nothing_is_cut_or_alone_or_on_top_of_another(name: str, of: str) -> None:
    assert faults(drawn(name, of)) == []


@pytest.mark.parametrize("name", SOME)
def test_it_says_all_that_the_page_says(name: str) -> None:
    made = page(name, CROWDED)
    printed = solid("".join(page_texts(drawn(name, CROWDED))))
    notes = {one.note for part in made.parts for one in part.lines if one.details}
    heads = {column.heading for part in made.parts for column in part.columns}
    # A repeated heading, and the edge of the page, may stand within a text: words are looked for, not whole texts.
    words = {word for one in strings(made) if one not in notes | heads for word in one.split()}

    assert [word for word in words if solid(word) not in printed] == []


@pytest.mark.parametrize("name", SOME)
def test_no_word_of_the_page_is_smaller_than_16_points(name: str) -> None:
    said = [piece for sheet in sheets(drawn(name, CROWDED)) for piece in sheet.told if piece.text.strip()]

    assert said
    assert min(piece.size for piece in said) >= LEAST - 0.1


def test_a_heading_is_repeated_where_its_part_goes_on_and_read_aloud_once() -> None:
    pieces = [piece for sheet in sheets(drawn("budget", CROWDED)) for piece in sheet.pieces]
    headings = [piece for piece in pieces if piece.text.startswith("Her går pengene hen")]

    assert len(headings) > 3
    assert [piece.artifact for piece in headings] == [False, *[True] * (len(headings) - 1)]
    assert all(piece.text.strip().endswith("(fortsat)") for piece in headings[1:])
    assert len({piece.page for piece in headings}) == len(headings)


def test_it_is_tagged_has_a_code_on_every_page_and_the_same_bytes_again() -> None:
    pdf = drawn("opgaver", CROWDED)
    marked = pypdf.PdfReader(io.BytesIO(pdf)).root_object["/MarkInfo"].get_object()
    code = check_code.of(pdf)

    assert isinstance(marked, pypdf.generic.DictionaryObject)
    assert marked["/Marked"]
    assert code
    assert all(code in text for text in page_texts(pdf))
    made = every_paper.household(CROWDED)
    assert large_print_pdf(page("opgaver", CROWDED), made.record.case, Edge(made.overview.on)) == pdf


@pytest.mark.parametrize("name", SOME)
def test_validators_find_nothing_wrong(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(drawn(name, CROWDED))
    read = pdf_oxide.PdfDocument(str(file))

    assert read.validate_pdf_a("2a")["errors"] == []
    assert read.validate_pdf_ua()["errors"] == []
    assert order_faults(drawn(name, CROWDED)) == []


def test_a_copy_says_that_the_signed_paper_counts() -> None:
    text = " ".join(page_texts(large_print_pdf(situation("sample").page("naeste_skridt"), CASE, EDGE)))

    assert "Det er papiret med underskrifter, der gælder." in text


@pytest.mark.parametrize("said", ["ord " * 700, "a" * 1_500, "<b>&amp;<img src='file:///x'/>"])
def test_whatever_is_typed_is_drawn_as_exactly_that(said: str) -> None:
    parts = (Part("Det gør du", (Line(0, said, tick=True), Line(0, said, said, said, note=said))),)
    pdf = large_print_pdf(numbered(TenantPage("opgaver", "Ti", said, parts=parts)), CASE, EDGE)

    lines = [line for text in page_texts(pdf) for line in text.splitlines() if "(fortsat)" not in line]
    assert solid("".join(lines)).count(solid(said)[:20]) >= 4
    assert [fault for fault in faults(pdf) if "margins" in fault or "top of" in fault] == []
