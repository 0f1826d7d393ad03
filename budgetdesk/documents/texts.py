"""The words of the documents: data under `resources/texts/`, filled in here."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from budgetdesk.documents.fonts import resource


@cache
def load(name: str) -> Mapping[str, Any]:
    """The texts of one document, such as `budget`."""
    read: Mapping[str, Any] = tomllib.loads(resource("texts", f"{name}.toml").read_text(encoding="utf-8"))
    return read


@cache
def group_titles() -> Mapping[str, str]:
    """What the groups of the chart are called, in the order in which a budget is read."""
    chart = tomllib.loads(resource("chart.toml").read_text(encoding="utf-8"))
    titles: Mapping[str, str] = chart["groups"]
    return titles


@cache
def income_titles() -> Mapping[str, str]:
    """What each kind of income is called."""
    chart = tomllib.loads(resource("chart.toml").read_text(encoding="utf-8"))
    return {kind: entry["title"] for kind, entry in chart["incomes"].items()}


@cache
def line_titles() -> Mapping[str, str]:
    """What each line of the chart is called, by its code."""
    chart = tomllib.loads(resource("chart.toml").read_text(encoding="utf-8"))
    return {code: entry["title"] for code, entry in chart["lines"].items()}


@cache
def common_lines() -> Mapping[str, Mapping[str, Any]]:
    """The lines that nearly every household has and types in the budget: code -> title, rhythm and the rest."""
    chart = tomllib.loads(resource("chart.toml").read_text(encoding="utf-8"))
    lines: Mapping[str, Mapping[str, Any]] = chart["lines"]
    return {code: line for code, line in lines.items() if line.get("common") and "owner" not in line}


@cache
def categories() -> Mapping[str, Mapping[str, str]]:
    """The words by which cases are counted: list -> key -> title."""
    lists = tomllib.loads(resource("categories.toml").read_text(encoding="utf-8"))
    return {name: titles for name, titles in lists.items() if isinstance(titles, dict)}


def listed(parts: list[str]) -> str:
    """`a, b og c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} og {parts[-1]}"
