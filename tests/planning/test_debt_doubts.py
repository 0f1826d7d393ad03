"""Doubtful steps: the limits of renteloven, retsplejeloven and inkassoloven, each from its own side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from debt_examples import RATES, RULES, TODAY, a_debt, doubted
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.household.words import DebtBasis
from budgetdesk.planning.debt_doubt import Level
from budgetdesk.planning.debt_doubts import doubts_of, other_steps
from budgetdesk.planning.limitation import Limitation

# fees (renteloven § 9 b: 100 kr each, at most three; 100 kr once for collection)


@pytest.mark.parametrize(("sent", "limit"), [(1, 100), (2, 200), (3, 300), (5, 300), (None, 300)])
def test_reminder_fees_are_held_against_a_hundred_each_and_three_at_most(sent: int | None, limit: int) -> None:
    at_limit = doubted(a_debt(reminders=sent, reminder_fees=Decimal(limit)))
    above = doubted(a_debt(reminders=sent, reminder_fees=Decimal(limit) + Decimal("0.01")))

    assert "rykkergebyr" not in at_limit
    assert (above["rykkergebyr"].figure, above["rykkergebyr"].limit) == (Decimal(limit) + Decimal("0.01"), limit)
    assert "§ 9 b" in above["rykkergebyr"].paragraph


def test_what_collection_adds_is_asked_about_above_the_fee_and_doubted_above_the_tariff() -> None:
    """2.300 kr: 700 kr ex. VAT in the tariff of 2016, 875 with it, and the fee of 100 kr."""
    fee = doubted(a_debt(collection_fees=Decimal(100)))
    within = doubted(a_debt(collection_fees=Decimal(975)))
    above = doubted(a_debt(collection_fees=Decimal("975.01")))

    assert not fee
    assert within["inkassogebyr"].level is Level.ASK
    assert "kr.." not in within["inkassogebyr"].text
    assert (above["inkassotakst"].level, above["inkassotakst"].limit) == (Level.DOUBTFUL, 975)


def test_without_a_balance_what_collection_adds_can_only_be_asked_about() -> None:
    found = doubted(a_debt(balance=None, collection_fees=Decimal(50_000)))

    assert found["inkassogebyr"].level is Level.ASK


def test_the_fees_of_the_public_are_not_those_of_renteloven() -> None:
    assert not doubted(a_debt(kind="kommune", reminder_fees=Decimal(900), collection_fees=Decimal(900)))


@given(st.integers(0, 10), st.decimals(0, 400, places=2), st.decimals(0, 100, places=2))
def test_never_a_doubt_at_or_below_the_limit(sent: int, reminders: Decimal, collection: Decimal) -> None:
    fees = {"reminders": sent, "reminder_fees": reminders, "collection_fees": collection}
    found = doubted(a_debt(**fees))

    assert ("rykkergebyr" in found) is (reminders > 100 * min(sent, 3))
    assert "inkassogebyr" not in found
    assert "inkassotakst" not in found


# late interest (renteloven §§ 5-6)


@pytest.mark.parametrize(
    ("on", "rate"),
    [
        (date(2024, 7, 1), "11.50"),
        (date(2025, 1, 1), "10.75"),
        (date(2025, 6, 30), "10.75"),
        (date(2025, 7, 1), "9.75"),
        (date(2026, 6, 30), "9.75"),
        (date(2026, 7, 1), "10.00"),
    ],
)
def test_late_interest_follows_its_half_year(on: date, rate: str) -> None:
    just = doubted(a_debt(late_rate=Decimal(rate), late_from=on), on=on)
    above = doubted(a_debt(late_rate=Decimal(rate) + Decimal("0.01"), late_from=on), on=on)

    assert not just
    assert above["morarente"].limit == Decimal(rate)


def test_late_interest_is_held_against_every_half_year_it_is_claimed_for() -> None:
    found = doubted(a_debt(late_rate=Decimal("11.00"), late_from=date(2024, 10, 1)))["morarente"]

    shown = [(part.start, part.end, part.limit) for part in found.parts]
    assert shown == [
        (date(2025, 1, 1), date(2025, 6, 30), Decimal("10.75")),
        (date(2025, 7, 1), date(2025, 12, 31), Decimal("9.75")),
        (date(2026, 1, 1), date(2026, 6, 30), Decimal("9.75")),
        (date(2026, 7, 1), TODAY, Decimal("10.00")),
    ]
    assert found.limit == Decimal("10.00")
    assert "10 % i dette halvår" in found.text.replace("\u00a0", " ")


def test_a_rate_that_is_right_today_may_have_been_too_high_before() -> None:
    found = doubted(a_debt(late_rate=Decimal("10.00"), late_from=date(2025, 9, 1)))["morarente"]

    assert found.limit == Decimal("9.75")
    assert "I nogle halvår" in found.text


def test_a_higher_rate_agreed_from_the_start_is_kept() -> None:
    assert not doubted(a_debt(late_rate=Decimal(18), rate=Decimal(18)))  # § 6
    assert "morarente" in doubted(a_debt(late_rate=Decimal(18), rate=Decimal(17)))


def test_days_before_the_table_begins_are_not_judged() -> None:
    found = doubted(a_debt(late_rate=Decimal("9.00"), late_from=date(2020, 1, 1)))["morarente"]

    assert found.parts[0].start == date(2022, 1, 1)


def test_a_rate_we_do_not_have_is_said_and_not_guessed() -> None:
    debt = a_debt(late_rate=Decimal(30), late_from=date(2027, 2, 1))
    found, unknown = doubts_of(debt, RULES, RATES, on=date(2027, 2, 1), limitation=Limitation())

    assert not found
    assert "Vi har ingen sats for “Rente efter forfaldsdagen, om året”" in unknown[0]


def test_a_rate_above_the_cap_is_asked_about() -> None:
    assert not doubted(a_debt(rate=Decimal(35)))
    found = doubted(a_debt(rate=Decimal("35.01")))["aaop_loft"]
    assert (found.level, found.limit) == (Level.ASK, 35)


# steps


@pytest.mark.parametrize(
    ("kind", "step", "level"),
    [
        ("inkasso", "tager_loen", Level.DOUBTFUL),  # RPL § 511
        ("gaeldsstyrelsen", "tager_loen", None),  # may: lønindeholdelse
        ("banklaan", "tager_paa_kontoen", Level.DOUBTFUL),  # RPL § 509
        ("kviklaan", "udlaeg_i_ydelse", Level.DOUBTFUL),  # RPL § 512, stk. 3
        ("banklaan", "traek_i_ydelse", Level.DOUBTFUL),
        ("kommune", "traek_i_ydelse", Level.ASK),
        ("daginstitution", "traek_i_ydelse", None),  # børne- og ungeydelse § 11
        ("kreditkort", "gebyr_under_aftale", Level.DOUBTFUL),
        ("inkasso", "fogedmoede", None),
    ],
)
def test_a_step_is_doubtful_by_who_takes_it(kind: str, step: str, level: Level | None) -> None:
    debt = a_debt(kind=kind, steps=(step,))

    found = doubted(debt)
    assert (found[step].level if step in found else None) is level
    assert [one.key for one in other_steps(debt, RULES)] == ([] if level else [step])


def test_the_bank_is_written_to_about_the_account() -> None:
    found = doubted(a_debt(kind="overtraek", steps=("tager_paa_kontoen",)))["tager_paa_kontoen"]

    assert found.letter == "brev_stop_modregning"
    assert found.vejledende
    assert "§ 509" in found.paragraph


def test_a_private_debt_taken_from_the_wage_is_doubted_without_being_told_so() -> None:
    assert "tager_loen" in doubted(a_debt(deducted_from_income=True))
    assert not doubted(a_debt(kind="gaeldsstyrelsen", deducted_from_income=True))
    assert not doubted(a_debt(kind="udbetaling_danmark", deducted_from_income=True))


def test_a_step_that_nobody_knows_is_passed_over() -> None:
    assert not doubted(a_debt(steps=("noget_helt_andet",)))


def test_a_debt_that_has_lapsed_is_the_first_doubt_with_the_word_not_to_pay() -> None:
    found = doubted(a_debt(basis=DebtBasis.INVOICE, due_since=date(2020, 1, 1), reminder_fees=Decimal(500)))

    assert next(iter(found)) == "foraeldet"
    assert "Betal ikke" in found["foraeldet"].todo
    assert found["foraeldet"].vejledende


def test_ready_for_fogedretten_on_a_bill_alone_is_asked_about() -> None:
    bill = a_debt(basis=DebtBasis.INVOICE, due_since=TODAY, enforceable=True)

    assert "uden_grundlag" in doubted(bill)
    assert "uden_grundlag" not in doubted(replace(bill, basis=DebtBasis.JUDGMENT, acknowledged_on=TODAY))


def test_what_is_surest_comes_first() -> None:
    debt = a_debt(rate=Decimal(40), reminder_fees=Decimal(500), steps=("register", "truer"))

    levels = [doubt.level for doubt in doubted(debt).values()]
    assert levels == sorted(levels, key=lambda level: level is Level.ASK)
