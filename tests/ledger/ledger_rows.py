"""Bank rows and statements made by hand, for the tests of this room."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk.dates import Month
from budgetdesk.ledger.batches import add_batch
from budgetdesk.ledger.proof import prove
from budgetdesk.ledger.spending import Spending, Transaction
from budgetdesk.ledger.statement import StatementRead, batch_id, file_hash, row_id

TODAY = date(2026, 11, 20)
OCTOBER = Month(2026, 10)


def october(day: int) -> date:
    return date(2026, 10, day)


def statement(*rows: tuple, name: str = "fil.csv", account: str = "Lønkonto", opening: str = "1000") -> StatementRead:
    """A statement of rows (day of October, text, amount): balances follow from the opening one."""
    digest = file_hash((name + account + repr(rows)).encode())
    balance, made = Decimal(opening), []
    for number, (day, text, amount) in enumerate(rows, start=2):
        balance += Decimal(amount)
        batch = batch_id(digest)
        made.append(
            Transaction(
                id=row_id(batch, number),
                batch=batch,
                date=october(day),
                text=text,
                amount=Decimal(amount),
                balance=balance,
            )
        )
    return StatementRead(
        format="danske_bank_8",
        format_title="Danske Bank",
        account=account,
        file_name=name,
        file_hash=digest,
        read_on=TODAY,
        rows=tuple(made),
        problems=(),
        proof=prove(made),
    )


def spending_of(*statements: StatementRead) -> Spending:
    spending = Spending()
    for read in statements:
        spending, _ = add_batch(spending, read)
    return spending
