"""Words about the course of a case: what is known of it, how it ended, and what the days say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk.formats import day, kroner
from budgetdesk.household.course import Course
from budgetdesk.household.words import ContactKind, EvictionKind, ThreatOutcome
from budgetdesk.i18n import N_, _, translated
from budgetdesk.wording.days import count

OUTCOMES: dict[ThreatOutcome, str] = {
    ThreatOutcome.WITHDRAWN: N_("Ophævelsen er trukket tilbage"),
    ThreatOutcome.PLAN: N_("Afdragsordning, og boligen er reddet"),
    ThreatOutcome.MOVED: N_("Flyttet"),
    ThreatOutcome.EVICTED: N_("Sat ud"),
}
"""How a threat ended, in the order in which it is asked; still running is no end."""
CHOICES: tuple[tuple[ThreatOutcome | None, str], ...] = (
    (None, N_("Var ikke truet")),
    (ThreatOutcome.WITHDRAWN, N_("Ophævelse trukket tilbage")),
    (ThreatOutcome.PLAN, N_("Afdragsordning")),
    (ThreatOutcome.MOVED, N_("Flyttet")),
    (ThreatOutcome.EVICTED, N_("Sat ud")),
)
"""The same as answers beside each other, short enough for one line."""
NO_THREAT = N_("Boligen var ikke truet")
EVICTIONS: dict[EvictionKind, str] = {
    EvictionKind.MOVED_AFTER_OPHAEVELSE: N_("Flyttet efter ophævelse"),
    EvictionKind.BAILIFF: N_("Sat ud af fogeden"),
}
OFFERED_BY: dict[ContactKind, str] = {
    ContactKind.PHONE: N_("Telefon"),
    ContactKind.POSTCARD: N_("Postkort"),
    ContactKind.LETTER: N_("Brev"),
    ContactKind.SMS: N_("Sms"),
    ContactKind.EMAIL: "E-mail",
    ContactKind.MEETING: N_("Ved mødet om boligen"),
    ContactKind.OTHER: N_("På en anden måde"),
}


def work_done(course: Course) -> str:
    """`Det, vi har gjort: tre ting`."""
    number = len(course.activities) + len(course.advice) + len(course.help)
    return _("Det, vi har gjort ({marks})").format(marks=_marks(number))


def threat_known(course: Course) -> str:
    """`Truslen mod boligen (to svar)`."""
    answers = (course.terminations_this_year, course.meeting_wanted, course.arrears_covered, course.house_rules)
    number = sum(answer is not None for answer in answers)
    said = (
        _("intet svar endnu")
        if not number
        else _("{count} svar").format(count=count(number))
        if number > 1
        else _("ét svar")
    )
    return _("Truslen mod boligen ({said})").format(said=said)


def _marks(number: int) -> str:
    return (
        _("intet endnu") if not number else _("ét ord") if number == 1 else _("{count} ord").format(count=count(number))
    )


def written_in(began: date | None, opened: date | None) -> str:
    """When the case was written in, where that is another day than it began; else ""."""
    if opened is None or began is None or began == opened:
        return ""
    return _("Skrevet ind {opened}. Statistikken tæller fra den dag, forløbet begyndte.").format(opened=day(opened))


def standing(course: Course, on: date) -> str:
    """Whether the course goes on, in one sentence."""
    if course.ended is None:
        return _("Forløbet er i gang.")
    if course.ended > on:
        return _("Forløbet slutter {ended}.").format(ended=day(course.ended))
    return _("Forløbet sluttede {ended}.").format(ended=day(course.ended))


def outcome(course: Course) -> str:
    """How it went, in one sentence; "" while nobody has said."""
    if course.ended is None:
        return ""
    if course.outcome is None:
        return f"{_(NO_THREAT)}."
    said = translated(OUTCOMES).get(course.outcome, "")
    if course.eviction is not None:
        said = translated(EVICTIONS)[course.eviction]
    if course.left_on is not None and said:
        said += f" {day(course.left_on)}"
    return f"{said}.{_owed(course.arrears_at_leaving)}" if said else ""


def _owed(amount: Decimal | None) -> str:
    return _(" Restancen var {amount}").format(amount=kroner(amount)) if amount else ""
