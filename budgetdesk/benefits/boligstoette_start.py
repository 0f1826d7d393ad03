"""From which day boligstøtte is paid, and what waiting costs.

Law:  Boligstøtteloven; the days as borger.dk gives them. Applied for within 30 days of moving in: from that day.
      Later: from the first of the month after Udbetaling Danmark got the application.
Spec: docs/benefits/boligstoette.md
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from budgetdesk.benefits.assessment import LookAgain, Step
from budgetdesk.benefits.figures import Figures
from budgetdesk.dates import Month
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _

PARAGRAPH = N_("borger.dk, Søg boligstøtte")
BENEFIT = "boligstoette"


def paid_from(applied: date, moved_in: date | None, *, days: int) -> date:
    """The first day that is paid for: the day of moving in when applied for in time, else the first of next month.

    Applied for before moving in: from the day of moving in.
    """
    if moved_in is not None and applied <= moved_in + timedelta(days=days):
        return moved_in
    return Month.of(applied).plus(1).first


def applied_on(case: Case, day: date) -> date | None:
    """The day boligstøtte was applied for, where that has happened by `day`."""
    known = [case.tenancy.boligstoette.applied_on]
    known += [each.applied_on for each in case.applications if each.id == BENEFIT]
    found = [each for each in known if each is not None and each <= day]
    return max(found) if found else None


def last_day_for_moving_in(moved_in: date, figures: Figures) -> date:
    """The last day to apply and be paid from moving in."""
    return moved_in + timedelta(days=int(figures.compare("ansoegning_efter_indflytning")))


def start_steps(case: Case, day: date, per_month: Decimal, figures: Figures) -> tuple[Step, ...]:
    """From when it is paid if applied for on `day` (or on the day it was), and what a month of waiting costs."""
    if case.tenancy.boligstoette.amount:
        return ()
    days = int(figures.compare("ansoegning_efter_indflytning"))
    applied = applied_on(case, day)
    start = paid_from(applied or day, case.tenancy.moved_in, days=days)
    if applied is not None:
        return (
            Step(
                _("Søgt den {applied}: gælder fra den {start}").format(
                    applied=f"{applied:%d.%m.%Y}", start=f"{start:%d.%m.%Y}"
                ),
                _(PARAGRAPH),
            ),
        )
    return (
        Step(_("Søger I i dag, gælder støtten fra den {start}").format(start=f"{start:%d.%m.%Y}"), _(PARAGRAPH)),
        Step(_("Det mister I for hver måned, I venter med at søge"), _(PARAGRAPH), per_month),
    )


def waiting(case: Case, day: date, figures: Figures) -> tuple[LookAgain, ...]:
    """The last day to apply without losing one more month; nothing where that is done, or moving in is so recent."""
    if case.tenancy.boligstoette.amount or applied_on(case, day) is not None:
        return ()
    days = int(figures.compare("ansoegning_efter_indflytning"))
    if paid_from(day, case.tenancy.moved_in, days=days) == case.tenancy.moved_in:
        return ()
    return (LookAgain(Month.of(day).last, _("Sidste dag at søge, før I mister en måned mere.")),)


def in_time(case: Case, day: date, figures: Figures) -> LookAgain | None:
    """The last day to apply and be paid from moving in; None where it has passed or the day is not known."""
    moved_in = case.tenancy.moved_in
    if moved_in is None or moved_in > day:
        return None
    last = last_day_for_moving_in(moved_in, figures)
    return LookAgain(last, _("Sidste dag at søge, hvis støtten skal gælde fra indflytningen.")) if day <= last else None
