"""The words of a note about a meeting: amounts, days and names as an adviser writes them in a journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk.budget.chart import Chart
from budgetdesk.casework.meeting import Scene
from budgetdesk.casework.note_topics import Heading
from budgetdesk.formats import day, kroner
from budgetdesk.household.case import Case, Expense, Income
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import ContactKind, ContactOutcome, Evidence, Letter, Need, Role
from budgetdesk.i18n import N_, translated
from budgetdesk.wording.conversation import RHYTHMS

HEADINGS: Mapping[Heading, str] = {
    Heading.PURPOSE: "Formål",
    Heading.SEEN: "Hvad vi så",
    Heading.AGREED: "Hvad vi aftalte",
    Heading.WHO: "Hvem gør hvad",
}
MOST_NAMED = 4
"""How many things a sentence that sums up names before it only counts."""

EVIDENCE = {Evidence.SAID: "oplyst", Evidence.SEEN: "set", Evidence.COPY: "kopi", Evidence.MISSING: "mangler"}
NEEDS = {Need.NEED: "nødvendigt", Need.NICE: "kan undværes", Need.ASK: "spørg"}
LETTERS = {
    Letter.NONE: "ingen",
    Letter.RYKKER: "en rykker",
    Letter.PAAKRAV: "et påkrav",
    Letter.OPHAEVELSE: "en ophævelse",
    Letter.FOGED: "et brev fra fogedretten",
}
CONTACTS = {
    ContactKind.PHONE: "Opkald",
    ContactKind.SMS: N_("Sms"),
    ContactKind.EMAIL: N_("Mail"),
    ContactKind.LETTER: N_("Brev"),
    ContactKind.POSTCARD: N_("Postkort"),
    ContactKind.VISIT: N_("Besøg"),
    ContactKind.MEETING: N_("Møde"),
    ContactKind.OTHER: N_("Kontakt"),
}
CONTACT_OUTCOMES = {
    ContactOutcome.REACHED: "vi fik talt sammen",
    ContactOutcome.NO_ANSWER: "intet svar",
    ContactOutcome.MESSAGE_LEFT: N_("besked lagt"),
    ContactOutcome.NOT_HOME: "ingen hjemme",
    ContactOutcome.RETURNED: N_("kom retur"),
    ContactOutcome.DECLINED: "ønsker ikke kontakt",
}
ROLES = {
    Role.TENANT: "lejer",
    Role.PARTNER: "partner",
    Role.CHILD: "barn",
    Role.ADULT_CHILD: "voksent barn",
    Role.ROOMMATE: "bofælle",
    Role.LODGER: "logerende",
    Role.OTHER: "bor i boligen",
}


@dataclass(frozen=True, kw_only=True)
class Names:
    """What the program's own words are called: lines of the chart, words of the categories, titles of benefits."""

    chart: Chart
    categories: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    benefits: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Told:
    """All that a sentence may look at."""

    before: Scene
    after: Scene
    names: Names
    on: date

    @property
    def case(self) -> Case:
        return self.after.case

    @property
    def tenant(self) -> str:
        """Whose case it is, by first name; `lejeren` where nobody has a name yet."""
        found = self.case.tenant
        return found.name.split()[0] if found is not None and found.name.strip() else "lejeren"


def capital(text: str) -> str:
    """The text with a capital letter first."""
    return f"{text[:1].upper()}{text[1:]}"


def joined(parts: Iterable[str]) -> str:
    """`a, b og c`."""
    known = [part for part in parts if part]
    return " og ".join([", ".join(known[:-1]), known[-1]]) if len(known) > 1 else "".join(known)


def some_of(parts: Sequence[str], more: str = "andre") -> str:
    """The first few, and how many more: `el, vand, gas, mad og 3 andre`."""
    if len(parts) <= MOST_NAMED + 1:
        return joined(parts)
    return f"{', '.join(parts[:MOST_NAMED])} og {len(parts) - MOST_NAMED} {more}"


def money(value: Decimal | None) -> str:
    """An amount, or that it is not known yet."""
    return kroner(value) if value is not None else "beløb mangler"


def every(value: Decimal | None, rhythm: Rhythm) -> str:
    """`612 kr. hver måned`."""
    return f"{money(value)} {translated(RHYTHMS)[rhythm]}" if value is not None else money(value)


def before(text: str) -> str:
    """` (før 7.300 kr.)`; "" where there was nothing."""
    return f" (før {text})" if text else ""


def stop(text: str) -> str:
    """The sentence with one full stop."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def first_name(name: str) -> str:
    """The first word of a name; "" for none."""
    return name.split(maxsplit=1)[0] if name.strip() else ""


def person(case: Case, key: str) -> str:
    """The first name of a person of the household; "" where there is none."""
    found = next((one for one in case.persons if one.id == key), None)
    return first_name(found.name) if found is not None else ""


def income_title(row: Income, told: Told) -> str:
    """`Løn (Nadia)`."""
    line = told.names.chart.incomes.get(row.kind)
    title = line.title if line is not None else capital(row.kind)
    owner = person(told.case, row.person) or person(told.before.case, row.person)
    return f"{title} ({owner})" if owner else title


def expense_title(row: Expense, told: Told) -> str:
    """What a bill is called: its own label, else the line of the chart."""
    line = told.names.chart.lines.get(row.line)
    return row.label.strip() or (line.title if line is not None else "En udgift")


def word(told: Told, name: str, key: str) -> str:
    """The title of a word of the categories, in small letters."""
    return told.names.categories.get(name, {}).get(key, key)


def of_day(value: date | None) -> str:
    """` den 20. november 2026`; "" for no day."""
    return f" den {day(value)}" if value is not None else ""


def plain(value: Any) -> str:
    """A fact as it is written in a sentence; "" for none."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, date):
        return day(value)
    return kroner(value) if isinstance(value, Decimal) else str(value)


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence of a draft, and the paths of the facts it tells."""

    key: str
    """Stays the same while the sentence is about the same thing."""
    heading: Heading
    text: str
    sources: tuple[str, ...] = ()
