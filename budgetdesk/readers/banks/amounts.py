"""Amounts as bank files write them. What a dot means is decided from the whole column, never from one cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import Enum

from budgetdesk.money import LARGEST

LONGEST_CELL = 40
"""Characters. No amount is longer; a number of a million digits is not even looked at."""
_NO_SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009\u2007\t'\u2019"), None)
_UNIT = re.compile(r"(?i)^(?:kr\.?|dkk)|(?:kr\.?|dkk)$")
_SIGNED = re.compile(r"([+-]?)([0-9.,]+)(-?)")
_TO_ZERO = str.maketrans("123456789", "0" * 9)
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
    given = list(cells)
    marks = [cell[-3:-2] for cell in given]
    danish, english = marks.count(","), marks.count(".")
    if danish + english < len(given):
        for cell in (cell for cell, mark in zip(given, marks, strict=True) if mark not in (",", ".")):
            if "." in cell or "," in cell:
                digits = _plain(cell)
                danish += Convention.DANISH.value.fullmatch(digits) is not None
                english += Convention.ENGLISH.value.fullmatch(digits) is not None
    return Convention.ENGLISH if english > danish else Convention.DANISH


def read_amount(cell: str, how: Convention) -> Decimal | None:
    """The amount in kr, minus for money out; None when the cell is no amount, or larger than any household has."""
    return _amount(cell, how.value, "." if how is Convention.DANISH else ",")


class AmountCells(dict[str, Decimal | None]):
    """Cell -> amount, each text read once: `cells[text]`; a whole column at once: `cells.column(texts)`."""

    def __init__(self, how: Convention) -> None:
        super().__init__()
        self._pattern: re.Pattern[str] = how.value
        self._thousands = "." if how is Convention.DANISH else ","
        self._usual = _USUAL[how]

    def __missing__(self, cell: str) -> Decimal | None:
        found = self[cell] = _amount(cell, self._pattern, self._thousands)
        return found

    def column(self, cells: Sequence[str]) -> Sequence[Decimal | None]:
        """The amount of every cell. Those that are written as usual, as nearly all are, are read together."""
        odd = self._unusual(cells)
        usual = list(cells)
        for at in odd:
            usual[at] = "0"
        plain = "\n".join(usual).replace(self._thousands, "").replace(",", ".").split("\n") if usual else []
        amounts = [amount or abs(amount) for amount in map(Decimal, plain)]  # never minus nought
        if max(amounts, default=0) > LARGEST or min(amounts, default=0) < -LARGEST:
            return [self[cell] for cell in cells]
        found: list[Decimal | None] = list(amounts)
        for at in odd:
            found[at] = self[cells[at]]
        return found

    def _unusual(self, cells: Sequence[str]) -> list[int]:
        """Where the cells stand that are not written as usual. A hundred thousand amounts have a few dozen shapes."""
        shapes = "\n".join(cells).translate(_TO_ZERO).split("\n")
        if len(shapes) != len(cells):  # a cell of a workbook may have lines of its own
            shapes = [cell.translate(_TO_ZERO) for cell in cells]
        odd = {shape for shape in set(shapes) if self._usual.fullmatch(shape) is None}
        return [at for at, shape in enumerate(shapes) if shape in odd] if odd else []


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
