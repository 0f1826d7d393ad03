"""Read a bank statement: bytes in, rows with a proof out. The layout is found by header and data.

A row that cannot be read is a `Problem`; a file that cannot be read is a `StatementError`. Nothing else is raised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from budgetdesk.errors import StatementError
from budgetdesk.ledger.proof import oldest_first, prove
from budgetdesk.ledger.spending import Transaction
from budgetdesk.ledger.statement import StatementRead, batch_id, file_hash, row_id
from budgetdesk.readers.banks import READERS
from budgetdesk.readers.banks.content import broken_letters, decode
from budgetdesk.readers.banks.layout import BankRow, Layout, find_header, read_layout
from budgetdesk.readers.banks.sheet import HEADER_WITHIN, Sheet, sheets
from budgetdesk.readers.incoming import Source, read_incoming

_BROKEN = re.compile(r"(?i)\b(bel[^a-zø;,\"]{1,4}b|bogf[^a-zø;,\"]{1,4}rt)")
_KNOWN = "Programmet kender Danske Bank og Nordea."


def read_statement(source: Source, *, account: str = "", today: date) -> StatementRead:
    """Read one export of a bank. `today` settles two-digit years and days that lie ahead.

    Rows come oldest first. Raises StatementError with a sentence that says what, where and what to do.
    """
    name, data = read_incoming(source, StatementError)
    text = decode(data, name)
    sheet, layout = _recognise(text, name)
    found = read_layout(sheet, layout, today=today)
    if not found.rows and not found.problems:
        raise StatementError(
            f"Filen “{name}” har en overskrift, men ingen posteringer. Vælg en længere periode, og hent den igen."
        )
    digest = file_hash(data)
    rows = oldest_first(_transactions(found.rows, batch_id(digest), today))
    return StatementRead(
        format=layout.key,
        format_title=layout.title,
        account=account,
        file_name=name,
        file_hash=digest,
        read_on=today,
        rows=rows,
        problems=found.problems,
        proof=prove(rows),
    )


def _recognise(text: str, name: str) -> tuple[Sheet, Layout]:
    split = tuple(sheets(text))
    for layout in READERS:
        for sheet in split:
            if find_header(sheet, layout) is not None:
                return sheet, layout
    raise _unknown(split, text, name)


def _unknown(split: tuple[Sheet, ...], text: str, name: str) -> StatementError:
    broken = _BROKEN.search(text[:2000])
    if broken:
        return broken_letters(name, broken[0])
    columns = _likely_header(split)
    if not columns:
        return StatementError(
            f"Filen “{name}” er ikke et kontoudtog. {_KNOWN} Hent posteringerne i netbank som CSV, og vælg den fil."
        )
    return StatementError(
        f"Filen “{name}” har et layout, vi ikke kender. Kolonnerne er: {', '.join(columns)}. {_KNOWN} "
        "Er filen derfra, så hent den igen med alle kolonner. Ellers skriv beløbene ind i hånden."
    )


def _likely_header(split: tuple[Sheet, ...]) -> tuple[str, ...]:
    """The first line that looks like names of columns: at least three short cells with letters and no amount."""
    for line in (line for sheet in split[:1] for line in sheet.lines[:HEADER_WITHIN]):
        cells = [cell for cell in line.cells if cell]
        if len(cells) >= 3 and all(re.fullmatch(r"[^\W\d][\w .,/()-]{0,30}", cell) for cell in cells):
            return tuple(cells)[:12]
    return ()


def _transactions(rows: tuple[BankRow, ...], batch: str, today: date) -> list[Transaction]:
    newest = max((row.date for row in rows if row.date is not None and not row.pending), default=today)
    return list(_as_transactions(rows, batch, newest))


def _as_transactions(rows: tuple[BankRow, ...], batch: str, newest: date) -> Iterator[Transaction]:
    for row in rows:
        yield Transaction(
            id=row_id(batch, row.line),
            batch=batch,
            date=row.date or newest,  # a pending row of Nordea has no day of its own
            text=row.text,
            amount=row.amount,
            balance=row.balance,
            pending=row.pending,
            hint=row.hint,
        )


def with_account(read: StatementRead, account: str) -> StatementRead:
    """The same statement under another account name."""
    return replace(read, account=account)
