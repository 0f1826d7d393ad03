"""Answers on the page Ydelser that are not one fact alone: what somebody lives on, the amount of a kind of income, and
which papers lie on the desk."""

from __future__ import annotations

from decimal import Decimal

from budgetdesk.budget.chart import IncomeLine
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.case import Income, IncomeBase
from budgetdesk.household.words import Tax

_INCOME = "case.income"
_HAVE = "case.circumstances.documents_have"


def lives_on(record: Record, path: str) -> str | None:
    """What the person of `path` (`case.persons[p1].income_base`) lives on today; None while it is not said."""
    bases: tuple[IncomeBase, ...] = paths.get(record, path)
    return next((base.base for base in bases if base.end is None), None)


def with_base(record: Record, path: str, base: str | None) -> Record:
    """The person lives on something else today; what has ended stays."""
    ended = tuple(each for each in paths.get(record, path) if each.end is not None)
    return paths.put(record, path, (*ended, IncomeBase(base=base)) if base else ended)


def income_amount(record: Record, kind: str) -> Decimal | None:
    """The amount of the first row of a kind of income, in the row's own rhythm; None where there is none."""
    return next((row.amount for row in record.case.income if row.kind == kind), None)


def with_income_amount(record: Record, line: IncomeLine, amount: Decimal | None) -> Record:
    """The same amount on that row; a new row for the tenant where there is none yet, in the kind's usual rhythm."""
    row = next((each for each in record.case.income if each.kind == line.kind), None)
    if row is not None:
        return paths.put(record, f"{_INCOME}[{row.id}].amount", amount)
    if amount is None:
        return record
    tenant = record.case.tenant
    made = Income(
        id=paths.next_id(record.case.income, "i"),
        person=tenant.id if tenant else "",
        kind=line.kind,
        amount=amount,
        rhythm=line.rhythm,
        tax=Tax.GROSS if line.taxable else Tax.NET,
        pays_on=line.pays_on,
    )
    return paths.add(record, _INCOME, made)


def has_document(record: Record, name: str) -> bool:
    """Whether a paper lies on the desk already."""
    return name in record.case.circumstances.documents_have


def with_document(record: Record, name: str, *, have: bool) -> Record:
    """A paper lies on the desk, or does not."""
    others = tuple(each for each in record.case.circumstances.documents_have if each != name)
    return paths.put(record, _HAVE, (*others, name) if have else others)
