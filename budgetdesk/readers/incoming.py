"""Bytes of a file that somebody has chosen: never more than we are ready for, and every failure a sentence."""

from __future__ import annotations

import os
from pathlib import Path

from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes. Ten years of a busy account are about 2 MB."""

Source = str | os.PathLike[str] | tuple[str, bytes]
"""A path, or a name together with the bytes."""


def read_incoming(source: Source, error: type[BadInputError]) -> tuple[str, bytes]:
    """Name and bytes of the file; one that is too large is never read. Raises `error`."""
    if isinstance(source, tuple):
        name, data = source
        _check_size(name, len(data), error)
        return name, data
    path = Path(source)
    try:
        if path.is_dir():
            raise error(_("“{name}” er en mappe. Vælg filen, der ligger i den.").format(name=path.name))
        with path.open("rb") as file:
            _check_size(path.name, os.fstat(file.fileno()).st_size, error)
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise error(_("Filen “{name}” findes ikke. Vælg den igen.").format(name=path.name)) from None
    except (OSError, ValueError) as cause:
        raise error(
            _("Filen “{name}” kan ikke åbnes. Luk den i andre programmer, og prøv igen.").format(name=path.name)
        ) from cause
    _check_size(path.name, len(data), error)
    return path.name, data


def _check_size(name: str, size: int, error: type[BadInputError]) -> None:
    if size > LARGEST_FILE:
        raise error(
            _(
                "Filen “{name}” fylder mere end 20 MB ({size} MB). Så stort er et kontoudtog eller en "
                "kvittering ikke. Vælg en anden fil eller en kortere periode."
            ).format(name=name, size=-(-size // 1024 // 1024))
        )
