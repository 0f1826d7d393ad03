"""Sentences about keeping, deleting and handing out: shared by window, paper and command line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from budgetdesk import formats
from budgetdesk.casework.retention import Due, Retention, Why

LEAST_SHOWN = 5
"""A smaller count is not shown."""

NOTHING_DUE = "Ingen sager skal slettes nu eller snart."

_HELD = {
    "persons": ("person", "personer"),
    "notes": ("notat", "notater"),
    "contacts": ("kontakt", "kontakter"),
    "debts": ("gæld", "gældsposter"),
    "expenses": ("udgift", "udgifter"),
    "transactions": ("række fra banken", "rækker fra banken"),
    "receipts": ("kvittering", "kvitteringer"),
    "pictures": ("billede", "billeder"),
    "documents": ("papir", "papirer"),
    "steps": ("trin i historikken", "trin i historikken"),
    "lookups": ("opslag i loggen", "opslag i loggen"),
}

LOOKS = {"opened": "Åbnet", "exported": "Gemt som fil", "handed_out": "Udleveret til personen"}


def when(due: Due, today: date) -> str:
    """How far away the day is: `for 12 dage siden`, `i dag`, `om 9 dage`."""
    left = due.days_left(today)
    if left == 0:
        return "i dag"
    days = "1 dag" if abs(left) == 1 else f"{abs(left)} dage"
    return f"om {days}" if left > 0 else f"for {days} siden"


def why(due: Due, retention: Retention) -> str:
    """Why the case is due on that day."""
    case, purpose = due.case, retention.purpose(due.case.purpose)
    if due.why is Why.CHOSEN:
        return "Dagen er valgt i sagen."
    if due.why is Why.BIN:
        return f"Sagen har ligget {_count(retention.bin_days, 'dag', 'dage')} i papirkurven."
    if due.why is Why.STILL:
        return f"Sagen er ikke afsluttet, men ingen har rørt den i {_months(retention.still_months)}."
    if due.why is Why.PLAN and case.plan_end is not None:
        return f"{_months(retention.after_plan_months)} efter den sidste rate {formats.day(case.plan_end)}."
    ended = formats.day(case.ended) if case.ended else ""
    return f"{_months(purpose.months)} efter, at sagen sluttede {ended}."


def held(numbers: Mapping[str, int]) -> tuple[str, ...]:
    """What a case holds: `2 personer`, `314 rækker fra banken`. What there is none of is left out."""
    return tuple(_count(number, *_HELD[name]) for name, number in numbers.items() if number and name in _HELD)


def stays(*, counted: bool, weeks: int | None) -> tuple[str, ...]:
    """What is left when a case has been erased; `weeks`: how long until all backups are newer, None where nobody can
    tell."""
    until = f"til de er skiftet ud (op til {weeks} uger)" if weeks else "til I selv sletter dem"
    return (
        "Sagens nummer, dagen og grunden, i listen over slettede sager.",
        "Sagen tæller med i de anonyme tal: ét tal for hvert ord, aldrig to ord sammen."
        if counted
        else "Sagen tæller ikke med i de anonyme tal: lejeren har ikke sagt ja.",
        f"I sikkerhedskopierne ligger sagen, {until}. Hentes en af dem, bliver sagen slettet igen.",
        "Papirer, I har gemt eller skrevet ud uden for BudgetDesk. Dem skal I selv slette.",
    )


ASIDE = "det, der blev lagt til side, da en sikkerhedskopi blev hentet"


def counted_of_erased(tallied: Mapping[tuple[int, str, str], int]) -> str:
    """How many erased cases still count; "" where there are none, and no number where it is a small one."""
    cases = sum(number for (_, what, _), number in tallied.items() if what == "sager")
    if not cases:
        return ""
    number = formats.number(cases) if cases >= LEAST_SHOWN else f"færre end {LEAST_SHOWN}"
    return f"Af de slettede sager tæller {number} stadig med, som anonyme tal."


def extended(until: date, reason: str) -> str:
    """The note of the record about a longer time."""
    return f"Sagen gemmes til {formats.day(until)}. Grund: {reason.strip()}"


def erased(cleansed: bool) -> str:
    """What is told when it is done."""
    if cleansed:
        return "Sagen er slettet, og intet af den er tilbage i BudgetDesk."
    return (
        "Sagen er slettet og overskrevet. Filen kunne ikke skrives helt om, for der er for lidt plads på disken. "
        "Det sker, næste gang BudgetDesk åbnes."
    )


def _months(number: int) -> str:
    if number % 12 == 0:
        return f"{number // 12} år"
    return _count(number, "måned", "måneder")


def _count(number: int, one: str, many: str) -> str:
    return f"{formats.number(number)} {one if number == 1 else many}"
