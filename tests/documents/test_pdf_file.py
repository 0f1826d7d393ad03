"""The file of a paper: every object begins where the table at its end says, streams end on a line of their own, and the
list of contents is as deep as the headings."""

from __future__ import annotations

import io
import re

import every_paper
import pypdf
import pytest

from budgetdesk.documents.sheet.outline import Heading, add_outline
from budgetdesk.documents.sheet.pdf_file import PdfFile, dictionary, reference

PAPERS = [(every_paper.SAMPLE, "aftale"), (every_paper.SAMPLE, "beregninger")]


@pytest.mark.parametrize(("household", "paper"), PAPERS)
def test_every_object_begins_where_the_table_says(household: str, paper: str) -> None:
    pdf = every_paper.drawn(household, paper) or b""
    table = int(pdf.rpartition(b"startxref\n")[2].split()[0])
    starts = [int(row) for row in re.findall(rb"(\d{10}) 00000 n \n", pdf[table:])]

    assert pdf[table:].startswith(b"xref\n0 %d\n" % (len(starts) + 1))
    assert [pdf[start:].split(b"\n", 1)[0] for start in starts] == [
        b"%d 0 obj" % number for number in range(1, len(starts) + 1)
    ]


@pytest.mark.parametrize(("household", "paper"), PAPERS)
def test_a_stream_is_as_long_as_it_says_and_its_end_stands_on_a_line_of_its_own(household: str, paper: str) -> None:
    pdf = every_paper.drawn(household, paper) or b""
    streams = list(re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", pdf))

    assert len(streams) > 4
    assert all(pdf[one.end() + int(one[1]) :].startswith(b"\nendstream\nendobj\n") for one in streams)


def outline_of(*headings: tuple[int, str]) -> pypdf.PdfReader:
    """A file of two pages that has nothing but headings."""
    file = PdfFile()
    holder = file.add()
    pages = [file.add(f"<< /Type /Page /Parent {holder} 0 R /MediaBox [ 0 0 9 9 ] >>".encode()) for _page in range(2)]
    file.put(holder, f"<< /Type /Pages /Count 2 /Kids [ {pages[0]} 0 R {pages[1]} 0 R ] >>".encode())
    told = [Heading(level, text, at % 2, 5.0) for at, (level, text) in enumerate(headings)]
    entries = {
        "Type": "/Catalog",
        "Pages": reference(holder),
        "Outlines": reference(add_outline(file, told, pages)),
    }
    return pypdf.PdfReader(io.BytesIO(file.written(file.add(dictionary(entries)), file.add(b"<< >>"))), strict=True)


def titles(entries: list) -> list:
    return [titles(one) if isinstance(one, list) else one.title for one in entries]


def test_what_stands_below_a_title_stands_below_it_in_the_list_of_contents() -> None:
    reader = outline_of((2, "Før"), (1, "Budget"), (2, "Ind"), (2, "Ud – بيت"), (1, "Plan"), (2, "Rater"))
    root = reader.trailer["/Root"]["/Outlines"]

    assert titles(reader.outline) == ["Før", "Budget", ["Ind", "Ud – بيت"], "Plan", ["Rater"]]
    assert root["/Count"] == 6
    assert [reader.get_destination_page_number(one) for one in reader.outline if not isinstance(one, list)] == [0, 1, 0]


def test_one_heading_is_no_list_of_contents() -> None:
    assert outline_of((1, "Budget")).outline == []
