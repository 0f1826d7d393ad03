"""The lines between head and total, made into drafts of items: names and prices put together, discounts in their place.

A draft that is not `counted` is a maybe: the sum decides (`receipt_lines_fit`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise

from budgetdesk.money import ZERO
from budgetdesk.readers.receipt_lines_amounts import Quantity, count_first
from budgetdesk.readers.receipt_lines_rows import Row, tidy
from budgetdesk.readers.receipt_lines_words import Role

NO_NAME = "Vare uden tekst"
_WRAPS_FROM = 16
"""Letters a line without price must have before the next line can be its second half."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One priced line, before the sum has spoken. Amounts in kr."""

    text: str
    role: Role
    amount: Decimal
    counted: bool = True
    maybe: tuple[Decimal, ...] = ()
    """Other amounts that this line may have; 0 = it counts for nothing."""
    quantity: Decimal | None = None
    unit: str = ""
    each: Decimal | None = None
    lines: tuple[int, ...] = ()
    printed: str = ""

    @property
    def counts(self) -> Decimal:
        """What it adds to the sum."""
        return self.amount if self.counted else ZERO


@dataclass
class _Body:
    """What has been read so far, and the name that waits for its price."""

    drafts: list[Draft] = field(default_factory=list)
    waiting: list[Row] = field(default_factory=list)
    ahead: Row | None = None
    """A quantity printed above its item."""
    after: Row | None = None
    """The row below the one that is being read."""

    def clear(self) -> None:
        self.waiting.clear()

    def add(self, draft: Draft) -> None:
        if self.ahead is not None and self.ahead.quantity is not None and draft.role is Role.ITEM:
            if draft.quantity is None and self.ahead.quantity.product == draft.amount:
                draft = _with_quantity(draft, self.ahead.quantity, self.ahead.number)
            self.ahead = None
        self.drafts.append(draft)
        self.clear()


def drafts_of(rows: Iterable[Row]) -> tuple[Draft, ...]:
    """The drafts of the rows between head and total, in order."""
    body = _Body()
    every = [*rows, None]
    for row, body.after in pairwise(every):
        if row is None:  # only ever the last
            break
        _READ.get(row.role, _skip)(body, row)
    return tuple(body.drafts)


def _skip(body: _Body, row: Row) -> None:
    body.clear()


def _maybe(body: _Body, row: Row) -> None:
    """A line that is probably no item, such as `Kunde 12,95`: it counts only when the sum asks for it."""
    if row.pays or row.paid:
        body.clear()
    elif row.amount is not None:
        body.add(_draft(row, row.text, row.amount, counted=False, maybe=(row.amount,), role=Role.ITEM))
    else:
        body.clear()


def _savings(body: _Body, row: Row) -> None:
    if row.amount is not None:
        off = -abs(row.amount)
        body.add(_draft(row, row.text, off, counted=False, maybe=(off,), role=Role.DISCOUNT))


def _rounding(body: _Body, row: Row) -> None:
    amount = row.amount if row.amount is not None else next(iter(row.maybe), None)
    if amount is not None and abs(amount) < 1:
        both = tuple(dict.fromkeys((amount, -amount)))
        body.add(_draft(row, row.text, amount, counted=False, maybe=both))


def _discount(body: _Body, row: Row) -> None:
    if row.amount is None and not row.maybe:
        body.waiting = [row]
    elif row.amount is None:
        body.add(_draft(row, row.text, ZERO, counted=False, maybe=tuple(-abs(a) for a in row.maybe)))
    else:
        body.add(_draft(row, row.text, -abs(row.amount), maybe=(ZERO,)))


def _deposit(body: _Body, row: Row) -> None:
    if row.amount is None and not row.maybe and row.quantity is None:
        body.waiting = [row]
        return
    amount, counted = _amount_of(row)
    body.add(_draft(row, row.text, amount, counted=counted, maybe=row.maybe))


def _refund(body: _Body, row: Row) -> None:
    """A thing brought back. A minus may be missing: the sum decides."""
    if row.amount is None:
        body.waiting = [row]
    else:
        body.add(_draft(row, row.text, row.amount, maybe=(-row.amount,)))


def _item(body: _Body, row: Row) -> None:
    if row.pays:
        body.clear()
    elif row.quantity is not None and not row.has_name:
        _quantity_alone(body, row)
    elif row.amount is None and not (row.quantity is not None and row.has_name):
        _name_alone(body, row)
    else:
        _priced(body, row)


def _priced(body: _Body, row: Row) -> None:
    amount, counted = _amount_of(row)
    names = [_name(waiting) for waiting in body.waiting]
    role = body.waiting[0].role if body.waiting else Role.ITEM
    lines = tuple(waiting.number for waiting in body.waiting)
    if row.has_name and not (names and len(names[-1]) >= _WRAPS_FROM and body.drafts and role is Role.ITEM):
        names, lines, role = [], (), Role.ITEM
    name = " ".join([*names, row.text]) if row.has_name or not names else " ".join(names)
    if not row.has_name and not names:
        body.add(_draft(row, NO_NAME, amount, counted=False, maybe=(amount, *row.maybe)))
        return
    if role is Role.ITEM and amount < 0:
        role = Role.DISCOUNT
    amount = -abs(amount) if role is Role.DISCOUNT else amount
    draft = _draft(row, name, amount, counted=counted, maybe=_readings(row, amount), role=role)
    body.add(replace(draft, lines=(*lines, row.number)))


def _readings(row: Row, amount: Decimal) -> tuple[Decimal, ...]:
    """The product of the quantity is another reading of the price."""
    product = row.quantity.product if row.quantity is not None else None
    found = (*row.maybe, *((product,) if product is not None else ()))
    return tuple(dict.fromkeys(other for other in found if other != amount))


def _amount_of(row: Row) -> tuple[Decimal, bool]:
    if row.amount is not None:
        return row.amount, True
    if row.quantity is not None:
        return row.quantity.product, True
    return row.maybe[0] if row.maybe else ZERO, False


def _name_alone(body: _Body, row: Row) -> None:
    """A name whose price comes on the next line; before the first item only the last such line can be one."""
    if not row.has_name:
        if row.maybe:
            _garbled_price(body, row)
        return
    if not body.drafts or not body.waiting or len(body.waiting[-1].text) < _WRAPS_FROM or len(body.waiting) > 1:
        body.clear()
    body.waiting.append(row)
    if row.maybe:
        body.drafts.append(_draft(row, row.text, row.maybe[0], counted=False, maybe=row.maybe))


def _garbled_price(body: _Body, row: Row) -> None:
    names = [_name(waiting) for waiting in body.waiting]
    lines = tuple(waiting.number for waiting in body.waiting)
    draft = _draft(row, " ".join(names) or NO_NAME, row.maybe[0], counted=False, maybe=row.maybe)
    body.add(replace(draft, lines=(*lines, row.number)))


def _quantity_alone(body: _Body, row: Row) -> None:
    """`2 x 10,50   21,00`: below its name, below its priced item, or above it."""
    many = row.quantity
    if many is None:
        return
    above = body.drafts[-1] if body.drafts else None
    if row.amount is None and body.after and body.after.has_name and body.after.amount == many.product:
        body.clear()
        body.ahead = row
    elif body.waiting:
        if body.drafts and body.drafts[-1].lines == (body.waiting[-1].number,) and not body.drafts[-1].counted:
            body.drafts.pop()  # its figures were part of the name: the price stands here
        _priced(body, row)
    elif above is None or above.role is not Role.ITEM or above.quantity is not None:
        _above_its_item(body, row)
    elif above.amount in (many.product, row.amount):
        body.drafts[-1] = _with_quantity(above, many, row.number)
    elif above.amount == many.each and above.counted:
        amount = many.product if row.amount is None else row.amount
        body.drafts[-1] = replace(_with_quantity(above, many, row.number), amount=amount, maybe=(above.amount,))
    elif row.amount == many.product and above.lines == (row.number - 1,):
        # `GAVEPAPIR 0,75` and below it `2 x 12,00  24,00`: the figure above was a size.
        draft = _with_quantity(above, many, row.number)
        body.drafts[-1] = replace(draft, text=above.printed, amount=many.product, counted=True, maybe=())
    else:
        _above_its_item(body, row)


def _above_its_item(body: _Body, row: Row) -> None:
    if row.amount is None:
        body.ahead = row
    else:
        body.add(_draft(row, NO_NAME, row.amount, counted=False, maybe=(row.amount,)))


def _with_quantity(draft: Draft, many: Quantity, line: int) -> Draft:
    lines = tuple(sorted({*draft.lines, line}))
    return replace(draft, quantity=many.count, unit=many.unit, each=many.each, lines=lines)


def _draft(
    row: Row,
    text: str,
    amount: Decimal,
    *,
    counted: bool = True,
    maybe: tuple[Decimal, ...] = (),
    role: Role | None = None,
) -> Draft:
    count, name = (None, text) if row.quantity else count_first(text)
    many = row.quantity
    return Draft(
        text=re.sub(r"^\W+(?=\w)", "", name) or text,
        role=row.role if role is None else role,
        amount=amount,
        counted=counted,
        maybe=maybe,
        quantity=many.count if many else count,
        unit=many.unit if many else "stk" if count else "",
        each=many.each if many else None,
        lines=(row.number,),
        printed=tidy(row.printed),
    )


def _name(row: Row) -> str:
    """The words of a line without price; figures at its end, such as `100` or `0,75`, were part of the name."""
    return tidy(row.printed) if row.maybe else row.text


_READ: Mapping[Role, Callable[[_Body, Row], None]] = {
    Role.ITEM: _item,
    Role.DISCOUNT: _discount,
    Role.DEPOSIT: _deposit,
    Role.REFUND: _refund,
    Role.ROUNDING: _rounding,
    Role.SAVINGS: _savings,
    Role.NOISE: _maybe,
}
