"""What kind of value a fact has, by its path: read off the shapes themselves, so that it can never be out of step."""

from __future__ import annotations

import re
import typing
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any

_PART = re.compile(r"([a-z_0-9]+)(?:\[([^\]]+)\])?")


def kind_of(shape: type, path: str) -> Any | None:
    """The type of the fact at `path`, such as `Decimal` for `tenancy.area_m2` of a Case; None where there is no such
    fact. Whatever stands in brackets stands for one item of the list. "May be None" is left out."""
    kind: Any = shape
    for name, item in parts_of(path):
        known = _types(kind) if isinstance(kind, type) and is_dataclass(kind) else {}
        if name not in known:
            return None
        kind = known[name]
        if item:
            if typing.get_origin(kind) is not tuple:
                return None
            kind = _plain(typing.get_args(kind)[0])
    return kind


def parts_of(path: str) -> list[tuple[str, str]]:
    """The names in a path, each with what stands in its brackets; a part that is no name is one that nothing has."""
    found = [_PART.fullmatch(text) for text in re.findall(r"[^.\[\]]*(?:\[[^\]]*\])?", path) if text]
    return [(part[1], part[2] or "") if part else ("", "") for part in found] or [("", "")]


@cache
def _types(shape: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(shape)
    return {item.name: _plain(hints[item.name]) for item in fields(shape)}


def _plain(kind: Any) -> Any:
    if typing.get_origin(kind) in (typing.Union, UnionType):
        return next(each for each in typing.get_args(kind) if each is not type(None))
    return kind
