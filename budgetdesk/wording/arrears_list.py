"""Words about a landlord's list of arrears held against what we know."""

from __future__ import annotations

from datetime import date

from budgetdesk.formats import kroner
from budgetdesk.planning.arrears_list import Compared, Fit, Found
from budgetdesk.wording import follow_up as words

FITS = {Fit.AGREES: "stemmer", Fit.LESS: "mindre hos udlejer", Fit.MORE: "mere hos udlejer"}


def sums(one: Compared) -> str:
    """`Udlejer: 3.935 kr. · hos os: 5.935 kr.`, and a word where only the name fits."""
    said = f"Udlejer: {kroner(one.landlord)} · hos os: {kroner(one.ours)}"
    return f"{said} · fundet på navnet: se efter, at det er den rigtige" if one.found is Found.NAME else said


def explained(one: Compared, on: date) -> str:
    """What may explain the difference, and what to do."""
    off = kroner(abs(one.difference))
    if one.fit is Fit.AGREES:
        return "Det stemmer. Der er ikke noget at gøre."
    if one.fit is Fit.LESS:
        if one.pays:
            names = " og ".join(words.name(each)[0].lower() + words.name(each)[1:] for each in one.pays)
            return f"Der er betalt {off} mere, end vi ved. Det passer med {names}."
        return f"Der er betalt {off} mere, end vi ved. Spørg, hvad det var for."
    if one.not_seen is not None and one.not_seen.paid_on is not None:
        day = words.near(one.not_seen.paid_on, on)
        return f"Udlejer har ikke set betalingen på {off} {day}. Se efter, om nummeret var rigtigt, og ring.".replace(
            "kr. .", "kr."
        )
    return f"Udlejer skriver {off} mere, end vi ved. Ring, og spørg, hvad det er."


def headline(number: int, not_on_list: int) -> str:
    """How many cases the list names, and how many it does not."""
    if not number:
        return "Ingen af jeres aftaler står på listen. Passer kolonnerne?"
    said = f"{number} af jeres aftaler står på listen."
    if not_on_list:
        many = "1 står der ikke" if not_on_list == 1 else f"{not_on_list} står der ikke"
        said += f" {many}: måske skylder de ikke noget, måske har de en anden udlejer."
    return said
