"""What an entry of the calendar says: by default the number of the case and the kind of day, nothing else."""

from __future__ import annotations

from budgetdesk.casework.calendar import Entry, EntryKind, Told
from budgetdesk.casework.case_steps import StepKind

KINDS = {
    EntryKind.TASK: "opgave",
    EntryKind.MEETING: "møde",
    EntryKind.DEADLINE: "frist",
    EntryKind.CONTACT: "kontakt",
    EntryKind.PAYMENT: "betaling ventes",
}
_STEPS = {
    StepKind.EVICTION: "dagen for udsættelse",
    StepKind.COURT_MEETING: "møde i fogedretten",
    StepKind.TERMINATED: "lejemålet er ophævet",
    StepKind.PAY_BY: "sidste dag at betale",
    StepKind.PAAKRAV: "udlejer kan sende påkrav",
    StepKind.INSTALMENT: "rate skal være betalt",
    StepKind.RENT: "husleje skal være betalt",
    StepKind.LOOK: "se på aftalen sammen",
    StepKind.ANSWER: "spørg efter svar på ansøgningen",
    StepKind.CHECK: "opfølgning",
}
TOLD = {
    Told.NUMBER: "Kun sagens nummer",
    Told.TASK: "Nummer og opgave",
    Told.NAME: "Navn, nummer og opgave",
}
WARNINGS = {
    Told.NUMBER: "Kalenderen viser fx “Sag 2026-0143: møde”. Andre kan ikke se, hvem det er.",
    Told.TASK: "Opgavens ord kommer med. Står der et navn i dem, kan andre i kalenderen læse det.",
    Told.NAME: "Lejerens navn kommer med. Alle, der ser kalenderen, kan læse det. Brug kun en lukket kalender.",
}


def title(entry: Entry, told: Told) -> str:
    """The line that the calendar shows."""
    number = f"Sag {entry.case}"
    if told is Told.NUMBER:
        said = f"{number}: {KINDS[entry.kind]}"
    else:
        what = entry.what or _STEPS.get(entry.step, KINDS[entry.kind]) if entry.step else entry.what
        what = what or KINDS[entry.kind]
        whose = f"{entry.tenant} ({number[:1].lower()}{number[1:]})" if told is Told.NAME and entry.tenant else number
        said = f"{whose}: {what[:1].lower()}{what[1:]}"
    return f"Gjort: {said}" if entry.done else said
