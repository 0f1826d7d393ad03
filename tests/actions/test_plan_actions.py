"""Choosing and changing repayment plans: no øre is lost, banks are open, bad wishes are refused kindly."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.actions import plans
from budgetdesk.actions.library import load_library
from budgetdesk.casework.record import Record
from budgetdesk.errors import BadInputError
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.case import Arrears, ArrearsRow, Case

DAY = date(2026, 11, 20)
FIRST = date(2026, 12, 1)
POLICY = load_library().policy


def owing(amount: str) -> Record:
    return Record(case=Case(arrears=Arrears(rows=(ArrearsRow(id="r1", amount=Decimal(amount)),))))


@given(oere=st.integers(1, 50_000_00), count=st.integers(1, 60))
def test_equal_instalments_add_up_to_what_is_owed(oere: int, count: int) -> None:
    total = Decimal(oere).scaleb(-2)
    plan = plans.by_count(total, count, FIRST, POLICY, DAY)

    assert len(plan) == count
    assert sum(one.amount for one in plan) == total


@given(oere=st.integers(1, 50_000_00), each=st.integers(1_000_00, 9_000_00))
def test_an_amount_a_month_pays_everything_and_never_more(oere: int, each: int) -> None:
    total, amount = Decimal(oere).scaleb(-2), Decimal(each).scaleb(-2)
    plan = plans.by_amount(total, amount, FIRST, POLICY, DAY)

    assert sum(one.amount for one in plan) == total
    assert all(one.amount == amount for one in plan[:-1])
    assert 0 < plan[-1].amount <= amount


def test_instalments_fall_on_days_banks_are_open_and_keep_the_day_of_the_month() -> None:
    # 1 January is a holiday (Friday), so that the next bank day is Monday the 4th; 1 May 2027 is a Saturday.
    days = [one.due for one in plans.by_count(Decimal(600), 6, FIRST, POLICY, DAY)]

    assert days[:2] == [FIRST, date(2027, 1, 4)]
    assert days[2] == date(2027, 2, 1)
    assert days[5] == date(2027, 5, 3)


def test_a_first_day_of_ones_own_gives_the_same_day_every_month() -> None:
    days = [one.due for one in plans.by_count(Decimal(300), 3, date(2026, 12, 15), POLICY, DAY)]

    assert days == [date(2026, 12, 15), date(2027, 1, 15), date(2027, 2, 15)]


@pytest.mark.parametrize(
    ("total", "count", "first", "said"),
    [
        (Decimal(0), 3, FIRST, "restance"),
        (Decimal(100), 0, FIRST, "mellem 1 og 60"),
        (Decimal(100), 61, FIRST, "mellem 1 og 60"),
        (Decimal(100), 3, DAY, "efter i dag"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_with_a_sentence(total: Decimal, count: int, first: date, said: str) -> None:
    with pytest.raises(BadInputError, match=said):
        plans.by_count(total, count, first, POLICY, DAY)


@pytest.mark.parametrize(("amount", "said"), [("0", "over 0 kr."), ("-5", "over 0 kr."), ("10", "større beløb")])
def test_an_amount_that_never_pays_the_arrears_is_refused(amount: str, said: str) -> None:
    with pytest.raises(BadInputError, match=said):
        plans.by_amount(Decimal(7935), Decimal(amount), FIRST, POLICY, DAY)


def test_a_chosen_plan_remembers_the_policy_it_was_made_under_and_can_be_let_go() -> None:
    record = plans.choose(owing("300"), plans.by_count(Decimal(300), 3, FIRST, POLICY, DAY), POLICY)

    assert record.case.agreement is not None
    assert record.case.agreement.policy_version == POLICY.version
    assert plans.let_go(record).case.agreement is None


def test_the_last_instalment_can_carry_what_a_changed_one_leaves() -> None:
    record = plans.choose(owing("300"), plans.by_count(Decimal(300), 3, FIRST, POLICY, DAY), POLICY)
    record = plans.with_amount(record, 0, Decimal(40))
    assert plans.difference(record) == Decimal(60)

    record = plans.rest_on_last(record)

    assert [one.amount for one in plans.instalments(record)] == [Decimal(40), Decimal(100), Decimal(160)]


def test_the_last_instalment_cannot_become_nothing_or_less() -> None:
    plan = (Instalment(due=FIRST, amount=Decimal(300)), Instalment(due=date(2027, 1, 4), amount=Decimal(50)))
    with pytest.raises(BadInputError, match="Fjern den sidste"):
        plans.rest_on_last(plans.choose(owing("300"), plan, POLICY))


def test_one_instalment_more_comes_a_month_later_with_the_rest() -> None:
    record = plans.choose(owing("300"), (Instalment(due=FIRST, amount=Decimal(200)),), POLICY)

    assert plans.instalments(plans.with_one_more(record, POLICY, DAY))[1] == Instalment(
        due=date(2027, 1, 4), amount=Decimal(100)
    )


def test_what_is_left_after_each_instalment_ends_at_nothing() -> None:
    plan = plans.by_count(Decimal(100), 3, FIRST, POLICY, DAY)

    assert plans.rests(plan, Decimal(100)) == (Decimal("66.67"), Decimal("33.34"), Decimal("0.00"))
