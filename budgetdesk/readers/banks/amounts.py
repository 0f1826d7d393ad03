"""Amounts as bank files write them. What a dot means is decided from the whole column, never from one cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

from budgetdesk.money import LARGEST

LONGEST_CELL = 40
"""Characters. No amount is longer; a number of a million digits is not even looked at."""
_NO_SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009\u2007\t'\u2019"), None)
_UNIT = re.compile(r"(?i)^(?:kr\.?|dkk)|(?:kr\.?|dkk)$")
_SIGNED = re.compile(r"([+-]?)([0-9.,]+)(-?)")
_LONGEST_WHOLE = len(str(LARGEST))


class Convention(Enum):
    """Which sign divides kroner from øre."""

    DANISH = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]{1,2}))?")
    ENGLISH = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]{1,2}))?")


def convention(cells: Iterable[str]) -> Convention:
    """The convention that reads most of the column; Danish when the column does not tell."""
    danish = english = 0
    for cell in cells:
        mark = cell[-3:-2]
        if mark == ",":
            danish += 1
        elif mark == ".":
            english += 1
        elif "." in cell or "," in cell:
            digits = _digits(cell)[1]
            danish += Convention.DANISH.value.fullmatch(digits) is not None
            english += Convention.ENGLISH.value.fullmatch(digits) is not None
    return Convention.ENGLISH if english > danish else Convention.DANISH


def read_amount(cell: str, how: Convention) -> Decimal | None:
    """The amount in kr, minus for money out; None when the cell is no amount, or larger than any household has."""
    match = how.value.fullmatch(cell)
    negative = False
    if match is None:
        negative, digits = _digits(cell)
        match = how.value.fullmatch(digits)
        if match is None:
            return None
    whole, oere = match[1], match[2] or ""
    if len(whole) > 3:
        whole = whole.replace("." if how is Convention.DANISH else ",", "")
    if len(whole) > _LONGEST_WHOLE:
        return None
    amount = Decimal(f"{'-' if negative else ''}{whole}.{oere:0<2}")
    if abs(amount) > LARGEST:
        return None
    return amount or abs(amount)  # never minus nought


class AmountCells(dict[str, Decimal | None]):
    """Cell -> amount, each text read once: `cells[text]`."""

    def __init__(self, how: Convention) -> None:
        super().__init__()
        self.how = how

    def __missing__(self, cell: str) -> Decimal | None:
        found = self[cell] = read_amount(cell, self.how)
        return found


def _digits(cell: str) -> tuple[bool, str]:
    """Whether it is negative, and the digits with their marks; "" when the cell is no number."""
    if len(cell) > LONGEST_CELL:
        return False, ""
    plain = cell.translate(_NO_SPACES).replace("\u2212", "-").replace("\u2013", "-").strip('"')
    match = _SIGNED.fullmatch(plain)
    if match is None:
        plain = _UNIT.sub("", plain)
        in_brackets = plain.startswith("(") and plain.endswith(")")
        match = _SIGNED.fullmatch(f"-{plain[1:-1]}" if in_brackets else plain)
    if match is None or (match[1] and match[3]):
        return False, ""
    return match[1] == "-" or match[3] == "-", match[2]
