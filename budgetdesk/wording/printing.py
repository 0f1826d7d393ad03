"""What is said about paper in a printer, in short sentences."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from budgetdesk import formats
from budgetdesk.i18n import N_, _, ngettext, translated

NO_PRINTER_MEETING = N_(
    "Der er ingen printer på denne computer. Tryk Vis ved et papir, gem det som PDF, og print det et andet sted."
)
NO_PRINTER = N_("Der er ingen printer på denne computer. Gem papiret som PDF i stedet, og print det et andet sted.")
HALVES_HELP = N_("Del hver side på to ark, brug et større ark, eller vælg stor skrift, hvor papiret vises.")


def scale(share: float) -> str:
    """`Udskrives i 72 % af størrelsen, så det hele kommer med.`; "" in full size."""
    percent = int(share * 100)
    return (
        ""
        if share >= 0.995
        else _("Udskrives i {percent} % af størrelsen, så det hele kommer med.").format(percent=percent)
    )


def small(letters: float, *, halves: bool) -> str:
    """That the text comes out too small, and what to do."""
    points = formats.number(Decimal(f"{letters:.1f}"))
    help_text = _("Brug et større ark.") if halves else _(HALVES_HELP)
    return _("Teksten bliver meget lille ({points} punkt). {help_text}").format(points=points, help_text=help_text)


def sheets(sides: int, *, duplex: bool, copies: int) -> str:
    """`2 ark`; `1 ark i 3 eksemplarer`."""
    many = -(-sides // 2) if duplex else sides
    text = _("1 ark") if many == 1 else _("{many} ark").format(many=many)
    return text if copies == 1 else _("{text} i {copies} eksemplarer").format(text=text, copies=copies)


def under_way(done: int, of: int) -> str:
    """`Side 2 af 8 …`"""
    return _("Side {min} af {of} …").format(min=min(done + 1, of), of=of)


FOR = {"tenant": N_("til lejeren"), "case": N_("til sagen"), "landlord": N_("til udlejer")}
"""Whom a copy is for, by the word of the action."""


def whom(who: str) -> str:
    """`til lejeren`."""
    return translated(FOR)[who]


def runs(sent: Sequence[str]) -> str:
    """`til lejeren, til sagen`."""
    return ", ".join(whom(one) for one in sent)


def to_print(copies: Sequence[tuple[str, int]]) -> str:
    """`3 papirer til lejeren, 1 til sagen.`; what to do where nothing is chosen."""
    if not copies:
        return _("Vælg mindst ét papir.")
    (first, many), *rest = copies
    papers = ngettext("{count} papir", "{count} papirer", many).format(count=many)
    told = [f"{papers} {whom(first)}", *(f"{more} {whom(who)}" for who, more in rest)]
    return f"{', '.join(told)}."
