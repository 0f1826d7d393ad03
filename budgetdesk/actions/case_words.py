"""The words of a case as somebody would type them, for the search: one spelling of many, figures without their dots.

`æ` is `ae`, `ø` is `oe`, `å` is `aa`, and a keyboard without them writes `o` and `a`: both are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from budgetdesk.casework.case_summary import CaseSummary, digits
from budgetdesk.ledger.words import fold

COUNTRY = "45"
PHONE = 8
"""Figures of a Danish telephone number."""
_PARTS = re.compile(r"[a-z0-9]+")
_BARE = str.maketrans({"ø": "o", "å": "a", "Ø": "o", "Å": "a"})


class Field(StrEnum):
    """Where something was found."""

    NUMBER = "number"
    NAME = "name"
    CPR = "cpr"
    PHONE = "phone"
    OTHER = "other"
    """The name of another adult."""
    ADDRESS = "address"
    LANDLORD = "landlord"


FIELDS = tuple(Field)


def words_of(case: CaseSummary) -> Iterator[tuple[str, Field]]:
    """Every word that a case can be found by, and where it stands."""
    about = case.about
    for word in _number(case.id):
        yield word, Field.NUMBER
    for text, field in ((about.tenant, Field.NAME), (about.address, Field.ADDRESS), (about.landlord, Field.LANDLORD)):
        for word in words(text):
            yield word, field
    for name in about.others:
        for word in words(name):
            yield word, Field.OTHER
    for cpr in about.cprs:
        yield cpr, Field.CPR
    for phone in about.phones:
        yield without_country(digits(phone)), Field.PHONE


def words(text: str) -> list[str]:
    """`Anne-Marie Sørensen`: annemarie, anne, marie, soerensen, sorensen."""
    found: dict[str, None] = {}
    for word in text.split():
        for spelt in (fold(word), fold(word.translate(_BARE))):
            parts = _PARTS.findall(spelt)
            found |= dict.fromkeys(("".join(parts), *parts) if parts else ())
    return list(found)


def without_country(number: str) -> str:
    """The eight figures of a Danish telephone number written as `+45 ...` or `0045 ...`."""
    bare = number.removeprefix("00")
    return bare[len(COUNTRY) :] if len(bare) == len(COUNTRY) + PHONE and bare.startswith(COUNTRY) else number


def asked_words(text: str) -> list[list[str]]:
    """The ways to read what was typed, each a list of words that all have to be found. `12 34 56 78` is a telephone
    number, or a house and a postal code: both are tried."""
    parts = [_PARTS.findall(fold(word)) for word in text.split()]
    single = ["".join(word) for word in parts if word]
    joined: list[str] = []
    for word in single:
        if joined and word.isdigit() and joined[-1].isdigit():
            joined[-1] += word
        else:
            joined.append(word)
    ways = [single, joined, [without_country(word) for word in joined], [part for word in parts for part in word]]
    return [way for place, way in enumerate(ways) if way and way not in ways[:place]]


def _number(number: str) -> list[str]:
    """`2026-0012`: 20260012, 2026, 0012, and 12."""
    parts = _PARTS.findall(fold(number))
    last = parts[-1].lstrip("0") if parts else ""
    return list(dict.fromkeys(filter(None, ("".join(parts), *parts, last))))
