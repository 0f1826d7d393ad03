"""Read receipts: our own typed JSON, and what the apps of Coop and Storebox export. Bytes in, receipts out.

Own shape (`budgetdesk/receipt`, version 1): `shop`, `date`, `total`, `lines[]` (`text`, `amount`); a list of such is
read as well. A line that cannot be read is a problem and shows as rest; a file that cannot be read is a ReceiptError.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk.errors import BadAmountError, ReceiptError
from budgetdesk.i18n import N_, _
from budgetdesk.ledger.receipts import Line
from budgetdesk.ledger.spending import Problem, Receipt
from budgetdesk.money import LARGEST, OERE, parse_amount
from budgetdesk.readers.incoming import Source, read_incoming
from budgetdesk.readers.receipt_lines import ReadReceipt, items_of_drafts
from budgetdesk.readers.receipt_lines_amounts import count_first
from budgetdesk.readers.receipt_lines_drafts import Draft
from budgetdesk.readers.receipt_lines_kept import kept_receipt
from budgetdesk.readers.receipt_lines_rows import clean_text
from budgetdesk.readers.receipt_lines_words import Role, load_receipt_words

FORMAT = "budgetdesk/receipt"
_SHOP = ("shop", "storeName", "merchant", "store")
_DATE = ("date", "purchaseDate", "purchaseDateTime")
_TOTAL = ("total", "totalPrice")
_LINES = ("lines", "receiptLines")
_TEXT = ("text", "name", "description")
_AMOUNT = ("amount", "price")
_WHAT_TO_DO = N_("Skriv kvitteringen ind i hånden, eller vælg en anden fil.")

_LONGEST_NAME, _LONGEST_QUOTE, _LONGEST_READ = 120, 40, 2000
"""Signs of a shop or an item that are kept, of what a sentence quotes, and that are looked at."""


@dataclass(frozen=True)
class ReceiptsRead:
    """All receipts of a file, and the lines that could not be read."""

    receipts: tuple[Receipt, ...]
    problems: tuple[Problem, ...]
    kind: str = "receipt"


def read_receipt(source: Source) -> Receipt:
    """The one receipt in a file. Raises ReceiptError when there are several (see `read_receipts`)."""
    found = read_receipts(source).receipts
    if len(found) != 1:
        raise ReceiptError(
            _("Filen har {count} kvitteringer. Vælg en fil med én, eller læs dem alle ind på én gang.").format(
                count=len(found)
            )
        )
    return found[0]


def read_receipts(source: Source) -> ReceiptsRead:
    """All receipts in a file, discounts taken off. Raises ReceiptError with a sentence that says what to do."""
    name, data = read_incoming(source, ReceiptError)
    loaded = _load(name, data)
    entries = loaded if isinstance(loaded, list) else [loaded]
    if not entries:
        raise ReceiptError(
            _("Filen “{name}” har ingen kvitteringer. {what_to_do}").format(name=name, what_to_do=_(_WHAT_TO_DO))
        )
    digest = hashlib.sha256(data).hexdigest()[:10]
    receipts, problems = [], []
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict) or not _looks_like_receipt(entry):
            raise ReceiptError(
                _("Filen “{name}” er ikke en kvittering, vi kender. {what_to_do}").format(
                    name=name, what_to_do=_(_WHAT_TO_DO)
                )
            )
        receipt, wrong = _receipt(entry, f"r{digest}-{number}", name)
        receipts.append(receipt)
        problems += wrong
    return ReceiptsRead(tuple(receipts), tuple(problems))


def is_json(data: bytes) -> bool:
    """True when a file may be a receipt rather than a statement: it begins as JSON does."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def _load(name: str, data: bytes) -> Any:
    if not data.strip():
        raise ReceiptError(_("Filen “{name}” er tom. {what_to_do}").format(name=name, what_to_do=_(_WHAT_TO_DO)))
    if not is_json(data):
        raise ReceiptError(
            _("Filen “{name}” er ikke en digital kvittering. {what_to_do}").format(name=name, what_to_do=_(_WHAT_TO_DO))
        )
    try:
        return json.loads(data.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, ArithmeticError, RecursionError):
        raise ReceiptError(
            _("Filen “{name}” er gået i stykker og kan ikke læses. {what_to_do}").format(
                name=name, what_to_do=_(_WHAT_TO_DO)
            )
        ) from None


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


def _looks_like_receipt(entry: Mapping[str, Any]) -> bool:
    return isinstance(_first(entry, _LINES), list) and _first(entry, (*_TOTAL, "totalAmountMinor")) is not None


def _receipt(entry: Mapping[str, Any], receipt_id: str, name: str) -> tuple[Receipt, list[Problem]]:
    if str(entry.get("currency") or "DKK").upper() != "DKK":
        raise ReceiptError(
            _("Kvitteringen i “{name}” er i {quoted} og ikke i kroner. {what_to_do}").format(
                name=name, quoted=_quoted(entry["currency"]), what_to_do=_(_WHAT_TO_DO)
            )
        )
    total = _amount(entry.get("totalAmountMinor"), minor=True) or _amount(_first(entry, _TOTAL))
    if total is None:
        raise ReceiptError(
            _("Totalen i “{name}” kan ikke læses ({quoted}). {what_to_do}").format(
                name=name, quoted=_quoted(_first(entry, _TOTAL)), what_to_do=_(_WHAT_TO_DO)
            )
        )
    lines, problems = _lines(_first(entry, _LINES))
    read = ReadReceipt(
        shop=_shop(entry),
        date=_day(_first(entry, _DATE), name),
        total=total,
        items=items_of_drafts([_draft(number, *line) for number, line in enumerate(lines)]),
    )
    source = "typed" if entry.get("format") == FORMAT else "digital"
    return kept_receipt(read, receipt_id=receipt_id, source=source), problems


def _draft(number: int, text: str, amount: Decimal) -> Draft:
    """A line as printed lines are understood: what it does and how many it is."""
    role = load_receipt_words().role(text)[0]
    if role is Role.DISCOUNT and amount >= 0:
        role = Role.ITEM
    count = count_first(text)[0]
    unit = "stk" if count else ""
    return Draft(text=text, role=role, amount=amount, quantity=count, unit=unit, lines=(number,))


def _lines(rows: list[Any]) -> tuple[list[Line], list[Problem]]:
    lines: list[Line] = []
    problems = []
    for number, row in enumerate(rows, start=1):
        text = _first(row, _TEXT) if isinstance(row, dict) else None
        amount = _line_amount(row) if isinstance(row, dict) else None
        if amount is None or not isinstance(text, str):
            said = _("Linjen er ikke talt med og står som rest. Skriv den ind i hånden.")
            problems.append(
                Problem(
                    row=number,
                    text=_("Varelinje {number} har intet beløb, der kan læses. {said}").format(
                        number=number, said=said
                    ),
                )
            )
        else:
            lines.append((_name(text), amount))
    return lines, problems


def _line_amount(row: Mapping[str, Any]) -> Decimal | None:
    minor = _amount(row.get("priceMinor"), minor=True)
    return _amount(_first(row, _AMOUNT)) if minor is None else minor


def _shop(entry: Mapping[str, Any]) -> str:
    shop = _first(entry, _SHOP)
    if isinstance(shop, dict):
        shop = shop.get("name")
    return _name(shop) if isinstance(shop, str) else ""


def _name(text: str) -> str:
    """A name on one line, no longer than any printed one."""
    return " ".join(clean_text(text[:_LONGEST_READ]).split())[:_LONGEST_NAME]


def _quoted(value: Any) -> str:
    """What stands in the file, short enough for a sentence."""
    text = " ".join(clean_text(str(value)[:_LONGEST_READ]).split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]} …"


def _day(value: Any, name: str) -> date | None:
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise ReceiptError(
            _("Datoen “{quoted}” på kvitteringen i “{name}” findes ikke. {what_to_do}").format(
                quoted=_quoted(value), name=name, what_to_do=_(_WHAT_TO_DO)
            )
        ) from None


def _amount(value: Any, *, minor: bool = False) -> Decimal | None:
    """An amount in kr from a number or a text with a decimal dot or comma; `minor` means whole øre."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    if isinstance(value, str):
        try:
            return _dotted(value)
        except BadAmountError:
            return None
    amount = Decimal(value)
    if abs(amount) > LARGEST * 100:
        return None
    amount = amount.scaleb(-2) if minor else amount
    return amount.quantize(OERE) if abs(amount) <= LARGEST else None


def _dotted(text: str) -> Decimal:
    # "53.90" is how apps write it; parse_amount reads it as Danes do and refuses a dot before øre.
    whole, dot, oere = text.strip().rpartition(".")
    if dot and len(oere) in (1, 2) and "." not in whole and "," not in whole:
        return parse_amount(f"{whole},{oere}")
    return parse_amount(text)


def _first(row: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    return next((row[key] for key in keys if row.get(key) is not None), None)
