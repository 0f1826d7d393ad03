"""Words of the monthly call list and of the counts of plans."""

from __future__ import annotations

from datetime import date

from budgetdesk.formats import kroner
from budgetdesk.planning.call_list import Call, PlanCounts, Reason
from budgetdesk.wording import follow_up as words

_REASONS = {
    Reason.LOOK: "Det er tid til at se på aftalen sammen.",
    Reason.FINISHED: "Alt er betalt. Ring, og sig tillykke, og afslut aftalen.",
    Reason.WAITING: "Planen er ikke aftalt endnu. Har udlejer svaret?",
    Reason.ON_TRACK: "Det går som aftalt.",
}


def reason(call: Call, on: date) -> str:
    """Why to call, in one or two short sentences."""
    if call.signal is None:
        said = _REASONS[call.reason]
        if call.reason is Reason.ON_TRACK and call.hushed:
            said = "Et signal er sat på pause. Ellers går det som aftalt."
        return said
    said = words.signal(call.signal, on)
    if call.more:
        said += " Og én ting mere." if call.more == 1 else f" Og {call.more} ting mere."
    return said


def to_do(call: Call) -> str:
    """What to do; nothing where a word on the phone is enough."""
    return words.to_do(call.signal) if call.signal is not None else ""


def coming(call: Call, on: date) -> str:
    """`Næste: 1. marts, 2.000 kr.`"""
    if call.coming is None:
        return ""
    return f"Næste: {words.near(call.coming.expected.due, on)}, {kroner(call.coming.left)}"


def counts(found: PlanCounts) -> str:
    """`Af 25 aftaler, der er slut, er 24 holdt. 3 er lavet om undervejs, og 7 løber.`"""
    if not found.made:
        return "Der er ingen aftaler i perioden."
    ended = f"Af {_plans(found.ended)}, der er slut, er {found.kept} holdt." if found.ended else "Ingen er slut endnu."
    return f"{ended} {found.changed} er lavet om undervejs, og {found.running} løber."


def _plans(number: int) -> str:
    return f"{number} {'aftale' if number == 1 else 'aftaler'}"


def count_rows(found: PlanCounts) -> list[tuple[str, str]]:
    """The counts, one in each row."""
    return [
        ("Lavet", str(found.made)),
        ("Holdt til ende", str(found.kept)),
        ("Lavet om undervejs", str(found.changed)),
        ("Ikke holdt", str(found.broken)),
        ("Løber nu", str(found.running)),
    ]
