"""Which column of a list of arrears holds what: guessed by the names of the columns, said by a person, and remembered.

There is nothing personal in a layout: names and numbers of columns, and who sends the list.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from budgetdesk.casework.arrears_entries import KEPT, Column
from budgetdesk.casework.arrears_rules import ListRules
from budgetdesk.errors import ArrearsListError
from budgetdesk.i18n import _
from budgetdesk.ledger.words import fold
from budgetdesk.readers.arrears_files import SheetTop
from budgetdesk.readers.banks.sheet import HEADER_WITHIN

NOWHERE = -1
LONGEST_JSON = 10_000
_NUMBERS = ("header_line", "keep_days")
_TEXTS = ("fingerprint", "sender", "purpose", "legal_basis")
_WHO = (Column.REFERENCE, Column.NAME, Column.ADDRESS)
Places = Mapping[Column, tuple[int, ...]]
"""Column -> the numbers (the first is 0) of the columns that hold it; several only for name and address."""


@dataclass(frozen=True, kw_only=True)
class ListLayout:
    """What each column is used for, and what is proposed next time the same sender's list comes."""

    places: dict[Column, tuple[int, ...]] = field(default_factory=dict)
    header_line: int = NOWHERE
    """Which of the first lines that are not blank names the columns (the first is 0); -1 = none does."""
    fingerprint: str = ""
    sender: str = ""
    purpose: str = ""
    legal_basis: str = ""
    keep_days: int = 0

    @property
    def missing(self) -> str:
        """What must be chosen before rows can be read, as a sentence; "" when nothing."""
        if not self.places.get(Column.AMOUNT):
            return _("Vælg kolonnen med restancen.")
        if not any(self.places.get(column) for column in _WHO):
            return _("Vælg en kolonne, der siger, hvem det er: nummer, navn eller adresse.")
        return ""


def guess_layout(sheet: SheetTop, rules: ListRules) -> ListLayout:
    """The likeliest layout; what cannot be guessed is left open. The number of a person is never chosen unasked."""
    best = ListLayout()
    for at, line in enumerate(sheet.lines[:HEADER_WITHIN]):
        places = _places(line.cells, rules)
        if len(places) > max(len(best.places), 1) and Column.AMOUNT in places:
            best = ListLayout(places=places, header_line=at, fingerprint=fingerprint(line.cells))
    if best.header_line == NOWHERE:
        at = next((i for i, line in enumerate(sheet.lines[:HEADER_WITHIN]) if _is_names(line.cells)), NOWHERE)
        return ListLayout(header_line=at, fingerprint=fingerprint(sheet.lines[at].cells) if at >= 0 else "")
    return best


def likeliest(sheets: Sequence[SheetTop], rules: ListRules) -> tuple[int, ListLayout]:
    """The sheet that looks most like a list, and its layout: the first page is often a cover."""
    found = [(at, guess_layout(sheet, rules)) for at, sheet in enumerate(sheets)]
    return max(found, key=lambda one: (not one[1].missing, len(one[1].places), -one[0]))


def header(sheet: SheetTop, layout: ListLayout) -> tuple[str, ...]:
    """The names of the columns; where there are none: `Kolonne 1` ..."""
    width = max((len(line.cells) for line in sheet.lines), default=0)
    names = sheet.lines[layout.header_line].cells if 0 <= layout.header_line < len(sheet.lines) else ()
    return tuple((names[at] if at < len(names) else "") or f"Kolonne {at + 1}" for at in range(width))


def left_out(names: Sequence[str], places: Places) -> tuple[str, ...]:
    """The columns that are not kept: those nobody has chosen, and the number of a person."""
    kept = {at for column in KEPT for at in places.get(column, ())}
    return tuple(name for at, name in enumerate(names) if at not in kept)


def fingerprint(cells: Sequence[str]) -> str:
    """What tells one sender's layout from another: the names of the columns."""
    told = "|".join(fold(cell).strip() for cell in cells).strip("|")
    return hashlib.sha256(told.encode()).hexdigest()[:16] if told else ""


def to_json(layout: ListLayout) -> str:
    """The layout to keep."""
    data: dict[str, Any] = {key: getattr(layout, key) for key in (*_NUMBERS, *_TEXTS)}
    data["places"] = {column.value: list(at) for column, at in layout.places.items()}
    return json.dumps(data, ensure_ascii=False)


def from_json(text: str) -> ListLayout:
    """A layout that was kept. Raises ArrearsListError when it is broken."""
    try:
        if len(text) > LONGEST_JSON:
            raise ValueError("too long")
        data: dict[str, Any] = json.loads(text)
        places = {Column(key): tuple(int(at) for at in value) for key, value in data.pop("places").items()}
        made = ListLayout(places=places, **data)
        if any(type(getattr(made, key)) is not int for key in _NUMBERS):
            raise TypeError("a number")
        if any(type(getattr(made, key)) is not str for key in _TEXTS):
            raise TypeError("a text")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise ArrearsListError(_("Det gemte layout er gået i stykker. Vælg kolonnerne igen.")) from None
    return made


def _places(cells: Sequence[str], rules: ListRules) -> dict[Column, tuple[int, ...]]:
    names = [fold(cell).strip() for cell in cells]
    free = {at for at, name in enumerate(names) if name and len(name) <= _LONGEST_NAME}
    free -= {at for at in free if any(word in names[at] for word in rules.columns[Column.CPR])}
    places: dict[Column, tuple[int, ...]] = {}
    for column in _GUESSED:
        never = rules.never.get(column, ())
        open_to_it = sorted(at for at in free if not any(word in names[at] for word in never))
        found = _find(names, open_to_it, column, rules)
        if found:
            places[column] = found
            free -= set(found)
    return places


_GUESSED = (
    Column.AMOUNT, Column.REFERENCE, Column.DUE, Column.PAAKRAV, Column.RENT, Column.PHONE, Column.NAME, Column.ADDRESS,
)  # fmt: skip
"""In this order: what is told most surely first."""


def _find(names: Sequence[str], free: Sequence[int], column: Column, rules: ListRules) -> tuple[int, ...]:
    words = rules.columns[column]
    if column is Column.ADDRESS:
        return tuple(at for at in free if any(_is(names[at], word) for word in words))
    if column is Column.NAME:
        parts = tuple(at for word in rules.first_and_last for at in free if word in names[at])
        if parts:
            return parts
    for word in words:
        exact = next((at for at in free if names[at] == word), None)
        within = next((at for at in free if _is(names[at], word)), None)
        found = exact if exact is not None else within
        if found is not None:
            return (found,)
    return ()


_LONGEST_NAME = 40
_SHORT = 3


def _is(name: str, word: str) -> bool:
    """A short word must stand alone: `by` is not in `byggeforening`."""
    return word in name.replace("/", " ").split() if len(word) <= _SHORT else word in name


def _is_names(cells: Sequence[str]) -> bool:
    told = [cell for cell in cells if cell]
    return len(told) >= _SHORT and all(not cell[0].isdigit() and len(cell) <= _LONGEST_NAME for cell in told)
