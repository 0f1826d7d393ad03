"""Reader of the figures of the law: one TOML file per law under `resources/rates/`.

A file is refused, by name, when it breaks a rule: every figure has a name, a unit from a fixed list, a paragraph; every
value a first and a last day, a source, a confidence and the day it was checked. Days between two values, and all days
of the span the file vouches for (`known`), must be covered by a value or be declared `unknown` with a reason; nothing
overlaps; no key is left over; values are exact decimals that make sense in their unit.
A law or a figure that has been `repealed` (its first day without it) is never called expired.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from budgetdesk import data_files
from budgetdesk.benefits.rates import Confidence, Law, Rate, Rates, Series
from budgetdesk.errors import RatesFileError
from budgetdesk.i18n import _
from budgetdesk.readers.toml_words import in_words, marked

MOST: Mapping[str, int] = {
    "kr": 100_000_000,
    "kr/år": 100_000_000,
    "kr/halvår": 10_000_000,
    "kr/kvartal": 10_000_000,
    "kr/måned": 1_000_000,
    "kr/uge": 1_000_000,
    "kr/dag": 100_000,
    "kr/time": 10_000,
    "kr/m2/år": 10_000,
    "kr/km": 50,
    "pct": 100,
    "m2": 1_000,
    "km": 10_000,
    "trin": 100,
    "gange": 100,
    "børn": 30,
    "personer": 30,
    "timer": 10_000,
    "dage": 10_000,
    "uger": 1_000,
    "måneder": 1_000,
    "år": 120,
}
"""Every unit a figure may have, and the most that makes sense in it: more is a slip of the finger or a wrong unit."""
COUNTED = frozenset({"trin", "gange", "børn", "personer", "dage", "uger", "måneder"})
"""Units that are counted in whole numbers."""
_ONE_DAY = timedelta(days=1)
_LAW_KEYS = {"law", "eli", "repealed"}
_SERIES_KEYS = {"name", "unit", "paragraph", "values"}
_VALUE_KEYS = {"from", "to", "value", "source", "confidence", "checked"}
_UNKNOWN_KEYS = {"from", "to", "why"}
_PLAIN_NUMBER = re.compile(r"\d[\d_]*\.\d+")


def load_rates(folder: Path | None = None) -> Rates:
    """Every law in `folder` (default: the program's own figures), by its file name. Raises RatesFileError."""
    return _own_rates() if folder is None else _load(folder)


@in_words
@cache
def _own_rates() -> Rates:
    return _load(data_files.path("rates"))


def _load(folder: Path) -> Rates:
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise RatesFileError(
            _("Der er ingen satser i mappen {name}. Installer programmet igen.").format(name=folder.name)
        )
    return {file.stem: _read(file) for file in files}


def _read(file: Path) -> Law:
    try:
        raw = marked(file, tomllib.loads(file.read_text("utf-8"), parse_float=_decimal))
    except (OSError, ValueError) as error:
        raise RatesFileError(f"{file.name}: filen kan ikke læses ({error}). Ret filen.") from error
    known = raw.pop("known", None)
    entries = {key: entry for key, entry in raw.items() if isinstance(entry, dict)}
    plain = {key: entry for key, entry in raw.items() if not isinstance(entry, dict)}
    _check_keys(file.name, plain, needed={"law"}, allowed=_LAW_KEYS)
    law = Law(
        key=file.stem,
        title=_text(file.name, plain, "law"),
        url=_text(file.name, plain, "eli") if "eli" in plain else "",
        series={key: _series(f"{file.name}: {key}", key, entry) for key, entry in entries.items()},
        known=_known(file.name, known),
        repealed=_day(file.name, plain, "repealed") if "repealed" in plain else None,
    )
    _check_span(file.name, law)
    return law


def _decimal(literal: str) -> Decimal:
    # `inf`, `nan` and `1e3` are TOML floats, too; no law writes its figures so.
    if not _PLAIN_NUMBER.fullmatch(literal):
        raise ValueError(_("tallet {literal} skal skrives med almindelige cifre").format(literal=literal))
    return Decimal(literal.replace("_", ""))


def _series(where: str, key: str, entry: Mapping[str, Any]) -> Series:
    _check_keys(where, entry, needed=_SERIES_KEYS, allowed=_SERIES_KEYS | {"unknown", "repealed"})
    unit = _text(where, entry, "unit")
    if unit not in MOST:
        raise RatesFileError(
            _("{where}: enheden “{unit}” kendes ikke. Brug en af: {most}.").format(
                where=where, unit=unit, most=", ".join(MOST)
            )
        )
    rates = tuple(_rate(where, value) for value in _tables(where, entry, "values"))
    for rate in rates:
        check_unit(where, unit, rate.value)
    if not rates:
        raise RatesFileError(_("{where}: der er ingen værdier. Skriv mindst én.").format(where=where))
    unknown = tuple(_unknown(where, gap) for gap in _tables(where, entry, "unknown"))
    check_days(where, [(rate.start, rate.end) for rate in rates], unknown)
    return Series(
        name=key,
        title=_text(where, entry, "name"),
        unit=unit,
        paragraph=_text(where, entry, "paragraph"),
        rates=rates,
        unknown=unknown,
        repealed=_day(where, entry, "repealed") if "repealed" in entry else None,
    )


def _known(name: str, span: object) -> tuple[date, date] | None:
    """The days a law's file vouches for: within them every figure has a value, or says that it is not known."""
    if span is None:
        return None
    if not isinstance(span, dict):
        raise RatesFileError(f"{name}: “known” skal være en periode med “from” og “to”.")
    _check_keys(f"{name}: known", span, needed={"from", "to"}, allowed={"from", "to"})
    return _period(f"{name}: known", span)


def _check_span(name: str, law: Law) -> None:
    """No figure begins late or ends early within the days the file vouches for, without a word."""
    if law.known is None:
        return
    first, last = law.known
    for series in law.series.values():
        periods = [(rate.start, rate.end) for rate in series.rates] + list(series.unknown)
        start, end = min(period[0] for period in periods), max(period[1] for period in periods)
        if series.repealed is not None or law.repealed is not None:
            end = max(end, last)
        if start > first or end < last:
            gap = (first, start - _ONE_DAY) if start > first else (end + _ONE_DAY, last)
            raise RatesFileError(
                f"{name}: {series.name}: der mangler en værdi fra {gap[0]:%d.%m.%Y} til {gap[1]:%d.%m.%Y}. "
                "Skriv den, eller skriv hullet i “unknown” med en grund."
            )


def _rate(where: str, value: Mapping[str, Any]) -> Rate:
    _check_keys(where, value, needed=_VALUE_KEYS, allowed=_VALUE_KEYS)
    confidence = _text(where, value, "confidence")
    if confidence not in set(Confidence):
        raise RatesFileError(f"{where}: sikkerheden “{confidence}” kendes ikke. Brug {', '.join(Confidence)}.")
    start, end = _period(where, value)
    return Rate(
        value=_amount(where, value["value"]),
        start=start,
        end=end,
        source=_text(where, value, "source"),
        confidence=Confidence(confidence),
        checked=_day(where, value, "checked"),
    )


def check_unit(where: str, unit: str, value: Decimal) -> None:
    """Whether a value can be meant in its unit. Raises RatesFileError."""
    if value > MOST[unit]:
        raise RatesFileError(
            _("{where}: {value} er for meget i enheden “{unit}”. Ret tallet eller enheden.").format(
                where=where, value=value, unit=unit
            )
        )
    if unit in COUNTED and value != value.to_integral_value():
        raise RatesFileError(
            _("{where}: {value} skal være et helt tal i enheden “{unit}”. Ret tallet eller enheden.").format(
                where=where, value=value, unit=unit
            )
        )


def _unknown(where: str, gap: Mapping[str, Any]) -> tuple[date, date]:
    _check_keys(where, gap, needed=_UNKNOWN_KEYS, allowed=_UNKNOWN_KEYS)
    _text(where, gap, "why")
    return _period(where, gap)


def check_days(where: str, known: list[tuple[date, date]], unknown: tuple[tuple[date, date], ...]) -> None:
    """Values in order, nothing twice, nothing silently missing between the first and the last day."""
    if known != sorted(known):
        raise RatesFileError(_("{where}: værdierne skal stå i tidens orden.").format(where=where))
    periods = sorted([*known, *unknown])
    for (_rest, end), (start, _rest) in pairwise(periods):
        if start <= end:
            raise RatesFileError(
                _("{where}: to værdier dækker {start}. Ret dagene.").format(where=where, start=f"{start:%d.%m.%Y}")
            )
        if start > end + _ONE_DAY:
            raise RatesFileError(
                _(
                    "{where}: der mangler en værdi fra {end} til {start}. Skriv den, eller skriv hullet i "
                    "“unknown” med en grund."
                ).format(where=where, end=f"{end + _ONE_DAY:%d.%m.%Y}", start=f"{start - _ONE_DAY:%d.%m.%Y}")
            )


def _check_keys(where: str, entry: Mapping[str, Any], *, needed: set[str], allowed: set[str]) -> None:
    if missing := sorted(needed - entry.keys()):
        raise RatesFileError(f"{where}: “{missing[0]}” mangler. Skriv den.")
    if unknown := sorted(entry.keys() - allowed):
        raise RatesFileError(f"{where}: nøglen “{unknown[0]}” kendes ikke. Ret eller slet den.")


def _tables(where: str, entry: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    tables = entry.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise RatesFileError(f"{where}: “{key}” skal være en liste af tabeller.")
    return tables


def _text(where: str, entry: Mapping[str, Any], key: str) -> str:
    text = entry[key]
    if not isinstance(text, str) or not text.strip():
        raise RatesFileError(f"{where}: “{key}” skal være en tekst.")
    return text


def _period(where: str, entry: Mapping[str, Any]) -> tuple[date, date]:
    start, end = _day(where, entry, "from"), _day(where, entry, "to")
    if end < start:
        raise RatesFileError(
            _("{where}: perioden slutter {end}, før den begynder. Ret dagene.").format(
                where=where, end=f"{end:%d.%m.%Y}"
            )
        )
    return start, end


def _day(where: str, entry: Mapping[str, Any], key: str) -> date:
    day = entry[key]
    if not isinstance(day, date) or isinstance(day, datetime):
        raise RatesFileError(_("{where}: “{key}” skal være en dag som 2026-01-01.").format(where=where, key=key))
    return day


def _amount(where: str, value: object) -> Decimal:
    """The figure as an exact decimal; a binary float, a text or a negative figure is refused."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise RatesFileError(
            _("{where}: værdien “{value}” skal være et tal med cifre og punktum, fx 91.50.").format(
                where=where, value=value
            )
        )
    if value < 0:
        raise RatesFileError(
            _("{where}: værdien {value} er negativ. Satser skrives uden fortegn.").format(where=where, value=value)
        )
    return Decimal(value)
