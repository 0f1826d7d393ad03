"""How hard a Danish text is to read: LIX (Björnsson 1968), words per sentence plus the share of long words."""

from __future__ import annotations

import re

LONG = 6
"""Words of more letters than this are long."""
EASY, MIDDLING, HARD = 30, 40, 50
"""Up to here a text is easy; up to here middling; up to here hard."""
_NO_STOP = re.compile(r"\b(kr|kl|nr|stk|jf|pr|ca|fx)\.")
_WORDS = re.compile(r"[^\W\d_]+")
_STOPS = re.compile(r"[.!?:](?=\s|$)")


def lix(text: str) -> float:
    """The figure for a text; 0 for one without words. Abbreviations end no sentence."""
    bare = _NO_STOP.sub(r"\1", text)
    words = _WORDS.findall(bare)
    if not words:
        return 0.0
    sentences = len(_STOPS.findall(bare)) or 1
    long = sum(len(word) > LONG for word in words)
    return len(words) / sentences + 100 * long / len(words)


def told(text: str) -> str:
    """`LIX 22, let at læse`; "" for a text without words."""
    found = lix(text)
    if not found:
        return ""
    how = "let" if found <= EASY else "middel" if found <= MIDDLING else "svær" if found <= HARD else "meget svær"
    return f"LIX {found:.0f}, {how} at læse"
