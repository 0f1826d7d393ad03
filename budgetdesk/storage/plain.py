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
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from budgetdesk.dates import Month


def to_plain(value: Any) -> Any:
    """The value as None, bool, int, str, list and dict only."""
    kind: Any = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if issubclass(kind, tuple):
        return [to_plain(item) for item in value]
    if is_value(kind):
        return {name: to_plain(getattr(value, name)) for name in hints_of(kind)}
    if kind is dict:
        return {name: to_plain(item) for name, item in value.items()}
    if kind is date:
        return value.isoformat()
    if isinstance(value, str | Decimal | Month):
        return str(value)
    raise TypeError(f"no plain form for {kind.__name__}")


_AS_THEY_ARE = frozenset({type(None), bool, int, str})


def from_plain(kind: Any, data: Any) -> Any:
    """The value of type `kind` that `to_plain` made `data` from."""
    return reader(kind)(data)


@cache
def reader(kind: Any) -> Callable[[Any], Any]:
    """What reads one type of value; made once, because a case can hold a hundred thousand rows."""
    inner, optional = without_none(kind)
    read = _reader(inner)
    return (lambda data: None if data is None else read(data)) if optional else read


def _reader(kind: Any) -> Callable[[Any], Any]:
    if get_origin(kind) is tuple:
        each = reader(get_args(kind)[0])
        return lambda data: tuple(each(item) for item in data)
    if get_origin(kind) is dict:  # of texts only
        of_each = reader(get_args(kind)[1])
        return lambda data: {name: of_each(item) for name, item in data.items()}
    if kind in _READERS:
        return _READERS[kind]
    if is_value(kind):
        readers = {name: reader(hint) for name, hint in hints_of(kind).items()}
        return lambda data: kind(**{name: readers[name](item) for name, item in data.items() if name in readers})
    if issubclass(kind, StrEnum):
        return cast("Callable[[Any], Any]", kind)
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


@cache
def is_value(kind: Any) -> bool:
    """True for a frozen value with fields of its own; a Month is one word, not a value with fields."""
    return is_dataclass(kind) and kind is not Month


def without_none(kind: Any) -> tuple[Any, bool]:
    """`X | None` -> (X, True); X -> (X, False)."""
    if get_origin(kind) in (Union, types.UnionType):
        rest = [part for part in get_args(kind) if part is not type(None)]
        return rest[0], True
    return kind, False
