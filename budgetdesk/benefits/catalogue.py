"""Every benefit the program knows, and all the answers for one household in the order they matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from budgetdesk.benefits import boligstoette, paragraf_34, paragraf_81, paragraf_81_a
from budgetdesk.benefits.assessment import Assessment, Mode
from budgetdesk.benefits.eviction_threat import Threat, threat
from budgetdesk.benefits.rates import Rates
from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Case


@dataclass(frozen=True)
class Benefit:
    """One benefit: its name in the public contract, its Danish title, and its rule."""

    name: str
    title: str
    assess: Callable[..., Assessment]


CATALOGUE: tuple[Benefit, ...] = tuple(
    Benefit(rule.BENEFIT, rule.TITLE, rule.assess) for rule in (boligstoette, paragraf_34, paragraf_81_a, paragraf_81)
)
RESCUE = (paragraf_81_a.BENEFIT, paragraf_81.BENEFIT)


def assess_all(
    case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL, only: str | None = None
) -> tuple[Assessment, ...]:
    """Every assessment, or the one named `only`. With arrears or a påkrav the rescue stands first.

    Raises BadInputError for a name that no benefit has.
    """
    chosen = [benefit for benefit in CATALOGUE if only in (None, benefit.name)]
    if not chosen:
        names = ", ".join(benefit.name for benefit in CATALOGUE)
        raise BadInputError(f"Ydelsen “{only}” findes ikke. Brug en af: {names}.")
    if Threat.ARREARS <= threat(case, day) < Threat.CARRIED_OUT:
        chosen.sort(key=lambda benefit: benefit.name not in RESCUE)
    return tuple(benefit.assess(case, day, rates, mode=mode) for benefit in chosen)
