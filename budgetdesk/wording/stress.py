"""The plan under strain, and what would close the gap, in words: for window, paper and command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.formats import capital, kroner, percent
from budgetdesk.i18n import N_, _, ngettext
from budgetdesk.money import ZERO
from budgetdesk.planning.plan import Change, Closing, DayBalance, PlanTest, StressRow
from budgetdesk.wording.days import count, near_day

HEADING = N_("Hvis noget går galt")
COLUMNS = (N_("Hvad nu, hvis"), N_("Så"), N_("Den tåler højst"))


@dataclass(frozen=True)
class StressLine:
    """One row of the table: what happens, what then, and how much can be borne."""

    what: str
    then: str
    limit: str
    holds: bool


def line(row: StressRow, on: date) -> StressLine:
    """`Huslejen stiger 5 %` · `bryder 17. november: der mangler 214 kr.` · `4 %`."""
    return StressLine(what(row), then(row, on), limit(row), row.holds)


def what(row: StressRow) -> str:
    """What happens, without “hvis”."""
    return _WHAT[row.kind](row)


def then(row: StressRow, on: date) -> str:
    """`holder`, or the day it breaks and how much is missing."""
    if row.holds or row.breaks_on is None:
        return _("holder")
    return _("bryder {near_day}: der mangler {missing}").format(
        near_day=near_day(row.breaks_on, on), missing=kroner(row.missing)
    )


def limit(row: StressRow) -> str:
    """The most that can be borne; "" where that was not asked, `mere end det` where nothing tested breaks it."""
    if row.limit is None:
        return _("mere end det") if row.holds and row.kind in _UNITS else ""
    if row.limit <= ZERO:
        return _("ikke noget")
    return _UNITS[row.kind](row.limit) if row.kind in _UNITS else ""


def _wage(row: StressRow) -> str:
    return _("{title} kommer en bankdag for sent").format(title=row.title or _("Lønnen"))


def _late(row: StressRow) -> str:
    return _("{title} kommer {weeks} for sent").format(title=row.title or _("En ydelse"), weeks=_weeks(row.size))


def _weeks(size: Decimal) -> str:
    return ngettext("{count} uge", "{count} uger", size).format(count=count(int(size)))


def _bank_days(most: Decimal) -> str:
    return ngettext("{count} bankdag", "{count} bankdage", most).format(count=count(int(most)))


_WHAT: dict[str, Callable[[StressRow], str]] = {
    "rent_rises_percent": lambda row: _("Huslejen stiger {size}").format(size=percent(row.size)),
    "boligstoette_falls": lambda row: _("Boligstøtten falder {size}").format(size=kroner(row.size)),
    "bill": lambda row: _("En uventet regning på {size} i den værste måned").format(size=kroner(row.size)),
    "wage_late": _wage,
    "benefit_late": _late,
    "decision_late": lambda row: _("Svaret på det, der er søgt, kommer {weeks} senere").format(weeks=_weeks(row.size)),
}
_UNITS: dict[str, Callable[[Decimal], str]] = {
    "rent_rises_percent": percent,
    "boligstoette_falls": kroner,
    "bill": kroner,
    "wage_late": _bank_days,
}


def closing(one: Closing) -> str:
    """`Uden Streaming (149 kr. om måneden) holder en plan på ti rater.`"""
    plan = _plan(len(one.option.instalments))
    if one.kind == "one_off":
        return _("Kommer der {amount} én gang nu, holder {plan}.").format(amount=kroner(one.amount), plan=plan)
    parts = _listed(one)
    if one.kind == "together":
        return _("Tilsammen er det nok: {parts}. Så holder {plan}.").format(parts=parts, plan=plan)
    parts += "," if len(one.titles) > 1 else ""
    if one.kind == "spared":
        return _("Uden {parts} holder {plan}.").format(parts=parts, plan=plan)
    if one.kind == "pause":
        return _("Med pause på {parts} holder {plan}.").format(parts=parts, plan=plan)
    return _("Bliver {parts} bevilget, holder {plan}.").format(parts=parts, plan=plan)


def none_closes(test: PlanTest) -> str:
    """Where no plan holds and nothing tried would do; "" otherwise."""
    if test.alternatives or test.closes_when or test.total <= ZERO or test.missing_per_month is None:
        return ""
    return _("Intet af det, vi har prøvet, er nok. Ring til kommunen om hjælp, og søg § 81 og § 81 a i dag.")


def _plan(instalments: int) -> str:
    return (
        _("én betaling af det hele")
        if instalments == 1
        else _("en plan på {count} rater").format(count=count(instalments))
    )


def _listed(one: Closing) -> str:
    """`Streaming (149 kr. om måneden)`; of several also what they come to."""
    if len(one.titles) == 1:
        return _("{titles} ({amount} om måneden)").format(titles=one.titles[0], amount=kroner(one.amount))
    parts = [f"{title} ({kroner(amount)})" for title, amount in zip(one.titles, one.amounts, strict=True)]
    return _("{parts} og {parts_2}, i alt {amount} om måneden").format(
        parts=", ".join(parts[:-1]), parts_2=parts[-1], amount=kroner(one.amount)
    )


def below(day: DayBalance | None, on: date) -> str:
    """The first day below zero in one sentence; "" where there is none."""
    if day is None:
        return ""
    said = _("Den {near_day} mangler der {balance}").format(
        near_day=near_day(day.day, on), balance=kroner(-day.balance)
    )
    return said if said.endswith(".") else f"{said}."


def later_below(test: PlanTest) -> str:
    """A day below zero after the run of the plan, within two years; "" where there is none, or one before."""
    first = test.first_below
    if first is None or not test.curve or first.day <= test.curve[-1].day:
        return ""
    return _("Efter planen: {below}{below_2}").format(
        below=below(first, test.on)[0].lower(), below_2=below(first, test.on)[1:]
    )


def change(one: Change, on: date) -> str:
    """`1. september 2027: Sygedagpenge er stoppet.`"""
    return f"{capital(near_day(one.day, on))}: {one.text}"
