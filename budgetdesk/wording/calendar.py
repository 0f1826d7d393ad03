"""What an entry of the calendar says: by default the number of the case and the kind of day, nothing else."""

from __future__ import annotations

from budgetdesk.casework.calendar import Entry, EntryKind, Told
from budgetdesk.casework.case_steps import StepKind
from budgetdesk.i18n import N_, _, retold, translated

KINDS = {
    EntryKind.TASK: N_("opgave"),
    EntryKind.MEETING: N_("møde"),
    EntryKind.DEADLINE: N_("frist"),
    EntryKind.CONTACT: N_("kontakt"),
    EntryKind.PAYMENT: N_("betaling ventes"),
}
_STEPS = {
    StepKind.EVICTION: N_("dagen for udsættelse"),
    StepKind.COURT_MEETING: N_("møde i fogedretten"),
    StepKind.TERMINATED: N_("lejemålet er ophævet"),
    StepKind.PAY_BY: N_("sidste dag at betale"),
    StepKind.PAAKRAV: N_("udlejer kan sende påkrav"),
    StepKind.INSTALMENT: N_("rate skal være betalt"),
    StepKind.RENT: N_("husleje skal være betalt"),
    StepKind.LOOK: N_("se på aftalen sammen"),
    StepKind.ANSWER: N_("spørg efter svar på ansøgningen"),
    StepKind.CHECK: N_("opfølgning"),
}
TOLD = {
    Told.NUMBER: N_("Kun sagens nummer"),
    Told.TASK: N_("Nummer og opgave"),
    Told.NAME: N_("Navn, nummer og opgave"),
}
WARNINGS = {
    Told.NUMBER: N_("Kalenderen viser fx “Sag 2026-0143: møde”. Andre kan ikke se, hvem det er."),
    Told.TASK: N_("Opgavens ord kommer med. Står der et navn i dem, kan andre i kalenderen læse det."),
    Told.NAME: N_("Lejerens navn kommer med. Alle, der ser kalenderen, kan læse det. Brug kun en lukket kalender."),
}


def title(entry: Entry, told: Told) -> str:
    """The line that the calendar shows."""
    number = _("Sag {case}").format(case=entry.case)
    if told is Told.NUMBER:
        said = f"{number}: {translated(KINDS)[entry.kind]}"
    else:
        what = (
            retold(entry.what) or translated(_STEPS).get(entry.step, translated(KINDS)[entry.kind])
            if entry.step
            else retold(entry.what)
        )
        what = what or translated(KINDS)[entry.kind]
        whose = f"{entry.tenant} ({number[:1].lower()}{number[1:]})" if told is Told.NAME and entry.tenant else number
        said = f"{whose}: {what[:1].lower()}{what[1:]}"
    return _("Gjort: {said}").format(said=said) if entry.done else said
