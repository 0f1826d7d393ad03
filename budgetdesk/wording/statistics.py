"""The names of the tables and of their words, for window, paper and command line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from budgetdesk import formats
from budgetdesk.dates import Month
from budgetdesk.household.words import (
    ContactKind,
    EvictionKind,
    HomeStatus,
    Initiative,
    Marital,
    PlanOutcome,
    ThreatOutcome,
)
from budgetdesk.i18n import N_, _, translated
from budgetdesk.statistics.buckets import Bucket
from budgetdesk.statistics.categories import Categories
from budgetdesk.statistics.effect import per_cent
from budgetdesk.statistics.hiding import Shown
from budgetdesk.statistics.outcome import Kept
from budgetdesk.statistics.plans import NAME as PLANS_TABLE
from budgetdesk.statistics.tables import Table
from budgetdesk.wording.income_bases import BASE_WORDS

TITLES = {
    "types": N_("Sagens type"),
    "situations": N_("Træk ved situationen"),
    "occasions": N_("Anledning"),
    "causes": N_("Bagvedliggende årsag"),
    "referred_by": N_("Hvem henviste"),
    "activities": N_("Det gjorde vi"),
    "advice": N_("Rådgivning i forløb, der er slut"),
    "help": N_("Praktisk hjælp i forløb, der er slut"),
    "age_groups": N_("Alder"),
    "children": N_("Antal børn"),
    "marital": N_("Civilstand"),
    "education": N_("Uddannelse"),
    "income_base": N_("Lever af"),
    "contact_kinds": N_("Kontaktformer"),
    "first_contact": N_("Første kontakt"),
    "first_by": N_("Hvem tog den første kontakt"),
    "evictions": N_("Udsættelser"),
    "evicted_house_rules": N_("Udsat: også en sag om husorden"),
    "evicted_reached": N_("Udsat: fik vi kontakt"),
    "evicted_outreach": N_("Udsat: var vi ved døren"),
    "evicted_causes": N_("Udsat: årsag"),
    "evicted_lived": N_("Udsat: boet i lejemålet"),
    "threat_outcome": N_("Truet af udsættelse: sådan endte det"),
    "threat_reached": N_("Truet af udsættelse: fik vi kontakt"),
    "threat_meeting": N_("Truet af udsættelse: ville gerne mødes"),
    "threat_covered": N_("Truet af udsættelse: restancen blev dækket"),
    "offer_kind": N_("Nye lejere: sådan fik de tilbuddet"),
    "offer_accepted": N_("Nye lejere: tog imod rådgivning"),
    "home_after_start": N_("Et år efter start"),
    "home_after_end": N_("Et år efter slut"),
}
_WORDS: dict[str, str] = {
    ContactKind.PHONE: N_("telefon"),
    ContactKind.SMS: N_("sms"),
    ContactKind.EMAIL: N_("mail"),
    ContactKind.LETTER: N_("brev"),
    ContactKind.POSTCARD: N_("postkort"),
    ContactKind.VISIT: N_("besøg"),
    ContactKind.MEETING: N_("møde"),
    Initiative.US: N_("os"),
    Initiative.TENANT: N_("lejeren"),
    EvictionKind.BAILIFF: N_("sat ud af fogeden"),
    EvictionKind.MOVED_AFTER_OPHAEVELSE: N_("flyttet efter ophævelse"),
    ThreatOutcome.WITHDRAWN: N_("ophævelsen trukket tilbage"),
    ThreatOutcome.PLAN: N_("afdragsordning"),
    ThreatOutcome.MOVED: N_("flyttet"),
    ThreatOutcome.EVICTED: N_("sat ud"),
    ThreatOutcome.RUNNING: N_("i gang endnu"),
    HomeStatus.OWN_HOME: N_("egen bolig"),
    HomeStatus.OTHER_HOME: N_("anden bolig"),
    HomeStatus.NO_HOME: N_("uden bolig"),
    HomeStatus.MOVED_AWAY: N_("flyttet fra kommunen"),
    HomeStatus.DEAD: N_("død"),
    HomeStatus.UNKNOWN: N_("ikke fundet"),
    Marital.SINGLE: N_("enlig"),
    Marital.COHABITING: N_("samlevende"),
    Marital.MARRIED: N_("gift"),
    PlanOutcome.KEPT: N_("holdt"),
    PlanOutcome.CHANGED: N_("ændret undervejs"),
    PlanOutcome.BROKEN: N_("brudt"),
    "other": N_("andre"),
    # Words that are told as they stand in `statistics.definitions`.
    "ja": N_("ja"),
    "nej": N_("nej"),
    "under 1 år": N_("under 1 år"),
    "1-2 år": N_("1-2 år"),
    "2-5 år": N_("2-5 år"),
    "5-10 år": N_("5-10 år"),
    "10 år og mere": N_("10 år og mere"),
    "4 og flere": N_("4 og flere"),
}
SERIES = {
    "begun": N_("Begyndte forløb"),
    "ended": N_("Afsluttede forløb"),
    "arrears_found": N_("Restance fundet"),
    "arrears_removed": N_("Restance fjernet"),
    "benefits_monthly": N_("Ydelser fundet, kr. om måneden"),
    "benefits_once": N_("Ydelser fundet, kr. én gang"),
}
"""The titles of what is shown by month or year."""
PLANS = N_("Planer, der er slut")
TOO_FEW = N_("for få til at vise")
WITHOUT_CONSENT = N_("uden ja til at blive talt med")
HIDDEN = N_("under 5 eller skjult")
NOT_KNOWN = N_("ikke oplyst")


def word(table: str, key: str, categories: Categories | None = None) -> str:
    """The name of a word of a table; the word itself where there is none."""
    if categories is None:
        return translated(_WORDS).get(key, key)
    if table in categories.lists:
        return categories.title(table, key)
    if table == "evicted_causes":
        return categories.title("causes", key)
    if table == "income_base" and key in BASE_WORDS:
        return translated(BASE_WORDS)[key]
    return translated(_WORDS).get(key, key.replace("_", " "))


def number(cell: Shown) -> str:
    """`12`, or that it is hidden."""
    return _(HIDDEN) if cell is None else formats.number(cell)


def lines(table: Table, categories: Categories) -> tuple[tuple[str, str], ...]:
    """The rows of a table, then what is not known, then how many it is about, as texts."""
    return tuple((title, "" if title == TOO_FEW else number(cell)) for title, cell in cells(table, categories))


def cells(table: Table, categories: Categories) -> tuple[tuple[str, Shown], ...]:
    """The same as numbers; None where a number is hidden."""
    rows = [(word(table.name, row.word, categories), row.cases) for row in table.rows]
    if table.too_few:
        rows.append((_(TOO_FEW), None))
    elif table.unknown != 0:
        rows.append((_(NOT_KNOWN), table.unknown))
    rows.append((whole(table), table.cases))
    if table.without_consent != 0:
        rows.append((_(WITHOUT_CONSENT), table.without_consent))
    if table.without_day != 0:
        rows.append((_("uden dag, ikke talt med"), table.without_day))
    return tuple(rows)


def is_empty(table: Table) -> bool:
    """Whether no case was counted and none was left out."""
    return table.cases == 0 and not table.rows and table.without_consent == 0


def may_be_read(table: Table) -> bool:
    """Whether there is anything in a table that is not hidden."""
    return not is_empty(table) and not table.too_few


def whole(table: Table) -> str:
    """What the cases, or plans, of a table are called all together."""
    return _("planer i alt") if table.name == PLANS_TABLE else _("sager i alt")


def title(name: str) -> str:
    """The title of a table or a series."""
    return translated(TITLES).get(name) or translated(SERIES).get(name) or _(PLANS)


def when(bucket: Bucket, *, short: bool = False) -> str:
    """`marts 2026`, `mar.`, or the year."""
    if bucket.is_year:
        return str(bucket.first.year)
    name = formats.month(Month.of(bucket.first))
    return f"{name[:3]}." if short and name[3] != " " else name.split()[0] if short else name


def still_at_home(found: Kept) -> str:
    """Whether the tenants still have a home of their own a year later; "" where nobody was asked."""
    if not found.asked or found.share is None or found.share_with_moved is None:
        return ""
    if not found.may_be_shown:
        return _("For få er spurgt til at vise, hvor mange der har egen bolig.")
    own, with_moved = per_cent(found.share), per_cent(found.share_with_moved)
    return _(
        "{own} % af {asked} har egen bolig et år efter. {moved_away} er flyttet fra kommunen, og "
        "{dead} er døde. Regnes de flyttede med, er det {with_moved} %."
    ).format(own=own, asked=found.asked, moved_away=found.moved_away, dead=found.dead, with_moved=with_moved)


SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("Hvorfor"), ("types", "situations", "occasions", "causes", "referred_by")),
    (N_("Hvem"), ("age_groups", "children", "marital", "education", "income_base")),
    (N_("Kontakt og hjælp"), ("contact_kinds", "first_contact", "first_by", "activities", "advice", "help")),
    (N_("Truet af udsættelse"), ("threat_outcome", "threat_reached", "threat_meeting", "threat_covered")),
    (
        N_("Sat ud eller flyttet"),
        ("evictions", "evicted_causes", "evicted_lived", "evicted_reached", "evicted_outreach", "evicted_house_rules"),
    ),
    (N_("Nye lejere"), ("offer_kind", "offer_accepted")),
    (N_("Et år efter"), ("home_after_start", "home_after_end")),
)
"""The tables in the order in which they are read."""


def period(first: date | None, last: date | None) -> str:
    """`1. januar 2026 til 20. november 2026`, or that it is all days."""
    if first is None and last is None:
        return _("Alle dage")
    if first is None or last is None:
        return (
            _("Fra {first}").format(first=formats.day(first))
            if first
            else _("Til {last}").format(last=formats.day(last or date.max))
        )
    return _("{first} til {last}").format(first=formats.day(first), last=formats.day(last))


NEVER = N_("Opdigtede sager og sager i papirkurven tælles aldrig.")
ERASED = N_("Slettede sager er ikke med i tabellerne. De har deres egne tal: ét for hvert ord, aldrig to ord sammen.")
"""They know neither month, organisation nor area: in a table they would be the one part that cannot be chosen away, and
in a small one they could be worked out."""


def left_out(tables: Iterable[Table]) -> tuple[str, ...]:
    """What was not counted, in sentences, each with the tables it is about."""
    every = [table for table in tables if not is_empty(table)]
    without = [table for table in every if table.without_consent != 0 and not table.too_few]
    undated = [table for table in every if table.without_day != 0]
    small = [table for table in every if _hides(table)]
    said = []
    if without:
        names = "; ".join(f"{title(one.name)}: {number(one.without_consent)}" for one in without)
        said.append(_("Uden ja fra lejeren til at blive talt med: {names}.").format(names=names))
    if undated:
        names = "; ".join(f"{title(one.name)}: {number(one.without_day)}" for one in undated)
        said.append(_("Uden den dag, der tælles efter: {names}.").format(names=names))
    if few := [title(table.name) for table in every if table.too_few]:
        said.append(_("For få sager til at vise: {few}.").format(few="; ".join(few)))
    if small:
        said.append(
            _("Små tal er skjult i {count} af {count_2} tabeller med tal.").format(count=len(small), count_2=len(every))
        )
    return (*said, _(NEVER), _(ERASED))


def _hides(table: Table) -> bool:
    return not table.too_few and None in (*(row.cases for row in table.rows), table.unknown, table.cases)
