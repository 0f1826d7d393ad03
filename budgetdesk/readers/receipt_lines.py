"""Printed lines in, a receipt out: the language of Danish receipts, whoever read the lines off the paper.

Nothing raises and nothing is made up: what cannot be read is `rest` and a doubt. The steps, a file each: figures
(`_amounts`), lines (`_rows`), items (`_drafts`), the sum (`_fit`), the total (`_total`), payment, day, shop, letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

from budgetdesk.formats import kroner
from budgetdesk.i18n import N_
from budgetdesk.ledger.spending import PaidBy
from budgetdesk.readers.receipt_lines_dates import find_date
from budgetdesk.readers.receipt_lines_drafts import Draft
from budgetdesk.readers.receipt_lines_fit import one_wrong_digit
from budgetdesk.readers.receipt_lines_letters import mend
from budgetdesk.readers.receipt_lines_payments import card_digits, payments_of
from budgetdesk.readers.receipt_lines_rows import row_of
from budgetdesk.readers.receipt_lines_shape import ReadItem, ReadPayment, ReadReceipt
from budgetdesk.readers.receipt_lines_shop import Chains, find_shop, without_names_figures
from budgetdesk.readers.receipt_lines_total import ChosenTotal, choose_total
from budgetdesk.readers.receipt_lines_words import Role, load_receipt_words
from budgetdesk.readers.receipt_text import TextLine
from budgetdesk.readers.rules import load_rules

__all__ = ["MOST_LINES", "PaidBy", "ReadItem", "ReadPayment", "ReadReceipt", "receipt_from_lines"]

MOST_LINES = 500
"""A receipt is not longer; what comes after is left out."""


def receipt_from_lines(lines: Sequence[TextLine], *, today: date | None = None) -> ReadReceipt:
    """Read one receipt from its printed lines, top to bottom.

    `today` lets a day in the future be doubted. Never raises; amounts in kr. The total is always one that is printed.
    """
    words = load_receipt_words()
    rows = [row_of(number, line.text, words) for number, line in enumerate(lines[:MOST_LINES])]
    rows = without_names_figures(rows, _chains(), words)
    chosen = choose_total(rows)
    items = items_of_drafts(chosen.drafts)
    taken = {number for item in items for number in item.lines}
    shop, shop_lines = find_shop(rows, _chains(), words, items=taken)
    day = find_date([row.printed for row in rows], today)
    payments, unpaid = payments_of(rows, chosen.end, chosen.total)
    card = card_digits(rows)
    if card and not payments and chosen.total is not None:
        payments = (ReadPayment(by=PaidBy.CARD, amount=chosen.total),)
    doubts = [*_about_total(chosen), unpaid, day.doubt, "" if shop else N_("Butikken kan ikke læses. Skriv den ind.")]
    return ReadReceipt(
        shop=shop,
        date=day.day,
        total=chosen.total,
        items=items,
        payments=payments,
        card=card,
        doubts=tuple(doubt for doubt in doubts if doubt),
        shop_lines=shop_lines,
        date_lines=day.lines,
        total_lines=chosen.lines,
    )


@cache
def _chains() -> Chains:
    return Chains.of(load_rules())


def items_of_drafts(drafts: Sequence[Draft]) -> tuple[ReadItem, ...]:
    """The items that count: a discount is taken off the item above it, deposits and returns stand by themselves.

    A discount with nothing above it, or larger than the item above it, stays a line of its own.
    """
    items: list[ReadItem] = []
    above: int | None = None
    for draft in drafts:
        if not draft.counted:
            continue
        if draft.role is Role.DISCOUNT and above is not None and items[above].amount + draft.amount >= 0:
            items[above] = _less(items[above], draft)
            continue
        if draft.role is Role.ITEM and draft.amount > 0:
            above = len(items)
        items.append(_item(draft))
    return tuple(items)


def _less(item: ReadItem, discount: Draft) -> ReadItem:
    return replace(
        item,
        amount=item.amount + discount.amount,
        discount=item.discount - discount.amount,
        lines=(*item.lines, *discount.lines),
    )


def _item(draft: Draft) -> ReadItem:
    text = mend(draft.text).strip()
    return ReadItem(
        text=text, amount=draft.amount, quantity=draft.quantity, unit=draft.unit, lines=tuple(sorted(draft.lines))
    )


def _about_total(chosen: ChosenTotal) -> Iterator[str]:
    """What does not agree, one sentence each."""
    if chosen.total is None:
        yield N_("Totalen kan ikke læses. Skriv den ind.")
        return
    counted = [draft for draft in chosen.drafts if draft.counted and draft.amount]
    if not counted:
        yield N_("Der er ingen varelinjer at læse, kun totalen.")
        return
    given = sum((draft.amount for draft in counted), Decimal(0))
    if given == chosen.total:
        return
    yield N_("Linjerne giver {kr}, men der står {kr_2} i alt.").format(kr=_kr(given), kr_2=_kr(chosen.total))
    yield from _what_may_be_wrong(chosen, chosen.total)


def _what_may_be_wrong(chosen: ChosenTotal, total: Decimal) -> Iterator[str]:
    other = one_wrong_digit(chosen.drafts, total)
    if other is not None:
        draft, amount = other
        yield N_("Det passer, hvis “{mend}” er {kr} og ikke {kr_2}").format(
            mend=mend(draft.text), kr=_kr(amount), kr_2=_kr(draft.amount)
        )
    for draft in chosen.drafts:
        if not draft.counted and draft.role is Role.ITEM:
            yield N_("Prisen på “{mend}” kan ikke læses sikkert.").format(mend=mend(draft.text))
    if chosen.rivals:
        yield N_("Der står også {kr} som total.").format(kr=_kr(chosen.rivals[0]))


def _kr(amount: Decimal) -> str:
    return kroner(amount, oere=True)
