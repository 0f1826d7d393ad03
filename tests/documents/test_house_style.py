"""Every document: embedded faces, tags, Danish, the same bytes twice, and texts that a reviewer can read."""

from __future__ import annotations

import io
import os
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock, patch

import document_household as sample
import pytest
from pdf_reading import needs_poppler, needs_qpdf, one_line, page_texts, run, without_code
from pypdf import PdfReader

from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.papers.catalogue import DOCUMENTS
from budgetdesk.documents.sheet import fonts, page
from budgetdesk.errors import DocumentError

GOLDEN = Path(__file__).parent / "golden"
NO_NAMES = (
    "budget_ark",
    "aaret",
    "kuverter",
    "budgetkonto",
    "indkoeb",
    "kursus",
    "ydelser",
    "beregninger",
    "ansoegning_hjaelp",
    "aftale_bilag",
    "opfoelgning",
    "opgaver",
    "kontaktpersoner",
    "gaeldsoversigt",
    "forventninger",
    "oplysning",
)
"""Papers on which nobody's name stands."""
ALL = pytest.mark.parametrize("name", list(DOCUMENTS))


@cache
def made(name: str) -> bytes:
    return catalogue.make(name, sample.record(), sample.answers(), on=sample.TODAY)


@ALL
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    again = catalogue.make(name, sample.record(), sample.answers(), on=sample.TODAY)

    assert again == made(name)


@ALL
def test_the_text_of_each_page_is_the_reviewed_one(name: str) -> None:
    """Renew with BUDGETDESK_RENEW_GOLDEN=1 and read the difference."""
    text = without_code("\n\f\n".join(page_texts(made(name))) + "\n")
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("BUDGETDESK_RENEW_GOLDEN"):
        file.write_text(text, encoding="utf-8")

    assert text == file.read_text(encoding="utf-8")


@ALL
@needs_poppler
def test_every_typeface_is_embedded(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(made(name))
    rows = run("pdffonts", file).splitlines()[2:]

    assert rows
    assert all(row.split()[-5] == "yes" for row in rows), rows
    assert not any("Helvetica" in row for row in rows)


@ALL
@needs_qpdf
def test_qpdf_finds_nothing_wrong(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(made(name))

    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", file)


@ALL
def test_each_page_says_its_number_the_case_and_the_day(name: str) -> None:
    pages = page_texts(made(name))
    for number, text in enumerate(pages, start=1):
        flat = " ".join(text.split())
        assert f"Side {number} af {len(pages)}" in flat
        of_case = "" if name in catalogue.WITHOUT_CASE else "Sag 2026-0143 · "
        assert f"{of_case}20. november 2026" in flat


@ALL
def test_the_file_says_its_title_and_language(name: str) -> None:
    reader = PdfReader(io.BytesIO(made(name)))
    catalog = reader.trailer["/Root"]

    assert reader.metadata is not None
    assert reader.metadata.title
    assert catalog["/Lang"] == "da-DK"
    assert catalog["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a BooleanObject is not a bool


@needs_poppler
def test_a_screen_reader_finds_headings_tables_and_lists(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(made("aftale"))
    tree = run("pdfinfo", "-struct-text", file)

    found = {line.strip().split()[0].rstrip(":") for line in tree.splitlines() if line.strip()}
    assert {"Document", "H1", "H2", "P", "Table", "TR", "TH", "TD", "L", "LI"} <= found
    assert '"Aftale om afdrag"' in tree


def test_every_mark_on_a_page_belongs_to_exactly_one_tag() -> None:
    reader = PdfReader(io.BytesIO(made("aftale")))
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    for at, leaf in enumerate(reader.pages):
        content = leaf.get_contents().get_data()  # type: ignore[union-attr]
        assert content.count(b"BDC") == len(numbers[2 * at + 1].get_object())
        assert content.count(b"BDC") + content.count(b"BMC") == content.count(b"EMC")


@ALL
@pytest.mark.parametrize(
    "person", ["Søren Ægidius Åkjær", "<b>Nadia</b> & {name} %s", "أحمد", "名前 \u202e", "Nadia Maria " * 12, "N" * 90]
)
def test_strange_names_neither_break_nor_command_a_page(name: str, person: str) -> None:
    tenant = sample.Person(id="p1", role=sample.Role.TENANT, name=person)
    record = sample.record(persons=(tenant,))
    text = one_line(catalogue.make(name, record, sample.answers(record), on=sample.TODAY))

    assert "\u202e" not in text
    if person.startswith("Søren") and name not in NO_NAMES:
        assert "Søren Ægidius Åkjær" in text
    if person.startswith("<b>") and name not in NO_NAMES:
        assert "<b>Nadia</b> & {name} %s" in text


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if not name.startswith("aftale")])
def test_a_case_with_nothing_in_it_still_gives_a_page(name: str) -> None:
    nothing = sample.akut(sample.Record(), None)
    empty = sample.Answered(on=sample.TODAY, month=sample.month((), ()), emergency=nothing)
    text = one_line(catalogue.make(name, sample.Record(), empty, on=sample.TODAY))

    assert "None" not in text
    assert "Side 1 af" in text


def test_an_unknown_document_is_named_and_the_known_ones_are_listed() -> None:
    with pytest.raises(DocumentError, match=r"“brev” findes ikke.*budget, .*aftale"):
        catalogue.make("brev", sample.record(), sample.answers(), on=sample.TODAY)


def test_letters_that_no_face_has_become_a_mark_and_not_a_box() -> None:
    assert fonts.rich("名") == f'<font name="{fonts.SPARE}">\ufffd</font>'


def test_a_whole_letter_pasted_as_a_name_is_cut_at_the_edge_as_a_long_name_is_and_at_once() -> None:
    """It was shortened letter by letter once: half a minute for each page."""
    drawn: list[str] = []
    sheet = SimpleNamespace(setFont=lambda *_: None, drawString=lambda _x, _y, said: drawn.append(said))
    asked = Mock(wraps=page.stringWidth)
    with patch.object(page, "stringWidth", asked):
        for text in ("Lærkevej " * 1200, "Lærkevej " * 30, "Lærkevej"):
            page.line(sheet, 0, 0, text, 8, 100)
        page.line(sheet, 0, 0, "2026-0001 " * 1200, 8, 100, after=" · 20. november 2026")

    assert drawn[0] == drawn[1]
    assert drawn[0].startswith("Lærkevej Lærkevej")
    assert drawn[0].endswith("…")
    assert page.stringWidth(drawn[0], page.fonts.REGULAR, 8) <= 100
    assert drawn[2] == "Lærkevej"
    assert drawn[3].endswith("… · 20. november 2026")  # a long number of the case does not push the day out
    assert max(page.stringWidth(one, page.fonts.REGULAR, 8) for one in drawn) <= 100
    assert asked.call_count < 45
