"""What a reader of bank files hands on: rows as the file has them, in the file's order, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from budgetdesk.ledger.spending import Problem


class BankRow(NamedTuple):
    """One row of a statement. `date` is None for a pending row without a day; `account` is "" where none is named."""

    line: int
    date: date | None
    text: str
    amount: Decimal
    balance: Decimal | None = None
    pending: bool = False
    hint: str = ""
    account: str = ""


@dataclass(frozen=True)
class BankRows:
    """What one layout found in a file. `currency` is that of the whole file."""

    rows: tuple[BankRow, ...]
    problems: tuple[Problem, ...]
    currency: str = "DKK"
