"""Personlig indkomst of the adults as boligstøtteloven § 8 counts it, kr/month.

A gross wage counts after ATP and own pension and after arbejdsmarkedsbidrag; other taxable benefits count before tax.
A net amount cannot be turned back into gross, so the gross amount is then a missing fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from budgetdesk.benefits.figures import HUNDRED, Figures
from budgetdesk.household.case import Income
from budgetdesk.household.rhythm import Rhythm, per_month
from budgetdesk.household.words import INCOME_BASES, Tax
from budgetdesk.money import ZERO

WAGES = ("loen", "feriepenge")
TAXABLE = (*(base for base in INCOME_BASES if base not in ("loen", "ingen", "andet")), "atp", "privat_pension")
"""Benefits and pensions that count before tax. Ældrecheck, family benefits and boligstøtte itself do not count."""
BOUNDLESS = Decimal(1_000_000)
"""More than any household here earns in a month (kr): the upper end where nothing is known."""
NET_TO_GROSS = Decimal(2)
"""Tax, contributions and deductions take less than half of a wage, so gross is at most twice net."""


@dataclass(frozen=True)
class Counted:
    """What one row of income counts, kr/month, at least and at most; the path of what would settle it."""

    least: Decimal
    most: Decimal
    missing: str = ""

    @property
    def known(self) -> bool:
        return not self.missing


def counted(row: Income, figures: Figures) -> Counted | None:
    """What a row counts as personlig indkomst (§ 8, stk. 1); None where its kind does not count at all."""
    if row.kind not in (*WAGES, *TAXABLE, "personlig_indkomst", "andet"):
        return None
    if row.rhythm is Rhythm.ONCE:
        return None
    if row.kind == "personlig_indkomst" or (row.tax is Tax.GROSS and row.amount is not None):
        return _from_gross(row, figures)
    return _from_net(row)


def _from_gross(row: Income, figures: Figures) -> Counted:
    amount = f"income[{row.id}].amount"
    if row.amount is not None:
        exact = _personal(row, row.amount, figures)
        return Counted(exact, exact)
    if row.min is not None and row.max is not None:
        return Counted(_personal(row, row.min, figures), _personal(row, row.max, figures), amount)
    return Counted(ZERO, BOUNDLESS, amount)


def _from_net(row: Income) -> Counted:
    """Net pay is never more than what counts, and at least half of it. Of "andet" we do not know whether it counts."""
    path = f"income[{row.id}].{'kind' if row.kind == 'andet' else 'amount'}"
    net = row.amount if row.amount is not None else row.paid_out
    low, high = (row.min, row.max) if net is None else (net, net)
    if low is None or high is None:
        return Counted(ZERO, BOUNDLESS, path)
    least = ZERO if row.kind == "andet" else per_month(low, row.rhythm)
    return Counted(least, per_month(high, row.rhythm) * NET_TO_GROSS, path)


def _personal(row: Income, amount: Decimal, figures: Figures) -> Decimal:
    if row.kind == "personlig_indkomst":
        return per_month(amount, row.rhythm)
    after_pension = max(ZERO, amount - (row.atp_and_pension or ZERO))
    if row.kind in WAGES:
        contribution = figures.take("arbejdsmarkedsbidrag", law="arbejdsmarkedsbidrag")
        after_pension = after_pension * (HUNDRED - contribution) / HUNDRED
    return per_month(after_pension, row.rhythm)
