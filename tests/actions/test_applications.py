"""What was applied for, and how it went: granted money into the budget, a no with its day, and back again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from budgetdesk.actions import applications
from budgetdesk.actions.library import load_library
from budgetdesk.benefits.received import received
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.case import Case, Person
from budgetdesk.household.rhythm import Rhythm, per_month
from budgetdesk.household.words import Outcome, Role, Tax

DAY = date(2026, 11, 20)
LATER = date(2026, 12, 18)


@pytest.fixture
def record() -> Record:
    return Record(case=Case(persons=(Person(id="p1", role=Role.TENANT, name="Nadia"),)))


def applied(record: Record, benefit: str, amount: int | None) -> Record:
    return applications.with_application(record, benefit, None if amount is None else Decimal(amount), DAY)


def test_what_is_applied_for_keeps_the_estimate_and_the_day_to_ask_again(record: Record) -> None:
    after = applications.with_application(record, "varmetillaeg", Decimal(400), DAY, usual_days=56)
    found = applications.application(after, "varmetillaeg")

    assert found is not None
    assert (found.applied_on, found.estimate, found.outcome) == (DAY, Decimal(400), Outcome.WAITING)
    assert found.ask_again == date(2027, 1, 15)


def test_without_a_usual_time_one_asks_after_four_weeks(record: Record) -> None:
    found = applications.application(applied(record, "paragraf_81", None), "paragraf_81")

    assert found is not None
    assert found.ask_again == LATER


def test_what_waits_counts_nowhere(record: Record) -> None:
    assert received(applied(record, "varmetillaeg", 400).case, DAY) == {}


def test_what_is_granted_is_received_with_the_amount_of_the_letter(record: Record) -> None:
    after = applications.with_granted(applied(record, "varmetillaeg", 400), "varmetillaeg", Decimal(380), LATER)

    assert received(after.case, LATER)["varmetillaeg"].per_month == Decimal(380)


def test_granted_money_becomes_one_row_of_income_of_the_same_amount_a_month(record: Record) -> None:
    granted = applications.with_granted(applied(record, "boernetilskud", 1752), "boernetilskud", Decimal(1752), LATER)
    assert applications.can_be_income(granted, "boernetilskud")
    after = applications.with_income(granted, "boernetilskud", load_library().chart, LATER)
    (row,) = after.case.income

    assert (row.kind, row.rhythm, row.tax, row.start) == ("boernetilskud", Rhythm.QUARTERLY, Tax.NET, LATER)
    assert row.amount is not None
    assert per_month(row.amount, row.rhythm) == Decimal(1752)
    assert not applications.can_be_income(after, "boernetilskud")


def test_a_taxable_benefit_is_a_row_before_tax(record: Record) -> None:
    granted = applications.with_granted(applied(record, "folkepension", 16000), "folkepension", Decimal(16000), LATER)
    (row,) = applications.with_income(granted, "folkepension", load_library().chart, LATER).case.income

    assert row.tax is Tax.GROSS


@pytest.mark.parametrize("benefit", ["paragraf_81", "feriepenge", "kontanthjaelp", "boligstoette"])
def test_what_comes_once_or_could_be_several_kinds_is_no_row_of_income(record: Record, benefit: str) -> None:
    granted = applications.with_granted(applied(record, benefit, 500), benefit, Decimal(500), LATER)

    assert not applications.can_be_income(granted, benefit)
    assert applications.with_income(granted, benefit, load_library().chart, LATER) == granted


def test_a_no_keeps_its_day_and_can_be_applied_for_anew(record: Record) -> None:
    refused = applications.with_refused(applied(record, "paragraf_81", None), "paragraf_81", LATER)
    found = applications.application(refused, "paragraf_81")
    assert found is not None
    assert (found.outcome, found.answered_on, found.ask_again) == (Outcome.REFUSED, LATER, None)
    again = applications.with_application(refused, "paragraf_81", None, LATER)

    assert [each.outcome for each in again.case.applications] == [Outcome.WAITING]


def test_boligstoette_stands_under_the_tenancy_as_well(record: Record) -> None:
    waiting = applied(record, "boligstoette", 2000)
    assert waiting.case.tenancy.boligstoette.applied_for == Decimal(2000)
    granted = applications.with_granted(waiting, "boligstoette", Decimal(1900), LATER)

    assert granted.case.tenancy.boligstoette.amount == Decimal(1900)
    assert granted.case.tenancy.boligstoette.applied_on is None


def test_boligstoette_applied_for_in_an_older_case_is_an_application(record: Record) -> None:
    home = replace(record.case.tenancy.boligstoette, applied_on=DAY, applied_for=Decimal(2000))
    older = paths.put(record, "case.tenancy.boligstoette", home)
    found = applications.application(older, "boligstoette")

    assert found is not None
    assert (found.applied_on, found.estimate) == (DAY, Decimal(2000))


def test_taken_back_nothing_is_left_of_it(record: Record) -> None:
    for benefit in ("boligstoette", "varmetillaeg"):
        assert applications.without_application(applied(record, benefit, 300), benefit) == record
