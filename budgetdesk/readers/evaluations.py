"""Read what the evaluations counted (`resources/evaluations.toml`)."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from typing import Any

from budgetdesk import data_files
from budgetdesk.readers.toml_words import in_words, marked
from budgetdesk.statistics.effect import Series, YearCount
from budgetdesk.statistics.reports import Evaluations, Fall


@in_words
@cache
def load_evaluations() -> Evaluations:
    """The counts that ship with the program."""
    raw = marked(
        data_files.path("evaluations.toml"), tomllib.loads(data_files.path("evaluations.toml").read_text("utf-8"))
    )
    costs = raw["costs"]
    return Evaluations(
        falls=tuple(Fall(**one) for one in raw["falls"]),
        effort=_series(raw["areas"], "effort"),
        control=_series(raw["areas"], "control"),
        prevention=Decimal(costs["prevention"]),
        losses=tuple(map(Decimal, costs["losses"])),
        printed_loss=Decimal(costs["printed_loss"]),
        printed_saved=tuple(map(Decimal, costs["printed_saved"])),
        printed_to_break_even=Decimal(costs["printed_to_break_even"]),
        printed_to_break_even_each=Decimal(costs["printed_to_break_even_each"]),
    )


def _series(areas: dict[str, Any], side: str) -> Series:
    evictions = [sum(counts) for counts in zip(*(row[side] for row in areas["rows"]), strict=True)]
    counts = zip(evictions, areas[f"{side}_tenancies"], strict=True)
    return {year: YearCount(*count) for year, count in zip(areas["years"], counts, strict=True)}
