"""Reads the worked examples under `examples/`: cases a caseworker can read, each with its source.

[[example]]
title = "Enlig med to børn"
source = "boligstoette.md § 4.3"
household = "Enlig mor, 37 år, to børn; 84 m2, 7.600 kr. i husleje"     # in words, optional
on = 2026-11-20
benefit = "boligstoette"
mode = "official"                                                          # or "full"; optional
expect = { verdict = "yes", amount_per_month = 4201, variant = "boligsikring" }
[example.case]                                                             # as in a case file (docs/case_file.md)
persons = [ { id = "p1", role = "tenant", born = 1989-04-12 } ]
tenancy = { rent_per_month = "7600.00", area_m2 = 84, heating = "separate" }

`expect` may hold `verdict`, `amount_per_month`, `variant`, `lowest`, `highest`, `vejledende`, `missing_facts` (all of
them must be asked for) and `steps` (texts, each of which must be part of some step, with its amount).
What is not said of the home is not known; dates and decimals may be written as TOML has them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from budgetdesk.household.case import Case
from budgetdesk.household.case_file import FORMAT, VERSION, read_case
from budgetdesk.readers.chart import load_chart

FOLDER = Path(__file__).parent / "examples"
KEYS = {"title", "source", "household", "on", "benefit", "mode", "expect", "case"}
NEEDED = {"title", "source", "on", "benefit", "expect", "case"}
EXPECTED = {
    "verdict",
    "amount_per_month",
    "variant",
    "lowest",
    "highest",
    "vejledende",
    "missing_facts",
    "steps",
}


@dataclass(frozen=True)
class Example:
    file: str
    title: str
    source: str
    on: date
    benefit: str
    mode: str
    expect: dict[str, Any]
    case: Case

    def __str__(self) -> str:
        return f"{self.file}: {self.title}"


def examples() -> list[Example]:
    """Every example of every file, in their order."""
    return [example for file in sorted(FOLDER.glob("*.toml")) for example in _of(file)]


def _of(file: Path) -> list[Example]:
    raw = tomllib.loads(file.read_text("utf-8"), parse_float=Decimal)
    assert raw.keys() == {"example"}, f"{file.name}: only [[example]] tables"
    return [_example(file.stem, entry) for entry in raw["example"]]


def _example(name: str, entry: dict[str, Any]) -> Example:
    where = f"{name}: {entry.get('title')}"
    assert entry.keys() >= NEEDED, f"{where}: {NEEDED - entry.keys()} missing"
    assert entry.keys() <= KEYS, f"{where}: {entry.keys() - KEYS} not known"
    assert entry["expect"].keys() <= EXPECTED, f"{where}: {entry['expect'].keys() - EXPECTED} not known"
    assert entry["expect"].keys() >= {"verdict"}, f"{where}: what verdict?"
    assert not ({"note", "notes"} & entry["case"].keys()), where
    home = {"rent_per_month": None, "area_m2": None, "heating": None} | _json(entry["case"].get("tenancy", {}))
    data = {"format": FORMAT, "version": VERSION} | _json(entry["case"]) | {"tenancy": home}
    read = read_case(data, today=entry["on"], lines=load_chart().lines)
    assert not [note for note in read.notes if "kendes ikke" in note], f"{where}: {read.notes}"
    return Example(
        file=name,
        title=entry["title"],
        source=entry["source"],
        on=entry["on"],
        benefit=entry["benefit"],
        mode=entry.get("mode", "official"),
        expect=entry["expect"],
        case=read.case,
    )


def _json(value: Any) -> Any:
    """As JSON would have it: dates and exact decimals are texts there."""
    if isinstance(value, dict):
        return {key: _json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_json(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
