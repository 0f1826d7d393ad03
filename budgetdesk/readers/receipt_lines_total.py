"""The total is the printed amount for which most speaks: its label, the payment, the sum of the items, the tax.

Only amounts that stand on the paper can be chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from budgetdesk.ledger.spending import PaidBy
from budgetdesk.readers.receipt_lines_drafts import Draft, drafts_of
from budgetdesk.readers.receipt_lines_fit import MOST_CHANGES, Fit, fit, sum_of
from budgetdesk.readers.receipt_lines_payments import kept_cash, paid_rows
from budgetdesk.readers.receipt_lines_rows import Row
from budgetdesk.readers.receipt_lines_words import Role

ENOUGH = 3
"""Points an amount needs to be taken for the total."""
_LABEL, _LABEL_MAYBE, _PAID, _TAX, _AGAIN, _NEAR_CASH, _SUBTOTAL = 4, 1, 2, 2, 1, 1, 1
_FITS = {0: 5, 1: 3, 2: 2, 3: 1}
_MOST_CASH_ROUNDING = Decimal("0.50")
_TAX_SHARE = 5
"""Moms is 25 % of the price without it, so a fifth of the total (momsloven § 33)."""
_TAX_SLACK = Decimal("0.06")
"""Kr by which a fifth may miss: tax is rounded to øre, at times per line."""


@dataclass(frozen=True, kw_only=True)
class ChosenTotal:
    """The total, the drafts that lead to it, and where it stands. `total` None = no amount has enough for it."""

    total: Decimal | None
    drafts: tuple[Draft, ...]
    fits: bool
    lines: tuple[int, ...] = ()
    end: int
    """Number of the row with which the items end."""
    rivals: tuple[Decimal, ...] = ()
    """Other amounts that are called a total."""


@dataclass(frozen=True)
class _Candidate:
    total: Decimal
    end: int
    points: int
    fit: Fit


def choose_total(rows: Sequence[Row]) -> ChosenTotal:
    """Weigh every printed amount that can be the total."""
    labelled = _labelled(rows)
    found = [_weigh(rows, amount, end, labelled) for amount, end in _candidates(rows, labelled).items()]
    found = [candidate for candidate in found if candidate.points >= ENOUGH]
    if not found:
        drafts = drafts_of(rows)
        return ChosenTotal(total=None, drafts=drafts, fits=False, end=len(rows))
    best = max(found, key=lambda candidate: (candidate.points, candidate.fit.changes == 0, candidate.end))
    return ChosenTotal(
        total=best.total,
        drafts=best.fit.drafts,
        fits=best.fit.changes is not None and bool(best.fit.drafts),
        # Where its label cannot be read, it stands on the line with which the items end.
        lines=tuple(
            row.number
            for row in rows
            if best.total in _stands_on(row) or (row.number == best.end and row.amount == best.total)
        ),
        end=best.end,
        rivals=tuple(dict.fromkeys(amount for amount, _, sure in labelled if sure and amount != best.total)),
    )


def _labelled(rows: Sequence[Row]) -> list[tuple[Decimal, int, bool]]:
    """Amount, row and whether it is read for sure, of every line that calls itself a total."""
    found = []
    for place, row in enumerate(rows):
        if row.role is not Role.TOTAL:
            continue
        source = row
        if row.amount is None and not row.maybe and place + 1 < len(rows) and not rows[place + 1].has_name:
            source = rows[place + 1]
        if source.amount is not None:
            found.append((source.amount, place, True))
        found += [(amount, place, False) for amount in source.maybe]
    return found


def _candidates(rows: Sequence[Row], labelled: Sequence[tuple[Decimal, int, bool]]) -> dict[Decimal, int]:
    """Amount -> the row with which the items end if it is the total."""
    found: dict[Decimal, int] = {}
    for amount, place, _ in labelled:
        found.setdefault(amount, place)
    for row in paid_rows(rows):
        if row.amount is not None:
            found.setdefault(row.amount, min([row.number, *(place for _, place, _ in labelled)]))
    for row in rows:
        if row.role is Role.SUBTOTAL and row.amount is not None:
            found.setdefault(row.amount, row.number)
    if not found:
        found = {row.amount: row.number for row in rows if row.amount is not None}
    return {amount: end for amount, end in found.items() if amount}


def _weigh(rows: Sequence[Row], amount: Decimal, end: int, labelled: Sequence[tuple[Decimal, int, bool]]) -> _Candidate:
    fitted = fit(drafts_of(rows[:end]), amount, most=MOST_CHANGES)
    items = sum(1 for draft in fitted.drafts if draft.counted)
    points = _FITS[fitted.changes] if fitted.changes is not None and items else 0
    if not labelled and items < 2 and fitted.changes is not None:
        points = 0
    subtotal = any(row.role is Role.SUBTOTAL and row.amount == amount for row in rows)
    if subtotal and labelled and all(other != amount for other, _, _ in labelled):
        points = min(points, 1)  # the items always add up to their subtotal: that says nothing
    points += _LABEL if any(sure and other == amount for other, _, sure in labelled) else 0
    points += _LABEL_MAYBE if any(not sure and other == amount for other, _, sure in labelled) else 0
    points += _paid(rows, amount) + _tax(rows, amount)
    points += _SUBTOTAL if subtotal else 0
    again = sum(1 for row in rows[end:] if row.amount == amount) - 1
    return _Candidate(amount, end, points + _AGAIN * max(0, min(again, 2)), fitted)


def _paid(rows: Sequence[Row], amount: Decimal) -> int:
    paid = paid_rows(rows)
    if any(row.amount == amount and row.paid is not PaidBy.CASH for row in paid):
        return _PAID
    cash = kept_cash(rows)
    if cash is None:
        return 0
    others = sum((row.amount or 0 for row in paid if row.paid is not PaidBy.CASH), Decimal(0))
    miss = abs(cash + others - amount)
    return _PAID if miss == 0 else _NEAR_CASH if miss <= _MOST_CASH_ROUNDING else 0


def _tax(rows: Sequence[Row], amount: Decimal) -> int:
    """Points when a printed tax is a fifth of the amount."""
    taxes = [tax for row in rows if row.role is Role.VAT for tax in row.all_amounts if tax]
    return _TAX if any(abs(tax - amount / _TAX_SHARE) <= _TAX_SLACK for tax in taxes) else 0


def _stands_on(row: Row) -> tuple[Decimal, ...]:
    wanted = row.role in (Role.TOTAL, Role.SUBTOTAL) or row.paid is not PaidBy.UNKNOWN or not row.has_name
    return (*row.all_amounts, *row.maybe) if wanted else ()


__all__ = ["ENOUGH", "ChosenTotal", "choose_total", "sum_of"]
