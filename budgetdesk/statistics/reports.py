"""What the evaluations counted and print, so that their tables can be seen to come out from their own counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from budgetdesk.statistics.effect import Effect, Series, effects, fall, per_cent
from budgetdesk.statistics.savings import Saving, mean_loss, to_thousands


@dataclass(frozen=True, kw_only=True)
class Fall:
    """Evictions in two years, and the fall in per cent as printed."""

    name: str
    first_year: int
    last_year: int
    before: int
    after: int
    printed: int

    @property
    def reckoned(self) -> int:
        """The fall in whole per cent."""
        return per_cent(fall(self.before, self.after))


@dataclass(frozen=True, kw_only=True)
class Evaluations:
    """The counts of the reports. Amounts are kr."""

    falls: tuple[Fall, ...]
    effort: Series
    control: Series
    prevention: Decimal
    losses: tuple[Decimal, ...]
    printed_loss: Decimal
    printed_saved: tuple[Decimal, ...]
    printed_to_break_even: Decimal
    printed_to_break_even_each: Decimal

    @property
    def loss(self) -> Decimal:
        """The mean of the estimates in whole thousands."""
        return to_thousands(mean_loss(self.losses))

    @property
    def effects(self) -> tuple[Effect, ...]:
        """The effect in each year with the effort."""
        return effects(self.effort, self.control)

    @property
    def savings(self) -> tuple[Saving, ...]:
        """Each year with the effort. The report rounds the evictions prevented to one decimal before it multiplies."""
        return tuple(Saving(self.prevention, _one_decimal(one.per_thousand), self.loss) for one in self.effects)


def _one_decimal(value: Fraction) -> Fraction:
    return Fraction(int(abs(value) * 10 + Fraction(1, 2)), 10) * (1 if value >= 0 else -1)
