"""Words of the light follow-up: what to say on the telephone, the three questions, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from budgetdesk.benefits.catalogue import CATALOGUE
from budgetdesk.casework.checks import Asked, Checks, Planned
from budgetdesk.formats import day
from budgetdesk.household.course import Check
from budgetdesk.household.words import HomeStatus
from budgetdesk.i18n import N_, _, translated


class DueOne(Protocol):
    """A call that is due, as the list across all cases has it."""

    @property
    def day(self) -> date:
        """Its day."""

    @property
    def months(self) -> int:
        """How many months after."""


HOMES = (
    (HomeStatus.OWN_HOME, N_("Ja")),
    (HomeStatus.OTHER_HOME, N_("Bor hos andre")),
    (HomeStatus.NO_HOME, N_("Har ingen bolig")),
    (HomeStatus.MOVED_AWAY, N_("Flyttet fra kommunen")),
    (HomeStatus.DEAD, N_("Død")),
    (HomeStatus.UNKNOWN, N_("Kan ikke findes")),
)
HOME_QUESTION = N_("Bor du i din egen bolig?")
PLAN_QUESTION = N_("Går det med aftalen om afdrag?")
_HOMES_SAID = {
    HomeStatus.OWN_HOME: N_("i egen bolig"),
    HomeStatus.OTHER_HOME: N_("bor hos andre"),
    HomeStatus.NO_HOME: N_("har ingen bolig"),
    HomeStatus.MOVED_AWAY: N_("flyttet fra kommunen"),
    HomeStatus.DEAD: N_("død"),
    HomeStatus.UNKNOWN: N_("kunne ikke findes"),
}
NOTHING = N_("Aftal med lejeren, at I ringer et par gange. Det tager et minut, og det viser, om hjælpen holder.")
STOPPED = N_("Lejeren vil ikke ringes op mere")


def script(adviser: str, tenant: str) -> str:
    """What to say first: who calls, that it is short, and that one may say no."""
    me = _(" Det er {adviser}.").format(adviser=adviser) if adviser else ""
    you = f" {tenant.split(maxsplit=1)[0]}" if tenant.split() else ""
    asked = _("Vi aftalte, at jeg ringer og hører, hvordan det går. Har du et minut? Du må gerne sige nej.")
    return _("“Hej{you}.{me} {asked}” Tager lejeren den ikke, så prøv en anden dag.").format(
        you=you, me=me, asked=asked
    )


def benefits_question(asked: Asked) -> str:
    """`Kom pengene? (Boligstøtte og særlig støtte)`; "" where nothing was applied for."""
    titles = {one.name: one.title for one in CATALOGUE}
    named = [titles.get(name, name) for name in asked.benefits]
    if not named:
        return ""
    return _("Kom pengene: {listed}?").format(listed=_listed(named))


def when(check: Check) -> str:
    """`efter 3 måneder`, `3 måneder efter afslutningen`."""
    months = _("1 måned") if check.months == 1 else _("{months} måneder").format(months=check.months)
    return (
        _("{months} efter afslutningen").format(months=months)
        if check.after_end
        else _("efter {months}").format(months=months)
    )


def due(one: Planned, on: date) -> str:
    """That it is time to call, and since when."""
    said = _("Ring nu: {when}.").format(when=when(one.check))
    return said if one.day == on else _("{said} Det var {day}.").format(said=said, day=day(one.day))


def listed(one: DueOne) -> str:
    """`Opfølgning efter 3 måneder: 20. februar 2027.`"""
    months = _("1 måned") if one.months == 1 else _("{months} måneder").format(months=one.months)
    return _("Opfølgning efter {months}: {day}.").format(months=months, day=day(one.day))


def coming(found: Checks) -> str:
    """When the next call is; "" where none is planned."""
    if not found.coming:
        return ""
    first = found.coming[0]
    return _("Næste gang: {day}, {when}.").format(day=day(first.day), when=when(first.check))


def done(check: Check) -> str:
    """`20. december 2026, efter 1 måned: i egen bolig · aftalen holder · pengene er kommet`."""
    parts = [translated(_HOMES_SAID)[check.home]] if check.home else []
    if check.plan_kept is not None:
        parts.append(_("aftalen holder") if check.plan_kept else _("aftalen holder ikke"))
    if check.benefits_arrived is not None:
        parts.append(_("pengene er kommet") if check.benefits_arrived else _("pengene er ikke kommet"))
    if check.note:
        parts.append(check.note)
    said = day(check.done) if check.done else ""
    return f"{said}, {when(check)}: {' · '.join(parts)}"


def then(check: Check) -> tuple[str, ...]:
    """What to do when an answer was not the one hoped for."""
    found = []
    if check.home in (HomeStatus.OTHER_HOME, HomeStatus.NO_HOME):
        found.append(_("Tilbyd et møde i dag eller i morgen. Spørg også kommunen om en bolig."))
    if check.plan_kept is False:
        found.append(_("Se på aftalen sammen. Den kan tit laves om, før udlejer går videre."))
    if check.benefits_arrived is False:
        found.append(_("Spørg, hvor sagen ligger. Spørg også, hvornår der kommer svar. Dagene står på siden Ydelser."))
    return tuple(found)


def _listed(names: Sequence[str]) -> str:
    return (
        names[0]
        if len(names) == 1
        else _("{names} og {names_2}").format(names=", ".join(names[:-1]), names_2=names[-1])
    )
