"""On which days money moves, as people say it, and back: `day:20 of 1,4,7,10` is `20. jan., april, juli, okt.`

`words` and `read` are each other's inverse; `read` takes more than `words` writes.
"""

from __future__ import annotations

import re
from datetime import date

from budgetdesk.dates import parse_date
from budgetdesk.errors import BadDateError, BadInputError
from budgetdesk.household.pays_on import is_pays_on

USUAL = ("day:1", "first_bank_day", "last_bank_day", "day:1 of 1,4,7,10", "day:20 of 1,4,7,10", "weekday:sat")
"""What most bills and incomes use, to step through."""

_MONTHS = ("jan.", "feb.", "marts", "april", "maj", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "dec.")
_WEEKDAYS = {
    "mon": "mandag",
    "tue": "tirsdag",
    "wed": "onsdag",
    "thu": "torsdag",
    "fri": "fredag",
    "sat": "lørdag",
    "sun": "søndag",
}
_BANK_DAYS = {"first_bank_day": "første bankdag", "last_bank_day": "sidste bankdag"}
_DAY = re.compile(r"(?:den )?(\d{1,2})\.?(?: (.*))?")
_EVERY_MONTH = re.compile(r"(?:i |hver )?(?:måneden|måned|md\.?|mdr\.?)")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}")
_ALL = 12
_EVERY_OTHER = {"i ulige måneder": frozenset(range(1, 13, 2)), "i lige måneder": frozenset(range(2, 13, 2))}
_HELP = "Skriv fx 1. i måneden, sidste bankdag, 20. jan., april, juli, okt. eller hver lørdag."


def words(pays_on: str) -> str:
    """The rule in Danish; "" stays "", and a rule that cannot be read stands as it is."""
    name, _, rest = pays_on.partition(":")
    if not pays_on or not is_pays_on(pays_on):
        return pays_on
    if name in _BANK_DAYS:
        return _BANK_DAYS[name]
    if name == "date":
        return _day(date.fromisoformat(rest))
    if name == "weekday":
        weekday, _, begins = rest.partition(" from ")
        said = _WEEKDAYS[weekday]
        return f"{said} fra {_day(date.fromisoformat(begins))}" if begins else f"hver {said}"
    number, _, months = rest.partition(" of ")
    if not months:
        return f"{number}. i måneden"
    return f"{number}. {_in_months(frozenset(int(month) for month in months.split(',')))}"


def read(text: str, *, today: date) -> str:
    """The rule that a text means. `today` settles two-digit years. Raises BadInputError, saying how to write it."""
    plain = " ".join(text.casefold().split())
    if not plain or is_pays_on(plain):
        return plain
    found = _bank_day(plain) or _weekday(plain, today) or _date(plain, today) or _day_of_month(plain)
    if found and is_pays_on(found):
        return found
    raise BadInputError(f"Dagen “{text.strip()}” kan ikke læses. {_HELP}")


def _in_months(months: frozenset[int]) -> str:
    """As short as can be: every other month, all but one, or each by name."""
    known = next((said for said, which in _EVERY_OTHER.items() if which == months), "")
    if known:
        return known
    if len(months) == _ALL - 1:
        return f"undtagen {_MONTHS[next(m for m in range(1, 13) if m not in months) - 1]}"
    return ", ".join(_MONTHS[month - 1] for month in sorted(months))


def _day(value: date) -> str:
    return f"{value.day}.{value.month}.{value.year}"


def _bank_day(plain: str) -> str:
    first_word = plain.removeprefix("den ").split()[0]
    return next((rule for rule, said in _BANK_DAYS.items() if said.startswith(first_word) and len(first_word) > 3), "")


def _weekday(plain: str, today: date) -> str:
    match = re.match(r"(?:hver )?(man|tir|ons|tor|fre|lør|søn)\w*(?: fra (.+))?$", plain)
    if match is None:
        return ""
    key = next(key for key, said in _WEEKDAYS.items() if said.startswith(match[1]))
    begins = _iso(match[2], today) if match[2] else ""
    return f"weekday:{key} from {begins}" if begins else f"weekday:{key}"


def _date(plain: str, today: date) -> str:
    return f"date:{_iso(plain, today)}" if _DATE.fullmatch(plain) else ""


def _iso(text: str, today: date) -> str:
    try:
        return parse_date(text, today=today).isoformat()
    except BadDateError as error:
        raise BadInputError(str(error)) from None


def _day_of_month(plain: str) -> str:
    match = _DAY.fullmatch(plain)
    if match is None:
        return ""
    number, rest = int(match[1]), (match[2] or "").strip()
    if not rest or _EVERY_MONTH.fullmatch(rest):
        return f"day:{number}"
    months = _EVERY_OTHER.get(rest) or _named(rest.removeprefix("undtagen "))
    if rest.startswith("undtagen ") and 0 not in months:
        months = frozenset(range(1, 13)) - months
    return f"day:{number} of {','.join(str(m) for m in sorted(months))}" if 0 not in months else ""


def _named(text: str) -> frozenset[int]:
    """The months named in a text, 0 for a word that is none."""
    return frozenset(_month(name) for name in re.split(r"[\s,/&]+|(?<=\.)(?=\w)", text) if name not in ("", "og"))


def _month(name: str) -> int:
    bare = name.strip(".")
    for number, month in enumerate(_MONTHS, 1):
        if len(bare) >= 3 and bare[:3] == month[:3]:
            return number
    return int(bare) if bare.isdigit() and 1 <= int(bare) <= 12 else 0
