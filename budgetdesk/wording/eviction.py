"""The eviction clock in words: what each step is called, its day or days, and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from budgetdesk.casework.eviction import Basis, ClockStep, EvictionClock, StepKey
from budgetdesk.formats import day, weekday_and_day
from budgetdesk.i18n import N_, _, translated
from budgetdesk.wording.days import NEAR

TITLES = {
    StepKey.LAST_TIMELY: N_("Sidste dag at betale til tiden"),
    StepKey.PAAKRAV: N_("Påkrav"),
    StepKey.PAY_BY: N_("Sidste dag at betale"),
    StepKey.OPHAEVELSE: N_("Ophævelse"),
    StepKey.COURT_FILING: N_("Sagen sendes til fogedretten"),
    StepKey.COURT_MEETING: N_("Møde i fogedretten"),
    StepKey.EVICTION: N_("Udsættelse"),
}
EARLIEST = {
    StepKey.PAAKRAV: N_("Tidligste påkrav"),
    StepKey.OPHAEVELSE: N_("Tidligste ophævelse"),
}
"""Where the law sets the first day and nothing has arrived."""
SHORT = {
    StepKey.LAST_TIMELY: N_("Husleje"),
    StepKey.PAAKRAV: N_("Påkrav"),
    StepKey.PAY_BY: N_("Sidste dag at betale"),
    StepKey.OPHAEVELSE: N_("Ophævelse"),
    StepKey.COURT_FILING: N_("Til fogedretten"),
    StepKey.COURT_MEETING: N_("Fogedretten"),
    StepKey.EVICTION: N_("Udsættelse"),
}
"""For a mark with little room."""
BASIS = {Basis.RULE: N_("efter loven"), Basis.LETTER: N_("efter brevet"), Basis.ESTIMATE: N_("et skøn")}

IN_PRACTICE = N_("{day}, i praksis {practice}")
SAME_MONTH = N_("mellem {first}. og {last}")
TWO_MONTHS = N_("mellem {first} og {last}")


@dataclass(frozen=True)
class StepLine:
    """One step in words."""

    title: str
    day: str
    basis: str
    why: str


def title(step: ClockStep) -> str:
    """`Møde i fogedretten`, `Tidligste ophævelse`."""
    return _(
        translated(TITLES)[step.key]
        if step.basis is Basis.LETTER
        else translated(EARLIEST).get(step.key, translated(TITLES)[step.key])
    )


def days(step: ClockStep, on: date) -> str:
    """`1. december`, `mellem 9. og 16. december`, `lørdag den 5., i praksis mandag den 7. december`."""
    if step.is_range:
        return between(step.first, step.last, on)
    if step.in_practice is None:
        return near_day(step.first, on)
    return _(IN_PRACTICE).format(day=near_day(step.first, on), practice=near_day(step.in_practice, on))


def near_day(value: date, on: date) -> str:
    """`1. december` for a day of the months around today, else with its year."""
    written = day(value)
    return written.rsplit(" ", 1)[0] if abs(value - on) < NEAR else written


def between(first: date, last: date, on: date) -> str:
    """`1. december`, `mellem 9. og 16. december`, `mellem 29. december og 5. januar`."""
    if first == last:
        return near_day(first, on)
    start, end = near_day(first, on), near_day(last, on)
    same = (first.year, first.month) == (last.year, last.month)
    return _(SAME_MONTH).format(first=first.day, last=end) if same else _(TWO_MONTHS).format(first=start, last=end)


def lines(clock: EvictionClock, on: date) -> tuple[StepLine, ...]:
    """Every step, in the order of the law."""
    return tuple(
        StepLine(title(step), days(step, on), _(translated(BASIS)[step.basis]), step.why) for step in clock.steps
    )


def as_text(clock: EvictionClock) -> str:
    """The whole clock for a terminal, with the reasons."""
    told = [f"{title(step)}: {_exact(step)} ({translated(BASIS)[step.basis]})\n  {step.why}" for step in clock.steps]
    return "\n".join([*told, *clock.warnings])


def _exact(step: ClockStep) -> str:
    first = weekday_and_day(step.first)
    if step.is_range:
        return _("{first} til {last}").format(first=first, last=weekday_and_day(step.last))
    return (
        _("{first}, i praksis {in_practice}").format(first=first, in_practice=weekday_and_day(step.in_practice))
        if step.in_practice
        else first
    )
