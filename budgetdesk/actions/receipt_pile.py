"""A pile of pictures becomes receipts of a case: read file by file, then taken in as one step.

Reading changes nothing and may be stopped. Each receipt keeps the places in its picture that its shop, day and total
were read from, so that a window can show them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Protocol

from budgetdesk.actions.desk import LongChange
from budgetdesk.actions.library import Library
from budgetdesk.actions.receipts import ReadyReceipt, ReceiptsChange, take_in_receipts
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import StoreError, UserCancelled
from budgetdesk.i18n import N_, _
from budgetdesk.ledger.spending import Box
from budgetdesk.readers.ocr.pool import OcrPool, PoolAnswer
from budgetdesk.readers.ocr.receipts import PictureReceipt
from budgetdesk.readers.receipt_lines import ReadReceipt
from budgetdesk.readers.receipt_lines_kept import kept_receipt
from budgetdesk.readers.receipt_text import TextLine

TYPE_IT = N_("Billedet kan ikke læses. Skriv det, der står på det: butik, dato, beløb og varer.")
File = tuple[str, bytes]
"""Name and bytes."""


class Pictures(Protocol):
    """Where the pictures of one case lie. Both may be called from any thread, and raise StoreError."""

    def keep(self, data: bytes) -> str:
        """Keep a picture; its id."""

    def read(self, picture_id: str) -> bytes:
        """The bytes of a kept picture."""


@dataclass(frozen=True)
class StorePictures:
    """The pictures of a case in the store, encrypted."""

    workspace: Workspace
    case_id: str

    def keep(self, data: bytes) -> str:
        return self.workspace.keep_picture(self.case_id, data)

    def read(self, picture_id: str) -> bytes:
        return self.workspace.picture(self.case_id, picture_id)


@dataclass
class MemoryPictures:
    """The pictures of a case that lies in no store: for tests."""

    kept: dict[str, bytes] = field(default_factory=dict)

    def keep(self, data: bytes) -> str:
        picture_id = f"p{len(self.kept) + 1}"
        self.kept[picture_id] = data
        return picture_id

    def read(self, picture_id: str) -> bytes:
        if picture_id not in self.kept:
            raise StoreError(_("Billedet af kvitteringen findes ikke mere. Tallene er der stadig."))
        return self.kept[picture_id]


@dataclass(frozen=True, kw_only=True)
class Places:
    """Where in its picture a receipt says what, apart from its items."""

    shop: tuple[Box, ...] = ()
    day: tuple[Box, ...] = ()
    total: tuple[Box, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Pile:
    """What was read: answers in the order of the files."""

    answers: tuple[PoolAnswer, ...] = ()
    by_hand: tuple[File, ...] = ()
    """Pictures (JPEG, as they are kept) that no engine could read, and that somebody will type from."""

    @property
    def read(self) -> tuple[PictureReceipt, ...]:
        return tuple(answer.read for answer in self.answers if answer.read is not None)

    @property
    def problems(self) -> tuple[tuple[str, str], ...]:
        """Name and sentence of each file that could not be read."""
        return tuple((answer.name, answer.problem) for answer in self.answers if answer.read is None)

    def places(self) -> Mapping[str, Places]:
        """By id of the receipt."""
        return {kept_receipt(one.receipt, one.text.lines).id: _places(one) for one in self.read}


def read_pile(
    files: Sequence[File],
    *,
    today: date,
    told: Callable[[PoolAnswer], object],
    stop: threading.Event,
    pool: Callable[[], OcrPool] = OcrPool,
) -> Pile:
    """Read every file, in a thread; `told` hears of each as it is finished. After `stop` what was read so far."""
    answers: list[PoolAnswer] = []
    with pool() as readers:
        watch = threading.Thread(target=_stop_when_told, args=(readers, stop), daemon=True)
        watch.start()
        try:
            for answer in _until_stopped(readers.read_all(files, today=today)):
                answers.append(answer)
                told(answer)
        finally:
            stop.set()
            watch.join()
    return Pile(answers=tuple(sorted(answers, key=lambda answer: answer.number)))


def take_in_pile(change: LongChange, pile: Pile, pictures: Pictures, library: Library) -> ReceiptsChange:
    """Keep the pictures and take the receipts in, as one step, in a thread. Raises StoreError; the case is then as it
    was, and pictures that were kept already are forgotten when the store is closed."""
    ready = [
        ReadyReceipt(
            receipt=one.receipt,
            lines=one.text.lines,
            picture=pictures.keep(one.text.picture) if one.text.picture else "",
        )
        for one in pile.read
    ]
    ready += [_to_be_typed(picture, pictures) for _rest, picture in pile.by_hand]
    made = take_in_receipts(change.before, ready, library)
    if made.new:
        change.save(made.label, made.record)
    return made


def _to_be_typed(picture: bytes, pictures: Pictures) -> ReadyReceipt:
    """An empty receipt with its picture. It waits with the doubtful ones, and counts for nothing until it is typed."""
    known = TextLine(text=sha256(picture).hexdigest(), confidence=Decimal(0))  # the same picture is taken in once
    return ReadyReceipt(receipt=ReadReceipt(doubts=(_(TYPE_IT),)), lines=(known,), picture=pictures.keep(picture))


def _until_stopped(answers: Iterator[PoolAnswer]) -> Iterator[PoolAnswer]:
    try:
        yield from answers
    except UserCancelled:
        return


def _stop_when_told(readers: OcrPool, stop: threading.Event) -> None:
    stop.wait()
    readers.cancel()


def _places(one: PictureReceipt) -> Places:
    read, lines = one.receipt, one.text.lines

    def boxes(numbers: Sequence[int]) -> tuple[Box, ...]:
        found = [lines[number].box for number in numbers if number < len(lines)]
        return tuple(Box(left=b[0], top=b[1], width=b[2], height=b[3]) for b in found if b is not None)

    return Places(shop=boxes(read.shop_lines), day=boxes(read.date_lines), total=boxes(read.total_lines))
