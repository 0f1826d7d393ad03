"""The most that § 34 could give in one month, from what the case knows: the housing cost, and the cap of BEK § 6.

What the household would have had on help alone is not in the case, so income above it is not taken off here. Help to a
provider is known before tax only; after tax it is less, so the cap is not set too low. The cap of dagpenge (§ 7) binds
after three months of help in a row, which the case does not tell: it is shown, and not reckoned with.

Law:  BEK nr. 1975 af 11.12.2020 §§ 3-7.
Spec: docs/benefits/paragraf_34.md
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.members import couple, incomes_on
from budgetdesk.benefits.paragraf_34_formula import Children, Month34, Result34, calculate
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case, Income
from budgetdesk.household.rhythm import Rhythm, per_month
from budgetdesk.household.words import INCOME_BASES, Tax
from budgetdesk.money import ZERO


def most_of_month(case: Case, day: date, cost: Decimal, children: Children, figures: Figures) -> Result34:
    """The most of one month of a household with this net housing cost, kr, free of tax. Raises NoRateError."""
    before, now = income_before(case), net_income(case, day)
    capped = before is not None and now is not None
    return calculate(
        Month34(
            housing_cost=cost,
            providers=(children,) * max(1, len(couple(case))),
            net_income=now if capped and now is not None else ZERO,
            net_on_help_alone=now if capped and now is not None else ZERO,
            previous_net_income=before if capped else None,
            provider_net=_provider(figures) if capped else None,
        ),
        figures,
    )


def _provider(figures: Figures) -> Decimal | None:
    try:
        return figures.compare("loft_forsoerger_brutto")
    except NoRateError:  # before 2021 and after the reform of 1 July 2025 there is no such rate
        return None


def income_before(case: Case) -> Decimal | None:
    """The couple's net income in the month before things changed, kr/month; None until each has told it."""
    told = [each.adult.income_before for each in couple(case)]
    known = [each for each in told if each is not None]
    return sum(known, ZERO) if told and len(known) == len(told) else None


def unsaid_income_before(case: Case) -> tuple[str, ...]:
    """The paths of what is missing for the cap of BEK § 6."""
    return tuple(f"persons[{each.id}].adult.income_before" for each in couple(case) if each.adult.income_before is None)


def net_income(case: Case, day: date) -> Decimal | None:
    """What the couple lives on after tax on `day`, kr/month; None where an amount is known before tax only.

    Family benefits and § 34 itself do not count.
    """
    ids = {each.id for each in couple(case)} | {""}
    rows = [row for row in incomes_on(case, day) if row.person in ids and row.rhythm is not Rhythm.ONCE]
    after = [_after_tax(row) for row in rows if row.kind in INCOME_BASES or row.kind == "personlig_indkomst"]
    known = [each for each in after if each is not None]
    return sum(known, ZERO) if after and len(known) == len(after) else None


def _after_tax(row: Income) -> Decimal | None:
    amount = row.amount if row.tax is Tax.NET else row.paid_out
    return None if amount is None else per_month(amount, row.rhythm)
