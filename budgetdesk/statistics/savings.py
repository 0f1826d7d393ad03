"""What preventing evictions costs and saves the landlord, per 1,000 tenancies a year, and where it breaks even.

Amounts are kr. The method is CFBU's ("Sociale viceværter", 2017): the municipality's loss is not known, so what is
asked is how large it must be for the effort to pay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _
from budgetdesk.money import ZERO


@dataclass(frozen=True)
class Saving:
    """One year, per 1,000 tenancies."""

    cost: Decimal
    """What the effort costs."""
    prevented: Fraction
    """Evictions prevented."""
    loss: Decimal
    """The landlord's loss by one eviction."""

    @property
    def saved(self) -> Decimal:
        """What the landlord saves."""
        return _kroner(self.prevented * Fraction(self.loss))

    @property
    def to_break_even(self) -> Decimal:
        """What others, such as the municipality, must save in all for the effort to pay; 0 where it pays already."""
        return max(ZERO, self.cost - self.saved)

    @property
    def to_break_even_each(self) -> Decimal | None:
        """The same per eviction prevented; None where none was prevented."""
        return _kroner(Fraction(self.to_break_even) / self.prevented) if self.prevented > 0 else None


def mean_loss(estimates: Sequence[Decimal]) -> Decimal:
    """The mean of several estimates of what one eviction costs, whole kr. Raises BadInputError where there is none."""
    if not estimates:
        raise BadInputError(_("Der er intet bud på, hvad en udsættelse koster. Skriv mindst ét."))
    return _kroner(Fraction(sum(estimates, ZERO)) / len(estimates))


def to_thousands(amount: Decimal) -> Decimal:
    """As reports print it: whole thousands, half up."""
    return Decimal(int(amount / 1000 + Decimal("0.5")) * 1000)


def _kroner(amount: Fraction) -> Decimal:
    return Decimal(int(amount + Fraction(1, 2)))
