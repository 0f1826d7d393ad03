"""A layout: which columns a bank's export has and what stands in them. It is known by its header or its data, never
by the name of the bank. Layouts are data (`resources/banks/*.toml`); a mapping made by hand becomes one as well.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from budgetdesk.readers.banks.amounts import Convention
from budgetdesk.readers.banks.days import DayForm

Spec = tuple[str, ...] | int
"""The names a column may have (folded by `column_name`), or its number (the first is 1) where there is no header."""
FIELDS = (
    "date", "text", "name", "amount", "money_in", "money_out", "sign", "fee", "balance", "status", "currency", "account"
)  # fmt: skip
_UNIT = re.compile(r" ?(?:\((?:dkk|kr\.?|i kr\.?)\)|i kr\.?|i dkk|dkk|kr\.)$")


@dataclass(frozen=True, kw_only=True)
class Layout:
    """One layout. `columns` says where each of FIELDS stands; every one of them must be there unless `optional`."""

    key: str
    title: str
    known: str
    """How well: `verified` (seen in real files), `sample`, `header`, `described`."""
    columns: Mapping[str, Spec]
    hints: tuple[Spec, ...] = ()
    also: tuple[str, ...] = ()
    """Other columns: not read, but they tell this layout from others."""
    needs: tuple[str, ...] = ()
    """Those of the other columns that must be there."""
    optional: frozenset[str] = frozenset()
    noise: frozenset[str] = frozenset()
    """Names (small letters) that say nothing, such as the payment service."""
    in_currency: str = "DKK"
    cells: tuple[int, int] = (0, 0)
    """Without a header: fewest and most cells of a row."""
    first: str = ""
    first_like: str = ""
    skip: tuple[str, ...] = ()
    """First cells of records that are no rows."""
    moments: tuple[int, ...] = ()
    """Columns (first is 1) that must hold a day with a time."""

    @property
    def has_header(self) -> bool:
        return not self.cells[1]


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Where each thing stands in a row: the first cell is 0, -1 means nowhere."""

    date: int
    text: int
    name: int = -1
    amount: int = -1
    money_in: int = -1
    money_out: int = -1
    sign: int = -1
    fee: int = -1
    balance: int = -1
    status: int = -1
    currency: int = -1
    account: int = -1
    hints: tuple[int, ...] = ()
    noise: frozenset[str] = field(default_factory=frozenset)
    width: int = 0
    """Cells of the header, without empty ones at its end."""
    decimal: Convention | None = None
    """None = decided from the column."""
    day_form: DayForm | None = None

    @classmethod
    def at(
        cls,
        places: Mapping[str, int],
        *,
        hints: tuple[int, ...] = (),
        noise: frozenset[str] = frozenset(),
        width: int = 0,
        decimal: Convention | None = None,
        day_form: DayForm | None = None,
    ) -> Columns:
        """The columns at these places (of FIELDS); what is not named is nowhere."""
        made = cls(date=0, text=0, hints=hints, noise=noise, width=width, decimal=decimal, day_form=day_form)
        where: Mapping[str, Any] = {key: places.get(key, -1) for key in FIELDS}
        return replace(made, **where)

    @property
    def everywhere(self) -> tuple[int, ...]:
        """Every column that is read."""
        return (*(getattr(self, key) for key in FIELDS), *self.hints)

    @property
    def money(self) -> tuple[int, ...]:
        """The columns that hold amounts."""
        return tuple(i for i in (self.amount, self.money_in, self.money_out, self.fee, self.balance) if i >= 0)


def column_name(cell: str) -> str:
    """One spelling for the name of a column: small letters, one space, no unit of kroner behind."""
    return _UNIT.sub("", " ".join(unicodedata.normalize("NFC", cell).casefold().split()))


def header_of(cells: Sequence[str]) -> tuple[str, ...]:
    """The names of the columns in a line, without empty ones at its end."""
    names = [column_name(cell) for cell in cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def columns_in(layout: Layout, header: Sequence[str]) -> Columns | None:
    """Where the layout's columns stand under this header (of `header_of`); None when one that must be there is not."""
    places = {name: index for index, name in reversed(list(enumerate(header))) if name}
    if any(name not in places for name in layout.needs):
        return None
    found = {key: _place(spec, places) for key, spec in layout.columns.items()}
    hints = [_place(spec, places) for spec in layout.hints]
    must = [found[key] for key in found if key not in layout.optional]
    must += [] if "hints" in layout.optional else hints
    if -1 in must:
        return None
    return Columns.at(found, hints=tuple(i for i in hints if i >= 0), noise=layout.noise, width=len(header))


def columns_by_number(layout: Layout) -> Columns:
    """The columns of a layout without a header."""
    found = {key: spec - 1 for key, spec in layout.columns.items() if isinstance(spec, int)}
    return Columns.at(found, noise=layout.noise, width=max(found.values()) + 1)


def explained(layout: Layout, header: Sequence[str]) -> int:
    """How many of the header's columns the layout knows: the layout that knows most is the right one."""
    known = {name for spec in (*layout.columns.values(), *layout.hints) if isinstance(spec, tuple) for name in spec}
    return sum(name in known or name in layout.also for name in header)


def _place(spec: Spec, places: Mapping[str, int]) -> int:
    if isinstance(spec, int):
        return spec - 1
    return next((places[name] for name in spec if name in places), -1)
