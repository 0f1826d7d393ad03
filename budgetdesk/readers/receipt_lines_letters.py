"""The Danish letters that an engine loses: FLODE is FLØDE, R0D is RØD, SKUMMETMELK is SKUMMETMÆLK.

A word is only mended from the list in `resources/rules/receipt_words.toml`, and only where one repair fits; a word that
stands for itself (`rod`, `for`) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import product

from budgetdesk.readers.receipt_lines_words import ReceiptWords, load_receipt_words

_READ_AS = {"æ": ("æ", "e", "ae", "a", "€"), "ø": ("ø", "o", "0", "q", "@", "oe"), "å": ("å", "a", "aa")}
_SHORTEST_PART = 4
"""Letters that a word, or the end of a compound, must have to be mended; a shorter one only where a figure in it shows
that something is wrong (`R0D`), or where `_ALSO_SHORT` says so."""
_MOST_LETTERS = 3
"""Danish letters in one word whose losses are looked for together."""
_ALSO_SHORT = ("øko",)
_ZERO = re.compile(r"(?<!\w)[ØO](?=[.,]\d)|(?<=\d)[ØO]+(?=\d|[.,]\d|\s?(?:%|[GMLgml]|KG|kg|CL|cl|ML|ml)\b)")
_TOKEN = re.compile(r"[^\W_]*[^\W\d_][\w@€]*|\w[\w@€]+")


def mend(text: str, words: ReceiptWords | None = None) -> str:
    """The text with lost Danish letters put back, and Ø among figures as the nought it was; letters stay as large."""
    known = _lost(words or load_receipt_words())
    text = _ZERO.sub(lambda match: "0" * len(match[0]), text)
    return _TOKEN.sub(lambda match: _mend_word(match[0], known), text)


@cache
def _lost(words: ReceiptWords) -> Mapping[str, str]:
    """What an engine makes of a word -> the word, where it can only be one."""
    found: dict[str, set[str]] = {}
    for word in words.letters:
        for lost in _losses(word):
            found.setdefault(lost, set()).add(word)
    whole = {word.casefold() for word in words.letters}
    free = words.plain | whole
    return {lost: next(iter(of)) for lost, of in found.items() if len(of) == 1 and lost not in free}


def _losses(word: str) -> set[str]:
    if sum(c in _READ_AS for c in word) > _MOST_LETTERS:
        return set()
    readings = (_READ_AS.get(c, (c,)) for c in word)
    return {"".join(letters) for letters in product(*readings)} - {word}


def _mend_word(token: str, known: Mapping[str, str]) -> str:
    small = token.casefold()
    if any(c in "æøå" for c in small) or len(small) < 2:
        return token
    if small in known and (len(small) >= _SHORTEST_PART or not small.isalpha() or known[small] in _ALSO_SHORT):
        return _as_large(token, known[small])
    for size in range(len(small) - 3, _SHORTEST_PART - 1, -1):
        if small[-size:] in known and small[:-size].isalpha():
            return token[:-size] + _as_large(token[-size:], known[small[-size:]])
    return token


def _as_large(token: str, word: str) -> str:
    letters = [c for c in token if c.isalpha()]
    if len(letters) > 0 and all(c.isupper() for c in letters):
        return word.upper()
    return word.capitalize() if token[0].isupper() else word
