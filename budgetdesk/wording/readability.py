"""How hard a Danish text is to read: LIX (Björnsson 1968), words per sentence plus the share of long words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from budgetdesk.i18n import _

LONG = 6
"""Words of more letters than this are long."""
EASY, MIDDLING, HARD = 30, 40, 50
"""Up to here a text is easy; up to here middling; up to here hard."""
_NO_STOP = re.compile(r"\b(kr|kl|nr|stk|jf|pr|ca|fx)\.")
_WORDS = re.compile(r"[^\W\d_]+")
_STOPS = re.compile(r"[.!?:](?=\s|$)")
_SENTENCE = 3
"""A text of fewer words that ends with a stop is an amount or a name, not a sentence."""


@dataclass(frozen=True)
class Reading:
    """How hard a paper is to read: all of it, and our own words alone where they can be told from what was typed."""

    whole: float
    own: float | None = None


def lix(text: str) -> float:
    """The figure for a text; 0 for one without words. Abbreviations end no sentence."""
    bare = _NO_STOP.sub(r"\1", text)
    words = _WORDS.findall(bare)
    if not words:
        return 0.0
    sentences = len(_STOPS.findall(bare)) or 1
    long = sum(len(word) > LONG for word in words)
    return len(words) / sentences + 100 * long / len(words)


def prose(texts: Iterable[str]) -> str:
    """The running text among all that a paper says. LIX measures sentences: headings, names, cells of a table and
    amounts are none."""
    return " ".join(
        one
        for text in texts
        if (one := text.strip()).endswith((".", "?", "!")) and len(_WORDS.findall(one)) >= _SENTENCE
    )


def told(text: str) -> str:
    """`LIX 22, let at læse`; "" for a text without words."""
    return told_figure(lix(text))


def told_figure(found: float) -> str:
    """`LIX 22, let at læse`; "" for 0, which is no text."""
    if not found:
        return ""
    known = {"figure": round(found)}
    if found <= EASY:
        return _("LIX {figure}, let at læse").format(**known)
    if found <= MIDDLING:
        return _("LIX {figure}, middel at læse").format(**known)
    return (_("LIX {figure}, svær at læse") if found <= HARD else _("LIX {figure}, meget svær at læse")).format(**known)


def told_reading(reading: Reading) -> str:
    """`LIX 22, let at læse`, for our own words; where what was typed makes the paper harder, also that."""
    own = reading.whole if reading.own is None else reading.own
    if reading.own is None or reading.whole <= max(EASY, own):
        return told_figure(own)
    return _("{own}. Med det, I har skrevet: LIX {whole}").format(own=told_figure(own), whole=round(reading.whole))
