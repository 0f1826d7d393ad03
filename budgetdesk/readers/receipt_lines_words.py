"""The vocabulary of receipts (`resources/rules/receipt_words.toml`), and one spelling for words misread."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from budgetdesk import data_files
from budgetdesk.errors import RatesFileError
from budgetdesk.ledger.spending import PaidBy

FUZZY_FROM = 5
"""Letters a word must have before one wrong letter in it is forgiven."""

_SAME = (
    ("æ", "e"),
    ("ae", "e"),
    ("ø", "o"),
    ("oe", "o"),
    ("ö", "o"),
    ("@", "o"),
    ("å", "a"),
    ("aa", "a"),
    ("ä", "e"),
    ("é", "e"),
    ("ü", "u"),
)
_DIGITS = str.maketrans("0158|3!", "olsblsl")
_LOOKS = str.maketrans("iq", "lo")


Phrases = tuple[tuple[str, ...], ...]
"""Phrases of words as `looks` makes them."""


class Role(StrEnum):
    """What a printed line does."""

    ITEM = "item"
    TOTAL = "total"
    SUBTOTAL = "subtotal"
    VAT = "vat"
    PAYMENT = "payment"
    CHANGE = "change"
    ROUNDING = "rounding"
    DISCOUNT = "discount"
    SAVINGS = "savings"
    DEPOSIT = "deposit"
    REFUND = "refund"
    UNIT_PRICE = "unit_price"
    SECTION = "section"
    NOISE = "noise"


_LABELS = tuple(role for role in Role if role not in (Role.ITEM, Role.PAYMENT, Role.SECTION))
_LOOSE = frozenset({Role.DISCOUNT, Role.DEPOSIT, Role.REFUND, Role.NOISE, Role.SAVINGS, Role.UNIT_PRICE, Role.VAT})
"""Roles whose word may be followed by anything: `RABAT Arla 24`, `PANT 3 x 1,00`."""


@lru_cache(maxsize=8192)
def looks(text: str) -> tuple[str, ...]:
    """The words of a text as an engine may confuse them: `T0TAL`, `I A L T` and `Øreafr.` find their own."""
    small = text.casefold()
    for danish, plain in _SAME:
        small = small.replace(danish, plain)
    small = re.sub(r"\b(?:[a-z0-9] ){2,}[a-z0-9]\b", lambda m: m[0].replace(" ", ""), small)
    words = re.findall(r"[a-z0-9|!]+", small)
    return tuple((w.translate(_DIGITS) if re.search("[a-z]", w) else w).translate(_LOOKS) for w in words)


@dataclass(frozen=True, eq=False)
class ReceiptWords:
    """The vocabulary: role -> phrases, each a tuple of words as `looks` makes them."""

    phrases: Mapping[Role, Phrases]
    paid: Mapping[PaidBy, Phrases]
    fillers: frozenset[str]
    alone: frozenset[tuple[str, ...]]
    """Phrases that are goods as well, so that no other word may follow."""
    streets: frozenset[str]
    letters: tuple[str, ...]
    plain: frozenset[str]

    @cached_property
    def _card_words(self) -> frozenset[str]:
        return frozenset(word for phrases in self.paid.values() for phrase in phrases for word in phrase)

    def role(self, text: str) -> tuple[Role, int]:
        """What the words of a line (its amount taken off) make of it, and how many words say so."""
        words = looks(text)
        best, length = Role.ITEM, 0
        for role in _LABELS:
            found = self._begins(words, self.phrases[role], loose=role in _LOOSE)
            if found > length:
                best, length = role, found
        if length == 0 and self.is_section(text, words):
            return Role.SECTION, len(words)
        return best, length

    def is_section(self, text: str, words: tuple[str, ...]) -> bool:
        """A heading such as `* MEJERI *`, also with its marks misread, or a bare name of a department."""
        framed = re.match(r"\s*[*=~#-]+.*[a-zæøå]", text.casefold()) and re.search(r"[*=~#-]\s*$", text)
        return bool(framed) or any(words == phrase for phrase in self.phrases[Role.SECTION])

    def paid_by(self, text: str, *, strict: bool) -> PaidBy:
        """How a line says that it was paid; UNKNOWN when it is no line of payment. `strict` allows no other words."""
        words = looks(text)
        best, length = PaidBy.UNKNOWN, 0
        for by, phrases in self.paid.items():
            found = self._begins(words, phrases, loose=not strict)
            if found > length:
                best, length = by, found
        return best

    def _begins(self, words: tuple[str, ...], phrases: Iterable[tuple[str, ...]], *, loose: bool) -> int:
        longest = 0
        for phrase in phrases:
            count = len(phrase)
            if count > longest and len(words) >= count and all(map(_same, words, phrase)):
                rest = words[count:]
                if (loose and phrase not in self.alone) or all(self._says_nothing(word) for word in rest):
                    longest = count
        return longest

    def _says_nothing(self, word: str) -> bool:
        return len(word) <= 1 or word in self.fillers or word in self._card_words or not re.search("[a-z]{3}", word)


def _same(word: str, wanted: str) -> bool:
    return word == wanted or (len(wanted) >= FUZZY_FROM and _one_apart(word, wanted))


@lru_cache(maxsize=65536)
def _one_apart(word: str, wanted: str) -> bool:
    """True when one letter is another, is missing or is too many."""
    if abs(len(word) - len(wanted)) > 1:
        return False
    front = 0
    while front < min(len(word), len(wanted)) and word[front] == wanted[front]:
        front += 1
    a, b = word[front:], wanted[front:]
    return a[1:] == b[1:] or a == b[1:] or a[1:] == b


@cache
def load_receipt_words() -> ReceiptWords:
    """The vocabulary that ships with the program. Raises RatesFileError."""
    return read_receipt_words(data_files.path("rules", "receipt_words.toml"))


def read_receipt_words(file: Path) -> ReceiptWords:
    """A vocabulary from a file. Raises RatesFileError when a list is missing."""
    try:
        data: Mapping[str, Any] = tomllib.loads(file.read_text("utf-8"))["receipt"]
        named = [role for role in Role if role not in (Role.ITEM, Role.PAYMENT)]
        phrases: dict[Role, Phrases] = {role: _phrases(data[_key(role)]) for role in named}
        return ReceiptWords(
            phrases=phrases,
            paid={PaidBy(by): _phrases(found) for by, found in data["paid"].items()},
            fillers=frozenset(word for phrase in _phrases(data["fillers"]) for word in phrase),
            alone=frozenset(_phrases(data["alone"])),
            streets=frozenset(word for phrase in _phrases(data["streets"]) for word in phrase),
            letters=tuple(data["letters"]["words"]),
            plain=frozenset(data["letters"]["plain"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RatesFileError(f"{file.name}: filen kan ikke læses ({error}). Ret filen.") from error


def _key(role: Role) -> str:
    return {Role.SECTION: "sections"}.get(role, role.value)


def _phrases(found: Iterable[str]) -> Phrases:
    return tuple(dict.fromkeys(words for text in found if (words := looks(text))))
