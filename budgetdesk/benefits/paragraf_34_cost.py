"""Nettoboligudgift for § 34: what the home costs after boligstøtte, kr/month (BEK nr. 1975 af 11.12.2020 § 4)."""

from __future__ import annotations

from datetime import date

from budgetdesk.benefits.assessment import Step
from budgetdesk.household.case import Case, Expense
from budgetdesk.household.rhythm import per_month
from budgetdesk.i18n import N_, _, translated

PARAGRAPH = "BEK 1975/2020 § 4"
COUNTED_LINES = {
    "103": N_("Fællesudgifter i huslejen"),
    "104": N_("Varme"),
    "105": N_("Vand"),
    "106": N_("El"),
    "107": N_("Gas"),
}
"""Lines of the budget that belong to the housing cost."""


def housing_cost(case: Case, day: date) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """The lines of the net housing cost on `day`, and the paths of what is missing."""
    home = case.tenancy
    lines = [Step(_("Husleje"), PARAGRAPH, home.rent_per_month)]
    for row in case.expenses:
        if row.line in COUNTED_LINES and row.amount is not None and _in_force(row, day):
            lines.append(Step(translated(COUNTED_LINES)[row.line], PARAGRAPH, per_month(row.amount, row.rhythm)))
    lines += [
        Step(_("Afdrag på indskudslån"), PARAGRAPH, per_month(debt.instalment, debt.rhythm))
        for debt in case.debts
        if debt.instalment is not None and "indskud" in debt.kind
    ]
    if home.boligstoette.amount:
        lines.append(Step(_("Boligstøtte, trækkes fra"), PARAGRAPH, -home.boligstoette.amount))
    if home.lodger_rent:
        lines.append(Step(_("Leje fra logerende, trækkes fra"), PARAGRAPH, -home.lodger_rent))
    missing = ["tenancy.rent_per_month"] if home.rent_per_month is None else []
    if not any(row.line in COUNTED_LINES for row in case.expenses):
        missing.append("expenses")
    return tuple(lines), tuple(missing)


def _in_force(row: Expense, day: date) -> bool:
    return (row.start is None or row.start <= day) and (row.end is None or day <= row.end)
