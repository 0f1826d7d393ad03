"""Words about being a month behind: what it costs, and what it takes. Plain enough for a tenant."""

from __future__ import annotations

from budgetdesk.formats import kroner
from budgetdesk.i18n import N_, _
from budgetdesk.planning.month_behind import MonthBehind, Way

_MARK = N_(" Tallet er vejledende.")


def cost(found: MonthBehind) -> str:
    """What the fee for a påkrav comes to in a year."""
    said = _(
        "Den, der altid er en måned bagud, får et påkrav hver gang. Det koster {value} om "
        "måneden og {fees_a_year} om året."
    ).format(value=kroner(found.fee.value), fees_a_year=kroner(found.fees_a_year))
    return said + (_(_MARK) if found.vejledende else "")


def other_bills(found: MonthBehind) -> str:
    """What another bill may cost at most."""
    reminder, times, collection = found.others
    return _(
        "Andre regninger: højst {value} for en rykker, højst {value_2} gange, og {value_3}, hvis "
        "den går til inkasso. I alt højst {most_for_a_bill}"
    ).format(
        value=kroner(reminder.value),
        value_2=f"{times.value:.0f}",
        value_3=kroner(collection.value),
        most_for_a_bill=kroner(found.most_for_a_bill),
    )


def level(found: MonthBehind) -> str:
    """What it takes, in one sentence."""
    return _("Der mangler {owed}, før I er i takt. Så sparer I {value} om måneden.").format(
        owed=kroner(found.owed), value=kroner(found.fee.value)
    )


def way(one: Way) -> tuple[str, str]:
    """`På 6 måneder`, `1.322,50 kr. om måneden`."""
    if one.months == 1:
        return _("På én gang"), kroner(one.per_month)
    return _("På {months} måneder").format(months=one.months), _("{per_month} om måneden").format(
        per_month=kroner(one.per_month)
    )
