"""Line by line: what each of the others counts, and the difference in sentences."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetdesk.budget.lens_lines import How, LensLine, differences, left_over
from budgetdesk.budget.lenses import lenses
from budgetdesk.budget.month import Lens, month_of
from budgetdesk.household.case import Case, Expense, Income, Person, Tenancy
from budgetdesk.household.words import Role
from budgetdesk.planning.policy import Policy
from budgetdesk.readers.chart import load_chart
from budgetdesk.readers.lenses import load_line_rules, load_yardsticks
from budgetdesk.readers.rates import load_rates

ON = date(2026, 11, 20)
CHART = load_chart()
D = Decimal
CODES = [code for code, line in CHART.lines.items() if code not in ("101", "102", "992") and line.owner == "budget"]


def a_tenant(*expenses: tuple[str, int], pay: int = 20_000) -> Case:
    """Somebody alone with a wage, a rent of 6.000 and these expenses."""
    return Case(
        persons=(Person(id="p1", role=Role.TENANT, born=date(1990, 1, 1)),),
        tenancy=Tenancy(rent_per_month=D(6000)),
        income=(Income(id="i1", person="p1", kind="loen", amount=D(pay)),),
        expenses=tuple(
            Expense(id=f"e{n}", line=code, amount=D(amount)) for n, (code, amount) in enumerate(expenses, start=1)
        ),
    )


def seen(case: Case, key: str, policy: Policy | None = None) -> Lens:
    yardsticks = load_yardsticks(load_rates(), on=ON, policy=policy)
    found = lenses(case, month_of(case, CHART, on=ON), yardsticks, on=ON)
    lens = next(lens for lens in found if lens.key == key)
    told = tuple(plain(one) for one in lens.differences)
    return replace(lens, text=plain(lens.text), differences=told)


def plain(text: str) -> str:
    """Amounts are held together by a space that does not break; here it is an ordinary one."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("code", "kommune", "gaeldsstyrelsen"),
    [
        # Aarhus and Viborg beside Gældsstyrelsen, as the public pages of each have it.
        ("201", How.COUNTED, How.IN_AMOUNT),  # contents insurance
        ("205", How.COUNTED, How.COUNTED),  # a-kasse
        ("206", How.NOT, How.COUNTED),  # union
        ("202", How.NOT, How.IN_AMOUNT),  # accident insurance
        ("501", How.COUNTED, How.IN_AMOUNT),  # phone
        ("502", How.COUNTED, How.IN_AMOUNT),  # internet
        ("401", How.COUNTED, How.COUNTED),  # prescribed medicine
        ("408", How.NOT, How.IN_AMOUNT),  # contact lenses
        ("603", How.IF, How.IF),  # car
        ("914", How.NOT, How.NOT),  # instalment on a bank loan
        ("912", How.NOT, How.IF),  # running agreement on public debt
        ("701", How.IN_AMOUNT, How.IN_AMOUNT),  # food
    ],
)
def test_a_line_counts_with_the_municipality_and_with_gaeldsstyrelsen_as_they_say(
    code: str, kommune: How, gaeldsstyrelsen: How
):
    rules = load_line_rules()

    assert rules["kommune"].of(code)[0] is kommune
    assert rules["gaeldsstyrelsen"].of(code)[0] is gaeldsstyrelsen


def test_the_tenants_own_budget_counts_every_line_and_ends_at_luft():
    case = a_tenant(("502", 450), ("701", 3000), ("504", 99))
    own = seen(case, "lejer")

    assert own.amount_per_month == month_of(case, CHART, on=ON).luft
    assert {line.how for line in own.lines} == {How.COUNTED}


def test_the_difference_names_the_bill_that_is_not_counted():
    lens = seen(a_tenant(("502", 450), ("701", 3000)), "gaeldsstyrelsen")

    assert "Gældsstyrelsen regner med 7.880 kr. om måneden at leve for. I bruger 3.450 kr. på det samme." in (
        lens.differences
    )
    assert any(one.startswith("Gældsstyrelsen tæller ikke 450 kr. til internet.") for one in lens.differences)


def test_a_line_with_a_condition_says_it_and_is_not_in_their_sum():
    lens = seen(a_tenant(("603", 800)), "gaeldsstyrelsen")

    assert (
        "Gældsstyrelsen tæller måske 800 kr. til bil: benzin eller strøm. Kun hvis bilen er nødvendig for arbejdet."
        in (lens.differences)
    )
    assert lens.amount_per_month == D(20_000 - 6_000 - 7_880)


def test_transport_to_work_counts_only_above_the_limit_and_says_the_limit():
    lens = seen(a_tenant(("601", 1000)), "gaeldsstyrelsen")
    line = next(line for line in lens.lines if line.code == "601")

    assert (line.how, line.counted) == (How.PART, D(50))
    assert "950 kr." in plain(line.why)


def test_the_municipality_has_no_amount_and_says_that_there_is_no_table():
    lens = seen(a_tenant(("201", 100), ("206", 300)), "kommune")

    assert lens.amount_per_month is None
    assert "13.900 kr. om måneden at leve for" in lens.text  # 20.000 - 6.000 - 100; the union is not counted
    assert "ingen tabel for hele landet" in lens.text


def test_what_the_organisation_knows_of_its_municipality_is_used():
    policy = Policy(version="1", municipal_adult=D(5000), municipal_further_adult=D(3000), municipal_child=D(1500))
    child = Person(id="p2", role=Role.CHILD, born=date(2020, 1, 1))
    case = a_tenant(("201", 100))

    assert seen(case, "kommune", policy).amount_per_month == D(20_000 - 6_000 - 100 - 5_000)
    with_child = replace(case, persons=(*case.persons, child))
    assert seen(with_child, "kommune", policy).amount_per_month == D(20_000 - 6_000 - 100 - 6_500)


def test_the_table_says_that_it_does_not_look_at_expenses():
    assert "Ingen udgifter tæller" in seen(a_tenant(), "tabeltraek").differences[0]


@pytest.mark.parametrize("key", ["kommune", "gaeldsstyrelsen", "gaeldssanering"])
def test_every_line_that_the_rules_name_is_in_the_chart(key: str):
    rules = load_line_rules()[key]

    assert set(rules.how) <= set(CHART.lines)
    assert set(rules.why) <= set(CHART.lines)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(CODES), st.integers(0, 4000)), max_size=12), st.integers(0, 40_000))
def test_the_lines_always_add_up_to_the_amount_and_nothing_counts_for_more_than_it_is(
    expenses: list[tuple[str, int]], pay: int
):
    case = a_tenant(*expenses, pay=pay)
    budget = month_of(case, CHART, on=ON)
    for lens in lenses(case, budget, load_yardsticks(load_rates(), on=ON), on=ON):
        if lens.lines and lens.amount_per_month is not None:
            assert left_over(lens.lines) == lens.amount_per_month
        assert all(line.own is None or abs(line.counted) <= abs(line.own) for line in lens.lines)


def test_many_lines_end_in_one_sentence():
    line = LensLine(path="a", code="914", title="Banklån", income=False, own=D(100), counted=D(0), how=How.NOT)
    told = differences([line] * 7, "Skifteretten", frozenset(), None)

    assert len(told) == 6
    assert plain(told[-1]) == "Skifteretten tæller heller ikke 200 kr. til 2 andre linjer."


def test_the_worked_example_of_2024_is_what_income_fixed_costs_and_amount_give():
    # familieadvokaten.dk 2024: net 14.250 - fixed 5.000 - amount 7.250 = 2.000 to the creditors.
    case = replace(a_tenant(pay=14_250), tenancy=Tenancy(rent_per_month=D(5000)))
    yardsticks = load_yardsticks(load_rates(), on=ON)
    scale = next(one for one in yardsticks.scales if one.key == "gaeldssanering")
    assert scale.amounts is not None
    then = replace(scale, amounts=replace(scale.amounts, single=D(7250)))
    found = lenses(case, month_of(case, CHART, on=ON), replace(yardsticks, scales=(then,)), on=ON)

    assert next(one for one in found if one.key == "gaeldssanering").amount_per_month == D(2000)
