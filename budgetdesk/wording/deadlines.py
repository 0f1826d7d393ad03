"""Sentences about the eviction clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from budgetdesk.casework.deadlines import Clock, Deadline
from budgetdesk.formats import weekday_and_day
from budgetdesk.i18n import N_, _, ngettext, translated
from budgetdesk.wording.days import days_until, near_day


@dataclass(frozen=True)
class DeadlineLine:
    """One day of the clock in words."""

    label: str
    day: str
    when: str
    why: str
    vejledende: bool


LABELS = {
    "last_timely_payment": N_("Sidste dag at betale huslejen til tiden"),
    "earliest_paakrav": N_("Tidligste dag for et påkrav"),
    "pay_by": N_("Sidste dag at betale efter påkravet"),
    "earliest_ophaevelse": N_("Tidligste dag for en ophævelse"),
}


def lines(clock: Clock, on: date) -> tuple[DeadlineLine, ...]:
    """Every day of the clock that is known, in the order of the law."""
    found: list[tuple[str, Deadline | None]] = [(key, getattr(clock, key)) for key in LABELS]
    return tuple(
        DeadlineLine(
            translated(LABELS)[key], weekday_and_day(d.day), days_until((d.day - on).days), d.why, d.vejledende
        )
        for key, d in found
        if d is not None
    )


def headline(clock: Clock | None, on: date) -> str:
    """`11 dage til sidste dag at betale, 1. december`; "" where no deadline runs."""
    if clock is None or clock.pay_by is None:
        return ""
    left, written = (clock.pay_by.day - on).days, near_day(clock.pay_by.day, on)
    if left < 0:
        return _("Fristen for at betale gik {days_until}, {written}").format(
            days_until=days_until(left), written=written
        )
    if left == 0:
        return _("I dag er sidste dag at betale, {written}").format(written=written)
    return ngettext(
        "{left} dag til sidste dag at betale, {written}", "{left} dage til sidste dag at betale, {written}", left
    ).format(left=left, written=written)
