"""The arithmetic of økonomisk friplads: the share of the price that parents pay themselves, and the sibling discount.

Law: Dagtilbudsloven § 43 and the yearly table of limits. Plain numbers in, per cent and kroner out.

Up to and including the lower limit a place is free. The first step above it costs 5 per cent of the price, and each
step 1 per cent more; from the upper limit the full price. The discount for brothers and sisters is reckoned after
friplads. As every place has the same per cent, the order between the two changes no amount.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from budgetdesk.benefits.figures import HUNDRED
from budgetdesk.money import KRONE, ZERO

FULL = HUNDRED
"""The full price, in per cent."""
ONE_MORE = Decimal(1)


@dataclass(frozen=True)
class Limits:
    """The scale for one household, kr/year, and how its steps are made."""

    lower: Decimal
    """Free up to and including this income."""
    upper: Decimal
    """The full price from this income on."""
    steps: Decimal
    first_per_cent: Decimal

    @property
    def step(self) -> Decimal:
        """How much income makes one step, kr/year. The last step ends one krone before the upper limit."""
        return (self.upper - 1 - self.lower) / self.steps


@dataclass(frozen=True)
class Place:
    """A place at its full price, kr/month, and whether brothers and sisters give it a discount."""

    price: Decimal
    discounted: bool = True


def raised(limits: Limits, addition: Decimal) -> Limits:
    """The scale with both limits raised, for a single provider and for more children. The steps keep their size."""
    return Limits(limits.lower + addition, limits.upper + addition, limits.steps, limits.first_per_cent)


def own_per_cent(income_per_year: Decimal, limits: Limits) -> Decimal:
    """What the parents pay of the price, in whole per cent: 0, 5 to 99, or 100."""
    if income_per_year <= limits.lower:
        return ZERO
    if income_per_year >= limits.upper:
        return FULL
    steps = ((income_per_year - limits.lower) / limits.step).to_integral_value(ROUND_FLOOR)
    return min(FULL - ONE_MORE, limits.first_per_cent + steps)


def own_payments(places: Sequence[Place], per_cent: Decimal, discount: Decimal) -> tuple[Decimal, ...]:
    """What each place costs the parents, kr/month in whole kroner, 50 øre up.

    The dearest of the places that give a discount is paid in full, each of the others less `discount` per cent.
    """
    dearest = max((place.price for place in places if place.discounted), default=ZERO)
    found = []
    paid_in_full = False
    for place in places:
        price = place.price * per_cent / FULL
        if place.discounted and place.price == dearest and not paid_in_full:
            paid_in_full = True
        elif place.discounted:
            price = price * (FULL - discount) / FULL
        found.append(price.quantize(KRONE, ROUND_HALF_UP))
    return tuple(found)
