"""From the bytes of an export to its text: which kind of file, which encoding. Says clearly what it cannot be."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

from budgetdesk.errors import StatementError
from budgetdesk.i18n import N_, _

HOW = N_("Log på netbank, vælg kontoen og “Eksportér”, og gem posteringerne som CSV.")


class Kind(StrEnum):
    """What a file is, by its first bytes."""

    TEXT = "text"
    PDF = "pdf"
    ZIP = "zip"
    XML = "xml"
    JSON = "json"


_MAGIC = (
    (b"\x89PNG", N_("er et billede. Billeder af kontoudtog kan ikke læses.")),
    (b"\xff\xd8\xff", N_("er et billede. Billeder af kontoudtog kan ikke læses.")),
    (b"GIF8", N_("er et billede. Billeder af kontoudtog kan ikke læses.")),
    (b"%!PS", N_("er en udskrift (PostScript) og kan ikke læses.")),
    (b"SQLite format 3", N_("er en database, ikke et kontoudtog.")),
    (b"\x1f\x8b", N_("er pakket (gzip). Pak den ud først.")),
    (b"7z\xbc\xaf", N_("er pakket (7-Zip). Pak den ud først.")),
    (b"Rar!", N_("er pakket (RAR). Pak den ud først.")),
)
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = tuple(map(chr, (*range(9), 11, 12, *range(14, 27), *range(28, 32))))
_DOUBLE = re.compile("Ã[¸¦¥˜†…\u0098\u0086\u0085]|ï»¿|Ãƒ|Ã¯Â»")
_RUNS = re.compile("[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2,}")
_DOS = re.compile(rb"(?<=[A-Za-z])[\x86\x91\x9b]|[\x8f\x92\x9d](?=[A-Za-z])")
_ANSI = tuple(letter.encode("cp1252") for letter in "æøåÆØÅ")
_WEB_PAGE = re.compile(r"(?i)\s*(?:<!doctype html|<html|<head|<table|<meta)")


def kind_of(data: bytes, name: str) -> Kind:
    """What the file is. Raises StatementError for an empty one and for one that can be no statement."""
    head = data[:4096].removeprefix(codecs.BOM_UTF8).lstrip()
    if not data.strip(b" \t\r\n\x00") or data == codecs.BOM_UTF8:
        raise StatementError(
            _("Filen “{name}” er tom. Hent kontoudtoget i netbank igen. {how}").format(name=name, how=_(HOW))
        )
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(b"PK\x03\x04"):
        return Kind.ZIP
    if data.startswith(_OLE):
        raise _old_excel(name, locked=_ENCRYPTED in data)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise StatementError(_("Filen “{name}” {what} {how}").format(name=name, what=_(what), how=_(HOW)))
    if head.startswith((b"<?xml", b"<Document", b"<!DOCTYPE", b"<ns")) and not _is_web_page(head):
        return Kind.XML
    return Kind.JSON if head[:1] in (b"{", b"[") else Kind.TEXT


def decode(data: bytes, name: str) -> str:
    """The text of the file, without BOM. Raises StatementError for anything that is not text."""
    text = _mended(_text(data, name)).removesuffix("\x1a")
    if not text.strip():
        raise StatementError(
            _("Filen “{name}” er tom. Hent kontoudtoget i netbank igen. {how}").format(name=name, how=_(HOW))
        )
    if any(sign in text for sign in _CONTROL):
        raise not_text(name)
    if "\ufffd" in text:
        raise broken_letters(name, "�")
    if _WEB_PAGE.match(text):
        raise StatementError(
            _("Filen “{name}” er en webside og ikke et regneark, uanset hvad den hedder. {how}").format(
                name=name, how=_(HOW)
            )
        )
    return text


def broken_letters(name: str, seen: str) -> StatementError:
    """The error for a file whose æ, ø and å were destroyed by another program."""
    return StatementError(
        _(
            "De danske bogstaver i filen “{name}” er ødelagt (der står “{seen}”). Hent filen igen i "
            "netbank, og åbn og gem den ikke i et andet program først."
        ).format(name=name, seen=seen)
    )


def not_text(name: str) -> StatementError:
    """The error for bytes that are no text."""
    return StatementError(
        _("Filen “{name}” er ikke en tekstfil, og den er ikke et kontoudtog. {how}").format(name=name, how=_(HOW))
    )


def _old_excel(name: str, *, locked: bool) -> StatementError:
    if locked:
        return StatementError(
            _(
                "Filen “{name}” er låst med en adgangskode. Åbn den i Excel, gem den uden kode, og vælg den igen."
            ).format(name=name)
        )
    return StatementError(
        _(
            "Filen “{name}” er et regneark i det gamle Excel-format. Gem den som .xlsx eller CSV, og vælg den igen."
        ).format(name=name)
    )


def _is_web_page(head: bytes) -> bool:
    return re.search(rb"(?i)<!doctype html|<html|<table", head) is not None


def _text(data: bytes, name: str) -> str:
    wide = _utf_16(data)
    try:
        if wide:
            return data.decode(wide)
        if b"\x00" in data:
            raise not_text(name)
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        is_ansi = any(letter in data for letter in _ANSI)
        return data.decode("cp850" if not is_ansi and _DOS.search(data) else "cp1252")
    except UnicodeDecodeError:
        raise StatementError(
            _("Filen “{name}” har en tegnkodning, som ikke kan læses. {how}").format(name=name, how=_(HOW))
        ) from None


def _utf_16(data: bytes) -> str:
    """The name of the encoding where every other byte says that it is UTF-16; "" otherwise."""
    if data.startswith(_UTF_16):
        return "utf-16"
    start = data[:400]
    if len(start) < 4 or b"\x00" not in start:
        return ""
    odd, even = start[1::2].count(0), start[::2].count(0)
    if odd > 0.7 * len(start) / 2 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * len(start) / 2 and not odd else ""


def _mended(text: str) -> str:
    """UTF-8 that some program took for windows-1252 and saved as UTF-8 once or twice more: `BelÃ¸b` is `Beløb`."""
    for _rest in range(3):
        if not ("Ã" in text or "ï" in text) or not _DOUBLE.search(text):
            return text
        text = _RUNS.sub(_decoded_again, text).removeprefix("\ufeff")
    return text


def _decoded_again(run: re.Match[str]) -> str:
    try:
        return b"".join(_byte(sign) for sign in run[0]).decode("utf-8")
    except UnicodeDecodeError:
        return run[0]


def _byte(sign: str) -> bytes:
    # The five bytes that windows-1252 leaves undefined are carried over as they are.
    return sign.encode("cp1252", "ignore") or sign.encode("latin-1")
