"""What the page Ydelser says about boligstøtte."""

from __future__ import annotations

from keyboard import Keyboard, seen
from official import OfficialResult

FOLDED = "Set på, ikke relevant nu"


def choose(kb: Keyboard) -> None:
    """Choose Boligstøtte in the list, by keys; it may lie under a fold."""
    kb.rest()
    kb.rest()  # on a busy machine the slow figures begin late, and move the row
    if "Boligstøtte" not in seen().split("\n"):
        kb.push(FOLDED)
    kb.push("Boligstøtte")
    kb.rest()


def card() -> list[str]:
    """The first lines of the page of Boligstøtte, which stands beside the list."""
    lines = seen().split("\n")
    starts = [at for at, line in enumerate(lines) if line == "Boligstøtte"]
    return lines[starts[-1] : starts[-1] + 3]


def expected(row: OfficialResult) -> str:
    """The amount as Danes write it."""
    return f"{row.benefit_month:,.0f} kr. om måneden".replace(",", ".")
