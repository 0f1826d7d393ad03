"""One debt other than the rent arrears, as the case file has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import DebtBasis


@dataclass(frozen=True, kw_only=True)
class Debt:
    """One debt other than the rent arrears. `rate` is per cent a year."""

    id: str
    creditor: str = ""
    collector: str = ""
    reference: str = ""
    """The number of the case at the creditor or the collector: it stands on every letter."""
    address: str = ""
    """Where letters to the creditor or the collector go."""
    kind: str = "andet"
    owner: str = ""
    balance: Decimal | None = None
    instalment: Decimal | None = None
    rhythm: Rhythm = Rhythm.MONTHLY
    pays_on: str = ""
    rate: Decimal | None = None
    deducted_from_income: bool = False
    priority: bool | None = None
    enforceable: bool | None = None
    limitation_date: date | None = None
    basis: DebtBasis | None = None
    """What the claim rests on: it decides limitation and whether it can be enforced."""
    due_since: date | None = None
    """When the oldest unpaid part fell due."""
    acknowledged_on: date | None = None
    """When the debtor last acknowledged existence and size in writing."""
    late_rate: Decimal | None = None
    """Interest after the due day as the creditor claims it, per cent a year."""
    late_from: date | None = None
    """From which day that interest is claimed."""
    reminders: int | None = None
    reminder_fees: Decimal | None = None
    """All fees for reminders together, kr."""
    collection_fees: Decimal | None = None
    """What the collector has added, kr."""
    steps: tuple[str, ...] = ()
    """What the creditor has done or threatens, by the keys of `resources/debts/`."""
    note: str = ""
