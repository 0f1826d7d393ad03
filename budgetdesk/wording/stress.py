"""The plan under strain, and what would close the gap, in words: for window, paper and command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.formats import kroner, percent
from budgetdesk.money import ZERO
from budgetdesk.planning.plan import Change, Closing, DayBalance, PlanTest, StressRow
from budgetdesk.wording.days import count, near_day

HEADING = "Hvis noget går galt"
COLUMNS = ("Hvad nu, hvis", "Så", "Den tåler højst")


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
        return "holder"
    return f"bryder {near_day(row.breaks_on, on)}: der mangler {kroner(row.missing)}"


def limit(row: StressRow) -> str:
    """The most that can be borne; "" where that was not asked, `mere end det` where nothing tested breaks it."""
    if row.limit is None:
        return "mere end det" if row.holds and row.kind in _UNITS else ""
    if row.limit <= ZERO:
        return "ikke noget"
    return _UNITS[row.kind](row.limit) if row.kind in _UNITS else ""


def _wage(row: StressRow) -> str:
    return f"{row.title or 'Lønnen'} kommer en bankdag for sent"


def _late(row: StressRow) -> str:
    return f"{row.title or 'En ydelse'} kommer {_weeks(row.size)} for sent"


def _weeks(size: Decimal) -> str:
    return f"{count(int(size))} {'uge' if size == 1 else 'uger'}"


def _bank_days(most: Decimal) -> str:
    return f"{count(int(most))} {'bankdag' if most == 1 else 'bankdage'}"


_WHAT: dict[str, Callable[[StressRow], str]] = {
    "rent_rises_percent": lambda row: f"Huslejen stiger {percent(row.size)}",
    "boligstoette_falls": lambda row: f"Boligstøtten falder {kroner(row.size)}",
    "bill": lambda row: f"En uventet regning på {kroner(row.size)} i den værste måned",
    "wage_late": _wage,
    "benefit_late": _late,
    "decision_late": lambda row: f"Svaret på det, der er søgt, kommer {_weeks(row.size)} senere",
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
        return f"Kommer der {kroner(one.amount)} én gang nu, holder {plan}."
    parts = _listed(one)
    if one.kind == "together":
        return f"Tilsammen er det nok: {parts}. Så holder {plan}."
    parts += "," if len(one.titles) > 1 else ""
    if one.kind == "spared":
        return f"Uden {parts} holder {plan}."
    if one.kind == "pause":
        return f"Med pause på {parts} holder {plan}."
    return f"Bliver {parts} bevilget, holder {plan}."


def none_closes(test: PlanTest) -> str:
    """Where no plan holds and nothing tried would do; "" otherwise."""
    if test.alternatives or test.closes_when or test.total <= ZERO or test.missing_per_month is None:
        return ""
    return "Intet af det, vi har prøvet, er nok. Ring til kommunen om hjælp, og søg § 81 og § 81 a i dag."


def _plan(instalments: int) -> str:
    return "én betaling af det hele" if instalments == 1 else f"en plan på {count(instalments)} rater"


def _listed(one: Closing) -> str:
    """`Streaming (149 kr. om måneden)`; of several also what they come to."""
    if len(one.titles) == 1:
        return f"{one.titles[0]} ({kroner(one.amount)} om måneden)"
    parts = [f"{title} ({kroner(amount)})" for title, amount in zip(one.titles, one.amounts, strict=True)]
    return f"{', '.join(parts[:-1])} og {parts[-1]}, i alt {kroner(one.amount)} om måneden"


def below(day: DayBalance | None, on: date) -> str:
    """The first day below zero in one sentence; "" where there is none."""
    if day is None:
        return ""
    said = f"Den {near_day(day.day, on)} mangler der {kroner(-day.balance)}"
    return said if said.endswith(".") else f"{said}."


def later_below(test: PlanTest) -> str:
    """A day below zero after the run of the plan, within two years; "" where there is none, or one before."""
    first = test.first_below
    if first is None or not test.curve or first.day <= test.curve[-1].day:
        return ""
    return f"Efter planen: {below(first, test.on)[0].lower()}{below(first, test.on)[1:]}"


def change(one: Change, on: date) -> str:
    """`1. september 2027: Sygedagpenge er stoppet.`"""
    return f"{near_day(one.day, on).capitalize()}: {one.text}"
