"""Waiting in a test while threads go on with their work."""

from __future__ import annotations

import time

from PySide6.QtCore import QEventLoop, QTimer

from budgetdesk.ui import background

LONGEST = 60
"""Seconds until something that was begun must be done, on a busy machine."""


def let_run(ms: int) -> None:
    """Let the window and its threads go on for `ms` milliseconds.

    Not `QTest.qWait`: it keeps Python's lock while it waits, so that a thread's work took ten times as long.
    """
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def at_rest(turn: int = 5) -> None:
    """Until what was begun in a thread has been delivered. `turn`: how long a window that begins only a moment after
    the last key is given to begin, ms."""
    until = time.monotonic() + LONGEST
    let_run(turn)
    while background.busy():
        assert time.monotonic() < until, "still busy"
        let_run(turn)
    let_run(5)
