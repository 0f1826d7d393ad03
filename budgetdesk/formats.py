"""Amounts as Danes write them, and days in the language that is spoken. The only file that names a locale.

Amounts are the same in every language (`1.200 kr.`), and a day has the same figures (`20`, `2026`): so two languages
side by side, or a paper and a letter from the landlord, can be held against each other.

The minus is U+2212, not a hyphen: it is as wide as a figure's plus, is read aloud as "minus" and is never broken off at
the end of a line. A no-break space stands before the unit for the same reason. `money.parse_amount` reads both back.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

from budgetdesk import i18n
from budgetdesk.dates import Month
from budgetdesk.money import to_krone, to_oere

LOCALE = "da_DK"
MINUS = "\u2212"
NO_BREAK = "\u00a0"
_DANISH = str.maketrans(",.", ".,")
"""Python's separators, turned round."""


def amount(value: Decimal, *, oere: bool | None = None) -> str:
    """Kroner without a unit: `1.234`, `1.234,50`, `−75`.

    `oere=True` always shows øre; `oere=False` rounds to whole kroner, 50 øre away from zero; without it øre are shown
    where there are any. Øre are rounded half away from zero.
    """
    if oere is None:
        oere = to_oere(value) != to_krone(value)
    shown = to_oere(value) if oere else to_krone(value)
    # As `format_decimal` of the locale does it, which a test holds; a case has hundreds of amounts, and this is quick.
    return _signed(f"{shown + 0:,}".translate(_DANISH))


def kroner(value: Decimal, *, oere: bool | None = None) -> str:
    """Kroner with their unit: `1.234 kr.`, `1.234,50 kr.`. Øre as in `amount`."""
    return f"{amount(value, oere=oere)}{NO_BREAK}kr."


def percent(value: Decimal, decimals: int = 1) -> str:
    """A number of per cent: `8 %`, `12,5 %`; at most `decimals` decimals, rounded half away from zero."""
    shown = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{_signed(format_decimal(shown + 0, '#,##0.' + '#' * decimals, locale=LOCALE))}{NO_BREAK}%"


def number(value: Decimal | int) -> str:
    """A number that is not money: `84`, `1.250`, `84,5`."""
    if isinstance(value, int):
        return _signed(f"{value:,}".translate(_DANISH))  # as below, and quick: a table has hundreds
    return _signed(format_decimal(value, "#,##0.###", locale=LOCALE))


_LOCALES = {"da": LOCALE, "en": "en_GB"}
_DAY = {"da": "d. MMMM y"}
_WEEKDAY_AND_DAY = {
    "da": "EEEE 'den' d. MMMM y",
    "ar": "EEEE، d MMMM y",
    "fa": "EEEE d MMMM y",
    "pl": "EEEE, d MMMM y",
    "so": "EEEE, d MMMM y",
    "tr": "d MMMM y EEEE",
    "uk": "EEEE, d MMMM y",
    "ur": "EEEE، d MMMM y",
}
"""How a day is written, by language. Figures are 0-9 in all of them, and the calendar is the Danish one."""


def _written(value: date, patterns: Mapping[str, str], usual: str) -> str:
    language = i18n.language()
    return _told(value, patterns.get(language, usual), _LOCALES.get(language, language))


@lru_cache(maxsize=2_000)
def _told(value: date, pattern: str, locale: str) -> str:
    """A paper tells the same few days again and again."""
    return format_date(value, pattern, locale=locale)


def day(value: date) -> str:
    """`1. december 2026`."""
    return _written(value, _DAY, "d MMMM y")


def short_day(value: date) -> str:
    """`01.12.2026`."""
    return _told(value, "dd.MM.y", LOCALE)


def weekday(value: date) -> str:
    """`tirsdag`."""
    return _written(value, {}, "EEEE")


def weekday_and_day(value: date) -> str:
    """`tirsdag den 1. december 2026`."""
    return _written(value, _WEEKDAY_AND_DAY, "EEEE d MMMM y")


def month(value: Month | date) -> str:
    """`december 2026`."""
    first = value.first if isinstance(value, Month) else value
    return _written(first, {}, "LLLL y")


def month_name(number: int) -> str:
    """`december`, of 12."""
    return _written(date(2000, number, 1), {}, "LLLL")


def capital(text: str) -> str:
    """With a capital at the beginning; the rest as it stands, for in English days and months have one too."""
    return text[:1].upper() + text[1:]


def _signed(text: str) -> str:
    return text.replace("-", MINUS)
