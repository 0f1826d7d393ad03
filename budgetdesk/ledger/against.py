"""Budget against actual, afterwards: per line what was planned for an ordinary month, and what a month really took.

Said in neutral words: more or less than planned, never good or bad. A bill that comes seldom is set aside for, so a
month without it is as planned, and a month with it is said to be the month of the bill.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.budget.chart import Chart, LineType
from budgetdesk.budget.expense_rows import BOLIGSTOETTE, RENT
from budgetdesk.budget.month import month_of
from budgetdesk.dates import Month
from budgetdesk.household.case import Case
from budgetdesk.household.words import Need
from budgetdesk.i18n import _
from budgetdesk.ledger.saying import kroner
from budgetdesk.ledger.spending import Spending
from budgetdesk.ledger.summary import by_line, whole_months
from budgetdesk.money import ZERO

NEAR = Decimal("0.05")
"""A difference below this share of the budget (and below 50 kr) is as planned."""
SMALL = Decimal(50)


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One line. Amounts are kr out in the month; money back is negative on both sides."""

    code: str
    title: str
    group: str
    type: LineType
    need: Need
    budget: Decimal
    actual: Decimal

    @property
    def difference(self) -> Decimal:
        """Actual less budget: positive when more was spent than planned."""
        return self.actual - self.budget

    @property
    def as_planned(self) -> bool:
        """True when the difference is too small to talk about."""
        return abs(self.difference) <= max(SMALL, abs(self.budget) * NEAR)

    @property
    def text(self) -> str:
        """`120 kr. mere end i budgettet`; what is set aside for is told apart."""
        if self.type is LineType.RESERVE and self.budget:
            if not self.actual:
                return _("{amount} er sat til side.").format(amount=kroner(self.budget))
            return _("Her kom {actual} Der bliver sat {budget} til side om måneden.").format(
                actual=kroner(self.actual), budget=kroner(self.budget)
            )
        if not self.budget:
            return _("{amount}, som ikke står i budgettet.").format(amount=kroner(self.actual))
        if self.as_planned:
            return _("Som i budgettet.")
        more = _("{amount} mere end i budgettet.") if self.difference > 0 else _("{amount} mindre end i budgettet.")
        return more.format(amount=kroner(abs(self.difference)))


@dataclass(frozen=True, kw_only=True)
class MonthCompared:
    """One month against the budget."""

    month: Month
    lines: tuple[Compared, ...]
    """In the order of the chart; lines with nothing on either side are left out."""
    whole: bool
    """False when no statement covers the whole month: what is missing may still come."""

    @property
    def budget(self) -> Decimal:
        """Kr planned on all lines."""
        return sum((line.budget for line in self.lines), ZERO)

    @property
    def actual(self) -> Decimal:
        """Kr spent on all lines."""
        return sum((line.actual for line in self.lines), ZERO)

    @property
    def text(self) -> str:
        """The month in a sentence."""
        difference = self.actual - self.budget
        if not self.whole:
            return _("Måneden er ikke dækket helt endnu, så der kan komme mere.")
        if abs(difference) <= max(SMALL, self.budget * NEAR):
            return _("Måneden gik som i budgettet.")
        more = (
            _("I alt {amount} mere end i budgettet.") if difference > 0 else _("I alt {amount} mindre end i budgettet.")
        )
        return more.format(amount=kroner(abs(difference)))


def against_budget(case: Case, spending: Spending, month: Month, chart: Chart, *, on: date) -> MonthCompared:
    """A month that was, line by line against the budget as it is on a day. What is not sorted yet is not here."""
    budget: dict[str, Decimal] = {}
    for row in month_of(case, chart, on=on).expenses:
        if row.counts:
            budget[row.code] = budget.get(row.code, ZERO) + row.per_month
    actual = {line.code: line for line in by_line(spending, month, chart)}
    if BOLIGSTOETTE in budget and BOLIGSTOETTE not in actual:
        # Paid to the landlord: the bank row is the rent less boligstøtte, so both stand on the line of the rent.
        budget[RENT] = budget.get(RENT, ZERO) + budget.pop(BOLIGSTOETTE)
    lines = tuple(
        Compared(
            code=code,
            title=line.title,
            group=line.group,
            type=line.type,
            need=actual[code].need if code in actual else line.need,
            budget=budget.get(code, ZERO),
            actual=actual[code].amount if code in actual else ZERO,
        )
        for code, line in chart.lines.items()
        if budget.get(code, ZERO) or (code in actual and actual[code].amount)
    )
    return MonthCompared(month=month, lines=lines, whole=month in whole_months(spending))
