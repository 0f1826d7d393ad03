"""What is worth a call: which signals speak, in what order, and that a person can silence one for a while."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from plan_under_way import DAYS, MADE, POLICY, RATE, RENT, bank, kr, paid, plan_case, rate, rent, with_arrears

from budgetdesk.dates import Month
from budgetdesk.household.agreement import Silenced
from budgetdesk.household.case import ArrearsRow, BankAccount, Case, Income
from budgetdesk.household.words import Letter, PaidTo
from budgetdesk.planning.plan import DayBalance
from budgetdesk.planning.signals import SignalKind
from budgetdesk.planning.watch import Watched, watch

FIRST = DAYS[0]
DEC = Month(2026, 12)
ALL_DECEMBER = (rate(1, FIRST), rent(DEC, FIRST))
AFTER = date(2026, 12, 20)
KNOWN = replace(
    plan_case(*ALL_DECEMBER),
    income=(Income(id="i1", amount=kr(15000)),),
    bank=(BankAccount(id="k1", balance=kr(100), on=AFTER),),
)
"""Income and a balance are known: the accounts can be looked at ahead."""


def kinds(case: Case, on: date, **more: object) -> list[SignalKind]:
    return [one.kind for one in watch(case, POLICY, on=on, **more).signals.loud]  # type: ignore[arg-type]  # by name


def test_a_plan_that_goes_as_agreed_gives_no_signal() -> None:
    assert kinds(plan_case(*ALL_DECEMBER), AFTER) == []


def test_a_missing_rent_comes_before_a_missing_instalment() -> None:
    assert kinds(plan_case(), AFTER) == [SignalKind.RENT_MISSING, SignalKind.MISSING]


def test_a_rent_that_is_missing_though_the_instalment_came_says_so() -> None:
    found = watch(plan_case(rate(1, FIRST)), POLICY, on=AFTER).signals.loud

    assert [(one.kind, one.instalment_came, one.amount) for one in found] == [(SignalKind.RENT_MISSING, True, 7000)]


def test_a_short_one_says_what_is_missing_and_a_double_one_what_is_too_much() -> None:
    short = plan_case(rate(1, FIRST, 1500), rent(DEC, FIRST))
    double = plan_case(rate(1, FIRST), paid(9, RATE, FIRST, AFTER, 2000), rent(DEC, FIRST))

    assert [(s.kind, s.amount) for s in watch(short, POLICY, on=AFTER).signals.loud] == [(SignalKind.SHORT, 500)]
    assert [(s.kind, s.amount) for s in watch(double, POLICY, on=AFTER).signals.loud] == [(SignalKind.DOUBLE, 2000)]


def test_a_proposal_and_no_plan_give_no_signal() -> None:
    proposal = with_arrears(plan_case(made_on=None), landlord_accepted=None)

    assert kinds(proposal, AFTER) == kinds(replace(proposal, agreement=None), AFTER) == []


def test_a_paakrav_after_the_agreement_is_the_second_one() -> None:
    rows = (
        *plan_case().arrears.rows,
        ArrearsRow(id="r2", month=DEC, amount=kr(7600), paakrav_arrived=date(2026, 12, 9)),
    )
    case = with_arrears(plan_case(*ALL_DECEMBER), rows=rows)
    found = watch(case, POLICY, on=AFTER, pay_by=date(2026, 12, 23)).signals.loud

    assert [(s.kind, s.day, s.amount, s.pay_by) for s in found] == [
        (SignalKind.SECOND_PAAKRAV, date(2026, 12, 9), 7600, date(2026, 12, 23))
    ]


def test_the_paakrav_that_the_plan_was_made_about_is_no_second_one() -> None:
    case = with_arrears(plan_case(*ALL_DECEMBER), letter=Letter.PAAKRAV, letter_arrived=date(2026, 11, 17))

    assert kinds(case, AFTER) == []
    assert kinds(with_arrears(case, letter_arrived=MADE), AFTER) == []
    assert kinds(with_arrears(case, letter_arrived=date(2026, 12, 2)), AFTER) == [SignalKind.SECOND_PAAKRAV]
    assert kinds(with_arrears(case, ophaevelse_arrived=AFTER), AFTER) == [SignalKind.OPHAEVELSE]


def test_the_first_day_below_zero_ahead_is_one_signal() -> None:
    curve = [DayBalance(AFTER + timedelta(days=n), kr(100 - 50 * n)) for n in range(12)]
    found = watch(KNOWN, POLICY, on=AFTER, curve=curve).signals.loud

    assert [(s.kind, s.key, s.day, s.amount) for s in found] == [
        (SignalKind.BALANCE, "balance", AFTER + timedelta(days=3), 50)
    ]


def test_without_income_or_a_balance_nobody_can_see_ahead() -> None:
    curve = [DayBalance(AFTER, kr(-1))]

    assert kinds(replace(KNOWN, income=()), AFTER, curve=curve) == []
    assert kinds(replace(KNOWN, bank=(BankAccount(id="k1"),)), AFTER, curve=curve) == []
    assert kinds(KNOWN, AFTER, curve=curve) == [SignalKind.BALANCE]


def test_a_balance_below_zero_after_the_last_instalment_is_not_about_the_plan() -> None:
    assert kinds(KNOWN, AFTER, curve=[DayBalance(DAYS[3] + timedelta(days=1), kr(-5))]) == []


@pytest.mark.parametrize(("day", "silent"), [(AFTER, True), (date(2027, 1, 2), True), (date(2027, 1, 3), False)])
def test_a_silenced_signal_rests_until_its_day_and_then_comes_back(day: date, silent: bool) -> None:
    said = Silenced(
        id="missing:instalment:2026-12-01", on=AFTER, until=date(2027, 1, 2), by="Karen", why="Betaler den 2."
    )
    found = watch(plan_case(rent(DEC, FIRST), silenced=(said,)), POLICY, on=day).signals

    assert [one.kind for one in found.loud] == ([] if silent else [SignalKind.MISSING])
    assert [one.by.why for one in found.hushed] == (["Betaler den 2."] if silent else [])


def test_silencing_one_instalment_leaves_the_next_one_loud() -> None:
    said = Silenced(id="missing:instalment:2026-12-01", until=date(2027, 12, 1), by="Karen", why="Aftalt")
    case = plan_case(rent(DEC, FIRST), rent(Month(2027, 1), DAYS[1]), silenced=(said,))

    assert kinds(case, date(2027, 1, 20)) == [SignalKind.MISSING]


def test_silence_without_an_end_silences_nothing() -> None:
    said = Silenced(id="missing:instalment:2026-12-01", by="Karen", why="For altid")

    assert kinds(plan_case(rent(DEC, FIRST), silenced=(said,)), AFTER) == [SignalKind.MISSING]


# what only bank rows show


def test_a_transfer_to_the_landlord_with_another_reference_is_a_signal() -> None:
    rows = bank((FIRST, "Lærkely 000555555555", -2000))

    assert kinds(plan_case(*ALL_DECEMBER), AFTER, spending=rows) == [SignalKind.WRONG_REFERENCE]
    assert kinds(plan_case(*ALL_DECEMBER), AFTER, spending=bank((FIRST, "Lærkely 000123456789", -2000))) == []
    assert kinds(plan_case(*ALL_DECEMBER), AFTER, spending=bank((FIRST, "Lærkely", -2000))) == []


def test_boligstoette_that_the_statement_does_not_show_is_a_signal_only_where_the_statement_covers_the_days() -> None:
    case = plan_case(rate(1, FIRST), paid(11, RENT, DEC.first, FIRST, 7600))
    own = replace(
        case, tenancy=replace(case.tenancy, boligstoette=replace(case.tenancy.boligstoette, paid_to=PaidTo.TENANT))
    )
    gone = bank((FIRST, "Løn", 15000))

    assert kinds(own, AFTER, spending=gone) == [SignalKind.BOLIGSTOETTE]
    assert kinds(own, AFTER, spending=bank((FIRST, "UDK", 600))) == []
    assert kinds(own, AFTER, spending=bank((FIRST, "Boligstøtte dec", 555))) == []
    assert kinds(own, AFTER, spending=bank((FIRST, "Løn", 15000), until=date(2026, 12, 3))) == []
    assert kinds(case, AFTER, spending=gone) == []


# when to look at it together


def test_a_day_to_look_at_it_is_due_until_something_was_ticked_since() -> None:
    days = (date(2026, 12, 21), date(2027, 2, 20))

    def look(case: Case, on: date) -> Watched:
        return watch(case, POLICY, on=on)

    assert look(plan_case(*ALL_DECEMBER, follow_up=days), AFTER).look_on == days[0]
    assert look(plan_case(*ALL_DECEMBER, follow_up=days), AFTER).look_due is None
    assert look(plan_case(*ALL_DECEMBER, follow_up=days), date(2026, 12, 28)).look_due == days[0]
    assert (
        look(plan_case(*ALL_DECEMBER, rate(2, date(2026, 12, 22)), follow_up=days), date(2026, 12, 28)).look_due is None
    )
