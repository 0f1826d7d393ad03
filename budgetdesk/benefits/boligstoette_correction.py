"""What a wrong income costs: the monthly correction (boligstøtteloven § 8 d) and the yearly settlement.

Spec: docs/benefits/boligstoette.md
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from budgetdesk.benefits.assessment import Step
from budgetdesk.benefits.boligstoette_formula import Award, calculate
from budgetdesk.benefits.boligstoette_rent import MONTHS
from budgetdesk.benefits.figures import Figures
from budgetdesk.household.case import Income
from budgetdesk.household.rhythm import per_month
from budgetdesk.i18n import _
from budgetdesk.money import ZERO

PARAGRAPH = "§ 8 d"
THOUSAND = Decimal(1000)
"""A round difference of income to show the effect of (kr/month)."""


def varying(rows: Iterable[Income]) -> Decimal:
    """How much more the income could be than what was counted, kr/month: the upper ends of what was told."""
    return sum((max(ZERO, _room(row)) for row in rows), ZERO)


def _room(row: Income) -> Decimal:
    if row.max is None or row.amount is None:
        return ZERO
    return per_month(row.max, row.rhythm) - per_month(row.amount, row.rhythm)


def with_more_income(award: Award, more: Decimal, figures: Figures) -> Decimal:
    """The benefit, kr/month, if the household's income is `more` kr/month higher."""
    facts = replace(award.facts, income_per_month=award.facts.income_per_month + more)
    return calculate(facts, figures).per_month


def is_corrected(more: Decimal, change: Decimal, figures: Figures) -> bool:
    """Whether a past month is reckoned again: both the income and the benefit must differ by more than the limits."""
    income_limit = figures.compare("korrektion_indkomst_over")
    return more > income_limit and change > figures.compare("korrektion_stoette_over")


def correction_steps(award: Award, rows: Iterable[Income], figures: Figures) -> tuple[Step, ...]:
    """How the benefit falls when the income is higher than told; for a varying income what a year of it costs."""
    trial = figures.on_the_side()
    fall = award.per_month - with_more_income(award, THOUSAND, trial)
    lines = [Step(_("Tjener I tusind kroner mere om måneden, falder støtten pr. måned med"), PARAGRAPH, fall)]
    more = varying(rows)
    if more:
        change = award.per_month - with_more_income(award, more, trial)
        lines.append(Step(_("Så meget mere kan indkomsten blive pr. måned"), PARAGRAPH, more))
        lines.append(Step(_("Så falder støtten pr. måned med"), PARAGRAPH, change))
        if is_corrected(more, change, figures):
            lines.append(Step(_("Det retter Udbetaling Danmark i en af de næste måneder"), PARAGRAPH))
        lines.append(Step(_("Det kan I skulle betale tilbage efter et år"), PARAGRAPH, change * MONTHS))
    return tuple(lines)
