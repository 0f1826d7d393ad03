"""The accounts day by day, in words: for who cannot see the curve, and for the day one points at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from budgetdesk.dates import Month
from budgetdesk.formats import capital, kroner, month, weekday
from budgetdesk.i18n import N_, _
from budgetdesk.money import ZERO
from budgetdesk.planning.plan import DayBalance
from budgetdesk.wording.days import near_day

MOST = 5
"""So many moves of a day are named; of the others only how many there are."""
INSTALMENT = N_("Afdrag på restance")


def day_line(of: DayBalance, on: date) -> str:
    """`Tirsdag den 1. december: 7.866 kr.`; below zero in words as well."""
    said = _("{day} den {near_day}").format(day=weekday(of.day), near_day=near_day(of.day, on))
    said = capital(said)
    if of.balance < ZERO:
        return _("{said}: {balance} under nul").format(said=said, balance=kroner(-of.balance, oere=False))
    return f"{said}: {kroner(of.balance, oere=False)}"


def moves_line(of: DayBalance) -> str:
    """`Ind: Løn 15.304 kr. Ud: Husleje 7.600 kr. og 12 andre.`; the instalment is always named."""
    parts = []
    coming = sorted((m for m in of.moves if m[1] > ZERO), key=lambda m: -m[1])
    going = sorted((m for m in of.moves if m[1] < ZERO), key=lambda m: (m[0] != INSTALMENT, m[1]))
    for word, moves in ((_("Ind"), coming), (_("Ud"), going)):
        if moves:
            named = ", ".join(f"{title} {kroner(abs(amount), oere=False)}" for title, amount in moves[:MOST])
            others = len(moves) - MOST
            more = _(" og {others} andre.").format(others=others) if others > 0 else ""
            parts.append(f"{word}: {named}{more}")
    return " ".join(parts) or _("Ingen bevægelser.")


def lowest_label(low: DayBalance, on: date) -> str:
    """`Laveste dag: 19. januar, 33 kr.`; below zero: how much is missing."""
    amount = kroner(abs(low.balance), oere=False)
    return _("Laveste dag: {near_day}, {amount}").format(
        near_day=near_day(low.day, on),
        amount=_("der mangler {amount}").format(amount=amount) if low.balance < ZERO else amount,
    )


def mark(curve: Sequence[DayBalance], lowest: DayBalance | None, on: date) -> tuple[DayBalance | None, str]:
    """The day to point out, and its label: the first day below zero, else the lowest. Of a plan that breaks, nobody
    needs to know how deep it would fall."""
    below = next((day for day in curve if day.balance < ZERO), None)
    if below is not None:
        return below, _("Første dag under nul: {near_day}").format(near_day=near_day(below.day, on))
    return lowest, lowest_label(lowest, on) if lowest else ""


def summary(curve: Sequence[DayBalance], lowest: DayBalance | None, on: date) -> str:
    """The whole curve in a few sentences."""
    if not curve:
        return _("Der er ikke tal nok til en kurve endnu.")
    first, last = curve[0], curve[-1]
    below = [day for day in curve if day.balance < ZERO]
    said = [
        _("Fra {near_day} til {near_day_2}.").format(
            near_day=near_day(first.day, on), near_day_2=near_day(last.day, on)
        ),
        _("I dag {balance}").format(balance=kroner(first.balance, oere=False)),
    ]
    if lowest is not None:
        said.append(lowest_label(lowest, on))
    if below:
        days = _("én dag") if len(below) == 1 else _("{count} dage").format(count=len(below))
        said.append(
            _("Under nul i {days}, første gang {near_day}.").format(days=days, near_day=near_day(below[0].day, on))
        )
    else:
        said.append(_("Aldrig under nul."))
    return " ".join(said)


@dataclass(frozen=True)
class MonthLine:
    """One month of the curve: the balance at its end, its lowest day, and what is paid off."""

    title: str
    lowest: str
    end: str


def months(curve: Sequence[DayBalance], on: date) -> tuple[MonthLine, ...]:
    """The curve as a table, one line a month."""
    lines = []
    for of, group in groupby(curve, key=lambda day: Month.of(day.day)):
        days = list(group)
        low = min(days, key=lambda day: day.balance)
        lines.append(
            MonthLine(
                capital(month(of)),
                f"{near_day(low.day, on)}: {kroner(low.balance, oere=False)}",
                kroner(days[-1].balance, oere=False),
            )
        )
    return tuple(lines)
