"""A catalogue that an interpreter sends back: a .po file, as any program for translating writes it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from babel.messages.pofile import PoFileError, read_po

from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _

LARGEST = 5_000_000
"""Bytes. A catalogue of ours has forty thousand."""


@dataclass(frozen=True)
class Row:
    """One text of the file."""

    danish: str
    text: str
    unsure: bool
    """Marked `fuzzy`: nobody has said that it is right."""


def read_translation_file(data: bytes) -> tuple[str, tuple[Row, ...]]:
    """The language that the file names ("" without one), and its texts that are translated. Raises BadInputError."""
    if len(data) > LARGEST:
        raise BadInputError(_("Filen er for stor til at være en oversættelse. Vælg en .po-fil."))
    try:
        read = read_po(BytesIO(data), abort_invalid=True)
        language = str(read.locale_identifier or "")
        rows = tuple(
            Row(message.id, message.string, message.fuzzy)
            for message in read
            if isinstance(message.id, str) and isinstance(message.string, str) and message.id and message.string.strip()
        )
    except (PoFileError, ValueError, LookupError) as error:
        raise BadInputError(_("Filen kan ikke læses som en oversættelse. Vælg den .po-fil, der blev sendt.")) from error
    return language.replace("_", "-").split("-")[0], rows
