"""Reader of the contact method and of the words of quick entry (`resources/contact/`). Refuses, by name, what it does
not know."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from budgetdesk import data_files
from budgetdesk.benefits.rates import Confidence
from budgetdesk.casework.contact_method import Method, Methods, MethodStep, Then
from budgetdesk.casework.contact_words import ContactWords
from budgetdesk.casework.stakeholders import Side, Sides
from budgetdesk.errors import BadInputError
from budgetdesk.household.words import ConsentParty, ContactKind, ContactOutcome, Initiative
from budgetdesk.readers.toml_words import in_words, marked

_METHOD = {"key", "title", "types", "threatened", "source", "confidence", "numbers", "steps", "then"}
_STEP = {"kind", "tries", "wait", "times", "hint", "answer"}
_SIDE = {"guideline", "always", "when", "party", "called", "warning"}
_TIME = re.compile(r"([01]\d|2[0-3])\.[0-5]\d")
MOST_TRIES, MOST_DAYS = 20, 90
"""More is a slip of the finger."""


@in_words
@cache
def load_methods(path: Path | None = None) -> Methods:
    """The methods of a file (default: the program's own). Raises BadInputError."""
    raw = _toml(path or data_files.path("contact", "method.toml"))
    people = raw.get("people", {})
    methods = tuple(_method(one) for one in raw.get("methods", []))
    if not methods or methods[-1].types:
        raise BadInputError("method.toml: den sidste metode er for alle andre sager og har ingen typer. Ret filen.")
    if not isinstance(raw.get("checked"), date):
        raise BadInputError("method.toml: “checked” mangler. Skriv dagen, kilderne er set efter.")
    return Methods(
        checked=raw["checked"],
        methods=methods,
        people_days=_whole("people", people.get("check_after_days"), 3 * 365),
        people_source=str(people.get("source", "")),
    )


def _method(raw: dict[str, Any]) -> Method:
    where = f"method.toml: {raw.get('key', '?')}"
    _known(where, raw, _METHOD)
    if not raw.get("source") or not raw.get("steps"):
        raise BadInputError(f"{where}: en metode skal have forsøg og en kilde. Ret filen.")
    return Method(
        key=raw["key"],
        title=raw["title"],
        types=tuple(raw["types"]),
        steps=tuple(_step(where, one) for one in raw["steps"]),
        then=tuple(Then(one["text"], one["source"]) for one in raw.get("then", [])),
        source=raw["source"],
        confidence=Confidence(raw["confidence"]),
        numbers=raw.get("numbers", ""),
        threatened=raw.get("threatened", False),
    )


def _step(where: str, raw: dict[str, Any]) -> MethodStep:
    _known(where, raw, _STEP)
    times = tuple(raw["times"])
    if not all(_TIME.fullmatch(time) for time in times):
        raise BadInputError(f"{where}: et klokkeslæt skrives som 17.00. Ret filen.")
    return MethodStep(
        kind=ContactKind(raw["kind"]),
        tries=max(1, _whole(where, raw["tries"], MOST_TRIES)),
        wait=_whole(where, raw["wait"], MOST_DAYS),
        times=times,
        answer=_whole(where, raw.get("answer", 0), MOST_DAYS),
        hint=raw.get("hint", ""),
    )


@in_words
@cache
def load_contact_words(path: Path | None = None) -> ContactWords:
    """The words of quick entry. Raises BadInputError."""
    raw = _toml(path or data_files.path("contact", "words.toml"))
    try:
        return ContactWords(
            kinds=_phrases(raw["kinds"], ContactKind),
            outcomes=_phrases(raw["outcomes"], ContactOutcome),
            initiative=_phrases(raw["initiative"], Initiative),
            following=tuple(raw["next"]["words"]),
            again=tuple(raw["next"]["only_again"]),
            days={phrase: key for key, phrases in raw["days"].items() for phrase in phrases},
            weekdays={p: n for n, phrases in enumerate(raw["weekdays"].values()) for p in phrases},
            times={p: raw["times"][key] for key, phrases in raw["times_of"].items() for p in phrases},
        )
    except (KeyError, ValueError, AttributeError) as error:
        raise BadInputError(f"words.toml: listen passer ikke ({error}). Ret filen.") from error


@in_words
@cache
def load_sides(path: Path | None = None) -> Sides:
    """Who can be around a case. Raises BadInputError where a key or a body is not known."""
    found = {}
    for key, raw in _toml(path or data_files.path("contact", "sides.toml")).items():
        _known(f"sides.toml: {key}", raw, _SIDE)
        found[key] = Side(
            key=key,
            guideline=raw.get("guideline", False),
            always=raw.get("always", False),
            when=tuple(raw.get("when", [])),
            party=ConsentParty(raw["party"]),
            called=tuple(raw["called"]),
            warning=raw.get("warning", ""),
        )
    return found


def _phrases(raw: dict[str, list[str]], kind: Any) -> dict[str, Any]:
    return {phrase: kind(key) for key, phrases in raw.items() for phrase in phrases}


def _known(where: str, raw: dict[str, Any], keys: set[str]) -> None:
    unknown = sorted(raw.keys() - keys)
    if unknown:
        raise BadInputError(f"{where}: “{unknown[0]}” kendes ikke. Ret filen.")


def _whole(where: str, value: Any, most: int) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise BadInputError(f"{where}: skriv et helt tal fra 0 til {most}.")
    return value


def _toml(file: Path) -> dict[str, Any]:
    try:
        return marked(file, tomllib.loads(file.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise BadInputError(f"{file.name}: filen kan ikke læses ({error}). Ret filen.") from error
