"""Enter in a field that saves and goes: the same key must not press the button that then has the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit


def after_enter(line: QLineEdit, act: Callable[[], object]) -> None:
    """Do `act` once the key is done with: Qt offers it to the window as well, which presses what has the focus."""
    line.returnPressed.connect(lambda: QTimer.singleShot(0, line, lambda: act() and None))
