"""A case as rows of names and facts, for the person it is about: everything that is written, nothing that is not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from budgetdesk import data_files, formats
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.documents.sheet import texts
from budgetdesk.household import paths
from budgetdesk.household.words import Role
from budgetdesk.wording import pays_on

_NOT_TOLD = frozenset({"id", "silenced", "invented", "from_spending"})
_NOT_KRONER = frozenset(
    {"rate", "late_rate", "area_m2", "lodger_area_m2", "new_area_m2", "family_benefit_share", "commute_km"}
)
_OF_A_PERSON = frozenset({"person", "owner", "parents", "with_whom"})
_LISTS = {"type": "types", "more_types": "types", "side": "sides"}
"""Fields whose words stand under another name in the categories."""
_SPEAK_FOR_THEMSELVES = ("amount", "balance", "rhythm", "label", "evidence", "person", "owner", "note", "tax", "need")
_CLOSED = frozenset({"covers", "topics", "may", "sharing", "kind", "form"})
"""Typed as text, but a word of a closed list."""
_THIRD = "*"
_SIMPLE = (str, Decimal, date, bool, int)


@cache
def _debt_titles() -> Mapping[str, str]:
    chart = tomllib.loads(data_files.path("chart.toml").read_text(encoding="utf-8"))
    return {kind: entry["title"] for kind, entry in chart["debts"].items()}


@dataclass(frozen=True)
class _Words:
    """What fields and their values are called in one case."""

    told: Mapping[str, Any]
    names: Mapping[str, str]
    """Id -> name, of persons and contact persons."""

    def label(self, field: str) -> str:
        return str(self.told["labels"].get(field, field.replace("_", " ")))

    def word(self, field: str, text: str) -> str:
        """A typed text as it is; a word of a closed list by its title."""
        if field in _OF_A_PERSON:
            return self.names.get(text, text)
        if field == "line":
            return texts.line_titles().get(text, text)
        if field == "pays_on":
            return pays_on.words(text)
        if field in ("kind", "base") and text in texts.income_titles():
            return texts.income_titles()[text]
        if field == "kind" and text in _debt_titles():
            return _debt_titles()[text]
        titles = texts.categories().get(_LISTS.get(field, field))
        if titles is None and field in _CLOSED:
            titles = self.told["words"]
        return str((titles or {}).get(text, text))


@dataclass(frozen=True, kw_only=True)
class Told:
    """One section: its heading, and for each thing in it the names and facts."""

    title: str
    groups: tuple[tuple[tuple[str, str], ...], ...]
    third: tuple[bool, ...] = ()
    """For each thing whether it is about somebody else."""


def sections(record: Record, told: Mapping[str, Any], *, own_notes: bool) -> tuple[Told, ...]:
    """Every section in which something is written."""
    names = {one.id: one.name for one in record.case.persons} | {
        one.id: one.name for one in record.case.contact_persons
    }
    words = _Words(told, {key: name for key, name in names.items() if name})
    found = (_section(record, one, words, own_notes) for one in told["sections"])
    return tuple(section for section in found if section.groups)


def _section(record: Record, one: Mapping[str, str], words: _Words, own_notes: bool) -> Told:
    found = paths.get(record, one["path"])
    things = found if isinstance(found, tuple) else (found,) if found is not None else ()
    things = tuple(thing for thing in things if own_notes or not getattr(thing, "own", False))
    told = [(tuple(_rows(thing, words)), _is_third(thing, one.get("third", ""))) for thing in things]
    told = [(rows, third) for rows, third in told if rows]
    if first := one.get("first"):
        lines = tuple(_in_one_line(thing, first, words) for thing in things)
        return Told(title=one["title"], groups=(lines,) if lines else (), third=(False,) if lines else ())
    return Told(title=one["title"], groups=tuple(rows for rows, _ in told), third=tuple(third for _, third in told))


def _in_one_line(thing: Any, first: str, words: _Words) -> tuple[str, str]:
    """A thing of a long list: what it is, and everything else behind it."""
    plain = {words.label(field) for field in _SPEAK_FOR_THEMSELVES}
    told = _rows(thing, words, without=first)
    rest = [said if name in plain else f"{_within(name)} {said}" for name, said in told]
    return _said(getattr(thing, first), first, words), ", ".join(rest)


def _within(name: str) -> str:
    """A name as it stands within a sentence: `ATP` stays as it is."""
    return name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def _is_third(thing: Any, rule: str) -> bool:
    return rule == "all" or (rule == "not_tenant" and getattr(thing, "role", None) is not Role.TENANT)


def _rows(value: Any, words: _Words, *, without: str = "") -> Iterator[tuple[str, str]]:
    """The fields of a value that say something, in their order; a field without a name of its own is told by the one
    it stands in."""
    for field in _told_fields(value.__class__):
        fact = getattr(value, field.name)
        if fact is None or fact in ("", ()) or field.name == without or _is_default(field, fact):
            continue
        name = words.label(field.name)
        if isinstance(fact, _SIMPLE):
            yield name, _said(fact, field.name, words)
        elif is_dataclass(fact) and not isinstance(fact, Month | type):
            inner = ", ".join(f"{inner}: {said}" for inner, said in _rows(fact, words))
            if inner:
                yield name, inner
        elif isinstance(fact, tuple) and is_dataclass(fact[0]):  # things with facts of their own: a row for each
            yield from ((name, _said(each, field.name, words)) for each in fact)
        elif isinstance(fact, tuple):
            yield name, "; ".join(_said(each, field.name, words) for each in fact)
        else:
            yield name, _said(fact, field.name, words)


@cache
def _told_fields(kind: Any) -> tuple[Field[Any], ...]:
    """The fields of a kind of thing that are told, in their order."""
    return tuple(field for field in fields(kind) if field.name not in _NOT_TOLD)


def _is_default(field: Any, fact: Any) -> bool:
    if field.default is not MISSING:
        return bool(fact == field.default)
    return bool(field.default_factory is not MISSING and fact == field.default_factory())


def _said(fact: Any, name: str, words: _Words) -> str:
    if isinstance(fact, bool):
        return str(words.told["yes"] if fact else words.told["no"])
    if isinstance(fact, Decimal):
        return formats.amount(fact) if name in _NOT_KRONER else formats.kroner(fact)
    if isinstance(fact, Month):
        return formats.month(fact)
    if isinstance(fact, date):
        return formats.day(fact)
    if is_dataclass(fact):
        outer = words.label(name)  # not said twice: `Forsørgelse: Løn`, not `Forsørgelse: Forsørgelse: Løn`
        return ", ".join(said if inner == outer else f"{inner}: {said}" for inner, said in _rows(fact, words))
    if isinstance(fact, StrEnum):
        return str(words.told["words"].get(fact.value, fact.value.replace("_", " ")))
    return words.word(name, fact) if isinstance(fact, str) else str(fact)


def marked(title: str, third: bool) -> str:
    """A heading with the mark of somebody else."""
    return f"{title} {_THIRD}" if third else title


def has_third(told: Iterable[Told]) -> bool:
    """Whether anything is about somebody else."""
    return any(any(one.third) for one in told)
