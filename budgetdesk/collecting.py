"""Python's search for cycles, put off while a hundred thousand rows are made: there is no cycle among them to find."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def not_collecting() -> Iterator[None]:
    """Inside, nobody looks for cycles; it would take half as long again. What was on before is on afterwards."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
