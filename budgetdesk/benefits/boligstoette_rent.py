"""The boligudgift: the rent as boligstøtteloven §§ 10-14 counts it, kr/year.

Spec: docs/benefits/boligstoette.md
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from budgetdesk.benefits.assessment import Mode, Step
from budgetdesk.benefits.boligstoette_facts import Facts
from budgetdesk.benefits.figures import HUNDRED, Figures
from budgetdesk.household.words import Heating, MaintenanceDuty, Sharing
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO

MONTHS = 12
MOST_CHILDREN_NAMED = 4
"""§ 14, stk. 1 names 1, 2, 3 and "4 or more" children."""


@dataclass(frozen=True)
class HousingCost:
    """The boligudgift, kr/year: what it is made of, and what is left after area and ceiling."""

    parts: tuple[Step, ...]
    before_area: Decimal
    area_m2: Decimal
    allowed_m2: Decimal
    after_area: Decimal
    ceiling: Decimal | None
    counted: Decimal

    @property
    def too_large(self) -> bool:
        """Whether the home is larger than counts for so many people."""
        return self.area_m2 > self.allowed_m2

    @property
    def too_dear(self) -> bool:
        """Whether the ceiling of § 14 is passed."""
        return self.ceiling is not None and self.after_area > self.ceiling


def housing_cost(facts: Facts, figures: Figures) -> HousingCost:
    """Rent and § 10's corrections, then the share for the area that counts (§ 12), then the ceiling (§ 14).

    The order of area and ceiling is the official calculator's. Nothing is rounded but the ceiling.
    """
    area = facts.area_m2 - facts.lodger_area_m2
    parts = _parts(facts, area, figures)
    before_area = max(ZERO, sum((part.amount or ZERO for part in parts), ZERO))
    allowed = allowed_area(facts, figures)
    after_area = before_area * allowed / area if area > allowed else before_area
    limit = ceiling(facts, figures)
    cost = HousingCost(
        parts=parts,
        before_area=before_area,
        area_m2=area,
        allowed_m2=allowed,
        after_area=after_area,
        ceiling=limit,
        counted=after_area if limit is None else min(after_area, limit),
    )
    if cost.too_dear:
        for name in _ceiling_figures(facts):
            figures.rest_on(name)
    return cost


def allowed_area(facts: Facts, figures: Figures) -> Decimal:
    """The area that counts, m2: § 12; in a bofællesskab for three or four § 24 i."""
    if facts.sharing is Sharing.BOFAELLESSKAB_3_4:
        own = figures.take("areal_foerste_person")
        return own + figures.take("bofaellesskab_areal_boern") if facts.children else own
    area = figures.take("areal_foerste_person") + figures.take("areal_flere_personer") * (facts.persons - 1)
    return area + figures.take("areal_bevaegelseshaemmet") if facts.adapted else area


def ceiling(facts: Facts, figures: Figures) -> Decimal | None:
    """The highest boligudgift, kr/year, to the nearest hundred, half up (§ 14); None where there is none.

    Children and disability both raise the base amount; the larger rise counts (how they add up is not settled).
    """
    if facts.no_ceiling:
        return None
    base, *rises = (figures.compare(name) for name in _ceiling_figures(facts))
    raised = base * (HUNDRED + max(rises, default=ZERO)) / HUNDRED
    return (raised / HUNDRED).quantize(Decimal(1), ROUND_HALF_UP) * HUNDRED


def _ceiling_figures(facts: Facts) -> list[str]:
    names = [f"{facts.scheme}_boligudgift_hoejst"]
    if facts.children:
        names.append(f"boligudgift_boern_{min(facts.children, MOST_CHILDREN_NAMED)}")
    if facts.raised:
        names.append("boligudgift_bevaegelseshaemmet")
    return names


def _parts(facts: Facts, area: Decimal, figures: Figures) -> tuple[Step, ...]:
    parts = [Step(_("Husleje pr. år"), "§ 10, stk. 1", facts.rent_per_month * MONTHS)]
    if facts.lodger_rent:
        parts.append(Step(_("Leje fra logerende pr. år, trækkes fra"), "§ 10, stk. 1", -facts.lodger_rent * MONTHS))
    corrections = _official_corrections(facts) if facts.mode is Mode.OFFICIAL else _full_corrections(facts)
    for name, text, paragraph, sign in corrections:
        parts.append(Step(text, paragraph, sign * area * figures.take(f"{facts.scheme}_{name}")))
    return tuple(parts)


Correction = tuple[str, str, str, int]
"""Figure, text, paragraph, and whether it is added or taken off."""

_HEAT_OUT: Correction = ("varme_i_husleje", N_("Varme i huslejen pr. år, trækkes fra"), "§ 10, stk. 2", -1)
_HOT_WATER_OUT: Correction = (
    "varmt_vand_i_husleje",
    N_("Varmt vand i huslejen pr. år, trækkes fra"),
    "§ 10, stk. 2",
    -1,
)
_POWER_OUT: Correction = ("el_i_husleje", N_("El i huslejen pr. år, trækkes fra"), "§ 10, stk. 2", -1)
_HEAT_IN: Correction = ("varmetillaeg", N_("Varme ved siden af huslejen pr. år, lægges til"), "§ 10, stk. 5", 1)
_WATER_IN: Correction = ("vandafgift", N_("Vandafgift ved siden af huslejen pr. år, lægges til"), "§ 10, stk. 3", 1)
_SEWER_IN: Correction = (
    "vandafledning",
    N_("Vandafledning ved siden af huslejen pr. år, lægges til"),
    "§ 10, stk. 3",
    1,
)
_UPKEEP: dict[MaintenanceDuty, Correction] = {
    MaintenanceDuty.PARTIAL: (
        "vedligeholdelse_delvis",
        N_("Delvis vedligeholdelse pr. år, lægges til"),
        "§ 10, stk. 4",
        1,
    ),
    MaintenanceDuty.FULL: ("vedligeholdelse_fuld", N_("Vedligeholdelse pr. år, lægges til"), "§ 10, stk. 4", 1),
}


def _official_corrections(facts: Facts) -> list[Correction]:
    """The official calculator asks about the heating only, and lets the hot water follow it."""
    return (
        [translated(_HEAT_IN)]
        if facts.heating is Heating.SEPARATE
        else [translated(_HEAT_OUT), translated(_HOT_WATER_OUT)]
    )


def _full_corrections(facts: Facts) -> list[Correction]:
    separate = facts.heating is Heating.SEPARATE
    hot_water = not separate if facts.hot_water_in_rent is None else facts.hot_water_in_rent
    corrections = [translated(_HEAT_IN) if separate else translated(_HEAT_OUT)]
    if hot_water:
        corrections.append(translated(_HOT_WATER_OUT))
    if facts.electricity_in_rent:
        corrections.append(translated(_POWER_OUT))
    if facts.water_separate:
        corrections += [translated(_WATER_IN), translated(_SEWER_IN)]
    if facts.maintenance_duty in _UPKEEP:
        corrections.append(translated(_UPKEEP)[facts.maintenance_duty])
    return corrections
