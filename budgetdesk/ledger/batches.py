"""A statement comes in as a batch and goes out as one. Nothing is counted twice, and undoing loses no other row.

A row is the same as one already here when account, day, text, amount and balance are the same, and it is the first,
second, ... such row in its file as well as here. So two equal purchases on one day stay two, and a file that overlaps
an earlier one adds only what is new.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from budgetdesk.formats import day
from budgetdesk.i18n import _, ngettext
from budgetdesk.ledger.spending import Batch, Spending, Transaction
from budgetdesk.ledger.statement import StatementRead

Identity = tuple[date, str, Decimal, Decimal | None, bool]


@dataclass(frozen=True, kw_only=True)
class AddReport:
    """What became of a file: how many rows are new, how many were here before, and a Danish sentence to show."""

    batch: str
    added: int
    known: int
    text: str


def add_batch(spending: Spending, read: StatementRead) -> tuple[Spending, AddReport]:
    """Put a statement in. Rows that an earlier batch of the same account has are recognised and not added again."""
    earlier = next((b for b in spending.batches if b.file_hash == read.file_hash), None)
    if earlier is not None:
        text = _("Filen er læst ind før, den {day_and_year}. Intet er ændret.").format(
            day_and_year=day(earlier.imported_on)
        )
        return spending, AddReport(batch=earlier.id, added=0, known=len(read.rows), text=text)
    if read.currency != "DKK":
        text = _(
            "Kontoen er i {currency} og ikke i kroner. Intet er læst ind. Skriv beløbene ind i kroner i hånden."
        ).format(currency=read.currency)
        return spending, AddReport(batch=read.batch_id, added=0, known=0, text=text)
    batches, new = _sifted(spending, read)
    known = sum(len(batch.also) for batch in batches)
    changed = replace(
        spending,
        batches=(*spending.batches, *batches),
        transactions=in_order((*spending.transactions, *new)),
    )
    return changed, AddReport(batch=batches[0].id, added=len(new), known=known, text=_said(len(new), known))


def undo_batch(spending: Spending, batch_id: str) -> Spending:
    """Take a batch out again, with those of the other accounts in the same file.

    Rows that another file has as well pass to its batch; receipts let go of rows that are gone.
    """
    file = next((batch.file_hash for batch in spending.batches if batch.id == batch_id), None)
    gone = {batch.id for batch in spending.batches if batch.file_hash == file} or {batch_id}
    others = tuple(batch for batch in spending.batches if batch.id not in gone)
    heirs = _heirs(others)
    kept = tuple(
        replace(row, batch=heirs[row.id]) if row.batch in gone else row
        for row in spending.transactions
        if row.batch not in gone or row.id in heirs
    )
    handed_over = {row.id for row in spending.transactions if row.batch in gone and row.id in heirs}
    others = tuple(_without(batch, handed_over, heirs) for batch in others)
    left = {row.id for row in kept}
    receipts = tuple(receipt.with_rows_of(left) for receipt in spending.receipts)
    return replace(spending, batches=others, transactions=kept, receipts=receipts)


def account_of(spending: Spending) -> Mapping[str, str]:
    """Batch id -> the account it belongs to: the name given, else the layout of the bank."""
    return {batch.id: _account(batch.account, batch.format) for batch in spending.batches}


def in_order(rows: Iterable[Transaction]) -> tuple[Transaction, ...]:
    """Rows by day, and on one day file by file; within a file they stay in the order in which they happened."""
    return tuple(sorted(rows, key=lambda row: (row.date, row.batch)))


def _sifted(spending: Spending, read: StatementRead) -> tuple[list[Batch], list[Transaction]]:
    """The batches of a file, each with the ids of rows that were here before, and the rows that were not."""
    batches, new = [], []
    for batch in read.batches():
        rows = [row for row in read.rows if row.batch == batch.id] if read.accounts else read.rows
        here = _by_identity(_rows_of_account(spending, batch.account))
        also = []
        for row in rows:
            same = here.get(_identity(row)) if here else None
            if same:
                also.append(same.popleft().id)
            else:
                new.append(row)
        batches.append(replace(batch, also=tuple(also)))
    return batches, new


def _account(name: str, layout: str) -> str:
    return name.strip().casefold() or layout


def _rows_of_account(spending: Spending, account: str) -> Iterable[Transaction]:
    """Rows the file may overlap with. An unnamed account may be any: the balance in the identity keeps them apart."""
    names = {batch.id: batch.account.strip().casefold() for batch in spending.batches}
    wanted = account.strip().casefold()
    return (row for row in spending.transactions if not wanted or names.get(row.batch, "") in ("", wanted))


def _by_identity(rows: Iterable[Transaction]) -> defaultdict[Identity, deque[Transaction]]:
    found: defaultdict[Identity, deque[Transaction]] = defaultdict(deque)
    for row in rows:
        found[_identity(row)].append(row)
    return found


def _identity(row: Transaction) -> Identity:
    return row.date, " ".join(row.text.casefold().split()), row.amount, row.balance, row.pending


def _heirs(batches: Iterable[Batch]) -> dict[str, str]:
    """Row id -> the first batch that has the row as well."""
    heirs: dict[str, str] = {}
    for batch in batches:
        for row_id in batch.also:
            heirs.setdefault(row_id, batch.id)
    return heirs


def _without(batch: Batch, handed_over: set[str], heirs: Mapping[str, str]) -> Batch:
    mine = {row_id for row_id in handed_over if heirs[row_id] == batch.id}
    return replace(batch, also=tuple(row_id for row_id in batch.also if row_id not in mine))


def _said(added: int, known: int) -> str:
    taken = ngettext("{count} ny række er læst ind.", "{count} nye rækker er læst ind.", added).format(count=added)
    if not known:
        return taken
    return _("{taken} {known} var her allerede og tæller kun én gang.").format(taken=taken, known=known)
