"""Many receipts at once: read by a few child processes, told one by one, and stopped at a word."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date
from queue import SimpleQueue
from types import TracebackType

from budgetdesk.errors import BadInputError, UserCancelled
from budgetdesk.readers.ocr.reader import Reader
from budgetdesk.readers.ocr.receipts import PictureReceipt, read_receipt_picture


@dataclass(frozen=True, kw_only=True)
class PoolAnswer:
    """What became of one file: `read`, or a sentence in `problem`. `done` of `of` are through."""

    number: int
    """Counted from 0, as the files were given."""
    name: str
    read: PictureReceipt | None
    problem: str
    done: int
    of: int

    @property
    def doubtful(self) -> bool:
        """True when somebody should look at it."""
        return self.read is None or not self.read.receipt.sure


class OcrPool:
    """A few warm readers. `read_all` may be called from any thread, and again; `cancel` from any other."""

    def __init__(self, workers: int = 0) -> None:
        self._workers = workers or min(2, max(1, (os.cpu_count() or 2) // 2))
        self._free: SimpleQueue[Reader] = SimpleQueue()
        self._readers = [Reader() for _ in range(self._workers)]
        for reader in self._readers:
            self._free.put(reader)
        self._stop = threading.Event()

    def __enter__(self) -> OcrPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read_all(self, files: Sequence[tuple[str, bytes]], *, today: date | None = None) -> Iterator[PoolAnswer]:
        """Read (name, bytes) of each, and yield each as it is finished; ends early after `cancel`."""
        self._stop.clear()
        with ThreadPoolExecutor(self._workers, thread_name_prefix="receipts") as threads:
            jobs = {threads.submit(self._one, data, today): number for number, (_, data) in enumerate(files)}
            try:
                for done, job in enumerate(as_completed(jobs), start=1):
                    if self._stop.is_set():
                        return
                    number = jobs[job]
                    yield _answer(job, number=number, name=files[number][0], done=done, of=len(files))
            finally:
                self._stop.set()
                for job in jobs:
                    job.cancel()

    def cancel(self) -> None:
        """Stop: what is being read is dropped within a moment."""
        self._stop.set()

    def close(self) -> None:
        """Stop, and end the processes."""
        self.cancel()
        for reader in self._readers:
            reader.close()

    def _one(self, data: bytes, today: date | None) -> PictureReceipt:
        if self._stop.is_set():
            raise UserCancelled
        reader = self._free.get()
        try:
            return read_receipt_picture(data, today=today, reader=reader, cancelled=self._stop.is_set)
        finally:
            self._free.put(reader)


def _answer(job: Future[PictureReceipt], *, number: int, name: str, done: int, of: int) -> PoolAnswer:
    read, problem = None, ""
    try:
        read = job.result()
    except BadInputError as error:
        problem = str(error)
    return PoolAnswer(number=number, name=name, read=read, problem=problem, done=done, of=of)
