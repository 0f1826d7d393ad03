"""What is expected of a plan, and how each payment stands by the margins: edges of days, months and kroner."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_under_way import DAYS, MADE, POLICY, RATE, RENT, kr, paid, plan_case, rate, rent, with_arrears

from budgetdesk.dates import Month
from budgetdesk.household.agreement import Agreement, FormerAgreement, Instalment
from budgetdesk.household.case import ArrearsRow, Case, Income
from budgetdesk.household.words import PaidTo, PlanOutcome, Status
from budgetdesk.planning.follow_up import (
    OPEN,
    SETTLED,
    ExpectedPayment,
    PaymentState,
    Stage,
    followed,
    progress,
    rent_to_pay,
)
from budgetdesk.planning.owed import plan_differs, still_owed
from budgetdesk.planning.premises import _earlier

FIRST, AFTER = DAYS[0], date(2026, 12, 20)
DEC, JAN = Month(2026, 12), Month(2027, 1)


def states(case: Case, on: date) -> dict[str, PaymentState]:
    return {line.expected.key: line.state for line in progress(case, POLICY, on=on).lines}


def test_each_instalment_and_the_rent_of_each_month_are_expected_while_the_plan_runs() -> None:
    found = progress(plan_case(), POLICY, on=MADE)

    assert [line.expected.due for line in found.instalments] == list(DAYS)
    assert [str(line.expected.month) for line in found.rents] == ["2026-12", "2027-01", "2027-02", "2027-03"]
    assert {line.expected.amount for line in found.rents} == {kr(7000)}
    assert {line.state for line in found.lines} == {PaymentState.NOT_DUE}


def test_the_month_in_the_arrears_is_paid_by_the_plan_and_not_expected_as_rent_too() -> None:
    owed = (*plan_case().arrears.rows, ArrearsRow(id="r2", month=DEC, amount=kr(7600)))

    found = progress(with_arrears(plan_case(), rows=owed), POLICY, on=MADE)

    assert found.rents[0].expected.month == JAN


def test_a_month_in_arrears_that_were_stated_after_the_plan_was_made_is_one_that_went_missing() -> None:
    owed = (*plan_case().arrears.rows, ArrearsRow(id="r2", month=DEC, amount=kr(7600)))
    case = with_arrears(plan_case(), rows=owed, stated_on=date(2026, 12, 7))

    assert states(case, date(2026, 12, 8))["rent:2026-12-01"] is PaymentState.MISSING


def test_help_paid_straight_to_the_landlord_is_not_asked_of_the_household() -> None:
    case = plan_case()
    to_tenant = replace(case.tenancy.boligstoette, paid_to=PaidTo.TENANT)
    help_row = Income(id="i1", kind="andet", amount=kr(500), paid_to="landlord", start=JAN.first)

    assert rent_to_pay(case, DEC) == 7000
    assert rent_to_pay(replace(case, tenancy=replace(case.tenancy, boligstoette=to_tenant)), DEC) == 7600
    assert [rent_to_pay(replace(case, income=(help_row,)), month) for month in (DEC, JAN)] == [7000, 6500]
    assert rent_to_pay(replace(case, income=(replace(help_row, status=Status.APPLIED),)), JAN) == 7000


@pytest.mark.parametrize(
    ("days", "state"),
    [(0, PaymentState.NOT_DUE), (1, PaymentState.AWAITED), (3, PaymentState.AWAITED), (4, PaymentState.MISSING)],
)
def test_a_payment_is_missing_the_day_after_the_margin(days: int, state: PaymentState) -> None:
    assert states(plan_case(), FIRST + timedelta(days=days))["instalment:2026-12-01"] is state


def test_without_a_margin_it_is_missing_the_day_after_it_was_due() -> None:
    strict = replace(POLICY, signal_days=0)
    one = ExpectedPayment(what=RATE, due=FIRST, amount=kr(2000))

    assert [followed(one, (), strict, on=FIRST + timedelta(days=n)).state for n in (0, 1)] == [
        PaymentState.NOT_DUE,
        PaymentState.MISSING,
    ]


def test_a_due_day_on_a_closed_day_is_in_time_until_the_next_open_one() -> None:
    """1 January 2027 is a Friday and a holiday: the 4th is in time (almenlejeloven § 44, stk. 2)."""
    one = ExpectedPayment(what=RENT, due=date(2027, 1, 1), amount=kr(7000))

    assert one.last_day == date(2027, 1, 4)
    assert followed(one, (), POLICY, on=date(2027, 1, 4)).state is PaymentState.NOT_DUE
    assert followed(one, (), POLICY, on=date(2027, 1, 8)).state is PaymentState.MISSING


@pytest.mark.parametrize(
    ("on", "amount", "state"),
    [
        (FIRST, 2000, PaymentState.PAID),
        (FIRST + timedelta(days=3), 2000, PaymentState.PAID),
        (FIRST + timedelta(days=4), 2000, PaymentState.LATE),
        (FIRST, 1990, PaymentState.PAID),
        (FIRST, "1989.99", PaymentState.SHORT),
        (FIRST - timedelta(days=20), 2000, PaymentState.PAID),
        (FIRST, 2500, PaymentState.PAID),
    ],
)
def test_a_payment_is_judged_by_its_day_and_by_the_margin_in_kroner(on: date, amount: str, state: PaymentState) -> None:
    assert states(plan_case(rate(1, on, amount)), FIRST + timedelta(days=10))["instalment:2026-12-01"] is state


def test_two_halves_are_the_whole_on_the_day_of_the_second() -> None:
    late = FIRST + timedelta(days=6)
    halves = (paid(1, RATE, FIRST, FIRST, 1000), paid(2, RATE, FIRST, late, 1000))

    assert states(plan_case(halves[0]), late)["instalment:2026-12-01"] is PaymentState.SHORT
    assert states(plan_case(*halves), late)["instalment:2026-12-01"] is PaymentState.LATE


def test_the_same_amount_twice_is_double_and_two_halves_are_not() -> None:
    twice = (paid(1, RATE, FIRST, FIRST, 2000), paid(2, RATE, FIRST, FIRST, 2000))
    halves = (paid(1, RATE, FIRST, FIRST, 1000), paid(2, RATE, FIRST, FIRST, 1000))

    assert states(plan_case(*twice), FIRST)["instalment:2026-12-01"] is PaymentState.DOUBLE
    assert states(plan_case(*halves), FIRST)["instalment:2026-12-01"] is PaymentState.PAID


def test_what_somebody_says_was_not_paid_is_missing_as_soon_as_it_is_due() -> None:
    asked = paid(1, RATE, FIRST, FIRST, 0)

    assert states(plan_case(asked), FIRST)["instalment:2026-12-01"] is PaymentState.NOT_DUE
    assert states(plan_case(asked), FIRST + timedelta(days=1))["instalment:2026-12-01"] is PaymentState.MISSING


def test_an_instalment_smaller_than_the_margin_is_not_paid_by_nothing() -> None:
    small = ExpectedPayment(what=RATE, due=FIRST, amount=kr(5))

    assert followed(small, (), POLICY, on=FIRST + timedelta(days=9)).state is PaymentState.MISSING
    assert [followed(small, (paid(1, RATE, FIRST, FIRST, n),), POLICY, on=AFTER).state for n in (1, 4)] == [
        PaymentState.SHORT,
        PaymentState.PAID,
    ]


def test_a_payment_without_a_day_of_its_own_goes_to_the_oldest_that_is_open() -> None:
    case = plan_case(rate(1, FIRST), paid(2, RATE, None, FIRST, 3000))
    found = progress(case, POLICY, on=date(2027, 2, 20)).instalments

    assert [line.paid for line in found] == [2000, 2000, 1000, 0]
    assert found[2].state is PaymentState.SHORT


def test_a_payment_on_a_day_that_no_instalment_has_any_more_is_not_lost() -> None:
    moved = paid(1, RATE, date(2026, 12, 15), date(2026, 12, 15), 2000)

    assert progress(plan_case(moved), POLICY, on=DAYS[1]).instalments[0].paid == 2000


def test_the_running_rent_pays_no_instalment_and_no_instalment_the_rent() -> None:
    found = progress(plan_case(rent(DEC, FIRST)), POLICY, on=date(2026, 12, 20))

    assert (found.paid, found.left, found.owed) == (0, 7935, 7935)
    assert found.rents[0].state is PaymentState.PAID


def test_a_plan_is_paid_when_all_of_it_is_whatever_day_it_came() -> None:
    found = progress(plan_case(rate(1, FIRST, 7935)), POLICY, on=FIRST)

    assert (found.stage, found.left, found.owed) == (Stage.PAID, 0, 0)
    assert {line.state for line in found.instalments} == {PaymentState.PAID}
    assert found.rents == ()
    assert len(progress(plan_case(rate(1, FIRST, 7935)), POLICY, on=AFTER).rents) == 1


def test_a_plan_is_only_a_proposal_until_it_is_made_accepted_or_paid_on() -> None:
    open_case = with_arrears(plan_case(made_on=None), landlord_accepted=None)

    assert progress(open_case, POLICY, on=MADE).stage is Stage.PROPOSED
    assert progress(plan_case(made_on=None), POLICY, on=MADE).stage is Stage.RUNNING
    assert (
        progress(replace(open_case, agreement=plan_case(rate(1, FIRST), made_on=None).agreement), POLICY, on=MADE).stage
        is Stage.RUNNING
    )
    assert progress(replace(open_case, agreement=None), POLICY, on=MADE).stage is Stage.NONE


def test_next_to_tick_is_what_is_due_and_the_coming_month() -> None:
    found = progress(plan_case(rent(DEC, FIRST)), POLICY, on=date(2026, 12, 20))

    assert [line.expected.key for line in found.to_tick] == [
        "instalment:2026-12-01",
        "rent:2027-01-01",
        "instalment:2027-01-04",
    ]


# what is owed


def test_what_was_paid_is_taken_off_the_arrears_once() -> None:
    assert still_owed(plan_case()) == 7935
    assert still_owed(plan_case(rate(1, FIRST))) == 5935
    assert still_owed(plan_case(rate(1, FIRST), rent(DEC, FIRST))) == 5935


def test_what_was_paid_on_a_former_plan_counts_and_stays_with_it() -> None:
    old = FormerAgreement(id="g1", agreement=plan_case(rate(1, FIRST)).agreement or Agreement())
    new = Agreement(instalments=(Instalment(due=date(2027, 2, 1), amount=kr(5935)),))
    case = replace(plan_case(), agreement=new, former_agreements=(old,))

    assert still_owed(case) == 5935
    assert plan_differs(case) == 0
    assert progress(case, POLICY, on=MADE).paid == 0


def test_a_new_statement_of_the_landlord_has_the_payments_up_to_its_day_in_it() -> None:
    rows = (ArrearsRow(id="r1", month=Month(2026, 11), amount=kr(5935)),)
    case = with_arrears(plan_case(rate(1, FIRST), rate(2, DAYS[1])), rows=rows, stated_on=FIRST)

    assert still_owed(case) == 3935
    assert plan_differs(case) == 0


def test_a_payment_without_an_amount_is_the_instalment_of_its_day() -> None:
    assert still_owed(plan_case(paid(1, RATE, FIRST, FIRST, None))) == 5935
    assert states(plan_case(paid(1, RATE, FIRST, FIRST, None)), FIRST)["instalment:2026-12-01"] is PaymentState.PAID


PAYMENTS = st.lists(
    st.builds(
        lambda n, due, after, amount: paid(n, RATE, due, FIRST + timedelta(days=after), amount),
        st.integers(1, 99),
        st.sampled_from([None, *DAYS, date(2026, 12, 24)]),
        st.integers(-20, 120),
        st.integers(0, 5000),
    ),
    max_size=6,
)


@settings(max_examples=80, deadline=None)
@given(PAYMENTS, st.integers(-10, 200))
def test_no_krone_is_lost_and_none_counts_twice(payments: list, after: int) -> None:
    case, on = plan_case(*payments), FIRST + timedelta(days=after)
    found = progress(case, POLICY, on=on)
    given_kr = sum(payment.amount for payment in payments)

    assert sum(line.paid for line in found.instalments) == given_kr == found.paid
    assert found.owed == 7935 - given_kr
    assert all((line.state in OPEN) != (line.state in SETTLED) for line in found.lines)


@settings(max_examples=60, deadline=None)
@given(PAYMENTS, st.integers(-10, 150), st.integers(1, 60))
def test_time_alone_never_settles_a_payment_and_never_unsettles_one(payments: list, after: int, later: int) -> None:
    case, on = plan_case(*payments), FIRST + timedelta(days=after)
    now, then = states(case, on), states(case, on + timedelta(days=later))

    assert {key for key, state in now.items() if state in SETTLED} == {
        key for key, state in then.items() if state in SETTLED
    }


def test_a_plan_of_the_case_that_was_kept_or_broken_is_an_earlier_one_and_a_changed_one_is_not() -> None:
    def premise(*outcomes: PlanOutcome) -> tuple[bool | None, str]:
        former = tuple(FormerAgreement(id=f"g{n}", outcome=one) for n, one in enumerate(outcomes))
        found = _earlier(replace(plan_case(), former_agreements=former))
        return found.answer, found.note

    assert premise(PlanOutcome.KEPT, PlanOutcome.CHANGED) == (True, "1 tidligere, 1 holdt.")
    assert premise(PlanOutcome.KEPT, PlanOutcome.BROKEN) == (False, "2 tidligere, 1 holdt.")
    assert premise(PlanOutcome.CHANGED)[0] is None
