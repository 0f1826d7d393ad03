"""Days: months, Danish public holidays, hverdage (legal) and bank days.

A **hverdag** in the law of tenancies is any day but Sundays and public holidays: Saturday counts (UfR 2022.1586 V).
A **bank day** is a day on which Danish banks book payments.
The day of today is always an argument; nothing here reads a clock.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

import holidays

from budgetdesk.errors import BadDateError
from budgetdesk.i18n import _

ONE_DAY = timedelta(days=1)
_IN_EVERY_MONTH = 28


@dataclass(frozen=True, order=True)
class Month:
    """A calendar month."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Month:
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read `2026-11`. Raises BadDateError."""
        match = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text)
        if match is None:
            raise BadDateError(_("Måneden “{text}” kan ikke læses. Skriv den som 2026-11.").format(text=text))
        if not OLDEST_YEAR <= int(match[1]) <= LATEST_YEAR:
            raise BadDateError(_("Måneden “{text}” ligger for langt væk. Ret året.").format(text=text))
        return cls(int(match[1]), int(match[2]))

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    def plus(self, months: int) -> Month:
        index = self.year * 12 + self.number - 1 + months
        return Month(index // 12, index % 12 + 1)

    def day(self, number: int) -> date:
        """Day `number` of the month, or its last day where the month is shorter."""
        if number <= _IN_EVERY_MONTH:
            return date(self.year, self.number, number)
        return date(self.year, self.number, min(number, calendar.monthrange(self.year, self.number)[1]))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


@cache
def _public_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("DK", years=year))


def is_public_holiday(day: date) -> bool:
    """Danish public holiday (helligdag). Grundlovsdag, 24 and 31 December are not; store bededag was until 2023."""
    return day in _public_holidays(day.year)


def is_hverdag(day: date) -> bool:
    """Not a Sunday and not a public holiday. Saturday counts (UfR 2022.1586 V)."""
    return day.weekday() != calendar.SUNDAY and not is_public_holiday(day)


@lru_cache(maxsize=50_000)
def is_bank_day(day: date) -> bool:
    """Monday to Friday when banks book payments.

    Closed besides public holidays: the Friday after Ascension Day, 5 June, 24 and 31 December
    (Danmarks Nationalbank, banklukkedage 2026 and 2027).
    """
    if day.weekday() >= calendar.SATURDAY or is_public_holiday(day):
        return False
    if (day.month, day.day) in {(6, 5), (12, 24), (12, 31)}:
        return False
    return not (day.weekday() == calendar.FRIDAY and _is_ascension_day(day - ONE_DAY))


def _is_ascension_day(day: date) -> bool:
    # Easter Sunday moves between 22 March and 25 April; Ascension Day is the 39th day after it.
    return is_public_holiday(day) and day.weekday() == calendar.THURSDAY and (4, 30) <= (day.month, day.day) <= (6, 3)


def bank_day_on_or_after(day: date) -> date:
    """The day itself if banks are open, else the next day they are."""
    while not is_bank_day(day):
        day += ONE_DAY
    return day


def bank_day_on_or_before(day: date) -> date:
    """The day itself if banks are open, else the last day before on which they are."""
    while not is_bank_day(day):
        day -= ONE_DAY
    return day


def days(start: date, end: date) -> Iterator[date]:
    """Every day from `start` to `end`, both included."""
    while start <= end:
        yield start
        start += ONE_DAY


def age_on(born: date, day: date) -> int:
    """Whole years of age. Born 29 February: one year older on 1 March in common years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


_DANISH_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
OLDEST_YEAR = 1900
LATEST_YEAR = 2199


def in_our_time(day: date) -> date:
    """The day itself. Raises ValueError for one before 1900 or after 2199: a slip of the finger."""
    if not OLDEST_YEAR <= day.year <= LATEST_YEAR:
        raise ValueError(f"{day} is not in our time")
    return day


def parse_date(text: str, *, today: date) -> date:
    """Read a date as Danes write it (`1.12.2026`, `01-12-26`, `1/12 2026`) or ISO 8601. Raises BadDateError.

    Two-digit years mean the nearest such year not more than 10 years ahead of `today`.
    """
    shown = text.strip()
    plain = re.sub(r"\s+", " ", shown).replace(" ", "-") if "/" in shown else shown.replace(" ", "")
    try:
        if _ISO_DATE.fullmatch(plain):
            return in_our_time(date.fromisoformat(plain))
        match = _DANISH_DATE.fullmatch(plain)
        if match:
            day, month, year = (int(part) for part in match.groups())
            if len(match[3]) == 2:
                year += today.year // 100 * 100
                year -= 100 if year > today.year + 10 else 0
            return in_our_time(date(year, month, day))
    except ValueError:
        pass
    raise BadDateError(_("Datoen “{shown}” findes ikke. Skriv den som dag.måned.år, fx 1.12.2026.").format(shown=shown))


def parse_birth_date(text: str, *, today: date) -> date:
    """Read a birth date: as `parse_date`, and not after `today`. Raises BadDateError."""
    born = parse_date(text, today=today)
    if born > today and born.year - 100 >= OLDEST_YEAR and re.search(r"\D\d{2}$", text.strip()):
        born = born.replace(year=born.year - 100)
    if born > today:
        raise BadDateError(_("Fødselsdatoen “{text}” ligger ude i fremtiden. Ret året.").format(text=text.strip()))
    return born


_CLOCK = re.compile(r"(\d{1,2})(?:\s*[.:]\s*(\d{2}))?|(\d{2})(\d{2})")


def parse_clock(text: str) -> str:
    """Read a time of the day as Danes write it (`14.30`, `14:30`, `kl. 9`, `0930`) as `14.30`; "" is no time. Raises
    BadDateError."""
    shown = text.strip()
    plain = re.sub(r"^(?:klokken|kl)\.?\s*", "", shown, flags=re.IGNORECASE)
    if not plain:
        return ""
    match = _CLOCK.fullmatch(plain)
    hour, minute = (int(match[1] or match[3]), int(match[2] or match[4] or 0)) if match else (24, 0)
    if hour > 23 or minute > 59:
        raise BadDateError(_("Klokkeslættet “{shown}” kan ikke læses. Skriv det som 14.30.").format(shown=shown))
    return f"{hour:02d}.{minute:02d}"
