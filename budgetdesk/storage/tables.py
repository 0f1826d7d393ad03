"""The tables of the store. A value's table has one column per field of the value, so the two cannot drift apart
unseen: a new field is a new column, and a test asks for its migration (docs: "Storage").

Rows and values are turned into each other here and nowhere else: `to_row`, `from_row`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, get_origin

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

from budgetdesk.dates import Month
from budgetdesk.storage.parts import PARTS, Part
from budgetdesk.storage.plain import from_plain, hints_of, is_value, to_plain, without_none
from budgetdesk.storage.types import AnyText, Exact, MonthText, Oere, UtcDateTime, Word, metadata

NOT_KRONER = frozenset(
    {
        "area_m2",
        "lodger_area_m2",
        "new_area_m2",
        "commute_km",
        "rate",
        "late_rate",
        "family_benefit_share",
        "confidence",
    }
)
"""Decimals that are not amounts of money, by field name."""

cases = Table(
    "cases",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("saved_at", UtcDateTime),
    Column("binned_at", UtcDateTime),
)

drafts = Table(
    "drafts",
    metadata,
    Column("case_id", ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("path", String(200), primary_key=True),
    Column("text", AnyText, nullable=False),
)

meetings = Table(
    "meetings",
    metadata,
    Column("case_id", ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("begun_on", Date, nullable=False),
    Column("begun_at", UtcDateTime, nullable=False),
    Column("start", AnyText, nullable=False),
    Column("edits", AnyText, nullable=False),
)
"""How a case stood when a meeting began; only while its note is not closed."""

journal = Table(
    "journal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case_id", ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("label", AnyText, nullable=False),
    Column("merge", AnyText, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("undone", Boolean(create_constraint=False), nullable=False),
    Column("difference", AnyText, nullable=False),
    UniqueConstraint("case_id", "number"),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case_id", ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(40), nullable=False),
    Column("title", AnyText, nullable=False),
    Column("made_on", Date, nullable=False),
    Column("sealed", Boolean(create_constraint=False), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("pdf", LargeBinary, nullable=False),
    Column("rates", AnyText),
    Column("check_code", String(16), nullable=False, server_default="", index=True),
    Column("numbered", AnyText),
)


def _kept_beside(name: str) -> Table:
    """What is made anew of a case by every save, so that ten thousand cases are read at once (`beside`)."""
    return Table(
        name,
        metadata,
        Column("case_id", ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
        Column("version", String(20), nullable=False),
        Column("content", AnyText, nullable=False),
    )


case_summaries = _kept_beside("case_summaries")
"""What the list of cases and the search need of each case."""

case_counts = _kept_beside("case_counts")
"""What statistics count about each case."""

case_plans = _kept_beside("case_plans")
"""What following its repayment plans needs; only of cases that have one, or had."""

settings = Table(
    "settings",
    metadata,
    Column("key", String(100), primary_key=True),
    Column("value", AnyText, nullable=False),
)

_SCALARS: dict[Any, type[TypeEngine[Any]]] = {
    str: AnyText,
    bool: Boolean,
    int: Integer,
    date: Date,
    Month: MonthText,
}


def to_row(kind: Any, value: Any, *, without: tuple[str, ...] = ()) -> dict[str, Any]:
    """Column -> what is kept of one value, less the fields in `without`."""
    row: dict[str, Any] = {}
    for field in _fields(kind, without):
        fact = getattr(value, field.name)
        if field.inside:
            row |= {f"{field.name}_{inner}": kept for inner, kept in to_row(field.kind, fact).items()}
        else:
            row[field.name] = to_plain(fact) if field.whole else fact
    return row


def to_columns(kind: Any, values: Sequence[Any], *, without: tuple[str, ...] = ()) -> dict[str, Sequence[Any]]:
    """Column -> what is kept of each of many values, in order: `to_row` for all of them at once."""
    columns: dict[str, Sequence[Any]] = {}
    for field in _fields(kind, without):
        facts = list(map(attrgetter(field.name), values))
        if field.inside:
            inner = to_columns(field.kind, facts)
            columns |= {f"{field.name}_{name}": kept for name, kept in inner.items()}
        else:
            columns[field.name] = list(map(to_plain, facts)) if field.whole else facts
    return columns


def from_row(kind: Any, row: Mapping[Any, Any], *, without: tuple[str, ...] = (), prefix: str = "") -> Any:
    """The value that `to_row` made the row from; the fields in `without` get their default."""
    given: dict[str, Any] = {}
    for field in _fields(kind, without):
        column = prefix + field.name
        if field.inside:
            given[field.name] = from_row(field.kind, row, prefix=f"{column}_")
        else:
            given[field.name] = from_plain(field.kind, row[column]) if field.whole else row[column]
    return kind(**given)


class _Field(NamedTuple):
    """How one field of a value is kept: in columns of its own value, whole in one JSON column, or as it is."""

    name: str
    kind: Any
    inside: bool
    whole: bool


@cache
def _fields(kind: Any, without: tuple[str, ...]) -> tuple[_Field, ...]:
    # Made once per kind of value: a case can hold a hundred thousand rows.
    hints = ((name, hint) for name, hint in hints_of(kind).items() if name not in without)
    return tuple(_Field(name, hint, is_value(hint), _whole(hint)) for name, hint in hints)


def _whole(hint: Any) -> bool:
    """True for lists and optional values, which one JSON column holds whole."""
    kind, optional = without_none(hint)
    return get_origin(kind) is tuple or (optional and is_value(kind))


def _columns(kind: Any, without: tuple[str, ...] = (), prefix: str = "") -> Iterator[Column[Any]]:
    for name, hint, _, _ in _fields(kind, without):
        inner, optional = without_none(hint)
        if is_value(inner) and not optional:
            yield from _columns(inner, prefix=f"{prefix}{name}_")
        elif not (prefix == "" and name == "id"):
            yield Column(prefix + name, _column_type(name, hint), nullable=optional)


def _column_type(name: str, hint: Any) -> TypeEngine[Any]:
    kind, _ = without_none(hint)
    if _whole(hint):
        return JSON(none_as_null=True)
    if kind is Decimal:
        return Exact() if name in NOT_KRONER else Oere()
    if issubclass(kind, StrEnum):
        return Word(kind)
    return _SCALARS[kind]()


def _case_id() -> Column[Any]:
    return Column("case_id", ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True)


def _part_table(part: Part) -> Table:
    own = (Column("id", String(80), primary_key=True), Column("position", Integer, nullable=False))
    without = (*part.apart, *part.children)
    return Table(part.table, metadata, _case_id(), *(own if part.many else ()), *_columns(part.kind, without))


def _child_table(name: str, kind: Any) -> Table:
    """Rows of a list inside a value: `parent` is the value's id, `position` the place in the list."""
    own_id = (Column("id", String(80), nullable=False),) if "id" in hints_of(kind) else ()
    return Table(
        name,
        metadata,
        _case_id(),
        Column("parent", String(80), primary_key=True),
        Column("position", Integer, primary_key=True),
        *own_id,
        *_columns(kind),
    )


part_tables = {part.table: _part_table(part) for part in PARTS}
"""Table of each part, by name."""

child_tables = {name: _child_table(name, kind) for part in PARTS for name, kind in part.children.values()}
"""Table of each list inside a part, by name."""
