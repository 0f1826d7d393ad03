"""Papers that everybody can read: tags that say what is what, a list of contents, links that say where they lead,
colours that can be told apart, and what the validators at hand say. The suite tries a few papers,
`make papers-campaign` all.
"""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import every_paper
import pdf_oxide
import pytest
from every_paper import drawn
from paper_layout import order_faults
from pdf_reading import needs_poppler, needs_qpdf, run
from pypdf import PdfReader
from sealed import AT, key

from budgetdesk.documents.papers.people_pdf import people_pdf, to_call
from budgetdesk.documents.seals.seal import seal
from budgetdesk.documents.seals.verify import verify
from budgetdesk.documents.sheet import page
from budgetdesk.household.course import ContactPerson

SOME = [(every_paper.SAMPLE, "budget"), (every_paper.SAMPLE, "ydelser"), (every_paper.CROWDED, "kontaktpersoner")]
CHOSEN = pytest.mark.parametrize(("household", "paper"), every_paper.chosen() if every_paper.ALL else SOME)
BLOCKS = {"H1", "H2", "H3", "P", "L", "Table", "Figure", "Document", "Div", "Sect"}
INSIDE = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "Caption"},
    "TR": {"TH", "TD"},
}
"""What may stand in what (ISO 32000-1 § 14.8.4)."""


def walk(element: Any, above: str = "") -> Iterator[tuple[str, str, Any]]:
    """(tag, the tag above, the element) in the order of reading."""
    tag = str(element["/S"]).lstrip("/")
    yield tag, above, element
    for kid in element["/K"]:
        one = kid.get_object()
        if hasattr(one, "get") and "/S" in one:
            yield from walk(one, tag)


def tree(pdf: bytes) -> list[tuple[str, str, Any]]:
    return list(walk(PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object()))


def columns(row: Any) -> int:
    return sum(kid.get_object().get("/A", {}).get("/ColSpan", 1) for kid in row["/K"])


@CHOSEN
def test_the_tree_of_tags_is_as_the_standard_has_it(household: str, paper: str) -> None:
    pdf = drawn(household, paper)
    if pdf is None:
        return
    found = tree(pdf)
    levels = [int(tag[1]) for tag, _, _ in found if re.fullmatch(r"H[1-6]", tag)]

    assert levels[:1] == [1]
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert [(tag, above) for tag, above, _ in found if above in INSIDE and tag not in INSIDE[above]] == []
    assert all(element.get("/Alt") for tag, _, element in found if tag == "Figure")
    for tag, _, element in found:
        if tag == "Table":
            assert len({columns(row.get_object()) for row in element["/K"]}) == 1


@CHOSEN
def test_the_tags_lead_as_the_eye_does(household: str, paper: str) -> None:
    pdf = drawn(household, paper)

    assert pdf is None or order_faults(pdf, from_right=paper.startswith("ar_")) == []


@CHOSEN
def test_the_file_says_what_it_is_and_shows_its_title(household: str, paper: str) -> None:
    pdf = drawn(household, paper)
    if pdf is None:
        return
    reader = PdfReader(io.BytesIO(pdf))
    catalog, told = reader.trailer["/Root"], reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()

    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - a BooleanObject is not a bool
    assert str(catalog["/Lang"]).startswith(("da", "en"))
    assert reader.metadata is not None
    assert reader.metadata.title
    assert "<pdfuaid:part>1</pdfuaid:part>" in told
    assert re.search(r"<pdfaid:part>[23]</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>", told)
    if len(reader.pages) > 1 and any(tag == "H2" for tag, _, _ in tree(pdf)):
        assert reader.outline


@CHOSEN
def test_validators_find_nothing_wrong(household: str, paper: str, tmp_path: Path) -> None:
    pdf = drawn(household, paper)
    if pdf is None:
        return
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf)
    read = pdf_oxide.PdfDocument(str(file))
    level = "3a" if b"/EmbeddedFile" in pdf else "2a"

    assert read.validate_pdf_a(level)["errors"] == []
    assert read.validate_pdf_ua()["errors"] == []


@CHOSEN
@needs_qpdf
@needs_poppler
def test_other_programs_find_it_whole(household: str, paper: str, tmp_path: Path) -> None:
    pdf = drawn(household, paper)
    if pdf is None:
        return
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf)
    rows = run("pdffonts", file).splitlines()[2:]

    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", file)
    assert rows
    assert all(row.split()[-5] == "yes" for row in rows), rows
    assert "Tagged:          yes" in run("pdfinfo", file)
    if shutil.which("mutool"):
        assert "error" not in run("mutool", "info", file).lower()
        assert "warning" not in run("mutool", "info", file).lower()


def test_a_number_leads_to_a_call_and_says_so() -> None:
    of = every_paper.household(every_paper.SAMPLE)
    around = ContactPerson(id="a1", name="Lone", role="søster", phone="43 55 12 00")
    pdf = people_pdf(replace(of.record.case, contact_persons=(around,)), of.overview, on=every_paper.ON)
    reader = PdfReader(io.BytesIO(pdf))
    links = [one.get_object() for one in reader.pages[0]["/Annots"]]  # type: ignore[attr-defined]
    parents = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owner = parents[parents.index(links[0]["/StructParent"]) + 1].get_object()

    assert [str(one["/A"]["/URI"]) for one in links] == ["tel:+4543551200"]
    assert str(links[0]["/Contents"]) == "43 55 12 00"
    assert links[0]["/F"] == 4
    assert owner["/S"] == "/Link"
    assert any(kid.get_object() == links[0] for kid in (k.get_object().get("/Obj") for k in owner["/K"][1:]) if kid)
    assert verify(seal(pdf, signer=key(), when=AT), roots=[key().root]).trusted


@pytest.mark.parametrize(
    ("phone", "target"),
    [
        ("43551200", "tel:+4543551200"),
        ("43 55 12 00", "tel:+4543551200"),
        ("+45 43 55 12 00", "tel:+4543551200"),
        ("+46 8 123 456 78", "tel:+46812345678"),
        ("1234", ""),
        ("43 55 12 00 lokal 7", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_only_a_telephone_number_is_a_link(phone: str, target: str) -> None:
    assert to_call(phone) == target


def contrast(one: Any, other: Any) -> float:
    """WCAG 2.2 § 1.4.3."""
    light = [0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (map(_linear, c.rgb()) for c in (one, other))]
    return (max(light) + 0.05) / (min(light) + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def test_every_colour_of_text_can_be_read_on_white_and_on_tint() -> None:
    white = page.HexColor("#ffffff")

    assert contrast(white, page.HexColor("#000000")) == pytest.approx(21)
    for ink in (page.INK, page.QUIET, page.ACCENT):
        assert contrast(ink, white) >= 4.5
        assert contrast(ink, page.TINT) >= 4.5


def colours_of_text(pdf: bytes) -> set[str]:
    """The fills that letters are drawn with."""
    found, now = set(), "0 0 0"
    for sheet in PdfReader(io.BytesIO(pdf)).pages:
        content = sheet.get_contents()
        assert content is not None
        for fill, shown in re.findall(rb"([\d.]+ [\d.]+ [\d.]+) rg|(\) Tj)", content.get_data()):
            now = fill.decode() if fill else now
            if shown:
                found.add(now)
    return found


@CHOSEN
def test_letters_are_drawn_in_no_other_colours(household: str, paper: str) -> None:
    pdf = drawn(household, paper)
    known = {tuple(round(part, 2) for part in ink.rgb()) for ink in (page.INK, page.QUIET, page.ACCENT)} | {(0, 0, 0)}
    shown = colours_of_text(pdf) if pdf else set()

    assert {tuple(round(float(part), 2) for part in one.split()) for one in shown} <= known
