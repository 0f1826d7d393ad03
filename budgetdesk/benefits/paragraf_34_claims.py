"""Months for which too little særlig støtte can still be claimed: three years from the day it should have been paid.

Each month is worked out with that month's own threshold, and with the costs of the home as the case knows them today:
the most it could have been, because the municipality alone knows what the household would have had on help.

Law:  Forældelsesloven § 3; retssikkerhedsloven § 5. § 34 was paid in arrears, on the last bank day of the month.
Spec: docs/benefits/paragraf_34.md
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.members import KONTANTHJAELP, couple, incomes_on, lives_on
from budgetdesk.benefits.paragraf_34_cost import housing_cost
from budgetdesk.benefits.paragraf_34_formula import LAW, Children, threshold
from budgetdesk.benefits.paragraf_34_month import most_of_month
from budgetdesk.benefits.rates import Rates
from budgetdesk.dates import Month, age_on, bank_day_on_or_before
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case
from budgetdesk.household.rhythm import per_month
from budgetdesk.household.words import Role
from budgetdesk.money import ZERO

OUTSIDE = frozenset({"folkepension", "foertidspension", "efterloen", "su"})
"""Those who live on nothing else stand outside § 34."""


ELIGIBLE = frozenset(
    {*KONTANTHJAELP, "dagpenge", "sygedagpenge", "barselsdagpenge", "ledighedsydelse", "ressourceforloeb", "andet"}
)
"""What those lived on who could get § 34 (Odense Kommune's list before the reform)."""


@dataclass(frozen=True)
class BackClaim:
    """One past month: the last day to claim, and that year's own threshold for this household (None: not known)."""

    month: Month
    last_day: date
    threshold: Decimal | None
    most: Decimal | None = None
    """The most the support could have been, kr; None where a figure or a fact is not known."""
    got: Decimal = ZERO
    """What the case says was paid that month, kr."""

    @property
    def short(self) -> Decimal | None:
        """The most that is still owed, kr."""
        return None if self.most is None else max(ZERO, self.most - self.got)


def back_claims(case: Case, day: date, last_month: Month, rates: Rates, figures: Figures) -> tuple[BackClaim, ...]:
    """Every month up to `last_month` whose claim lives on `day`, oldest first. Figures used are added to `figures`.

    Raises NoRateError where the length of the limitation is not known on `day`.
    """
    years = int(figures.compare("krav_foraeldes_efter"))
    work = _Work(case, rates, figures, worth_working_out(case), {}, {}, {}, births_of(case))
    return tuple(work.claim(month, last_day) for month, last_day in months_that_live(day, last_month, years))


def worth_working_out(case: Case) -> bool:
    """Whether the case has a sign that § 34 was in question: the income before the change, or § 34 that was paid.

    Without one the months are not worked out: an amount would promise more than anybody knows.
    """
    told = any(each.adult.income_before is not None for each in couple(case))
    return told or any(row.kind == "paragraf_34" for row in case.income)


@cache
def claim_days(month: Month, years: int) -> tuple[date, date]:
    """The day a month's support was due (the last bank day), and the last day to claim it `years` years later."""
    paid = bank_day_on_or_before(month.last)
    return paid, _years_later(paid, years)


@lru_cache(maxsize=32)
def months_that_live(day: date, last_month: Month, years: int) -> tuple[tuple[Month, date], ...]:
    """Every month up to `last_month` whose claim lives on `day`, oldest first, and the last day to claim it.

    Kept for the last days asked about: many households are asked about on one day.
    """
    found = ((month, *claim_days(month, years)) for month in _months_back(min(last_month, Month.of(day)), years))
    return tuple((month, last_day) for month, paid, last_day in found if paid <= day <= last_day)


def _months_back(last: Month, years: int) -> Iterator[Month]:
    for back in range(years * 12 + 1, -1, -1):
        yield last.plus(-back)


def _years_later(day: date, years: int) -> date:
    return date(day.year + years, 2, 28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + years)


Key = tuple[int, bool, Children, Decimal | None]
"""What decides a month: year, half of it, children, and the housing cost."""


@dataclass(frozen=True)
class _Work:
    """The months of one household on their way; months that are decided by the same facts are worked out once."""

    case: Case
    rates: Rates
    figures: Figures
    told: bool
    thresholds: dict[tuple[int, Children], Decimal | None]
    amounts: dict[Key, Decimal | None]
    figures_by_half: dict[tuple[int, bool], Figures]
    births: Births

    def claim(self, month: Month, last_day: date) -> BackClaim:
        children = self._children(month)
        own = self._threshold(month, children)
        if own is None or not self.told:
            return BackClaim(month, last_day, own)
        return BackClaim(month, last_day, own, self._most(month, children), self._got(month))

    def _children(self, month: Month) -> Children:
        if not any(self.births):
            return Children()
        under = int(self._figures_of(month).compare("barn_under"))
        last = month.last
        home, away = (sum(1 for born in days if _is_child(born, last, under)) for days in self.births)
        return Children(home, away)

    def _figures_of(self, month: Month) -> Figures:
        """The month's own figures; `figures` are those of the day the question is asked."""
        key = (month.year, month.number > FIRST_HALF)
        if key not in self.figures_by_half:
            self.figures_by_half[key] = Figures(self.rates, LAW, month.first)
        return self.figures_by_half[key]

    def _threshold(self, month: Month, children: Children) -> Decimal | None:
        key = (month.year, children)
        if key not in self.thresholds:
            own = self._figures_of(month)
            try:
                self.thresholds[key] = threshold(children, own)
                self.figures.add(own)
            except NoRateError:
                self.thresholds[key] = None
        return self.thresholds[key]

    def _most(self, month: Month, children: Children) -> Decimal | None:
        """The most of one month, kr; None where nobody lived on help, the home was another, or the rent is missing."""
        home = self.case.tenancy
        pair = couple(self.case)
        if home.rent_per_month is None or (home.moved_in is not None and home.moved_in > month.last):
            return None
        if not any(lives_on(self.case, each, month.last) & ELIGIBLE for each in pair):
            return None
        lines, _ = housing_cost(self.case, month.last)
        cost = max(ZERO, sum((line.amount or ZERO for line in lines), ZERO))
        key = (month.year, month.number > FIRST_HALF, children, cost)
        if key not in self.amounts:
            self.amounts[key] = self._worked(month, children, cost)
        return self.amounts[key]

    def _worked(self, month: Month, children: Children, cost: Decimal) -> Decimal | None:
        own = self._figures_of(month)
        try:
            result = most_of_month(self.case, month.last, cost, children, own)
        except NoRateError:
            return None
        self.figures.add(own)
        return result.amount

    def _got(self, month: Month) -> Decimal:
        rows = [row for row in incomes_on(self.case, month.last) if row.kind == "paragraf_34"]
        return sum((per_month(row.amount, row.rhythm) for row in rows if row.amount is not None), ZERO)


FIRST_HALF = 6
"""Rates of help change on 1 July 2025 as well as at new year, so half a year is one piece."""


def children_of(case: Case, day: date, figures: Figures) -> Children:
    """The children on a day, at home and elsewhere; those born later do not count.

    A child who lives elsewhere counts where the case names it: its parent provides for it.
    """
    under = int(figures.compare("barn_under"))
    home, away = (sum(1 for born in days if _is_child(born, day, under)) for days in births_of(case))
    return Children(home, away)


Births = tuple[tuple[date, ...], tuple[date, ...]]
"""Birth dates of those who may be children: at home, and the children elsewhere."""


def births_of(case: Case) -> Births:
    """Everybody at home but the couple and lodgers, as `members` has it; elsewhere the children only."""
    grown = (Role.TENANT, Role.PARTNER, Role.LODGER)
    home = tuple(p.born for p in case.persons if p.born and p.lives_at_home and p.role not in grown)
    return home, tuple(p.born for p in case.children if p.born and not p.lives_at_home)


def _is_child(born: date, day: date, under: int) -> bool:
    return born <= day and age_on(born, day) < under
