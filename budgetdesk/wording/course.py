"""Words about the course of a case: what is known of it, how it ended, and what the days say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk.formats import day, kroner
from budgetdesk.household.course import Course
from budgetdesk.household.words import ContactKind, EvictionKind, ThreatOutcome
from budgetdesk.wording.days import count

OUTCOMES: dict[ThreatOutcome, str] = {
    ThreatOutcome.WITHDRAWN: "Ophævelsen er trukket tilbage",
    ThreatOutcome.PLAN: "Afdragsordning, og boligen er reddet",
    ThreatOutcome.MOVED: "Flyttet",
    ThreatOutcome.EVICTED: "Sat ud",
}
"""How a threat ended, in the order in which it is asked; still running is no end."""
CHOICES: tuple[tuple[ThreatOutcome | None, str], ...] = (
    (None, "Var ikke truet"),
    (ThreatOutcome.WITHDRAWN, "Ophævelse trukket tilbage"),
    (ThreatOutcome.PLAN, "Afdragsordning"),
    (ThreatOutcome.MOVED, "Flyttet"),
    (ThreatOutcome.EVICTED, "Sat ud"),
)
"""The same as answers beside each other, short enough for one line."""
NO_THREAT = "Boligen var ikke truet"
EVICTIONS: dict[EvictionKind, str] = {
    EvictionKind.MOVED_AFTER_OPHAEVELSE: "Flyttet efter ophævelse",
    EvictionKind.BAILIFF: "Sat ud af fogeden",
}
OFFERED_BY: dict[ContactKind, str] = {
    ContactKind.PHONE: "Telefon",
    ContactKind.POSTCARD: "Postkort",
    ContactKind.LETTER: "Brev",
    ContactKind.SMS: "Sms",
    ContactKind.EMAIL: "E-mail",
    ContactKind.MEETING: "Ved mødet om boligen",
    ContactKind.OTHER: "På en anden måde",
}


def work_done(course: Course) -> str:
    """`Det, vi har gjort: tre ting`."""
    number = len(course.activities) + len(course.advice) + len(course.help)
    return f"Det, vi har gjort ({_marks(number)})"


def threat_known(course: Course) -> str:
    """`Truslen mod boligen (to svar)`."""
    answers = (course.terminations_this_year, course.meeting_wanted, course.arrears_covered, course.house_rules)
    number = sum(answer is not None for answer in answers)
    said = "intet svar endnu" if not number else f"{count(number)} svar" if number > 1 else "ét svar"
    return f"Truslen mod boligen ({said})"


def _marks(number: int) -> str:
    return "intet endnu" if not number else "ét ord" if number == 1 else f"{count(number)} ord"


def written_in(began: date | None, opened: date | None) -> str:
    """When the case was written in, where that is another day than it began; else ""."""
    if opened is None or began is None or began == opened:
        return ""
    return f"Skrevet ind {day(opened)}. Statistikken tæller fra den dag, forløbet begyndte."


def standing(course: Course, on: date) -> str:
    """Whether the course goes on, in one sentence."""
    if course.ended is None:
        return "Forløbet er i gang."
    if course.ended > on:
        return f"Forløbet slutter {day(course.ended)}."
    return f"Forløbet sluttede {day(course.ended)}."


def outcome(course: Course) -> str:
    """How it went, in one sentence; "" while nobody has said."""
    if course.ended is None:
        return ""
    if course.outcome is None:
        return f"{NO_THREAT}."
    said = OUTCOMES.get(course.outcome, "")
    if course.eviction is not None:
        said = EVICTIONS[course.eviction]
    if course.left_on is not None and said:
        said += f" {day(course.left_on)}"
    return f"{said}.{_owed(course.arrears_at_leaving)}" if said else ""


def _owed(amount: Decimal | None) -> str:
    return f" Restancen var {kroner(amount)}" if amount else ""


def ended_word(ended: date | None) -> str:
    """`lukket 3. maj 2026` beside a case; `åben` while it is open."""
    return f"lukket {day(ended)}" if ended is not None else "åben"
