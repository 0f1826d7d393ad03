"""What a fact is called, by its path, and on which page it is answered: for links to what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from budgetdesk.benefits.assessment import Assumed
from budgetdesk.budget.chart import Chart
from budgetdesk.casework.missing import Missing
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _, translated

_NAMES = {
    "amount": N_("beløbet"),
    "area_m2": N_("Boligens areal"),
    "arrears": N_("Restancen"),
    "assigned_by_municipality": N_("Er boligen anvist af kommunen?"),
    "atp_and_pension": N_("ATP og egen pension"),
    "balance": N_("Saldo i dag"),
    "bank": N_("Saldo på kontoen i dag"),
    "boligstoette": N_("Boligstøtte i dag"),
    "born": N_("Fødselsdag"),
    "custody": N_("Forældremyndighed"),
    "electricity_in_rent": N_("Er el med i huslejen?"),
    "family_benefit_share": N_("Hvor stor en del af børneydelsen"),
    "heating": N_("Er varmen med i huslejen?"),
    "hot_water_in_rent": N_("Er varmt vand med i huslejen?"),
    "income": N_("Indtægter"),
    "income_base": N_("Hvad hver voksen lever af"),
    "kind": N_("Boligens art"),
    "letter": N_("Hvilket brev der er kommet"),
    "letter_arrived": N_("Dagen, brevet kom"),
    "liquid": N_("Penge, der kan bruges"),
    "lodger_area_m2": N_("Areal, der er lejet ud"),
    "lodger_rent": N_("Leje fra logerende"),
    "maintenance_duty": N_("Egen vedligeholdelse"),
    "marital": N_("Enlig, samlevende eller gift?"),
    "moved_in": N_("Dag for indflytning"),
    "municipality": N_("Kommune"),
    "net": N_("Formue"),
    "nights_per_fortnight": N_("Barnets nætter hjemme på 14 dage"),
    "on": N_("Ny saldo på kontoen"),
    "own_kitchen": N_("Eget køkken"),
    "paid_out": N_("det, der bliver udbetalt"),
    "pays_on": N_("hvilken dag i måneden"),
    "pension_granted": N_("Dag for tildeling af pension"),
    "persons": N_("Hvem der bor i boligen"),
    "rent_per_month": N_("Husleje pr. måned"),
    "residence_years": N_("År med bopæl i Danmark"),
    "rows": N_("Restancen"),
    "sharing": N_("Bofællesskab"),
    "suited_for_mobility_impaired": N_("Er boligen egnet til stærkt bevægelseshæmmede?"),
    "tax": N_("før eller efter skat"),
    "water_separate": N_("Betales vand for sig?"),
}
_VALUES = {
    "true": N_("ja"),
    "false": N_("nej"),
    "none": N_("ingen"),
    "almen": N_("almen bolig"),
    "ingen": N_("ingen indtægt"),
    "as heating": N_("som varmen"),
    "unknown to the official mode": N_("ikke spurgt"),
    "from the roles": N_("som skrevet under personer"),
    "separate": N_("for sig selv"),
    "in_rent": N_("i huslejen"),
    "landlord": N_("udlejer"),
    "tenant": N_("lejer"),
    "granted": N_("bevilget"),
}
_PAGES = {
    "income": "budget",
    "expenses": "budget",
    "bank": "akut",
    "circumstances": "ydelser",
    "wealth": "ydelser",
    "debts": "gaeld",
}
_ASKED_BY_BENEFITS = re.compile(r"case\.persons\[[^\]]+\]\.(adult|child)\.|.*\.(pension_granted|residence_years)$")
"""Facts about a person that only the page Ydelser asks for."""


@dataclass(frozen=True)
class FactLink:
    """A fact as a link: its full path on Record, what it is called, on which page it is entered."""

    path: str
    text: str
    page: str


def fact_links(
    facts: Iterable[str], case: Case, missing: Iterable[Missing], chart: Chart | None = None
) -> tuple[FactLink, ...]:
    """Links for paths (with or without `case.`), in the order given, each name once."""
    known = {m.path: m for m in missing}
    links: dict[str, FactLink] = {}
    for fact in facts:
        path = fact if fact.startswith(("case.", "spending.")) else f"case.{fact}"
        found = known.get(path)
        text = found.text if found else _called(path, case, chart)
        links.setdefault(text, FactLink(path, text, found.page if found else _page(path)))
    return tuple(links.values())


def assumed_links(facts: Iterable[Assumed], case: Case, chart: Chart | None = None) -> tuple[FactLink, ...]:
    """What was taken for granted, with the answer that was used: `Eget køkken: ja`."""
    links: dict[str, FactLink] = {}
    for fact in facts:
        for link in fact_links([fact.path], case, (), chart):
            text = f"{link.text.rstrip('?')}: {translated(_VALUES).get(fact.value, fact.value)}"
            links.setdefault(text, FactLink(link.path, text, link.page))
    return tuple(links.values())


def first_name(path: str, case: Case) -> str:
    """Whose fact it is by first name (`persons[p2].born`, with or without `case.`); "" where it is nobody's."""
    item = re.match(r"(?:case\.)?persons\[([^\]]*)\]", path)
    found = next((one for one in case.persons if item and one.id == item[1]), None)
    return found.name.split()[0] if found is not None and found.name.strip() else ""


def _page(path: str) -> str:
    if _ASKED_BY_BENEFITS.match(path):
        return "ydelser"
    return _PAGES.get(re.split(r"[.\[]", path)[1], "sag")


def _called(path: str, case: Case, chart: Chart | None) -> str:
    last = re.sub(r"\[[^\]]*\]", "", path).rsplit(".", 1)[-1]
    name = translated(_NAMES).get(last, _("En oplysning mere"))
    owner = _owner(path, case, chart)
    return f"{owner}: {name[0].lower()}{name[1:]}" if owner else f"{name[0].upper()}{name[1:]}"


def _owner(path: str, case: Case, chart: Chart | None) -> str:
    """Whose fact it is: the person's first name, or the title of the line."""
    item = re.match(r"case\.(persons|income|expenses)\[([^\]]*)\]", path)
    if item is None:
        return ""
    found = next((one for one in getattr(case, item[1]) if one.id == item[2]), None)
    if found is None:
        return ""
    if item[1] == "persons":
        return str(found.name).split()[0] if found.name else ""
    if item[1] == "income":
        line = chart.incomes.get(found.kind) if chart else None
        return line.title if line else _("Indtægt")
    row = chart.lines.get(found.line) if chart else None
    return found.label or (row.title if row else _("Udgift"))
