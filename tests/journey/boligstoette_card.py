"""What the page Ydelser says about boligstøtte."""

from __future__ import annotations

from keyboard import seen
from official import OfficialResult


def card() -> list[str]:
    """The first lines of the card Boligstøtte."""
    lines = seen().split("\n")
    start = lines.index("Boligstøtte", lines.index("Hvad kan der søges om?"))
    return lines[start : start + 3]


def expected(row: OfficialResult) -> str:
    """The amount as Danes write it."""
    return f"{row.benefit_month:,.0f} kr. om måneden".replace(",", ".")
