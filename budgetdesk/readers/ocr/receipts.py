"""A picture or PDF of a receipt to a receipt: one engine, and a second opinion when the lines do not add up."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from budgetdesk.errors import ReceiptError
from budgetdesk.i18n import _
from budgetdesk.readers.ocr.headers import Header, look_at
from budgetdesk.readers.ocr.mixing import mixed
from budgetdesk.readers.ocr.reader import NO_ENGINE, NoEngineError, Reader
from budgetdesk.readers.receipt_lines import ReadReceipt, receipt_from_lines
from budgetdesk.readers.receipt_text import ReceiptText, TextLine

READINGS = (("tesserocr", 0), ("tesserocr", 1), ("rapidocr", 1))
"""Engine and attempt, in the order they are asked; the next only when the lines do not add up to the total."""

ENOUGH = 40.0
"""Seconds after which no other reading is begun; only a very busy machine comes so far."""

CLEAR = Decimal("0.5")
"""How sure an engine must be of the line with the shop's name, for no other reading to be asked."""

Cancelled = Callable[[], bool]


@dataclass(frozen=True, kw_only=True)
class PictureReceipt:
    """A receipt, and what it was read from; `receipt.total_lines` and the like count in `text.lines`."""

    receipt: ReadReceipt
    text: ReceiptText


def read_picture(data: bytes, *, reader: Reader | None = None, cancelled: Cancelled = lambda: False) -> ReceiptText:
    """The printed lines of one picture or PDF, by the first engine there is.

    Raises ReceiptError with a Danish sentence for whatever cannot be read, and UserCancelled.
    """
    header = look_at(data)
    with _lent(reader) as used:
        return next(_readings(data, header, used, cancelled))


def read_receipt_picture(
    data: bytes,
    *,
    today: date | None = None,
    reader: Reader | None = None,
    cancelled: Cancelled = lambda: False,
    enough: float = ENOUGH,
) -> PictureReceipt:
    """One receipt from a picture or PDF: other readings are tried until the lines add up to the total.

    When none does, the reading that comes nearest is given, with its doubts. A day or shop that it lacks comes from
    another reading of the same picture. Raises as `read_picture`.
    """
    header = look_at(data)
    tried: list[PictureReceipt] = []
    began = time.monotonic()
    with _lent(reader) as used:
        for text in _readings(data, header, used, cancelled):
            one = PictureReceipt(receipt=receipt_from_lines(text.lines, today=today), text=text)
            tried.append(one)
            best = _best(tried, today)
            if _is_whole(best) or time.monotonic() - began > enough:
                break
    return best


def _best(tried: list[PictureReceipt], today: date | None) -> PictureReceipt:
    """What these readings know together."""
    sums = [one for one in tried if one.receipt.adds_up]
    one = sums[0] if sums else _mixed(tried, today) or _nearest(tried)
    return _filled(one, tried, today)


def _is_whole(one: PictureReceipt) -> bool:
    return one.receipt.adds_up and _names_shop(one) and one.receipt.date is not None


def _names_shop(one: PictureReceipt) -> bool:
    """Whether the shop was read, and clearly."""
    return bool(one.receipt.shop) and all(one.text.lines[n].confidence >= CLEAR for n in one.receipt.shop_lines)


def _filled(one: PictureReceipt, tried: list[PictureReceipt], today: date | None) -> PictureReceipt:
    """The day and shop that this reading lacks, as another has them; their lines are put before its own and below."""
    above = () if _names_shop(one) else _line(tried, _names_shop, lambda read: read.shop_lines)
    below = () if one.receipt.date else _line(tried, lambda other: bool(other.receipt.date), lambda r: r.date_lines)
    if not above and not below:
        return one
    text = replace(one.text, lines=(*above, *one.text.lines, *below))
    made = PictureReceipt(receipt=receipt_from_lines(text.lines, today=today), text=text)
    same = made.receipt.total == one.receipt.total and _bought(made.receipt) == _bought(one.receipt)
    return made if same else one


def _line(
    tried: list[PictureReceipt], has: Callable[[PictureReceipt], bool], lines: Callable[[ReadReceipt], tuple[int, ...]]
) -> tuple[TextLine, ...]:
    """The line in which the first reading that has it has it."""
    found = next((one for one in tried if has(one) and lines(one.receipt)), None)
    return () if found is None else (found.text.lines[lines(found.receipt)[0]],)


def _bought(receipt: ReadReceipt) -> list[tuple[str, Decimal]]:
    return [(item.text, item.amount) for item in receipt.items]


def _mixed(tried: list[PictureReceipt], today: date | None) -> PictureReceipt | None:
    """One line of this reading in that one; not while the readings disagree about the total itself."""
    if len(tried) < 2 or len({one.receipt.total for one in tried}) != 1:
        return None
    found = mixed([one.text for one in tried], lambda lines: receipt_from_lines(lines).adds_up)
    if found is None:
        return None
    return PictureReceipt(receipt=receipt_from_lines(found.lines, today=today), text=found)


def _lent(reader: Reader | None) -> AbstractContextManager[Reader]:
    """A reader that was given stays open; one of our own is closed."""
    return Reader() if reader is None else nullcontext(reader)


def _readings(data: bytes, header: Header, reader: Reader, cancelled: Cancelled) -> Iterator[ReceiptText]:
    """Each reading in turn. Engines that are missing are passed over; the first failure of all is raised."""
    failure: ReceiptError | None = None
    read = False
    for engine, attempt in READINGS:
        try:
            text = reader.read(data, header, engine, attempt, cancelled=cancelled)
        except ReceiptError as error:
            if not isinstance(error, NoEngineError):
                if not read:
                    raise
                return
            failure = error
            continue
        read = True
        yield text
        if text.engine == "pdf":
            return
    if not read:
        raise failure or NoEngineError(_(NO_ENGINE))


def _nearest(tried: list[PictureReceipt]) -> PictureReceipt:
    """The one that adds up; else one whose total others have read too, with the least unexplained."""
    totals = Counter(one.receipt.total for one in tried if one.receipt.total is not None)

    def good(one: PictureReceipt) -> tuple[bool, int, bool, float]:
        receipt = one.receipt
        explained = float(abs(receipt.rest) / abs(receipt.total)) if receipt.total else 1.0
        agreed = 0 if receipt.total is None else totals[receipt.total]
        return receipt.adds_up, agreed, bool(receipt.items), -explained

    return max(tried, key=good)
