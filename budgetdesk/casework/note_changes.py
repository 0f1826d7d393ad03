"""What has changed in a case between two moments, fact by fact, ready to be told. Pure; the order of the changes, and
what was done and undone between the two, leave no trace.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from budgetdesk.casework.meeting import Scene
from budgetdesk.casework.note_topics import LISTS, SINGLES, Topic
from budgetdesk.dates import Month
from budgetdesk.household import paths
from budgetdesk.household.agreement import Agreement
from budgetdesk.household.case import Case


@dataclass(frozen=True)
class Change:
    """One thing to tell: an item of a list, or one fact, about one topic."""

    topic: Topic
    path: str
    """`case.income[i1]`, or `case.tenancy.rent_per_month`."""
    was: Any
    """The item, or the fact, before; None where there was none."""
    now: Any
    fields: tuple[str, ...] = ()
    """Which facts of an item have changed, by name; none for an item that came or went."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The paths of the facts that changed."""
        return tuple(f"{self.path}.{name}" for name in self.fields) or (self.path,)


def changes(before: Scene, after: Scene) -> tuple[Change, ...]:
    """Every change of the case between two scenes, each once, by topic and path. Notes are not looked at."""
    found = [*_in_lists(before.case, after.case), *_in_singles(before.case, after.case)]
    told = (one for one in found if one.topic is not Topic.QUIET)
    return tuple(sorted(told, key=lambda one: (one.topic, one.path)))


def _in_lists(before: Case, after: Case) -> Iterator[Change]:
    for path, (main, topics) in LISTS.items():
        old, new = _by_id(before, path), _by_id(after, path)
        for key in sorted({*old, *new}):
            yield from _of_item(f"{path}[{key}]", main, topics, old.get(key), new.get(key))


def _by_id(case: Case, path: str) -> Mapping[str, Any]:
    return {item.id: item for item in paths.get(case, path.removeprefix("case."))}


def _of_item(path: str, main: Topic, topics: Mapping[str, Topic], was: Any, now: Any) -> Iterator[Change]:
    """An item that came or went is told once, and its further topics where it came with something about them."""
    if was == now:
        return
    if was is None or now is None:
        yield Change(main, path, was, now)
        if now is None:
            return
    kind: Any = type(now)
    old = leaves(was) if was is not None else _defaults(kind)
    differing = [name for name, value in leaves(now).items() if name != "id" and value != old.get(name)]
    by_topic: dict[Topic, list[str]] = {}
    for name in differing:
        by_topic.setdefault(topics.get(name, Topic.SMALL), []).append(name)
    for topic, names in by_topic.items():
        if was is not None or topic not in (main, Topic.SMALL):
            yield Change(topic, path, was, now, tuple(names))


def _in_singles(before: Case, after: Case) -> Iterator[Change]:
    for path, topics in SINGLES.items():
        was, now = (paths.get(case, path.removeprefix("case.")) for case in (before, after))
        if was == now:
            continue
        old, new = (leaves(one if one is not None else Agreement()) for one in (was, now))
        if (was is None) != (now is None):
            yield Change(Topic.PLAN, path, was, now)
        for name in sorted({*old, *new}):
            if not _in_a_list(f"{path}.{name}") and old.get(name) != new.get(name):
                yield Change(topics.get(name, Topic.SMALL), f"{path}.{name}", old.get(name), new.get(name))


def _in_a_list(path: str) -> bool:
    return path in LISTS


def leaves(value: Any) -> dict[str, Any]:
    """Every single fact of a value by its name; those of a value inside it by both names (`boligstoette.amount`)."""
    found: dict[str, Any] = {}
    kind: Any = type(value)
    for name, optional in _fields(kind):
        fact = getattr(value, name)
        if is_dataclass(fact) and not isinstance(fact, Month) and not optional:
            found |= {f"{name}.{inner}": leaf for inner, leaf in leaves(fact).items()}
        else:
            found[name] = fact
    return found


@cache
def _fields(kind: Any) -> tuple[tuple[str, bool], ...]:
    """Name, and whether there may be none: such a value is one fact, whole."""
    hints = get_type_hints(kind)
    return tuple((one.name, type(None) in get_args(hints[one.name])) for one in fields(kind))


@cache
def _defaults(kind: Any) -> Mapping[str, Any]:
    """What a new item says before anybody has said anything."""
    given = {one.name: None for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING}
    return leaves(kind(**given))
