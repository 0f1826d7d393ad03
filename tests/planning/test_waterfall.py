"""What is left for creditors: the floor of the policy, rent first, whole øre, a band instead of a knife's edge."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from planning_household import CHART, POLICY, TODAY, household, kr

from budgetdesk.budget.month import month_of
from budgetdesk.household.case import Case, Expense, Income
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.planning.waterfall import Band, Offer, Share, Waterfall, waterfall

BARE = replace(POLICY, adult_per_week=kr(0), further_adult_per_week=kr(0), child_per_week=kr(0), cushion=kr(0))


def flow(case: Case, policy=POLICY, **more) -> Waterfall:
    return waterfall(case, CHART, policy, on=TODAY, **more)


def offer(of: Waterfall, path: str) -> Offer:
    return next(one for one in of.offers if one.path == path)


def with_debts(*debts: Debt, **more) -> Case:
    return replace(household(**more), debts=debts)


def test_from_income_to_what_is_available():
    """15.300 + 7.596/3 in; 7.600 rent, 650 heating and 149 a month out; 1.100 a week to live on; 200 set aside."""
    of = flow(household())

    assert {row.key: row.amount for row in of.rows} == {
        "income": kr(17832),
        "fixed": kr(-8399),
        "everyday": kr("-4766.67"),
        "reserves": kr(-200),
        "savings": kr(0),
    }
    assert of.available == kr("4466.33")


def test_without_debts_and_arrears_what_is_available_is_the_luft_of_the_month():
    case = household(owed="0")
    rich = replace(case, expenses=(*case.expenses, Expense(id="x", line="701", amount=kr(900), rhythm=Rhythm.WEEKLY)))

    assert flow(rich).available == month_of(rich, CHART, on=TODAY).luft


def test_the_floor_of_the_policy_decides_where_the_budget_has_less_for_food():
    case = replace(household(), expenses=(Expense(id="e1", line="701", amount=kr(100), rhythm=Rhythm.WEEKLY),))
    everyday = next(row for row in flow(case).rows if row.key == "everyday")

    assert everyday.amount == kr("-4766.67")  # 1.100 x 52 / 12
    assert "Mindst at leve for efter politikken" in everyday.steps[-1].text


def test_savings_of_the_policy_are_left_before_anybody_is_offered_anything():
    before, after = flow(household()), flow(household(), replace(POLICY, savings_per_month=kr(300)))

    assert after.available == before.available - 300


def test_the_rent_arrears_come_first_then_priority_in_its_order_then_the_rest():
    debts = (
        Debt(id="d1", creditor="Bank", balance=kr(9000), instalment=kr(900)),
        Debt(id="d2", creditor="El", balance=kr(3000), instalment=kr(500), priority=True),
        Debt(id="d3", creditor="Kommune", balance=kr(3000), instalment=kr(500), priority=True),
    )
    of = flow(with_debts(*debts), priorities={"d3": 1, "d2": 2})

    assert [one.path for one in of.offers] == ["arrears.rows", "debts[d3]", "debts[d2]", "debts[d1]"]
    assert of.offers[0].amount == kr(662)  # 7.935 over 12 months, rounded up
    assert [one.share for one in of.offers] == [Share.RENT, Share.PRIORITY, Share.PRIORITY, Share.FULL]


def test_the_plans_own_instalment_is_what_the_rent_gets():
    assert flow(household(), rent_per_month=kr(2000)).offers[0].amount == kr(2000)


def test_where_there_is_too_little_the_rest_share_by_what_is_owed():
    debts = (
        Debt(id="d1", balance=kr(30000), instalment=kr(3000)),
        Debt(id="d2", balance=kr(10000), instalment=kr(3000)),
    )
    of = flow(with_debts(*debts, owed="0"))

    assert offer(of, "debts[d1]").amount == kr("3000.00")  # three quarters of 4.466,33 is more than it asks for
    assert offer(of, "debts[d2]").amount == kr("1466.33")
    assert of.left == 0


def test_where_nothing_is_left_each_gets_the_policys_symbolic_amount():
    debts = (Debt(id="d1", balance=kr(30000), instalment=kr(3000)), Debt(id="d2", balance=kr(20), instalment=kr(20)))
    of = flow(with_debts(*debts, wage="9000"), replace(POLICY, token_instalment=kr(50)))

    assert [(one.amount, one.share) for one in of.offers[1:]] == [(kr(50), Share.SYMBOLIC), (kr(20), Share.SYMBOLIC)]


def test_a_tenant_without_means_is_offered_nothing_to_promise_and_is_told_so():
    of = flow(with_debts(Debt(id="d1", balance=kr(3000), instalment=kr(300)), wage="6000"))

    assert of.available < 0
    assert all(one.amount == 0 and one.share is Share.NOTHING for one in of.offers)
    assert of.band is Band.MINUS
    assert "mindre ind end ud" in of.notes[0]


def test_what_is_taken_from_the_pay_already_is_offered_nothing_and_named():
    of = flow(with_debts(Debt(id="d1", creditor="Staten", balance=kr(900), deducted_from_income=True)))

    assert [one.path for one in of.offers] == ["arrears.rows"]
    assert of.notes == ("Trækkes allerede, før pengene kommer: Staten.",)


def test_balance_is_a_band_and_not_a_knifes_edge():
    """5 % of 10.000 is 500 to either side."""

    def band(food: int) -> Band:
        case = Case(
            income=(Income(id="i1", amount=kr(10000)),), expenses=(Expense(id="e1", line="106", amount=kr(food)),)
        )
        return flow(case, BARE).band

    assert [band(bill) for bill in (9499, 9500, 10500, 10501)] == [Band.PLUS, Band.BALANCE, Band.BALANCE, Band.MINUS]


def test_every_offer_shows_how_it_was_reckoned():
    of = flow(with_debts(Debt(id="d1", creditor="Bank", balance=kr(9000), instalment=kr(900))))

    assert all(one.steps[-1].amount == one.amount for one in of.offers)
    assert all(len(one.steps) >= 3 for one in of.offers)


DEBTS = st.lists(
    st.tuples(st.integers(1, 5_000_000), st.integers(1, 300_000), st.booleans()), max_size=6
)  # øre owed, øre a month, priority


@settings(max_examples=80)
@given(debts=DEBTS, wage=st.integers(5_000, 25_000), owed=st.integers(0, 30_000))
def test_offers_are_exact_never_more_than_asked_and_never_more_than_there_is(debts, wage, owed):
    rows = tuple(
        Debt(id=f"d{n}", balance=Decimal(b).scaleb(-2), instalment=Decimal(i).scaleb(-2), priority=p)
        for n, (b, i, p) in enumerate(debts)
    )
    of = flow(with_debts(*rows, wage=str(wage), owed=str(owed)))

    assert of.left == of.available - of.offered
    assert all(0 <= one.amount <= one.asked for one in of.offers)
    assert all(one.amount == one.amount.quantize(Decimal("0.01")) for one in of.offers)
    assert of.offered <= max(Decimal(0), of.available)
    asked = sum((one.asked for one in of.offers), Decimal(0))
    assert of.offered == min(asked, max(Decimal(0), of.available))


@given(owed=st.lists(st.integers(5_000, 5_000_000), min_size=2, max_size=7))
def test_what_is_shared_is_shared_to_the_oere(owed):
    rows = tuple(Debt(id=f"d{n}", balance=Decimal(o), instalment=kr(3000)) for n, o in enumerate(owed))
    of = flow(with_debts(*rows, owed="0"))

    assert of.offered == of.available == kr("4466.33")
