"""Reads the chart of budget lines, `resources/chart.toml`, and refuses what it does not understand, by name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from budgetdesk import data_files
from budgetdesk.budget.chart import Chart, ChartLine, DebtKind, IncomeLine, LineType, Owner
from budgetdesk.errors import RatesFileError
from budgetdesk.household.pays_on import is_pays_on
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import INCOME_KINDS, Need
from budgetdesk.readers.toml_words import in_words, marked

_FILE = "chart.toml"
_SECTIONS = ("groups", "lines", "incomes", "debts")
_ENUMS: Mapping[str, type[StrEnum]] = {"type": LineType, "need": Need, "rhythm": Rhythm, "owner": Owner}
_FLAGS = ("common", "minus", "taxable", "one_off")
_LINE_KEYS = ("title", "group", "type", "need", "rhythm", "pays_on", "owner", "help", "common", "minus")
_LINE_NEEDS = ("title", "group", "type", "need", "rhythm")
_INCOME_KEYS = ("title", "pays_on", "taxable", "rhythm", "help", "one_off")
_INCOME_NEEDS = ("title", "pays_on", "taxable")
_DEBT_KEYS = ("title", "line")

E = TypeVar("E", bound=StrEnum)


@in_words
@cache
def load_chart() -> Chart:
    """The chart that ships with the program. Raises RatesFileError when the file breaks its own rules."""
    return read_chart(data_files.path(_FILE))


def read_chart(path: Path) -> Chart:
    """The chart in a file. Raises RatesFileError, naming the key and the value."""
    try:
        data = marked(path, tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise RatesFileError(f"Filen {path.name} kan ikke læses: {error}.") from error
    for name in data:
        if name not in _SECTIONS:
            raise _refused(name, f"kendes ikke. Skriv en af: {', '.join(_SECTIONS)}")
    groups = {key: _text(title, f"groups.{key}") for key, title in data.get("groups", {}).items()}
    lines = {code: _line(code, row, groups) for code, row in data.get("lines", {}).items()}
    incomes = {kind: _income(kind, row) for kind, row in data.get("incomes", {}).items()}
    debts = {kind: _debt(kind, row, lines) for kind, row in data.get("debts", {}).items()}
    return Chart(groups, lines, incomes, debts)


def _line(code: str, row: Any, groups: Mapping[str, str]) -> ChartLine:
    where = f"lines.{code}"
    facts = _facts(where, row, allowed=_LINE_KEYS, needed=_LINE_NEEDS)
    if facts["group"] not in groups:
        raise _refused(f"{where}.group", f"er “{facts['group']}”. Skriv en af: {', '.join(groups)}")
    return ChartLine(code=code, **facts)


def _income(kind: str, row: Any) -> IncomeLine:
    where = f"incomes.{kind}"
    if kind not in INCOME_KINDS:
        raise _refused(where, f"er ikke en slags indtægt. Skriv en af: {', '.join(INCOME_KINDS)}")
    return IncomeLine(kind=kind, **_facts(where, row, allowed=_INCOME_KEYS, needed=_INCOME_NEEDS))


def _debt(kind: str, row: Any, lines: Mapping[str, ChartLine]) -> DebtKind:
    where = f"debts.{kind}"
    facts = _facts(where, row, allowed=_DEBT_KEYS, needed=_DEBT_KEYS)
    line = lines.get(facts["line"])
    if line is None or line.owner is not Owner.DEBTS:
        raise _refused(f"{where}.line", f"er “{facts['line']}”, som ikke er en linje for afdrag (owner = debts)")
    return DebtKind(kind=kind, **facts)


def _facts(where: str, row: Any, *, allowed: tuple[str, ...], needed: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise _refused(where, "skal være en tabel")
    for key in row:
        if key not in allowed:
            raise _refused(f"{where}.{key}", f"kendes ikke. Skriv en af: {', '.join(allowed)}")
    for key in needed:
        if key not in row:
            raise _refused(f"{where}.{key}", "mangler")
    return {key: _value(key, value, f"{where}.{key}") for key, value in row.items()}


def _value(key: str, value: Any, where: str) -> Any:
    if key in _ENUMS:
        return _word(_ENUMS[key], value, where)
    if key in _FLAGS:
        if not isinstance(value, bool):
            raise _refused(where, f"er “{value}”. Skriv true eller false")
        return value
    text = _text(value, where)
    if key == "pays_on" and text and not is_pays_on(text):
        raise _refused(where, f"er “{text}”. Skriv fx day:1, day:20 of 1,4,7,10 eller last_bank_day")
    return text


def _word(kind: type[E], value: Any, where: str) -> E:
    try:
        return kind(value)
    except ValueError as error:
        raise _refused(where, f"er “{value}”. Skriv en af: {', '.join(kind)}") from error


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise _refused(where, f"er “{value}”. Skriv en tekst")
    return value


def _refused(where: str, why: str) -> RatesFileError:
    return RatesFileError(f"{_FILE}: {where} {why}.")
