"""Whether a benefit can concern a household at all, by facts that are cheap to look at: what is asked, and what is not.

This decides what is asked about and shown first, never an answer: an assessment stands whatever is said here.
Where a fact is not known yet, the benefit concerns the household.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from budgetdesk.benefits.members import KONTANTHJAELP, couple, lives_on
from budgetdesk.dates import age_on
from budgetdesk.household.case import Case, Person
from budgetdesk.household.new_home import with_new_home
from budgetdesk.household.words import Letter, Role

ADULT_AGE = 18
NEAR_PENSION = 65
"""Younger than this nobody is asked about folkepension; the law's own age is a figure of its own."""
PENSIONS = frozenset({"folkepension", "foertidspension", "seniorpension"})
ON_THE_WAY_TO_PENSION = PENSIONS | {"ressourceforloeb", "sygedagpenge", "ledighedsydelse"}
WITHOUT_WORK = frozenset(KONTANTHJAELP) | {"ingen", "andet"}


def concerns(benefit: str, case: Case, day: date) -> bool:
    """Whether anything in the household points to the benefit. True for every benefit that has no such sign."""
    sign = SIGNS.get(benefit)
    return sign is None or sign(case, day)


def _children(case: Case, day: date) -> bool:
    return any(
        person.born is None or age_on(person.born, day) < ADULT_AGE
        for person in case.persons
        if person.role is Role.CHILD
    )


def _old(person: Person, day: date) -> bool:
    return person.born is None or age_on(person.born, day) >= NEAR_PENSION


def _any_base(case: Case, day: date, bases: frozenset[str]) -> bool:
    return any(lives_on(case, person, day) & bases for person in couple(case))


def _pensioner(case: Case, day: date) -> bool:
    granted = any(person.pension_granted for person in couple(case))
    return granted or _any_base(case, day, PENSIONS) or any(_old(person, day) for person in couple(case))


def _near_old_age(case: Case, day: date) -> bool:
    return any(_old(person, day) for person in couple(case)) or _any_base(case, day, frozenset({"folkepension"}))


def _unable_to_work(case: Case, day: date) -> bool:
    return any(person.pension_granted for person in couple(case)) or _any_base(case, day, ON_THE_WAY_TO_PENSION)


def _without_work(case: Case, day: date) -> bool:
    unsaid = any(not lives_on(case, person, day) for person in couple(case))
    return unsaid or _any_base(case, day, WITHOUT_WORK)


def _moving(case: Case, day: date) -> bool:
    facts = with_new_home(case, day).circumstances
    said = (facts.moving_reason, facts.moving_cost, facts.new_rent, facts.new_area_m2, facts.new_indskud)
    return bool(facts.moving) or any(fact is not None for fact in said)


def _behind(case: Case, _: date) -> bool:
    return bool(case.arrears.rows) or case.arrears.letter is not Letter.NONE


def _unexpected_bill(case: Case, day: date) -> bool:
    return _behind(case, day) or case.circumstances.single_expense is not None


def _ill(case: Case, _: date) -> bool:
    facts = case.circumstances
    return bool(facts.treatment_needed) or any(cost is not None for cost in (facts.dental_cost, facts.health_cost))


def _earns(case: Case, day: date) -> bool:
    unclaimed = any(person.adult.feriepenge_unclaimed for person in couple(case))
    return unclaimed or _any_base(case, day, frozenset({"loen", "dagpenge", "sygedagpenge"}))


SIGNS: Mapping[str, Callable[[Case, date], bool]] = {
    "beboerindskud": _moving,
    "boerne_og_ungeydelse": _children,
    "boernetilskud": _children,
    "boernebidrag": _children,
    "friplads": _children,
    "kontanthjaelp": _without_work,
    "folkepension": _near_old_age,
    "foertidspension": _unable_to_work,
    "aeldrecheck": _near_old_age,
    "varmetillaeg": _pensioner,
    "helbredstillaeg": _pensioner,
    "personligt_tillaeg": _pensioner,
    "paragraf_81": _unexpected_bill,
    "paragraf_81_a": _behind,
    "paragraf_82": _ill,
    "paragraf_82_a": _ill,
    "paragraf_85": _moving,
    "huslejehjaelp_2026": _behind,
    "feriepenge": _earns,
}
"""What points to each benefit."""
