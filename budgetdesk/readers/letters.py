"""Read the texts of letters (`resources/letters/*.toml`); a field or key that nobody knows is refused by name."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from budgetdesk import data_files
from budgetdesk.casework.letters import FIELDS, LetterTemplate, Paragraph, Templates
from budgetdesk.errors import BadInputError
from budgetdesk.household.words import Letter

_KEYS = {"title", "to", "subject", "signed", "paragraphs"}
_PARAGRAPH_KEYS = {"text", "needs", "unless", "letters"}


def load_letters(folder: Path | None = None) -> Templates:
    """Every template in `folder` (default: the program's own), by its file name. Raises BadInputError."""
    return _own() if folder is None else _load(folder)


@cache
def _own() -> Templates:
    return _load(data_files.path("letters"))


def _load(folder: Path) -> Templates:
    return {file.stem: _read(file) for file in sorted(folder.glob("*.toml"))}


def _read(file: Path) -> LetterTemplate:
    try:
        raw = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadInputError(f"Brevet {file.name} kan ikke læses ({error}). Ret filen.") from error
    _check_keys(raw.keys(), _KEYS, {"title", "to", "subject", "paragraphs"}, file.name)
    template = LetterTemplate(
        key=file.stem,
        title=raw["title"],
        to=raw["to"],
        subject=raw["subject"],
        signed=raw.get("signed", True),
        paragraphs=tuple(_paragraph(entry, file.name) for entry in raw["paragraphs"]),
    )
    _check_fields(template, file.name)
    return template


def _paragraph(entry: dict[str, Any], name: str) -> Paragraph:
    _check_keys(entry.keys(), _PARAGRAPH_KEYS, {"text"}, name)
    try:
        letters = tuple(Letter(word) for word in entry.get("letters", []))
    except ValueError as error:
        raise BadInputError(f"Brevet {name} har et brev, vi ikke kender ({error}). Ret “letters”.") from error
    return Paragraph(entry["text"], tuple(entry.get("needs", [])), tuple(entry.get("unless", [])), letters)


def _check_keys(given: Any, allowed: set[str], needed: set[str], name: str) -> None:
    wrong = sorted((set(given) - allowed) | (needed - set(given)))
    if wrong:
        raise BadInputError(f"Brevet {name}: “{wrong[0]}” mangler eller kendes ikke. Ret filen.")


def _check_fields(template: LetterTemplate, name: str) -> None:
    texts = [template.to, template.subject, *(p.text for p in template.paragraphs)]
    used = {field for text in texts for field in re.findall(r"\{(.*?)\}", text)}
    used |= {field for p in template.paragraphs for field in (*p.needs, *p.unless)}
    if unknown := sorted(used - FIELDS.keys()):
        raise BadInputError(f"Brevet {name} har et felt, vi ikke kender: {{{unknown[0]}}}. Ret teksten.")
