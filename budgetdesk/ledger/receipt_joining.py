"""Which bank row paid which receipt: joined when it is sure, offered when it is not, and never twice.

A row pays one receipt. It is sure when the amount is the same, the day fits and the row names the shop or the card;
with amount and day alone it is an offer that somebody says yes or no to. An offer is not counted twice meanwhile: the
receipt waits, its bank row counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

from budgetdesk.dates import bank_day_on_or_after
from budgetdesk.i18n import _
from budgetdesk.ledger.by_hand import SPLIT
from budgetdesk.ledger.sorting import CASH
from budgetdesk.ledger.spending import PaidBy, Receipt, Spending, Transaction
from budgetdesk.ledger.transfers import OWN_TRANSFERS
from budgetdesk.ledger.words import fold

BANK_DAYS_AFTER = 4
"""A card payment is booked at most so many bank days after the purchase."""
DAYS_BEFORE = timedelta(days=3)
"""A day on the receipt may be read or typed a little too late."""
PICTURE = "picture"
"""The source of a receipt that an engine has read."""
_MISREAD_FROM = 4
"""Letters of a shop's name in which one misread letter is forgiven, where amount and day say the same."""
_EMPTY_WORDS = frozenset({"aps", "ivs", "danmark", "denmark", "the", "den", "det"})
_CASH = re.compile(r"(?<![a-z])(?:kontant[a-z]*|haevning|haevet|haeveautomat|atm)(?![a-z])")
_BY_BANK = frozenset({PaidBy.CARD, PaidBy.MOBILEPAY})


@dataclass(frozen=True, kw_only=True)
class Offer:
    """Bank rows that may have paid a receipt. `why` says in Danish what fits and what does not."""

    receipt: str
    rows: tuple[str, ...]
    sure: bool
    why: str


@dataclass(frozen=True)
class _Rows:
    """The rows that may still pay a receipt, by amount."""

    by_amount: Mapping[Decimal, list[Transaction]]

    def fitting(self, receipt: Receipt, amount: Decimal) -> list[Transaction]:
        found = self.by_amount.get(-amount, ())
        return [row for row in found if row.id not in receipt.refused and day_fits(row.date, receipt.date)]


def join(spending: Spending) -> Spending:
    """Join every receipt that has no bank row yet to the one that surely paid it."""
    if all(receipt.transaction for receipt in spending.receipts):
        return spending
    sure = {offer.receipt: offer.rows[0] for offer in offers(spending) if offer.sure}
    if not sure:
        return spending
    texts = {row.id: row.text for row in spending.transactions}
    receipts = (_joined(r, sure[r.id], texts[sure[r.id]]) if r.id in sure else r for r in spending.receipts)
    return replace(spending, receipts=tuple(receipts))


def offers(spending: Spending) -> tuple[Offer, ...]:
    """The best offer for every receipt without a row, each row at most once; sure ones choose first."""
    open_ones = [r for r in spending.receipts if _may_have_a_row(r)]
    if not open_ones:
        return ()
    rows = _free_rows(spending, {r.on_bank for r in open_ones})
    ranked = sorted(
        (
            (not sure, distance, place, row.date, receipt, row)
            for place, receipt in enumerate(open_ones)
            for row in rows.fitting(receipt, receipt.on_bank)
            for sure, distance in [_quality(row, receipt)]
        ),
        key=lambda entry: entry[:4],
    )
    taken: set[str] = set()
    best: dict[str, Offer] = {}
    for unsure, *_place, receipt, row in ranked:
        if receipt.id not in best and row.id not in taken:
            taken.add(row.id)
            best[receipt.id] = Offer(
                receipt=receipt.id, rows=(row.id,), sure=not unsure, why=_why(row, receipt, sure=not unsure)
            )
    for receipt in open_ones:
        if receipt.id not in best:
            best |= {offer.receipt: offer for offer in _in_two(spending, receipt, taken)}
    return tuple(best[receipt.id] for receipt in open_ones if receipt.id in best)


def doubtful(spending: Spending) -> tuple[Offer, ...]:
    """The offers that wait for a yes or a no."""
    return tuple(offer for offer in offers(spending) if not offer.sure)


def join_to(spending: Spending, receipt_id: str, rows: Collection[str]) -> Spending:
    """Say that these bank rows paid a receipt, in the order given. A receipt that had one of them lets it go."""
    first, *others = rows

    def changed(receipt: Receipt) -> Receipt:
        if receipt.id == receipt_id:
            refused = tuple(row for row in receipt.refused if row not in rows)
            return replace(receipt, transaction=first, also=tuple(others), refused=refused)
        return _refuse(receipt, rows) if {receipt.transaction, *receipt.also} & set(rows) else receipt

    return replace(spending, receipts=tuple(map(changed, spending.receipts)))


def refuse(spending: Spending, receipt_id: str, rows: Collection[str]) -> Spending:
    """Say that these bank rows did not pay a receipt; they are not offered for it again."""
    return _one(spending, receipt_id, lambda receipt: _refuse(receipt, rows))


def paid_in_cash(spending: Spending, receipt_id: str) -> Spending:
    """Say that no bank row shows a receipt: it was paid in cash."""
    return _one(
        spending, receipt_id, lambda r: replace(r, transaction="", also=(), paid_by=PaidBy.CASH, off_bank=Decimal(0))
    )


def waiting(spending: Spending) -> frozenset[str]:
    """Ids of receipts without a row that count for nothing yet, because a bank row does or will: paid by card on a day
    that a statement covers, or with an offer that nobody has answered. Also what is left of a split whose row is gone.
    """
    unjoined = [r for r in spending.receipts if not r.transaction and r.paid_by is not PaidBy.CASH]
    if not unjoined:
        return frozenset()
    covered = _covered(spending)
    found = {
        r.id
        for r in unjoined
        if r.source == SPLIT
        or (r.paid_by in _BY_BANK and r.date is not None and any(a <= r.date <= b for a, b in covered))
    }
    return frozenset(found | {offer.receipt for offer in offers(spending)})


def day_fits(booked: date, bought: date | None) -> bool:
    """True when a purchase on one day can be booked on the other: the same day to four bank days later."""
    if bought is None:
        return False
    last = bought
    for _rest in range(BANK_DAYS_AFTER):
        last = bank_day_on_or_after(last + timedelta(days=1))
    return bought - DAYS_BEFORE <= booked <= last


def names_shop(text: str, shop: str) -> bool:
    """True when the first real word of the shop's name is a word of the text (`Netto` in `Dankort-nota NETTO 4123`)."""
    words = [word for word in _words(shop) if word not in _EMPTY_WORDS]
    return bool(words) and words[0] in _words(text)


def misread_word(text: str, shop: str) -> str:
    """The word of a bank text that the shop's first word is, but for one letter (`Lidl` for `Lidt`); "" when none."""
    first = next((word for word in re.findall(r"[a-z0-9]+", fold(shop)) if word not in _EMPTY_WORDS), "")
    if len(first) < _MISREAD_FROM:
        return ""
    return next((word for word in re.findall(r"[^\W_]+", text) if _one_letter_apart(fold(word), first)), "")


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]{2,}|[0-9]+", fold(text))


def _one_letter_apart(word: str, other: str) -> bool:
    return len(word) == len(other) and sum(a != b for a, b in zip(word, other, strict=True)) == 1


def _joined(receipt: Receipt, row: str, text: str) -> Receipt:
    """The receipt with its row; a letter of the shop that an engine misread is as the bank has it."""
    right = "" if names_shop(text, receipt.shop) else misread_word(text, receipt.shop)
    shop = re.sub(r"[^\W_]+", right, receipt.shop, count=1) if right else receipt.shop
    return replace(receipt, transaction=row, shop=shop)


def _may_have_a_row(receipt: Receipt) -> bool:
    return not receipt.transaction and receipt.paid_by is not PaidBy.CASH and receipt.source != SPLIT


def _free_rows(spending: Spending, amounts: Collection[Decimal]) -> _Rows:
    taken = {row for receipt in spending.receipts for row in (receipt.transaction, *receipt.also)}
    found: dict[Decimal, list[Transaction]] = defaultdict(list)
    for row in spending.transactions:
        if -row.amount in amounts and row.id not in taken and _may_pay(row):
            found[row.amount].append(row)
    return _Rows(found)


def _may_pay(row: Transaction) -> bool:
    """False for rows that no receipt is for: pending ones, cash drawn, transfers between own accounts."""
    return not row.pending and row.line not in (CASH, OWN_TRANSFERS) and _CASH.search(fold(row.text)) is None


def _quality(row: Transaction, receipt: Receipt) -> tuple[bool, int]:
    """Whether it is sure, and how many days lie between."""
    days = abs(row.date - receipt.date).days if receipt.date else 0
    named = names_shop(row.text, receipt.shop) or _names_card(row.text, receipt.card)
    return named or (receipt.source == PICTURE and bool(misread_word(row.text, receipt.shop))), days


def _names_card(text: str, card: str) -> bool:
    return bool(card) and re.search(rf"[xX*]{{2,}}\s*{re.escape(card)}(?!\d)", text) is not None


def _why(row: Transaction, receipt: Receipt, *, sure: bool) -> str:
    if not sure:
        return _("Beløb og dag passer, men posteringen nævner ikke butikken.")
    by_card = not names_shop(row.text, receipt.shop) and _names_card(row.text, receipt.card)
    return _("Beløb, dag og kort passer.") if by_card else _("Beløb, dag og butik passer.")


def _in_two(spending: Spending, receipt: Receipt, taken: Collection[str]) -> Iterator[Offer]:
    """An offer of two rows that both name the shop and are the receipt together: paid in two."""
    used = {row for other in spending.receipts for row in (other.transaction, *other.also)} | set(taken)
    near = [
        row
        for row in spending.transactions
        if day_fits(row.date, receipt.date)
        and row.amount < 0
        and _may_pay(row)
        and row.id not in used
        and row.id not in receipt.refused
        and names_shop(row.text, receipt.shop)
    ]
    pairs = [pair for pair in combinations(near, 2) if sum(row.amount for row in pair) == -receipt.on_bank]
    if len(pairs) == 1:
        ids = tuple(row.id for row in pairs[0])
        yield Offer(
            receipt=receipt.id, rows=ids, sure=False, why=_("To posteringer i butikken giver tilsammen kvitteringen.")
        )


def _covered(spending: Spending) -> list[tuple[date, date]]:
    """First and last day of each batch."""
    found: dict[str, tuple[date, date]] = {}
    for row in spending.transactions:
        first, last = found.get(row.batch, (row.date, row.date))
        found[row.batch] = (min(first, row.date), max(last, row.date))
    return list(found.values())


def _refuse(receipt: Receipt, rows: Iterable[str]) -> Receipt:
    refused = tuple(dict.fromkeys((*receipt.refused, *rows)))
    if {receipt.transaction, *receipt.also} & set(rows):
        return replace(receipt, transaction="", also=(), refused=refused)
    return replace(receipt, refused=refused)


def _one(spending: Spending, receipt_id: str, change: Callable[[Receipt], Receipt]) -> Spending:
    receipts = tuple(change(r) if r.id == receipt_id else r for r in spending.receipts)
    return replace(spending, receipts=receipts)
