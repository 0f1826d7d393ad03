"""The days that decide when each case is due for deletion, in one query; and what one case holds, in numbers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from budgetdesk.casework.retention import CaseDays
from budgetdesk.household.words import Role
from budgetdesk.storage.oversight import erasures, lookups, tallies
from budgetdesk.storage.pictures import pictures
from budgetdesk.storage.tables import cases, child_tables, documents, journal, part_tables

COUNTED = {
    "persons": part_tables["persons"],
    "notes": part_tables["notes"],
    "contacts": part_tables["contacts"],
    "debts": part_tables["debts"],
    "expenses": part_tables["expenses"],
    "transactions": part_tables["transactions"],
    "receipts": part_tables["receipts"],
    "pictures": pictures,
    "documents": documents,
    "steps": journal,
    "lookups": lookups,
}
"""What somebody is told a case holds -> the table it stands in."""


def case_days(connection: Connection, *, only: str = "") -> tuple[CaseDays, ...]:
    """The days of every case by number, those in the bin too; of one alone where it is named. An invented case is left
    out unless it is named."""
    persons, info = part_tables["persons"].c, part_tables["case_info"].c
    course, rate = part_tables["courses"].c, child_tables["instalments"].c
    tenant = (
        select(persons.name)
        .where(persons.case_id == cases.c.id, persons.role == Role.TENANT)
        .order_by(persons.position)
        .limit(1)
        .scalar_subquery()
    )
    last = select(func.max(rate.due)).where(rate.case_id == cases.c.id).scalar_subquery()
    left_out = select(info.case_id).where(info.invented.is_(True))
    query = (
        select(
            cases,
            course.purpose,
            course.legal_basis,
            course.keep_until,
            course.ended,
            course.may_be_counted,
            tenant.label("tenant"),
            last.label("plan_end"),
        )
        .outerjoin(part_tables["courses"], course.case_id == cases.c.id)
        .order_by(cases.c.id)
    )
    query = query.where(cases.c.id == only) if only else query.where(cases.c.id.not_in(left_out))
    return tuple(_days(row) for row in connection.execute(query))


def _days(row: Any) -> CaseDays:
    return CaseDays(
        number=row.id,
        tenant=row.tenant or "",
        purpose=row.purpose or "",
        legal_basis=row.legal_basis or "",
        keep_until=row.keep_until,
        ended=row.ended,
        plan_end=row.plan_end,
        touched=_day(row.saved_at or row.opened_at),
        binned=_day(row.binned_at) if row.binned_at else None,
        may_be_counted=row.may_be_counted,
    )


def held(connection: Connection, case_id: str) -> dict[str, int]:
    """How many of each kind a case holds."""
    return {
        name: int(connection.scalar(select(func.count()).select_from(table).where(table.c.case_id == case_id)) or 0)
        for name, table in COUNTED.items()
    }


def erased_cases(connection: Connection) -> tuple[tuple[str, date, str], ...]:
    """Number, day and reason of every case that was erased, the newest first."""
    rows = connection.execute(select(erasures).order_by(erasures.c.erased_on.desc(), erasures.c.number))
    return tuple((row.number, row.erased_on, row.why) for row in rows)


def tallied(connection: Connection) -> dict[tuple[int, str, str], int]:
    """(year, list, word) -> how many erased cases were counted under it."""
    return {(row.year, row.what, row.word): row.cases for row in connection.execute(select(tallies))}


def _day(at: datetime) -> date:
    return at.astimezone().date()
