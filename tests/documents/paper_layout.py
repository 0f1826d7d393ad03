"""What can be seen wrong with drawn pages, by machine: read with pdfium, another program than the one that drew them.

Each text on a page comes with its tag (`H2`, `P`, `TH` ...), its box and the chain of tags it stands in; what nobody
reads aloud (lines, page numbers) has none.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4
LEFT, RIGHT = 20 * MM, 190 * MM
TOP, FOOT = (297 - 20.5) * MM, 27.5 * MM
"""The edges of the text, points from the lower left corner of an A4 page."""
SLACK = 0.6
HEADINGS = ("H1", "H2", "H3")


@dataclass(frozen=True)
class Piece:
    """One line of text as it was drawn. Points."""

    page: int
    mark: int
    tag: str
    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float

    @property
    def artifact(self) -> bool:
        return self.mark < 0

    def inside(self) -> bool:
        return (
            self.left >= LEFT - SLACK
            and self.right <= RIGHT + SLACK
            and self.bottom >= FOOT - 4
            and self.top <= TOP + 4
        )


@dataclass(frozen=True)
class Node:
    """An element of the structure tree on one page: its tag, and the marks directly in it."""

    tag: str
    marks: tuple[int, ...]
    kids: tuple[Node, ...]

    def all_marks(self) -> Iterator[int]:
        yield from self.marks
        for kid in self.kids:
            yield from kid.all_marks()

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            yield from kid.walk()


@dataclass(frozen=True)
class Sheet:
    """One page: its pieces in the order drawn, and the tree of its tags."""

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    tree: tuple[Node, ...]

    @property
    def told(self) -> list[Piece]:
        return [piece for piece in self.pieces if not piece.artifact and piece.text.strip()]

    def tables(self) -> list[Node]:
        return [node for root in self.tree for node in root.walk() if node.tag == "Table"]

    def heading_of(self, table: Node) -> list[str]:
        """What the headings of a table say."""
        marks = {mark for node in table.walk() if node.tag == "TH" for mark in node.all_marks()}
        return [piece.text.strip() for piece in self.told if piece.mark in marks]


def sheets(pdf: bytes) -> list[Sheet]:
    """Every page of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_sheet(document[number], number) for number in range(len(document))]
    finally:
        document.close()


def _sheet(page: pypdfium2.PdfPage, number: int) -> Sheet:
    text = page.get_textpage()
    pieces = tuple(_piece(one, text, number) for one in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT], max_depth=2))
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    roots = [
        _node(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at))
        for at in range(pdfium.FPDF_StructTree_CountChildren(tree))
    ]
    pdfium.FPDF_StructTree_Close(tree)
    width, height = page.get_size()
    return Sheet(number, width, height, pieces, tuple(roots))


def _node(element: object) -> Node:
    marks, kids = [], []
    for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
        mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at)
        kid = pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
        if mark >= 0:
            marks.append(mark)
        elif kid:
            kids.append(_node(kid))
    return Node(_wide(pdfium.FPDF_StructElement_GetType, element), tuple(marks), tuple(kids))


def _wide(ask: object, *of: object) -> str:
    """A text that pdfium writes into a buffer as UTF-16."""
    length = ask(*of, None, 0)  # type: ignore[operator]
    buffer = ctypes.create_string_buffer(length)
    ask(*of, buffer, length)  # type: ignore[operator]
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def _piece(one: pypdfium2.PdfObject, text: pypdfium2.PdfTextPage, number: int) -> Piece:
    left, bottom, right, top = one.get_bounds()
    length = pdfium.FPDFTextObj_GetText(one, text, None, 0)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFTextObj_GetText(one, text, buffer, length)
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(one, ctypes.byref(size))
    said = bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
    mark = pdfium.FPDFPageObj_GetMarkedContentID(one)
    return Piece(number, mark, _tag(one), said, left, bottom, right, top, size.value)


def _tag(one: pypdfium2.PdfObject) -> str:
    if not pdfium.FPDFPageObj_CountMarks(one):
        return ""
    mark, length = pdfium.FPDFPageObj_GetMark(one, 0), ctypes.c_ulong()
    buffer = (ctypes.c_ushort * 32)()
    pdfium.FPDFPageObjMark_GetName(mark, buffer, 64, ctypes.byref(length))
    return bytes(buffer)[: length.value].decode("utf-16-le").rstrip("\0")


def faults(pdf: bytes) -> list[str]:
    """What is wrong with how the pages are set, in words; nothing is the wish."""
    read = sheets(pdf)
    found = [fault for sheet in read for fault in _page_faults(sheet)]
    for before, after in pairwise(read):
        found += _break_faults(before, after)
    return found


def _page_faults(sheet: Sheet) -> Iterator[str]:
    here = f"side {sheet.number + 1}"
    for piece in sheet.told:
        if not piece.inside():
            yield f"{here}: outside the margins: {piece.text[:60]!r} {_box(piece)}"
    for piece in sheet.pieces:
        if piece.left < 5 * MM or piece.bottom < 5 * MM or piece.right > sheet.width - 5 * MM:
            yield f"{here}: at the edge of the paper: {piece.text[:60]!r}"
    for one, other in _overlaps([piece for piece in sheet.pieces if piece.text.strip()]):
        yield f"{here}: on top of each other: {one.text[:40]!r} and {other.text[:40]!r}"
    if not sheet.told:
        yield f"{here}: empty"


def _box(piece: Piece) -> str:
    return f"x {piece.left:.0f}-{piece.right:.0f} y {piece.bottom:.0f}-{piece.top:.0f}"


def _overlaps(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """Texts whose boxes lie on each other by more than a hair; a long tail under a line may touch the next."""
    by_left = sorted(pieces, key=lambda piece: piece.left)
    for at, one in enumerate(by_left):
        for other in by_left[at + 1 :]:
            if other.left > one.right - 1:
                break
            across = min(one.right, other.right) - other.left
            down = min(one.top, other.top) - max(one.bottom, other.bottom)
            if across > 1 and down > 0.28 * min(one.size, other.size):
                yield one, other


def _break_faults(before: Sheet, after: Sheet) -> Iterator[str]:
    here = f"side {before.number + 1} til {after.number + 1}"
    if not before.told or not after.told:
        return
    last = min(before.told, key=lambda piece: (round(piece.bottom), piece.left))
    if last.tag in HEADINGS:
        yield f"{here}: a heading stands last: {last.text[:60]!r}"
    small = [piece for piece in before.told if piece.size < 8.5]
    at_foot = sorted(before.told, key=lambda piece: piece.bottom)[:3]
    if last in small and any(piece.tag in HEADINGS and piece.bottom < last.bottom + 40 for piece in at_foot):
        yield f"{here}: a heading and its small print stand last: {last.text[:60]!r}"
    if _lines(after.told) < 3:
        yield f"{here}: nearly nothing on the next page: {' / '.join(piece.text for piece in after.told)[:90]!r}"
    if _is_one_block_alone(before, after):
        yield f"{here}: one block alone on the next page: {after.told[0].text[:60]!r}"
    if _is_signature_alone(after):
        yield f"{here}: signatures alone on the next page"
    yield from _table_faults(before, after, here)


SHORT, FEW = 14, 5
"""Lines and things: a longer block may have a page of its own."""


def _is_one_block_alone(before: Sheet, after: Sheet) -> bool:
    """Whether a page holds nothing but a short block that begins there, such as whom to call: a heading with at most
    five things under it (paragraphs, bullets, rows of a table; two languages tell one thing in one row) in at most
    fourteen lines. A whole section of ten lines is no block alone."""
    titles = _titles(after)
    if len(titles) != 1 or titles[0] in _titles(before) or _lines(after.told) > SHORT or _things(after) > FEW:
        return False
    return after.told[0].text.strip() in titles[0]


def _things(sheet: Sheet) -> int:
    """Paragraphs, bullets and rows under the headings of a page."""
    return sum(_things_in(root) for root in sheet.tree)


def _things_in(node: Node) -> int:
    if node.tag in ("P", "LI", "TR"):
        return not any(kid.tag == "TH" for kid in node.kids)
    return sum(map(_things_in, node.kids))


def _titles(sheet: Sheet) -> list[str]:
    headings = [piece.text.strip() for piece in sheet.told if piece.tag in HEADINGS]
    return headings + [" ".join(said) for said in map(sheet.heading_of, sheet.tables()) if said]


def _is_signature_alone(sheet: Sheet) -> bool:
    """Where people sign, something of what they sign stands on the same page."""
    if not any("Dato og underskrift" in piece.text for piece in sheet.told):
        return False
    first = min(-piece.top for piece in sheet.told if "Dato og underskrift" in piece.text)
    above = [piece for piece in sheet.told if -piece.top < first - 60]
    return _lines(above) < 3


def _lines(pieces: Sequence[Piece]) -> int:
    return len({round(piece.bottom / 2) for piece in pieces})


def _table_faults(before: Sheet, after: Sheet, here: str) -> Iterator[str]:
    """A table that goes on under the same headings has at least two rows on either side."""
    upper, lower = before.tables(), after.tables()
    if not upper or not lower:
        return
    above, below = upper[-1], lower[0]
    headings = before.heading_of(above)
    if not headings or headings != after.heading_of(below):
        return
    if len(below.kids) < 3:
        yield f"{here}: one row of a table stands alone on the next page"
    if len(above.kids) < 3:
        yield f"{here}: one row of a table stands alone at the foot"


def order_faults(pdf: bytes, *, from_right: bool = False) -> list[str]:
    """Where the tags do not lead as the eye does: down the page, or on to the column to the right; `from_right`: where
    one side is written from the right, also to the left."""
    found = []
    for sheet in sheets(pdf):
        boxes = {mark: _around([piece for piece in sheet.told if piece.mark == mark]) for mark in _marks(sheet)}
        read = [(mark, box) for mark in _in_order(sheet) if (box := boxes.get(mark))]
        for (before, above), (after, below) in pairwise(read):
            up, aside = below[3] > above[3] + 2, below[0] > above[0] + 2 or (from_right and below[2] < above[2] - 2)
            if up and not aside:
                found.append(f"side {sheet.number + 1}: read after what stands below it: marks {before}, {after}")
        missing = _marks(sheet) - {mark for mark, _ in read}
        found += [f"side {sheet.number + 1}: never read: {len(missing)}"] if missing else []
        untagged = [piece.text for piece in sheet.pieces if piece.artifact and piece.tag not in ("Artifact", "")]
        found += [f"side {sheet.number + 1}: neither read nor an edge: {text[:40]!r}" for text in untagged]
    return found


def _marks(sheet: Sheet) -> set[int]:
    return {piece.mark for piece in sheet.told}


def _in_order(sheet: Sheet) -> list[int]:
    return [mark for root in sheet.tree for node in root.walk() for mark in node.marks]


def _around(pieces: Sequence[Piece]) -> tuple[float, float, float, float] | None:
    if not pieces:
        return None
    edges = [(one.left, one.bottom, one.right, one.top) for one in pieces]
    lefts, bottoms, rights, tops = zip(*edges, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
