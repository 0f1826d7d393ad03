"""Varmetillæg from plain numbers: three slices of the heating cost above the own payment, times the tillægsprocent.

Law:  Lov om social pension § 14, stk. 2. Kr/year, tax free, not rounded here.
Spec: docs/benefits/varmetillaeg.md
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from budgetdesk.benefits.figures import HUNDRED, Figures
from budgetdesk.money import ZERO

LAW = "social_pension"


@dataclass(frozen=True)
class Limits:
    """The own payment and the limits A, B and C (kr/year), and what is covered of each slice (per cent)."""

    own_payment: Decimal
    a: Decimal
    b: Decimal
    c: Decimal
    shares: tuple[Decimal, Decimal, Decimal]


def varmetillaeg(cost: Decimal, limits: Limits, percent: int) -> Decimal:
    """The yearly varmetillæg for a yearly heating cost. Nothing below the own payment; nothing more above limit C."""
    ends = (limits.own_payment, limits.a, limits.b, limits.c)
    slices = (max(ZERO, min(cost, high) - low) for low, high in pairwise(ends))
    covered = sum((part * share / HUNDRED for part, share in zip(slices, limits.shares, strict=True)), ZERO)
    return covered * percent / HUNDRED


def limits_on(figures: Figures, *, pair: bool, extra_adults: int) -> Limits:
    """The limits of the day. Raises NoRateError for the years of which they are not known: they are never projected."""
    c = figures.take("varme_graense_c", law=LAW)
    if extra_adults > 0:
        c += extra_adults * figures.take("varme_graense_c_ekstra", law=LAW)
    first, second, third = (figures.take(f"varme_andel_{number}", law=LAW) for number in (1, 2, 3))
    return Limits(
        own_payment=figures.take(own_payment_name(pair=pair), law=LAW),
        a=figures.take("varme_graense_a", law=LAW),
        b=figures.take("varme_graense_b", law=LAW),
        c=c,
        shares=(first, second, third),
    )


def own_payment_name(*, pair: bool) -> str:
    """The name of the figure for the own payment."""
    return "varme_egenbetaling_par" if pair else "varme_egenbetaling_enlig"
