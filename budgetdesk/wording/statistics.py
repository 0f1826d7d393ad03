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
from budgetdesk.statistics.buckets import Bucket
from budgetdesk.statistics.categories import Categories
from budgetdesk.statistics.effect import per_cent
from budgetdesk.statistics.hiding import Shown
from budgetdesk.statistics.outcome import Kept
from budgetdesk.statistics.plans import NAME as PLANS_TABLE
from budgetdesk.statistics.tables import Table
from budgetdesk.wording.income_bases import BASE_WORDS

TITLES = {
    "types": "Sagens type",
    "situations": "Træk ved situationen",
    "occasions": "Anledning",
    "causes": "Bagvedliggende årsag",
    "referred_by": "Hvem henviste",
    "activities": "Det gjorde vi",
    "advice": "Rådgivning i forløb, der er slut",
    "help": "Praktisk hjælp i forløb, der er slut",
    "age_groups": "Alder",
    "children": "Antal børn",
    "marital": "Civilstand",
    "education": "Uddannelse",
    "income_base": "Lever af",
    "contact_kinds": "Kontaktformer",
    "first_contact": "Første kontakt",
    "first_by": "Hvem tog den første kontakt",
    "evictions": "Udsættelser",
    "evicted_house_rules": "Udsat: også en sag om husorden",
    "evicted_reached": "Udsat: fik vi kontakt",
    "evicted_outreach": "Udsat: var vi ved døren",
    "evicted_causes": "Udsat: årsag",
    "evicted_lived": "Udsat: boet i lejemålet",
    "threat_outcome": "Truet af udsættelse: sådan endte det",
    "threat_reached": "Truet af udsættelse: fik vi kontakt",
    "threat_meeting": "Truet af udsættelse: ville gerne mødes",
    "threat_covered": "Truet af udsættelse: restancen blev dækket",
    "offer_kind": "Nye lejere: sådan fik de tilbuddet",
    "offer_accepted": "Nye lejere: tog imod rådgivning",
    "home_after_start": "Et år efter start",
    "home_after_end": "Et år efter slut",
}
_WORDS: dict[str, str] = {
    ContactKind.PHONE: "telefon",
    ContactKind.SMS: "sms",
    ContactKind.EMAIL: "mail",
    ContactKind.LETTER: "brev",
    ContactKind.POSTCARD: "postkort",
    ContactKind.VISIT: "besøg",
    ContactKind.MEETING: "møde",
    Initiative.US: "os",
    Initiative.TENANT: "lejeren",
    EvictionKind.BAILIFF: "sat ud af fogeden",
    EvictionKind.MOVED_AFTER_OPHAEVELSE: "flyttet efter ophævelse",
    ThreatOutcome.WITHDRAWN: "ophævelsen trukket tilbage",
    ThreatOutcome.PLAN: "afdragsordning",
    ThreatOutcome.MOVED: "flyttet",
    ThreatOutcome.EVICTED: "sat ud",
    ThreatOutcome.RUNNING: "i gang endnu",
    HomeStatus.OWN_HOME: "egen bolig",
    HomeStatus.OTHER_HOME: "anden bolig",
    HomeStatus.NO_HOME: "uden bolig",
    HomeStatus.MOVED_AWAY: "flyttet fra kommunen",
    HomeStatus.DEAD: "død",
    HomeStatus.UNKNOWN: "ikke fundet",
    Marital.SINGLE: "enlig",
    Marital.COHABITING: "samlevende",
    Marital.MARRIED: "gift",
    PlanOutcome.KEPT: "holdt",
    PlanOutcome.CHANGED: "ændret undervejs",
    PlanOutcome.BROKEN: "brudt",
    "other": "andre",
}
SERIES = {
    "begun": "Begyndte forløb",
    "ended": "Afsluttede forløb",
    "arrears_found": "Restance fundet",
    "arrears_removed": "Restance fjernet",
    "benefits_monthly": "Ydelser fundet, kr. om måneden",
    "benefits_once": "Ydelser fundet, kr. én gang",
}
"""The titles of what is shown by month or year."""
PLANS = "Planer, der er slut"
TOO_FEW = "for få til at vise"
WITHOUT_CONSENT = "uden ja til at blive talt med"
HIDDEN = "under 5 eller skjult"
NOT_KNOWN = "ikke oplyst"


def word(table: str, key: str, categories: Categories | None = None) -> str:
    """The name of a word of a table; the word itself where there is none."""
    if categories is None:
        return _WORDS.get(key, key)
    if table in categories.lists:
        return categories.title(table, key)
    if table == "evicted_causes":
        return categories.title("causes", key)
    if table == "income_base" and key in BASE_WORDS:
        return BASE_WORDS[key]
    return _WORDS.get(key, key.replace("_", " "))


def number(cell: Shown) -> str:
    """`12`, or that it is hidden."""
    return HIDDEN if cell is None else formats.number(cell)


def lines(table: Table, categories: Categories) -> tuple[tuple[str, str], ...]:
    """The rows of a table, then what is not known, then how many it is about, as texts."""
    return tuple((title, "" if title == TOO_FEW else number(cell)) for title, cell in cells(table, categories))


def cells(table: Table, categories: Categories) -> tuple[tuple[str, Shown], ...]:
    """The same as numbers; None where a number is hidden."""
    rows = [(word(table.name, row.word, categories), row.cases) for row in table.rows]
    if table.too_few:
        rows.append((TOO_FEW, None))
    elif table.unknown != 0:
        rows.append((NOT_KNOWN, table.unknown))
    rows.append((whole(table), table.cases))
    if table.without_consent != 0:
        rows.append((WITHOUT_CONSENT, table.without_consent))
    if table.without_day != 0:
        rows.append(("uden dag, ikke talt med", table.without_day))
    return tuple(rows)


def is_empty(table: Table) -> bool:
    """Whether no case was counted and none was left out."""
    return table.cases == 0 and not table.rows and table.without_consent == 0


def may_be_read(table: Table) -> bool:
    """Whether there is anything in a table that is not hidden."""
    return not is_empty(table) and not table.too_few


def whole(table: Table) -> str:
    """What the cases, or plans, of a table are called all together."""
    return "planer i alt" if table.name == PLANS_TABLE else "sager i alt"


def title(name: str) -> str:
    """The title of a table or a series."""
    return TITLES.get(name) or SERIES.get(name) or PLANS


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
        return "For få er spurgt til at vise, hvor mange der har egen bolig."
    own, with_moved = per_cent(found.share), per_cent(found.share_with_moved)
    return (
        f"{own} % af {found.asked} har egen bolig et år efter. {found.moved_away} er flyttet fra kommunen, og "
        f"{found.dead} er døde. Regnes de flyttede med, er det {with_moved} %."
    )


SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Hvorfor", ("types", "situations", "occasions", "causes", "referred_by")),
    ("Hvem", ("age_groups", "children", "marital", "education", "income_base")),
    ("Kontakt og hjælp", ("contact_kinds", "first_contact", "first_by", "activities", "advice", "help")),
    ("Truet af udsættelse", ("threat_outcome", "threat_reached", "threat_meeting", "threat_covered")),
    (
        "Sat ud eller flyttet",
        ("evictions", "evicted_causes", "evicted_lived", "evicted_reached", "evicted_outreach", "evicted_house_rules"),
    ),
    ("Nye lejere", ("offer_kind", "offer_accepted")),
    ("Et år efter", ("home_after_start", "home_after_end")),
)
"""The tables in the order in which they are read."""


def period(first: date | None, last: date | None) -> str:
    """`1. januar 2026 til 20. november 2026`, or that it is all days."""
    if first is None and last is None:
        return "Alle dage"
    if first is None or last is None:
        return f"Fra {formats.day(first)}" if first else f"Til {formats.day(last or date.max)}"
    return f"{formats.day(first)} til {formats.day(last)}"


NEVER = "Opdigtede sager og sager i papirkurven tælles aldrig."
ERASED = "Slettede sager er ikke med i tabellerne. De har deres egne tal: ét for hvert ord, aldrig to ord sammen."
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
        said.append(f"Uden ja fra lejeren til at blive talt med: {names}.")
    if undated:
        names = "; ".join(f"{title(one.name)}: {number(one.without_day)}" for one in undated)
        said.append(f"Uden den dag, der tælles efter: {names}.")
    if few := [title(table.name) for table in every if table.too_few]:
        said.append(f"For få sager til at vise: {'; '.join(few)}.")
    if small:
        said.append(f"Små tal er skjult i {len(small)} af {len(every)} tabeller med tal.")
    return (*said, NEVER, ERASED)


def _hides(table: Table) -> bool:
    return not table.too_few and None in (*(row.cases for row in table.rows), table.unknown, table.cases)
