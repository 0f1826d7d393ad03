"""How others count, against a worked example from the guidance and against the table's own anchors."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.budget.lenses import lenses, table_instalment
from budgetdesk.budget.month import Lens, month_of
from budgetdesk.household.case import BoligstoetteNow, Case, Expense, Income, Person, Tenancy
from budgetdesk.household.words import PaidTo, Role
from budgetdesk.readers.chart import load_chart
from budgetdesk.readers.lenses import load_yardsticks
from budgetdesk.readers.municipalities import load_municipalities
from budgetdesk.readers.rates import load_rates

ON = date(2026, 11, 20)
CHART = load_chart()
D = Decimal
YARDSTICKS = load_yardsticks(load_rates(), on=ON)


def a_single_parent() -> Case:
    """Net pay 21.500; rent 9.200 - 1.400; el, heat, water 1.150; a-kasse and union 950; nursery 1.500; child 2.900."""
    return Case(
        persons=(
            Person(id="p1", role=Role.TENANT, born=date(1990, 1, 1)),
            Person(id="p2", role=Role.CHILD, born=date(2022, 5, 1)),
        ),
        tenancy=Tenancy(rent_per_month=D(9200), boligstoette=BoligstoetteNow(amount=D(1400))),
        income=(
            Income(id="i1", person="p1", kind="loen", amount=D(21500)),
            Income(id="i2", person="p1", kind="boerneydelse", amount=D(2900)),
        ),
        expenses=(
            Expense(id="e1", line="106", amount=D(1150)),
            Expense(id="e2", line="205", amount=D(950)),
            Expense(id="e3", line="301", amount=D(1500)),
            Expense(id="e4", line="701", amount=D(4000)),
        ),
    )


def seen(case: Case, key: str, on: date = ON) -> Lens:
    yardsticks = load_yardsticks(load_rates(), on=on)
    found = lenses(case, month_of(case, CHART, on=on), yardsticks, on=on)
    return next(lens for lens in found if lens.key == key)


@pytest.mark.parametrize(
    ("key", "expected"), [("gaeldssanering", 2330), ("gaeldsstyrelsen", 2380), ("tabeltraek", 2350)]
)
def test_the_worked_example_of_a_single_parent(key: str, expected: int):
    assert seen(a_single_parent(), key).amount_per_month == D(expected)


def test_boligstoette_paid_to_the_tenant_gives_the_same_ability():
    case = a_single_parent()
    to_tenant = replace(case.tenancy, boligstoette=BoligstoetteNow(amount=D(1400), paid_to=PaidTo.TENANT))

    assert seen(replace(case, tenancy=to_tenant), "gaeldssanering").amount_per_month == D(2330)


def test_a_child_whose_money_covers_it_gives_nothing_to_the_others():
    case = a_single_parent()
    rich_child = replace(case.income[1], amount=D(9000))

    assert seen(replace(case, income=(case.income[0], rich_child)), "gaeldssanering").amount_per_month == D(3700)


def test_a_child_registered_elsewhere_counts_half():
    case = a_single_parent()
    in_turns = replace(case.persons[1], registered_here=False)
    half = replace(case, persons=(case.persons[0], in_turns))

    # 1.500 + 2.770 / 2 - 2.900 is below 0, so nothing is taken off for the child
    assert seen(half, "gaeldssanering").amount_per_month == D(2330 + 1370)
    no_money = replace(half, income=case.income[:1])
    assert seen(no_money, "gaeldssanering").amount_per_month == D(3700 - 1500 - 1385)


def test_a_partner_adds_the_partners_amount():
    case = a_single_parent()
    couple = replace(case, persons=(*case.persons, Person(id="p3", role=Role.PARTNER)))

    assert seen(couple, "gaeldssanering").amount_per_month == D(2330 - 5500)
    assert "mangler" in seen(couple, "gaeldssanering").text


def test_only_transport_above_the_limit_is_taken_off():
    case = a_single_parent()
    below, above = (
        replace(case, expenses=(*case.expenses, Expense(id="e9", line="601", amount=D(amount))))
        for amount in (920, 1000)
    )

    assert seen(below, "gaeldssanering").amount_per_month == D(2330)
    assert seen(above, "gaeldssanering").amount_per_month == D(2250)


def test_kontanthjaelp_is_only_ever_withheld_lightly():
    case = a_single_parent()
    help_only = replace(case, income=(Income(id="i1", person="p1", kind="kontanthjaelp_forhoejet", amount=D(18000)),))

    assert seen(help_only, "tabeltraek").amount_per_month == D(500)  # 3 % of 18.000 = 540, down to 500


@pytest.mark.parametrize(
    ("net", "without", "with_children"),
    [
        (0, 4, 3),
        (145_459, 4, 3),
        (145_460, 5, 3),
        (181_390, 6, 4),
        (222_460, 14, 5),
        (304_590, 30, 21),
        (407_270, 50, 41),
        (458_610, 60, 51),
        (504_800, 60, 60),
        (900_000, 60, 60),
    ],
)
def test_the_table_at_its_printed_anchors(net: int, without: int, with_children: int):
    table = YARDSTICKS.table

    assert table.percent(D(net), children=False) == without
    assert table.percent(D(net), children=True) == with_children


def test_the_amounts_of_2026_are_those_of_the_guidance():
    sanering, styrelsen = (scale.amounts for scale in YARDSTICKS.scales)
    assert sanering is not None
    assert styrelsen is not None

    assert (sanering.single, sanering.single + sanering.partner) == (7900, 13400)
    assert [sanering.of_child(age) for age in (0, 1, 2, 6, 7, 17, 18)] == [2160, 2160, 2770, 2770, 3970, 3970, 0]
    assert (styrelsen.single, styrelsen.single + styrelsen.partner) == (7880, 13360)
    assert [styrelsen.of_child(age) for age in (1, 6, 17)] == [2150, 2740, 3950]


@pytest.mark.parametrize("key", ["gaeldssanering", "gaeldsstyrelsen", "tabeltraek"])
def test_next_year_it_says_that_it_does_not_know(key: str):
    lens = seen(a_single_parent(), key, on=date(2027, 1, 1))

    assert lens.amount_per_month is None
    assert "01.01.2027" in lens.text


def test_every_lens_but_the_tenants_own_budget_is_vejledende():
    case = a_single_parent()
    own, *others = lenses(case, month_of(case, CHART, on=ON), YARDSTICKS, on=ON)

    assert own.key == "lejer"
    assert not own.vejledende
    assert all(lens.vejledende for lens in others)


@given(st.decimals(0, 60_000, places=2))
def test_the_tables_instalment_is_whole_fifties_and_never_more_than_sixty_per_cent(pay: Decimal):
    case = Case(income=(Income(id="i1", kind="loen", amount=pay),))
    instalment = table_instalment(case, month_of(case, CHART, on=ON), YARDSTICKS.table, on=ON)

    assert instalment % 50 == 0
    assert 0 <= instalment <= pay * D("0.6")


def test_there_are_98_municipalities_in_danish_order():
    names = [one.name for one in load_municipalities()]

    assert len(set(names)) == 98
    assert names[0] == "Albertslund"
    assert names[-4:] == ["Ærø", "Aabenraa", "Aalborg", "Aarhus"]
    assert next(one for one in load_municipalities() if one.name == "Hvidovre").code == "0167"
