"""Waiting in a test while threads go on with their work."""

from __future__ import annotations

import time

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from budgetdesk.ui import background

LONGEST = 60
"""Seconds until something that was begun must be done, on a busy machine."""
SOON = 300
"""Milliseconds: a window that shows the new figures or draws the paper again begins at most so long after the last
key. What is kept later than that (a half-typed note) is not waited for."""
TURNS = 12
"""More than there are holders in one another between a word and its window."""


def let_run(ms: int) -> None:
    """Let the window and its threads go on for `ms` milliseconds.

    Not `QTest.qWait`: it keeps Python's lock while it waits, so that a thread's work took ten times as long.
    """
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def settled() -> None:
    """What was just said or shown finds its room: one holder after the other hears of it, a turn later each. Counted in
    turns, because a busy machine takes none in so many milliseconds."""
    for _turn in range(TURNS):
        QApplication.processEvents()


def at_rest() -> None:
    """Until all that was begun in a thread has been delivered, nothing waits for its moment to begin, and all is in its
    place."""
    until = time.monotonic() + LONGEST
    still = 0
    while still < 2:
        assert time.monotonic() < until, "still busy"
        let_run(5)
        settled()
        still = 0 if background.busy() or _waits() else still + 1


def _waits() -> bool:
    """Whether a window has wound up a clock that rings once, soon. One turn more shows what it began."""
    clocks = (clock for window in QApplication.topLevelWidgets() for clock in window.findChildren(QTimer))
    return any(clock.isActive() and clock.isSingleShot() and clock.interval() <= SOON for clock in clocks)
