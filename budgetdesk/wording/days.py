"""Days in sentences: the year is left out where it goes without saying."""

from __future__ import annotations

from datetime import date, timedelta

from budgetdesk.formats import day
from budgetdesk.i18n import N_, _

NEAR = timedelta(days=300)
NUMBERS = (
    N_("ingen"),
    N_("en"),
    N_("to"),
    N_("tre"),
    N_("fire"),
    N_("fem"),
    N_("seks"),
    N_("syv"),
    N_("otte"),
    N_("ni"),
    N_("ti"),
    N_("elleve"),
    N_("tolv"),
)


def near_day(value: date, on: date) -> str:
    """`1. december` for a day of the coming months, else with its year."""
    written = day(value)
    return written.rsplit(" ", 1)[0] if timedelta() <= value - on < NEAR else written


def days_until(days: int) -> str:
    """`i dag`, `i morgen`, `om 11 dage`, `for 2 dage siden`."""
    if days == 0:
        return _("i dag")
    if days < 0:
        return _("i går") if days == -1 else _("for {days} dage siden").format(days=-days)
    return _("i morgen") if days == 1 else _("om {days} dage").format(days=days)


def count(number: int) -> str:
    """`otte` up to twelve, then figures."""
    return _(NUMBERS[number]) if number < len(NUMBERS) else str(number)
