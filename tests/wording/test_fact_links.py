"""A missing fact has a name and a page, whichever rule asks for it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk.casework.missing import Missing
from budgetdesk.household.case import Case, Income, Person
from budgetdesk.household.words import Role
from budgetdesk.wording.facts import fact_links

CASE = Case(
    persons=(Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard", born=date(1989, 4, 12)),),
    income=(Income(id="i1", kind="loen", amount=Decimal(1)),),
)


def test_the_list_of_what_is_missing_gives_the_name_and_the_page() -> None:
    missing = [Missing("case.tenancy.area_m2", "Boligens areal i m²", "sag")]

    link = fact_links(["tenancy.area_m2"], CASE, missing)[0]

    assert (link.path, link.text, link.page) == ("case.tenancy.area_m2", "Boligens areal i m²", "sag")


def test_a_fact_that_stands_in_no_list_is_named_all_the_same() -> None:
    links = fact_links(["persons[p1].born", "income[i1].pays_on", "bank", "tenancy.unheard_of"], CASE, [])

    assert [link.text for link in links] == [
        "Nadia: fødselsdag",
        "Indtægt: hvilken dag i måneden",
        "Saldo på kontoen i dag",
        "En oplysning mere",
    ]
    assert [link.page for link in links] == ["sag", "budget", "akut", "sag"]


def test_each_name_stands_once_and_the_first_asked_stands_first() -> None:
    links = fact_links(["tenancy.heating", "arrears.rows", "arrears"], CASE, [])

    assert [link.text for link in links] == ["Er varmen med i huslejen?", "Restancen"]
