"""Figures entered by an organisation, as they lie in the store's settings (`to_plain`, `from_plain`) and in a file that
another organisation can read (`dump`, `read`).

The file is in the form of the program's own files of figures, all laws in one: a table for each figure, with its
values. Each value may carry who entered it and who confirmed it. One bad value is a row with a sentence; the others are
read.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from budgetdesk.benefits.rate_edits import RateEdit
from budgetdesk.benefits.rates import Confidence, Rates, Series
from budgetdesk.errors import RatesFileError
from budgetdesk.i18n import _

FORMAT, VERSION = "budgetdesk/rates", 1
LARGEST = 4_000_000
"""Bytes of a file that is read at all."""
_DAYS = ("source_day", "entered_on", "confirmed_on", "withdrawn_on")
_TEXTS = ("source", "link", "entered_by", "confirmed_by", "withdrawn_by", "id")
_KEYS = {"from", "to", "value", "confidence", "checked", *_TEXTS, *_DAYS}


@dataclass(frozen=True, kw_only=True)
class FileRow:
    """One value of a file: where it stands, and the figure, or why it cannot be read."""

    law: str
    series: str
    edit: RateEdit | None = None
    unit: str = ""
    problem: str = ""


def to_plain(edits: Iterable[RateEdit]) -> list[dict[str, Any]]:
    """As JSON can hold them: values and days as texts."""
    return [{key: _text_of(value) for key, value in _pairs(edit) if value not in ("", None)} for edit in edits]


def from_plain(kept: object) -> tuple[RateEdit, ...]:
    """What `to_plain` made. None is nothing. Raises RatesFileError when it is something else."""
    if kept is None:
        return ()
    try:
        return tuple(_edit(entry["law"], entry["series"], _from_texts(entry)) for entry in kept)  # type: ignore[attr-defined]  # checked by the except
    except (AttributeError, InvalidOperation, KeyError, TypeError, ValueError) as error:
        raise RatesFileError(
            _("De satser, I selv har indtastet, kan ikke læses. Hent en sikkerhedskopi, eller indtast dem igen.")
        ) from error


def dump(edits: Sequence[RateEdit], rates: Rates) -> bytes:
    """The file, UTF-8. Figures that the program does not have are left out."""
    lines = [f"format = {_quoted(FORMAT)}", f"version = {VERSION}", ""]
    for law, name in dict.fromkeys((edit.law, edit.series) for edit in edits):
        series = rates[law].series.get(name) if law in rates else None
        if series is not None:
            lines += _table(law, series, [edit for edit in edits if (edit.law, edit.series) == (law, name)])
    return "\n".join(lines).encode()


def read(path: Path) -> tuple[FileRow, ...]:
    """Every value of a file, in its order. Raises RatesFileError when it is not such a file at all."""
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError(_("filen er for stor"))
        raw = tomllib.loads(path.read_text("utf-8"), parse_float=_decimal)
    except (OSError, ValueError) as error:
        raise RatesFileError(
            _("{name} kan ikke læses ({error}). Vælg en fil med satser.").format(name=path.name, error=error)
        ) from error
    if raw.pop("format", None) != FORMAT:
        raise RatesFileError(
            _("{name} er ikke en fil med satser fra BudgetDesk. Vælg en anden fil.").format(name=path.name)
        )
    if raw.pop("version", None) != VERSION:
        raise RatesFileError(
            _("{name} er fra en nyere udgave af BudgetDesk. Hent den nyeste udgave først.").format(name=path.name)
        )
    return tuple(
        row for law, tables in raw.items() for name, entry in _tables(tables) for row in _rows(law, name, entry)
    )


def _tables(tables: object) -> Iterable[tuple[str, object]]:
    return tables.items() if isinstance(tables, dict) else [("", tables)]


def _rows(law: str, name: str, entry: object) -> Iterable[FileRow]:
    values = entry.get("values") if isinstance(entry, dict) else None
    if not isinstance(entry, dict) or not isinstance(values, list):
        yield FileRow(law=law, series=name, problem=_("“values” mangler. Det skal være en liste af værdier."))
        return
    unit = entry.get("unit")
    for value in values:
        yield _row(law, name, unit if isinstance(unit, str) else "", value)


def _row(law: str, name: str, unit: str, value: object) -> FileRow:
    try:
        return FileRow(law=law, series=name, unit=unit, edit=_edit(law, name, _checked(value)))
    except (KeyError, TypeError, ValueError) as error:
        said = _("“{args}” mangler").format(args=error.args[0]) if isinstance(error, KeyError) else str(error)
        return FileRow(law=law, series=name, unit=unit, problem=_("Værdien kan ikke læses: {said}.").format(said=said))


def _checked(value: object) -> Mapping[str, Any]:
    """The value with every key of the kind it must be. Raises ValueError with words for the user."""
    if not isinstance(value, dict):
        raise TypeError(_("den skal stå i krøllede parenteser"))
    if unknown := sorted(value.keys() - _KEYS):
        raise ValueError(_("nøglen “{unknown}” kendes ikke").format(unknown=unknown[0]))
    for key, given in value.items():
        if key in _TEXTS and not isinstance(given, str):
            raise ValueError(_("“{key}” skal være en tekst").format(key=key))
        if key in ("from", "to", "checked", *_DAYS) and (not isinstance(given, date) or isinstance(given, datetime)):
            raise ValueError(_("“{key}” skal være en dag som 2027-01-01").format(key=key))
    if isinstance(value["value"], bool) or not isinstance(value["value"], int | Decimal):
        raise ValueError(_("“value” skal være et tal med cifre og punktum"))
    if value.get("confidence") not in set(Confidence):
        raise ValueError(_("“confidence” skal være en af: {confidence}").format(confidence=", ".join(Confidence)))
    return value


def _edit(law: str, series: str, given: Mapping[str, Any]) -> RateEdit:
    start = given["from"]
    return RateEdit(
        law=law,
        series=series,
        value=Decimal(given["value"]),
        start=start,
        end=given["to"],
        confidence=Confidence(given["confidence"]),
        entered_by=given.get("entered_by", ""),
        entered_on=given.get("entered_on") or given.get("checked") or start,
        confirmed_by=given.get("confirmed_by", ""),
        confirmed_on=given.get("confirmed_on"),
        source=given["source"],
        link=given.get("link", ""),
        source_day=given.get("source_day"),
        id=given.get("id", ""),
        withdrawn_by=given.get("withdrawn_by", ""),
        withdrawn_on=given.get("withdrawn_on"),
    )


def _pairs(edit: RateEdit) -> list[tuple[str, Any]]:
    """Key -> value, as both forms write them, in the order in which people read them."""
    first = [("law", edit.law), ("series", edit.series), ("from", edit.start), ("to", edit.end), ("value", edit.value)]
    return [*first, ("confidence", edit.confidence), *((key, getattr(edit, key)) for key in (*_TEXTS, *_DAYS))]


def _text_of(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _from_texts(entry: Mapping[str, str]) -> Mapping[str, Any]:
    days = {key: date.fromisoformat(text) for key, text in entry.items() if key in ("from", "to", *_DAYS)}
    return {**entry, **days, "value": Decimal(entry["value"])}


def _table(law: str, series: Series, edits: Sequence[RateEdit]) -> list[str]:
    about = (("name", series.title), ("unit", series.unit), ("paragraph", series.paragraph))
    values = ["values = [", *(f"  {{ {_line(edit)} }}," for edit in edits), "]", ""]
    return [f"[{law}.{series.name}]", *(f"{key} = {_quoted(text)}" for key, text in about), *values]


def _line(edit: RateEdit) -> str:
    """One value. The day it was checked is the day of the second person, as in the program's own files."""
    checked = ("checked", edit.confirmed_on or edit.entered_on)
    own = {"law", "series", "id", "withdrawn_by", "withdrawn_on"}
    pairs = [pair for pair in (*_pairs(edit), checked) if pair[0] not in own and pair[1] not in ("", None)]
    return ", ".join(f"{key} = {_toml(value)}" for key, value in pairs)


def _toml(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else _quoted(str(value))


def _quoted(text: str) -> str:
    # A JSON text is a TOML text but for the sign DEL, which no source has.
    return json.dumps(text.replace("\x7f", ""), ensure_ascii=False)


def _decimal(literal: str) -> Decimal:
    if not literal.replace("_", "").replace(".", "", 1).isdigit():
        raise ValueError(_("tallet {literal} skal skrives med almindelige cifre").format(literal=literal))
    return Decimal(literal.replace("_", ""))
