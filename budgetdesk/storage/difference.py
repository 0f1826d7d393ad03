"""What changed between two Records: which values, from what to what. Undo is the same, backwards."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.storage.packed import pack, unpack
from budgetdesk.storage.parts import BY_TABLE, PARTS, Part, id_of, put_values, values
from budgetdesk.storage.plain import from_plain, to_plain

MANY = 200
"""So many values added in one step, and the journal names them instead of repeating them."""

_HEAD = '{"touched":['
_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_decode = json.JSONDecoder().raw_decode


class Touched(NamedTuple):
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
            tuple([Touched(table, key, after, before) for table, key, before, after in self.touched]),
            tuple(Moved(m.table, m.after, m.before) for m in self.moved),
        )

    @cached_property
    def by_table(self) -> Mapping[str, list[Touched]]:
        """The values that were touched, table by table."""
        found: defaultdict[str, list[Touched]] = defaultdict(list)
        for change in self.touched:
            found[change.table].append(change)
        return found


def between(before: Record, after: Record) -> Difference:
    """The difference that leads from one record to the other. Raises ValueError when two values share an id."""
    touched: list[Touched] = []
    moved: list[Moved] = []
    for part in PARTS:
        if paths.get(before, part.path) is paths.get(after, part.path):
            continue
        old, new = _by_id(part, before), _by_id(part, after)
        touched += [
            Touched(part.table, key, was, new.get(key))
            for key, was in old.items()
            if was is not new.get(key) and was != new.get(key)
        ]
        touched += [Touched(part.table, key, None, value) for key, value in new.items() if key not in old]
        if part.many and list(old) != list(new):
            moved.append(Moved(part.table, tuple(old), tuple(new)))
    return Difference(tuple(touched), tuple(moved))


def apply(record: Record, difference: Difference) -> Record:
    """The record with the difference carried out. Raises KeyError when it does not belong to this record."""
    by_table = difference.by_table
    for part in PARTS:
        touched = {t.id: t.after for t in by_table.get(part.table, ())}
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
    step left them, until it is undone. So a year of bank rows is not written twice. Without it, bank rows by the
    hundred are packed (`packed`).
    """
    kept = _kept(difference) if in_tables else {}
    packed = {} if in_tables else _packed(difference)
    touched = [t for t in difference.touched if t.before is not None or t.table not in {*kept, *packed}]
    moved = [{"table": m.table, "before": m.before, "after": m.after} for m in difference.moved]
    head = ",".join(_text({**t._asdict(), "before": to_plain(t.before), "after": to_plain(t.after)}) for t in touched)
    more = "".join(f',"{name}":{_text(many)}' for name, many in (("kept", kept), ("packed", packed)) if many)
    return f'{_HEAD}{head}],"moved":{_text(moved)}{more}}}'


def from_json(text: str, after: Record | None = None) -> Difference:
    """Read what `to_json` wrote, also by an earlier version of the program.

    `after` is the record as the step left it: values that were named only are taken from there; without it they are
    None.
    """
    touched, rest = _parts(text)
    found = [
        Touched(t["table"], t["id"], _value(t["table"], t["before"]), _value(t["table"], t["after"])) for t in touched
    ]
    return Difference(
        (*found, *_named(rest.get("kept", {}), after), *_unpacked(rest.get("packed", {}))),
        tuple(Moved(m["table"], tuple(m["before"]), tuple(m["after"])) for m in rest["moved"]),
    )


def _parts(text: str) -> tuple[list[Any], dict[str, Any]]:
    """The values that were touched, and the rest. Value by value: a hundred thousand in one call would hold up every
    other thread, and with them the window."""
    if not text.startswith(_HEAD):
        data = json.loads(text)
        return data["touched"], data
    touched, at = [], len(_HEAD)
    while text[at] != "]":
        value, at = _decode(text, at + 1 if text[at] == "," else at)
        touched.append(value)
    return touched, json.loads(f"{_HEAD}{text[at:]}")


def _kept(difference: Difference) -> dict[str, list[str]]:
    added = {table: [t.id for t in touched if t.before is None] for table, touched in difference.by_table.items()}
    return {table: ids for table, ids in added.items() if len(ids) >= MANY}


def _packed(difference: Difference) -> dict[str, str]:
    """Table -> the values that were added there by the hundred, where nothing looks for anything in their text."""
    added = {
        table: [t.after for t in touched if t.before is None]
        for table, touched in difference.by_table.items()
        if BY_TABLE[table].bulky
    }
    return {table: pack(BY_TABLE[table].kind, values) for table, values in added.items() if len(values) >= MANY}


def _unpacked(packed: Mapping[str, str]) -> Iterator[Touched]:
    for table, text in packed.items():
        part = BY_TABLE[table]
        yield from (Touched(table, id_of(part, value), None, value) for value in unpack(part.kind, text, part.together))


def _named(kept: Mapping[str, list[str]], after: Record | None) -> Iterator[Touched]:
    for table, ids in kept.items():
        present = _by_id(BY_TABLE[table], after) if after is not None else {}
        yield from (Touched(table, key, None, present.get(key)) for key in ids)


def _value(table: str, data: Any) -> Any:
    return None if data is None else from_plain(BY_TABLE[table].kind, data)


def _by_id(part: Part, record: Record) -> dict[str, Any]:
    found = values(record, part)
    by_id = {value.id: value for value in found} if part.many else {id_of(part, value): value for value in found}
    if len(by_id) != len(found):
        raise ValueError(f"two values of {part.path} share an id")
    return by_id
