"""How a Record is taken apart for keeping: which values get a table of their own.

A part is one value (the tenancy) or a list of values with ids (the persons). Journal, tables and undo all go by it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from budgetdesk.casework.paper_copies import PenCopy
from budgetdesk.casework.record import Record
from budgetdesk.household import agreement, circumstances, course, paths
from budgetdesk.household import case as facts
from budgetdesk.household.debt import Debt
from budgetdesk.ledger import spending


@dataclass(frozen=True, kw_only=True)
class Part:
    """One kind of value that is kept on its own."""

    table: str
    path: str
    """Where it stands in a Record."""
    kind: type[Any]
    many: bool = False
    """True for a list of values with ids."""
    optional: bool = False
    """True for a single value that may be None."""
    apart: tuple[str, ...] = ()
    """Fields that are parts of their own."""
    together: Callable[[Iterable[Any]], list[Any]] | None = None
    """Makes many at once, each from all fields in their order."""
    bulky: bool = False
    """True where there may be tens of thousands, and none of them names a picture."""
    children: Mapping[str, tuple[str, type[Any]]] = field(default_factory=dict)
    """Field -> (table, type) of a list that is kept in rows of its own but changes together with this value."""


PARTS = (
    Part(table="case_info", path="case.info", kind=facts.CaseInfo),
    Part(table="persons", path="case.persons", kind=facts.Person, many=True),
    Part(table="tenancies", path="case.tenancy", kind=facts.Tenancy),
    Part(table="incomes", path="case.income", kind=facts.Income, many=True),
    Part(table="expenses", path="case.expenses", kind=facts.Expense, many=True),
    Part(table="wealth", path="case.wealth", kind=facts.Wealth),
    Part(table="debts", path="case.debts", kind=Debt, many=True),
    Part(table="arrears", path="case.arrears", kind=facts.Arrears, apart=("rows", "earlier_plans")),
    Part(table="arrears_rows", path="case.arrears.rows", kind=facts.ArrearsRow, many=True),
    Part(table="earlier_plans", path="case.arrears.earlier_plans", kind=agreement.EarlierPlan, many=True),
    Part(table="bank_accounts", path="case.bank", kind=facts.BankAccount, many=True),
    Part(
        table="agreements",
        path="case.agreement",
        kind=agreement.Agreement,
        optional=True,
        children={"instalments": ("instalments", agreement.Instalment)},
    ),
    Part(table="former_agreements", path="case.former_agreements", kind=agreement.FormerAgreement, many=True),
    Part(table="circumstances", path="case.circumstances", kind=circumstances.Circumstances),
    Part(table="applications", path="case.applications", kind=circumstances.Application, many=True),
    Part(table="conversations", path="case.conversation", kind=facts.Conversation, apart=("consents", "next_steps")),
    Part(table="consents", path="case.conversation.consents", kind=facts.Consent, many=True),
    Part(table="todos", path="case.conversation.next_steps", kind=facts.Todo, many=True),
    Part(table="courses", path="case.course", kind=course.Course),
    Part(table="contacts", path="case.contacts", kind=course.Contact, many=True),
    Part(table="contact_persons", path="case.contact_persons", kind=course.ContactPerson, many=True),
    Part(table="notes", path="case.notes", kind=course.JournalNote, many=True),
    Part(table="checks", path="case.checks", kind=course.Check, many=True),
    Part(table="batches", path="spending.batches", kind=spending.Batch, many=True),
    Part(
        table="transactions",
        path="spending.transactions",
        kind=spending.Transaction,
        many=True,
        bulky=True,
        together=spending.bank_rows,
    ),
    Part(
        table="receipts",
        path="spending.receipts",
        kind=spending.Receipt,
        many=True,
        children={"items": ("receipt_items", spending.ReceiptItem)},
    ),
    Part(table="voices", path="spending.voices", kind=spending.Voice, many=True),
    Part(table="pen_copies", path="copies", kind=PenCopy, many=True),
)
"""Outer values before the lists that stand inside them: `put_all` relies on it."""

BY_TABLE = {part.table: part for part in PARTS}


def values(record: Record, part: Part) -> tuple[Any, ...]:
    """The values of one part, in order; the fields that are parts of their own emptied."""
    found = paths.get(record, part.path)
    if part.many:
        return tuple(found)
    if found is None:
        return ()
    return (replace(found, **dict.fromkeys(part.apart, ())) if part.apart else found,)


def put_values(record: Record, part: Part, found: tuple[Any, ...]) -> Record:
    """The record with the values of one part replaced; fields that are parts of their own stay."""
    if part.many:
        return paths.put(record, part.path, found)
    if not found:
        return paths.put(record, part.path, None if part.optional else part.kind())
    present = paths.get(record, part.path)
    value = replace(found[0], **{name: getattr(present, name) for name in part.apart}) if part.apart else found[0]
    return paths.put(record, part.path, value)


def id_of(part: Part, value: Any) -> str:
    """The id of a value within its part; a single value needs none."""
    return str(value.id) if part.many else ""
