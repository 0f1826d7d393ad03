"""One program at a time on one store: a lock that the operating system lets go of when the program dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from budgetdesk.errors import StoreInUseError, StoreNotWritableError
from budgetdesk.i18n import N_, _

FILE = "budgetdesk.lock"
ALREADY_OPEN = N_(
    "BudgetDesk er allerede åbent på denne computer. Find vinduet, eller luk det andet program, og prøv igen."
)


class StoreLock:
    """Holds the lock file of a profile from `take` until `release`, or until the process ends, however it ends."""

    def __init__(self, profile: Path) -> None:
        self._path = profile / FILE
        self._handle: int | None = None

    def take(self) -> None:
        """Raises StoreInUseError when another program has it, StoreNotWritableError when the folder cannot be
        written."""
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise not_writable(self._path.parent) from error
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            raise StoreInUseError(_(ALREADY_OPEN)) from None
        self._handle = handle

    def release(self) -> None:
        """Let go. The empty file stays: removing it would race with the next program."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def not_writable(folder: Path) -> StoreNotWritableError:
    """The error for a folder that cannot be written."""
    return StoreNotWritableError(
        _("Mappen “{folder}” kan ikke skrives. Giv dig selv skriveadgang til den, eller vælg en anden mappe.").format(
            folder=folder
        )
    )


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        # flock, not lockf: it belongs to the open file, so a second store in the same process is refused too.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
