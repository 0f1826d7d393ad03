"""Days and amounts inside the Danish sentences of this room. Pure text; no locale is asked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk.i18n import MONTHS


def kroner(amount: Decimal) -> str:
    """`1.250 kr.` or `1.250,50 kr.`: whole kroner stand without øre."""
    whole = amount == amount.to_integral_value()
    text = f"{amount:,.0f}" if whole else f"{amount:,.2f}"
    return text.translate(str.maketrans(",.", ".,")) + " kr."


def day(value: date) -> str:
    """`3. oktober`"""
    return f"{value.day}. {MONTHS[value.month - 1]}"


def day_and_year(value: date) -> str:
    """`3. oktober 2026`"""
    return f"{day(value)} {value.year}"


def between(first: date, second: date) -> str:
    """`Den 3. oktober`, `Mellem 3. og 4. oktober`, `Mellem 30. september og 2. oktober`."""
    if first == second:
        return f"Den {day(first)}"
    if first.year != second.year:
        return f"Mellem {day_and_year(first)} og {day_and_year(second)}"
    if first.month == second.month:
        return f"Mellem {first.day}. og {day(second)}"
    return f"Mellem {day(first)} og {day(second)}"
