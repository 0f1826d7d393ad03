"""Objects and lists of a case file: a table of keys per kind of object drives reading, writing and the JSON Schema."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any

from budgetdesk.errors import CaseFileError
from budgetdesk.household.case_file_values import Assumption, Codec, Reading, refuse
from budgetdesk.i18n import _


def always(_rest: Mapping[str, Any]) -> bool:
    """A default that could change an answer whatever else the object says."""
    return True


@dataclass(frozen=True)
class Key:
    """One key of an object: which attribute it is, how it is read, and what leaving it out means.

    A `required` key must be there; `nullable` says that it may be null, for a fact that is not known yet.
    `assumed` is the default as the file writes it, listed when the key is left out and `matters` says that it could
    change an answer for this object. `within` reads a left-out object as empty, so that its own defaults are listed.
    """

    name: str
    codec: Codec
    attribute: str = ""
    required: bool = False
    nullable: bool = False
    assumed: str | Callable[[Mapping[str, Any]], str] = ""
    matters: Callable[[Mapping[str, Any]], bool] = always
    within: bool = False

    @property
    def target(self) -> str:
        return self.attribute or self.name

    @property
    def silent(self) -> bool:
        """Whether leaving the key out means nothing but the default of its attribute."""
        return not (self.required or self.within or self.assumed)


def object_of(make: Callable[..., Any], keys: tuple[Key, ...], elsewhere: tuple[str, ...] = ()) -> Codec:
    """An object. Keys that are not in the table are noted and left out; `elsewhere` names keys read elsewhere.

    A key is written when it differs from the default of its attribute, so that reading it again lists the same
    defaults as assumed.
    """

    known = (*(key.name for key in keys), *elsewhere)
    names = frozenset(known)
    table = tuple((key, key.name, key.target, key.codec.read, key.silent) for key in keys)

    def read(value: Any, path: str, reading: Reading) -> Any:
        if not isinstance(value, Mapping):
            raise refuse(path, value, _("Skriv et objekt i krøllede parenteser"))
        if not names.issuperset(value):
            _note_unknown(value, known, path, reading)
        at = f"{path}." if path else ""
        facts: dict[str, Any] = {}
        for key, name, target, read_fact, silent in table:
            given = value.get(name)
            if given is not None:
                facts[target] = read_fact(given, at + name, reading)
            elif not silent:  # most keys are left out of most files, and mean nothing then
                facts.update(_left_out(key, value, at + name, reading))
        return make(**facts)

    def write(value: Any) -> dict[str, Any]:
        usual = _defaults(value)
        written = {}
        for key in keys:
            fact = getattr(value, key.target)
            if key.required or fact != usual.get(key.target, MISSING):
                written[key.name] = None if fact is None else key.codec.write(fact)
        return written

    return Codec(read, write, _schema(keys))


def list_of(each: Codec, prefix: str = "") -> Codec:
    """A list of objects. With a `prefix`, items without an id are given one; the same id twice is refused."""

    def read(value: Any, path: str, reading: Reading) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise refuse(path, value, _("Skriv en liste i kantede parenteser"))
        items = _with_ids(value, prefix, path) if prefix else list(value)
        return tuple(each.read(item, _item_path(path, item, place), reading) for place, item in enumerate(items, 1))

    def write(items: tuple[Any, ...]) -> list[Any]:
        return [each.write(item) for item in items]

    return Codec(read, write, {"type": "array", "items": dict(each.schema)})


def _left_out(key: Key, value: Mapping[str, Any], where: str, reading: Reading) -> dict[str, Any]:
    """What a key means that is left out or null."""
    if key.required:
        if not (key.nullable and key.name in value):
            raise CaseFileError(_("Sagsfilen: {where} mangler. Nøglen skal være der.").format(where=where))
        return {key.target: None}
    if key.within:
        return {key.target: key.codec.read({}, where, reading)}
    if key.assumed and key.matters(value):
        shown = key.assumed if isinstance(key.assumed, str) else key.assumed(value)
        reading.assumed.append(Assumption(where, shown))
    return {}


def _defaults(value: Any) -> dict[str, Any]:
    usual: dict[str, Any] = {}
    for item in fields(value):
        if item.default is not MISSING:
            usual[item.name] = item.default
        elif item.default_factory is not MISSING:
            usual[item.name] = item.default_factory()
    return usual


def _note_unknown(value: Mapping[str, Any], known: tuple[str, ...], path: str, reading: Reading) -> None:
    for name in value:
        if name in known:
            continue
        near = difflib.get_close_matches(str(name), known, n=1, cutoff=0.8)
        meant = _(" Mente du “{near}”?").format(near=near[0]) if near else ""
        where = f"{path}.{name}" if path else name
        reading.notes.append(_("Nøglen {where} kendes ikke og er ikke læst.{meant}").format(where=where, meant=meant))


def _with_ids(items: list[Any] | tuple[Any, ...], prefix: str, path: str) -> list[Any]:
    taken = [item["id"] for item in items if isinstance(item, Mapping) and isinstance(item.get("id"), str)]
    for name in taken:
        if taken.count(name) > 1:
            raise refuse(f"{path}[{name}].id", name, _("Det samme id står to gange. Giv hver sit"))
    free = (f"{prefix}{number}" for number in range(1, 2 * len(items) + 1) if f"{prefix}{number}" not in taken)
    return [
        {**item, "id": next(free)} if isinstance(item, Mapping) and item.get("id") is None else item for item in items
    ]


def _item_path(path: str, item: Any, place: int) -> str:
    name = item.get("id") if isinstance(item, Mapping) else None
    return f"{path}[{name}]" if isinstance(name, str) else _("{path}[nr. {place}]").format(path=path, place=place)


def _schema(keys: tuple[Key, ...]) -> dict[str, Any]:
    properties = {
        key.name: dict(key.codec.schema)
        if key.required and not key.nullable
        else {"anyOf": [dict(key.codec.schema), {"type": "null"}]}
        for key in keys
    }
    return {"type": "object", "properties": properties, "required": [key.name for key in keys if key.required]}
