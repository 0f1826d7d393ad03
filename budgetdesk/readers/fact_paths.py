"""Whether a case has a fact of a name at all: patterns of the data files are checked against the shapes themselves."""

from __future__ import annotations

import re
import typing
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any

from budgetdesk.benefits.guide import ADULT, CHILD, PERSON, ROW
from budgetdesk.household.words import INCOME_KINDS

_PART = re.compile(r"([a-z_0-9]+)(?:\[([a-z_0-9]+)\])?")
_STANDS_FOR = {"persons": (ADULT, CHILD, PERSON), "income": (ROW, *INCOME_KINDS)}
"""What may stand in the brackets of a list; of any other list, `row`."""


def is_fact(shape: type, pattern: str) -> bool:
    """Whether values of `shape` have the fact, such as `persons[adult].pension_granted` of a Case."""
    kind: Any = shape
    for text in pattern.split("."):
        part = _PART.fullmatch(text)
        known = _types(kind) if isinstance(kind, type) and is_dataclass(kind) else {}
        if part is None or part[1] not in known:
            return False
        kind = known[part[1]]
        if part[2] is not None:
            if typing.get_origin(kind) is not tuple or part[2] not in _STANDS_FOR.get(part[1], (ROW,)):
                return False
            kind = _plain(typing.get_args(kind)[0])
    return True


@cache
def _types(shape: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(shape)
    return {item.name: _plain(hints[item.name]) for item in fields(shape)}


def _plain(kind: Any) -> Any:
    """The type itself where it may also be None."""
    if typing.get_origin(kind) in (typing.Union, UnionType):
        return next(each for each in typing.get_args(kind) if each is not type(None))
    return kind
