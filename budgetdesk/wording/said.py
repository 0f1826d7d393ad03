"""Numbers said in words that people use: `ca. 985 kr. om ugen til mad`, `halvdelen`, `fast den 1. hver måned`.

Rounding is honest: whatever is not said exactly as it is has `ca.` before it. What is to be paid is never rounded.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from budgetdesk import formats
from budgetdesk.dates import Month
from budgetdesk.household.pays_on import is_pays_on
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import to_krone

EVERY = {
    Rhythm.WEEKLY: N_("om ugen"),
    Rhythm.BIWEEKLY: N_("hver anden uge"),
    Rhythm.MONTHLY: N_("om måneden"),
    Rhythm.BIMONTHLY: N_("hver anden måned"),
    Rhythm.QUARTERLY: N_("hver tredje måned"),
    Rhythm.HALFYEARLY: N_("to gange om året"),
    Rhythm.YEARLY: N_("en gang om året"),
    Rhythm.ELEVEN: N_("elleve gange om året"),
    Rhythm.ONCE: N_("en gang"),
}
SHARES = {
    Fraction(1, 10): N_("en tiendedel"),
    Fraction(1, 5): N_("en femtedel"),
    Fraction(1, 4): N_("en fjerdedel"),
    Fraction(1, 3): N_("en tredjedel"),
    Fraction(2, 5): N_("to femtedele"),
    Fraction(1, 2): N_("halvdelen"),
    Fraction(3, 5): N_("tre femtedele"),
    Fraction(2, 3): N_("to tredjedele"),
    Fraction(3, 4): N_("tre fjerdedele"),
    Fraction(4, 5): N_("fire femtedele"),
    Fraction(9, 10): N_("ni tiendedele"),
    Fraction(1): N_("det hele"),
}
NEAR = Fraction(3, 100)
"""So far from a share it is still said by its name, with `ca.`"""
_MONDAY = date(2024, 1, 1)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_BANK_DAYS = {
    "first_bank_day": N_("den første bankdag hver måned"),
    "last_bank_day": N_("den sidste bankdag hver måned"),
}


def about(amount: Decimal, *, step: int = 1) -> str:
    """`985 kr.` for 985, `ca. 985 kr.` for 985,40: rounded to `step` whole kroner, half away from zero."""
    whole = to_krone(amount) if step == 1 else (amount / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    told = formats.kroner(whole, oere=False)
    return told if whole == amount else _("ca. {amount}").format(amount=told)


def each(amount: Decimal, rhythm: Rhythm = Rhythm.WEEKLY, what: str = "", *, step: int = 1) -> str:
    """`1.200 kr. om ugen`; with `what` also for what: `ca. 985 kr. om ugen til mad`. Rounded as `about`."""
    known = {"amount": about(amount, step=step), "often": translated(EVERY)[rhythm]}
    if not what:
        return _("{amount} {often}").format(**known)
    return _("{amount} {often} til {what}").format(**known, what=what)


def share(part: Decimal, whole: Decimal) -> str:
    """`halvdelen`, `ca. en tredjedel`, `ca. 15 kr. af hver 100 kr.`, `mere end det hele`; "" of nothing, or of a part
    below nothing."""
    if whole <= 0 or part < 0:
        return ""
    exact = Fraction(part) / Fraction(whole)
    if exact > 1:
        return _("mere end det hele")
    nearest = min(translated(SHARES), key=lambda one: abs(one - exact))
    if exact == nearest:
        return translated(SHARES)[nearest]
    if abs(nearest - exact) <= NEAR and exact >= NEAR and nearest != 1:
        return _("ca. {share}").format(share=translated(SHARES)[nearest])
    return _of_a_hundred(exact)


def _of_a_hundred(exact: Fraction) -> str:
    kroner = exact * 100
    rounded = int(kroner + Fraction(1, 2))
    if rounded in (0, 100) and kroner != rounded:
        return _("næsten intet") if rounded == 0 else _("næsten det hele")
    told = _("{count} kr. af hver 100 kr.").format(count=rounded)
    return told if kroner == rounded else _("ca. {share}").format(share=told)


def when(pays_on: str, rhythm: Rhythm = Rhythm.MONTHLY) -> str:
    """When it falls: `den 1. hver måned`, `hver torsdag`, `den 20. i januar og juli`; "" where nobody knows."""
    name, _colon, rest = pays_on.partition(":")
    if not pays_on or not is_pays_on(pays_on):
        return ""
    if name in _BANK_DAYS:
        return translated(_BANK_DAYS)[name]
    if name == "weekday":
        weekday = formats.weekday(_MONDAY + timedelta(days=_WEEKDAYS.index(rest.partition(" ")[0])))
        told = _("hver anden {weekday}") if rhythm is Rhythm.BIWEEKLY else _("hver {weekday}")
        return told.format(weekday=weekday)
    if name == "date":
        year, month, day = (int(number) for number in rest.split("-"))
        return _("den {day}. {month}").format(day=day, month=formats.month(Month(year, month)))
    number, _of, months = rest.partition(" of ")
    if not months:
        return _("den {day}. hver måned").format(day=number)
    return _("den {day}. i {months}").format(day=number, months=_months([int(one) for one in months.split(",")]))


def fixed(pays_on: str, rhythm: Rhythm = Rhythm.MONTHLY) -> str:
    """`fast den 1. hver måned`; "" for what comes once, or on a day nobody knows."""
    told = when(pays_on, rhythm)
    return _("fast {when}").format(when=told) if told and not pays_on.startswith("date:") else ""


def _months(numbers: list[int]) -> str:
    """`januar, april og juli`."""
    names = [formats.month(Month(2000, one)).rsplit(" ", 1)[0] for one in sorted(numbers)]
    if len(names) < 2:
        return "".join(names)
    return _("{rows} og {last}").format(rows=", ".join(names[:-1]), last=names[-1])
