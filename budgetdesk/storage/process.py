"""What the process promises about its own memory."""

from __future__ import annotations

import sys


def no_core_dumps() -> None:
    """A crash must not leave the memory, with the key in it, on the disk."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 -- not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
