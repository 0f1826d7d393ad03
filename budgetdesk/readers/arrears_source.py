"""The bytes of a list of arrears, opened and not yet read."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import BinaryIO

from budgetdesk.errors import ArrearsListError
from budgetdesk.i18n import _
from budgetdesk.readers.incoming import Source

LARGEST_LIST = 300 * 1024 * 1024
"""Bytes. Half a million rows are about 60 MB."""


def name_of(source: Source) -> str:
    """The name of the file, without its folder."""
    return source[0] if isinstance(source, tuple) else Path(source).name


def opened(source: Source, name: str) -> BinaryIO:
    """The bytes of the file. Raises ArrearsListError where it is not there, not a file, or too large."""
    try:
        if isinstance(source, tuple):
            file: BinaryIO = io.BytesIO(source[1])
            size = len(source[1])
        else:
            if Path(source).is_dir():
                raise ArrearsListError(_("“{name}” er en mappe. Vælg filen, der ligger i den.").format(name=name))
            file = Path(source).open("rb")  # noqa: SIM115 - whoever asked reads it, and closes it
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        raise ArrearsListError(_("Filen “{name}” findes ikke. Vælg den igen.").format(name=name)) from None
    except (OSError, ValueError) as cause:
        raise ArrearsListError(
            _("Filen “{name}” kan ikke åbnes. Luk den i andre programmer, og prøv igen.").format(name=name)
        ) from cause
    if size > LARGEST_LIST:
        file.close()
        raise ArrearsListError(
            _("Filen “{name}” fylder {size} MB. Så stor er en restanceliste ikke.").format(
                name=name, size=size // 1024 // 1024
            )
        )
    return file
