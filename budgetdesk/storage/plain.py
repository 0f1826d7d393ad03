"""Frozen values <-> plain JSON data, by the types their fields declare.

Used for the journal and for the few columns that hold a small value whole. Amounts become strings, so nothing is
rounded. Reading forgives: a field that is no longer there is left out, one that is new gets its default.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from budgetdesk.dates import Month


def to_plain(value: Any) -> Any:
    """The value as None, bool, int, str, list and dict only."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | Decimal | Month):
        return str(value)
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if is_dataclass(value):
        return {f.name: to_plain(getattr(value, f.name)) for f in fields(value)}
    raise TypeError(f"no plain form for {type(value).__name__}")


def from_plain(kind: Any, data: Any) -> Any:
    """The value of type `kind` that `to_plain` made `data` from."""
    kind, optional = without_none(kind)
    if data is None and optional:
        return None
    if get_origin(kind) is tuple:
        return tuple(from_plain(get_args(kind)[0], item) for item in data)
    if kind in _READERS:
        return _READERS[kind](data)
    if is_value(kind):
        hints = hints_of(kind)
        return kind(**{name: from_plain(hints[name], item) for name, item in data.items() if name in hints})
    if issubclass(kind, StrEnum):
        return kind(data)
    raise TypeError(f"no value of type {kind.__name__}")


_READERS: dict[Any, Callable[[Any], Any]] = {
    str: str,
    bool: bool,
    int: int,
    Decimal: Decimal,
    date: date.fromisoformat,
    Month: Month.parse,
}


@cache
def hints_of(kind: Any) -> dict[str, Any]:
    """Field name -> type of a dataclass, resolved."""
    hints = get_type_hints(kind)
    return {f.name: hints[f.name] for f in fields(kind)}


def is_value(kind: Any) -> bool:
    """True for a frozen value with fields of its own; a Month is one word, not a value with fields."""
    return is_dataclass(kind) and kind is not Month


def without_none(kind: Any) -> tuple[Any, bool]:
    """`X | None` -> (X, True); X -> (X, False)."""
    if get_origin(kind) in (Union, types.UnionType):
        rest = [part for part in get_args(kind) if part is not type(None)]
        return rest[0], True
    return kind, False
