"""Sentences for the talk about what comes again and what may give. Neutral words; short for tenants."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk.budget.what_gives import Alternative, Change, Way
from budgetdesk.dates import Month
from budgetdesk.formats import day as whole_day
from budgetdesk.formats import kroner
from budgetdesk.formats import month as month_name
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.ledger.averages import Average
from budgetdesk.ledger.regular import Regular
from budgetdesk.ledger.subscriptions import Subscription

RHYTHMS = {
    Rhythm.WEEKLY: "hver uge",
    Rhythm.BIWEEKLY: "hver anden uge",
    Rhythm.MONTHLY: "hver måned",
    Rhythm.BIMONTHLY: "hver anden måned",
    Rhythm.QUARTERLY: "hvert kvartal",
    Rhythm.HALFYEARLY: "hvert halve år",
    Rhythm.YEARLY: "hvert år",
    Rhythm.ELEVEN: "11 gange om året",
    Rhythm.ONCE: "én gang",
}

WAYS = {
    Way.FEWEST: "Færrest ændringer",
    Way.GENTLEST: "Lidt fra flere",
    Way.SOONEST: "Hurtigst",
}

WAY_HELP = {
    Way.FEWEST: "Så få linjer som muligt bliver ændret.",
    Way.GENTLEST: "Hver linje giver den samme del, så ingen giver meget.",
    Way.SOONEST: "Pengene er fri så tidligt som muligt.",
}


def expected(payment: Regular) -> str:
    """`Netflix: 149 kr. hver måned, næste gang 7. december 2026`."""
    about = "ca. " if payment.varies else ""
    amount = f"{payment.name}: {about}{kroner(payment.amount)} {RHYTHMS[payment.rhythm]}"
    if payment.stopped:
        return f"{amount}, sidst {whole_day(payment.last)}. Den er ikke kommet siden."
    return f"{amount}, næste gang {whole_day(payment.next_due)}."


def dearer(payment: Regular) -> str:
    """`Netflix er steget 20 kr. siden 5. marts 2026`; "" when it has not."""
    if not payment.dearer or payment.changed_on is None:
        return ""
    return f"{payment.name} er steget {kroner(payment.dearer)} siden {whole_day(payment.changed_on)}."


def free_from(subscription: Subscription, on: date) -> str:
    """From which day the money is free when notice is given on a day, and how sure that is."""
    day = whole_day(subscription.free_from(on))
    if subscription.service.notice.sure:
        return f"Opsiges det i dag, er pengene fri fra {day}."
    return f"Opsiges det i dag, er pengene senest fri fra {day}. Spørg selskabet om varslet."


def one_month(month: Month, spent: Decimal) -> str:
    """`Oktober: 25.505 kr.`"""
    return f"{month_name(month).split()[0].capitalize()}: {kroner(spent, oere=False)}"


def average(of: Average) -> str:
    """`3 måneder: 24.100 kr.`; how many of them are covered, where not all are."""
    part = f" ({len(of.months)} dækket)" if of.not_covered else ""
    return f"{of.span} måneder{part}: {kroner(of.spent, oere=False)}"


def way_title(alternative: Alternative) -> str:
    """`Færrest ændringer: 2 linjer`."""
    number = len(alternative.changes)
    return f"{WAYS[alternative.way]}: {number} {'linje' if number == 1 else 'linjer'}"


def way_result(alternative: Alternative, missing: Decimal) -> str:
    """Whether it is enough, from which day, and what is still missing. `missing` is kr/month, as asked for."""
    if not alternative.changes:
        return f"Der er ingen linjer at ændre. Der mangler {kroner(missing)} om måneden."
    free = "" if alternative.free_from is None else f" Alle pengene er fri fra {whole_day(alternative.free_from)}."
    if alternative.missing:
        still = f"Der mangler stadig {kroner(alternative.missing)} om måneden."
        return f"Det giver {kroner(alternative.gives)} om måneden. {still}{free}"
    more = alternative.gives - missing
    over = f", {kroner(more)} mere end der mangler" if more else ""
    return f"Det giver {kroner(alternative.gives)} om måneden{over}.{free}"


def change(made: Change) -> str:
    """`Takeaway: fra 500 kr. til 250 kr. om måneden, fra 21. november 2026`; an agreement ends."""
    day = whole_day(made.of.free_from)
    if made.of.whole:
        return f"{made.of.title} slutter: {kroner(made.gives)} om måneden, fra {day}. {made.of.who}".strip()
    return f"{made.of.title}: fra {kroner(made.of.per_month)} til {kroner(made.left)} om måneden, fra {day}."
