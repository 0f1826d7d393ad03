"""The chart of budget lines as values. The lines themselves are data: `resources/chart.toml`, read by
`budgetdesk.readers.chart`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Need


class LineType(StrEnum):
    """Fixed cost, everyday (variable) cost, or a reserve for something irregular."""

    FIXED = "fixed"
    VARIABLE = "variable"
    RESERVE = "reserve"


class Owner(StrEnum):
    """Who types the amount: the budget page, or another fact that the line only shows."""

    BUDGET = "budget"
    TENANCY = "tenancy"
    DEBTS = "debts"
    PLAN = "plan"
    DERIVED = "derived"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class ChartLine:
    """One line of the chart."""

    code: str
    title: str
    group: str
    type: LineType
    need: Need
    rhythm: Rhythm
    pays_on: str = ""
    owner: Owner = Owner.BUDGET
    help: str = ""
    """Where the figure is found, in one short sentence."""
    common: bool = False
    """True for the lines nearly every household has: shown from the start."""


@dataclass(frozen=True, kw_only=True)
class IncomeLine:
    """One kind of income."""

    kind: str
    title: str
    pays_on: str
    taxable: bool
    rhythm: Rhythm = Rhythm.MONTHLY
    help: str = ""
    one_off: bool = False
    """True for money that does not belong to an ordinary month (feriepenge, overskydende skat)."""


@dataclass(frozen=True)
class Chart:
    """All lines in the order in which a budget is read."""

    groups: Mapping[str, str]
    """Group key -> Danish heading, in order."""
    lines: Mapping[str, ChartLine]
    """By code, in order."""
    incomes: Mapping[str, IncomeLine]
    """By kind, in order."""
