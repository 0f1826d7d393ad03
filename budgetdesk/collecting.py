"""Python's search for cycles, put off while a hundred thousand rows are made: there is no cycle among them to find."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 50_000
"""So many new objects, and nobody searches them afterwards either."""


class _Holding:
    """How many hold the search back, in whatever threads, and whether it was on before the first."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.by = 0
        self.was_on = False
        self.set_aside = False


_holding = _Holding()


@contextmanager
def not_collecting() -> Iterator[None]:
    """Inside, nobody looks for cycles; it would take half as long again. What was on before is on afterwards.

    Where very much was made, it is set aside for good: one search through 100,000 rows stops every thread for a sixth
    of a second. What is no longer used is freed all the same, but for cycles that were dropped unseen (`search_all`).
    """
    with _holding.lock:
        if not _holding.by:
            _holding.was_on = gc.isenabled()
            gc.disable()
        _holding.by += 1
    try:
        yield
    finally:
        with _holding.lock:
            _holding.by -= 1
            if not _holding.by:
                if gc.get_count()[0] > MANY:
                    gc.freeze()
                    _holding.set_aside = True
                if _holding.was_on:
                    gc.enable()


def held_back() -> bool:
    """Whether something long is being made right now, so that a search would find it half-way and take long."""
    return bool(_holding.by)


def search_all() -> None:
    """Search what was set aside as well, if anything was: once the rows of a case are gone. In the window's thread."""
    if _holding.set_aside and not _holding.by:
        _holding.set_aside = False
        gc.unfreeze()
        gc.collect()
        gc.freeze()
