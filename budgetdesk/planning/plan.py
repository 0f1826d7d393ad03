"""What a test of a repayment plan answers. Values only; amounts are kr.

"Holds": on every bank day of its run the accounts stay at or above zero without overdraft, every week leaves at least
the policy's amount to live on, running rent and fixed bills are paid, and only granted money is counted. The run lasts
until all regular money has come once more after the last instalment (one month, up to three).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from budgetdesk.household.agreement import Instalment


class PlanVerdict(StrEnum):
    HOLDS = "holds"
    HOLDS_IF = "holds_if"
    TIGHT = "tight"
    BREAKS = "breaks"


class Standing(StrEnum):
    """A proposal until the landlord has said yes."""

    PROPOSAL = "proposal"
    ACCEPTED = "accepted"


@dataclass(frozen=True)
class DayBalance:
    """The accounts together at the end of a day, kr, and what moved."""

    day: date
    balance: Decimal
    moves: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, kw_only=True)
class BreakPoint:
    """How much worse one thing may get before the plan breaks.

    `kind`: rent_rises_percent, boligstoette_falls, unexpected_bill, wage_late, benefit_late.
    """

    kind: str
    limit: Decimal | None
    """The largest whole step that still holds (per cent, kr or days); None where nothing tested breaks it."""
    breaks_on: date | None
    holds: bool = True


@dataclass(frozen=True, kw_only=True)
class StressRow:
    """One thing that goes wrong, and whether the plan stands it.

    `kind`: rent_rises_percent, boligstoette_falls, bill, wage_late, benefit_late, decision_late.
    """

    kind: str
    size: Decimal
    """Per cent, kr, bank days or weeks, by its kind."""
    holds: bool
    breaks_on: date | None = None
    """The first day below zero."""
    missing: Decimal = Decimal(0)
    """How much is missing that day, kr."""
    limit: Decimal | None = None
    """The largest whole step that holds, in the unit of `size`; None where nothing tested breaks it, or not asked."""
    lowest: DayBalance | None = None
    title: str = ""
    """What is late, where the kind does not say it: `Børne- og ungeydelse`."""


@dataclass(frozen=True, kw_only=True)
class Closing:
    """What would close the gap where no plan holds: tried, not guessed. With this change alone `option` holds.

    `kind`: spared (lines that can be done without), pause (instalments on other debts), benefit (in process),
    one_off (one sum on the next bank day), together (several of the first three).
    """

    kind: str
    titles: tuple[str, ...]
    amounts: tuple[Decimal, ...]
    """Beside each title, kr/month; for `one_off` the sum, kr."""
    paths: tuple[str, ...]
    option: PlanOption

    @property
    def amount(self) -> Decimal:
        """All of it together, kr/month or kr once."""
        return sum(self.amounts, Decimal(0))


@dataclass(frozen=True)
class Change:
    """Something known that changes on the way: money that ends, a child that grows up."""

    day: date
    text: str


@dataclass(frozen=True, kw_only=True)
class Premise:
    """One premise on which the verdict stands; the same list for every tenant."""

    key: str
    title: str
    answer: bool | None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanOption:
    """One possible plan and how it stands the test."""

    name: str
    """`shortest`, `gentlest`, `with_one_off` or `chosen`."""
    instalments: tuple[Instalment, ...]
    verdict: PlanVerdict
    lowest: DayBalance
    luft_per_month: Decimal
    approver: str = ""
    """Who may approve a plan of so many months under the policy; "" where it says nothing."""
    one_off: Instalment | None = None
    """The extra payment among the instalments, the bank day after one-off money comes."""
    one_off_title: str = ""
    """What that money is: `Feriepenge`."""


@dataclass(frozen=True)
class WayOut:
    """One way out when money is short: its kind (`benefit`, `rescue`, `one_off`, `pause`, `spared`, `talk`), the Danish
    sentence, and the fact it is about ("" where there is none yet)."""

    kind: str
    text: str
    path: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanTest:
    """The whole answer."""

    on: date
    verdict: PlanVerdict
    standing: Standing
    total: Decimal
    """The arrears to be paid, kr."""
    instalments: tuple[Instalment, ...]
    conditions: tuple[str, ...]
    """What a `holds_if` waits for, and what must be known before anything can be said (Danish sentences)."""
    lowest: DayBalance | None
    curve: tuple[DayBalance, ...]
    breaks_when: tuple[BreakPoint, ...]
    premises: tuple[Premise, ...]
    alternatives: tuple[PlanOption, ...]
    missing_per_month: Decimal | None = None
    """When no plan holds: what is missing, kr/month."""
    ways_out: tuple[str, ...] = ()
    ways: tuple[WayOut, ...] = ()
    """The same as `ways_out`, each with its kind and the fact it is about."""
    luft_per_month: Decimal | None = None
    """What is left each month beside the largest instalment, kr."""
    policy_version: str = ""
    late_days: int = 7
    """How many days after its due day an instalment counts as broken (policy)."""
    missing_facts: tuple[str, ...] = ()
    outlook: tuple[DayBalance, ...] = ()
    """The days of `curve` and on to two years from today, the plan paid."""
    changes: tuple[Change, ...] = ()
    """What changes in those two years."""
    assumed: tuple[str, ...] = ()
    """What was taken for granted (Danish sentences), such as next year's benefits at this year's figures."""
    stress: tuple[StressRow, ...] = ()
    """The plan under strain; empty where it breaks without."""
    closes_when: tuple[Closing, ...] = ()
    """Where no plan holds on granted money: what would close the gap, each tried."""

    @property
    def first_below(self) -> DayBalance | None:
        """The first day below zero within two years; None where there is none."""
        return next((day for day in (self.outlook or self.curve) if day.balance < 0), None)
