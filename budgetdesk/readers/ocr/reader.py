"""The parent's side: a child process that is kept warm, asked with a time limit, and ended when it does not answer."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from decimal import Decimal
from types import TracebackType
from typing import Any

from budgetdesk.errors import ReceiptError, UserCancelled
from budgetdesk.i18n import N_, _
from budgetdesk.readers.ocr import wire
from budgetdesk.readers.ocr.child import MEMORY
from budgetdesk.readers.ocr.headers import WHAT_TO_DO, Header
from budgetdesk.readers.receipt_text import ReceiptText, TextLine

SECONDS = 30.0
"""For one reading by one engine."""
_GLANCE = 0.1
_PROBLEMS = {
    "encrypted": N_("PDF-filen er låst med en adgangskode. Gem den uden adgangskode. {what_to_do}"),
    "pages": N_("PDF-filen har for mange sider til at være en kvittering. Gem kvitteringen som sin egen fil."),
    "broken": N_("Filen er gået i stykker og kan ikke læses. {what_to_do}"),
    "memory": N_("Billedet er for stort til at kunne læses. {what_to_do}"),
    "nothing": N_("Der kan ikke ses nogen tekst på billedet. Læg kvitteringen fladt i godt lys, og tag billedet igen."),
    "time": N_("Billedet tog for lang tid at læse. {what_to_do}"),
}
NO_ENGINE = N_(
    "Billeder kan ikke læses på denne computer. Skriv kvitteringen ind i hånden, eller brug en digital kvittering."
)


class NoEngineError(ReceiptError):
    """The libraries that read pictures are not there."""


def _refused(problem: str) -> ReceiptError:
    """The error for what the child says went wrong."""
    return ReceiptError(_(_PROBLEMS.get(problem, _PROBLEMS["broken"])).format(what_to_do=_(WHAT_TO_DO)))


class Reader:
    """One child process. Starts at the first picture, is used for many, and is closed by `close` or `with`."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds, self._memory = seconds, memory
        self._child: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[tuple[dict[str, Any], bytes] | None] = queue.SimpleQueue()
        self._one_at_a_time = threading.Lock()

    def __enter__(self) -> Reader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(
        self,
        data: bytes,
        header: Header,
        engine: str,
        attempt: int = 0,
        *,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ReceiptText:
        """The lines of a picture or PDF that `look_at` has let through. Raises ReceiptError, UserCancelled."""
        with self._one_at_a_time:
            if cancelled():
                raise UserCancelled
            request = {"kind": header.kind, "engine": engine, "attempt": attempt}
            answer, picture = self._ask(request, data, cancelled)
        problem = answer.get("problem")
        if problem == "no_engine":
            raise NoEngineError(_(NO_ENGINE))
        if problem is not None:
            raise _refused(problem)
        return _text(answer, picture)

    def pages(
        self, data: bytes, header: Header, ours: str, *, cancelled: Callable[[], bool] = lambda: False
    ) -> tuple[tuple[str, bytes], ...]:
        """The pages of a scanned paper that `look_at` has let through: what the code on each says ("" where none that
        begins as `ours` is seen), and a JPEG of it, upright. Raises ReceiptError, UserCancelled."""
        with self._one_at_a_time:
            if cancelled():
                raise UserCancelled
            answer, pictures = self._ask({"kind": header.kind, "engine": "papers", "ours": ours}, data, cancelled)
        if "pages" not in answer:
            raise _refused(answer.get("problem", ""))
        made, at = [], 0
        for said, length in answer["pages"]:
            made.append((str(said), pictures[at : at + int(length)]))
            at += int(length)
        return tuple(made)

    @property
    def process_id(self) -> int:
        """Of the child; started when it is not there yet."""
        return self._started().pid

    def close(self) -> None:
        """End the child. A closed reader starts a new one when it is asked again."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()

    def _ask(self, request: dict[str, Any], data: bytes, cancelled: Callable[[], bool]) -> tuple[dict[str, Any], bytes]:
        child = self._started()
        try:
            assert child.stdin is not None  # noqa: S101 - we asked for the pipe
            wire.send(child.stdin, request, data)
        except OSError:
            self.close()
            return {"problem": "broken"}, b""
        ends = time.monotonic() + self._seconds
        while True:
            try:
                answer = self._answers.get(timeout=_GLANCE)
            except queue.Empty:
                self._give_up_when(cancelled)
                if time.monotonic() > ends:
                    self.close()
                    return {"problem": "time"}, b""
                if _memory_of(child.pid) > self._memory:
                    self.close()
                    return {"problem": "memory"}, b""
                continue
            if answer is None:
                self.close()
                return {"problem": "broken"}, b""
            return answer

    def _give_up_when(self, cancelled: Callable[[], bool]) -> None:
        if cancelled():
            self.close()
            raise UserCancelled

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is None:
            return self._child
        self.close()
        self._answers = queue.SimpleQueue()
        self._child = subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, "-B", "-c", _BEGIN, json.dumps([path or os.getcwd() for path in sys.path])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        threading.Thread(target=_listen, args=(self._child, self._answers), daemon=True).start()
        return self._child


_BEGIN = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from budgetdesk.readers.ocr import child; child.main()"
)


def _listen(child: subprocess.Popen[bytes], answers: queue.SimpleQueue[tuple[dict[str, Any], bytes] | None]) -> None:
    """In a thread of its own: every answer into the queue, None when the child has ended."""
    assert child.stdout is not None  # noqa: S101 - we asked for the pipe
    while True:
        try:
            answers.put(wire.receive(child.stdout))
        except (EOFError, OSError, ValueError):
            answers.put(None)
            return


def _memory_of(process: int) -> int:
    """Bytes in use. Only asked where the system itself sets no limit."""
    if sys.platform.startswith("linux"):
        return 0
    try:
        import psutil  # noqa: PLC0415 - only where it is needed

        return int(psutil.Process(process).memory_info().rss)
    except Exception:
        return 0


def _text(answer: dict[str, Any], picture: bytes) -> ReceiptText:
    lines = tuple(
        TextLine(
            text=str(text),
            confidence=Decimal(str(round(min(max(float(sure), 0.0), 1.0), 2))),
            box=(int(box[0]), int(box[1]), int(box[2]), int(box[3])),
        )
        for text, sure, box in answer["lines"]
    )
    return ReceiptText(lines=lines, engine=str(answer["engine"]), picture=picture)
