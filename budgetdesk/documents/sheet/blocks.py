"""The pieces documents are made of: paragraphs, tables, banners, numbered steps, signatures. All tagged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from budgetdesk.documents.sheet import page, quick_lines
from budgetdesk.documents.sheet.breaking import Breaking, Kept, ends_together
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.heard import hear
from budgetdesk.documents.sheet.holding import held
from budgetdesk.documents.sheet.links import linked

# isort: split
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer

Cell = Any
"""Text (drawn as it is, typed text must go through `rich`), a flowable, or a list of flowables."""


class Text(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A paragraph that says what it is: the tag stands in its style."""

    _broken_for: float | None = None
    """The width for which its lines are broken: a table asks several times."""

    frags: list[Any]
    """Its pieces: each in one face."""

    def _setup(self, text: Any, style: Any, bullet: Any, pieces: Any, cleaner: Any) -> None:
        super()._setup(text, style, bullet, pieces, cleaner)
        if pieces is None and len(self.frags) > 1:  # markup was read, not a paragraph split
            self.frags = quick_lines.joined(self.frags)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        if self._broken_for != width or not hasattr(self, "blPara"):  # splitting throws the lines away
            self._break(width, height)
            self._broken_for = width
        return self.width, self.height

    def _break(self, width: float, height: float) -> None:
        style = self.style
        broken = quick_lines.lines_of(self, width - style.leftIndent - style.rightIndent) if width >= _ANY else None
        if broken is None:
            super().wrap(width, height)
        else:
            self.blPara, self.width, self.height = broken, width, len(broken.lines) * style.leading

    @classmethod
    def of_piece(cls, said: str, style: ParagraphStyle, piece: Any) -> Text:
        """A paragraph of one piece of text, without a look at each of the ways in which ReportLab can be given one."""
        made = cls.__new__(cls)
        made.text, made.frags, made.style, made.bulletText = said, [piece], style, getattr(style, "bulletText", None)
        made.caseSensitive, made.encoding, made.debug = 1, "utf8", 0
        return made

    target: str = ""
    """Where it leads: `tel:+4543551200`."""

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:
        """Where nothing but letters is drawn, what ReportLab keeps and restores around it is left out."""
        tag = getattr(self.style, "tag", "P")
        bare = type(self) is Text and not self.target and tag not in _LEVELS
        code = quick_lines.code_of(self, canvas) if bare else None
        if code is None:
            super().drawOn(canvas, x, y, _sW)
            return
        left = self._hAlignAdjust(x, _sW) if _sW else x
        canvas.piece(_TAGS.get(tag, (tag,)), f"{quick_lines.number(left)} {quick_lines.number(y)}", code)

    def draw(self) -> None:
        tags = _TAGS.get(tag := getattr(self.style, "tag", "P"), (tag,))
        for one in tags:
            self.canv.begin(one)
        if self.target:
            self.canv.begin("Link")
            self.canv.lead(self.width, self.height, self.target, self.getPlainText().replace("\u00a0", " "))
        self.canv.mark()
        super().draw()
        self.canv.unmark()
        if tag in _LEVELS:
            self.canv.heading(_LEVELS[tag], self.getPlainText().strip(), self.height)
        for _ in range(len(tags) + bool(self.target)):
            self.canv.end()


_TAGS = {"LI": ("LI", "LBody")}
"""What one paragraph is in the tree: a line of a list has a body (ISO 32000-1 § 14.8.4.3.3)."""
_LEVELS = {"H1": 1, "H2": 2}
_ANY = 1e-6
"""Points: less room than this is none."""


class Tag(Flowable):  # type: ignore[misc]
    """Opens or closes a piece that holds several flowables, such as a list. Takes no room."""

    def __init__(self, tag: str = "") -> None:
        super().__init__()
        self.tag = tag
        self.width = self.height = 0

    def draw(self) -> None:
        if self.tag:
            self.canv.begin(self.tag)
        else:
            self.canv.end()


class _Ruled(Breaking):
    """A table whose lines and backgrounds are not read aloud."""

    def _drawBkgrnd(self) -> None:
        self.canv.artifact()
        super()._drawBkgrnd()
        self.canv.unmark()

    def _drawLines(self) -> None:
        self.canv.artifact()
        super()._drawLines()
        self.canv.unmark()


class Rows(_Ruled):
    """A table whose first `repeatRows` rows are headings."""

    def draw(self) -> None:
        self._row: Any = None
        self._heading_at: Any = None
        self.canv.begin("Table")
        super().draw()
        if self._row is not None:
            self.canv.end()
        self.canv.end()

    def _drawCell(self, value: Any, style: Any, position: Any, size: Any) -> None:
        if position[1] != self._row:
            if self._row is not None:
                self.canv.end()
            self.canv.begin("TR")
            self._row = position[1]
            self._heading_at = self._row if self._heading_at is None and self.repeatRows else self._heading_at
        heading = self._row == self._heading_at
        self.canv.begin("TH" if heading else "TD", columns=self._columns_at(position[0], size[0]))
        super()._drawCell(value, style, position, size)
        self.canv.end()

    def _columns_at(self, left: float, width: float) -> int:
        """How many columns a cell takes."""
        if not self._spanCmds:
            return 1
        right = left + width - 0.1
        return sum(1 for edge in self._colpositions[:-1] if left - 0.1 <= edge < right)


class Grid(_Ruled):
    """A table that only places things side by side: its cells are read one after the other."""


def text(markup: str, style: ParagraphStyle = page.BODY) -> Text:
    """A paragraph of our own markup; typed text in it must have gone through `rich`."""
    said = held(markup)
    hear(said)
    if not said or _MARKED.search(said):
        return Text(said, style)
    return Text.of_piece(said, style, quick_lines.copied(_fragment(style), text=said))


_MARKED = re.compile(r"[<&]|[^\S \u00a0]|  |^ | $")
"""What ReportLab's reader of markup is needed for; most cells of a table have none of it, and it is slow."""


def _fragment(style: ParagraphStyle) -> Any:
    """A piece of text as that reader makes it; it stays with its style."""
    owner, fragment = getattr(style, "fragment", (None, None))
    if owner is not style:  # a style begins with all that its parent has
        fragment = Text("x", style).frags[0]
        style.fragment = (style, fragment)
    return fragment


def table(
    heading: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float], *, figures: Sequence[int] = (),
    total: bool = False, dense: bool = False,
) -> Rows:  # fmt: skip
    """A table with hairlines. `figures` are the columns set to the right; `total` makes the last row bold; `dense` is
    for the working, in smaller letters."""
    data: list[list[Cell]] = [
        [text(cell, page.HEADING_FIGURE if i in figures else page.HEADING_CELL) for i, cell in enumerate(heading)]
    ]
    body = list(rows)
    for at, row in enumerate(body):
        bold = total and at == len(body) - 1
        left, right = (page.CELL_BOLD, page.FIGURE_BOLD) if bold else (page.CELL, page.FIGURE)
        left, right = (page.DENSE, page.DENSE_FIGURE) if dense else (left, right)
        data.append([text(cell, right if i in figures else left) for i, cell in enumerate(row)])
    style: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1.2 if dense else 2.7),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.8 if dense else 3.3),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, page.LINE),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, page.QUIET),
        *ends_together(len(body)),
    ]
    if total:
        style.append(("LINEABOVE", (0, -1), (-1, -1), 0.8, page.QUIET))
    return Rows(data, colWidths=list(widths), repeatRows=1, style=style, hAlign="LEFT", spaceAfter=6)


def side_by_side(cells: Sequence[Cell], widths: Sequence[float], *, gap: float = 8 * mm) -> Grid:
    """Things beside each other, read from left to right."""
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), gap),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
    return Grid([list(cells)], colWidths=list(widths), style=style, hAlign="LEFT")


def box(content: Cell, *, filled: bool = True, space: float = 8) -> Grid:
    """A quiet box over the whole width; the line around it keeps it a box in black and white."""
    style: list[Any] = [
        ("BOX", (0, 0), (-1, -1), 0.8, page.LINE if filled else page.INK),
        ("LEFTPADDING", (0, 0), (-1, -1), 10),
        ("RIGHTPADDING", (0, 0), (-1, -1), 10),
        ("TOPPADDING", (0, 0), (-1, -1), 7),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
    ]
    if filled:
        style.append(("BACKGROUND", (0, 0), (-1, -1), page.TINT))
    return Grid([[content]], colWidths=[page.WIDTH], style=style, hAlign="LEFT", spaceBefore=space, spaceAfter=space)


def steps(items: Iterable[str], *, style: ParagraphStyle = page.BODY, mark: str = "", first: int = 1) -> list[Any]:
    """A numbered list from `first`, or one with `mark` before each line. Items are markup."""
    hanging = ParagraphStyle("step", parent=style, leftIndent=16, bulletIndent=0, spaceAfter=style.spaceAfter and 2.4)
    hanging.tag = "LI"
    listed: list[Any] = [Tag("L")]
    for number, item in enumerate(items, start=first):
        bullet = mark or f"{number}."
        hear(item)
        listed.append(Text(f"<bullet>{bullet}</bullet>{held(item)}", hanging))
    return [*listed, Tag()]


def section(title: str, *content: Any) -> list[Any]:
    """A heading that stays with what follows it."""
    first, *rest = content
    lead = first if isinstance(first, list) else [first]
    return [together([text(title, page.H2), *lead[:3]]), *lead[3:], *_flat(rest)]


def together(parts: Iterable[Any]) -> KeepTogether:
    """Things that stay on one page. ReportLab cannot put one such group inside another: inner ones are opened."""
    opened: list[Any] = []
    for part in _flat(parts):
        opened += part._content if isinstance(part, KeepTogether) else [part]
    return Kept(opened)


def facts(
    rows: Iterable[tuple[str, str]], *, width: float = page.WIDTH, names: float = 38 * mm, address: str = ""
) -> Grid:
    """Names and facts in two columns, such as the parties. Both are text as it is typed, no markup. `address`: the fact
    that is one of the organisation's own, of mail or web, and leads there."""
    data = [
        [text(rich(name), page.CELL_QUIET), text((linked if fact == address else str)(rich(fact)) or "–", page.CELL)]
        for name, fact in rows
    ]
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1.4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.4),
        *ends_together(len(data)),
    ]
    return Grid(data, colWidths=[names, width - names], style=style, hAlign="LEFT", spaceAfter=4)


def gap(points: float) -> Spacer:
    return Spacer(0, points)


def _flat(parts: Iterable[Any]) -> list[Any]:
    flat: list[Any] = []
    for part in parts:
        flat.extend(part if isinstance(part, list) else [part])
    return flat
