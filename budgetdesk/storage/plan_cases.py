"""Every case with a repayment plan, read at once: only what following a plan needs, no bank rows, no receipts."""

from __future__ import annotations

from sqlalchemy import Connection, select, union

from budgetdesk.household.case import Case
from budgetdesk.household.words import Role
from budgetdesk.storage import many_cases
from budgetdesk.storage.tables import cases, part_tables

NEEDED = ("persons", "tenancies", "incomes", "arrears", "arrears_rows", "agreements", "former_agreements")
"""In the order of `PARTS`."""


def load(connection: Connection) -> dict[str, Case]:
    """Case number -> the facts that following its plan needs; the other facts have their defaults. Cases in the bin,
    invented ones, and cases without a plan, present or former, are left out."""
    plans = union(*(select(part_tables[name].c.case_id) for name in ("agreements", "former_agreements")))
    only = {
        "persons": part_tables["persons"].c.role == Role.TENANT,
        "incomes": part_tables["incomes"].c.paid_to != "",  # only help that goes to the landlord lowers the rent
    }
    return many_cases.load(connection, many_cases.real().where(cases.c.id.in_(plans)), NEEDED, only)
