"""The chart of budget lines as values. The lines themselves are data: `resources/chart.toml`, read by
`budgetdesk.readers.chart`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    minus: bool = False
    """True where the amount is typed as it stands and counted as money back (pant, boligstøtte)."""


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


@dataclass(frozen=True, kw_only=True)
class DebtKind:
    """One kind of debt, and the line on which its instalment is shown."""

    kind: str
    title: str
    line: str


@dataclass(frozen=True)
class Chart:
    """All lines in the order in which a budget is read."""

    groups: Mapping[str, str]
    """Group key -> Danish heading, in order."""
    lines: Mapping[str, ChartLine]
    """By code, in order."""
    incomes: Mapping[str, IncomeLine]
    """By kind, in order."""
    debts: Mapping[str, DebtKind] = field(default_factory=dict)
    """Kinds of debt by key, in order; `andet` takes what is not on the list."""

    def debt_line(self, kind: str) -> ChartLine:
        """The line on which an instalment of this kind of debt is shown."""
        known = self.debts.get(kind) or self.debts["andet"]
        return self.lines[known.line]
