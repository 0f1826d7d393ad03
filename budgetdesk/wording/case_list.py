"""Words of the list of cases: what is next, how many days are left, and where something was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from budgetdesk.casework.case_steps import CLOCK, NextStep, StepKind
from budgetdesk.casework.case_summary import CaseSummary
from budgetdesk.formats import capital, day
from budgetdesk.i18n import N_, _, ngettext, retold, translated
from budgetdesk.statistics.categories import Categories
from budgetdesk.wording.days import count, near_day

NO_NAME = N_("Uden navn endnu")
SOON, FAR = 7, 60
"""Days: what is pressing, and from when the day itself says more than how far it is."""

_STEPS = {
    StepKind.EVICTION: N_("Udsættelse"),
    StepKind.COURT_MEETING: N_("Møde i fogedretten"),
    StepKind.TERMINATED: N_("Lejemålet er ophævet. Ring til udlejer"),
    StepKind.PAY_BY: N_("Sidste dag at betale"),
    StepKind.PAAKRAV: N_("Udlejer kan sende påkrav"),
    StepKind.INSTALMENT: N_("Rate skal være betalt"),
    StepKind.RENT: N_("Husleje skal være betalt"),
    StepKind.LOOK: N_("Se på aftalen sammen"),
}


def who(case: CaseSummary) -> str:
    """The tenant, or what to say while nobody has written a name."""
    return case.tenant or _(NO_NAME)


def about(case: CaseSummary, categories: Categories) -> str:
    """`Lærkevej 12, 2650 Hvidovre · Truet af udsættelse · Sag 2026-0143`. A protected address is not shown."""
    address = _("Beskyttet adresse") if case.about.protected_address else case.about.address or case.landlord
    kinds = ", ".join(categories.title("types", word) for word in case.about.types)
    return " · ".join(part for part in (address, kinds, _("Sag {id}").format(id=case.id)) if part)


def step(found: NextStep) -> str:
    """What is next, in a few words."""
    if found.kind is StepKind.TODO:
        what = retold(found.what) or _("Opgave")
        return f"{what} ({retold(found.who)})" if found.who else what
    if found.kind is StepKind.CONTACT:
        return retold(found.what) or _("Ny kontakt")
    if found.kind is StepKind.ANSWER:
        return _("Spørg, om der er svar på ansøgningen")
    if found.kind is StepKind.CHECK:
        return (
            _("Opfølgning efter {what} måned") if found.what == "1" else _("Opfølgning efter {what} måneder")
        ).format(what=found.what)
    return translated(_STEPS)[found.kind]


def days_left(found: NextStep, on: date) -> str:
    """`i dag`, `i morgen`, `om 3 dage`, `i går`, `2 dage siden`; far away the day itself."""
    left = found.days_left(on)
    if abs(left) > FAR:
        return near_day(found.day, on)
    near = {-1: _("i går"), 0: _("i dag"), 1: _("i morgen")}
    return near.get(left) or (
        _("om {left} dage").format(left=left) if left > 0 else _("{left} dage siden").format(left=-left)
    )


def is_pressing(found: NextStep, on: date) -> bool:
    """Whether the eye should be led to it: what is due or overdue, and a near day of the eviction clock."""
    left = found.days_left(on)
    return left <= 0 or (found.kind in CLOCK and left <= SOON)


def standing(case: CaseSummary, on: date) -> str:
    """Beside a case without a next step: `lukket 3. maj 2026`, or that nothing is agreed."""
    ended = case.about.ended
    return (
        _("lukket {ended}").format(ended=day(ended))
        if ended is not None and not case.is_open(on)
        else _("Intet næste skridt")
    )


def other_case(case: CaseSummary, on: date) -> str:
    """`Sag 2025-0031, lukket 3. maj 2025`: another case of the same tenant."""
    if not case.is_open(on):
        return _("Sag {id}, {standing}").format(id=case.id, standing=standing(case, on))
    began = case.about.began
    return (
        _("Sag {id}, åben siden {began}").format(id=case.id, began=day(began))
        if began
        else _("Sag {id}, åben").format(id=case.id)
    )


def spoken(case: CaseSummary, categories: Categories, on: date) -> str:
    """The whole row for a screen reader, what is next before what describes."""
    found = case.next_step(on)
    said = f"{step(found)} {days_left(found, on)}" if found is not None else standing(case, on)
    return f"{who(case)}. {said}. {about(case, categories)}"


def number_shown(number: int, whole: int, *, searching: bool, outside: int = 0) -> str:
    """`12 sager`, `3 af 12 sager`; while searching also how many were found among cases that are not chosen."""
    if not whole:
        return ""
    word = _("sag") if whole == 1 else _("sager")
    said = (
        _("{number} af {whole} {word}").format(number=number, whole=whole, word=word)
        if searching or number != whole
        else f"{whole} {word}"
    )
    if not outside:
        return said
    return ngettext(
        "{said}. {outside} sag til passer uden for valget.",
        "{said}. {outside} sager til passer uden for valget.",
        outside,
    ).format(said=said, outside=outside)


def due_in_all(steps: Sequence[NextStep], on: date) -> str:
    """`I dag: tre ting. Én er fra før.`"""
    if not steps:
        return _("I dag er der intet, der skal gøres.")
    late = sum(1 for found in steps if found.is_overdue(on))
    said = _("I dag: {count}.").format(
        count=_("én ting") if len(steps) == 1 else _("{count} ting").format(count=count(len(steps)))
    )
    return (
        _("{said} {count} er fra før i dag.").format(said=said, count=_("Én") if late == 1 else capital(count(late)))
        if late
        else said
    )


def due_line(found: NextStep, case: CaseSummary) -> str:
    """`Ring til kommunen (rådgiver) · Nadia Skovgaard`."""
    return f"{step(found)} · {who(case)}"


_FOUND_IN = {
    "number": N_("sagsnummeret"),
    "cpr": "CPR-nummeret",
    "phone": N_("telefonnummeret"),
    "other": N_("en anden i husstanden"),
    "address": N_("adressen"),
    "landlord": N_("udlejer"),
}


def found_in(fields: Iterable[str]) -> str:
    """`adressen og sagsnummeret`, after "Fundet på"; "" where it stands in the name, which is seen anyway."""
    places = list(dict.fromkeys(translated(_FOUND_IN)[field] for field in fields if field in _FOUND_IN))
    return _(" og ").join(part for part in (", ".join(places[:-1]), *places[-1:]) if part)
