"""From the bytes of an export to its text: which kind of file, which encoding. Says clearly what it cannot be."""

from __future__ import annotations

import codecs
import re

from budgetdesk.errors import StatementError

_MAGIC = (
    (b"%PDF", "er en PDF. PDF-kontoudtog kan ikke læses endnu."),
    (b"PK\x03\x04", "er et regneark (Excel) eller en zip-fil. Det kan ikke læses endnu."),
    (b"\xd0\xcf\x11\xe0", "er et regneark (Excel). Det kan ikke læses endnu."),
    (b"\x89PNG", "er et billede. Billeder af kontoudtog kan ikke læses."),
    (b"\xff\xd8\xff", "er et billede. Billeder af kontoudtog kan ikke læses."),
    (b"SQLite format 3", "er en database, ikke et kontoudtog."),
)
_HOW = "Log på netbank, vælg kontoen og “Eksportér”, og gem posteringerne som CSV."
_DOUBLE = ("Ã¸", "Ã¦", "Ã¥", "Ã˜", "Ã†", "Ã…")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, name: str) -> str:
    """The text of the file, without BOM. Raises StatementError for anything that is not text."""
    if not data.strip(b" \t\r\n\x00") or data == codecs.BOM_UTF8:
        raise StatementError(f"Filen “{name}” er tom. Hent kontoudtoget i netbank igen. {_HOW}")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise StatementError(f"Filen “{name}” {what} {_HOW}")
    if b"\x00" in data and not data.startswith(_UTF_16):
        raise _not_text(name)
    text = _repaired(_text(data, name))
    if not text.strip():
        raise StatementError(f"Filen “{name}” er tom. Hent kontoudtoget i netbank igen. {_HOW}")
    if _CONTROL.search(text):
        raise _not_text(name)
    if "\ufffd" in text:
        raise broken_letters(name, "�")
    return text


def broken_letters(name: str, seen: str) -> StatementError:
    """The error for a file whose æ, ø and å were destroyed by another program."""
    return StatementError(
        f"De danske bogstaver i filen “{name}” er ødelagt (der står “{seen}”). "
        "Hent filen igen i netbank, og åbn og gem den ikke i et andet program først."
    )


def _not_text(name: str) -> StatementError:
    return StatementError(f"Filen “{name}” er ikke en tekstfil, og den er ikke et kontoudtog. {_HOW}")


def _text(data: bytes, name: str) -> str:
    try:
        if data.startswith(_UTF_16):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise StatementError(f"Filen “{name}” har en tegnkodning, som ikke kan læses. {_HOW}") from None


def _repaired(text: str) -> str:
    # UTF-8 that some program took for windows-1252 and saved as UTF-8 once more: "BelÃ¸b".
    if any(sign in text for sign in _DOUBLE):
        try:
            return text.encode("cp1252").decode("utf-8").removeprefix("\ufeff")
        except UnicodeError:
            return text
    return text
