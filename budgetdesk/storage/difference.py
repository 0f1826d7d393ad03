"""What changed between two Records: which values, from what to what. Undo is the same, backwards."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.storage.parts import BY_TABLE, PARTS, Part, id_of, put_values, values
from budgetdesk.storage.plain import from_plain, to_plain


@dataclass(frozen=True)
class Touched:
    """One value that was added (no `before`), changed or removed (no `after`)."""

    table: str
    id: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Moved:
    """The ids of a list, where they or their order changed."""

    table: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """Everything that one step changed."""

    touched: tuple[Touched, ...] = ()
    moved: tuple[Moved, ...] = ()

    @property
    def backwards(self) -> Difference:
        return Difference(
            tuple(Touched(t.table, t.id, t.after, t.before) for t in self.touched),
            tuple(Moved(m.table, m.after, m.before) for m in self.moved),
        )


def between(before: Record, after: Record) -> Difference:
    """The difference that leads from one record to the other. Raises ValueError when two values share an id."""
    touched: list[Touched] = []
    moved: list[Moved] = []
    for part in PARTS:
        if paths.get(before, part.path) is paths.get(after, part.path):
            continue
        old, new = _by_id(part, before), _by_id(part, after)
        touched += [
            Touched(part.table, key, old.get(key), new.get(key))
            for key in {**old, **new}
            if old.get(key) is not new.get(key) and old.get(key) != new.get(key)
        ]
        if part.many and list(old) != list(new):
            moved.append(Moved(part.table, tuple(old), tuple(new)))
    return Difference(tuple(touched), tuple(moved))


def apply(record: Record, difference: Difference) -> Record:
    """The record with the difference carried out. Raises KeyError when it does not belong to this record."""
    for part in PARTS:
        touched = {t.id: t.after for t in difference.touched if t.table == part.table}
        order = next((m.after for m in difference.moved if m.table == part.table), None)
        if not touched and order is None:
            continue
        merged = {**_by_id(part, record), **touched}
        keys = merged if order is None else order
        record = put_values(record, part, tuple(merged[key] for key in keys if merged[key] is not None))
    return record


def to_json(difference: Difference) -> str:
    """The difference as the journal keeps it."""
    return json.dumps(to_plain(difference), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Difference:
    """Read what `to_json` wrote, also by an earlier version of the program."""
    data = json.loads(text)
    return Difference(
        tuple(
            Touched(t["table"], t["id"], _value(t["table"], t["before"]), _value(t["table"], t["after"]))
            for t in data["touched"]
        ),
        tuple(Moved(m["table"], tuple(m["before"]), tuple(m["after"])) for m in data["moved"]),
    )


def _value(table: str, data: Any) -> Any:
    return None if data is None else from_plain(BY_TABLE[table].kind, data)


def _by_id(part: Part, record: Record) -> dict[str, Any]:
    found = values(record, part)
    by_id = {id_of(part, value): value for value in found}
    if len(by_id) != len(found):
        raise ValueError(f"two values of {part.path} share an id")
    return by_id
