"""Reads the rules for sorting, `resources/rules/*.toml`, and refuses what it does not understand, by name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from budgetdesk import data_files
from budgetdesk.errors import RatesFileError
from budgetdesk.household.words import Need
from budgetdesk.i18n import _
from budgetdesk.ledger.sorting import HintRule, Rule, Rules, Sign
from budgetdesk.ledger.words import Names, Noise, Word, fold

_TOP = frozenset({"text", "product", "hint", "noise", "names", "receipt"})
_NEEDED = frozenset({"words", "line", "need", "confidence", "why"})
_HINT_NEEDED = _NEEDED - {"why"}
_MAY = frozenset({"sign", "whole"})
_NOISE = frozenset({"prefixes", "suffix_markers", "countries"})
_NAMES = frozenset({"first", "surname_endings"})


@cache
def load_rules() -> Rules:
    """The rules that ship with the program. Raises RatesFileError when a file breaks its own rules."""
    return read_rules(data_files.path("rules"))


def read_rules(folder: Path) -> Rules:
    """All rules in a folder, file by file in order of name. Raises RatesFileError."""
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise RatesFileError(
            _("Der er ingen regler i mappen {name}. Installer programmet igen.").format(name=folder.name)
        )
    data = [(file.name, _load(file)) for file in files]
    return Rules(
        texts=tuple(_rule(row, name) for name, part in data for row in part.get("text", ())),
        products=tuple(_rule(row, name) for name, part in data for row in part.get("product", ())),
        hints=tuple(_hint(row, name) for name, part in data for row in part.get("hint", ())),
        noise=_noise([part["noise"] for _rest, part in data if "noise" in part]),
        names=_names([part["names"] for _rest, part in data if "names" in part]),
    )


def _load(file: Path) -> Mapping[str, Any]:
    try:
        data = tomllib.loads(file.read_text("utf-8"), parse_float=Decimal)
    except (OSError, ValueError) as error:
        raise RatesFileError(f"{file.name}: filen kan ikke læses ({error}). Ret filen.") from error
    for key in data.keys() - _TOP:
        raise RatesFileError(f"{file.name}: “{key}” kendes ikke. Skriv en af: {', '.join(sorted(_TOP))}.")
    return data


def _rule(row: Mapping[str, Any], file: str) -> Rule:
    _check(row, file, _NEEDED)
    return Rule(
        words=_words(row, file),
        line=row["line"],
        need=_need(row, file),
        confidence=_confidence(row, file),
        why=row["why"],
        sign=_sign(row, file),
        whole=bool(row.get("whole", False)),
    )


def _hint(row: Mapping[str, Any], file: str) -> HintRule:
    _check(row, file, _HINT_NEEDED)
    return HintRule(
        words=_words(row, file),
        line=row["line"],
        need=_need(row, file),
        confidence=_confidence(row, file),
        sign=_sign(row, file),
    )


def _check(row: Mapping[str, Any], file: str, needed: frozenset[str]) -> None:
    for key in needed - row.keys():
        raise RatesFileError(f"{file}: en regel ({_shown(row)}) mangler “{key}”.")
    for key in row.keys() - needed - _MAY:
        raise RatesFileError(f"{file}: “{key}” kendes ikke i en regel ({_shown(row)}).")


def _words(row: Mapping[str, Any], file: str) -> tuple[Word, ...]:
    try:
        words = tuple(Word.of(name) for name in row["words"])
    except (TypeError, ValueError) as error:
        raise RatesFileError(f"{file}: et ord i en regel ({_shown(row)}) kan ikke bruges: {error}.") from error
    # “0,0%” would be found in every “400 G”: figures stand in nearly every text.
    if bare := [name for name in row["words"] if not any(letter.isalpha() for letter in name)]:
        raise RatesFileError(f"{file}: ordet “{bare[0]}” har ingen bogstaver. Skriv et ord med bogstaver.")
    return words


def _need(row: Mapping[str, Any], file: str) -> Need:
    try:
        return Need(row["need"])
    except ValueError as error:
        raise RatesFileError(f"{file}: need er “{row['need']}”. Skriv need, nice eller ask.") from error


def _sign(row: Mapping[str, Any], file: str) -> Sign:
    try:
        return Sign(row.get("sign", "any"))
    except ValueError as error:
        raise RatesFileError(f"{file}: sign er “{row['sign']}”. Skriv out, in eller any.") from error


def _confidence(row: Mapping[str, Any], file: str) -> Decimal:
    value = row["confidence"]
    if not isinstance(value, Decimal) or not 0 < value <= 1:
        raise RatesFileError(f"{file}: confidence er “{value}” ({_shown(row)}). Skriv et tal som 0.9.")
    return value


def _shown(row: Mapping[str, Any]) -> str:
    return ", ".join(map(str, list(row.get("words", ()))[:2])) or "uden ord"


def _noise(parts: list[Mapping[str, Any]]) -> Noise:
    for part in parts:
        for key in part.keys() - _NOISE:
            raise RatesFileError(f"noise: “{key}” kendes ikke. Skriv en af: {', '.join(sorted(_NOISE))}.")
    return Noise(
        prefixes=_all(parts, "prefixes"),
        suffix_markers=_all(parts, "suffix_markers"),
        countries=_all(parts, "countries"),
    )


def _names(parts: list[Mapping[str, Any]]) -> Names:
    for part in parts:
        for key in part.keys() - _NAMES:
            raise RatesFileError(f"names: “{key}” kendes ikke. Skriv en af: {', '.join(sorted(_NAMES))}.")
    return Names(first=_all(parts, "first"), surname_endings=tuple(sorted(_all(parts, "surname_endings"))))


def _all(parts: list[Mapping[str, Any]], key: str) -> frozenset[str]:
    return frozenset(fold(text) for part in parts for text in part.get(key, ()))
