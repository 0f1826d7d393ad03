"""What following a repayment plan needs of a case: no bank rows, no receipts, nothing of the household's economy."""

from __future__ import annotations

from dataclasses import replace

from budgetdesk.household import agreement
from budgetdesk.household import case as facts
from budgetdesk.household.case import Case
from budgetdesk.household.words import Role

KINDS = (facts.Person, facts.Tenancy, facts.Income, facts.Arrears, agreement.Agreement, agreement.FormerAgreement)
"""What the shape of it depends on."""


def of(case: Case) -> Case | None:
    """The facts that following its plans needs; the other facts have their defaults. None where a case has no plan and
    never had one."""
    if case.agreement is None and not case.former_agreements:
        return None
    return Case(
        persons=tuple(person for person in case.persons if person.role is Role.TENANT),
        tenancy=case.tenancy,
        income=tuple(row for row in case.income if row.paid_to),  # only help that goes to the landlord lowers the rent
        arrears=replace(case.arrears, earlier_plans=()),
        agreement=case.agreement,
        former_agreements=case.former_agreements,
    )
