"""Whether a debt can be taken to fogedretten as it is (retsplejeloven §§ 478, 480 and 484)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from budgetdesk.benefits.rates import Rates
from budgetdesk.errors import NoRateError
from budgetdesk.household.debt import Debt
from budgetdesk.i18n import N_, _
from budgetdesk.planning.debt_rules import BasisRule, DebtRules, Enforceable
from budgetdesk.planning.limitation import basis_of

LAW = "retsplejeloven"
UNKNOWN = N_("Find ud af, hvad kravet hviler på. En regning er ikke nok til fogedretten.")


@dataclass(frozen=True, kw_only=True)
class Enforcement:
    """The answer; None while nobody has said what the claim rests on."""

    answer: Enforceable | None
    text: str
    paragraph: str = ""
    source: str = ""
    from_day: date | None = None
    """Not before this day, where the law lets the creditor wait and the day has not come."""
    said: bool | None = None
    """As the adviser has entered it; then it is the answer."""
    vejledende: bool = True


def enforcement(debt: Debt, rules: DebtRules, rates: Rates, *, on: date) -> Enforcement:
    """Whether the claim can be enforced, why, and from when. Never raises."""
    basis = basis_of(debt, rules.guide(debt.kind))
    if basis is None:
        return Enforcement(answer=_said(debt), text=_(UNKNOWN), said=debt.enforceable)
    rule = rules.bases[basis]
    return Enforcement(
        answer=_said(debt) or rule.enforceable,
        text=rule.text,
        paragraph=rule.paragraph,
        source=rule.source,
        from_day=_from(debt, rule, rates, on),
        said=debt.enforceable,
    )


def _said(debt: Debt) -> Enforceable | None:
    if debt.enforceable is None:
        return None
    return Enforceable.YES if debt.enforceable else Enforceable.NO


def _from(debt: Debt, rule: BasisRule, rates: Rates, on: date) -> date | None:
    """The day after the days of waiting have passed, counted from the judgment or settlement."""
    if not rule.wait or debt.acknowledged_on is None:
        return None
    try:
        days = int(rates[LAW].on(rule.wait, on).value)
    except NoRateError:
        return None
    first = max(debt.acknowledged_on, debt.due_since or debt.acknowledged_on) + timedelta(days=days + 1)
    return first if first > on else None
