"""Reader of the usual times: `resources/eviction.toml` and `resources/rescue.toml`.

A file is refused, by name, where a wait is missing, a key is not known, a number of days is not one, the most is less
than the least, or a source or a confidence is missing: a time without a source is not shown at all.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from budgetdesk import data_files
from budgetdesk.benefits.rates import Confidence
from budgetdesk.casework.usual_times import WAITS, LegalCount, UsualTime, UsualTimes
from budgetdesk.errors import RatesFileError

MOST_DAYS = 400
"""Longer than this is a slip of the finger."""
_TIME_KEYS = {"least_days", "most_days", "season", "source", "confidence"}
_LAW_KEYS = {"value", "from", "paragraph", "source", "confidence"}
_MONTH_DAY = re.compile(r"(\d{2})-(\d{2})")
_LEAP_YEAR = 2024


def load_usual_times(folder: Path | None = None) -> UsualTimes:
    """The times of the two files in `folder` (default: the program's own). Raises RatesFileError."""
    return _own() if folder is None else _load(folder)


@cache
def _own() -> UsualTimes:
    return _load(data_files.path())


def _load(folder: Path) -> UsualTimes:
    way, help_ = _toml(folder / "eviction.toml"), _toml(folder / "rescue.toml")
    waits = {key: _time(f"eviction.toml: {key}", entry) for key, entry in way.get("waits", {}).items()}
    if set(waits) != set(WAITS):
        wrong = sorted(set(waits) ^ set(WAITS))[0]
        raise RatesFileError(f"eviction.toml: “{wrong}” mangler eller kendes ikke. Ventetiderne er {', '.join(WAITS)}.")
    return UsualTimes(
        checked=_day("eviction.toml", way.get("checked")),
        waits=waits,
        rescues={k: _time(f"rescue.toml: {k}", e) for k, e in help_.items() if k != "checked"},
        law={key: _count(f"eviction.toml: {key}", entry) for key, entry in way.get("law", {}).items()},
    )


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise RatesFileError(f"{file.name}: filen kan ikke læses ({error}). Ret filen.") from error


def _time(where: str, entry: Any) -> UsualTime:
    if not isinstance(entry, dict) or entry.keys() - _TIME_KEYS:
        raise RatesFileError(f"{where}: en tid har kun nøglerne {', '.join(sorted(_TIME_KEYS))}. Ret filen.")
    source, confidence = _sourced(where, entry)
    if "season" in entry:
        first, last = (_month_day(where, text) for text in _pair(where, entry["season"]))
        return UsualTime(source=source, confidence=confidence, season=(first, last))
    least, most = (_days(where, key, entry.get(key)) for key in ("least_days", "most_days"))
    if least > most:
        raise RatesFileError(f"{where}: “least_days” er mere end “most_days”. Byt dem om.")
    return UsualTime(source=source, confidence=confidence, least_days=least, most_days=most)


def _count(where: str, entry: Any) -> LegalCount:
    if not isinstance(entry, dict) or entry.keys() != _LAW_KEYS:
        raise RatesFileError(f"{where}: skriv netop nøglerne {', '.join(sorted(_LAW_KEYS))}.")
    source, confidence = _sourced(where, entry)
    return LegalCount(
        value=_days(where, "value", entry["value"]),
        start=_day(where, entry["from"]),
        paragraph=str(entry["paragraph"]),
        source=source,
        confidence=confidence,
    )


def _sourced(where: str, entry: dict[str, Any]) -> tuple[str, Confidence]:
    source = entry.get("source")
    if not isinstance(source, str) or not source.strip():
        raise RatesFileError(f"{where}: “source” mangler. En tid uden kilde vises ikke.")
    try:
        return source, Confidence(str(entry.get("confidence")))
    except ValueError as error:
        raise RatesFileError(f"{where}: “confidence” skal være en af {', '.join(Confidence)}.") from error


def _days(where: str, key: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST_DAYS:
        raise RatesFileError(f"{where}: “{key}” skal være et helt antal dage, højst {MOST_DAYS}.")
    return value


def _day(where: str, value: Any) -> date:
    if type(value) is not date:
        raise RatesFileError(f"{where}: en dag mangler. Skriv den som 2026-11-20.")
    return value


def _pair(where: str, value: Any) -> tuple[str, str]:
    if not isinstance(value, list) or len(value) != 2:
        raise RatesFileError(f"{where}: “season” er to dage, den første og den sidste.")
    return str(value[0]), str(value[1])


def _month_day(where: str, text: str) -> tuple[int, int]:
    match = _MONTH_DAY.fullmatch(text)
    try:
        found = date(_LEAP_YEAR, int(match[1]), int(match[2])) if match else None
    except ValueError:
        found = None
    if found is None:
        raise RatesFileError(f"{where}: “{text}” er ikke en dag i året. Skriv fx 04-05.")
    return found.month, found.day
