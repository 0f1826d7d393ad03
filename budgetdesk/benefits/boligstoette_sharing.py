"""Homes shared with others than the family: flat-shares, and the bofællesskaber of boligstøtteloven §§ 24 a-24 i.

An ordinary flat-share is one household with one application. In a bofællesskab each resident has an own calculation
of the own share of the rent. How the formula of § 22 meets the ceilings of §§ 24 d-24 e has not been read in the law,
so for those homes only the ceiling is said; three or four in an almen family home follow the ordinary rules (§ 24 i).

Spec: docs/benefits/boligstoette.md
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from budgetdesk.benefits.assessment import Step
from budgetdesk.benefits.boligstoette_facts import COLLECTIVE, OWN_SHARE, Facts, Scheme
from budgetdesk.benefits.boligstoette_formula import threshold
from budgetdesk.benefits.boligstoette_rent import MONTHS, HousingCost, housing_cost
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.members import Members
from budgetdesk.household.case import Person
from budgetdesk.household.words import Sharing
from budgetdesk.i18n import _
from budgetdesk.money import ZERO, to_krone, to_oere

OTHER_WORDS = {"": Sharing.NONE, "shared": Sharing.ROOMMATES}
"""Words of older case files."""


def sharing_of(word: str) -> Sharing | None:
    """How a home is shared, from the word of the case file; None for a word that is not known."""
    if word in OTHER_WORDS:
        return OTHER_WORDS[word]
    return Sharing(word) if word in set(Sharing) else None


def counted_members(who: Members, tenant: Person | None, sharing: Sharing | None) -> Members:
    """Those who are reckoned together: in a bofællesskab the tenant and the children, else everybody at home."""
    if sharing not in OWN_SHARE or tenant is None:
        return who
    return replace(who, adults=(tenant,))


@dataclass(frozen=True)
class CollectiveShare:
    """What is known of the boligstøtte of one resident of a bofællesskab, kr/month."""

    most: Decimal
    by_formula: Decimal
    steps: tuple[Step, ...]


def collective_share(facts: Facts, figures: Figures, *, rent_known: bool) -> CollectiveShare:
    """The most one resident could get (§§ 24 c-24 e), and what the ordinary formula says of the capped share.

    Kr/month in whole kroner, half up. Without a known rent the ceiling is reckoned with. Raises NoRateError.
    """
    if facts.sharing not in COLLECTIVE:
        raise ValueError(f"{facts.sharing} has no ceiling for each resident")
    cost = housing_cost(facts, figures)
    most_cost = figures.take(f"{facts.scheme}_bofaellesskab_boligudgift")
    most_benefit = figures.take(f"{facts.scheme}_bofaellesskab_hoejst")
    counted = min(cost.before_area, most_cost) if rent_known else most_cost
    most = to_krone(min(counted, most_benefit) / MONTHS)
    formula = to_krone(min(max(ZERO, _formula(facts, counted, figures)), most_benefit, counted) / MONTHS)
    return CollectiveShare(most, formula, _steps(cost, counted, most_cost, most, formula, rent_known=rent_known))


def _formula(facts: Facts, counted: Decimal, figures: Figures) -> Decimal:
    """Share less taper as in §§ 21-22, kr/year; without own payment, which these homes' ceilings leave no room for."""
    supplement = figures.take("boligydelse_tillaeg") if facts.scheme is Scheme.BOLIGYDELSE else ZERO
    above = max(ZERO, facts.income_per_month * MONTHS - threshold(facts, figures))
    taper = above * figures.take_share(f"{facts.scheme}_aftrapning")
    return (counted + supplement) * figures.take_share(f"{facts.scheme}_andel") - taper


def _steps(
    cost: HousingCost, counted: Decimal, most_cost: Decimal, most: Decimal, formula: Decimal, *, rent_known: bool
) -> tuple[Step, ...]:
    lines = [Step(part.text, part.paragraph, to_oere(part.amount or ZERO)) for part in cost.parts] if rent_known else []
    return (
        *lines,
        Step(_("Højeste boligudgift pr. år for hver beboer"), "§ 24 d", most_cost),
        Step(_("Din andel af boligudgiften pr. år, der regnes med"), "§ 24 c", to_oere(counted)),
        Step(_("Den almindelige formel pr. måned (ikke bekræftet for bofællesskaber)"), "§§ 21-22", formula),
        Step(_("Højest mulige boligstøtte pr. måned"), "§ 24 e", most),
    )
