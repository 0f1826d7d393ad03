"""Python's search for cycles, in the window's thread only.

A search that happens in a worker thread frees whatever it finds there. Were a widget among it, the program would end
at once, since Qt lets only the window's thread destroy one. So the search is off, and a timer makes up for it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from budgetdesk import collecting

EVERY_MS = 1000
YOUNG = 700
OLDER = 10
"""As Python does it: so many new objects, or so many searches of the generation before."""


class Tidy(QObject):
    """Searches as long as it lives; make one in the window's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(tidy)
        self._timer.start()


def tidy() -> None:
    """One search, as deep as is due; none while something long is being made."""
    if collecting.held_back():
        return
    young, middle, old = gc.get_count()
    if old > OLDER:
        gc.collect(2)
    elif middle > OLDER:
        gc.collect(1)
    elif young > YOUNG:
        gc.collect(0)


def set_program_aside() -> None:
    """What was imported stays until the end: never search it again."""
    gc.freeze()
