"""Payments to the landlord found among bank rows: proposed with a reason, each row once, nothing ticked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from plan_under_way import DAYS, POLICY, bank, plan_case, rate, rent

from budgetdesk.dates import Month
from budgetdesk.household.case import Case
from budgetdesk.ledger.spending import Spending
from budgetdesk.planning.bank_matches import BankMatch, Clue, bank_matches
from budgetdesk.planning.follow_up import progress

FIRST, AFTER = DAYS[0], date(2026, 12, 20)
DEC = Month(2026, 12)


def found(case: Case, spending: Spending, on: date = AFTER) -> list[tuple[str, list[str], Clue]]:
    matches: tuple[BankMatch, ...] = bank_matches(case, spending, progress(case, POLICY, on=on), POLICY)
    return [(match.row.id, [one.key for one in match.pays], match.clue) for match in matches]


def test_a_row_with_the_reference_is_the_instalment() -> None:
    assert found(plan_case(), bank((FIRST, "Overførsel 000123456789", -2000))) == [
        ("b1-1", ["instalment:2026-12-01"], Clue.REFERENCE)
    ]


def test_one_transfer_pays_rent_and_instalment_together() -> None:
    assert found(plan_case(), bank((FIRST, "Lærkely", -9000))) == [
        ("b1-1", ["rent:2026-12-01", "instalment:2026-12-01"], Clue.LANDLORD)
    ]


def test_two_transfers_are_found_each_for_its_own() -> None:
    rows = bank((FIRST, "Husleje", -7000), (date(2026, 12, 3), "Afdrag Lærkely", -2000))

    assert found(plan_case(), rows) == [
        ("b1-1", ["rent:2026-12-01"], Clue.WORD),
        ("b1-2", ["instalment:2026-12-01"], Clue.LANDLORD),
    ]


def test_without_a_word_only_the_amount_to_the_oere_is_proposed() -> None:
    assert found(plan_case(), bank((FIRST, "MobilePay", "-2000.00"))) == [
        ("b1-1", ["instalment:2026-12-01"], Clue.AMOUNT)
    ]
    assert found(plan_case(), bank((FIRST, "MobilePay", "-1995.00"))) == []
    assert found(plan_case(), bank((FIRST, "Lærkely", "-1995.00")))[0][1] == ["instalment:2026-12-01"]


def test_a_smaller_payment_is_proposed_only_where_the_text_names_the_landlord() -> None:
    paid = plan_case(rent(DEC, FIRST))

    assert found(paid, bank((FIRST, "Lærkely", -1500)))[0][1] == ["instalment:2026-12-01"]
    assert found(paid, bank((FIRST, "Husleje", -1500))) == []
    assert found(paid, bank((FIRST, "Lærkely", -400))) == []


def test_a_word_that_every_landlord_has_in_its_name_tells_nothing() -> None:
    assert found(plan_case(), bank((FIRST, "Boligforeningen Solgården", -1500))) == []


def test_money_that_comes_in_pending_rows_and_days_far_off_are_left_alone() -> None:
    rows = bank((FIRST, "Lærkely", 2000), (date(2026, 10, 30), "Lærkely", -2000), (date(2027, 1, 25), "Lærkely", -2000))
    pending = replace(rows.transactions[2], id="p", date=FIRST, pending=True)

    assert found(plan_case(rent(DEC, FIRST)), replace(rows, transactions=(*rows.transactions[:2], pending))) == []


def test_what_is_ticked_already_is_not_proposed_again() -> None:
    rows = bank((FIRST, "Lærkely 000123456789", -2000))

    assert found(plan_case(rate(1, FIRST), rent(DEC, FIRST)), rows) == []


def test_of_two_rows_the_one_with_the_stronger_reason_and_the_nearer_day_is_taken() -> None:
    rows = bank((FIRST, "Netto", -2000), (date(2026, 12, 9), "Lærkely", -2000), (date(2026, 12, 4), "Lærkely", -2000))

    assert found(plan_case(rent(DEC, FIRST)), rows)[0] == ("b1-3", ["instalment:2026-12-01"], Clue.LANDLORD)


def test_the_next_months_row_is_the_next_instalment() -> None:
    case = plan_case(rent(DEC, FIRST), rent(Month(2027, 1), DAYS[1]))
    rows = bank((FIRST, "Lærkely", -2000), (DAYS[1], "Lærkely", -2000))

    assert [keys for _, keys, _ in found(case, rows, date(2027, 1, 20))] == [
        ["instalment:2026-12-01"],
        ["instalment:2027-01-04"],
    ]
