"""What a newly entered figure changes: the old one beside it, the change in per cent, and what to look at again.

What is to be looked at again is said, never refused: the law may well have changed that much.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from budgetdesk.benefits.rates import Rate, Series
from budgetdesk.i18n import _

UNUSUAL = Decimal(15)
"""A change of more per cent than this is looked at again: the yearly adjustment has been far below it."""
LONGEST = timedelta(days=3 * 366)
"""A figure entered for longer than this is looked at again: most hold for one year."""
_TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Change:
    """One figure before and after. `per_cent` is rounded half up to one decimal, None where there is no old figure."""

    old: Rate | None
    new: Decimal
    per_cent: Decimal | None
    look_again: tuple[str, ...]


def change(series: Series, value: Decimal, start: date, end: date) -> Change:
    """How `value` from `start` to `end` differs from the figure it comes after, or takes the place of."""
    old = figure_before(series, start)
    per_cent = _per_cent(old.value, value) if old is not None else None
    return Change(old, value, per_cent, tuple(_look_again(series, value, start, end, per_cent)))


def figure_before(series: Series, start: date) -> Rate | None:
    """The figure in force on the day, else the last one before it."""
    return next((rate for rate in reversed(series.rates) if rate.start <= start), None)


def _per_cent(old: Decimal, new: Decimal) -> Decimal | None:
    if not old:
        return None
    return ((new - old) / old * 100).quantize(_TENTH, ROUND_HALF_UP)


def _look_again(series: Series, value: Decimal, start: date, end: date, per_cent: Decimal | None) -> list[str]:
    found = []
    if per_cent is not None and abs(per_cent) > UNUSUAL:
        found.append(_("Ændringen er over {unusual} %. Se tallet efter i kilden.").format(unusual=UNUSUAL))
    elif per_cent is not None and per_cent < 0 and series.unit.startswith("kr"):
        found.append(_("Satsen går ned. De fleste går op. Se tallet efter i kilden."))
    if any(rate.start <= end and start <= rate.end and not rate.entered_by for rate in series.rates):
        found.append(_("Programmet har selv en sats i de dage. Jeres kommer i stedet for den."))
    if value == 0:
        found.append(_("Satsen er 0. Se efter, om det er meningen."))
    if end - start > LONGEST:
        found.append(_("Satsen gælder i mere end tre år. Se dagene efter."))
    return found
