"""SWIFT MT940: `:60F:` opening balance, `:61:` a row, `:86:` its text,
`:62F:` closing balance. The comma parts kroner and øre.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from budgetdesk.i18n import _
from budgetdesk.ledger.spending import Problem
from budgetdesk.readers.banks.amounts import Convention, read_amount
from budgetdesk.readers.banks.days import DayForm, read_day
from budgetdesk.readers.banks.rows import BankRow, BankRows

_ROW = re.compile(r"([0-9]{6})([0-9]{4})?(R?[DC])([A-Z])?([0-9]{1,12},[0-9]{0,2})(.*)", re.DOTALL)
_BALANCE = re.compile(r"([DC])([0-9]{6})([A-Z]{3})([0-9]{1,12},[0-9]{0,2})\s*")
_TAG = re.compile(r"^:([0-9]{2}[A-Z]?):", re.MULTILINE)
_SUBFIELD = re.compile(r"\?[0-9]{2}")


def looks_like(text: str) -> bool:
    """True when the text has the tags of an MT940."""
    return {"60F", "61"} <= set(_TAG.findall(text[:5000]))


def read(text: str, *, today: date) -> BankRows:
    """All rows, with the balance after each worked out from the opening one, and checked against the closing one."""
    reader = _Reader(today)
    tags = list(_TAG.finditer(text))
    for tag, after in zip(tags, [*tags[1:], None], strict=True):
        end = after.start() if after else len(text)
        number = text.count("\n", 0, tag.start()) + 1
        reader.take(tag[1], text[tag.end() : end].strip().removesuffix("-}").removesuffix("\n-").strip(), number)
    return BankRows(tuple(reader.rows), tuple(reader.problems), reader.currency)


class _Reader:
    """Takes one tag after the other."""

    def __init__(self, today: date) -> None:
        self.today, self.account, self.currency = today, "", "DKK"
        self.balance: Decimal | None = None
        self.rows: list[BankRow] = []
        self.problems: list[Problem] = []

    def take(self, tag: str, content: str, line: int) -> None:
        if tag == "25":
            self.account = content[:40]
        elif tag in ("60F", "60M"):
            self._open(content)
        elif tag == "61":
            self._add(content, line)
        elif tag == "86" and self.rows:
            self._say(content)
        elif tag in ("62F", "62M"):
            self._close(content, line)

    def _open(self, content: str) -> None:
        match = _BALANCE.fullmatch(content)
        self.balance = _kroner(match[4], match[1]) if match else None
        if match:
            self.currency = match[3]

    def _add(self, content: str, line: int) -> None:
        match = _ROW.match(content)
        day = read_day(match[1], DayForm.COMPACT_YY, today=self.today) if match else None
        amount = _kroner(match[5], match[3]) if match else None
        if match is None or day is None or amount is None:
            self.problems.append(
                Problem(row=line, text=_("Linje {line}: posten kan ikke læses og er ikke talt med.").format(line=line))
            )
            self.balance = None
            return
        if self.balance is not None:
            self.balance += amount
        rest = match[6].split("\n")
        text = rest[1] if len(rest) > 1 else rest[0][4:].split("//")[-1]
        self.rows.append(
            BankRow(line=line, date=day, text=_plain(text), amount=amount, balance=self.balance, account=self.account)
        )

    def _say(self, content: str) -> None:
        """`:86:` belongs to the row before it, and says more than the row does."""
        last = self.rows[-1]
        self.rows[-1] = last._replace(text=_plain(_SUBFIELD.sub(" ", content)) or last.text)

    def _close(self, content: str, line: int) -> None:
        match = _BALANCE.fullmatch(content)
        closing = _kroner(match[4], match[1]) if match else None
        if closing is not None and self.balance is not None and closing != self.balance:
            text = _("Linje {line}: slutsaldoen passer ikke med posterne. Der mangler noget i filen.").format(line=line)
            self.problems.append(Problem(row=line, text=text))


def _kroner(digits: str, mark: str) -> Decimal | None:
    amount = read_amount(digits.removesuffix(","), Convention.DANISH)
    if amount is None:
        return None
    return -amount if mark in ("D", "RC") else amount


def _plain(text: str) -> str:
    return " ".join(text.split())[:500]
