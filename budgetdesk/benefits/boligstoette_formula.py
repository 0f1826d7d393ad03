"""The formulas of boligstøtte: boligsikring (§ 22) and boligydelse (§ 21), their ceilings and rounding.

Spec: docs/benefits/boligstoette.md
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import StrEnum

from budgetdesk.benefits.boligstoette_facts import Facts, Scheme
from budgetdesk.benefits.boligstoette_rent import MONTHS, HousingCost, housing_cost
from budgetdesk.benefits.figures import HUNDRED, Figures
from budgetdesk.money import KRONE, ZERO, to_krone

HALF_KRONE = Decimal("0.5")
"""The year is rounded half up: half a krone below the minimum still reaches it."""


class Limit(StrEnum):
    """What decides the size of the benefit."""

    FORMULA = "formula"
    OWN_PAYMENT = "own_payment"
    HIGHEST = "highest"
    NO_CHILDREN = "no_children"


@dataclass(frozen=True, kw_only=True)
class Award:
    """The benefit and how it came about. Kr/year, but `per_month`."""

    facts: Facts
    cost: HousingCost
    wealth_addition: Decimal
    income: Decimal
    """12 times the monthly income, and the wealth addition."""
    threshold: Decimal
    share: Decimal
    taper: Decimal
    own_payment: Decimal
    limits: dict[Limit, Decimal]
    decided_by: Limit
    before_minimum: Decimal
    minimum: Decimal
    per_month: Decimal

    @property
    def below_minimum(self) -> bool:
        """Whether something was left that is too small to be paid (§ 33)."""
        return ZERO < self.before_minimum < self.minimum


def calculate(facts: Facts, figures: Figures) -> Award:
    """The benefit of one household. The year is rounded to whole kroner (half up), then a twelfth of it likewise."""
    cost = housing_cost(facts, figures)
    addition = wealth_addition(facts, figures)
    return _award(facts, cost, addition, facts.income_per_month * MONTHS + addition, figures)


def highest_income(award: Award, figures: Figures) -> Decimal | None:
    """The highest income, whole kr/year with wealth addition, that still gives something; None where none does.

    The formula is solved for the income that leaves the minimum; the whole krone at it is then tried.
    """

    def pays(income: Decimal) -> bool:
        return _award(award.facts, award.cost, award.wealth_addition, income, figures).per_month > 0

    if not pays(ZERO):
        return None
    scheme = award.facts.scheme
    least = max(award.minimum, KRONE) - HALF_KRONE
    found = award.threshold + (award.share - least) / figures.take_share(f"{scheme}_aftrapning")
    if scheme is Scheme.BOLIGYDELSE:
        own_share = figures.compare("boligydelse_egenbetaling_andel") / HUNDRED
        found = min(found, (award.cost.counted - least) / own_share)
    highest = max(ZERO, found.to_integral_value(ROUND_FLOOR))
    return highest if pays(highest) else highest - KRONE


def wealth_addition(facts: Facts, figures: Figures) -> Decimal:
    """The part of the wealth that counts as income, kr/year (§ 8 a). The limits are the household's, not a person's."""
    if facts.net_wealth <= ZERO:
        return ZERO
    low = figures.compare(f"{facts.scheme}_formue_10")
    if facts.net_wealth <= low:
        return ZERO
    figures.rest_on(f"{facts.scheme}_formue_10")
    high = figures.take(f"{facts.scheme}_formue_20")
    between = (min(facts.net_wealth, high) - low) * figures.take_share("formue_andel_lav")
    above = max(ZERO, facts.net_wealth - high)
    return between + (above * figures.take_share("formue_andel_hoej") if above else ZERO)


def _award(facts: Facts, cost: HousingCost, addition: Decimal, income: Decimal, figures: Figures) -> Award:
    scheme = facts.scheme
    supplement = figures.take("boligydelse_tillaeg") if scheme is Scheme.BOLIGYDELSE else ZERO
    share = (cost.counted + supplement) * figures.take_share(f"{scheme}_andel")
    limit = threshold(facts, figures)
    taper = max(ZERO, income - limit) * figures.take_share(f"{scheme}_aftrapning")
    own_payment = _own_payment(facts, income, figures)
    limits = {Limit.FORMULA: share - taper, Limit.OWN_PAYMENT: cost.counted - own_payment}
    limits |= _ceilings(facts, cost, figures)
    decided_by = min(limits, key=lambda limit: limits[limit])
    _rest_on(decided_by, facts, figures)
    year = to_krone(max(ZERO, limits[decided_by]))
    minimum = figures.compare(f"{scheme}_mindstebeloeb")
    if ZERO < year < minimum:
        figures.rest_on(f"{scheme}_mindstebeloeb")
    return Award(
        facts=facts,
        cost=cost,
        wealth_addition=addition,
        income=income,
        threshold=limit,
        share=share,
        taper=taper,
        own_payment=own_payment,
        limits=limits,
        decided_by=decided_by,
        before_minimum=year,
        minimum=minimum,
        per_month=to_krone(year / MONTHS) if year >= minimum else ZERO,
    )


def threshold(facts: Facts, figures: Figures) -> Decimal:
    """The income that takes nothing off, kr/year: the first child adds nothing, the next three each something.

    §§ 21-22; with `young_rule` the first three children of a young couple each add as much (not confirmed).
    """
    base = figures.take(f"{facts.scheme}_indkomstgraense")
    counting = facts.children - int(figures.take("indkomstgraense_boern_uden"))
    counting = min(max(0, counting), int(figures.take("indkomstgraense_boern_hoejst")))
    if facts.young_rule and facts.scheme is Scheme.BOLIGSIKRING:
        counting += min(facts.children, int(figures.take("unge_par_boern_hoejst")))
    if not counting:
        return base
    return base + counting * figures.take(f"{facts.scheme}_indkomstgraense_pr_barn")


def _own_payment(facts: Facts, income: Decimal, figures: Figures) -> Decimal:
    """What the household always pays itself (§ 21, stk. 2, § 22, stk. 2)."""
    lowest = figures.compare(f"{facts.scheme}_egenbetaling")
    if facts.scheme is Scheme.BOLIGSIKRING:
        return lowest
    return max(lowest, income * figures.compare("boligydelse_egenbetaling_andel") / HUNDRED)


def _ceilings(facts: Facts, cost: HousingCost, figures: Figures) -> dict[Limit, Decimal]:
    """The highest benefit (§ 23), and 15 per cent of the boligudgift without children (§ 22, stk. 3)."""
    limits: dict[Limit, Decimal] = {}
    if not facts.no_ceiling:
        limits[Limit.HIGHEST] = _highest(facts, figures)
    exempt = facts.exempt_pension or facts.raised
    if facts.scheme is Scheme.BOLIGSIKRING and not facts.children and not exempt:
        limits[Limit.NO_CHILDREN] = cost.counted * figures.compare("boligsikring_loft_uden_boern") / HUNDRED
    return limits


def _highest(facts: Facts, figures: Figures) -> Decimal:
    """The highest benefit, 12 times whole kr/month (half up). The larger rise counts where there are two (§ 23)."""
    base, *rises = (figures.compare(name) for name in _highest_figures(facts, figures))
    raised = base * (HUNDRED + max(rises, default=ZERO)) / HUNDRED
    return (raised / MONTHS).quantize(Decimal(1), ROUND_HALF_UP) * MONTHS


def _highest_figures(facts: Facts, figures: Figures) -> list[str]:
    names = [f"{facts.scheme}_hoejst"]
    if facts.children and facts.children >= figures.compare("hoejst_mange_boern_fra"):
        names.append("hoejst_mange_boern")
    if facts.raised:
        names.append("hoejst_bevaegelseshaemmet")
    return names


def _rest_on(limit: Limit, facts: Facts, figures: Figures) -> None:
    names = {
        Limit.FORMULA: [],
        Limit.OWN_PAYMENT: [f"{facts.scheme}_egenbetaling"],
        Limit.HIGHEST: _highest_figures(facts, figures),
        Limit.NO_CHILDREN: ["boligsikring_loft_uden_boern"],
    }[limit]
    for name in names:
        figures.rest_on(name)
