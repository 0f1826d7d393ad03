"""How a receipt was paid: card, MobilePay, cash with change, gift card or several; and the card's last digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from budgetdesk.i18n import N_
from budgetdesk.ledger.spending import PaidBy
from budgetdesk.money import ZERO
from budgetdesk.readers.receipt_lines_rows import Row
from budgetdesk.readers.receipt_lines_shape import ReadPayment
from budgetdesk.readers.receipt_lines_words import Role

_MOST_CASH_ROUNDING = Decimal("0.50")
_CARD = re.compile(r"[xX*•#]{2}[xX*•#\s-]{0,30}(\d{4})(?!\d)")


def paid_rows(rows: Iterable[Row]) -> list[Row]:
    """The lines of payment that have an amount, each once: a card slip below the receipt repeats it."""
    found: dict[tuple[PaidBy, Decimal], Row] = {}
    for row in rows:
        if row.paid is not PaidBy.UNKNOWN and row.amount is not None and row.role in (Role.ITEM, Role.NOISE):
            found.setdefault((row.paid, row.amount), row)
    return list(found.values())


def kept_cash(rows: Sequence[Row]) -> Decimal | None:
    """Cash handed over less change, kr; None when no cash is printed."""
    cash = [row.amount for row in paid_rows(rows) if row.paid is PaidBy.CASH and row.amount is not None]
    if not cash:
        return None
    change = [abs(row.amount) for row in rows if _is_change(row) and row.amount is not None]
    return max(cash) - (change[0] if change else ZERO)


def _is_change(row: Row) -> bool:
    return row.role is Role.CHANGE or (row.role is Role.REFUND and row.text.casefold() in ("retur", "tilbage"))


def payments_of(rows: Sequence[Row], end: int, total: Decimal | None) -> tuple[tuple[ReadPayment, ...], str]:
    """The payments that make up the total, and a doubt ("" = none) where they do not."""
    after = rows[end:]
    paid = [
        ReadPayment(by=row.paid, amount=row.amount, lines=(row.number,))
        for row in paid_rows(after)
        if row.amount is not None and row.paid is not PaidBy.CASH
    ]
    cash = kept_cash(after)
    if cash:
        lines = tuple(row.number for row in paid_rows(after) if row.paid is PaidBy.CASH)
        paid.append(ReadPayment(by=PaidBy.CASH, amount=cash, lines=lines))
    if total is None:
        return tuple(paid), ""
    whole = [one for one in paid if one.amount == total or _is_rounded(one, total)]
    if whole:
        return (whole[0],), ""
    if not paid:
        return _without_amount(after, total), ""
    summed = sum((one.amount for one in paid), ZERO)
    if abs(summed - total) <= (_MOST_CASH_ROUNDING if cash else 0):
        return tuple(paid), ""
    return _without_amount(after, total)[:1], N_(
        "Betalingerne passer ikke med totalen. Se, hvad der er betalt med hvad."
    )


def _is_rounded(one: ReadPayment, total: Decimal) -> bool:
    return one.by is PaidBy.CASH and abs(one.amount - total) <= _MOST_CASH_ROUNDING


def _without_amount(rows: Iterable[Row], total: Decimal) -> tuple[ReadPayment, ...]:
    """`Betalt med MobilePay`, without an amount: the whole total."""
    named = [row for row in rows if row.paid is not PaidBy.UNKNOWN]
    kinds = {row.paid for row in named}
    if len(kinds) != 1:
        return ()
    return (ReadPayment(by=named[0].paid, amount=total, lines=(named[0].number,)),)


def card_digits(rows: Iterable[Row]) -> str:
    """The last four digits of the card, where all the others are masked."""
    return next((match[1] for row in rows if (match := _CARD.search(row.printed))), "")
