"""Days as bank files write them. Which part is the day and which the month is decided from the whole column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise

from budgetdesk.dates import in_our_time

_NAMES = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, start=1)} | {"may": 5, "oct": 10}
_TIME = re.compile(r"[T ] ?[0-9]{1,2}[:.][0-9]{2}.*", re.DOTALL)
_LONGEST = 40
_ENOUGH_TO_SEE_ORDER = 4
_AHEAD = 10
"""Years: a two-digit year means the nearest such year not more than this many ahead of today."""


class DayForm(StrEnum):
    """The forms of a day, the likeliest first where a column does not tell."""

    DMY = "dag.måned.år"
    YMD = "år-måned-dag"
    COMPACT_YMD = "ååååmmdd"
    COMPACT_DMY = "ddmmåå"
    COMPACT_DMYY = "ddmmåååå"
    NAMED = "dag måned(navn) år"
    MDY = "måned/dag/år"
    COMPACT_YY = "ååmmdd"


_PATTERNS = {
    DayForm.DMY: re.compile(r"(?P<d>[0-9]{1,2})(?P<s>[./-]) ?(?P<m>[0-9]{1,2})(?:(?P=s) ?| )(?P<y>[0-9]{4}|[0-9]{2})"),
    DayForm.YMD: re.compile(r"(?P<y>[0-9]{4})(?P<s>[./-])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})"),
    DayForm.COMPACT_YMD: re.compile(r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"),
    DayForm.COMPACT_DMY: re.compile(r"(?P<d>[0-9]{2})(?P<m>[0-9]{2})(?P<y>[0-9]{2})"),
    DayForm.COMPACT_DMYY: re.compile(r"(?P<d>[0-9]{2})(?P<m>[0-9]{2})(?P<y>[0-9]{4})"),
    DayForm.NAMED: re.compile(r"(?P<d>[0-9]{1,2})[. -]{1,2}(?P<m>[A-Za-z]{3,9})[. -]{0,2}(?P<y>[0-9]{4}|[0-9]{2})"),
    DayForm.MDY: re.compile(r"(?P<m>[0-9]{1,2})(?P<s>[./-])(?P<d>[0-9]{1,2})(?P=s)(?P<y>[0-9]{4}|[0-9]{2})"),
    DayForm.COMPACT_YY: re.compile(r"(?P<y>[0-9]{2})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"),
}


def day_form(cells: Iterable[str], *, today: date) -> DayForm:
    """The form that reads most of the column. Where `03/04/2026` may be either: the one that keeps days in order."""
    different = list(dict.fromkeys(cells))
    best, most = DayForm.DMY, -1
    for form in DayForm:
        votes = _votes(different, form, today)
        if votes > most:
            best, most = form, votes
        if most == len(different):
            break  # none can read more
    if best is DayForm.DMY and any("/" in cell for cell in different):
        return _by_order(different, today) if _votes(different, DayForm.MDY, today) == most else best
    return best


def read_day(cell: str, form: DayForm, *, today: date) -> date | None:
    """The day in a cell, a time of day after it passed over; None when there is none. Year first is never in doubt."""
    return _read(cell, form, today) or _read(cell, DayForm.YMD, today)


class DayCells(dict[str, date | None]):
    """Cell -> day, each text read once: `cells[text]`."""

    def __init__(self, form: DayForm, today: date) -> None:
        super().__init__()
        self.form, self.today = form, today

    def __missing__(self, cell: str) -> date | None:
        found = self[cell] = read_day(cell, self.form, today=self.today)
        return found


def _votes(cells: Iterable[str], form: DayForm, today: date) -> int:
    return sum(_read(cell, form, today) is not None for cell in cells)


def _by_order(cells: Sequence[str], today: date) -> DayForm:
    if len(cells) < _ENOUGH_TO_SEE_ORDER:
        return DayForm.DMY
    turns = {form: _turns([_read(cell, form, today) for cell in cells]) for form in (DayForm.DMY, DayForm.MDY)}
    return DayForm.MDY if turns[DayForm.MDY] == 0 < turns[DayForm.DMY] else DayForm.DMY


def _turns(days: Sequence[date | None]) -> int:
    """How often the days change direction: 0 in a column that is in order, either way."""
    ways = [later > earlier for earlier, later in pairwise(d for d in days if d is not None) if later != earlier]
    return sum(a != b for a, b in pairwise(ways))


def _read(cell: str, form: DayForm, today: date) -> date | None:
    if len(cell) > _LONGEST:
        return None
    match = _PATTERNS[form].fullmatch(cell) or _PATTERNS[form].fullmatch(_TIME.sub("", cell))
    if match is None:
        return None
    month = _MONTHS.get(match["m"][:3].lower(), 0) if form is DayForm.NAMED else int(match["m"])
    year = int(match["y"])
    if len(match["y"]) == 2:
        year += today.year // 100 * 100
        year -= 100 if year > today.year + _AHEAD else 0
    try:
        return in_our_time(date(year, month, int(match["d"])))
    except ValueError:
        return None
