"""Ten kilobytes in any typed field come out as exactly that text, or the paper is refused with a sentence.

Each field in turn gets words, one unbroken text, and markup, and every paper that shows the field is drawn, and the
twins in HTML and plain text; the Excel file has them all at once. `make hostile` tries everything; the suite a little.
"""

from __future__ import annotations

import html
import io
import os
import re
import time
from collections.abc import Mapping
from functools import cache, partial
from typing import Any

import every_paper
import pytest
import workbook_households
from crowded_household import ON, typed
from drawn_text import drawn_text
from every_paper import Paper
from openpyxl import load_workbook
from pypdf import PdfReader
from test_typed_text import on_paper, small

from budgetdesk.actions.workbook_in import compare
from budgetdesk.casework.record import Record
from budgetdesk.documents.sheet import check_code
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.documents.tenant.tenant_pages import BUILDERS
from budgetdesk.documents.tenant.variants import Variant, variant
from budgetdesk.errors import DocumentError
from budgetdesk.readers.budget_workbook import read_budget_workbook
from budgetdesk.readers.chart import load_chart

TRIED = os.environ.get("BUDGETDESK_LONG_TEXTS", "")
"""`all`, or a shape that is tried in every field; a few otherwise."""
IN_LETTERS = str.maketrans("0123456789", "abcdefghij")
SHAPES = {
    "words": " ".join(f"Lærke{number:04}" for number in range(1000)),
    "unbroken": "".join(f"ß{number:04}".translate(IN_LETTERS) for number in range(2000)),
    "markup": "<img src=file:/x> " + "".join(f"<b>{number:04}&amp;</b> " for number in range(590)),
}
"""Ten kilobytes each, every piece numbered, so that none can be lost or change places."""
PIECE = 20
"""So many letters, wherever they are taken from a text, stand there only once."""
BEGIN, END = "Qz000", "zQ000"
SOME = (
    ("markup", "case.notes[j1].text", ("journal",)),
    ("words", "case.conversation.consents[s-samtykke].heard_by", ("sagsresume:s-samtykke",)),
    ("unbroken", "case.expenses[e18].label", ("stor_budget", "html_budget")),
    ("words", "case.persons[p1].name", ("kontakt_postkort_hilsen",)),
    ("unbroken", "case.persons[p1].name", ("kontakt_postkort_hilsen",)),
    ("markup", "case.contact_persons[a1].name", ("so_kontaktpersoner",)),
    ("unbroken", "case.conversation.shared[h1].what", ("samtykke_tilbage:s-samtykke",)),
)
"""What the suite tries: among them what has gone wrong once."""
FIRST_NAMES = ("kontakt_", "ansoegning_hjaelp")
"""Papers that speak to the tenant, and of the children, by the first name."""
TWO_SIDES = ("ar_", "so_")
"""Pages in two languages."""
POSTCARD = "kontakt_postkort"
"""May be refused: there is no second page to go over to."""
SECONDS = 10
"""Of the processor, at most, for a paper with such a text."""


def papers(record: Record) -> Mapping[str, Paper]:
    """Every paper, and the twins of the tenant's pages."""
    of = every_paper.of(record, every_paper.SAMPLE)
    twins = {
        f"{shape}_{name}": partial(variant, name, shape, of.record, of.overview, on=ON)
        for name in BUILDERS
        for shape in (Variant.HTML, Variant.TEXT)
    }
    return {**every_paper.papers(of), **twins}


def read(name: str, paper: bytes) -> str:
    """What stands on it, without spaces; ends of pages stay."""
    if name.startswith("text_"):
        told = paper.decode()
    elif name.startswith("html_"):
        told = html.unescape(re.sub(r"<[^>]*>", "", paper.decode()))
    else:
        told = drawn_text(paper)
    return re.sub(r"[^\S\f]|•", "", told)


def stands_whole(text: str, told: str, *, two_sides: bool = False) -> bool:
    """Whether all of it stands there in its order, with nothing between but the end of a page and what stands at the
    head of the next, or, on a page in two languages, the same text on the other side."""
    starts = (found.start() for found in re.finditer(BEGIN, told))
    return any(_from(start, text, told, two_sides=two_sides) for start in starts)


def _from(at: int, text: str, told: str, *, two_sides: bool) -> bool:
    done = 0
    while done < len(text):
        if told[at : at + 1] == text[done]:
            at, done = at + 1, done + 1
            continue
        goes_on = told.find(text[done : done + PIECE], at)
        between = told[at : max(goes_on, at)]
        beside = two_sides and between != "" and (between[20:60] in text or between[-60:-20] in text)
        if "\f" not in between and not beside:
            return False
        at = goes_on
    return True


@cache
def fields() -> tuple[str, ...]:
    """The path of every typed field that says something."""
    found: dict[str, None] = {}
    typed(small(), lambda path: found.setdefault(path) or "x")
    return tuple(found)


@cache
def where() -> Mapping[str, frozenset[str]]:
    """Which papers show a field."""
    number = {path: f"Qz{at:03}" for at, path in enumerate(fields())}
    told = {name: read(name, draw()) for name, draw in papers(typed(small(), number.__getitem__)).items()}
    return {path: frozenset(name for name in told if number[path] in told[name]) for path in fields()}


WHOLLY = [shape for shape in SHAPES if TRIED in ("all", shape)]
CASES = [(shape, path, ()) for shape in WHOLLY for path in fields()] or SOME


@pytest.mark.parametrize(("shape", "path", "names"), CASES, ids=lambda given: given if isinstance(given, str) else "")
def test_ten_kilobytes_stand_whole_on_every_paper_that_shows_them(
    shape: str, path: str, names: tuple[str, ...]
) -> None:
    record = typed(small(), lambda at: f"{BEGIN}{SHAPES[shape]}{END}" if at == path else "kort")
    made = papers(record)
    tried = {name: fault(name, made[name], path, SHAPES[shape]) for name in names or sorted(where()[path])}

    assert {name: said for name, said in tried.items() if said} == {}


def fault(name: str, draw: Paper, path: str, typed_text: str) -> str:
    """What is wrong with a paper; "" where nothing is."""
    began = time.process_time()
    try:
        paper = draw()
    except DocumentError as refused:
        return "" if name.startswith(POSTCARD) and "Gør den kortere" in str(refused) else str(refused)
    took = time.process_time() - began
    if took > SECONDS:
        return f"took {took:.0f} seconds"
    text, told = f"{BEGIN}{on_paper(typed_text)}{END}", read(name, paper)
    if paper.startswith(b"%PDF") and not described(paper, text):
        return "is described otherwise"
    if stands_whole(text, told, two_sides=name.startswith(TWO_SIDES)) or instead(name, path, typed_text, told):
        return ""
    return "is not whole"


def instead(name: str, path: str, typed_text: str, told: str) -> bool:
    """Some papers speak by first names, and the budget of one page says that there is more to do."""
    if path.endswith("].name") and "persons[" in path and name.startswith(FIRST_NAMES):
        return f"{BEGIN}{on_paper(typed_text.split(maxsplit=1)[0])}" in told
    return name == "budget" and "next_steps[" in path and "tagervibagefter" in told


def described(pdf: bytes, text: str) -> bool:
    """Whether the file's title, list of contents and check code can be read, and a typed text that is cut says so."""
    reader: Any = PdfReader(io.BytesIO(pdf))
    title = reader.xmp_metadata.dc_title["x-default"]
    said = [re.sub(r"\s", "", one) for one in (title, *_headings(reader.outline))]
    whole = all(text in one or one.endswith("…") for one in said if BEGIN in one)
    return whole and title == reader.metadata.title and check_code.of(pdf) != ""


def _headings(outline: Any) -> list[str]:
    return [said for one in outline for said in (_headings(one) if isinstance(one, list) else [str(one.title)])]


@pytest.mark.parametrize("shape", WHOLLY or ["markup"])
def test_the_excel_file_cuts_such_names_and_says_so_and_takes_nothing_of_it_back_in(shape: str) -> None:
    text = plain(SHAPES[shape])
    record = typed(small(), lambda at: f"{at} {text}")
    content = workbook_households.made(record.case).content
    cells = [
        str(cell.value) for sheet in load_workbook(io.BytesIO(content)) for row in sheet.iter_rows() for cell in row
    ]
    cut = [said for said in cells if text[:20] in said]

    assert len(cut) > 20
    assert all(said.endswith("…") for said in cut)
    assert compare(record, read_budget_workbook(("budget.xlsx", content)), load_chart(), ON).nothing
