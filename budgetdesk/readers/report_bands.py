"""Read how coarse the report about equal treatment is (`resources/report.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from budgetdesk import data_files
from budgetdesk.errors import BadInputError
from budgetdesk.planning.equal import Bands

_STEPS = ("income_steps", "arrears_steps", "children_steps")
_COUNTS = ("least_group", "living_step", "months_apart")


@cache
def load_bands() -> Bands:
    """The program's bands. Raises BadInputError, naming the key."""
    return read_bands(tomllib.loads(data_files.path("report.toml").read_text("utf-8")))


def read_bands(raw: dict[str, Any]) -> Bands:
    """The bands in a table. Raises BadInputError, naming the key."""
    wrong = sorted(raw.keys() ^ {*_STEPS, *_COUNTS})
    wrong += [key for key in _STEPS if key in raw and not _is_steps(raw[key])]
    wrong += [key for key in _COUNTS if key in raw and not _is_count(raw[key])]
    if wrong:
        raise BadInputError(f"report.toml: “{wrong[0]}” mangler, kendes ikke eller kan ikke læses. Ret filen.")
    values: dict[str, Any] = {key: tuple(raw[key]) if key in _STEPS else raw[key] for key in (*_STEPS, *_COUNTS)}
    return Bands(**values)


def _is_steps(value: Any) -> bool:
    return isinstance(value, list) and all(_is_count(one) for one in value) and value == sorted(set(value))


def _is_count(value: Any) -> bool:
    return type(value) is int and value > 0
