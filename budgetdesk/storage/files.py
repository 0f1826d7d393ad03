"""Writing a small file so that a crash or a full disk leaves the old one or the new one, never a half."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from budgetdesk.errors import StoreNotWritableError
from budgetdesk.i18n import _


def replace_file(target: Path, content: bytes) -> None:
    """Write beside, to the disk, then replace. Only the user may read the file. Raises StoreNotWritableError."""
    beside = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)  # mode 0600
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        if beside is not None:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        raise StoreNotWritableError(
            _("Filen “{target}” kan ikke skrives. Se efter plads på disken og skriveadgang, og prøv igen.").format(
                target=target
            )
        ) from error


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut. Windows does it by itself and cannot open a folder."""
    if os.name == "nt":  # pragma: no cover
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
