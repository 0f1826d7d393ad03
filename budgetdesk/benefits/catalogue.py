"""Every benefit the program knows, and all the answers for one household in the order in which they need each other.

The home comes first, because what it costs after boligstøtte decides the rest; then the children, then what the adults
live on and what is added to it, then what is left to discretion; taxes last. With arrears the rescue stands first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from budgetdesk.benefits import (
    aeldrecheck,
    beboerindskud,
    boerne_og_ungeydelse,
    boernebidrag,
    boernetilskud,
    boligstoette,
    feriepenge,
    foertidspension,
    folkepension,
    friplads,
    helbredstillaeg,
    huslejehjaelp_2026,
    kontanthjaelp,
    paragraf_34,
    paragraf_81,
    paragraf_81_a,
    paragraf_82,
    paragraf_82_a,
    paragraf_85,
    personligt_tillaeg,
    skattetjek,
    varmetillaeg,
)
from budgetdesk.benefits.assessment import Assessment, Mode
from budgetdesk.benefits.eviction_threat import Threat, threat
from budgetdesk.benefits.rates import Rates
from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Case
from budgetdesk.household.new_home import with_new_home
from budgetdesk.i18n import _


@dataclass(frozen=True)
class Benefit:
    """One benefit: its name in the public contract, its Danish title, and its rule."""

    name: str
    title: str
    assess: Callable[..., Assessment]


_RULES = (
    boligstoette,
    beboerindskud,
    boerne_og_ungeydelse,
    boernetilskud,
    boernebidrag,
    friplads,
    kontanthjaelp,
    folkepension,
    foertidspension,
    aeldrecheck,
    varmetillaeg,
    helbredstillaeg,
    personligt_tillaeg,
    paragraf_34,
    paragraf_81_a,
    paragraf_81,
    huslejehjaelp_2026,
    paragraf_82,
    paragraf_82_a,
    paragraf_85,
    feriepenge,
    skattetjek,
)
CATALOGUE: tuple[Benefit, ...] = tuple(Benefit(rule.BENEFIT, rule.TITLE, rule.assess) for rule in _RULES)
RESCUE = (paragraf_81_a.BENEFIT, paragraf_81.BENEFIT)


def assess_all(
    case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL, only: str | Collection[str] | None = None
) -> tuple[Assessment, ...]:
    """Every assessment, or those named in `only`. With arrears or a påkrav the rescue stands first.

    Raises BadInputError for a name that no benefit has.
    """
    case = with_new_home(case, day)
    chosen = list(CATALOGUE) if only is None else _named({only} if isinstance(only, str) else set(only))
    if Threat.ARREARS <= threat(case, day) < Threat.CARRIED_OUT:
        chosen.sort(key=lambda benefit: benefit.name not in RESCUE)
    return tuple(benefit.assess(case, day, rates, mode=mode) for benefit in chosen)


def _named(names: set[str]) -> list[Benefit]:
    known = [benefit.name for benefit in CATALOGUE]
    if unknown := sorted(names.difference(known)):
        raise BadInputError(
            _("Ydelsen “{unknown}” findes ikke. Brug en af: {known}.").format(
                unknown=unknown[0], known=", ".join(known)
            )
        )
    return [benefit for benefit in CATALOGUE if benefit.name in names]
