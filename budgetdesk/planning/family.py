"""Money that is paid for children: it follows their ages, and ends when they turn 18.

Where what is received is what the law gives (lov om en børne- og ungeydelse §§ 1, 4 and 5), every payment is reckoned
anew: less in the quarter after the 3rd and the 7th birthday, by the month after the 15th, part of a month at the 18th.
Where it is something else, nobody knows how it is made up: it is shared evenly over the children and falls by a share
as each of them turns 18. For a year whose figures are not there yet the latest known are used, and `by_law` says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.boerne_og_ungeydelse import LAW, Paid, paid_for
from budgetdesk.benefits.boerne_og_ungeydelse_formula import part, payment
from budgetdesk.benefits.children import GROWN_UP, birthday, pay_day, received
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.rates import Law, Rates
from budgetdesk.dates import Month
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case, Income, Person
from budgetdesk.household.words import Role, Status
from budgetdesk.money import ZERO, to_oere

CHILD_BENEFIT = "boerneydelse"
FOR_CHILDREN = frozenset({CHILD_BENEFIT, "boernetilskud", "boernebidrag"})
ROUNDING = "halvt_beloeb_afrundes_til"
ONE = Decimal(1)
MOST_REMEMBERED = 100


@dataclass(frozen=True)
class ByLaw:
    """Børne- og ungeydelse as the law pays it: the rows it stands for (their ids), each payment on its bank day, and
    the last day on which its figures are known."""

    rows: tuple[str, ...]
    payments: tuple[tuple[date, Decimal], ...]
    known_until: date


def by_law(case: Case, rates: Rates, on: date, end: date) -> ByLaw | None:
    """The payments after `on` up to and with `end`; None where what is received is not what the law gives on `on`."""
    rows = tuple(row.id for row in case.income if row.kind == CHILD_BENEFIT and row.status is Status.GRANTED)
    has = received(case, on, CHILD_BENEFIT) if rows else None
    if has is None or any(row.start or row.end for row in case.income if row.id in rows):
        return None
    try:
        paid = paid_for(case, on, Figures(rates, LAW, on))
    except (NoRateError, KeyError):
        return None
    whole = sum((one.yearly for one in paid), ZERO)
    if not whole or not has.agrees(whole, len(paid)):
        return None
    series = rates[LAW].series
    known_until = min(series[one.band].rates[-1].end for one in paid)
    return ByLaw(rows, _remembered(paid, rates, on, end), known_until)


_memory: dict[tuple[tuple[Paid, ...], date, date], tuple[Law, tuple[tuple[date, Decimal], ...]]] = {}


def _remembered(paid: tuple[Paid, ...], rates: Rates, on: date, end: date) -> tuple[tuple[date, Decimal], ...]:
    """The payments, kept for the next keystroke: they change only with the children and with the law's figures."""
    key, law = (paid, on, end), rates[LAW]
    known = _memory.get(key)
    if known is None or known[0] is not law:
        if len(_memory) > MOST_REMEMBERED:
            _memory.clear()
        _memory[key] = known = (law, tuple(_payments(paid, rates, on, end)))
    return known[1]


def _payments(paid: tuple[Paid, ...], rates: Rates, on: date, end: date) -> Iterator[tuple[date, Decimal]]:
    month = Month.of(on)
    while month.first <= end:
        day = pay_day(month)
        amount = sum((_share(one, month, rates, day) for one in paid), ZERO)
        if on < day <= end and amount:
            yield day, to_oere(amount)
        month = month.plus(1)


def _share(one: Paid, month: Month, rates: Rates, day: date) -> Decimal:
    """What is paid to the household for one child in a month: its share, or both halves."""

    def yearly(band: str) -> Decimal:
        return part(_figure(rates, band, day), one.share, _figure(rates, ROUNDING, day))

    return payment(one.child.born, month, yearly) * one.halves if one.child.born else ZERO


def _figure(rates: Rates, name: str, day: date) -> Decimal:
    """The figure on a day, or the last one known before it."""
    series = rates[LAW].series[name]
    last = series.rates[-1]
    return last.value if day > last.end else series.on(day).value


def still_for(case: Case, row: Income, today: date, day: date) -> Decimal:
    """How much of a row is still paid on a day: 1 for what is not for children; else the part of today's children
    that are not 18 yet."""
    if row.kind not in FOR_CHILDREN:
        return ONE
    today_children = children_of(case, row, today)
    if not today_children:
        return ONE
    return Decimal(len(children_of(case, row, day))) / len(today_children)


def children_of(case: Case, row: Income, day: date) -> tuple[Person, ...]:
    """The children under 18 on a day whom a row is paid for: the one it names, else all."""
    named = next((p for p in case.persons if p.id == row.person and p.role is Role.CHILD), None)
    children = (named,) if named else tuple(p for p in case.persons if p.role is Role.CHILD)
    return tuple(p for p in children if p.born is not None and day < birthday(p.born, GROWN_UP))
