"""The day on a receipt, as Danish tills print it and engines break it: `11.10.26`, `11-1O-2026`, `11. okt. 2026`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from budgetdesk.i18n import N_

OLDEST = timedelta(days=5 * 366)
"""Accounts are kept for five years (bogføringsloven); an older receipt is more likely misread."""
_EARLIEST_YEAR = 2000

_D = "[0-9OoIl|SB]"
_SEPARATOR = r"\s?[./,\-:]\s?"
_DAY_FIRST = re.compile(
    rf"(?<![\w.,])({_D}{{1,2}}){_SEPARATOR}({_D}{{1,2}}){_SEPARATOR}({_D}{{4}}|{_D}{{2}})(?!\w|[.,]\d)"
)
_YEAR_FIRST = re.compile(rf"(?<!\w)([2Z][0Oo]{_D}{{2}})[./-]({_D}{{2}})[./-]({_D}{{2}})(?!\d)")
_NAMED = re.compile(rf"(?<!\w)({_D}{{1,2}})[.\s]*([a-zæøå]{{3,9}})[.\s,]*({_D}{{4}}|'?{_D}{{2}})(?!\w)", re.IGNORECASE)
_AS_DIGIT = str.maketrans("OoIl|SBZ", "00111582")
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_SAID = re.compile(r"(?i)\b(dato|date|den|købsdato|salgsdato)\b")
_NOT_BOUGHT = re.compile(r"(?i)bytte|gælder|udløb|senest|holdbar|garanti|indtil|gyldig|mindst")


@dataclass(frozen=True)
class FoundDate:
    """A day, the lines it stands on, and what to say when it is not to be trusted."""

    day: date | None
    lines: tuple[int, ...] = ()
    doubt: str = ""


def find_date(lines: Sequence[str], today: date | None) -> FoundDate:
    """The day of purchase. A day after `today` or more than five years back is not taken, but told."""
    found = [(not _SAID.search(line), number, day) for number, line in enumerate(lines) for day in days_in(line)]
    found = [entry for entry in found if not _NOT_BOUGHT.search(lines[entry[1]])]
    if not found:
        return FoundDate(None, doubt=N_("Datoen kan ikke læses. Skriv den ind."))
    likely = [entry for entry in found if _is_likely(entry[2], today)]
    if likely:
        day = min(likely)[2]
        return FoundDate(day, tuple(number for _rest, number, other in found if other == day))
    _rest, number, day = min(found)
    ahead, back = (
        N_("Datoen {day} ligger i fremtiden. Skriv den rigtige dato."),
        N_("Datoen {day} ligger meget langt tilbage. Skriv den rigtige dato."),
    )
    doubt = ahead if today is not None and day > today else back
    return FoundDate(None, (number,), doubt.format(day=f"{day:%d.%m.%Y}"))


def days_in(line: str) -> tuple[date, ...]:
    """Every day that a line can be read to have."""
    found = [_day(m[3], m[2], m[1]) for m in _DAY_FIRST.finditer(line) if re.search(r"\d", m[0])]
    found += [_day(m[1], m[2], m[3]) for m in _YEAR_FIRST.finditer(line)]
    found += [_day(m[3].lstrip("'"), _month(m[2]), m[1]) for m in _NAMED.finditer(line)]
    return tuple(dict.fromkeys(day for day in found if day is not None))


def _month(name: str) -> str:
    small = name.casefold()[:3].replace("oct", "okt").replace("may", "maj")
    return str(_MONTHS.index(small) + 1) if small in _MONTHS else "0"


def _day(year: str, month: str, day: str) -> date | None:
    try:
        numbers = [int(part.translate(_AS_DIGIT)) for part in (year, month, day)]
        return date(numbers[0] + (2000 if numbers[0] < 100 else 0), numbers[1], numbers[2])
    except ValueError:
        return None


def _is_likely(day: date, today: date | None) -> bool:
    if today is None:
        return day.year >= _EARLIEST_YEAR
    return today - OLDEST <= day <= today
