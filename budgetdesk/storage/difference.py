"""What changed between two Records: which values, from what to what. Undo is the same, backwards."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.storage.parts import BY_TABLE, PARTS, Part, id_of, put_values, values
from budgetdesk.storage.plain import from_plain, to_plain

MANY = 200
"""So many values added in one step, and the journal names them instead of repeating them."""


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


def to_json(difference: Difference, *, in_tables: bool = False) -> str:
    """The difference as the journal keeps it.

    With `in_tables`, values that were added by the hundred are named only: they stand in their tables, just as this
    step left them, until it is undone. So a year of bank rows is not written twice.
    """
    kept = _kept(difference) if in_tables else {}
    touched = tuple(t for t in difference.touched if t.before is not None or t.table not in kept)
    moved = [{"table": m.table, "before": m.before, "after": m.after} for m in difference.moved]
    data = {"touched": [to_plain(t) for t in touched], "moved": moved, **({"kept": kept} if kept else {})}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str, after: Record | None = None) -> Difference:
    """Read what `to_json` wrote, also by an earlier version of the program.

    `after` is the record as the step left it: values that were named only are taken from there; without it they are
    None.
    """
    data = json.loads(text)
    return Difference(
        (
            *(
                Touched(t["table"], t["id"], _value(t["table"], t["before"]), _value(t["table"], t["after"]))
                for t in data["touched"]
            ),
            *_named(data.get("kept", {}), after),
        ),
        tuple(Moved(m["table"], tuple(m["before"]), tuple(m["after"])) for m in data["moved"]),
    )


def _kept(difference: Difference) -> dict[str, list[str]]:
    added: dict[str, list[str]] = {}
    for change in difference.touched:
        if change.before is None:
            added.setdefault(change.table, []).append(change.id)
    return {table: ids for table, ids in added.items() if len(ids) >= MANY}


def _named(kept: Mapping[str, list[str]], after: Record | None) -> Iterator[Touched]:
    for table, ids in kept.items():
        present = _by_id(BY_TABLE[table], after) if after is not None else {}
        yield from (Touched(table, key, None, present.get(key)) for key in ids)


def _value(table: str, data: Any) -> Any:
    return None if data is None else from_plain(BY_TABLE[table].kind, data)


def _by_id(part: Part, record: Record) -> dict[str, Any]:
    found = values(record, part)
    by_id = {id_of(part, value): value for value in found}
    if len(by_id) != len(found):
        raise ValueError(f"two values of {part.path} share an id")
    return by_id
