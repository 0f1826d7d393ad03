"""What the window says about a letter or a short text before it leaves."""

from __future__ import annotations

from collections.abc import Sequence

from budgetdesk.casework.contact_texts import Telling
from budgetdesk.wording.readability import EASY, lix

GAPS = {
    "first_name": "lejerens navn (siden Sag)",
    "adviser": "dit navn (siden Sag)",
    "organisation": "jeres navn (Organisationens oplysninger)",
    "phone": "jeres telefonnummer (Organisationens oplysninger)",
    "day": "et møde med dag (Opgaver)",
}
ONE_SMS = 160
"""Letters of one sms; longer ones are sent as two."""


def refused(found: Telling, *, is_open: bool) -> str:
    """What must go, and why."""
    named = _listed([f"“{word}”" for word in (*found.words, *found.numbers)])
    if not is_open:
        return f"Et CPR-nummer hører ikke hjemme i et brev: {named}. Slet det."
    return f"Andre kan læse det her. Tag {named} ud, og skriv, at du gerne vil tale sammen."


def missing(gaps: Sequence[str]) -> str:
    """`Mangler: jeres telefonnummer (...)`; "" where nothing is missing."""
    named = [GAPS[gap] for gap in gaps if gap in GAPS]
    return f"Mangler: {_listed(named)}. Skriv det på stregen." if named else ""


def readable(text: str, *, is_sms: bool = False) -> str:
    """`LIX 18, let at læse`, and for an sms how many letters it has."""
    found = round(lix(text))
    said = f"LIX {found}, let at læse." if found <= EASY else f"LIX {found}: gør sætningerne og ordene kortere."
    if not is_sms:
        return said
    parts = f"{len(text)} tegn" if len(text) <= ONE_SMS else f"{len(text)} tegn: den bliver sendt som to"
    return f"{said} {parts}."


def _listed(words: Sequence[str]) -> str:
    return " og ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
