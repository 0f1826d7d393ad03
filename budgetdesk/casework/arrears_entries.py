"""One row of a landlord's monthly list of arrears, and what tells one tenant of the list from another. Amounts are kr.

Only what the work needs is a field here; every other column of the list is never read. The number of a person (CPR) is
looked at to find the case, and is not kept: the case says who it is from then on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from budgetdesk.ledger.words import fold
from budgetdesk.money import ZERO

LONGEST_KEY = 96
CPR_FIGURES = 10


class Column(StrEnum):
    """What a column of a list may be used for; all others are left out."""

    REFERENCE = "reference"
    NAME = "name"
    ADDRESS = "address"
    AMOUNT = "amount"
    DUE = "due"
    PAAKRAV = "paakrav"
    RENT = "rent"
    PHONE = "phone"
    CPR = "cpr"


KEPT = tuple(column for column in Column if column is not Column.CPR)
"""Columns whose cells are kept with the list."""
SEVERAL = (Column.NAME, Column.ADDRESS)
"""Columns a list may have several of: first name and last name, street and town."""


@dataclass(frozen=True, kw_only=True)
class ListEntry:
    """One row: its line in the file, whose it is, and what is owed."""

    line: int
    reference: str = ""
    """The landlord's number of the tenancy or the tenant."""
    name: str = ""
    address: str = ""
    phone: str = ""
    amount: Decimal = ZERO
    due: date | None = None
    """The due day of the oldest rent that is behind."""
    paakrav: date | None = None
    """The day the påkrav was sent, as the landlord says."""
    rent: Decimal | None = None
    """Rent, kr/month."""
    cpr: str = ""
    """Ten figures; only for the match, never kept."""

    @property
    def key(self) -> str:
        """What is the same for all rows of one tenant, in this list and the next; "" where nothing tells."""
        number = plain_number(self.reference)
        if number:
            return f"nr:{number}"[:LONGEST_KEY]
        told = f"{plain_name(self.name)}|{plain_address(self.address)}"
        return f"hvem:{told}"[:LONGEST_KEY] if told != "|" else ""


def plain_number(text: str) -> str:
    """A number of a tenancy as any list writes it: its groups without noughts in front (Excel drops them), `3-12-4`."""
    groups = re.findall(r"[a-z]+|[0-9]+", fold(text))
    return "-".join(group.lstrip("0") or "0" for group in groups)


def plain_name(name: str) -> str:
    """A name as `Skovgaard, Nadia` and `NADIA SKOVGAARD` both write it: folded words in the order of the alphabet."""
    return " ".join(sorted(re.findall(r"[a-z]+", fold(name))))


_FLOOR = {"stuen": "st", "kaelder": "kl", "kld": "kl", "venstre": "tv", "hoejre": "th", "midtfor": "mf"}


def plain_address(address: str) -> str:
    """An address without marks: `Lærkevej 12, 3. tv., 2650 Hvidovre` is `laerkevej 12 3 tv 2650 hvidovre`."""
    words = re.findall(r"[a-z]+|[0-9]+", re.sub(r"\b(?:sal|etage)\b", " ", fold(address)))
    return " ".join(_FLOOR.get(word, word.lstrip("0") or word) for word in words)


def cpr_of(text: str) -> str:
    """The ten figures of the number of a person; "" where the cell holds something else."""
    figures = re.sub(r"\D", "", text)
    if len(figures) == CPR_FIGURES - 1:
        figures = f"0{figures}"  # a number whose first nought Excel has dropped
    return figures if len(figures) == CPR_FIGURES else ""
