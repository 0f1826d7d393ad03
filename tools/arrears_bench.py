"""How a landlord's list of half a million rows is taken in: seconds, work and memory, in a throw-away store.

python tools/arrears_bench.py [ROWS]    # 500000 if not said
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import psutil

from budgetdesk.actions import arrears_imports, list_calls
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Case, Person, Tenancy
from budgetdesk.household.words import Role
from budgetdesk.storage.keyrings import NO_KEYRING

TODAY = date(2026, 11, 20)
CASES = 100
T = TypeVar("T")


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder, _store(Path(folder)) as workspace:
        _add_cases(workspace)
        for write in (_csv, _workbook):
            _take(workspace, write(Path(folder), rows), rows)


def _take(workspace: Workspace, file: Path, rows: int) -> None:
    print(f"{file.name}: {rows} rows, {file.stat().st_size // 1024 // 1024} MB", flush=True)
    looked = _timed("look", lambda: arrears_imports.look_at(workspace, file))
    shown = _timed("preview", lambda: arrears_imports.preview(workspace, looked, looked.at, looked.layout))
    keep = replace(arrears_imports.proposed(workspace, looked), sender="Bench", legal_basis="Prøve")
    info = _timed("take in", lambda: arrears_imports.take_in(workspace, looked, shown, keep))
    calls = _timed("call list", lambda: list_calls.calls_of(workspace, info.id))
    print(f"  {calls.listed.in_all} to call, {shown.matches}", flush=True)
    _timed("delete", lambda: arrears_imports.remove(workspace, info.id))


def _store(folder: Path) -> Workspace:
    secret = "en lang prøve uden mening"  # noqa: S105 - of a store that is thrown away
    return Workspace.create(folder / "store", passphrase=secret, today=TODAY, keyring=NO_KEYRING, remember=False)


def _add_cases(workspace: Workspace) -> None:
    for number in range(CASES):
        tenant = Person(id="p1", role=Role.TENANT, name=_name(number))
        home = Tenancy(address=f"Lærkevej {number % 200}, 3. tv", number=f"{number:06d}-1")
        workspace.new_case(Record(case=Case(persons=(tenant,), tenancy=home)))


def _name(number: int) -> str:
    """A name of its own for every number, of as many letters as names have."""
    letters = "".join("abdefghiklmnoprstuvy"[number // 20**place % 20] for place in range(5))
    return f"{letters.title()} {letters[::-1].title()}sen"


def _rows(rows: int) -> Iterator[list[str | float]]:
    yield ["Lejernr", "Navn", "Adresse", "Forfald", "Restance"]
    for number in range(rows):
        home = f"Lærkevej {number % 200}, 3. tv"
        yield [f"{number:06d}-1", _name(number), home, f"{number % 28 + 1:02d}-11-2026", number % 9000 + 0.5]


def _csv(folder: Path, rows: int) -> Path:
    file = folder / "liste.csv"
    with file.open("w", encoding="utf-8") as out:
        out.writelines(";".join(str(cell).replace(".5", ",50") for cell in row) + "\r\n" for row in _rows(rows))
    return file


def _workbook(folder: Path, rows: int) -> Path:
    from openpyxl import Workbook  # noqa: PLC0415 - only here

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Liste")
    for row in _rows(rows):
        sheet.append(row)
    file = folder / "liste.xlsx"
    book.save(file)
    return file


def _timed(what: str, work: Callable[[], T]) -> T:
    started, worked = time.perf_counter(), time.process_time()
    found = work()
    spent = time.process_time() - worked
    memory = psutil.Process().memory_info().rss // 1024 // 1024
    print(f"  {what}: {time.perf_counter() - started:.1f} s ({spent:.1f} s of work), {memory} MB in all", flush=True)
    return found


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500_000)
