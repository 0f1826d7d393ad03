"""Words about being a month behind: what it costs, and what it takes. Plain enough for a tenant."""

from __future__ import annotations

from budgetdesk.formats import kroner
from budgetdesk.planning.month_behind import MonthBehind, Way

_MARK = " Tallet er vejledende."


def cost(found: MonthBehind) -> str:
    """What the fee for a påkrav comes to in a year."""
    said = (
        f"Den, der altid er en måned bagud, får et påkrav hver gang. Det koster {kroner(found.fee.value)} om måneden "
        f"og {kroner(found.fees_a_year)} om året."
    )
    return said + (_MARK if found.vejledende else "")


def other_bills(found: MonthBehind) -> str:
    """What another bill may cost at most."""
    reminder, times, collection = found.others
    return (
        f"Andre regninger: højst {kroner(reminder.value)} for en rykker, højst {times.value:.0f} gange, og "
        f"{kroner(collection.value)}, hvis den går til inkasso. I alt højst {kroner(found.most_for_a_bill)}"
    )


def level(found: MonthBehind) -> str:
    """What it takes, in one sentence."""
    return f"Der mangler {kroner(found.owed)}, før I er i takt. Så sparer I {kroner(found.fee.value)} om måneden."


def way(one: Way) -> tuple[str, str]:
    """`På 6 måneder`, `1.322,50 kr. om måneden`."""
    if one.months == 1:
        return "På én gang", kroner(one.per_month)
    return f"På {one.months} måneder", f"{kroner(one.per_month)} om måneden"
