"""Read a bank statement: bytes in, rows with a proof out. The layout is found by header and data.

A row that cannot be read is a `Problem`; a file that cannot be read is a `StatementError`. Nothing else is raised.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import repeat
from operator import attrgetter

from budgetdesk.collecting import not_collecting
from budgetdesk.errors import StatementError, UnknownLayoutError
from budgetdesk.household.words import Need
from budgetdesk.i18n import _
from budgetdesk.ledger.proof import oldest_first, prove, prove_together
from budgetdesk.ledger.spending import Guess, Problem, Proof, ProofStatus, Transaction, bank_rows
from budgetdesk.ledger.statement import AccountRead, StatementRead, account_batch_id, batch_id, file_hash, row_id
from budgetdesk.readers import camt, mt940, psd2
from budgetdesk.readers.banks.catalogue import load_layouts
from budgetdesk.readers.banks.content import HOW, Kind, broken_letters, decode, kind_of
from budgetdesk.readers.banks.recognise import recognise
from budgetdesk.readers.banks.rows import BankRow, BankRows
from budgetdesk.readers.banks.sheet import HEADER_WITHIN, Sheet, sheets
from budgetdesk.readers.guess import guess
from budgetdesk.readers.incoming import Source, read_incoming
from budgetdesk.readers.mapping import Mapping, fingerprint, read_mapped
from budgetdesk.readers.pdf_statements import pdf_rows
from budgetdesk.readers.spreadsheets import workbook_sheets

_UNSORTED = Guess(line="", need=Need.ASK, confidence=Decimal(0), why="")
Placing = Callable[[Sequence[BankRow]], Sequence[Guess]]
"""Where each of the rows belongs."""
_BROKEN = re.compile(r"(?i)\b(bel[^a-zø;,\"]{1,4}b|bogf[^a-zø;,\"]{1,4}rt)")


@dataclass(frozen=True)
class _Read:
    """Rows in the order of the file, and the layout they had."""

    format: str
    title: str
    rows: BankRows


def read_statement(
    source: Source,
    *,
    account: str = "",
    today: date,
    mappings: Sequence[Mapping] = (),
    place: Placing | None = None,
) -> StatementRead:
    """Read one export of a bank. `today` settles two-digit years and days that lie ahead.

    `mappings` are those the office has made by hand; one is used where the header of the file is the one it was made
    for. `place` says where rows belong; without it nothing is sorted. Rows come oldest first. Raises StatementError
    with a sentence that says what, where and what to do; UnknownLayoutError (one of them) where a mapping would help.
    """
    name, data = read_incoming(source, StatementError)
    with not_collecting():
        found = _read(data, name, today=today, mappings=mappings)
        return _statement(found, name, data, account, today=today, place=place)


def read_with(
    mapping: Mapping, source: Source, *, account: str = "", today: date, place: Placing | None = None
) -> StatementRead:
    """Read a file as a mapping made by hand says. Raises StatementError."""
    name, data = read_incoming(source, StatementError)
    rows = read_mapped(mapping, file_sheets(data, name), today=today)
    found = _Read(f"mapping:{mapping.fingerprint}", mapping.title, rows)
    return _statement(found, name, data, account, today=today, place=place)


def file_sheets(data: bytes, name: str) -> tuple[Sheet, ...]:
    """The lines and cells of a text file or a workbook, one Sheet for each separator or page. Raises StatementError."""
    kind = kind_of(data, name)
    if kind is Kind.ZIP:
        return workbook_sheets(data, name)
    if kind is Kind.TEXT:
        return tuple(sheets(decode(data, name)))
    raise StatementError(
        _("Filen “{name}” har ingen rækker og kolonner at vælge mellem. {how}").format(name=name, how=_(HOW))
    )


def is_statement(source: Source) -> bool:
    """True when a JSON file holds bank rows rather than receipts. Raises StatementError where it cannot be opened."""
    return psd2.looks_like(read_incoming(source, StatementError)[1])


def _read(data: bytes, name: str, *, today: date, mappings: Sequence[Mapping]) -> _Read:
    kind = kind_of(data, name)
    if kind is Kind.PDF:
        return _Read("pdf", _("Kontoudtog i PDF"), pdf_rows(data, name, today=today))
    if kind is Kind.XML:
        return _Read("camt_053", "camt.053", camt.read(data, name, today=today))
    if kind is Kind.JSON and psd2.looks_like(data):
        return _Read("psd2", _("Kontooplysninger (PSD2)"), psd2.read(data, name, today=today))
    if kind is Kind.ZIP:
        return _from_sheets(workbook_sheets(data, name), "", name, today=today, mappings=mappings)
    text = decode(data, name)
    if mt940.looks_like(text):
        return _Read("mt940", "SWIFT MT940", mt940.read(text, today=today))
    return _from_sheets(tuple(sheets(text)), text, name, today=today, mappings=mappings)


def _from_sheets(split: tuple[Sheet, ...], text: str, name: str, *, today: date, mappings: Sequence[Mapping]) -> _Read:
    prints = {fingerprint(sheet) for sheet in split}
    for mapping in mappings:
        if mapping.fingerprint in prints:
            rows = read_mapped(mapping, split, today=today)
            return _Read(f"mapping:{mapping.fingerprint}", mapping.title, rows)
    found = recognise(split, load_layouts(), today=today)
    if found is not None:
        return _Read(found.layout.key, found.layout.title, found.read(today=today))
    guessed = guess(split, today=today)
    if guessed is not None and guessed.proved:
        return _Read("guessed", _("Kontoudtog med et nyt layout"), guessed.rows)
    raise _unknown(split, text, name)


def _unknown(split: tuple[Sheet, ...], text: str, name: str) -> StatementError:
    broken = _BROKEN.search(text[:2000])
    if broken:
        return broken_letters(name, broken[0])
    columns = _likely_header(split)
    if not columns:
        return StatementError(
            _("Filen “{name}” er ikke et kontoudtog, vi kan læse. {how}").format(name=name, how=_(HOW))
        )
    return UnknownLayoutError(
        _(
            "Filen “{name}” har et layout, vi ikke kender. Kolonnerne er: {columns}. Vælg, hvilke "
            "kolonner der er dato, tekst og beløb, eller hent filen igen som CSV med alle kolonner."
        ).format(name=name, columns=", ".join(columns))
    )


def _likely_header(split: tuple[Sheet, ...]) -> tuple[str, ...]:
    """The first line that looks like names of columns: at least three short cells with letters and no amount."""
    for line in (line for sheet in split[:1] for line in sheet.top[:HEADER_WITHIN]):
        cells = [cell for cell in line.cells if cell]
        if len(cells) >= 3 and all(re.fullmatch(r"[^\W\d][\w .,/()-]{0,30}", cell) for cell in cells):
            return tuple(cells)[:12]
    return ()


def _statement(
    found: _Read, name: str, data: bytes, account: str, *, today: date, place: Placing | None
) -> StatementRead:
    if not found.rows.rows and not found.rows.problems:
        raise StatementError(
            _(
                "Filen “{name}” har en overskrift, men ingen posteringer. Vælg en længere periode, og hent den igen."
            ).format(name=name)
        )
    digest = file_hash(data)
    parts = _by_account(found.rows.rows, digest, today, place or _nowhere)
    several = len(parts) > 1
    rows = tuple(row for _rest, part in parts for row in part)
    return StatementRead(
        format=found.format,
        format_title=found.title,
        account=account,
        file_name=name,
        file_hash=digest,
        read_on=today,
        rows=rows,
        problems=(*_of_the_file(found.rows), *found.rows.problems),
        proof=prove_together([read.proof for read, _rest in parts]) if several else prove(rows),
        accounts=tuple(read for read, _rest in parts) if several else (),
        account_in_file=found.rows.rows[0].account if found.rows.rows and not several else "",
        currency=found.rows.currency,
    )


def _by_account(
    rows: Sequence[BankRow], digest: str, today: date, place: Placing
) -> list[tuple[AccountRead, tuple[Transaction, ...]]]:
    """The rows account by account, in the order in which the file first names them; each oldest first."""
    names = tuple(dict.fromkeys(row.account for row in rows))
    newest = max((row.date for row in rows if row.date is not None and not row.pending), default=today)
    found = []
    for name in names:
        batch = account_batch_id(digest, name) if len(names) > 1 else batch_id(digest)
        own = rows if len(names) == 1 else [row for row in rows if row.account == name]
        ordered = oldest_first(_transactions(own, batch, newest, place(own)))
        proof = prove(ordered) if len(names) > 1 else Proof(status=ProofStatus.NOT_POSSIBLE)
        found.append((AccountRead(account=name, batch_id=batch, proof=proof), ordered))
    return found


def _of_the_file(rows: BankRows) -> tuple[Problem, ...]:
    if rows.currency == "DKK":
        return ()
    text = _("Kontoen er i {currency} og ikke i kroner. Posteringerne vises, men kan ikke lægges ind i sagen.").format(
        currency=rows.currency
    )
    return (Problem(row=1, text=text),)


def _transactions(rows: Sequence[BankRow], batch: str, newest: date, places: Sequence[Guess]) -> list[Transaction]:
    """The rows as the ledger has them, put together column by column."""
    ids = [row_id(batch, row.line) for row in rows]
    days = [row.date or newest for row in rows]  # a pending row of Nordea has no day of its own
    said = (map(attrgetter(name), rows) for name in ("text", "amount", "balance", "pending", "hint"))
    placed = (map(attrgetter(name), places) for name in ("line", "need", "confidence", "why"))
    return bank_rows(zip(ids, repeat(batch), days, *said, *placed, repeat(False), strict=False))


def _nowhere(rows: Sequence[BankRow]) -> Sequence[Guess]:
    return [_UNSORTED] * len(rows)


def with_account(read: StatementRead, account: str) -> StatementRead:
    """The same statement under another account name; several accounts in one file keep the names they have there."""
    return replace(read, account=account)
