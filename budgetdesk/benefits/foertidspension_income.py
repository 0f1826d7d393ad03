"""The couple's income beside førtidspension, kr/year before tax: wages count here, unlike for folkepension."""

from __future__ import annotations

from datetime import date

from budgetdesk.benefits.members import couple, incomes_on
from budgetdesk.benefits.tillaegsprocent_income import NEVER, OtherIncome, gross
from budgetdesk.household.case import Case
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.money import ZERO


def income_besides(case: Case, day: date) -> OtherIncome:
    """At least the rows that were entered before tax; a net row is at most twice itself."""
    ids = {"", *(person.id for person in couple(case))}
    rows = [
        gross(row)
        for row in incomes_on(case, day)
        if row.person in ids and row.kind not in NEVER and row.rhythm is not Rhythm.ONCE
    ]
    doubts = sorted((row for row in rows if row[0] < row[1]), key=lambda row: row[0] - row[1])
    return OtherIncome(
        sum((least for least, _, _ in rows), ZERO),
        sum((most for _, most, _ in rows), ZERO),
        tuple(path for _, _, path in doubts),
    )
