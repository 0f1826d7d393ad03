"""The 98 Danish municipalities, by name: code and region (facts)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from budgetdesk import data_files


@dataclass(frozen=True)
class Municipality:
    """One municipality: its four-digit code, name and region."""

    code: str
    name: str
    region: str


@cache
def load_municipalities() -> tuple[Municipality, ...]:
    """All municipalities, in the order of their names in Danish."""
    with data_files.path("reference", "kommuner.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = [Municipality(row["kommunekode"], row["kommune"], row["region"]) for row in rows]
    return tuple(sorted(found, key=lambda one: _danish(one.name)))


def _danish(name: str) -> str:
    """Danish alphabet: æ, ø, å after z, and aa is å."""
    return name.lower().replace("aa", "å").translate({ord("æ"): "{", ord("ø"): "|", ord("å"): "}"})
