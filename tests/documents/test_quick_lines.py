"""What is set in our own quick way is, byte for byte, what ReportLab sets."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetdesk.documents.sheet import fonts, page, quick_lines
from budgetdesk.documents.sheet.blocks import Grid, Rows, Tag, Text, gap, table
from budgetdesk.documents.sheet.breaking import Breaking, Kept
from budgetdesk.documents.sheet.lettering import _reshaper, _shaped
from budgetdesk.documents.sheet.tagging import TagCanvas

# isort: split
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.pdfmetrics import getFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Table

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co", "Cf"))
TEXTS = st.one_of(
    st.text(st.sampled_from("abcæøå 123.,()\\§–\u00a0"), max_size=120),
    st.lists(st.sampled_from(["husleje", "1.200 kr.", "(se §\u00a081)", "a\\b", "–", "", "Ångström"]), max_size=25).map(
        " ".join
    ),
    st.text(LETTERS, max_size=60),
)
STYLES = st.sampled_from([page.CELL, page.FIGURE, page.CELL_QUIET, page.BODY, page.DENSE_FIGURE, page.BANNER])


def paragraphs(text: str, style: ParagraphStyle) -> tuple[Text, Paragraph]:
    marked = fonts.rich(text)
    theirs = Paragraph(marked, style)
    theirs.frags = quick_lines.joined(theirs.frags)
    return Text(marked, style), theirs


def code(*drawn: Flowable) -> list[str]:
    canvas = TagCanvas(io.BytesIO(), invariant=1)
    canvas.begin("P")
    for one in drawn:
        one.drawOn(canvas, 12.3456789, -7.5)
    return [line for line in "\n".join(canvas._code).split("\n") if "MCID" not in line and line != "EMC"]


@settings(deadline=None, max_examples=40)
@given(TEXTS, STYLES, st.floats(4, 500))
def test_a_paragraph_has_the_lines_and_the_bytes_that_reportlab_gives_it(text: str, style: ParagraphStyle, room: float):
    ours, theirs = paragraphs(text, style)

    assert ours.wrap(room, 1e4) == theirs.wrap(room, 1e4)
    assert ours.blPara.kind == theirs.blPara.kind
    assert ours.blPara.kind or ours.blPara.lines == theirs.blPara.lines
    assert code(ours, ours) == code(theirs, theirs)


def test_only_pieces_that_differ_in_nothing_but_their_letters_become_one():
    marked = Paragraph(
        'a &amp; b<br/><br/>c <b>d &lt; e</b> <a href="tel:1">1</a><a href="tel:1">2</a>', page.CELL
    ).frags

    told = [(piece.fontName == fonts.BOLD, piece.text) for piece in quick_lines.joined(marked)]

    assert told == [(False, "a & b"), (False, ""), (False, ""), (False, "c "), (True, "d < e"), (False, " "),
                    (False, "1"), (False, "2")]  # fmt: skip


@pytest.mark.parametrize("narrower", [0.0, 0.02, 0.06])
def test_spaces_shrink_a_little_to_let_a_last_word_in(narrower: float):
    words = ["Betal", "nu", "de", "syv", "små", "beløb", "i", "dag"]
    space = stringWidth(" ", page.CELL.fontName, page.CELL.fontSize)
    whole = stringWidth(" ".join(words), page.CELL.fontName, page.CELL.fontSize)
    ours, theirs = paragraphs(" ".join(words), page.CELL)
    for one in (ours, theirs):
        one.wrap(whole - narrower * space * (len(words) - 1), 100)

    assert ours.blPara.lines == theirs.blPara.lines
    assert len(ours.blPara.lines) == (2 if narrower > page.CELL.spaceShrinkage else 1)
    assert code(ours) == code(theirs)


@pytest.mark.parametrize("said", ["Husleje", fonts.rich("Bo & Søn <Aps>")])
def test_an_ordinary_cell_takes_the_quick_way(said: str):
    cell = Text(said, page.CELL)
    cell.wrap(200, 100)

    assert quick_lines.lines_of(cell, 200) is not None
    assert quick_lines.code_of(cell, TagCanvas(io.BytesIO())) is not None


@pytest.mark.parametrize(
    "markup",
    ["<b>fed</b> og ikke", "<u>streg</u>", '<a href="tel:1">ring</a>', "<bullet>1.</bullet>t", "blød\u00adt"],
)
def test_what_is_more_than_letters_is_left_to_reportlab(markup: str):
    cell = Text(markup, page.CELL)
    cell.wrap(200, 100)
    broken_quickly = quick_lines.lines_of(Text(markup, page.CELL), 200) is not None

    assert not (broken_quickly and quick_lines.code_of(cell, TagCanvas(io.BytesIO())) is not None)


class Slow(Rows):
    """Measured by ReportLab alone."""

    def _calc_height(self, availHeight, availWidth, H=None, W=None):
        Table._calc_height(self, availHeight, availWidth, H, W)


def pages(made: Breaking, *, height: float) -> list[tuple[list[float | None], list[float], float]]:
    """What each part of a table says of its rows, page by page."""
    seen = []
    rest = [made]
    while rest:
        part = rest.pop(0)
        part.wrap(page.WIDTH, height)
        seen.append((list(part._rowHeights), list(part._rowpositions), part._height))
        parts = part.split(page.WIDTH, height) if part._height > height else []
        rest = parts if len(parts) > 1 else []
    return seen


@settings(deadline=None, max_examples=6)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=12), st.floats(90, page.HEIGHT))
def test_the_rows_of_a_table_are_as_high_and_break_as_reportlab_says(rows: list[tuple[str, str]], height: float):
    told = [[fonts.rich(cell) for cell in row] for row in rows]
    made, slow = (table(["Hvad", "Beløb"], told, [300, 150], figures=[1]) for _ in range(2))
    slow.__class__ = Slow

    assert pages(made, height=height) == pages(slow, height=height)


@settings(deadline=None, max_examples=30)
@given(st.text(st.sampled_from("بيتلاإلىتـ1. kr\u064b\u0651ﷲلله"), max_size=40))
def test_arabic_letters_are_joined_word_by_word_as_in_the_whole_line(text: str):
    assert _shaped(text) == _reshaper().reshape(text)


@settings(max_examples=30)
@given(st.floats(-1e5, 1e5))
def test_a_number_is_written_as_reportlab_writes_it(value: float):
    assert quick_lines.number(value) == quick_lines.fp_str(value)


WORDS = st.lists(
    st.sampled_from(["og", "Hvidovregade", "Å" * 37, "i" * 90, "mm\u00a0" * 9]), min_size=1, max_size=6
).map(" ".join)


@settings(deadline=None, max_examples=30)
@given(WORDS, st.sampled_from([page.CELL, page.FIGURE]), st.floats(30, 300))
def test_a_word_longer_than_a_line_is_cut_where_reportlab_cuts_it(text: str, style: ParagraphStyle, room: float):
    ours, theirs = paragraphs(text, style)

    assert quick_lines.lines_of(ours, room) is not None
    assert ours.wrap(room, 1e4) == theirs.wrap(room, 1e4)
    assert ours.blPara.lines == theirs.blPara.lines
    assert code(ours) == code(theirs)


@settings(max_examples=30)
@given(st.text(LETTERS, max_size=40), st.sampled_from([8.3, 9.8, 10.0]))
def test_a_face_tells_widths_and_numbers_of_letters_as_reportlab_does(text: str, size: float):
    face = getFont(fonts.REGULAR)
    ours, theirs = PDFDocument(), PDFDocument()

    assert face.stringWidth(text, size) == TTFont.stringWidth(face, text, size)
    for said in (text, "Ind\u00a0og ud", text):
        assert face.splitString(said, ours) == TTFont.splitString(face, said, theirs)


@settings(deadline=None, max_examples=8)
@given(st.lists(st.tuples(TEXTS, st.sampled_from([page.BODY, page.H2, page.CELL])), max_size=5), st.booleans())
def test_what_stays_together_is_as_high_as_reportlab_says(told: list[tuple[str, ParagraphStyle]], spaced: bool):
    def parts() -> list[Flowable]:
        said = [Text(fonts.rich(text), style) for text, style in told]
        return [*said, table(["Hvad"], [["Ind"], ["Ud"]], [300]), *([gap(7), Tag("L"), Tag()] if spaced else [])]

    ours, theirs = Kept(parts()), KeepTogether(parts())
    for one in (ours, theirs):
        one.canv = TagCanvas(io.BytesIO())

    assert ours.wrap(page.WIDTH, 500) == theirs.wrap(page.WIDTH, 500)
    assert (ours._H, ours._H0) == (theirs._H, theirs._H0)


PADS = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, -1), 0), ("RIGHTPADDING", (1, 0), (-2, -1), 4)]


@pytest.mark.parametrize("more", [[], [("ALIGN", (0, 0), (0, 0), "RIGHT")], [("TOPPADDING", (0, 1), (-1, -1), 9)]])
def test_cells_have_the_style_that_reportlab_gives_them(more: list):
    def styles(kind: type[Table]) -> list:
        made = kind([["a", "b", "c"], ["d", "e", "f"]], colWidths=[50] * 3, style=[*PADS, *more])
        return [[{**vars(one), "name": ""} for one in row] for row in made._cellStyles]

    assert styles(Grid) == styles(Table)
    shared = Grid([["a"], ["b"]], colWidths=[50], style=PADS)._cellStyles
    assert shared[0][0] is shared[1][0]
