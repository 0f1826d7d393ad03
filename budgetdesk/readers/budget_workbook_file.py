"""Is it an Excel file that can be opened without harm? Everything else gets a sentence that says what to do.

Nothing is unpacked here: what is packed in the file is added up first, so that a small file that unpacks to a giant is
refused unread.
"""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

from budgetdesk.errors import BudgetWorkbookError
from budgetdesk.i18n import _
from budgetdesk.readers.incoming import Source

LARGEST_FILE = 10 * 1024 * 1024
"""Bytes. A budget of ours is below a tenth of one MB."""
MOST_UNPACKED = 40 * 1024 * 1024
MOST_PARTS = 500
_MOST_TIMES = 200
"""How many times larger a part may become when it is unpacked; sheets grow about 20 times."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OLD = b"\xd0\xcf\x11\xe0"
_OWN_MARK = "~$"
"""How Excel begins the name of the small file that says who has a workbook open."""


def open_in(source: Source) -> str:
    """The program that seems to have the file open, by the small file it lays beside it; "" for none."""
    if isinstance(source, tuple):
        return ""
    path = Path(source)
    # Excel leaves out the first two letters of a long name.
    marks = {f"{_OWN_MARK}{path.name}": "Excel", f"{_OWN_MARK}{path.name[2:]}": "Excel"}
    marks[f".~lock.{path.name}#"] = "LibreOffice"
    try:
        return next((program for mark, program in marks.items() if path.with_name(mark).exists()), "")
    except (OSError, ValueError):
        return ""


def read_bytes(source: Source) -> tuple[str, bytes]:
    """Name and bytes of the file; one that is too large is never read. Raises BudgetWorkbookError."""
    if isinstance(source, tuple):
        name, data = source
        _check_size(name, len(data))
        return name, data
    path = Path(source)
    if path.name.startswith(_OWN_MARK) or path.name.startswith(".~lock."):
        said = _("“{name}” er kun et mærke for, at regnearket er åbent. Vælg selve regnearket.")
        raise BudgetWorkbookError(said.format(name=path.name))
    try:
        if path.is_dir():
            raise BudgetWorkbookError(_("“{name}” er en mappe. Vælg filen, der ligger i den.").format(name=path.name))
        with path.open("rb") as file:
            _check_size(path.name, os.fstat(file.fileno()).st_size)
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise BudgetWorkbookError(_("Filen “{name}” findes ikke. Vælg den igen.").format(name=path.name)) from None
    except (OSError, ValueError) as cause:
        said = _("Filen “{name}” kan ikke åbnes. Gem og luk den i Excel, og prøv igen.")
        raise BudgetWorkbookError(said.format(name=path.name)) from cause
    _check_size(path.name, len(data))
    return path.name, data


def packed(data: bytes, name: str) -> zipfile.ZipFile:
    """The workbook, still packed. Raises BudgetWorkbookError for everything that is no plain Excel workbook."""
    if not data.startswith(b"PK"):
        raise BudgetWorkbookError(_not_packed(data).format(name=name))
    try:
        found = zipfile.ZipFile(io.BytesIO(data))
    except Exception as cause:  # zipfile lets errors of many kinds through
        raise broken(name) from cause
    _check_parts(found, name)
    return found


def broken(name: str) -> BudgetWorkbookError:
    """The error for a file that ends in the middle, or whose inside makes no sense."""
    said = _("Regnearket “{name}” er gået i stykker og kan ikke læses. Åbn det i Excel, gem det igen, og hent det så.")
    return BudgetWorkbookError(said.format(name=name))


def too_large(name: str) -> BudgetWorkbookError:
    """The error for a file that unpacks to more than any budget."""
    said = _(
        "Regnearket “{name}” fylder alt for meget, når det pakkes ud. Så stort er et budget ikke. Vælg en anden fil."
    )
    return BudgetWorkbookError(said.format(name=name))


def _not_packed(data: bytes) -> str:
    """What to say of bytes that are no zip."""
    if not data.strip(b" \t\r\n\x00"):
        return _("Filen “{name}” er tom. Gem budgettet som Excel igen.")
    if data.startswith(_OLD) and _LOCKED in data:
        return _("Filen “{name}” er låst med en adgangskode. Åbn den i Excel, gem den uden kode, og hent den igen.")
    if data.startswith(_OLD):
        return _("Filen “{name}” er i det gamle Excel-format (.xls). Gem den som .xlsx, og hent den igen.")
    return _("Filen “{name}” er ikke et regneark. Vælg den fil, du gemte med “Gem som Excel”.")


def _check_size(name: str, size: int) -> None:
    if size > LARGEST_FILE:
        raise too_large(name)


def _check_parts(found: zipfile.ZipFile, name: str) -> None:
    parts = found.infolist()
    if any(one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for one in parts):
        raise broken(name)  # no spreadsheet packs in another way
    swollen = any(one.file_size > 1_000_000 and one.file_size > _MOST_TIMES * one.compress_size for one in parts)
    if len(parts) > MOST_PARTS or swollen or sum(one.file_size for one in parts) > MOST_UNPACKED:
        raise too_large(name)
    names = {part.filename.lower() for part in parts}
    if "xl/vbaproject.bin" in names or "xl/macrosheets" in " ".join(names):
        said = _("Filen “{name}” har makroer (.xlsm). Gem den som almindelig .xlsx, og hent den igen.")
    elif "xl/workbook.bin" in names:
        said = _("Filen “{name}” er gemt som .xlsb. Gem den som .xlsx, og hent den igen.")
    elif "content.xml" in names and "mimetype" in names:
        said = _("Filen “{name}” er gemt i LibreOffices eget format (.ods). Gem den som .xlsx, og hent den igen.")
    elif "xl/workbook.xml" not in names:
        said = _("Filen “{name}” er ikke et regneark. Vælg den fil, du gemte med “Gem som Excel”.")
    else:
        return
    raise BudgetWorkbookError(said.format(name=name))
