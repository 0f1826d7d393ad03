"""Words about a landlord's list of arrears held against what we know."""

from __future__ import annotations

from datetime import date

from budgetdesk.formats import kroner
from budgetdesk.i18n import N_, _
from budgetdesk.planning.arrears_list import Compared, Fit, Found
from budgetdesk.wording import follow_up as words

FITS = {Fit.AGREES: N_("stemmer"), Fit.LESS: N_("mindre hos udlejer"), Fit.MORE: N_("mere hos udlejer")}


def sums(one: Compared) -> str:
    """`Udlejer: 3.935 kr. · hos os: 5.935 kr.`, and a word where only the name fits."""
    said = _("Udlejer: {landlord} · hos os: {ours}").format(landlord=kroner(one.landlord), ours=kroner(one.ours))
    return (
        _("{said} · fundet på navnet: se efter, at det er den rigtige").format(said=said)
        if one.found is Found.NAME
        else said
    )


def explained(one: Compared, on: date) -> str:
    """What may explain the difference, and what to do."""
    off = kroner(abs(one.difference))
    if one.fit is Fit.AGREES:
        return _("Det stemmer. Der er ikke noget at gøre.")
    if one.fit is Fit.LESS:
        if one.pays:
            names = _(" og ").join(words.name(each)[0].lower() + words.name(each)[1:] for each in one.pays)
            return _("Der er betalt {off} mere, end vi ved. Det passer med {names}.").format(off=off, names=names)
        return _("Der er betalt {off} mere, end vi ved. Spørg, hvad det var for.").format(off=off)
    if one.not_seen is not None and one.not_seen.paid_on is not None:
        day = words.near(one.not_seen.paid_on, on)
        return (
            _("Udlejer har ikke set betalingen på {off} {day}. Se efter, om nummeret var rigtigt, og ring.")
            .format(off=off, day=day)
            .replace("kr. .", "kr.")
        )
    return _("Udlejer skriver {off} mere, end vi ved. Ring, og spørg, hvad det er.").format(off=off)


def headline(number: int, not_on_list: int) -> str:
    """How many cases the list names, and how many it does not."""
    if not number:
        return _("Ingen af jeres aftaler står på listen. Passer kolonnerne?")
    said = _("{number} af jeres aftaler står på listen.").format(number=number)
    if not_on_list:
        many = (
            _("1 står der ikke")
            if not_on_list == 1
            else _("{not_on_list} står der ikke").format(not_on_list=not_on_list)
        )
        said += _(" {many}: måske skylder de ikke noget, måske har de en anden udlejer.").format(many=many)
    return said
