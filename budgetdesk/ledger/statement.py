"""A statement as it was read from a file, before anybody has said yes to it. Also what tells one file from another."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date

from budgetdesk.dates import Month
from budgetdesk.ledger.proof import covers_month
from budgetdesk.ledger.spending import Batch, Problem, Proof, Transaction


@dataclass(frozen=True, kw_only=True)
class AccountRead:
    """One of several accounts in one file: its name there, the batch its rows become, and their proof."""

    account: str
    batch_id: str
    proof: Proof


@dataclass(frozen=True, kw_only=True)
class StatementRead:
    """One bank statement: rows oldest first, what could not be read, and the proof.

    `format` is the key of the layout (`danske_bank_8`), `format_title` its name for people. In a file with several
    accounts the rows stand account by account, and `proof` holds when each account's holds.
    """

    kind: str = "statement"
    format: str
    format_title: str
    account: str
    file_name: str
    file_hash: str
    read_on: date
    rows: tuple[Transaction, ...]
    problems: tuple[Problem, ...]
    proof: Proof
    accounts: tuple[AccountRead, ...] = ()
    """Filled when the file has several; each becomes a batch of its own, and they are undone together."""
    account_in_file: str = ""
    """What the file itself calls its one account, where it says so: a name to begin with."""
    currency: str = "DKK"
    """Of the whole file. Anything but DKK is shown and never taken in."""
    sorted_by: object = field(default=None, compare=False, repr=False)
    """The rules by which each row of its one account has its place; None where nothing or more was looked at."""

    @property
    def batch_id(self) -> str:
        return batch_id(self.file_hash)

    @property
    def pending(self) -> tuple[Transaction, ...]:
        """Rows the bank has not booked yet: shown, not counted."""
        return tuple(row for row in self.rows if row.pending)

    def covers(self, month: Month) -> bool:
        """True when the file reaches from the first to the last bank day of the month."""
        return covers_month(self.proof.start, self.proof.end, month)

    def batch(self) -> Batch:
        return Batch(
            id=self.batch_id,
            file_name=self.file_name,
            file_hash=self.file_hash,
            format=self.format,
            account=self.account,
            imported_on=self.read_on,
            proof=self.proof,
            problems=self.problems,
        )

    def batches(self) -> tuple[Batch, ...]:
        """The batches the file becomes: one for each account. The problems stand with the first."""
        first = self.batch()
        return tuple(
            replace(first, id=a.batch_id, account=a.account, proof=a.proof, problems=() if n else first.problems)
            for n, a in enumerate(self.accounts)
        ) or (first,)


def file_hash(data: bytes) -> str:
    """SHA-256 of the file, in hex: the same file is known again whatever it is called."""
    return hashlib.sha256(data).hexdigest()


def batch_id(hash_of_file: str) -> str:
    """The id of the batch that a file becomes; the same file always gets the same one."""
    return "b" + hash_of_file[:12]


def account_batch_id(hash_of_file: str, account: str) -> str:
    """The id of the batch that one of several accounts in a file becomes."""
    return batch_id(file_hash(f"{hash_of_file} {account}".encode()))


def row_id(batch: str, line: int) -> str:
    """The id of the row that stands on a line of the file."""
    return f"{batch}-{line}"
