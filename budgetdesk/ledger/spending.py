"""Bank rows, receipts, and what the two at the desk say about them. Frozen values; amounts are kr, minus is out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import cast

from budgetdesk.dates import Month
from budgetdesk.household.words import Need


class ProofStatus(StrEnum):
    """Whether opening balance + rows = closing balance."""

    HOLDS = "holds"
    FAILS = "fails"
    NOT_POSSIBLE = "not_possible"


@dataclass(frozen=True, kw_only=True)
class Proof:
    """The proof of a batch: opening + rows = closing, and no gap between the balances."""

    status: ProofStatus
    opening: Decimal | None = None
    closing: Decimal | None = None
    start: date | None = None
    end: date | None = None
    gaps: tuple[str, ...] = ()
    """One Danish sentence per break in the chain of balances."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A row that could not be read, or was read with doubt: where, what, and what to do."""

    row: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Guess:
    """Where a row or an item belongs, how sure (0 to 1), and why, in a Danish sentence."""

    line: str
    need: Need
    confidence: Decimal
    why: str


@dataclass(frozen=True, kw_only=True)
class Transaction:
    """One bank row. `line` is a code of the chart ("" = not sorted). Pending rows are shown and not counted."""

    id: str
    batch: str
    date: date
    text: str
    amount: Decimal
    balance: Decimal | None = None
    pending: bool = False
    hint: str = ""
    """The bank's own category, where the file has one."""
    line: str = ""
    need: Need = Need.ASK
    confidence: Decimal = Decimal(0)
    why: str = ""
    by_hand: bool = False
    """True once a person has said where it belongs; rules never change it again."""


RowFacts = tuple[str, str, date, str, Decimal, Decimal | None, bool, str, str, Need, Decimal, str, bool]
"""Every field of a Transaction, in its order."""


def bank_rows(facts: Iterable[RowFacts]) -> list[Transaction]:
    """As `Transaction(...)` for each, at a quarter of the price: a statement may have 100,000 rows."""
    new, made = object.__new__, []
    for row_id, batch, day, text, amount, balance, pending, hint, line, need, confidence, why, by_hand in facts:
        row = new(Transaction)
        kept = row.__dict__  # all rows share the names of the fields as long as they are set one by one, in order
        kept["id"] = row_id
        kept["batch"] = batch
        kept["date"] = day
        kept["text"] = text
        kept["amount"] = amount
        kept["balance"] = balance
        kept["pending"] = pending
        kept["hint"] = hint
        kept["line"] = line
        kept["need"] = need
        kept["confidence"] = confidence
        kept["why"] = why
        kept["by_hand"] = by_hand
        made.append(row)
    return made


class Rows(tuple[Transaction, ...]):
    """A tuple of bank rows like any other, that remembers where they are.

    A case may hold ten years of rows, and a page asks for one month of them many times. So what is looked up is worked
    out once for each tuple of rows, when it is first asked for; a thread that has made many rows asks for it at once
    (`look_up`), so that the window never has to.
    """

    @cached_property
    def by_id(self) -> Mapping[str, Transaction]:
        """Each row by its id."""
        return {row.id: row for row in self}

    @cached_property
    def by_month(self) -> Mapping[Month, tuple[Transaction, ...]]:
        """The rows of each month, in the order in which they stand; the oldest month first."""
        months: dict[Month, list[Transaction]] = {}
        of_day: dict[date, list[Transaction]] = {}
        for row in self:
            here = of_day.get(row.date)
            if here is None:
                here = of_day[row.date] = months.setdefault(Month.of(row.date), [])
            here.append(row)
        return {month: tuple(months[month]) for month in sorted(months)}

    @cached_property
    def batches_of(self) -> Mapping[Month, frozenset[str]]:
        """The ids of the batches that each month's rows came with."""
        return {month: frozenset({row.batch for row in rows}) for month, rows in self.by_month.items()}

    @cached_property
    def unsorted(self) -> tuple[Transaction, ...]:
        """The booked rows that have no line yet."""
        return tuple([row for row in self if not row.line and not row.pending])

    def look_up(self) -> None:
        """Work everything out now, in this thread."""
        _ = self.by_id, self.batches_of, self.unsorted


@dataclass(frozen=True, kw_only=True)
class Batch:
    """One imported file. Undone in one click, together with its rows."""

    id: str
    file_name: str
    file_hash: str
    format: str
    account: str = ""
    imported_on: date
    proof: Proof
    problems: tuple[Problem, ...] = ()
    also: tuple[str, ...] = ()
    """Ids of rows of earlier batches that this file has as well: kept once, and handed over when those are undone."""


class PaidBy(StrEnum):
    """How a receipt, or a part of it, was paid."""

    CARD = "card"
    CASH = "cash"
    MOBILEPAY = "mobilepay"
    VOUCHER = "voucher"
    """Gift card, deposit slip: no bank row shows it."""
    UNKNOWN = ""


@dataclass(frozen=True, kw_only=True)
class Box:
    """A place in the picture of a receipt, in pixels of the upright picture."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class ReceiptItem:
    """One line of a receipt. Positive = bought; a discount is already taken off the item it belongs to."""

    id: str
    text: str
    amount: Decimal
    line: str = ""
    need: Need = Need.ASK
    why: str = ""
    by_hand: bool = False
    boxes: tuple[Box, ...] = ()
    """Where it stands in the receipt's picture; empty when it was typed."""


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """One receipt. `rest` is the total less the lines: kept, flagged, never blocking."""

    id: str
    shop: str
    date: date | None
    total: Decimal
    items: tuple[ReceiptItem, ...] = ()
    transaction: str = ""
    """Id of the bank row that paid it, so that nothing counts twice; "" = paid in cash or not found."""
    source: str = "typed"
    also: tuple[str, ...] = ()
    """Ids of the other bank rows that paid it, where it was paid in several."""
    refused: tuple[str, ...] = ()
    """Ids of bank rows that somebody has said did not pay it: never offered again."""
    paid_by: PaidBy = PaidBy.UNKNOWN
    card: str = ""
    """The last four digits of the card, as printed."""
    off_bank: Decimal = Decimal(0)
    """Kr of the total that no bank row shows, where only a part was paid in cash or with a gift card."""
    picture: str = ""
    """Id of its picture in the store; "" = none."""
    doubts: tuple[str, ...] = ()
    """What could not be read for sure, one Danish sentence each."""

    def with_rows_of(self, left: Collection[str]) -> Receipt:
        """The receipt, letting go of bank rows that are not among those left."""
        also = tuple(row for row in self.also if row in left)
        if self.transaction in left or not self.transaction:
            return self if also == self.also else replace(self, also=also)
        return replace(self, transaction="", also=())

    @property
    def on_bank(self) -> Decimal:
        """Kr that the bank rows of this receipt show together."""
        return self.total - self.off_bank

    @property
    def rest(self) -> Decimal:
        return self.total - sum((item.amount for item in self.items), Decimal(0))


@dataclass(frozen=True, kw_only=True)
class Voice:
    """What the tenant and the adviser say about one line of the chart. What the tenant has locked stands."""

    id: str
    """The code of the line."""
    tenant_says: Need | None = None
    adviser_says: Need | None = None
    locked: bool = False


@dataclass(frozen=True, kw_only=True)
class Spending:
    """All bank rows and receipts of a case."""

    batches: tuple[Batch, ...] = ()
    transactions: tuple[Transaction, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    voices: tuple[Voice, ...] = ()

    def __post_init__(self) -> None:
        if type(self.transactions) is not Rows:
            object.__setattr__(self, "transactions", Rows(self.transactions))

    @property
    def rows(self) -> Rows:
        """The bank rows, by id and by month."""
        return cast("Rows", self.transactions)
