"""Read the letters that go with repayment (`resources/letters/repayment/*.toml`).

`faelles.toml` holds what several letters say; a letter takes a piece of it by `common = "name"`. A key, a field or a
choice that nobody knows is refused by name: a letter must never go out with `{field}` in it.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from budgetdesk import data_files
from budgetdesk.benefits.rates import Confidence
from budgetdesk.casework.letter_edits import OWN
from budgetdesk.casework.letter_texts import (
    FIELDS,
    About,
    LetterChoice,
    LetterSource,
    LetterText,
    LetterTexts,
    Piece,
)
from budgetdesk.errors import BadInputError
from budgetdesk.household.words import Letter

COMMON = "faelles"
_NEEDED = {"title", "order", "purpose", "about", "subject", "paragraphs", "sources"}
_KEYS = _NEEDED | {"objection", "consent", "working_days", "choices", "enclosures", "warnings", "then"}
_PIECE = {"id", "text", "common", "needs", "unless", "letters", "choice", "economy"}
_TAKEN = {"to", "reference", "subject", OWN}


def load_repayment_letters(folder: Path | None = None) -> LetterTexts:
    """Every letter in `folder` (default: the program's own) by name, in the order of its `order`. Raises
    BadInputError, which names the file."""
    return _own() if folder is None else _load(folder)


@cache
def _own() -> LetterTexts:
    return _load(data_files.path("letters", "repayment"))


def _load(folder: Path) -> LetterTexts:
    common = _toml(folder / f"{COMMON}.toml")
    read = {file.stem: _toml(file) for file in sorted(folder.glob("*.toml")) if file.stem != COMMON}
    made = [(raw.get("order", 0), _letter(name, raw, common)) for name, raw in read.items()]
    return {letter.key: letter for _, letter in sorted(made, key=lambda pair: (pair[0], pair[1].key))}


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadInputError(f"Brevet {file.name} kan ikke læses ({error}). Ret filen.") from error


def _letter(name: str, raw: dict[str, Any], common: dict[str, Any]) -> LetterText:
    _check_keys(raw, _KEYS, _NEEDED, name)
    try:
        letter = LetterText(
            key=name,
            title=raw["title"],
            purpose=raw["purpose"],
            about=About(raw["about"]),
            subject=raw["subject"],
            objection=raw.get("objection", False),
            consent=raw.get("consent", ""),
            working_days=raw.get("working_days", 0),
            choices=tuple(_choice(one) for one in _list(raw, "choices")),
            paragraphs=_pieces(raw, "paragraphs", common, name),
            enclosures=_pieces(raw, "enclosures", common, name),
            warnings=(*_pieces(raw, "warnings", common, name), *_pieces(common, "warnings", common, COMMON)),
            then=tuple(raw.get("then", ())),
            sources=tuple(LetterSource(one["text"], Confidence(one["confidence"])) for one in raw["sources"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise BadInputError(f"Brevet {name}: en oplysning mangler eller kendes ikke ({error}). Ret filen.") from error
    _check(letter)
    return letter


def _choice(entry: dict[str, Any]) -> LetterChoice:
    return LetterChoice(entry["key"], entry["title"], entry.get("usual", False))


def _list(raw: dict[str, Any], key: str) -> list[Any]:
    found: list[Any] = raw.get(key, [])
    return found


def _pieces(raw: dict[str, Any], key: str, common: dict[str, Any], name: str) -> tuple[Piece, ...]:
    found = []
    for number, entry in enumerate(_list(raw, key), start=1):
        shared = common["pieces"][entry["common"]] if "common" in entry else {}
        whole = {"id": entry.get("common") or f"{key}{number}", **shared, **entry}
        _check_keys(whole, _PIECE, {"text"}, name)
        found.append(
            Piece(
                id=whole["id"],
                text=whole["text"],
                needs=tuple(whole.get("needs", ())),
                unless=tuple(whole.get("unless", ())),
                letters=tuple(Letter(word) for word in whole.get("letters", ())),
                choice=whole.get("choice", ""),
                economy=whole.get("economy", False),
            )
        )
    return tuple(found)


def _check_keys(given: dict[str, Any], allowed: set[str], needed: set[str], name: str) -> None:
    wrong = sorted((set(given) - allowed) | (needed - set(given)))
    if wrong:
        raise BadInputError(f"Brevet {name}: “{wrong[0]}” mangler eller kendes ikke. Ret filen.")


def _check(letter: LetterText) -> None:
    pieces = (*letter.paragraphs, *letter.enclosures, *letter.warnings)
    if unknown := sorted(_used(letter, pieces) - FIELDS):
        raise BadInputError(f"Brevet {letter.key} har et felt, vi ikke kender: {{{unknown[0]}}}. Ret teksten.")
    if unknown := sorted({p.choice for p in pieces if p.choice} - {one.key for one in letter.choices}):
        raise BadInputError(f"Brevet {letter.key} har et valg, vi ikke kender: “{unknown[0]}”. Ret teksten.")
    ids = [piece.id for piece in letter.paragraphs]
    if twice := sorted({one for one in ids if ids.count(one) > 1 or one in _TAKEN}):
        raise BadInputError(f"Brevet {letter.key}: “{twice[0]}” er brugt to gange. Giv hvert afsnit sit eget id.")
    if any(piece.economy for piece in pieces) and not letter.consent:
        raise BadInputError(f"Brevet {letter.key} fortæller om økonomi uden “consent”. Skriv, hvad der må deles.")


def _used(letter: LetterText, pieces: tuple[Piece, ...]) -> set[str]:
    """Every `{field}`, also a misspelt one, and every condition."""
    texts = [letter.subject, *(piece.text for piece in pieces)]
    found = {field for text in texts for field in _braces(text)}
    return found | {name for piece in pieces for name in (*piece.needs, *piece.unless)}


def _braces(text: str) -> list[str]:
    return [part.partition("}")[0] for part in text.split("{")[1:]]
