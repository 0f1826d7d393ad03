"""Printed lines in, a receipt out: the language of Danish receipts, whoever read the lines off the paper.

Nothing raises and nothing is made up: what cannot be read is `rest` and a doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from budgetdesk.readers.receipt_lines_shape import PaidBy, ReadItem, ReadPayment, ReadReceipt
from budgetdesk.readers.receipt_text import TextLine

__all__ = ["PaidBy", "ReadItem", "ReadPayment", "ReadReceipt", "receipt_from_lines"]


def receipt_from_lines(lines: Sequence[TextLine], *, today: date | None = None) -> ReadReceipt:
    """Read one receipt from its printed lines, top to bottom.

    `today` lets a day in the future be doubted. Never raises; amounts in kr.
    """
    return ReadReceipt(shop=lines[0].text.strip() if lines else "", doubts=("Totalen kan ikke læses. Skriv den ind.",))
