"""What is said about paper in a printer, in short sentences."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from budgetdesk import formats

NO_PRINTER = "Der er ingen printer på denne computer. Gem papiret som PDF i stedet, og print det et andet sted."
HALVES_HELP = "Del hver side på to ark, eller brug et større ark."


def scale(share: float) -> str:
    """`Udskrives i 72 % af størrelsen, så det hele kommer med.`; "" in full size."""
    percent = int(share * 100)
    return "" if share >= 0.995 else f"Udskrives i {percent} % af størrelsen, så det hele kommer med."


def small(letters: float, *, halves: bool) -> str:
    """That the text comes out too small, and what to do."""
    points = formats.number(Decimal(f"{letters:.1f}"))
    help_text = "Brug et større ark." if halves else HALVES_HELP
    return f"Teksten bliver meget lille ({points} punkt). {help_text}"


def sheets(sides: int, *, duplex: bool, copies: int) -> str:
    """`2 ark`; `1 ark i 3 eksemplarer`."""
    many = -(-sides // 2) if duplex else sides
    text = "1 ark" if many == 1 else f"{many} ark"
    return text if copies == 1 else f"{text} i {copies} eksemplarer"


def under_way(done: int, of: int) -> str:
    """`Side 2 af 8 …`"""
    return f"Side {min(done + 1, of)} af {of} …"


FOR = {"tenant": "til lejeren", "case": "til sagen", "landlord": "til udlejer"}
"""Whom a copy is for, by the word of the action."""


def runs(whom: Sequence[str]) -> str:
    """`til lejeren, til sagen`."""
    return ", ".join(FOR[one] for one in whom)


def to_print(copies: Sequence[tuple[str, int]]) -> str:
    """`3 papirer til lejeren, 1 til sagen.`; what to do where nothing is chosen."""
    if not copies:
        return "Vælg mindst ét papir."
    first, *rest = copies
    noun = "papir" if first[1] == 1 else "papirer"
    told = [f"{first[1]} {noun} {FOR[first[0]]}", *(f"{many} {FOR[who]}" for who, many in rest)]
    return f"{', '.join(told)}."
