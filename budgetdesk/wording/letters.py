"""What is missing in a letter, by the path of the fact, as a link: what it is called, and where it is answered."""

from __future__ import annotations

import re
from collections.abc import Iterable

from budgetdesk.benefits.rates import Confidence
from budgetdesk.casework.letter_texts import LetterSource
from budgetdesk.wording.facts import FactLink

DEBTS_PAGE = "gaeld"
_NAMES = {
    "case.tenancy.address": ("Lejerens adresse", "sag"),
    "case.tenancy.landlord": ("Udlejers navn", "sag"),
    "case.tenancy.landlord_address": ("Udlejers adresse", "sag"),
    "case.tenancy.rent_per_month": ("Husleje pr. måned", "sag"),
    "case.info.adviser": ("Rådgiverens navn", "sag"),
    "case.info.organisation": ("Rådgiverens organisation", "sag"),
    "case.applications": ("Hvad der er søgt om", "ydelser"),
    "case.agreement": ("En plan, der holder", "aftale"),
    "case.arrears.rows": ("Hvad udlejer kræver", "sag"),
    "case.arrears.court": ("Hvilken ret", "akut"),
    "case.arrears.court_meeting": ("Dagen for mødet i fogedretten", "akut"),
    "case.arrears.court_reference": ("Rettens sagsnummer", "akut"),
    "case.arrears.payment_reference": ("Lejemålets nummer", "sag"),
    "case.bank": ("Banken", "akut"),
    "case.income": ("Indtægterne", "budget"),
    "case.persons": ("Lejerens navn", "sag"),
}
_OF_PERSON = {"name": "Navnet på den, der skriver", "phone": "Telefonnummer"}
_OF_DEBT = {
    "creditor": "Hvem der kræver pengene",
    "address": "Modtagerens adresse",
    "reference": "Modtagerens nummer på sagen",
    "instalment": "Ydelsen i dag",
    "due_since": "Hvornår det skulle være betalt",
    "limitation_date": "Dagen for forældelse",
    "reminders": "Antal rykkere",
    "reminder_fees": "Gebyrer for rykkere",
    "collection_fees": "Gebyrer for inkasso",
    "late_rate": "Renten efter forfald",
    "late_from": "Fra hvilken dag der er rente",
}
_SURE = {
    Confidence.PRIMARY: "læst i loven eller hos myndigheden",
    Confidence.SECONDARY: "læst hos andre",
    Confidence.DERIVED: "regnet ud",
    Confidence.UNVERIFIED: "ikke bekræftet",
}


def gap_links(paths: Iterable[str]) -> tuple[FactLink, ...]:
    """A link for each fact that is missing, once each."""
    links: dict[str, FactLink] = {}
    for path in paths:
        text, page = _called(path)
        links.setdefault(text, FactLink(path, text, page))
    return tuple(links.values())


def source(of: LetterSource) -> str:
    """`Renteloven § 9 b (elov.dk): læst hos andre.`"""
    return f"{of.text.rstrip('.')}: {_SURE[of.confidence]}."


def _called(path: str) -> tuple[str, str]:
    if path in _NAMES:
        return _NAMES[path]
    listed = re.match(r"case\.(debts|persons|bank)\[[^\]]*\]\.(\w+)$", path)
    if listed and listed[1] == "debts":
        return _OF_DEBT.get(listed[2], "En oplysning om gælden"), DEBTS_PAGE
    if listed and listed[1] == "persons":
        return _OF_PERSON.get(listed[2], "En oplysning om lejeren"), "sag"
    return "Bankens navn", "akut"
