"""What is missing in a letter, by the path of the fact, as a link: what it is called, and where it is answered."""

from __future__ import annotations

import re
from collections.abc import Iterable

from budgetdesk.benefits.rates import Confidence
from budgetdesk.casework.letter_texts import LetterSource
from budgetdesk.i18n import N_, _, translated
from budgetdesk.wording.facts import FactLink

DEBTS_PAGE = "gaeld"
_NAMES = {
    "case.tenancy.address": (N_("Lejerens adresse"), "sag"),
    "case.tenancy.landlord": (N_("Udlejers navn"), "sag"),
    "case.tenancy.landlord_address": (N_("Udlejers adresse"), "sag"),
    "case.tenancy.rent_per_month": (N_("Husleje pr. måned"), "sag"),
    "case.info.adviser": (N_("Rådgiverens navn"), "sag"),
    "case.info.organisation": (N_("Rådgiverens organisation"), "sag"),
    "case.applications": (N_("Hvad der er søgt om"), "ydelser"),
    "case.agreement": (N_("En plan, der holder"), "aftale"),
    "case.arrears.rows": (N_("Hvad udlejer kræver"), "sag"),
    "case.arrears.court": (N_("Hvilken ret"), "akut"),
    "case.arrears.court_meeting": (N_("Dagen for mødet i fogedretten"), "akut"),
    "case.arrears.court_reference": (N_("Rettens sagsnummer"), "akut"),
    "case.arrears.payment_reference": (N_("Lejemålets nummer"), "sag"),
    "case.bank": (N_("Banken"), "akut"),
    "case.income": (N_("Indtægterne"), "budget"),
    "case.persons": (N_("Lejerens navn"), "sag"),
}
_OF_PERSON = {"name": N_("Navnet på den, der skriver"), "phone": N_("Telefonnummer")}
_OF_DEBT = {
    "creditor": N_("Hvem der kræver pengene"),
    "address": N_("Modtagerens adresse"),
    "reference": N_("Modtagerens nummer på sagen"),
    "instalment": N_("Ydelsen i dag"),
    "due_since": N_("Hvornår det skulle være betalt"),
    "limitation_date": N_("Dagen for forældelse"),
    "reminders": N_("Antal rykkere"),
    "reminder_fees": N_("Gebyrer for rykkere"),
    "collection_fees": N_("Gebyrer for inkasso"),
    "late_rate": N_("Renten efter forfald"),
    "late_from": N_("Fra hvilken dag der er rente"),
}
_SURE = {
    Confidence.PRIMARY: N_("læst i loven eller hos myndigheden"),
    Confidence.SECONDARY: N_("læst hos andre"),
    Confidence.DERIVED: N_("regnet ud"),
    Confidence.UNVERIFIED: N_("ikke bekræftet"),
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
    return f"{of.text.rstrip('.')}: {translated(_SURE)[of.confidence]}."


def _called(path: str) -> tuple[str, str]:
    if path in _NAMES:
        return translated(_NAMES)[path]
    listed = re.match(r"case\.(debts|persons|bank)\[[^\]]*\]\.(\w+)$", path)
    if listed and listed[1] == "debts":
        return translated(_OF_DEBT).get(listed[2], _("En oplysning om gælden")), DEBTS_PAGE
    if listed and listed[1] == "persons":
        return translated(_OF_PERSON).get(listed[2], _("En oplysning om lejeren")), "sag"
    return _("Bankens navn"), "akut"
