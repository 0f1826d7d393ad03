"""Any record at all, for Hypothesis: every field of every value, filled by its declared type."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any, get_args, get_origin

from hypothesis import strategies as st

from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.household import case as facts
from budgetdesk.ledger import spending
from budgetdesk.storage.plain import hints_of, is_value, without_none
from budgetdesk.storage.tables import NOT_KRONER

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
KRONER = st.integers(-10_000_000_00, 10_000_000_00).map(lambda oere: Decimal(oere).scaleb(-2))
NUMBERS = st.decimals(-1000, 1000, allow_nan=False, allow_infinity=False, places=4)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
IDS = st.text("abcdefgh0123456789-", min_size=1, max_size=6)


Codes = Mapping[tuple[Any, str], st.SearchStrategy[Any]]
"""What may stand in one field of one type, where not every text or number may."""


def any_value(kind: Any, codes: Codes = MappingProxyType({})) -> st.SearchStrategy[Any]:
    """Any value of a frozen dataclass."""
    fields = hints_of(kind)
    return st.builds(kind, **{n: codes[kind, n] if (kind, n) in codes else _any(n, fields[n], codes) for n in fields})


def _any(name: str, hint: Any, codes: Codes) -> st.SearchStrategy[Any]:
    kind, optional = without_none(hint)
    found = _of(name, kind, codes)
    return st.none() | found if optional else found


def _of(name: str, kind: Any, codes: Codes) -> st.SearchStrategy[Any]:
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        unique = is_value(inner) and "id" in hints_of(inner)
        items = any_value(inner, codes) if is_value(inner) else _of(name, inner, codes)
        return st.lists(items, max_size=3, unique_by=(lambda item: item.id) if unique else None).map(tuple)
    if is_value(kind):
        return any_value(kind, codes)
    if issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    return {
        str: IDS if name == "id" else TEXTS,
        bool: st.booleans(),
        int: st.integers(-1000, 100_000),
        Decimal: NUMBERS if name in NOT_KRONER else KRONER,
        date: DAYS,
        Month: st.builds(Month, st.integers(1900, 2100), st.integers(1, 12)),
    }[kind]


def any_record(codes: Codes = MappingProxyType({})) -> st.SearchStrategy[Record]:
    """Any record."""
    return any_value(Record, codes)


def values_in(kind: Any) -> list[Any]:
    """Every dataclass that can stand inside `kind`, itself included."""
    found = [kind]
    for hint in hints_of(kind).values():
        inner, _ = without_none(hint)
        inner = get_args(inner)[0] if get_origin(inner) is tuple else inner
        if is_value(inner):
            found += values_in(inner)
    return list(dict.fromkeys(found))


EVERY_VALUE = [*values_in(facts.Case), *values_in(spending.Spending)]
