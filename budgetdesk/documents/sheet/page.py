"""The house style, once: paper, margins, styles, header and footer. Readable in black and white.

A document is a function that makes a story (a list of flowables) and a `Head`; `build` turns them into bytes. The
same input gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from budgetdesk import formats
from budgetdesk.documents.sheet import check_code, fonts, heard
from budgetdesk.documents.sheet.breaking import Breaking, Kept
from budgetdesk.documents.sheet.plain import plain

# isort: split
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from budgetdesk.documents.sheet.finishing import finish
from budgetdesk.documents.sheet.tagging import TagCanvas
from budgetdesk.errors import DocumentError
from budgetdesk.i18n import _
from budgetdesk.wording.plan import PROPOSAL

MARGIN = 20 * mm
TOP = 20.5 * mm
FOOT = 27.5 * mm
"""Below the text: the footer, and above it room for the seal."""
WIDTH, HEIGHT = A4[0] - 2 * MARGIN, A4[1] - TOP - FOOT
Breaking.page_height = HEIGHT
LITTLE, EARLIER = 24 * mm, 30 * mm
"""Less than this on the last of several pages is too little; pages then end so much earlier, and more goes over."""
PICTURE = 11 * mm
"""Each way, the picture of the check code: to the right of the seal. Half a millimetre a square, for any telephone."""
LONGEST_LINE = 1000
"""Letters: no line at the edge of a page has room for more."""
SEAL_BOX = (MARGIN, 14.5 * mm, MARGIN + 118 * mm, 25.5 * mm)
"""Where the seal goes on the last page (points: left, bottom, right, top)."""

INK = HexColor("#1a2429")
QUIET = HexColor("#55616a")
ACCENT = HexColor("#1e6b50")
LINE = HexColor("#c9cfcc")
TINT = HexColor("#f1f5f3")


def _style(name: str, size: float, leading: float, tag: str = "P", **more: Any) -> ParagraphStyle:
    base: dict[str, Any] = {
        "fontName": fonts.REGULAR,
        "textColor": INK,
        "bulletFontName": fonts.REGULAR,
        "allowWidows": 0,  # no line stands alone at the top of a page; below, ReportLab sees to it
    }
    style = ParagraphStyle(name, fontSize=size, leading=leading, **(base | more))
    style.tag = tag
    return style


H3 = _style("h3", 9.8, 14, "H3", fontName=fonts.BOLD, spaceBefore=5, spaceAfter=2, keepWithNext=1)
BODY = _style("body", 10, 14.5, spaceAfter=5)
LETTER = _style("letter", 10.3, 15.5, spaceAfter=8)
LEAD = _style("lead", 11, 16, textColor=QUIET, spaceAfter=6)
KEY = _style("key", 11, 16, spaceAfter=6)
H1 = _style("h1", 21, 26, "H1", fontName=fonts.BOLD, spaceAfter=3)
H1_LETTER = _style("h1 of a letter", 13, 18, "H1", fontName=fonts.BOLD, spaceAfter=10)
H2 = _style("h2", 12.5, 17, "H2", fontName=fonts.BOLD, spaceBefore=11, spaceAfter=4, keepWithNext=1)
SMALL = _style("small", 8.3, 11.6, textColor=QUIET, spaceAfter=3)
CELL = _style("cell", 9.8, 13.4)
CELL_BOLD = _style("cell bold", 9.8, 13.4, fontName=fonts.BOLD)
CELL_QUIET = _style("cell quiet", 8.6, 12, textColor=QUIET)
FIGURE = _style("figure", 9.8, 13.4, alignment=2)
FIGURE_BOLD = _style("figure bold", 9.8, 13.4, alignment=2, fontName=fonts.BOLD)
DENSE = _style("dense", 8.6, 11)
DENSE_FIGURE = _style("dense figure", 8.6, 11, alignment=2)
BIG = _style("big", 16.5, 22, fontName=fonts.BOLD)
HEADING_CELL = _style("heading cell", 8.6, 12, textColor=QUIET)
HEADING_FIGURE = _style("heading figure", 8.6, 12, textColor=QUIET, alignment=2)
BANNER = _style("banner", 11.5, 16, fontName=fonts.BOLD)


@dataclass(frozen=True, kw_only=True)
class Head:
    """What stands at the edge of every page, and in the file's own description."""

    title: str
    on: date
    case_number: str = ""
    organisation: str = ""
    adviser: str = ""
    proposal: bool = False
    """True while only the landlord's yes is missing: said at the top of every page."""
    mark: str = ""
    """Written large across every page that is to look at only, not to be handed out."""
    attached: Mapping[str, bytes] = field(default_factory=dict)


Story = Callable[[], list[Any]]
"""Makes the flowables anew each time: ReportLab uses them up."""


def build(story: Story, head: Head) -> bytes:
    """The finished, tagged PDF. Raises DocumentError when something is too large for any page."""
    drawn, _used = _draw(story, head)
    return _finished(drawn, head)


def build_fitting(stories: Sequence[Story], head: Head) -> bytes:
    """The first story that takes one page, each shorter than the one before; else the last, on as many as it takes."""
    first, *shorter = stories
    found = _on_one_page(first, head)
    if found is None and shorter:
        found = _longest_that_fits(shorter, head)
    return build(stories[-1], head) if found is None else _finished(found, head)


def build_shorter(stories: Sequence[Story], head: Head, *, little: float = HEIGHT) -> bytes:
    """The first story, unless it takes several pages and a later one, set closer, takes fewer. It is not tried where
    more than `little` (points) of the last page is used."""
    drawn, used = _draw(stories[0], head)
    for story in stories[1:]:
        if drawn.pages_done > 1 and used <= little:
            with suppress(_SecondPage):
                drawn, used = _draw_within(story, head, HEIGHT, most=drawn.pages_done - 1)
    return _finished(drawn, head)


def _longest_that_fits(stories: Sequence[Story], head: Head) -> TagCanvas | None:
    """By halves: drawing all of them would take long."""
    best, low, high = None, 0, len(stories)
    while low < high:
        middle = (low + high) // 2
        found = _on_one_page(stories[middle], head)
        if found is None:
            low = middle + 1
        else:
            best, high = found, middle
    return best


class _SecondPage(Exception):
    """Drawing stops: it was only asked whether one page is enough."""


def _on_one_page(story: Story, head: Head) -> TagCanvas | None:
    with suppress(_SecondPage):
        return _draw_within(story, head, HEIGHT, most=1)[0]
    return None


def _finished(drawn: TagCanvas, head: Head) -> bytes:
    author = ", ".join(part for part in (plain(head.adviser), plain(head.organisation)) if part)
    return finish(drawn, title=head.title, author=author or "BudgetDesk", on=head.on, attached=head.attached)


def _draw(story: Story, head: Head) -> tuple[TagCanvas, float]:
    """The pages as they are drawn, and how much of the last one is used, points. Where a few lines would stand alone
    on the last one, pages end a little earlier."""
    drawn, used = _draw_within(story, head, HEIGHT)
    if drawn.pages_done > 1 and used < LITTLE:
        with suppress(DocumentError):
            shorter = _draw_within(story, head, HEIGHT - EARLIER)
            if shorter[1] > used:
                return shorter
    return drawn, used


def _draw_within(story: Story, head: Head, height: float, *, most: int | None = None) -> tuple[TagCanvas, float]:
    """The pages, and how much of the last one is used, points. Raises DocumentError, and _SecondPage after `most`."""
    fonts.register()
    made: list[TagCanvas] = []

    def canvas(*args: Any, **options: Any) -> TagCanvas:
        made.append(TagCanvas(*args, **options))
        return made[-1]

    same: list[str] = []

    def edge(drawn: TagCanvas, template: BaseDocTemplate) -> None:
        """Every page has the same edge, but for its number."""
        if most is not None and template.page > most:
            raise _SecondPage
        drawn.artifact()
        if not same:
            begins = len(drawn._code)
            _edge(drawn, head)
            same.extend(drawn._code[begins:])
        else:
            drawn._code += same
        drawn.later(partial(_corner, page=template.page))
        drawn.unmark()

    template = _template(head, edge, height)
    try:
        heard.begin()
        template.build(story(), canvasmaker=canvas)
    except LayoutError as error:
        raise DocumentError(
            _("“{title}” kan ikke sættes op: en tekst er for lang til en side. Gør den kortere.").format(
                title=head.title
            )
        ) from error
    return made[-1], FOOT + HEIGHT - template.frame._y


def _template(head: Head, edge: Callable[..., None], height: float) -> BaseDocTemplate:
    template = BaseDocTemplate(
        io.BytesIO(), pagesize=A4, invariant=1, initialFontName=fonts.REGULAR, lang="da-DK", title=head.title
    )
    template.keepTogetherClass = Kept
    bottom = FOOT + HEIGHT - height
    frame = Frame(MARGIN, bottom, WIDTH, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    template.addPageTemplates(PageTemplate(frames=[frame], onPage=edge))
    return template


def _edge(drawn: TagCanvas, head: Head) -> None:
    if head.mark:
        _across(drawn, head.mark)
    drawn.setFillColor(QUIET)
    right = A4[0] - MARGIN
    top = A4[1] - 13 * mm
    line(drawn, MARGIN, top, head.organisation, 8.3, WIDTH * (0.55 if head.proposal else 0.95))
    if head.proposal:
        drawn.setFont(fonts.BOLD, 8.3)
        drawn.drawRightString(right, top, _(PROPOSAL))
    drawn.setStrokeColor(LINE)
    drawn.setLineWidth(0.5)
    drawn.line(MARGIN, 12.5 * mm, right, 12.5 * mm)
    day = formats.day(head.on)
    case, after = (f"Sag {head.case_number}", f" · {day}") if head.case_number else (day, "")
    line(drawn, MARGIN, 8.5 * mm, case, 8.3, WIDTH * 0.55, after=after)


def _across(drawn: TagCanvas, mark: str) -> None:
    """From corner to corner, light enough to read through."""
    drawn.saveState()
    drawn.translate(A4[0] / 2, A4[1] / 2)
    drawn.rotate(52)
    drawn.setFillColor(LINE)
    room = 245 * mm
    size = min(40.0, 40.0 * room / stringWidth(mark, fonts.BOLD, 40))
    drawn.setFont(fonts.BOLD, size)
    drawn.drawCentredString(0, 0, mark)
    drawn.restoreState()


def _corner(drawn: TagCanvas, code: str, *, page: int) -> None:
    """Which page of how many, and by which code a copy is found again."""
    right = A4[0] - MARGIN
    drawn.setFillColor(QUIET)
    drawn.setFont(fonts.REGULAR, 8.3)
    drawn.drawRightString(right, 8.5 * mm, f"Kode {code} · Side {page} af {drawn.pages_done}")
    drawn.setFillColor(INK)
    check_code.draw(drawn, code, right - PICTURE, 14 * mm, PICTURE, page)


def line(
    drawn: Any, x: float, y: float, text: str, size: float, room: float, *, after: str = "", bold: bool = False
) -> None:
    """One line of typed text, cut with an ellipsis where `room` points are too few; `after` always stands behind it."""
    shown = plain(text)
    font = (fonts.BOLD if bold else fonts.REGULAR) if fonts.drawable(shown) else fonts.SPARE
    drawn.setFont(font, size)
    drawn.drawString(x, y, _cut(shown, font, size, room - stringWidth(after, font, size)) + after)


def _cut(shown: str, font: str, size: float, room: float) -> str:
    """As much of a line as there is room for. Looked for by halves: somebody may paste a whole letter as a name."""
    letters = shown[:LONGEST_LINE]
    if letters == shown and stringWidth(shown, font, size) <= room:
        return shown
    fits, too_many = 0, len(letters) - 1
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if stringWidth(letters[:middle].rstrip() + "…", font, size) <= room:
            fits = middle
        else:
            too_many = middle
    return letters[:fits].rstrip() + "…"
