"""Any record at all, for Hypothesis: every field of every value, filled by its declared type.

In the suite the thousand fields of a record come from one number that Hypothesis draws: were each drawn by itself, the
suite would spend more on drawing than on what is tested. `make laws` draws each, and so finds the smallest record that
breaks a law; BUDGETDESK_LAWS=2 does so for one test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from random import Random
from types import MappingProxyType
from typing import Any, get_args, get_origin

import laws
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
    return _drawn(kind, codes) if laws.TIMES > 1 else _from_a_number(kind, codes)


def _drawn(kind: Any, codes: Codes) -> st.SearchStrategy[Any]:
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
        items = _drawn(inner, codes) if is_value(inner) else _of(name, inner, codes)
        return st.lists(items, max_size=3, unique_by=(lambda item: item.id) if unique else None).map(tuple)
    if is_value(kind):
        return _drawn(kind, codes)
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


Choose = Callable[[int], int]
"""One of the numbers from 0 up to a number that is not among them; 0 makes the simplest value."""
EDGES = (0, 1, -1, 999, 100_000)
LETTERS = (
    "a",
    "Z",
    "7",
    " ",
    "æ",
    "Å",
    "<",
    "&",
    "%",
    "{",
    '"',
    "'",
    ";",
    "=",
    "\n",
    "\t",
    "\x01",
    "\x7f",
    "\u00a0",
    "\u00ad",
)
LETTERS += ("\u0301", "\u200b", "\u202e", "\u2028", "\ufeff", "\ufffd", "\uffff", "أ", "名", "😀", "\U0010ffff")


@st.composite
def _from_a_number(draw: st.DrawFn, kind: Any, codes: Codes) -> Any:
    seed = draw(st.integers(0, 2**60))
    choose: Choose = Random(seed).randrange if seed else lambda below: 0  # noqa: S311 - values, not secrets
    return _made(kind, choose, lambda of, name: draw(codes[of, name]) if (of, name) in codes else ..., "")


def _made(kind: Any, choose: Choose, coded: Callable[[Any, str], Any], name: str) -> Any:
    kind, optional = without_none(kind)
    if optional and not choose(2):
        return None
    if get_origin(kind) is tuple:
        found = [_made(get_args(kind)[0], choose, coded, name) for _ in range(choose(4))]
        return tuple({getattr(item, "id", number): item for number, item in enumerate(found)}.values())
    if is_value(kind):
        given = {field: coded(kind, field) for field in hints_of(kind)}
        return kind(
            **{
                field: _made(hint, choose, coded, field) if given[field] is ... else given[field]
                for field, hint in hints_of(kind).items()
            }
        )
    if issubclass(kind, StrEnum):
        return list(kind)[choose(len(kind))]
    return _plain(kind, choose, name)


def _plain(kind: type, choose: Choose, name: str) -> Any:
    if kind is str:
        if name == "id":
            few = not choose(2)  # so that two records often share an id
            return "".join("ab0cdefgh123456789-"[choose(3 if few else 19)] for _ in range(choose(1 if few else 6) + 1))
        return "".join(_letter(choose) for _ in range(choose(9)))
    if kind is bool:
        return bool(choose(2))
    if kind is date:
        return date.fromordinal(date(1900, 1, 1).toordinal() + choose(73_414))
    if kind is Month:
        return Month(1900 + choose(201), 1 + choose(12))
    number = choose(101_001) - 1000 if choose(4) else EDGES[choose(len(EDGES))]
    if kind is Decimal and name in NOT_KRONER:
        return Decimal(choose(20_000_001) - 10_000_000).scaleb(-4) if choose(4) else Decimal(choose(1001))
    if kind is Decimal:
        return Decimal(choose(2 * 10**9 + 1) - 10**9).scaleb(-2) if choose(4) else Decimal(number)
    return {int: number}[kind]


def _letter(choose: Choose) -> str:
    """One of those that often break something, or any other; never half of a pair, and never the end of a text in C."""
    code = choose(0x10FFFF) + 1 if not choose(3) else 0
    return chr(code) if code and not 0xD800 <= code <= 0xDFFF else LETTERS[choose(len(LETTERS))]


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
