"""Økonomisk friplads: the scale, the sibling discount, whose income counts, and what is not known yet."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from families import DAY, child, family, person, personal_income
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.benefits import friplads as rule
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.friplads_formula import Limits, Place, own_payments, own_per_cent, raised
from budgetdesk.benefits.friplads_income import income_of
from budgetdesk.household.case import Expense, Income
from budgetdesk.household.circumstances import ChildFacts
from budgetdesk.household.words import Childcare, Role, Tax
from budgetdesk.readers.rates import load_rates

RATES = load_rates()
SCALE_2026 = Limits(Decimal(218100), Decimal(677500), Decimal(95), Decimal(5))
SINGLE_TWO_CHILDREN = raised(SCALE_2026, Decimal(76317 + 7000))
INCOME = st.decimals(0, 900_000, places=2)


def kid(number: int = 3, care: Childcare | None = Childcare.DAGTILBUD, price: int | None = 2400, **more):
    facts = ChildFacts(childcare=care, childcare_price=None if price is None else Decimal(price))
    return child(number, born=date(2022, 6, 3), child=facts, **more)


def wage(amount: int | str, who: str = "p1", **facts) -> Income:
    facts = {"tax": Tax.GROSS, **facts}
    return Income(id=f"i-{who}", person=who, kind=facts.pop("kind", "loen"), amount=Decimal(amount), **facts)


def assess(*people, income=None, day=DAY, expenses=()):
    rows = (wage(30000),) if income is None else income
    case = replace(family(*people, income=rows), expenses=expenses)
    return rule.assess(case, day, RATES)


def yearly_income(*rows: Income, people=()):
    return income_of(family(*people, income=rows), DAY, Figures(RATES, "friplads", DAY))


@pytest.mark.parametrize(
    ("income", "per_cent"),
    [
        ("301417", 0),
        ("301418", 5),
        ("306252", 5),  # one step is 4.835,78
        ("306253", 6),
        ("360000", 17),
        ("760815", 99),
        ("760816", 99),
        ("760817", 100),
    ],
)
def test_the_scale_of_2026_for_a_single_with_two_children(income, per_cent):
    assert own_per_cent(Decimal(income), SINGLE_TWO_CHILDREN) == per_cent


def test_a_step_is_as_the_municipalities_print_it():
    assert round(SCALE_2026.step) == 4836
    assert round(Limits(Decimal(177601), Decimal(551700), Decimal(95), Decimal(5)).step) == 3938  # Helsingør 2019


def test_the_dearest_place_is_paid_in_full_and_the_others_by_half():
    places = (Place(Decimal(2400)), Place(Decimal(3000)), Place(Decimal(600), discounted=False))

    assert own_payments(places, Decimal(100), Decimal(50)) == (1200, 3000, 600)
    assert own_payments(places, Decimal(17), Decimal(50)) == (204, 510, 102)


def test_of_two_places_at_one_price_only_one_is_paid_in_full():
    assert own_payments((Place(Decimal(2400)),) * 2, Decimal(17), Decimal(50)) == (408, 204)


@given(INCOME, INCOME, st.lists(st.decimals(0, 6000, places=2), min_size=1, max_size=5))
def test_the_own_payment_never_falls_when_the_income_rises(one, other, prices):
    low, high = sorted((one, other))
    places = [Place(price) for price in prices]

    cheap, dear = (own_payments(places, own_per_cent(each, SCALE_2026), Decimal(50)) for each in (low, high))

    assert all(0 <= less <= more for less, more in zip(cheap, dear, strict=True))


@given(INCOME)
def test_the_per_cent_is_none_or_at_least_five_and_never_above_a_hundred(income):
    assert own_per_cent(income, SCALE_2026) in {0, *range(5, 101)}


def test_a_single_is_given_higher_limits_and_a_partner_is_not():
    alone = assess(person(1), kid())
    couple = assess(person(1), person(2, Role.PARTNER, base="ingen"), kid())

    assert alone.amount_per_month > couple.amount_per_month


def test_each_child_at_home_beyond_the_first_raises_the_limits_also_one_without_a_place():
    limits = {step.text: step.amount for step in assess(person(1), kid(), child(4), child(5)).steps}

    assert limits["Gratis plads til og med en indkomst pr. år på"] == 218100 + 76317 + 2 * 7000


def test_the_income_is_before_tax_and_am_bidrag_and_after_own_pension():
    found = yearly_income(wage(19800, atp_and_pension=Decimal(858)))

    assert (found.least, found.most, found.known) == (227304, 227304, True)


def test_both_adults_count_and_a_lodger_does_not():
    people = (person(1), person(2, Role.PARTNER), person(9, Role.LODGER))

    found = yearly_income(wage(20000), wage(10000, "p2"), wage(9000, "p9"), people=people)

    assert found.least == 360000


def test_family_benefits_and_money_that_comes_once_do_not_count():
    found = yearly_income(wage(20000), wage(7596, "p2", kind="boerneydelse"))

    assert found.most == 240000


def test_personlig_indkomst_of_a_wage_is_turned_back_to_before_am_bidrag():
    assert yearly_income(personal_income(18400)).least == 240000
    pensioner = yearly_income(personal_income(18400), people=(person(1, base="folkepension"),))
    assert pensioner.least == 18400 * 12


def test_a_net_wage_makes_the_gross_wage_a_missing_fact():
    answer = assess(person(1), kid(), income=(wage(24000, tax=Tax.NET),))

    assert answer.verdict is Verdict.UNKNOWN
    assert answer.missing_facts == ("income[i-p1].amount",)
    assert answer.lowest < answer.highest == 2400


def test_a_net_wage_so_small_that_the_place_is_free_anyway_is_not_asked_about():
    answer = assess(person(1), kid(), income=(wage(9000, tax=Tax.NET),))

    assert (answer.verdict, answer.amount_per_month) == (Verdict.YES, 2400)


def test_no_income_at_all_is_asked_for():
    answer = assess(person(1, base=""), kid(), income=())

    assert (answer.verdict, answer.lowest, answer.highest) == (Verdict.UNKNOWN, 0, 2400)
    assert answer.missing_facts == ("income",)


def test_asks_where_a_child_is_looked_after_and_what_it_costs():
    answer = assess(person(1), kid(3, None, None), kid(4, Childcare.SFO, None))

    assert answer.verdict is Verdict.UNKNOWN
    assert answer.missing_facts == ("persons[p3].child.childcare", "persons[p4].child.childcare_price")
    assert answer.highest is None


def test_without_a_price_what_is_paid_today_bounds_what_can_be_saved():
    paid = Expense(id="e1", line="301", amount=Decimal(980))

    assert assess(person(1), kid(price=None), expenses=(paid,)).highest == 980


def test_says_what_is_paid_today_beside_what_was_reckoned():
    dear, cheap = (Expense(id="e1", line="301", amount=Decimal(amount)) for amount in (2400, 200))

    assert "beregnet" in assess(person(1), kid(), expenses=(dear,)).summary
    assert "ser I ud til at få" in assess(person(1), kid(), expenses=(cheap,)).summary


def test_what_is_saved_is_reckoned_from_what_is_paid_today():
    amounts = {
        paid: assess(person(1), kid(), income=(wage(10000),), expenses=(Expense(id="e1", line="301", amount=paid),))
        for paid in (Decimal(2400), Decimal(1275), Decimal(0))
    }

    assert [answer.amount_per_month for answer in amounts.values()] == [2400, 1275, 0]
    assert {answer.verdict for answer in amounts.values()} == {Verdict.YES}


def test_a_place_that_costs_nothing_gives_nothing():
    assert assess(person(1), kid(price=0)).verdict is Verdict.NO


def test_no_only_above_the_limit_or_without_a_place():
    rich = assess(person(1), kid(), income=(wage(70000),))
    nobody = assess(person(1), kid(care=Childcare.NONE, price=None))

    assert (rich.verdict, nobody.verdict) == (Verdict.NO, Verdict.NO)
    assert {"Fuld pris fra en indkomst pr. år på", "Gratis plads til og med en indkomst pr. år på"} <= {
        step.text for step in rich.steps
    }


def test_klub_gives_friplads_but_no_sibling_discount():
    answer = assess(person(1), kid(), kid(4, Childcare.KLUB, 1000), income=(wage(10000),))

    assert answer.amount_per_month == 3400


def test_warns_of_paying_back():
    answer = assess(person(1), kid())

    assert any("Tilbagebetaling" in note for note in answer.cannot_see)
    assert any("2.015\u00a0kr." in each.why for each in answer.look_again)


def test_a_year_whose_limits_are_not_known_gives_no_figure():
    answer = assess(person(1), kid(), day=date(2023, 5, 1))

    assert (answer.verdict, answer.amount_per_month) == (Verdict.UNKNOWN, None)


@given(st.integers(0, 90000), st.booleans(), st.sampled_from([None, 0, 600, 2400]))
def test_a_net_wage_keeps_the_gross_answer_within_its_range(gross, couple, price):
    people = [person(1), *([person(2, Role.PARTNER, base="ingen")] if couple else []), kid(price=price)]
    net = assess(*people, income=(wage(gross * 6 // 10, tax=Tax.NET),))

    exact = assess(*people, income=(wage(gross),))

    low, high = (net.lowest, net.highest) if net.verdict is Verdict.UNKNOWN else (net.amount_per_month,) * 2
    if exact.amount_per_month is not None:
        assert low <= exact.amount_per_month
        assert high is None or exact.amount_per_month <= high
