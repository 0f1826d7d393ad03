"""The typefaces of every document, embedded: one house face, one that knows nearly every letter of a name.

ReportLab names Helvetica, which it never embeds, in every new page, drawing and bullet; the first lines here put the
house face there instead. They must run before anything of `reportlab.platypus` is imported, so documents import this
module first.
"""

from __future__ import annotations

from functools import cache
from xml.sax.saxutils import escape

from reportlab import rl_config

from budgetdesk import data_files
from budgetdesk.documents.sheet.plain import plain

REGULAR = "BudgetDeskSans"
MEDIUM = "BudgetDeskSans-Medium"
BOLD = "BudgetDeskSans-SemiBold"
SPARE = "DejaVuSans"
"""For letters that the house face does not have."""

rl_config.canvas_basefontname = REGULAR
rl_config.defaultGraphicsFontName = REGULAR
rl_config.useA85 = 0
rl_config.trustedSchemes = []  # a name must never make ReportLab fetch something
rl_config.trustedHosts = []

from reportlab.pdfbase import pdfmetrics  # noqa: E402 - after the settings above, which it reads when imported

from budgetdesk.documents.sheet.typeface import Typeface  # noqa: E402

_FILES = {
    REGULAR: "BudgetDeskSans-Regular.ttf",
    MEDIUM: "BudgetDeskSans-Medium.ttf",
    BOLD: "BudgetDeskSans-SemiBold.ttf",
    SPARE: "DejaVuSans.ttf",
}
EMBEDDED = tuple(_FILES)
ARABIC = "NotoNaskhArabic"
ARABIC_BOLD = "NotoNaskhArabic-SemiBold"
_ARABIC_FILES = {ARABIC: "NotoNaskhArabic-Regular.ttf", ARABIC_BOLD: "NotoNaskhArabic-SemiBold.ttf"}
WHEN_USED = tuple(_ARABIC_FILES)
"""Read only for a page that has Arabic letters: most have none."""
UNKNOWN = "\ufffd"


@cache
def register() -> None:
    """Make the faces known to ReportLab, once; its styles ask for them as soon as they are imported."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(Typeface(name, str(data_files.path("fonts", file))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    pdfmetrics.registerFontFamily(SPARE, normal=SPARE, bold=SPARE, italic=SPARE, boldItalic=SPARE)


@cache
def register_arabic() -> None:
    """Make the Arabic faces known, once. They have every letter of Arabic, Farsi and Urdu in each of its shapes."""
    for name, file in _ARABIC_FILES.items():
        pdfmetrics.registerFont(Typeface(name, str(data_files.path("fonts", file))))


@cache
def _letters(font: str) -> frozenset[int]:
    register()
    if font in _ARABIC_FILES:
        register_arabic()
    return frozenset(pdfmetrics.getFont(font).face.charToGlyph)


def has(font: str, letter: str) -> bool:
    """Whether a face can draw a letter."""
    return ord(letter) in _letters(font)


def has_all(font: str, text: str) -> bool:
    """Whether a face can draw every letter of a text."""
    return _letters(font).issuperset(map(ord, text))


def rich(text: str) -> str:
    """Typed text as ReportLab markup: nothing in it is obeyed, and every letter has a face that can draw it."""
    shown = plain(text)
    if drawable(shown):
        return escape(shown)
    runs: list[tuple[bool, str]] = []
    for letter in shown:
        house = ord(letter) in _letters(REGULAR)
        drawn = letter if house or ord(letter) in _letters(SPARE) else UNKNOWN
        if runs and (runs[-1][0] == house or letter == " "):
            runs[-1] = (runs[-1][0], runs[-1][1] + drawn)
        else:
            runs.append((house, drawn))
    return "".join(escape(run) if house else f'<font name="{SPARE}">{escape(run)}</font>' for house, run in runs)


def drawable(text: str) -> bool:
    """Whether the house face has every letter of it."""
    return has_all(REGULAR, text)


register()
