"""Facts that can hardly be true get a sentence at their field, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.household import paths
from budgetdesk.household.case import Arrears, ArrearsRow, BankAccount, Case, Income, Person, Tenancy
from budgetdesk.household.plausible import doubts
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Role, Tax
from budgetdesk.readers.case_file import sample_case

DAY = date(2026, 11, 20)
MOTHER = Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard", born=date(1989, 4, 12))
CHILD = Person(id="p2", role=Role.CHILD, name="Alma", born=date(2018, 6, 3), parents=("p1",))
CASE = Case(
    persons=(MOTHER, CHILD),
    tenancy=Tenancy(rent_per_month=Decimal(7600), area_m2=Decimal(84)),
    income=(Income(id="i1", amount=Decimal(19800), tax=Tax.GROSS, paid_out=Decimal(15304)),),
    arrears=Arrears(rows=(ArrearsRow(id="r1", amount=Decimal(7600)),)),
    bank=(BankAccount(id="b1", balance=Decimal(100), on=DAY),),
)
LATER = date(2026, 11, 21)


def said(case: Case) -> dict[str, str]:
    return {doubt.path: doubt.text for doubt in doubts(case, DAY)}


def test_an_ordinary_household_gives_no_doubt():
    assert not said(CASE)
    assert not said(sample_case(today=DAY))
    assert not said(Case())


@pytest.mark.parametrize(
    ("path", "fact", "word"),
    [
        ("persons[p2].born", date(1985, 1, 1), "Alma er født før Nadia"),
        ("persons[p2].born", date(1989, 4, 12), "Alma er født før Nadia"),
        ("persons[p2].born", date(2001, 4, 11), "Nadia var 11 år"),
        ("persons[p2].born", LATER, "fremtiden"),
        ("persons[p1].born", date(1911, 1, 1), "115 år"),
        ("persons[p1].residence_years", 38, "mere end alderen"),
        ("persons[p1].pension_granted", LATER, "fremtiden"),
        ("persons[p1].pension_granted", date(1980, 1, 1), "før fødslen"),
        ("tenancy.rent_per_month", Decimal(0), "Huslejen er 0"),
        ("tenancy.rent_per_month", Decimal(499), "hel måned"),
        ("tenancy.rent_per_month", Decimal(91200), "én måned"),
        ("tenancy.area_m2", Decimal(0), "Arealet er 0"),
        ("tenancy.area_m2", Decimal(5), "lille"),
        ("tenancy.area_m2", Decimal(840), "stort"),
        ("tenancy.lodger_area_m2", Decimal(85), "hele boligen"),
        ("tenancy.moved_in", LATER, "fremtiden"),
        ("tenancy.boligstoette.amount", Decimal(7601), "højere end huslejen"),
        ("circumstances.new_rent", Decimal(0), "Huslejen er 0"),
        ("circumstances.heating_cost", Decimal(0), "Beløbet er 0"),
        ("income[i1].amount", Decimal(200001), "helt år"),
        ("income[i1].paid_out", Decimal(19801), "før skat"),
        ("arrears.letter_arrived", LATER, "fremtiden"),
        ("arrears.rows[r1].paakrav_arrived", LATER, "fremtiden"),
        ("bank[b1].on", LATER, "fremtiden"),
    ],
)
def test_says_at_the_field_what_can_hardly_be_true(path, fact, word):
    found = said(paths.put(CASE, path, fact))

    assert set(found) <= {path, "persons[p2].role"}
    assert word in found[path]


def test_money_that_begins_in_the_future_is_said_at_its_first_day():
    later = replace(CASE, income=(Income(id="i1", amount=Decimal(1), start=LATER),))
    assert "21.11.2026" in said(later)["income[i1].start"]

    turned = replace(CASE, income=(Income(id="i1", amount=Decimal(1), start=DAY, end=date(2026, 1, 1)),))
    assert "slutter" in said(turned)["income[i1].end"]


def test_a_year_s_income_entered_as_such_is_no_doubt():
    yearly = Income(id="i1", amount=Decimal(480000), rhythm=Rhythm.YEARLY)

    assert not said(replace(CASE, income=(yearly,)))


def test_a_child_without_parents_is_compared_with_the_tenant():
    orphan = replace(CHILD, parents=(), born=date(1980, 1, 1))

    found = [doubt.path for doubt in doubts(replace(CASE, persons=(MOTHER, orphan)), DAY)]

    assert found == ["persons[p2].role", "persons[p2].born"]


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_never_fails_and_every_doubt_points_to_a_person_of_the_case(born, day):
    case = paths.put(CASE, "persons[p2].born", born)

    for doubt in doubts(case, day):
        assert doubt.text.endswith((".", "?"))
