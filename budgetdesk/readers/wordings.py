"""Read the wordings of the agreement (`resources/agreement/*.toml`); a key or field that nobody knows is refused."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from budgetdesk import data_files
from budgetdesk.errors import BadInputError
from budgetdesk.household.words import AgreementForm
from budgetdesk.planning.wordings import Wording, Wordings

_NEEDED = {"key", "title", "text", "point", "readers"}
_KEYS = _NEEDED | {"forms", "fields", "must", "read_by", "fixed"}
POINTS = range(1, 15)
"""What a complete agreement says, point by point."""


def load_wordings(folder: Path | None = None) -> Wordings:
    """Every wording in `folder` (default: the program's own), by its key, in reading order. Raises BadInputError."""
    return _own() if folder is None else _load(folder)


@cache
def _own() -> Wordings:
    return _load(data_files.path("agreement"))


def _load(folder: Path) -> Wordings:
    found: dict[str, Wording] = {}
    for file in sorted(folder.glob("*.toml")):
        for entry in _entries(file):
            wording = _wording(entry, file.name)
            if wording.key in found:
                raise BadInputError(f"Ordene i {file.name}: “{wording.key}” står der to gange. Slet den ene.")
            found[wording.key] = wording
    return found


def _entries(file: Path) -> list[dict[str, Any]]:
    try:
        raw = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadInputError(f"Ordene i {file.name} kan ikke læses ({error}). Ret filen.") from error
    if unknown := sorted(raw.keys() - {"clause"}):
        raise BadInputError(f"Ordene i {file.name}: “{unknown[0]}” kendes ikke. Ret filen.")
    return list(raw.get("clause", []))


def _wording(entry: dict[str, Any], name: str) -> Wording:
    wrong = sorted((entry.keys() - _KEYS) | (_NEEDED - entry.keys()))
    if wrong:
        raise BadInputError(f"Ordene i {name}: “{wrong[0]}” mangler eller kendes ikke. Ret filen.")
    made = Wording(
        key=entry["key"],
        title=entry["title"],
        text=entry["text"],
        point=entry["point"],
        forms=tuple(AgreementForm(form) for form in entry.get("forms", [])),
        fields=tuple(entry.get("fields", [])),
        must=tuple(entry.get("must", [])),
        readers=tuple(entry["readers"]),
        read_by=entry.get("read_by", ""),
        fixed=entry.get("fixed", False),
    )
    used = set(re.findall(r"\{([^{}]*)\}", made.text))
    if used != set(made.fields) or set(made.must) - used or made.point not in POINTS:
        raise BadInputError(f"Ordene i {name}: felterne eller punktet i “{made.key}” passer ikke. Ret filen.")
    return made
