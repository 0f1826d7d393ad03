"""Reader of what is known about each benefit and of the questions: `resources/guides/`, `resources/questions/`.

One guide per benefit, named as its file; the questions in a few files by area, no fact twice over all of them. A file
is refused, by name, for a key that is missing or not known, a value of the wrong kind, or a fact that no case has.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import cache
from pathlib import Path
from typing import Any

from budgetdesk import data_files
from budgetdesk.benefits.guide import GROUPS, UNITS, FormFact, Guide, Question
from budgetdesk.errors import GuideFileError
from budgetdesk.household.case import Case
from budgetdesk.i18n import translated
from budgetdesk.readers.fact_paths import is_fact
from budgetdesk.readers.toml_words import in_words, marked

_TEXTS = frozenset(
    {"title", "group", "law", "decided_by", "how_to_apply", "follow_up", "link", "usual_days_source", "ask", "help"}
)
_NUMBERS = frozenset({"order", "usual_days"})
_LISTS = frozenset({"documents", "pitfalls", "looks_wrong", "cannot_see", "questions"})


def load_guides(folder: Path | None = None) -> Mapping[str, Guide]:
    """Every guide by its benefit's name, in the order of `order`. Raises GuideFileError."""
    return _own_guides() if folder is None else _guides(folder)


def load_questions(folder: Path | None = None) -> Mapping[str, Question]:
    """Every question by the pattern of its fact, as the files have them. Raises GuideFileError."""
    return _own_questions() if folder is None else _questions(folder)


@in_words
@cache
def _own_guides() -> Mapping[str, Guide]:
    return _guides(data_files.path("guides"))


@in_words
@cache
def _own_questions() -> Mapping[str, Question]:
    return _questions(data_files.path("questions"))


def _guides(folder: Path) -> Mapping[str, Guide]:
    found = [_guide(file) for file in sorted(folder.glob("*.toml"))]
    return {guide.benefit: guide for guide in sorted(found, key=lambda one: (one.order, one.benefit))}


def _guide(file: Path) -> Guide:
    raw = _toml(file)
    _check(file.name, raw, Guide, "benefit")
    if raw["group"] not in GROUPS:
        raise GuideFileError(f"{file.name}: gruppen “{raw['group']}” kendes ikke. Brug en af: {', '.join(GROUPS)}.")
    if ("usual_days" in raw) != ("usual_days_source" in raw):
        raise GuideFileError(f"{file.name}: “usual_days” og “usual_days_source” hører sammen. Skriv begge eller ingen.")
    lists = {key: _texts(file.name, key, raw[key]) for key in _LISTS & raw.keys()}
    for pattern in _twice_refused(file.name, lists.get("questions", ())):
        _check_fact(file.name, pattern)
    form = tuple(_form_fact(file.name, entry) for entry in _tables(file.name, "form_asks", raw.get("form_asks", [])))
    return Guide(benefit=file.stem, **{**raw, **lists, "form_asks": form})


def _questions(folder: Path) -> Mapping[str, Question]:
    found: dict[str, Question] = {}
    owner: dict[str, str] = {}
    for file in sorted(folder.glob("*.toml")):
        for path, entry in _toml(file).items():
            if path in found:
                raise GuideFileError(f"{file.name}: “{path}” spørges der allerede om i {owner[path]}. Slet den ene.")
            found[path], owner[path] = _question(file.name, path, entry), file.name
    return found


def _question(name: str, path: str, entry: Any) -> Question:
    where = f"{name}: {path}"
    if not isinstance(entry, dict):
        raise GuideFileError(f"{where}: skriv spørgsmålet som en tabel med “ask”.")
    _check(where, entry, Question, "path")
    _check_fact(name, path)
    if "unit" not in entry:
        raise GuideFileError(f"{where}: “unit” mangler. Skriv den.")
    if entry["unit"] not in UNITS:
        raise GuideFileError(
            f"{where}: enheden “{entry['unit']}” kendes ikke. Brug en af: {', '.join(translated(UNITS))}."
        )
    return Question(path=path, **entry)


def _form_fact(name: str, entry: Mapping[str, Any]) -> FormFact:
    where = f"{name}: form_asks"
    _check(where, entry, FormFact)
    for key in ("label", "fact"):
        _text(where, key, entry[key])
    _check_fact(name, entry["fact"])
    return FormFact(**entry)


def _toml(file: Path) -> dict[str, Any]:
    try:
        return marked(file, tomllib.loads(file.read_text("utf-8")))
    except (OSError, ValueError) as error:  # tomllib also refuses a key that stands twice
        raise GuideFileError(f"{file.name}: filen kan ikke læses ({error}). Ret filen.") from error


def _check(where: str, raw: Mapping[str, Any], kind: type, given: str = "") -> None:
    """Every key known, every needed key there, and each value of the kind its name calls for."""
    known = {item.name: item for item in fields(kind) if item.name != given}
    needed = {name for name, item in known.items() if item.default is MISSING}
    if missing := sorted(needed - raw.keys()):
        raise GuideFileError(f"{where}: “{missing[0]}” mangler. Skriv den.")
    if unknown := sorted(raw.keys() - known.keys()):
        raise GuideFileError(f"{where}: nøglen “{unknown[0]}” kendes ikke. Ret eller slet den.")
    for key in raw.keys() & _TEXTS:
        _text(where, key, raw[key])
    for key in raw.keys() & _NUMBERS:
        if not isinstance(raw[key], int) or isinstance(raw[key], bool) or raw[key] < 0:
            raise GuideFileError(f"{where}: “{key}” skal være et helt tal.")


def _text(where: str, key: str, value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        raise GuideFileError(f"{where}: “{key}” skal være en tekst.")


def _texts(where: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise GuideFileError(f"{where}: “{key}” skal være en liste af tekster.")
    for text in value:
        _text(where, key, text)
    return tuple(value)


def _tables(where: str, key: str, value: object) -> list[Mapping[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise GuideFileError(f"{where}: “{key}” skal være en liste af tabeller.")
    return value


def _twice_refused(where: str, patterns: tuple[str, ...]) -> tuple[str, ...]:
    for pattern in patterns:
        if patterns.count(pattern) > 1:
            raise GuideFileError(f"{where}: “{pattern}” står to gange. Slet den ene.")
    return patterns


def _check_fact(where: str, pattern: str) -> None:
    if not is_fact(Case, pattern):
        raise GuideFileError(f"{where}: “{pattern}” findes ikke i en sag. Ret stien.")
