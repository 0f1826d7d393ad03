"""Kroner and moments the way paper needs them; everything else is `budgetdesk.formats`."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from budgetdesk import formats


def whole(amount: Decimal) -> str:
    """`7.600 kr.`: rounded to whole kroner (50 øre away from zero), for pictures and big figures."""
    return formats.kroner(amount, oere=False)


def moment_text(at: datetime) -> str:
    """`20. november 2026 kl. 14.05`, in the time zone that `at` carries."""
    return f"{formats.day(at.date())} kl.\u00a0{at:%H.%M}"
