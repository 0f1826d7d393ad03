"""Account information in JSON, as aggregators give it (PSD2): Enable Banking, and GoCardless (Nordigen)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk.errors import StatementError
from budgetdesk.i18n import _
from budgetdesk.ledger.spending import Problem
from budgetdesk.money import LARGEST, OERE
from budgetdesk.readers.banks.content import HOW
from budgetdesk.readers.banks.rows import BankRow, BankRows

_AMOUNT = ("transaction_amount", "transactionAmount")
_DAY = ("booking_date", "bookingDate", "value_date", "valueDate", "transaction_date")
_REMITTANCE = (
    "remittance_information",
    "remittanceInformationUnstructuredArray",
    "remittanceInformationUnstructured",
    "remittanceInformationStructured",
)
_BALANCE = ("balance_after_transaction", "balanceAfterTransaction")
_LOOKED_AT = 65_536


def looks_like(data: bytes) -> bool:
    """True when JSON holds bank rows rather than receipts."""
    head = data[:_LOOKED_AT]
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and any(
        f'"{key}"'.encode() in head for key in _AMOUNT
    )


def read(data: bytes, name: str, *, today: date) -> BankRows:
    """All rows; those not yet booked are pending. Raises StatementError."""
    rows, problems = [], []
    for number, (entry, waits) in enumerate(_entries(_loaded(data, name)), start=1):
        found = _row(entry, number, waits=waits)
        if isinstance(found, str):
            problems.append(
                Problem(
                    row=number,
                    text=_("Post {number}: {found} Rækken er ikke talt med.").format(number=number, found=found),
                )
            )
        else:
            rows.append(found)
            if found.date is not None and found.date > today and not found.pending:
                problems.append(
                    Problem(row=number, text=_("Post {number}: datoen ligger ude i fremtiden.").format(number=number))
                )
    return BankRows(tuple(rows), tuple(problems))


def _loaded(data: bytes, name: str) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"), parse_float=Decimal, parse_constant=str)
    except (ValueError, ArithmeticError, RecursionError):
        raise StatementError(
            _("Filen “{name}” er gået i stykker og kan ikke læses. {how}").format(name=name, how=_(HOW))
        ) from None


def _entries(loaded: Any) -> Iterator[tuple[Any, bool]]:
    """Every row, and whether it waits; accounts in one file stand one after the other."""
    if isinstance(loaded, list):
        for entry in loaded:
            yield entry, False
    elif isinstance(loaded, dict):
        inner = loaded.get("transactions", loaded)
        if isinstance(inner, dict):
            yield from ((entry, False) for entry in _list(inner.get("booked")))
            yield from ((entry, True) for entry in _list(inner.get("pending")))
        else:
            yield from ((entry, False) for entry in _list(inner))


def _row(entry: Any, number: int, *, waits: bool) -> BankRow | str:
    if not isinstance(entry, dict):
        return _("den har ingen felter.")
    given = _first(entry, _AMOUNT)
    amount = _signed(given, entry)
    if amount is None:
        return _("beløbet kan ikke læses.")
    currency = str(given.get("currency") or "DKK").upper()
    if currency != "DKK":
        return _("beløbet er i {currency} og ikke i kroner.").format(currency=currency[:3])
    pending = waits or str(entry.get("status", "")).upper() in ("PDNG", "PENDING")
    day = _day(_first(entry, _DAY))
    if day is None and not pending:
        return _("datoen kan ikke læses.")
    balance = _first(entry, _BALANCE)
    if isinstance(balance, dict) and isinstance(balance.get("balanceAmount"), dict):
        balance = balance["balanceAmount"]
    return BankRow(
        line=number,
        date=day,
        text=_text(entry, amount),
        amount=amount,
        balance=None if pending else _signed(balance, balance),
        pending=pending,
    )


def _signed(given: Any, signs: Any) -> Decimal | None:
    """The amount in kr; minus where the entry says that it is a debit."""
    if not isinstance(given, dict):
        return None
    value = given.get("amount")
    try:
        amount = Decimal(str(value)) if isinstance(value, str | int | Decimal) and len(str(value)[:40]) < 40 else None
    except (ArithmeticError, ValueError):
        return None
    if amount is None or not amount.is_finite() or abs(amount) > LARGEST:
        return None
    amount = amount.quantize(OERE)
    mark = str(signs.get("credit_debit_indicator", "")).upper()
    return -abs(amount) if mark == "DBIT" else amount


def _text(entry: Mapping[str, Any], amount: Decimal) -> str:
    """Who, and what for. Who is the other party: the creditor of money out, the debtor of money in."""
    told = _first(entry, _REMITTANCE)
    parts = [str(part) for part in (told if isinstance(told, list) else [told]) if part]
    who = entry.get("creditor" if amount < 0 else "debtor")
    named = who.get("name") if isinstance(who, dict) else entry.get("creditorName" if amount < 0 else "debtorName")
    text = " ".join(" ".join(parts).split())
    if named and str(named).casefold() not in text.casefold():
        text = f"{text}, {named}" if text else str(named)
    return text[:500]


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _first(entry: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    return next((entry[key] for key in keys if entry.get(key)), None)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
