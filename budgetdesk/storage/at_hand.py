"""What stands beside all cases, kept in memory while the store is open: read once, then only of cases that changed.

One process has the store (its lock), so what was read stays true until this process saves. Locking drops it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping
from typing import Generic, TypeVar

from sqlalchemy import Connection

T = TypeVar("T")
Read = Callable[[Connection, Collection[str] | None], Mapping[str, T] | None]


class AtHand(Generic[T]):
    """One kind of thing that stands beside the cases, by the number of the case."""

    def __init__(self, read: Read[T]) -> None:
        self._read = read
        self._lock = threading.Lock()
        self._found: dict[str, T] | None = None
        self._touched: set[str] = set()
        self.edition = 0
        """Rises whenever something is read anew: what was made from an earlier one is old."""

    @property
    def is_read(self) -> bool:
        """Whether it is at hand already."""
        return self._found is not None

    def touch(self, case_id: str) -> None:
        """A case was saved, came or went. Call it after the transaction."""
        with self._lock:
            self._touched.add(case_id)

    def forget(self) -> None:
        """Drop everything: the store is locked, or all of it was made anew."""
        with self._lock:
            self._found = None
            self._touched.clear()
            self.edition += 1

    def look(self, connection: Connection) -> Mapping[str, T] | None:
        """All of it as it stands now; None where it cannot be read before it is made anew. Not to be changed."""
        with self._lock:
            if self._found is not None and not self._touched:
                return self._found
            touched = set(self._touched)
            new = self._read(connection, None if self._found is None else touched)
            if new is None:
                return None
            kept = {} if self._found is None else {k: v for k, v in self._found.items() if k not in touched}
            self._found = {**kept, **new}
            self._touched -= touched
            self.edition += 1
            return self._found
