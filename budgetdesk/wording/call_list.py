"""Words of the monthly call list and of the counts of plans."""

from __future__ import annotations

from datetime import date

from budgetdesk.formats import kroner
from budgetdesk.i18n import N_, _, ngettext, translated
from budgetdesk.planning.call_list import Call, PlanCounts, Reason
from budgetdesk.wording import follow_up as words

_REASONS = {
    Reason.LOOK: N_("Det er tid til at se på aftalen sammen."),
    Reason.FINISHED: N_("Alt er betalt. Ring, og sig tillykke, og afslut aftalen."),
    Reason.WAITING: N_("Planen er ikke aftalt endnu. Har udlejer svaret?"),
    Reason.ON_TRACK: N_("Det går som aftalt."),
}


def reason(call: Call, on: date) -> str:
    """Why to call, in one or two short sentences."""
    if call.signal is None:
        said = translated(_REASONS)[call.reason]
        if call.reason is Reason.ON_TRACK and call.hushed:
            said = _("Et signal er sat på pause. Ellers går det som aftalt.")
        return said
    said = words.signal(call.signal, on)
    if call.more:
        said += _(" Og én ting mere.") if call.more == 1 else _(" Og {more} ting mere.").format(more=call.more)
    return said


def to_do(call: Call) -> str:
    """What to do; nothing where a word on the phone is enough."""
    return words.to_do(call.signal) if call.signal is not None else ""


def coming(call: Call, on: date) -> str:
    """`Næste: 1. marts, 2.000 kr.`"""
    if call.coming is None:
        return ""
    return _("Næste: {near}, {left}").format(
        near=words.near(call.coming.expected.due, on), left=kroner(call.coming.left)
    )


def counts(found: PlanCounts) -> str:
    """`Af 25 aftaler, der er slut, er 24 holdt. 3 er lavet om undervejs, og 7 løber.`"""
    if not found.made:
        return _("Der er ingen aftaler i perioden.")
    ended = (
        _("Af {plans}, der er slut, er {kept} holdt.").format(plans=_plans(found.ended), kept=found.kept)
        if found.ended
        else _("Ingen er slut endnu.")
    )
    if not found.changed:
        return _("{ended} {running} løber.").format(ended=ended, running=found.running)
    return _("{ended} {changed} er lavet om undervejs, og {running} løber.").format(
        ended=ended, changed=found.changed, running=found.running
    )


def _plans(number: int) -> str:
    return ngettext("{number} aftale", "{number} aftaler", number).format(number=number)


def count_rows(found: PlanCounts) -> list[tuple[str, str]]:
    """The counts, one in each row."""
    return [
        (_("Lavet"), str(found.made)),
        (_("Holdt til ende"), str(found.kept)),
        (_("Lavet om undervejs"), str(found.changed)),
        (_("Ikke holdt"), str(found.broken)),
        (_("Løber nu"), str(found.running)),
    ]
