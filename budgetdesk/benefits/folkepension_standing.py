"""Which pension law a person stands under: it decides between the pension's supplements and §§ 81-85.

Folkepension, and førtidspension granted before 2003, bring varmetillæg, helbredstillæg and personligt tillæg (lov om
social pension §§ 14, 14 a). Førtidspension from 2003 on and seniorpension do not: §§ 81-85 of lov om aktiv
socialpolitik are asked instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from budgetdesk.benefits.assessment import LookAgain, Step
from budgetdesk.benefits.figures import Figures, number
from budgetdesk.benefits.folkepension_age import pension_age, pension_day
from budgetdesk.benefits.members import OLD_PENSION_BEFORE, couple, lives_on
from budgetdesk.benefits.rates import Rates
from budgetdesk.dates import age_on
from budgetdesk.household.case import Case, Person
from budgetdesk.i18n import _

LAW = "social_pension"


class Standing(Enum):
    """What a person gets of pension on a day, as far as the case knows."""

    FOLKEPENSION = auto()
    OLD_FOERTIDSPENSION = auto()
    """Granted before 2003."""
    NEW_PENSION = auto()
    """Førtidspension from 2003 on, or seniorpension."""
    REACHED = auto()
    """Old enough for folkepension, but does not get it."""
    TOO_YOUNG = auto()
    UNKNOWN = auto()


CERTAIN = (Standing.FOLKEPENSION, Standing.OLD_FOERTIDSPENSION)
POSSIBLE = (*CERTAIN, Standing.REACHED, Standing.UNKNOWN)


@dataclass(frozen=True)
class Standings:
    """Tenant and partner with what each gets; and the facts that would settle who gets what."""

    each: tuple[tuple[Person, Standing], ...]
    missing: tuple[str, ...]

    @property
    def certain(self) -> int:
        """How many stand under the old supplements for certain."""
        return sum(standing in CERTAIN for _rest, standing in self.each)

    @property
    def possible(self) -> int:
        """How many could."""
        return sum(standing in POSSIBLE for _rest, standing in self.each)


def standings(case: Case, day: date, rates: Rates, figures: Figures) -> Standings:
    """Tenant and partner on a day. Raises NoRateError where the pension age is not known for the day."""
    each = tuple((person, standing(case, person, day, rates, figures)) for person in couple(case))
    doubtful = (person for person, found in each if found in (Standing.UNKNOWN, Standing.REACHED))
    return Standings(each, tuple(_unsaid(case, person, day) for person in doubtful))


def standing(case: Case, person: Person, day: date, rates: Rates, figures: Figures) -> Standing:
    """One person on a day. Raises NoRateError."""
    bases = lives_on(case, person, day)
    if "folkepension" in bases:
        return Standing.FOLKEPENSION
    if "foertidspension" in bases:
        return _foertidspension(person, figures)
    if "seniorpension" in bases:
        return Standing.NEW_PENSION
    if person.born is None:
        return Standing.UNKNOWN
    if pension_day(person.born, rates, figures) <= day:
        return Standing.REACHED if bases else Standing.UNKNOWN
    could_be_old = not bases and not _grown_up_too_late(person.born, figures)
    return Standing.UNKNOWN if could_be_old else Standing.TOO_YOUNG


def _foertidspension(person: Person, figures: Figures) -> Standing:
    if person.pension_granted is not None:
        old = person.pension_granted < OLD_PENSION_BEFORE
        return Standing.OLD_FOERTIDSPENSION if old else Standing.NEW_PENSION
    if person.born is not None and _grown_up_too_late(person.born, figures):
        return Standing.NEW_PENSION
    return Standing.UNKNOWN


def _grown_up_too_late(born: date, figures: Figures) -> bool:
    """Whether somebody was too young to be granted førtidspension before 2003."""
    return age_on(born, OLD_PENSION_BEFORE) < figures.compare("foertidspension_mindst_alder", law=LAW)


def _unsaid(case: Case, person: Person, day: date) -> str:
    bases = lives_on(case, person, day)
    if "foertidspension" in bases:
        return f"persons[{person.id}].pension_granted"
    if person.born is None and bases:
        return f"persons[{person.id}].born"
    return f"persons[{person.id}].income_base"


def why_not(found: Standings, day: date, rates: Rates, figures: Figures) -> tuple[Step, ...]:
    """Why nobody stands under the supplements: each one's own age or pension beside the limit."""
    return tuple(_why_not(person, each, day, rates, figures) for person, each in found.each)


def _why_not(person: Person, found: Standing, day: date, rates: Rates, figures: Figures) -> Step:
    if found is Standing.NEW_PENSION:
        return Step(_("Førtidspension fra 2003 og seniorpension: søg efter §§ 81-85 i stedet"), "Aktivloven §§ 81-85")
    return age_step(person, day, rates, figures)


def age_step(person: Person, day: date, rates: Rates, figures: Figures) -> Step:
    """A person's age beside the folkepensionsalder. Raises NoRateError."""
    if person.born is None:
        return Step(_("Fødselsdagen mangler"))
    limit = number(pension_age(person.born, rates, figures))
    return Step(
        _("Alder i dag: {age_on} år. Folkepensionsalder: {limit} år").format(
            age_on=age_on(person.born, day), limit=limit
        ),
        "Lov om social pension",
    )


def pension_days(found: Standings, day: date, rates: Rates, figures: Figures) -> tuple[LookAgain, ...]:
    """The days to come on which somebody reaches the folkepensionsalder, soonest first."""
    born = (person.born for person, _rest in found.each if person.born is not None)
    days = sorted({each for each in (pension_day(one, rates, figures) for one in born) if each > day})
    return tuple(LookAgain(each, _("Folkepensionsalderen er nået. Søg folkepension.")) for each in days)
