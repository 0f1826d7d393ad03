"""Reads `resources/missing_bills.toml`, and refuses what it does not understand, by name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from budgetdesk import data_files
from budgetdesk.errors import RatesFileError
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.ledger.missing_bills import Bill, When
from budgetdesk.readers.toml_words import in_words, marked

_KEYS = frozenset({"line", "rhythm", "months", "when", "question", "where"})


@in_words
@cache
def load_missing_bills() -> tuple[Bill, ...]:
    """The bills that ship with the program. Raises RatesFileError."""
    return read_missing_bills(data_files.path("missing_bills.toml"))


def read_missing_bills(file: Path) -> tuple[Bill, ...]:
    """All bills of a file, in its order. Raises RatesFileError."""
    try:
        data = marked(file, tomllib.loads(file.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise RatesFileError(f"{file.name}: filen kan ikke læses ({error}). Ret filen.") from error
    return tuple(_bill(entry, file.name) for entry in data.get("bill", ()))


def _bill(entry: Mapping[str, Any], file: str) -> Bill:
    if entry.keys() != _KEYS:
        wrong = ", ".join(sorted(entry.keys() ^ _KEYS))
        raise RatesFileError(f"{file}: disse nøgler mangler eller kendes ikke: {wrong}. Ret filen.")
    try:
        return Bill(
            line=entry["line"],
            rhythm=Rhythm(entry["rhythm"]),
            months=tuple(entry["months"]),
            when=When(entry["when"]),
            question=entry["question"],
            where=entry["where"],
        )
    except ValueError as error:
        raise RatesFileError(f"{file}: linje {entry['line']}: {error}. Ret filen.") from error
