"""Kroner and days as they stand on paper."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from budgetdesk.money import to_krone, to_oere

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MINUS = "\u2212"
_FIXED = "\u00a0"


def kr(amount: Decimal) -> str:
    """`7.600 kr.`, or `7.600,50 kr.` where there are øre; rounded to whole øre."""
    return f"{number(amount)}{_FIXED}kr."


def whole(amount: Decimal) -> str:
    """`7.600 kr.`: rounded to whole kroner, for pictures and big figures."""
    return f"{_thousands(to_krone(amount))}{_FIXED}kr."


def number(amount: Decimal) -> str:
    """`7.600` or `7.600,50`, without the unit."""
    exact = to_oere(amount)
    kroner = int(exact) if exact >= 0 else -int(-exact)
    oere = abs(int((exact - kroner) * 100))
    sign = MINUS if exact < 0 and not kroner else ""
    return f"{sign}{_thousands(Decimal(kroner))}" + (f",{oere:02d}" if oere else "")


def _thousands(amount: Decimal) -> str:
    return f"{int(amount):,}".replace(",", ".").replace("-", MINUS)


def day_text(day: date) -> str:
    """`1. december 2026`."""
    return f"{day.day}.{_FIXED}{MONTHS[day.month - 1]} {day.year}"


def weekday_text(day: date) -> str:
    """`tirsdag den 1. december 2026`."""
    return f"{WEEKDAYS[day.weekday()]} den {day_text(day)}"


def moment_text(at: datetime) -> str:
    """`20. november 2026 kl. 14.05`."""
    return f"{day_text(at.date())} kl.{_FIXED}{at:%H.%M}"
