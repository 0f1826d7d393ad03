"""A deadline that a plan or a payment has stopped is not counted down to, wherever it would be shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from any_record import any_record
from hypothesis import HealthCheck, given, settings

from budgetdesk.casework.case_steps import StepKind, steps_of
from budgetdesk.casework.clock import clock_of, last_day_to_pay
from budgetdesk.casework.deadline_over import Over, deadline_over
from budgetdesk.casework.emergency import emergency
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.household.agreement import (
    Agreement,
    FormerAgreement,
    Instalment,
    LandlordAccepted,
    PlanPayment,
)
from budgetdesk.household.case import Arrears, ArrearsRow, Case
from budgetdesk.household.words import Letter
from budgetdesk.readers.letters import load_letters

CAME, TODAY, DUE = date(2026, 11, 10), date(2026, 11, 20), date(2026, 11, 26)
WITH_LETTER = Arrears(
    rows=(ArrearsRow(id="r1", month=Month(2026, 11), amount=Decimal(7600)),),
    letter=Letter.PAAKRAV,
    letter_arrived=CAME,
)
PLAN = Agreement(instalments=(Instalment(due=DUE, amount=Decimal(7600)),), made_on=date(2026, 11, 12))
PAID = replace(PLAN, payments=(PlanPayment(id="p1", due=DUE, amount=Decimal(7600), paid_on=date(2026, 11, 19)),))


def with_yes(on: date) -> Case:
    return Case(arrears=replace(WITH_LETTER, landlord_accepted=LandlordAccepted(by="Mette", on=on)), agreement=PLAN)


@pytest.mark.parametrize(
    ("case", "over"),
    [
        (Case(arrears=WITH_LETTER), None),
        (with_yes(date(2026, 11, 12)), Over.PLAN),
        (with_yes(date(2026, 11, 9)), None),
        (Case(arrears=WITH_LETTER, agreement=PAID), Over.PAID),
        (Case(arrears=WITH_LETTER, former_agreements=(FormerAgreement(id="f1", agreement=PAID),)), Over.PAID),
        (Case(arrears=replace(WITH_LETTER, ophaevelse_arrived=TODAY), agreement=PAID), None),
    ],
)
def test_the_deadline_is_over_once_it_is_paid_or_the_landlord_has_said_yes(case: Case, over: Over | None) -> None:
    assert deadline_over(case) is over


@pytest.mark.parametrize("case", [with_yes(date(2026, 11, 12)), Case(arrears=WITH_LETTER, agreement=PAID)])
def test_the_emergency_page_and_the_list_count_down_to_no_day_that_is_over(case: Case) -> None:
    page = emergency(Record(case=case), on=TODAY, templates=load_letters())

    assert (page.last_day, page.days_left, page.pay_from_bank_by) == (None, None, None)
    assert StepKind.PAY_BY not in {step.kind for step in steps_of(case)}


@given(any_record())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_last_day_to_pay_for_lists_is_that_of_the_clock(record: Record) -> None:
    clock = clock_of(record.case)

    assert last_day_to_pay(record.case) == (clock.pay_by.day if clock and clock.pay_by else None)


@pytest.mark.parametrize("case", [Case(arrears=WITH_LETTER), replace(Case(), arrears=replace(WITH_LETTER, rows=()))])
def test_the_last_day_to_pay_is_fourteen_days_after_the_letter(case: Case) -> None:
    assert last_day_to_pay(case) == date(2026, 11, 24)
