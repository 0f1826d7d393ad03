"""Names for single facts: `tenancy.area_m2`, `persons[p1].born`, `arrears.rows[r2].amount`.

The same name stands in `missing_facts`, in the list of what is missing, in the journal of changes and on the field
in the window, so that a click on one finds the other.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

T = TypeVar("T")
_PART = re.compile(r"([a-z_0-9]+)(?:\[([^\]]*)\])?")


def get(value: Any, path: str) -> Any:
    """The fact at `path`. Raises KeyError when there is none."""
    for name, item_id in _parts(path):
        value = _attribute(value, name)
        if item_id is not None:
            value = _item(value, item_id, path)
    return value


def put(value: T, path: str, fact: Any) -> T:
    """A copy of `value` with the fact at `path` replaced. Raises KeyError when the path leads nowhere."""
    changed: T = _put(value, _parts(path), fact, path)
    return changed


def add(value: T, path: str, item: Any) -> T:
    """A copy of `value` with `item` at the end of the list at `path`."""
    return put(value, path, (*get(value, path), item))


def remove(value: T, path: str) -> T:
    """A copy of `value` without the item that `path` ends in, such as `persons[p2]`."""
    parts = _parts(path)
    item_id = parts[-1][1]
    if item_id is None:
        raise KeyError(path)
    items_path = path[: path.rindex("[")]
    _item(get(value, items_path), item_id, path)
    return put(value, items_path, tuple(i for i in get(value, items_path) if i.id != item_id))


def next_id(items: tuple[Any, ...], prefix: str) -> str:
    """An id that no item has: the prefix and a number one above the highest in use."""
    numbers = [int(m[1]) for i in items if (m := re.fullmatch(re.escape(prefix) + r"(\d+)", i.id))]
    return f"{prefix}{max(numbers, default=0) + 1}"


def _parts(path: str) -> list[tuple[str, str | None]]:
    parts: list[tuple[str, str | None]] = []
    for text in re.findall(r"[^.\[\]]+(?:\[[^\]]*\])?", path):
        match = _PART.fullmatch(text)
        if match is None:
            raise KeyError(path)
        parts.append((match[1], match[2]))
    return parts


def _attribute(value: Any, name: str) -> Any:
    if not is_dataclass(value) or name not in {f.name for f in fields(value)}:
        raise KeyError(name)
    return getattr(value, name)


def _item(items: Any, item_id: str, path: str) -> Any:
    for item in items:
        if item.id == item_id:
            return item
    raise KeyError(path)


def _put(value: Any, parts: list[tuple[str, str | None]], fact: Any, path: str) -> Any:
    if not parts:
        return fact
    (name, item_id), rest = parts[0], parts[1:]
    old = _attribute(value, name)
    if item_id is None:
        return replace(value, **{name: _put(old, rest, fact, path)})
    _item(old, item_id, path)
    return replace(value, **{name: tuple(_put(i, rest, fact, path) if i.id == item_id else i for i in old)})
