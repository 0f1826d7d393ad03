"""One open case: the facts and the spending. What the store keeps and the window shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from budgetdesk.casework.paper_copies import PenCopy
from budgetdesk.household.case import Case
from budgetdesk.ledger.spending import Spending


@dataclass(frozen=True, kw_only=True)
class Record:
    """Everything that is kept about one case, as one value. `budgetdesk.household.paths` reaches into it:
    `case.tenancy.area_m2`, `spending.transactions[t4].line`."""

    case: Case = field(default_factory=Case)
    spending: Spending = field(default_factory=Spending)
    copies: tuple[PenCopy, ...] = ()
    """Papers that were signed with a pen and scanned."""
