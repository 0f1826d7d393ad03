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

    DANISH = re.compile(r"(-?)([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]{1,2}))?")
    ENGLISH = re.compile(r"(-?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]{1,2}))?")


_USUAL = {
    Convention.DANISH: re.compile(r"-?(?:[0-9]{1,3}(?:\.[0-9]{3})*|[0-9]{1,9}),[0-9]{2}"),
    Convention.ENGLISH: re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})*|[0-9]{1,9})\.[0-9]{2}"),
}
"""How nearly every amount is written: read at half the price."""


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
            digits = _plain(cell)
            danish += Convention.DANISH.value.fullmatch(digits) is not None
            english += Convention.ENGLISH.value.fullmatch(digits) is not None
    return Convention.ENGLISH if english > danish else Convention.DANISH


def read_amount(cell: str, how: Convention) -> Decimal | None:
    """The amount in kr, minus for money out; None when the cell is no amount, or larger than any household has."""
    return _amount(cell, how.value, "." if how is Convention.DANISH else ",")


class AmountCells(dict[str, Decimal | None]):
    """Cell -> amount, each text read once: `cells[text]`."""

    def __init__(self, how: Convention) -> None:
        super().__init__()
        self._pattern: re.Pattern[str] = how.value
        self._thousands = "." if how is Convention.DANISH else ","
        self._usual = _USUAL[how]

    def __missing__(self, cell: str) -> Decimal | None:
        if self._usual.fullmatch(cell):
            amount = Decimal(
                cell.replace(".", "").replace(",", ".") if self._thousands == "." else cell.replace(",", "")
            )
            found = (amount or abs(amount)) if abs(amount) <= LARGEST else None
        else:
            found = _amount(cell, self._pattern, self._thousands)
        self[cell] = found
        return found


def _amount(cell: str, pattern: re.Pattern[str], thousands: str) -> Decimal | None:
    match = pattern.fullmatch(cell) or pattern.fullmatch(_plain(cell))
    if match is None:
        return None
    sign, whole, oere = match.groups()
    if thousands in whole:
        whole = whole.replace(thousands, "")
    if len(whole) > _LONGEST_WHOLE:
        return None
    amount = Decimal(f"{sign}{whole}.{oere:0<2}" if oere else f"{sign}{whole}.00")
    if len(whole) == _LONGEST_WHOLE and abs(amount) > LARGEST:
        return None
    return amount or abs(amount)  # never minus nought


def _plain(cell: str) -> str:
    """The digits with their marks, and a minus in front where the cell has one anywhere; "" when it is no number."""
    if len(cell) > LONGEST_CELL:
        return ""
    plain = cell.translate(_NO_SPACES).replace("\u2212", "-").replace("\u2013", "-").strip('"')
    match = _SIGNED.fullmatch(plain)
    if match is None:
        plain = _UNIT.sub("", plain)
        in_brackets = plain.startswith("(") and plain.endswith(")")
        match = _SIGNED.fullmatch(f"-{plain[1:-1]}" if in_brackets else plain)
    if match is None or (match[1] and match[3]):
        return ""
    return f"-{match[2]}" if "-" in (match[1], match[3]) else match[2]
