"""Sentences about keeping, deleting and handing out: shared by window, paper and command line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from budgetdesk import formats
from budgetdesk.casework.retention import Due, Retention, Why
from budgetdesk.i18n import N_, _, translated

LEAST_SHOWN = 5
"""A smaller count is not shown."""

NOTHING_DUE = N_("Ingen sager skal slettes nu eller snart.")

_HELD = {
    "persons": (N_("person"), N_("personer")),
    "notes": (N_("notat"), N_("notater")),
    "contacts": (N_("kontakt"), N_("kontakter")),
    "debts": (N_("gæld"), N_("gældsposter")),
    "expenses": (N_("udgift"), N_("udgifter")),
    "transactions": (N_("række fra banken"), N_("rækker fra banken")),
    "receipts": (N_("kvittering"), N_("kvitteringer")),
    "pictures": (N_("billede"), N_("billeder")),
    "documents": (N_("papir"), N_("papirer")),
    "steps": (N_("trin i historikken"), N_("trin i historikken")),
    "lookups": (N_("opslag i loggen"), N_("opslag i loggen")),
}

LOOKS = {"opened": N_("Åbnet"), "exported": N_("Gemt som fil"), "handed_out": N_("Udleveret til personen")}


def when(due: Due, today: date) -> str:
    """How far away the day is: `for 12 dage siden`, `i dag`, `om 9 dage`."""
    left = due.days_left(today)
    if left == 0:
        return _("i dag")
    days = _("1 dag") if abs(left) == 1 else _("{left} dage").format(left=abs(left))
    return _("om {days}").format(days=days) if left > 0 else _("for {days} siden").format(days=days)


def why(due: Due, retention: Retention) -> str:
    """Why the case is due on that day."""
    case, purpose = due.case, retention.purpose(due.case.purpose)
    if due.why is Why.CHOSEN:
        return _("Dagen er valgt i sagen.")
    if due.why is Why.BIN:
        return _("Sagen har ligget {count} i papirkurven.").format(
            count=_count(retention.bin_days, _("dag"), _("dage"))
        )
    if due.why is Why.STILL:
        return _("Sagen er ikke afsluttet, men ingen har rørt den i {months}.").format(
            months=_months(retention.still_months)
        )
    if due.why is Why.PLAN and case.plan_end is not None:
        return _("{months} efter den sidste rate {plan_end}.").format(
            months=_months(retention.after_plan_months), plan_end=formats.day(case.plan_end)
        )
    ended = formats.day(case.ended) if case.ended else ""
    return _("{months} efter, at sagen sluttede {ended}.").format(months=_months(purpose.months), ended=ended)


def held(numbers: Mapping[str, int]) -> tuple[str, ...]:
    """What a case holds: `2 personer`, `314 rækker fra banken`. What there is none of is left out."""
    return tuple(
        _count(number, *translated(_HELD)[name]) for name, number in numbers.items() if number and name in _HELD
    )


def stays(*, counted: bool, weeks: int | None) -> tuple[str, ...]:
    """What is left when a case has been erased; `weeks`: how long until all backups are newer, None where nobody can
    tell."""
    until = (
        _("til de er skiftet ud (op til {weeks} uger)").format(weeks=weeks) if weeks else _("til I selv sletter dem")
    )
    return (
        _("Sagens nummer, dagen og grunden, i listen over slettede sager."),
        _("Sagen tæller med i de anonyme tal: ét tal for hvert ord, aldrig to ord sammen.")
        if counted
        else _("Sagen tæller ikke med i de anonyme tal: lejeren har ikke sagt ja."),
        _("I sikkerhedskopierne ligger sagen, {until}. Hentes en af dem, bliver sagen slettet igen.").format(
            until=until
        ),
        _("Papirer, I har gemt eller skrevet ud uden for BudgetDesk. Dem skal I selv slette."),
    )


ASIDE = N_("det, der blev lagt til side, da en sikkerhedskopi blev hentet")


def counted_of_erased(tallied: Mapping[tuple[int, str, str], int]) -> str:
    """How many erased cases still count; "" where there are none, and no number where it is a small one."""
    cases = sum(number for key, number in tallied.items() if key[1] == "sager")
    if not cases:
        return ""
    number = (
        formats.number(cases) if cases >= LEAST_SHOWN else _("færre end {least_shown}").format(least_shown=LEAST_SHOWN)
    )
    return _("Af de slettede sager tæller {number} stadig med, som anonyme tal.").format(number=number)


def extended(until: date, reason: str) -> str:
    """The note of the record about a longer time."""
    return _("Sagen gemmes til {until}. Grund: {reason}").format(until=formats.day(until), reason=reason.strip())


def erased(cleansed: bool) -> str:
    """What is told when it is done."""
    if cleansed:
        return _("Sagen er slettet, og intet af den er tilbage i BudgetDesk.")
    return _(
        "Sagen er slettet og overskrevet. Filen kunne ikke skrives helt om, for der er for lidt "
        "plads på disken. Det sker, næste gang BudgetDesk åbnes."
    )


def _months(number: int) -> str:
    if number % 12 == 0:
        return _("{number} år").format(number=number // 12)
    return _count(number, _("måned"), _("måneder"))


def _count(number: int, one: str, many: str) -> str:
    return f"{formats.number(number)} {one if number == 1 else many}"
