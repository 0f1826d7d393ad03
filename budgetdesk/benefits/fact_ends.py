"""How a fact that is missing could turn out: a few values at the ends of what is likely, to try an answer with.

The amounts are ends of what occurs in ordinary households, not figures of the law; nothing is computed from them but
which question is worth asking first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from budgetdesk.household import paths
from budgetdesk.household.case import Case, Income, IncomeBase
from budgetdesk.household.fact_kinds import kind_of
from budgetdesk.household.words import INCOME_BASES, Role, Tax

YEAR = timedelta(days=366)
_ENDS: dict[str, tuple[int, int]] = {
    "rent_per_month": (3_000, 15_000),
    "new_rent": (3_000, 15_000),
    "area_m2": (25, 140),
    "new_area_m2": (25, 140),
    "heating_cost": (2_000, 30_000),
    "health_cost": (500, 15_000),
    "dental_cost": (0, 20_000),
    "childcare_price": (500, 4_500),
    "commute_km": (0, 200),
    "commute_days": (0, 220),
    "income_before": (5_000, 40_000),
    "new_indskud": (5_000, 60_000),
    "residence_years": (3, 40),
    "nights_per_fortnight": (0, 14),
    "liquid": (0, 200_000),
    "net": (0, 2_000_000),
}
_USUAL = (0, 10_000)
_INCOME = (0, 40_000)
_NAME = re.compile(r"([a-z_0-9]+)(?:\[[^\]]*\])?$")


def possible(case: Case, path: str, day: date) -> tuple[Case, ...]:
    """The household for each way the fact at `path` could turn out; none where the ways cannot be told."""
    try:
        if path == "income":
            return tuple(paths.put(case, path, (_some_income(case, amount),)) for amount in _INCOME)
        row = re.fullmatch(r"income\[([^\]]+)\]\.(?:amount|tax)", path)
        if row is not None:
            return _before_tax(case, row[1])
        return tuple(paths.put(case, path, value) for value in _values(case, path, day))
    except KeyError:
        return ()


def _some_income(case: Case, amount: int) -> Income:
    who = case.tenant.id if case.tenant else ""
    return Income(id="i1", person=who, kind="personlig_indkomst", amount=Decimal(amount), tax=Tax.GROSS)


def _before_tax(case: Case, row_id: str) -> tuple[Case, ...]:
    """A row of income whose amount before tax is asked for: a little, and much."""
    row: Income = paths.get(case, f"income[{row_id}]")
    paid = row.amount if row.tax is Tax.NET else row.paid_out
    ends = [Decimal(end) for end in _INCOME] if paid is None else [paid * Decimal("1.1"), paid * 2]
    rows = [replace(row, amount=end, tax=Tax.GROSS, paid_out=paid) for end in ends]
    return tuple(
        replace(case, income=tuple(new if each.id == row_id else each for each in case.income)) for new in rows
    )


def _values(case: Case, path: str, day: date) -> Iterator[Any]:
    kind = kind_of(Case, path)
    named = _NAME.search(path)
    name = named[1] if named else ""
    if name == "income_base":
        yield from ((IncomeBase(base=base),) for base in INCOME_BASES)
    elif name == "born":
        yield from _birthdays(case, path, day)
    elif kind is bool:
        yield from (True, False)
    elif isinstance(kind, type) and issubclass(kind, StrEnum):
        yield from kind
    elif kind is date:
        yield from (day - 10 * YEAR, day - timedelta(days=30))
    elif kind in (int, Decimal):
        yield from (kind(end) for end in _ENDS.get(name, _USUAL))


def _birthdays(case: Case, path: str, day: date) -> Iterator[date]:
    child = paths.get(case, path.removesuffix(".born")).role is Role.CHILD
    for years in (1, 16) if child else (25, 70):
        yield day - years * YEAR
