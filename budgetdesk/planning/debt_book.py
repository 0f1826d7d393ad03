"""All debts of a household in the order in which they are paid, each with what follows from its facts.

The arrears to the landlord come first; they stand elsewhere in the case and are only shown here. Amounts in kr.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.rates import Rates
from budgetdesk.household.case import Case
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import per_month
from budgetdesk.money import ZERO
from budgetdesk.planning.debt_doubt import DebtDoubt
from budgetdesk.planning.debt_doubts import doubts_of, other_steps
from budgetdesk.planning.debt_interest import interest_per_month
from budgetdesk.planning.debt_priority import Priority, priority_of, priority_of_home
from budgetdesk.planning.debt_rules import DebtGuide, DebtRules, StepRule
from budgetdesk.planning.enforcement import Enforcement, enforcement
from budgetdesk.planning.limitation import Limitation, limitation
from budgetdesk.planning.owed import still_owed


@dataclass(frozen=True, kw_only=True)
class DebtRow:
    """One debt and everything that follows from it."""

    debt: Debt
    guide: DebtGuide
    priority: Priority
    per_month: Decimal | None
    """The instalment, kr/month; None where there is none."""
    interest_per_month: Decimal | None
    limitation: Limitation
    enforcement: Enforcement
    doubts: tuple[DebtDoubt, ...]
    steps: tuple[StepRule, ...]
    """What the creditor has done that is no reason for doubt."""
    unknown: tuple[str, ...]
    """Figures of the law that we do not have for the day, a sentence each."""

    @property
    def path(self) -> str:
        """The debt in the case."""
        return f"debts[{self.debt.id}]"


@dataclass(frozen=True, kw_only=True)
class HomeArrears:
    """What is owed to the landlord: the first of all debts."""

    landlord: str
    owed: Decimal
    guide: DebtGuide
    priority: Priority


@dataclass(frozen=True, kw_only=True)
class DebtBook:
    """The whole answer. `rows` in the order in which they are paid."""

    on: date
    rows: tuple[DebtRow, ...]
    home: HomeArrears | None
    """None where nothing is owed to the landlord."""
    total: Decimal
    """The arrears and every balance that is known."""
    without_balance: int
    """So many debts are not in the total."""
    per_month: Decimal
    """All instalments, kr/month, also what is taken before the money comes."""
    interest_per_month: Decimal
    """The interest that is known, kr/month."""
    without_rate: int
    """So many debts with a balance have no rate that we know."""
    kinds: int
    """So many kinds of debt there are to ask about."""

    @property
    def doubts(self) -> int:
        """How many doubts there are in all."""
        return sum(len(row.doubts) for row in self.rows)

    def row(self, debt_id: str) -> DebtRow | None:
        """The row of one debt."""
        return next((row for row in self.rows if row.debt.id == debt_id), None)


def debt_book(case: Case, rules: DebtRules, rates: Rates, *, on: date) -> DebtBook:
    """Every debt of the case on a day. Never raises: what is not known is said in its place."""
    rows = [_row(debt, rules, rates, on) for debt in case.debts]
    order = {debt.id: at for at, debt in enumerate(case.debts)}
    rows.sort(key=lambda row: (row.priority.rank, order[row.debt.id]))
    home = _home(case, rules)
    balances = [row.debt.balance for row in rows if row.debt.balance is not None]
    return DebtBook(
        on=on,
        rows=tuple(rows),
        home=home,
        total=sum(balances, ZERO) + (home.owed if home else ZERO),
        without_balance=len(rows) - len(balances),
        per_month=sum((row.per_month for row in rows if row.per_month is not None), ZERO),
        interest_per_month=sum((row.interest_per_month for row in rows if row.interest_per_month is not None), ZERO),
        without_rate=sum(1 for row in rows if row.debt.balance and row.interest_per_month is None),
        kinds=len(rules.asked),
    )


def _row(debt: Debt, rules: DebtRules, rates: Rates, on: date) -> DebtRow:
    lasts = limitation(debt, rules, rates, on=on)
    doubts, unknown = doubts_of(debt, rules, rates, on=on, limitation=lasts)
    return DebtRow(
        debt=debt,
        guide=rules.guide(debt.kind),
        priority=priority_of(debt, rules),
        per_month=None if debt.instalment is None else per_month(debt.instalment, debt.rhythm),
        interest_per_month=interest_per_month(debt, rules, rates, on=on),
        limitation=lasts,
        enforcement=enforcement(debt, rules, rates, on=on),
        doubts=doubts,
        steps=other_steps(debt, rules),
        unknown=unknown,
    )


def _home(case: Case, rules: DebtRules) -> HomeArrears | None:
    owed = still_owed(case)
    if owed <= ZERO:
        return None
    guide = rules.guides["restance"]
    return HomeArrears(landlord=case.tenancy.landlord, owed=owed, guide=guide, priority=priority_of_home(rules))
