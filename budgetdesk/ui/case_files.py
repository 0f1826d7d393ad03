"""Case files in and out of the window, and the invented household that ships with the program."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from datetime import date
from pathlib import Path

from budgetdesk.actions.library import Library
from budgetdesk.casework.record import Record
from budgetdesk.errors import CaseFileError, StoreNotWritableError
from budgetdesk.household.case_file import read_case, write_case
from budgetdesk.readers import resources

SAMPLE = ("sample", "case.json")


def read(file: Path, *, today: date, library: Library) -> Record:
    """The case in a file. Raises CaseFileError."""
    try:
        data = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise CaseFileError(
            f"Filen “{file.name}” kan ikke læses som en sagsfil. Vælg en fil, der ender på .json."
        ) from error
    return Record(case=read_case(data, today=today, lines=library.chart.lines).case)


def sample(*, today: date, library: Library) -> Record:
    """The invented household."""
    return read(resources.path(*SAMPLE), today=today, library=library)


def write(record: Record, file: Path) -> None:
    """Write the case so that a crash leaves the old file or the new one. Raises StoreNotWritableError."""
    text = json.dumps(write_case(record.case), ensure_ascii=False, indent=2) + "\n"
    write_bytes(text.encode(), file)


def write_bytes(content: bytes, file: Path) -> None:
    """Write beside, then replace; only the user may read it. Raises StoreNotWritableError."""
    beside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".del", dir=file.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)
    except OSError as error:
        if beside is not None:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        raise StoreNotWritableError(
            f"Filen “{file.name}” kan ikke gemmes der. Se efter plads og skriveadgang, eller vælg en anden mappe."
        ) from error
