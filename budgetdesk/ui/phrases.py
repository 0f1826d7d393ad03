"""Small Danish phrases of the window: amounts, days and the line about a household."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from budgetdesk import formats
from budgetdesk.casework.record import Record
from budgetdesk.dates import age_on
from budgetdesk.i18n import N_, _


def whole_kroner(amount: Decimal) -> str:
    """`16.940`, `−570`: rounded to whole kroner for the eye (half away from zero)."""
    return formats.amount(amount, oere=False)


def kroner(amount: Decimal) -> str:
    """`16.940 kr.`: rounded to whole kroner for the eye, with a space that does not break."""
    return formats.kroner(amount, oere=False)


def kroner_and_oere(amount: Decimal) -> str:
    """`1.234,50 kr.`: exact; whole kroner without decimals."""
    return formats.kroner(amount)


def day(value: date, *, year: bool = False) -> str:
    """`1. december`, with the year where it is asked for."""
    shown = formats.day(value).replace(" ", "\u00a0", 1)
    return shown if year else shown.rsplit(" ", 1)[0]


def short_day(value: date) -> str:
    """`1. dec.`: for a mark with little room."""
    number, name = formats.day(value).split()[:2]
    return f"{number}\u00a0{name if len(name) <= 4 else name[:3] + '.'}"


def weekday(value: date) -> str:
    """`tirsdag den 1. december`."""
    return _("{value} den {value_2}").format(value=formats.weekday(value), value_2=day(value))


def clock_time(value: datetime) -> str:
    """`10.42`, in the time of this computer."""
    return f"{value.astimezone():%H.%M}"


def listed(words: Sequence[str]) -> str:
    """`5, 8 og 11`."""
    return _(" og ").join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def sentence(text: str) -> str:
    """The text with one full stop; `kr.` at its end carries it already."""
    return text if text.endswith(".") else f"{text}."


def count(number: int, one: str, many: str) -> str:
    """`1 barn`, `2 børn`: two texts marked with `N_`, said in the language that is spoken."""
    return f"{number} {_(one if number == 1 else many)}"


def case_title(record: Record) -> str:
    """`Sag 2026-0143`, `Sag 2026-0143 · afsluttet`; without a number the tenant's first name is not used: the header is
    seen by whoever passes."""
    title = _("Sag {number}").format(number=record.case.info.number) if record.case.info.number else _("Ny sag")
    return _("{title} · afsluttet").format(title=title) if record.case.course.ended is not None else title


def household(record: Record, today: date) -> list[str]:
    """The line under the case number, in parts, the most telling first; ages are those of `today`."""
    case = record.case
    children = sum(1 for p in case.children if p.born is None or age_on(p.born, today) < 18)
    adults = len(case.adults)
    parts = []
    if adults:
        parts.append(_("Par") if adults > 1 else _("Enlig forsørger") if children else _("Enlig"))
    if children:
        parts.append(count(children, N_("barn"), N_("børn")))
    if case.tenancy.rent_per_month is not None:
        parts.append(_("husleje {rent_per_month}").format(rent_per_month=kroner(case.tenancy.rent_per_month)))
    if case.tenancy.address:
        parts.append(case.tenancy.address)
    return parts
