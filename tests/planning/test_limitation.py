"""Forældelsesloven against its own words, and against the days of Den juridiske vejledning G.A.2.4."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from debt_examples import RULES, TODAY, a_debt, lasts
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.household.debt import Debt
from budgetdesk.household.words import DebtBasis
from budgetdesk.planning.limitation import lapses_on, years_after

DUE = date(2024, 3, 1)


@pytest.mark.parametrize(
    ("basis", "last_day"),
    [
        (DebtBasis.INVOICE, date(2027, 3, 1)),  # § 3
        (DebtBasis.PUBLIC, date(2027, 3, 1)),  # § 3
        (DebtBasis.GAELDSBREV, date(2034, 3, 1)),  # § 5, stk. 1, nr. 1
        (DebtBasis.BANK_LOAN, date(2034, 3, 1)),  # § 6, stk. 1
    ],
)
def test_a_claim_is_counted_from_its_due_day_by_what_it_rests_on(basis: DebtBasis, last_day: date) -> None:
    found = lasts(a_debt(basis=basis, due_since=DUE))

    assert found.last_day == last_day
    assert found.passed is False


@pytest.mark.parametrize("basis", [DebtBasis.FORLIG, DebtBasis.JUDGMENT])
def test_a_judgment_or_settlement_runs_ten_years_from_its_own_day(basis: DebtBasis) -> None:
    found = lasts(a_debt(basis=basis, due_since=date(2015, 1, 1), acknowledged_on=date(2018, 6, 5)))

    assert found.last_day == date(2028, 6, 5)  # § 5, stk. 1, nr. 3, and § 19, stk. 3


def test_a_written_acknowledgement_turns_three_years_into_ten() -> None:
    found = lasts(a_debt(basis=DebtBasis.INVOICE, due_since=DUE, acknowledged_on=date(2025, 2, 10)))

    assert found.last_day == date(2035, 2, 10)
    assert [step.day for step in found.steps] == [date(2025, 2, 10), date(2035, 2, 10)]
    assert "§ 5" in found.steps[-1].paragraph


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({}, ("basis",)),
        ({"due_since": DUE}, ("basis",)),
        ({"basis": DebtBasis.INVOICE}, ("due_since",)),
        ({"basis": DebtBasis.JUDGMENT, "due_since": DUE}, ("acknowledged_on",)),
    ],
)
def test_says_what_is_missing_rather_than_guess(facts: dict[str, object], missing: tuple[str, ...]) -> None:
    found = lasts(a_debt(**facts))

    assert (found.last_day, found.passed, found.missing) == (None, None, missing)


def test_a_claim_of_an_authority_needs_no_word_about_its_basis() -> None:
    assert lasts(a_debt(kind="kommune", due_since=DUE)).last_day == date(2027, 3, 1)


def test_at_gaeldsstyrelsen_nothing_lapses_before_the_days_of_the_law() -> None:
    found = lasts(a_debt(kind="gaeldsstyrelsen", due_since=date(2012, 5, 1)), on=date(2024, 1, 1))

    assert lapses_on(found.last_day or TODAY) == date(2024, 11, 21)  # G.A.2.4: tidligst den 21. november 2024
    assert lapses_on(found.latest or TODAY) == date(2030, 11, 21)  # in other systems than PSRM


def test_at_gaeldsstyrelsen_nothing_is_called_lapsed_while_one_of_the_two_days_is_ahead() -> None:
    found = lasts(a_debt(kind="gaeldsstyrelsen", due_since=date(2012, 5, 1)))

    assert found.last_day == date(2024, 11, 20)
    assert found.passed is False
    assert "Gældsstyrelsen" in found.note


def test_a_judgment_gives_gaeldsstyrelsen_no_more_than_three_years() -> None:
    judged = a_debt(kind="gaeldsstyrelsen", basis=DebtBasis.JUDGMENT, acknowledged_on=date(2026, 1, 15))

    assert lasts(judged).last_day == date(2029, 1, 15)


def test_what_is_paid_on_today_is_never_said_to_be_lapsed() -> None:
    debt = a_debt(basis=DebtBasis.INVOICE, due_since=date(2019, 1, 1))

    assert lasts(debt).passed is True
    paid_on = lasts(replace(debt, instalment=Decimal(200)))
    assert (paid_on.last_day, paid_on.passed) == (date(2029, 11, 20), False)
    assert "§§ 15 og 19" in paid_on.steps[-1].paragraph


def test_it_is_not_lapsed_on_its_last_day_but_on_the_day_after() -> None:
    debt = a_debt(basis=DebtBasis.INVOICE, due_since=date(2023, 11, 20))

    assert lasts(debt, on=date(2026, 11, 20)).passed is False
    assert lasts(debt, on=date(2026, 11, 21)).passed is True


def test_interest_of_an_old_loan_may_have_lapsed_before_the_loan() -> None:
    loan = lasts(a_debt(basis=DebtBasis.GAELDSBREV, due_since=date(2020, 1, 1)))
    bill = lasts(a_debt(basis=DebtBasis.INVOICE, due_since=DUE))

    assert loan.interest_before == date(2023, 11, 20)  # § 5, stk. 2
    assert bill.interest_before is None


def test_an_acknowledgement_after_the_time_had_run_out_is_to_be_asked_about() -> None:
    late = a_debt(basis=DebtBasis.INVOICE, due_since=date(2018, 1, 1), acknowledged_on=date(2024, 1, 1))
    in_time = replace(late, acknowledged_on=date(2020, 1, 1))

    assert "måske forældet allerede 1. januar 2021" in lasts(late).note
    assert lasts(in_time).note == ""


def test_fines_have_rules_of_their_own_and_are_left_to_gaeldsstyrelsen() -> None:
    found = lasts(a_debt(kind="boeder", due_since=DUE))

    assert found.last_day is None
    assert "Spørg Gældsstyrelsen" in found.note


def test_an_overdraft_is_counted_from_the_last_movement() -> None:
    found = lasts(a_debt(kind="overtraek", basis=DebtBasis.BANK_LOAN, due_since=DUE))

    assert "§ 6, stk. 2" in found.steps[0].paragraph


def test_the_day_somebody_has_looked_up_goes_before_ours() -> None:
    found = lasts(a_debt(basis=DebtBasis.INVOICE, due_since=DUE, limitation_date=date(2030, 5, 5)))

    assert (found.last_day, found.stated) == (date(2030, 5, 5), True)


def test_without_a_figure_for_the_day_it_says_so() -> None:
    found = lasts(a_debt(basis=DebtBasis.INVOICE, due_since=DUE), on=date(2040, 1, 1))

    assert found.last_day is None
    assert "Vi har ingen sats" in found.note


def test_the_29th_of_february_ends_with_its_month() -> None:
    assert years_after(date(2024, 2, 29), 3) == date(2027, 2, 28)
    assert years_after(date(2024, 2, 29), 4) == date(2028, 2, 29)


days = st.dates(date(2008, 1, 1), date(2030, 12, 31))
debts = st.builds(
    Debt,
    id=st.just("d1"),
    kind=st.sampled_from([guide.kind for guide in RULES.asked]),
    basis=st.none() | st.sampled_from(DebtBasis),
    due_since=st.none() | days,
    acknowledged_on=st.none() | days,
    instalment=st.none() | st.just(Decimal(100)),
)


@given(debts, st.integers(0, 4_000))
def test_a_later_acknowledgement_never_gives_an_earlier_day(debt: Debt, later: int) -> None:
    said = debt.acknowledged_on or date(2020, 1, 1)
    before, after = lasts(debt), lasts(replace(debt, acknowledged_on=said + timedelta(days=later)))

    if before.last_day is not None and before.latest is not None:
        assert after.last_day is not None
        assert after.latest is not None
        assert after.last_day >= before.last_day
        assert after.latest >= before.latest


@given(debts)
def test_the_latest_day_is_never_before_the_last_one_and_passed_means_both(debt: Debt) -> None:
    found = lasts(debt)

    if found.last_day is None or found.latest is None:
        assert found.passed is None
        assert found.missing or found.note
    else:
        assert found.latest >= found.last_day
        assert found.passed is (found.latest < TODAY)
