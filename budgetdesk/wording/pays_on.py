"""On which days money moves, as people say it, and back: `day:20 of 1,4,7,10` is `20. jan., april, juli, okt.`

`words` and `read` are each other's inverse in every language of the window; `read` takes more than `words` writes, and
Danish and English at any time.
"""

from __future__ import annotations

import re
from datetime import date

from budgetdesk.dates import parse_date
from budgetdesk.errors import BadDateError, BadInputError
from budgetdesk.household.pays_on import is_pays_on
from budgetdesk.i18n import N_, _

USUAL = ("day:1", "first_bank_day", "last_bank_day", "day:1 of 1,4,7,10", "day:20 of 1,4,7,10", "weekday:sat")
"""What most bills and incomes use, to step through."""

_MONTHS = (
    N_("jan."),
    N_("feb."),
    N_("marts"),
    N_("april"),
    N_("maj"),
    N_("juni"),
    N_("juli"),
    N_("aug."),
    N_("sept."),
    N_("okt."),
    N_("nov."),
    N_("dec."),
)
_WEEKDAYS = {
    "mon": N_("mandag"),
    "tue": N_("tirsdag"),
    "wed": N_("onsdag"),
    "thu": N_("torsdag"),
    "fri": N_("fredag"),
    "sat": N_("lørdag"),
    "sun": N_("søndag"),
}
_BANK_DAYS = {"first_bank_day": N_("første bankdag"), "last_bank_day": N_("sidste bankdag")}
_DAY = re.compile(r"(?:den )?(\d{1,2})\.?(?: (.*))?")
_EVERY_MONTH = re.compile(r"(?:i |hver )?(?:måneden|måned|md\.?|mdr\.?)")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}")
_ALL = 12
_EVERY_OTHER = {N_("i ulige måneder"): frozenset(range(1, 13, 2)), N_("i lige måneder"): frozenset(range(2, 13, 2))}
_HELP = N_("Skriv fx 1. i måneden, sidste bankdag, 20. jan., april, juli, okt. eller hver lørdag.")
_FROM_ENGLISH = (
    (r"(?<=\d)(st|nd|rd|th)\b", ""),
    (r"^(?:the |on |day )+(?=\d)", ""),
    (r"\b(?:of|in) (?:the|every|each) month\b|\b(?:every|each) month\b", "i måneden"),
    (r"^(?:the )?first bank(?:ing)?\b", "første bank"),
    (r"^(?:the )?last bank(?:ing)?\b", "sidste bank"),
    (r"\b(?:all|every month) but\b", "undtagen"),
    (r"\bin odd months\b", "i ulige måneder"),
    (r"\bin even months\b", "i lige måneder"),
    (r"(?<=\d) (?:of|in) (?=[a-z])", " "),
    (r"\bmay\b", "maj"),
    (r"\boct(?:ober)?\b", "okt"),
    (r"\band\b", "og"),
    (r"^every (?=[a-z])", "hver "),
    (r"\bmon(?:day)?\b(?! og)", "mandag"),
    (r"\btue(?:s|sday)?\b", "tirsdag"),
    (r"\bwed(?:nesday)?\b", "onsdag"),
    (r"\bthu(?:rs|rsday)?\b", "torsdag"),
    (r"\bfri(?:day)?\b", "fredag"),
    (r"\bsat(?:urday)?\b", "lørdag"),
    (r"\bsun(?:day)?\b", "søndag"),
    (r"\bfrom\b", "fra"),
)
"""English as people write it -> the Danish that is read; Danish stays as it is."""


def words(pays_on: str) -> str:
    """The rule in words; "" stays "", and a rule that cannot be read stands as it is."""
    name, _colon, rest = pays_on.partition(":")
    if not pays_on or not is_pays_on(pays_on):
        return pays_on
    if name in _BANK_DAYS:
        return _(_BANK_DAYS[name])
    if name == "date":
        return _day(date.fromisoformat(rest))
    if name == "weekday":
        weekday, _from, begins = rest.partition(" from ")
        said = _(_WEEKDAYS[weekday])
        if not begins:
            return _("hver {weekday}").format(weekday=said)
        return _("{weekday} fra {day}").format(weekday=said, day=_day(date.fromisoformat(begins)))
    number, _of, months = rest.partition(" of ")
    if not months:
        return _("{number}. i måneden").format(number=number)
    among = _in_months(frozenset(int(month) for month in months.split(",")))
    return _("{number}. {months}").format(number=number, months=among)


def read(text: str, *, today: date) -> str:
    """The rule that a text means. `today` settles two-digit years. Raises BadInputError, saying how to write it."""
    plain = " ".join(text.casefold().split())
    if not plain or is_pays_on(plain):
        return plain
    plain = _in_danish(plain)
    found = _bank_day(plain) or _weekday(plain, today) or _date(plain, today) or _day_of_month(plain)
    if found and is_pays_on(found):
        return found
    raise BadInputError(_("Dagen “{text}” kan ikke læses. {help}").format(text=text.strip(), help=_(_HELP)))


def _in_danish(plain: str) -> str:
    for english, danish in _FROM_ENGLISH:
        plain = re.sub(english, danish, plain)
    return plain


def _in_months(months: frozenset[int]) -> str:
    """As short as can be: every other month, all but one, or each by name."""
    known = next((said for said, which in _EVERY_OTHER.items() if which == months), "")
    if known:
        return _(known)
    if len(months) == _ALL - 1:
        return _("undtagen {month}").format(month=_(_MONTHS[next(m for m in range(1, 13) if m not in months) - 1]))
    return ", ".join(_(_MONTHS[month - 1]) for month in sorted(months))


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
