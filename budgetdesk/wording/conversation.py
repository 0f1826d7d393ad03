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
from budgetdesk.i18n import N_, _, ngettext, translated
from budgetdesk.ledger.averages import Average
from budgetdesk.ledger.regular import Regular
from budgetdesk.ledger.subscriptions import Subscription

RHYTHMS = {
    Rhythm.WEEKLY: N_("hver uge"),
    Rhythm.BIWEEKLY: N_("hver anden uge"),
    Rhythm.MONTHLY: N_("hver måned"),
    Rhythm.BIMONTHLY: N_("hver anden måned"),
    Rhythm.QUARTERLY: N_("hvert kvartal"),
    Rhythm.HALFYEARLY: N_("hvert halve år"),
    Rhythm.YEARLY: N_("hvert år"),
    Rhythm.ELEVEN: N_("11 gange om året"),
    Rhythm.ONCE: N_("én gang"),
}

WAYS = {
    Way.FEWEST: N_("Færrest ændringer"),
    Way.GENTLEST: N_("Lidt fra flere"),
    Way.SOONEST: N_("Hurtigst"),
}

WAY_HELP = {
    Way.FEWEST: N_("Så få linjer som muligt bliver ændret."),
    Way.GENTLEST: N_("Hver linje giver den samme del, så ingen giver meget."),
    Way.SOONEST: N_("Pengene er fri så tidligt som muligt."),
}


def expected(payment: Regular) -> str:
    """`Netflix: 149 kr. hver måned, næste gang 7. december 2026`."""
    about = _("ca. ") if payment.varies else ""
    amount = f"{payment.name}: {about}{kroner(payment.amount)} {translated(RHYTHMS)[payment.rhythm]}"
    if payment.stopped:
        return _("{amount}, sidst {whole_day}. Den er ikke kommet siden.").format(
            amount=amount, whole_day=whole_day(payment.last)
        )
    return _("{amount}, næste gang {whole_day}.").format(amount=amount, whole_day=whole_day(payment.next_due))


def dearer(payment: Regular) -> str:
    """`Netflix er steget 20 kr. siden 5. marts 2026`; "" when it has not."""
    if not payment.dearer or payment.changed_on is None:
        return ""
    return _("{name} er steget {dearer} siden {whole_day}.").format(
        name=payment.name, dearer=kroner(payment.dearer), whole_day=whole_day(payment.changed_on)
    )


def free_from(subscription: Subscription, on: date) -> str:
    """From which day the money is free when notice is given on a day, and how sure that is."""
    day = whole_day(subscription.free_from(on))
    if subscription.service.notice.sure:
        return _("Opsiges det i dag, er pengene fri fra {day}.").format(day=day)
    return _("Opsiges det i dag, er pengene senest fri fra {day}. Spørg selskabet om varslet.").format(day=day)


def one_month(month: Month, spent: Decimal) -> str:
    """`Oktober: 25.505 kr.`"""
    return f"{month_name(month).split()[0].capitalize()}: {kroner(spent, oere=False)}"


def average(of: Average) -> str:
    """`3 måneder: 24.100 kr.`; how many of them are covered, where not all are."""
    part = _(" ({count} dækket)").format(count=len(of.months)) if of.not_covered else ""
    return _("{span} måneder{part}: {spent}").format(span=of.span, part=part, spent=kroner(of.spent, oere=False))


def way_title(alternative: Alternative) -> str:
    """`Færrest ændringer: 2 linjer`."""
    number = len(alternative.changes)
    return ngettext("{ways}: {number} linje", "{ways}: {number} linjer", number).format(
        ways=translated(WAYS)[alternative.way], number=number
    )


def way_result(alternative: Alternative, missing: Decimal) -> str:
    """Whether it is enough, from which day, and what is still missing. `missing` is kr/month, as asked for."""
    if not alternative.changes:
        return _("Der er ingen linjer at ændre. Der mangler {missing} om måneden.").format(missing=kroner(missing))
    free = (
        ""
        if alternative.free_from is None
        else _(" Alle pengene er fri fra {whole_day}.").format(whole_day=whole_day(alternative.free_from))
    )
    if alternative.missing:
        still = _("Der mangler stadig {missing} om måneden.").format(missing=kroner(alternative.missing))
        return _("Det giver {gives} om måneden. {still}{free}").format(
            gives=kroner(alternative.gives), still=still, free=free
        )
    more = alternative.gives - missing
    over = _(", {more} mere end der mangler").format(more=kroner(more)) if more else ""
    return _("Det giver {gives} om måneden{over}.{free}").format(gives=kroner(alternative.gives), over=over, free=free)


def change(made: Change) -> str:
    """`Takeaway: fra 500 kr. til 250 kr. om måneden, fra 21. november 2026`; an agreement ends."""
    day = whole_day(made.of.free_from)
    if made.of.whole:
        return (
            _("{title} slutter: {gives} om måneden, fra {day}. {who}")
            .format(title=made.of.title, gives=kroner(made.gives), day=day, who=made.of.who)
            .strip()
        )
    return _("{title}: fra {per_month} til {left} om måneden, fra {day}.").format(
        title=made.of.title, per_month=kroner(made.of.per_month), left=kroner(made.left), day=day
    )
