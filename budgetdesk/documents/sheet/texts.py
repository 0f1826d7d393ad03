"""The words of the documents: data under `resources/texts/`, in the language that is spoken, filled in here."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

from budgetdesk import data_files, i18n


def load(name: str) -> Mapping[str, Any]:
    """The texts of one document, such as `budget`."""
    return _spoken(i18n.voice(), "texts", f"{name}.toml")


@cache
def danish(*parts: str) -> Mapping[str, Any]:
    """A file of words under `resources/` as it is written."""
    read: Mapping[str, Any] = tomllib.loads(data_files.path(*parts).read_text(encoding="utf-8"))
    return read


@lru_cache(maxsize=64)
def _spoken(voice: i18n.Voice, *parts: str) -> Mapping[str, Any]:
    """A file of words in a language: read and translated once for each voice."""
    written = danish(*parts)
    if voice.language == i18n.SOURCE_LANGUAGE:
        return written
    said: Mapping[str, Any] = _said(written, voice.words.gettext)
    return said


def _said(words: Any, say: Callable[[str], str]) -> Any:
    if isinstance(words, str):
        return say(words) if words else words
    if isinstance(words, Mapping):
        return {key: value if key in _NOT_SAID else _said(value, say) for key, value in words.items()}
    return [_said(one, say) for one in words] if isinstance(words, list) else words


_NOT_SAID = frozenset({"key", "replace", "drop", "group", "type", "need", "rhythm", "pays_on", "owner", "kind"})
"""What the program goes by, and what is looked for in Danish texts."""


def _chart() -> Mapping[str, Any]:
    return _spoken(i18n.voice(), "chart.toml")


def group_titles() -> Mapping[str, str]:
    """What the groups of the chart are called, in the order in which a budget is read."""
    titles: Mapping[str, str] = _chart()["groups"]
    return titles


def income_titles() -> Mapping[str, str]:
    """What each kind of income is called."""
    return {kind: entry["title"] for kind, entry in _chart()["incomes"].items()}


def line_titles() -> Mapping[str, str]:
    """What each line of the chart is called, by its code."""
    return {code: entry["title"] for code, entry in _chart()["lines"].items()}


def common_lines() -> Mapping[str, Mapping[str, Any]]:
    """The lines that nearly every household has and types in the budget: code -> title, rhythm and the rest."""
    lines: Mapping[str, Mapping[str, Any]] = _chart()["lines"]
    return {code: line for code, line in lines.items() if line.get("common") and "owner" not in line}


def categories() -> Mapping[str, Mapping[str, str]]:
    """The words by which cases are counted: list -> key -> title."""
    lists = _spoken(i18n.voice(), "categories.toml")
    return {name: titles for name, titles in lists.items() if isinstance(titles, dict)}


AND = "{rows} og {last}"


def listed(parts: list[str]) -> str:
    """`a, b og c`."""
    if len(parts) < 2:
        return "".join(parts)
    return i18n._(AND).format(rows=", ".join(parts[:-1]), last=parts[-1])
