"""Read how coarse the result card is (`resources/result_card.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from budgetdesk import data_files
from budgetdesk.errors import RatesFileError
from budgetdesk.statistics.result_card import Coarse

FILE = "result_card.toml"
_COUNTS = ("arrears_step", "money_step", "minutes_step")
_STEPS = ("children_steps", "months_steps")


@cache
def load_coarse() -> Coarse:
    """The program's own. Raises RatesFileError."""
    return read_coarse(tomllib.loads(data_files.path(FILE).read_text("utf-8")))


def read_coarse(raw: dict[str, Any]) -> Coarse:
    """How coarse a table says. Raises RatesFileError, naming the key."""
    wrong = sorted(raw.keys() ^ {*_COUNTS, *_STEPS})
    wrong += [key for key in _COUNTS if key in raw and not _is_count(raw[key])]
    wrong += [key for key in _STEPS if key in raw and not _are_steps(raw[key])]
    if wrong:
        raise RatesFileError(f"{FILE}: “{wrong[0]}” mangler, kendes ikke eller kan ikke læses. Ret filen.")
    values: dict[str, Any] = {key: tuple(raw[key]) if key in _STEPS else raw[key] for key in (*_COUNTS, *_STEPS)}
    return Coarse(**values)


def _is_count(value: Any) -> bool:
    return type(value) is int and value > 0


def _are_steps(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_count, value)) and value == sorted(set(value))
