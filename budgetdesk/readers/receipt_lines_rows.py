"""One printed line, understood by itself: what it does, its words, its price, its quantity."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from budgetdesk.ledger.spending import PaidBy
from budgetdesk.readers.receipt_lines_amounts import Quantity, figures, quantity
from budgetdesk.readers.receipt_lines_words import ReceiptWords, Role

LONGEST_LINE = 400
"""Characters; what stands beyond is no printed line."""

_EAN = re.compile(r"^\W*\d{7,14}\s+(?=\S)")
_DOTS = re.compile(r"[.\s_:=*·…-]{2,}$|[\s:=*]+$")


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line with its price taken off. Amounts in kr."""

    number: int
    printed: str
    text: str
    """The words, without price and quantity."""
    role: Role
    amount: Decimal | None
    """The price at the end of the line; None where there is none, or only the price each."""
    all_amounts: tuple[Decimal, ...]
    maybe: tuple[Decimal, ...]
    """Other readings of the price; where `amount` is None, readings that need the sum to confirm them."""
    quantity: Quantity | None
    paid: PaidBy
    """How it was paid, where the line begins with a word of payment; any words may follow."""
    pays: bool
    """True when the line is a payment and nothing else."""

    @property
    def has_name(self) -> bool:
        """True when there are words enough to be the name of something."""
        return re.search(r"[^\W\d_]{2}", self.text) is not None


def row_of(number: int, printed: str, words: ReceiptWords) -> Row:
    """Understand one line."""
    clean = clean_text(printed)[:LONGEST_LINE]
    found = figures(clean)
    last, many = found.last, quantity(found.text)
    only_each = last is not None and many is not None and many.start <= last.start < many.end
    maybe = () if only_each else tuple(figure.amount for figure in found.maybe)
    before = found.text if only_each else found.before
    text = before if many is None else before[: many.start] + " " + before[many.end :]
    role = words.role(text)[0]
    amount = None if only_each or last is None else last.amount
    text = tidy(text)
    return Row(
        number=number,
        printed=clean,
        text=text,
        # `BRØD` is a heading; `BRØD 22,50` is a loaf.
        role=Role.ITEM if role is Role.SECTION and amount is not None else role,
        amount=amount,
        all_amounts=tuple(figure.amount for figure in found.sure),
        maybe=maybe,
        quantity=many,
        paid=words.paid_by(text, strict=False),
        pays=words.paid_by(text, strict=True) is not PaidBy.UNKNOWN,
    )


def clean_text(text: str) -> str:
    """The text on one line, without control and bidi characters; wide gaps stay."""
    shown = "".join(" " if c in "\t\n\r\v\f\u00a0" else c for c in text)
    return "".join(c for c in shown if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn")).rstrip()


def tidy(text: str) -> str:
    """A name as people write it: one space, no bar code before it and no dots after it."""
    return _DOTS.sub("", " ".join(_EAN.sub("", text).split())).strip()
