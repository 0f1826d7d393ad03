"""Long work, off the window's thread: the only way work leaves it.

    run(self, lambda: read_statement(path), self._show_statement)

`work` must not touch a widget. `done` and `failed` run in the window's thread,
and not at all if `owner` has been closed meanwhile. Import this module from the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from budgetdesk.ui.messages import show_error

T = TypeVar("T")
HELD_MS = 500


class _Bridge(QObject):
    """The one door from the worker threads into the window's thread. Lives as long as the program."""

    call = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.call.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _call(self, function: Callable[[], None]) -> None:
        function()


_bridge = _Bridge()
_pool = ThreadPoolExecutor(max_workers=4, thread_name_prefix="budgetdesk")
_under_way: list[Future[Any]] = []


def run(
    owner: QObject,
    work: Callable[[], T],
    done: Callable[[T], object],
    failed: Callable[[Exception], object] | None = None,
) -> None:
    """Do `work` in a thread, then `done(result)` or `failed(error)` in the window's thread."""

    def deliver(future: Future[T]) -> None:
        _under_way.remove(future)
        _hold(future, owner, work, done, failed)
        if not isValid(owner):
            return
        error = future.exception()
        if error is None:
            done(future.result())
        elif failed and isinstance(error, Exception):
            failed(error)
        else:
            show_error(owner, error)

    begun = _pool.submit(work)
    _under_way.append(begun)
    begun.add_done_callback(lambda future: _bridge.call.emit(lambda: deliver(future)))


def _hold(*used: object) -> None:
    """Keep a job for a moment more, so that the last to let go of a widget is never the thread that did the work."""
    QTimer.singleShot(HELD_MS, _bridge, lambda: used and None)


def tell(owner: QObject, function: Callable[[], object]) -> None:
    """From any thread: call `function` in the window's thread, in order, and not if `owner` has been closed."""
    _bridge.call.emit(lambda: function() if isValid(owner) else None)


def busy() -> bool:
    """Whether something is still to be delivered: for pictures and tests, which wait until the window is at rest."""
    return bool(_under_way)


def stop() -> None:
    """At the end of the program: nothing new is begun; a job that is already running is waited for at exit."""
    _pool.shutdown(wait=False, cancel_futures=True)
