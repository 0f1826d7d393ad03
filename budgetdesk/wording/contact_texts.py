"""What the window says about a letter or a short text before it leaves."""

from __future__ import annotations

from collections.abc import Sequence

from budgetdesk.casework.contact_texts import Telling
from budgetdesk.i18n import N_, _, translated
from budgetdesk.wording.readability import EASY, lix

GAPS = {
    "first_name": N_("lejerens navn (siden Sag)"),
    "adviser": N_("dit navn (siden Sag)"),
    "organisation": N_("jeres navn (Organisationens oplysninger)"),
    "phone": N_("jeres telefonnummer (Organisationens oplysninger)"),
    "day": N_("et møde med dag (Opgaver)"),
}
ONE_SMS = 160
"""Letters of one sms; longer ones are sent as two."""


def refused(found: Telling, *, is_open: bool) -> str:
    """What must go, and why."""
    named = _listed([f"“{word}”" for word in (*found.words, *found.numbers)])
    if not is_open:
        return _("Et CPR-nummer hører ikke hjemme i et brev: {named}. Slet det.").format(named=named)
    return _("Andre kan læse det her. Tag {named} ud, og skriv, at du gerne vil tale sammen.").format(named=named)


def missing(gaps: Sequence[str]) -> str:
    """`Mangler: jeres telefonnummer (...)`; "" where nothing is missing."""
    named = [translated(GAPS)[gap] for gap in gaps if gap in GAPS]
    return _("Mangler: {listed}. Skriv det på stregen.").format(listed=_listed(named)) if named else ""


def readable(text: str, *, is_sms: bool = False) -> str:
    """`LIX 18, let at læse`, and for an sms how many letters it has."""
    found = round(lix(text))
    said = (
        _("LIX {found}, let at læse.").format(found=found)
        if found <= EASY
        else _("LIX {found}: gør sætningerne og ordene kortere.").format(found=found)
    )
    if not is_sms:
        return said
    parts = (
        _("{count} tegn").format(count=len(text))
        if len(text) <= ONE_SMS
        else _("{count} tegn: den bliver sendt som to").format(count=len(text))
    )
    return f"{said} {parts}."


def _listed(words: Sequence[str]) -> str:
    return " og ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
