"""What is still missing before the page can be signed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Missing:
    """One fact that is missing: its path (on Record), what to call it, on which page it is entered."""

    path: str
    text: str
    page: str
    """`akut`, `sag`, `budget`, `forbrug`, `ydelser`, `aftale` or `underskriv`."""
    blocking: bool = False
    """True where nothing can be signed or computed without it."""
