"""Reader of the texts by which a tenant is reached (`resources/letters/contact/*.toml`) and of the words that must not
stand in the open. Refuses, by name, what it does not know."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from budgetdesk import data_files
from budgetdesk.casework.contact_texts import FIELD, FIELDS, ContactText, ContactTexts
from budgetdesk.errors import BadInputError
from budgetdesk.household.words import ContactKind

_KEYS = {"title", "order", "kind", "purpose", "subject", "paragraphs"}


@cache
def load_contact_texts(folder: Path | None = None) -> ContactTexts:
    """All texts, in their order. Raises BadInputError."""
    files = sorted((folder or data_files.path("letters", "contact")).glob("*.toml"))
    read = sorted((_toml(file)["order"], file.stem, _toml(file)) for file in files)
    return {key: _text(key, raw) for _, key, raw in read}


@cache
def load_open_words(path: Path | None = None) -> tuple[str, ...]:
    """Words that must not stand where others can read them, in small letters."""
    return tuple(_toml(path or data_files.path("contact", "open_words.toml"))["words"])


def _text(key: str, raw: dict[str, Any]) -> ContactText:
    unknown = raw.keys() - _KEYS
    fields = {field for one in (raw.get("subject", ""), *raw["paragraphs"]) for field in FIELD.findall(one)}
    wrong = sorted(unknown | (fields - FIELDS.keys()))
    if wrong:
        raise BadInputError(f"{key}.toml: “{wrong[0]}” kendes ikke. Ret filen.")
    return ContactText(
        key=key,
        title=raw["title"],
        kind=ContactKind(raw["kind"]),
        purpose=raw["purpose"],
        paragraphs=tuple(raw["paragraphs"]),
        subject=raw.get("subject", ""),
    )


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadInputError(f"{file.name}: filen kan ikke læses ({error}). Ret filen.") from error
