"""Waiting in a test while threads go on with their work."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer


def let_run(ms: int) -> None:
    """Let the window and its threads go on for `ms` milliseconds.

    Not `QTest.qWait`: it keeps Python's lock while it waits, so that a thread's work took ten times as long.
    """
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
