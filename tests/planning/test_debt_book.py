"""All debts together: the order, the reasons, the sums, interest a month, and what can go to fogedretten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from debt_examples import RATES, RULES, TODAY, a_debt, behind
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import DebtBasis
from budgetdesk.planning.debt_book import DebtBook, debt_book
from budgetdesk.planning.debt_interest import interest_per_month
from budgetdesk.planning.debt_priority import LOWERED, RAISED, priorities, priority_of
from budgetdesk.planning.debt_rules import Enforceable
from budgetdesk.planning.enforcement import enforcement


def book(*debts: Debt) -> DebtBook:
    return debt_book(behind(*debts), RULES, RATES, on=TODAY)


def of(number: int, kind: str, **facts: object) -> Debt:
    return a_debt(id=f"d{number}", kind=kind, **facts)


def test_the_home_comes_first_then_the_light_the_children_the_fines_the_public_and_the_rest() -> None:
    kinds = ("banklaan", "gaeldsstyrelsen", "boeder", "daginstitution", "forsyning", "inkasso")
    found = book(*(of(number, kind) for number, kind in enumerate(kinds)))

    assert found.home is not None
    assert (found.home.priority.rank, found.home.owed) == (1, Decimal(15200))
    shown = [row.guide.kind for row in found.rows]
    assert shown == ["forsyning", "daginstitution", "boeder", "gaeldsstyrelsen", "banklaan", "inkasso"]
    assert all(row.priority.reason for row in found.rows)


def test_nothing_that_shouts_goes_before_the_home() -> None:
    assert all(guide.rank > 1 for guide in RULES.asked if guide.kind != "fogedomkostninger")


def test_the_advisers_word_about_one_debt_goes_before_its_kind() -> None:
    raised, lowered = (
        priority_of(of(1, "billaan", priority=True), RULES),
        priority_of(of(2, "boeder", priority=False), RULES),
    )

    assert (raised.first, raised.reason) == (True, RAISED)
    assert (lowered.first, lowered.reason) == (False, LOWERED)


def test_a_word_that_says_the_same_as_the_kind_changes_nothing() -> None:
    assert priority_of(of(1, "boeder", priority=True), RULES) == priority_of(of(1, "boeder"), RULES)


def test_the_waterfall_is_given_the_debts_that_are_paid_first() -> None:
    case = behind(of(1, "forsyning"), of(2, "banklaan"), of(3, "boernebidrag"))

    assert priorities(case, RULES) == {"d1": 2, "d3": 4}


def test_sums_leave_out_what_is_not_known_and_say_how_many() -> None:
    found = book(
        of(1, "banklaan", balance=Decimal(40_000), instalment=Decimal(300), rhythm=Rhythm.QUARTERLY),
        of(2, "andet", balance=None),
    )

    assert (found.total, found.without_balance) == (Decimal(55_200), 1)
    assert found.per_month == Decimal(100)
    assert found.without_rate == 1


def test_an_unknown_kind_is_another_debt() -> None:
    assert book(of(1, "noget")).rows[0].guide.kind == "andet"


def test_interest_is_a_twelfth_of_the_year() -> None:
    assert interest_per_month(
        of(1, "banklaan", balance=Decimal(10_000), rate=Decimal(13)), RULES, RATES, on=TODAY
    ) == Decimal("108.33")
    assert interest_per_month(of(1, "banklaan", rate=None), RULES, RATES, on=TODAY) is None


def test_gaeldsstyrelsen_takes_its_own_rate_and_fines_carry_none() -> None:
    at_state = of(1, "gaeldsstyrelsen", balance=Decimal(12_000))

    assert interest_per_month(at_state, RULES, RATES, on=date(2026, 1, 15)) == Decimal("57.50")  # 5,75 %
    assert interest_per_month(at_state, RULES, RATES, on=TODAY) == Decimal(60)  # 6,00 %
    assert interest_per_month(replace(at_state, kind="boeder"), RULES, RATES, on=TODAY) == 0


@pytest.mark.parametrize(
    ("basis", "answer"),
    [
        (None, None),
        (DebtBasis.INVOICE, Enforceable.NO),
        (DebtBasis.BANK_LOAN, Enforceable.DEPENDS),
        (DebtBasis.GAELDSBREV, Enforceable.DEPENDS),
        (DebtBasis.FORLIG, Enforceable.DEPENDS),
        (DebtBasis.JUDGMENT, Enforceable.YES),
    ],
)
def test_only_a_judgment_or_the_right_words_go_to_fogedretten(
    basis: DebtBasis | None, answer: Enforceable | None
) -> None:
    found = enforcement(a_debt(basis=basis), RULES, RATES, on=TODAY)

    assert found.answer is answer
    assert found.text


def test_a_judgment_waits_a_fortnight() -> None:
    judged = a_debt(basis=DebtBasis.JUDGMENT, acknowledged_on=date(2026, 11, 10))

    assert enforcement(judged, RULES, RATES, on=TODAY).from_day == date(2026, 11, 25)  # § 480: 14 days, then
    assert enforcement(judged, RULES, RATES, on=date(2026, 11, 25)).from_day is None


def test_what_the_adviser_has_seen_is_the_answer() -> None:
    assert (
        enforcement(a_debt(basis=DebtBasis.GAELDSBREV, enforceable=True), RULES, RATES, on=TODAY).answer
        is Enforceable.YES
    )
    assert enforcement(a_debt(enforceable=False), RULES, RATES, on=TODAY).answer is Enforceable.NO


money = st.none() | st.decimals(0, 1_000_000, places=2)
kinds = st.sampled_from([guide.kind for guide in RULES.asked])


@given(st.lists(st.tuples(kinds, money, st.none() | st.booleans()), max_size=12))
def test_no_debt_is_lost_and_the_total_is_the_balances_and_the_arrears(
    rows: list[tuple[str, Decimal | None, bool | None]],
) -> None:
    debts = [of(n, kind, balance=balance, priority=first) for n, (kind, balance, first) in enumerate(rows)]
    found = book(*debts)

    assert sorted(row.debt.id for row in found.rows) == sorted(debt.id for debt in debts)
    assert [row.priority.rank for row in found.rows] == sorted(row.priority.rank for row in found.rows)
    assert found.total == 15_200 + sum((d.balance for d in debts if d.balance is not None), Decimal(0))
