"""camt.053 (ISO 20022): the statement as XML. A DTD is refused before anything is read, so nothing can be expanded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk.errors import StatementError
from budgetdesk.i18n import _
from budgetdesk.ledger.spending import Problem
from budgetdesk.money import LARGEST, OERE
from budgetdesk.readers.banks.content import HOW
from budgetdesk.readers.banks.rows import BankRow, BankRows

_OPENING, _CLOSING = ("OPBD", "PRCD"), ("CLBD",)
_TEXTS = ("NtryDtls/TxDtls/RmtInf/Ustrd", "AddtlNtryInf", "NtryDtls/TxDtls/AddtlTxInf")


def read(data: bytes, name: str, *, today: date) -> BankRows:
    """All entries of all statements in the file. Raises StatementError."""
    root = _parsed(data, name)
    statements = list(root.iter("Stmt"))
    if not statements:
        raise StatementError(
            _("Filen “{name}” er XML, men ikke et kontoudtog (camt.053). {how}").format(name=name, how=_(HOW))
        )
    reader = _Reader(today)
    for statement in statements:
        reader.take(statement)
    return BankRows(tuple(reader.rows), tuple(reader.problems))


def _parsed(data: bytes, name: str) -> Any:
    from defusedxml import DefusedXmlException  # noqa: PLC0415 - only an XML file should cost the import
    from defusedxml.ElementTree import XMLParser  # noqa: PLC0415

    parser = XMLParser(forbid_dtd=True, forbid_entities=True, forbid_external=True)
    try:
        parser.feed(data)
        root = parser.close()
    except DefusedXmlException:
        raise StatementError(
            _("Filen “{name}” indeholder en DTD. Det har et kontoudtog ikke, så filen læses ikke. {how}").format(
                name=name, how=_(HOW)
            )
        ) from None
    except Exception as cause:  # broken XML and unknown encodings come as errors of many kinds
        raise StatementError(
            _("Filen “{name}” er gået i stykker og kan ikke læses. {how}").format(name=name, how=_(HOW))
        ) from cause
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
    return root


class _Reader:
    """Takes one statement after the other; each is of one account."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.rows: list[BankRow] = []
        self.problems: list[Problem] = []
        self.number = 0

    def take(self, statement: Any) -> None:
        account = statement.findtext("Acct/Id/IBAN") or statement.findtext("Acct/Id/Othr/Id") or ""
        balance = _balance(statement, _OPENING)
        for entry in statement.iter("Ntry"):
            self.number += 1
            row = self._row(entry, account)
            if row is None:
                balance = None
                continue
            if balance is not None and not row.pending:
                balance += row.amount
                row = row._replace(balance=balance)
            self.rows.append(row)
        closing = _balance(statement, _CLOSING)
        if closing is not None and balance is not None and closing != balance:
            self._problem(_("slutsaldoen passer ikke med posterne. Der mangler noget i filen."))

    def _row(self, entry: Any, account: str) -> BankRow | None:
        amount = _signed(entry)
        day = _day(entry, "BookgDt") or _day(entry, "ValDt")
        status = entry.findtext("Sts/Cd") or entry.findtext("Sts") or "BOOK"
        pending = status.strip() == "PDNG"
        if amount is None or (day is None and not pending):
            self._problem(_("beløbet eller datoen kan ikke læses. Rækken er ikke talt med."))
            return None
        currency = entry.find("Amt").get("Ccy") or "DKK"
        if currency != "DKK":
            self._problem(
                _("beløbet er i {currency} og ikke i kroner. Rækken er ikke talt med.").format(currency=currency[:3])
            )
            return None
        return BankRow(
            line=self.number, date=day, text=_text(entry, amount), amount=amount, pending=pending, account=account[:40]
        )

    def _problem(self, text: str) -> None:
        self.problems.append(Problem(row=self.number, text=f"Post {self.number}: {text}"))


def _balance(statement: Any, codes: tuple[str, ...]) -> Decimal | None:
    for balance in statement.iter("Bal"):
        if (balance.findtext("Tp/CdOrPrtry/Cd") or "").strip() in codes:
            return _signed(balance)
    return None


def _signed(element: Any) -> Decimal | None:
    """The `Amt` of an entry or a balance, kr; minus for a debit, turned around for a reversal."""
    text = (element.findtext("Amt") or "").strip()
    if len(text) > 40 or not text.replace(".", "", 1).isascii() or not text.replace(".", "", 1).isdigit():
        return None
    amount = Decimal(text)
    if amount > LARGEST:
        return None
    amount = amount.quantize(OERE)
    debit = (element.findtext("CdtDbtInd") or "").strip() == "DBIT"
    return -amount if debit else amount


def _day(entry: Any, which: str) -> date | None:
    text = entry.findtext(f"{which}/Dt") or entry.findtext(f"{which}/DtTm") or ""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def _text(entry: Any, amount: Decimal) -> str:
    party = "Cdtr" if amount < 0 else "Dbtr"
    names = [e.text for e in entry.iterfind(f"NtryDtls/TxDtls/RltdPties/{party}/Nm") if e.text]
    names += [e.text for e in entry.iterfind(f"NtryDtls/TxDtls/RltdPties/{party}/Pty/Nm") if e.text]
    told = list(_told(entry))
    parts = dict.fromkeys((*told, *names))
    return ", ".join(" ".join(part.split()) for part in parts if part.strip())[:500]


def _told(entry: Any) -> Iterator[str]:
    for path in _TEXTS:
        found = [element.text for element in entry.iterfind(path) if element.text]
        if found:
            yield " ".join(found)
            return
