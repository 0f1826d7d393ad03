"""Reads the layouts, `resources/banks/*.toml`, and refuses what it does not understand, by name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from budgetdesk import data_files
from budgetdesk.errors import RatesFileError
from budgetdesk.readers.banks.layout import FIELDS, Layout, Spec, column_name

_OWN = frozenset(
    {"key", "title", "known", "hints", "also", "needs", "optional", "noise", "in_currency"}
    | {"cells", "first", "first_like", "skip", "moments"}
)
_NEEDED = ("key", "title", "known", "date", "text", "amount")


@cache
def load_layouts() -> tuple[Layout, ...]:
    """The layouts that ship with the program. Raises RatesFileError when a file breaks its own rules."""
    return read_layouts(data_files.path("banks"))


def read_layouts(folder: Path) -> tuple[Layout, ...]:
    """All layouts in a folder, file by file in order of name. Raises RatesFileError."""
    found = [layout for file in sorted(folder.glob("*.toml")) for layout in _read(file)]
    if not found:
        raise RatesFileError(f"Der er ingen layouts i mappen {folder.name}. Installer programmet igen.")
    return tuple(found)


def _read(file: Path) -> list[Layout]:
    try:
        data = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise RatesFileError(f"{file.name}: filen kan ikke læses ({error}). Ret filen.") from error
    if data.keys() != {"layout"}:
        raise RatesFileError(f"{file.name}: filen må kun have [[layout]]. Ret filen.")
    return [_layout(row, file.name) for row in data["layout"]]


def _layout(row: Mapping[str, Any], file: str) -> Layout:
    for key in _NEEDED:
        if key not in row:
            raise RatesFileError(f"{file}: et layout ({row.get('key', 'uden key')}) mangler “{key}”.")
    for key in row.keys() - _OWN - set(FIELDS):
        raise RatesFileError(f"{file}: “{key}” kendes ikke i layoutet {row['key']}.")
    low, high = row.get("cells", (0, 0))
    return Layout(
        key=row["key"],
        title=row["title"],
        known=row["known"],
        columns={key: _spec(row[key]) for key in FIELDS if key in row},
        hints=tuple(_spec(value) for value in row.get("hints", ())),
        also=tuple(map(column_name, (*row.get("also", ()), *row.get("needs", ())))),
        needs=tuple(map(column_name, row.get("needs", ()))),
        optional=frozenset(row.get("optional", ())),
        noise=frozenset(text.casefold() for text in row.get("noise", ())),
        in_currency=row.get("in_currency", "DKK"),
        cells=(low, high),
        first=row.get("first", ""),
        first_like=row.get("first_like", ""),
        skip=tuple(row.get("skip", ())),
        moments=tuple(row.get("moments", ())),
    )


def _spec(value: Any) -> Spec:
    if isinstance(value, int):
        return value
    return tuple(column_name(name) for name in ([value] if isinstance(value, str) else value))
