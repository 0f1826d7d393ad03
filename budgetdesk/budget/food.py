"""What a week's shopping may cost: the rows of the budget that are bought in a shop, per week and per day. Pure; kr."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from budgetdesk.budget.month import WEEKS_A_MONTH, MonthBudget
from budgetdesk.money import ZERO, to_oere

DAYS = 7


@dataclass(frozen=True, kw_only=True)
class FoodRow:
    """One row of the shopping, kr/week in whole øre."""

    title: str
    per_week: Decimal


@dataclass(frozen=True, kw_only=True)
class FoodFrame:
    """The week's shopping. `per_week` is the exact sum of the rows."""

    rows: tuple[FoodRow, ...]
    per_week: Decimal
    food_per_week: Decimal
    """Of it what is eaten and drunk."""
    for_living: Decimal
    """What there is to live on in a week, kr: the shopping is a part of it."""

    @property
    def per_day(self) -> Decimal:
        """For food, in whole kroner, rounded down: seven such days never cost more than the week has."""
        return (self.food_per_week / DAYS).to_integral_value(ROUND_FLOOR)

    @property
    def too_much(self) -> bool:
        """Whether the shopping alone is more than there is to live on."""
        return self.per_week > max(ZERO, self.for_living)


def food_frame(month: MonthBudget, shop: Collection[str], eaten: Collection[str]) -> FoodFrame | None:
    """The rows whose codes stand in `shop`; those in `eaten` are food. None where the budget has none of them, or
    where they come to nothing."""
    found = [row for row in month.expenses if row.counts and row.code in shop and row.per_month]
    rows = tuple(FoodRow(title=row.title, per_week=to_oere(row.per_month / WEEKS_A_MONTH)) for row in found)
    food = sum((made.per_week for row, made in zip(found, rows, strict=True) if row.code in eaten), ZERO)
    total = sum((row.per_week for row in rows), ZERO)
    if total <= 0:
        return None
    return FoodFrame(rows=rows, per_week=total, food_per_week=max(ZERO, food), for_living=month.for_living_per_week)
