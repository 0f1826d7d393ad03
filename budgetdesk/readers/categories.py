"""Read the words by which cases are counted (`resources/categories.toml`, or a file of the same shape)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from budgetdesk import data_files
from budgetdesk.errors import BadInputError
from budgetdesk.readers.toml_words import in_words, marked
from budgetdesk.statistics.categories import LISTS, Categories


@in_words
@cache
def load_categories(path: Path | None = None) -> Categories:
    """The lists in `path`, or those that ship with the program. Raises BadInputError, naming list and word."""
    file = path or data_files.path("categories.toml")
    try:
        raw = marked(file, tomllib.loads(file.read_text("utf-8")))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInputError(f"Listerne i {file.name} kan ikke læses. Ret filen ({error}).") from error
    unknown = raw.keys() - {*LISTS, "age_groups"}
    missing = {*LISTS, "age_groups"} - raw.keys()
    if unknown or missing:
        names = ", ".join(sorted(unknown | missing))
        raise BadInputError(f"Listerne i {file.name} passer ikke: {names}. Ret navnene.")
    return Categories({name: _words(raw[name], name, file.name) for name in LISTS}, _ages(raw["age_groups"], file.name))


def _words(raw: Any, name: str, file: str) -> dict[str, str]:
    for word, title in raw.items():
        if not re.fullmatch(r"[a-z0-9_]+", word) or not isinstance(title, str) or not title.strip():
            raise BadInputError(f"{file}: “{name}.{word}” skal være et ord med små bogstaver og en titel. Ret det.")
    if len(set(raw.values())) < len(raw):
        raise BadInputError(f"{file}: to ord i “{name}” har samme titel. Giv dem hver sin.")
    return dict(raw)


def _ages(raw: Any, file: str) -> tuple[int, ...]:
    ages = raw.get("from") if isinstance(raw, dict) else None
    if not isinstance(ages, list) or not ages or not all(type(age) is int for age in ages):
        ages = [-1]
    if ages != sorted(set(ages)) or ages[0] != 0:
        raise BadInputError(f"{file}: “age_groups.from” skal være stigende hele tal fra 0. Ret dem.")
    return tuple(ages)
