"""Tags in a PDF: what is a heading, a paragraph, a table, a picture, so that a screen reader can read it aloud.

ReportLab draws pages but knows no tags. `TagCanvas` notes each piece as it is drawn (marked content, ISO 32000-1
§ 14.6); `finishing.finish` writes the file with the tree of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reportlab.pdfbase.pdfmetrics import getFont, getRegisteredFontNames
from reportlab.pdfgen import canvas

from budgetdesk.documents.sheet import check_code, fonts, links
from budgetdesk.documents.sheet.outline import Heading
from budgetdesk.documents.sheet.quick_lines import ESCAPED, number
from budgetdesk.documents.sheet.structure import Element, Link


class TagCanvas(canvas.Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas that notes what each mark on the page is."""

    def __init__(self, *args: Any, **options: Any) -> None:
        fonts.register()
        super().__init__(*args, **options)
        self.root = Element("Document")
        self._open = [self.root]
        self._marks = 0
        self.pages_done = 0
        self._later: list[tuple[int, str, Callable[[TagCanvas, str], None]]] = []
        self._printed: list[bytes] = []
        self.check_code = ""
        self.headings: list[Heading] = []
        self.letters: dict[str, Any] = {}
        """What is known of each face while this file is drawn (`quick_lines`)."""

    def later(self, draw: Callable[[TagCanvas, str], None]) -> None:
        """Leave a place on this page for what is only known when all pages are there; `draw` gets the check code."""
        place = f"/FormXob.later{len(self._later)} Do"  # counts in the check code, so it stays as it was
        self._later.append((self.pages_done, place, draw))
        self._code.append(place)

    def begin(self, tag: str, alt: str = "", *, language: str = "", says: str = "", columns: int = 1) -> None:
        """Open a piece; what is drawn until `end` belongs to it. `columns`: of a cell."""
        element = Element(tag, alt, language, says, columns)
        self._open[-1].kids.append(element)
        self._open.append(element)

    def end(self) -> None:
        self._open.pop()

    def piece(self, tags: Sequence[str], place: str, code: str) -> None:
        """A piece that is drawn at once, `place` from here; each tag stands in the one before."""
        above = self._open[-1]
        for tag in tags:
            element = Element(tag)
            above.kids.append(element)
            above = element
        above.kids.append((self.pages_done, self._marks))
        mark = f"/{above.tag} <</MCID {self._marks}>> BDC"
        self._code += ("q", f"1 0 0 1 {place} cm", mark, code, "EMC", "Q")
        self._marks += 1

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """As ReportLab draws it, like the next two; places and letters are written quicker."""
        self._code.append(f"n {number(x1)} {number(y1)} m {number(x2)} {number(y2)} l S")

    def rect(self, x: float, y: float, width: float, height: float, stroke: int = 1, fill: int = 0) -> None:
        self._code.append(f"n {number(x)} {number(y)} {number(width)} {number(height)} re ")
        self._code[-1] += canvas.PATH_OPS[stroke, fill, self._fillMode]

    def _escape(self, letters: bytes | str) -> str:
        bare = letters if isinstance(letters, str) else letters.decode("latin-1")
        return bare.translate(ESCAPED)

    def heading(self, level: int, said: str, top: float) -> None:
        """Note a heading for the list of contents; `top` as drawn here."""
        self.headings.append(Heading(level, said, self.pages_done, self.absolutePosition(0, top)[1]))

    def lead(self, width: float, height: float, target: str, says: str) -> None:
        """What is drawn for the piece that is open leads to `target` (`tel:`, `https:`)."""
        left, bottom = self.absolutePosition(0, 0)
        right, top = self.absolutePosition(width, height)
        self._open[-1].link = Link(self.pages_done, (left, bottom, right, top), target, says)

    def linkURL(self, url: str, rect: tuple[float, float, float, float], relative: int = 0, **_how: Any) -> None:
        """An address within a paragraph: a link of its own in the tree, with its place on the page. ReportLab's own way
        makes a place that no tag knows."""
        if not url.startswith(links.FOLLOWED):
            return
        left, bottom, right, top = rect
        if relative:
            (left, bottom), (right, top) = self.absolutePosition(left, bottom), self.absolutePosition(right, top)
        said = url.partition(":")[2].lstrip("/")
        place = Link(self.pages_done, (left, bottom, right, top), url, said)
        self._open[-1].kids.append(Element("Link", link=place))

    def mark(self) -> None:
        """Begin drawing for the piece that is open."""
        self._code.append(f"/{self._open[-1].tag} <</MCID {self._marks}>> BDC")
        self._open[-1].kids.append((self.pages_done, self._marks))
        self._marks += 1

    def artifact(self) -> None:
        """Begin drawing something that nobody should read aloud: lines, page numbers, bars."""
        self._code.append("/Artifact BMC")

    def unmark(self) -> None:
        self._code.append("EMC")

    def showPage(self) -> None:
        self._printed.append("\n".join(self._code).encode())
        super().showPage()
        self.pages_done += 1
        self._marks = 0

    def save(self) -> None:
        """Draw what was left for later. The file is written by `finishing.finish`."""
        if self._code:
            self.showPage()
        self.check_code = check_code.code_of([*self._printed, *self._letters()])
        pages = self._doc.Pages.pages
        for on_page, place, draw in self._later:
            self.init_graphics_state()
            draw(self, self.check_code)
            drawn = "\n".join(("q", *self._code, "Q"))
            pages[on_page].stream = pages[on_page].stream.replace(place, drawn, 1)
            self._code.clear()

    def _letters(self) -> Iterator[bytes]:
        """Which letters the numbers on the pages stand for: each file has its own selection of a face."""
        for name in fonts.EMBEDDED:
            state = getFont(name).state.get(self._doc)
            yield f"{name}: {state.subsets if state else ''}".encode()
        known = getRegisteredFontNames()
        for name in fonts.WHEN_USED:
            if name in known and (state := getFont(name).state.get(self._doc)):
                yield f"{name}: {state.subsets}".encode()
