"""Typed text without what has no place on paper. Apart from the typefaces, because ReportLab is slow to import."""

from __future__ import annotations

import re
import unicodedata


def plain(text: str) -> str:
    """What somebody typed, without control characters and marks that turn text around."""
    if text.replace("\u00a0", " ").isprintable() and unicodedata.is_normalized("NFC", text):
        return (re.sub(" +", " ", text) if "  " in text else text).strip()  # most: no need to look at each letter
    shown = unicodedata.normalize("NFC", text).translate(_KEPT)
    return re.sub(" +", " ", shown).strip()  # a no-break space stays: it holds `7.600 kr.` together


class _Kept(dict[int, str | None]):
    """What each letter becomes: itself, a space, or nothing. Looked up once for each."""

    def __missing__(self, letter: int) -> str | None:
        kind = unicodedata.category(chr(letter))
        kept = " " if kind == "Cc" else None if kind in {"Cf", "Cs", "Co", "Cn"} else chr(letter)
        self[letter] = kept
        return kept


_KEPT = _Kept()


def on_screen(told: str) -> str:
    """A whole file of text without what is no letter: half of a pair (UTF-8 has no bytes for it), control characters,
    and marks that turn the text after them around. Lines stay, and what joins the letters of Arabic script."""
    return "".join(map(_on_screen, told))


_NO_LETTER = frozenset({"Cs", "Co", "Cn"})
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _on_screen(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == "Cc":
        return letter if letter == "\n" else " "
    return "" if kind in _NO_LETTER or letter in _TURNING else letter
