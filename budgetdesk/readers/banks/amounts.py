"""Amounts and days as bank files write them. What a dot means is decided from the whole column, never from one cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum

from budgetdesk.dates import parse_date
from budgetdesk.errors import BadDateError
from budgetdesk.money import LARGEST, OERE

_NO_SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009'"), None)
_UNIT = re.compile(r"(?i)(kr\.?|dkk)$")
_YEAR_FIRST = re.compile(r"([0-9]{4})[./]([0-9]{1,2})[./]([0-9]{1,2})")


class Convention(Enum):
    """Which sign divides kroner from øre."""

    DANISH = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,2})?|[0-9]+(?:,[0-9]{1,2})?")
    ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?|[0-9]+(?:\.[0-9]{1,2})?")


def convention(cells: Iterable[str]) -> Convention:
    """The convention that reads most of the column; Danish when the column does not tell."""
    votes = dict.fromkeys(Convention, 0)
    for cell in cells:
        for candidate in Convention:
            votes[candidate] += candidate.value.fullmatch(_digits(cell)[1]) is not None
    return Convention.ENGLISH if votes[Convention.ENGLISH] > votes[Convention.DANISH] else Convention.DANISH


def read_amount(cell: str, how: Convention) -> Decimal | None:
    """The amount in kr, minus for money out; None when the cell is no amount, or larger than any household has."""
    negative, digits = _digits(cell)
    if how.value.fullmatch(digits) is None:
        return None
    thousands, decimal = (".", ",") if how is Convention.DANISH else (",", ".")
    plain = digits.replace(thousands, "").replace(decimal, ".")
    if len(plain) > len(str(LARGEST)) + 3:
        return None
    amount = Decimal(plain).quantize(OERE)
    if amount > LARGEST:
        return None
    return -amount if negative else amount


def read_day(cell: str, *, today: date) -> date | None:
    """The day in a cell (`31.10.2026`, `31-10-2026`, `2026/10/31`, `2026-10-31`), or None."""
    match = _YEAR_FIRST.fullmatch(cell)
    if match:
        cell = f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}"
    try:
        return parse_date(cell, today=today)
    except BadDateError:
        return None


def _digits(cell: str) -> tuple[bool, str]:
    plain = cell.translate(_NO_SPACES).replace("\u2212", "-")
    plain = _UNIT.sub("", plain)
    negative = plain.startswith("-") or plain.endswith("-")
    return negative, plain.removeprefix("-").removeprefix("+").removesuffix("-")
