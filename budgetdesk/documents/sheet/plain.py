"""Typed text without what has no place on paper. Apart from the typefaces, because ReportLab is slow to import."""

from __future__ import annotations

import re
import unicodedata


def plain(text: str) -> str:
    """What somebody typed, without control characters and marks that turn text around."""
    if text.replace("\u00a0", " ").isprintable() and unicodedata.is_normalized("NFC", text):
        return re.sub(" +", " ", text).strip()  # most texts: no need to look at each letter
    kept = (" " if unicodedata.category(c) == "Cc" else c for c in unicodedata.normalize("NFC", text))
    shown = "".join(c for c in kept if unicodedata.category(c) not in {"Cf", "Cs", "Co", "Cn"})
    return re.sub(" +", " ", shown).strip()  # a no-break space stays: it holds `7.600 kr.` together
