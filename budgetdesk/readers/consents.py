"""Read `resources/consents.toml`. A file with a word nobody knows, or a basis without a source, is refused by name."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from budgetdesk import data_files
from budgetdesk.benefits.rates import Confidence
from budgetdesk.casework.consent_data import Basis, ConsentData, Sensitive, Suggestion
from budgetdesk.errors import BadInputError
from budgetdesk.household.words import ConsentParty, ShareTopic
from budgetdesk.readers.toml_words import in_words, marked


def load_consents(file: Path | None = None) -> ConsentData:
    """The program's own, or those of `file`. Raises BadInputError."""
    return _own() if file is None else _load(file)


@in_words
@cache
def _own() -> ConsentData:
    return _load(data_files.path("consents.toml"))


def _load(file: Path) -> ConsentData:
    try:
        raw = marked(file, tomllib.loads(file.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise BadInputError(f"{file.name} kan ikke læses ({error}). Ret filen.") from error
    try:
        return _data(raw)
    except (KeyError, ValueError, TypeError) as error:
        raise BadInputError(f"{file.name}: {error} mangler eller kendes ikke. Ret filen.") from error


def _data(raw: dict[str, Any]) -> ConsentData:
    bases = {entry["key"]: _basis(entry) for entry in raw["bases"]}
    sensitive = tuple(_sensitive(entry) for entry in raw["sensitive"])
    if unknown := {key for one in sensitive for key in one.bases} - bases.keys():
        raise ValueError(f"grundlaget “{min(unknown)}”")
    return ConsentData(
        suggestions={ConsentParty(entry["party"]): _suggestion(entry) for entry in raw["suggestions"]},
        sensitive=sensitive,
        bases=bases,
    )


def _suggestion(entry: dict[str, Any]) -> Suggestion:
    return Suggestion(
        purpose=entry["purpose"],
        covers=tuple(ShareTopic(word) for word in entry["covers"]),
        both_ways=entry.get("both_ways", False),
    )


def _sensitive(entry: dict[str, Any]) -> Sensitive:
    return Sensitive(
        kind=entry["kind"],
        title=entry["title"],
        law=entry["law"],
        bases=tuple(entry["bases"]),
        words=tuple(entry["words"]),
    )


def _basis(entry: dict[str, Any]) -> Basis:
    if not entry["source"].strip():
        raise ValueError(f"kilden til “{entry['key']}”")
    return Basis(
        key=entry["key"], title=entry["title"], source=entry["source"], confidence=Confidence(entry["confidence"])
    )
