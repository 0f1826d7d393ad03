"""In which order debts are paid: the home first, then what can be shut off, taken from children or from the wage.

The order is a recommendation by consequences, not a rule of law; it is data (`resources/debts/`), each with its reason.
What the adviser has said about one debt goes before it. (`planning.waterfall` shares the money out in this order.)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from budgetdesk.household.case import Case
from budgetdesk.household.debt import Debt
from budgetdesk.i18n import N_, _
from budgetdesk.planning.debt_rules import HOME_ARREARS, ORDINARY, DebtRules

RAISED, LOWERED = N_("I har selv sat den foran de andre."), N_("I har selv sagt, at den kan vente.")


@dataclass(frozen=True)
class Priority:
    """A debt's place and why. 1 is paid first; from ORDINARY on it can wait."""

    rank: int
    reason: str

    @property
    def first(self) -> bool:
        """Whether it is paid before the debts that can wait."""
        return self.rank < ORDINARY


def priority_of(debt: Debt, rules: DebtRules) -> Priority:
    """The place of one debt: that of its kind, unless somebody has said otherwise about this one."""
    guide = rules.guide(debt.kind)
    usual = Priority(guide.rank, guide.reason)
    if debt.priority is None or debt.priority is usual.first:
        return usual
    return Priority(ORDINARY - 1, _(RAISED)) if debt.priority else Priority(ORDINARY, _(LOWERED))


def priority_of_home(rules: DebtRules) -> Priority:
    """The place of the arrears: always the first."""
    guide = rules.guides[HOME_ARREARS]
    return Priority(guide.rank, guide.reason)


def priorities(case: Case, rules: DebtRules) -> Mapping[str, int]:
    """The ranks of the debts that are paid before the others, by their ids: what `waterfall` takes."""
    ranks = {debt.id: priority_of(debt, rules) for debt in case.debts}
    return {key: one.rank for key, one in ranks.items() if one.first}
