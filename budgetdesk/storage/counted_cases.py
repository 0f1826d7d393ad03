"""Every case, read at once for statistics: only what may be counted, no notes, no amounts of the household."""

from __future__ import annotations

from sqlalchemy import Connection

from budgetdesk.household.case import Case
from budgetdesk.storage import many_cases

NEEDED = (
    "case_info",
    "persons",
    "tenancies",
    "arrears",
    "agreements",
    "former_agreements",
    "applications",
    "courses",
    "contacts",
    "checks",
)
"""In the order of `PARTS`."""


def load(connection: Connection) -> dict[str, Case]:
    """Case number -> the facts that statistics count. Cases in the bin and invented ones are left out."""
    return many_cases.load(connection, many_cases.real(), NEEDED)
