"""Ticking, silencing, ending a plan, and choosing another: one step each, and nothing that was paid is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from budgetdesk.actions import follow_up, plans
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.errors import BadInputError
from budgetdesk.household.agreement import Agreement, Clause, Instalment, LandlordAccepted
from budgetdesk.household.case import Arrears, ArrearsRow, Case, Tenancy
from budgetdesk.household.case_file import read_case, write_case
from budgetdesk.household.words import AgreementForm, PaymentSource, PlanOutcome
from budgetdesk.ledger.spending import Spending, Transaction
from budgetdesk.planning.bank_matches import bank_matches
from budgetdesk.planning.follow_up import Followed, PaymentState, Stage, progress
from budgetdesk.planning.owed import still_owed
from budgetdesk.planning.policy import Policy

DAY = date(2026, 11, 20)
FIRST, SECOND = date(2026, 12, 1), date(2027, 1, 4)
LATER = date(2026, 12, 20)
POLICY = Policy(version="prøve")


def record(**agreement: object) -> Record:
    plan = Agreement(
        instalments=(Instalment(due=FIRST, amount=Decimal(2000)), Instalment(due=SECOND, amount=Decimal(2000))),
        made_on=DAY,
    )
    return Record(
        case=Case(
            tenancy=Tenancy(landlord="Lærkely", rent_per_month=Decimal(7000)),
            arrears=Arrears(
                rows=(ArrearsRow(id="r1", month=Month(2026, 11), amount=Decimal(4000)),),
                landlord_accepted=LandlordAccepted(by="Mette", on=DAY),
            ),
            agreement=replace(plan, **agreement),
        )
    )


def lines(of: Record, on: date = LATER) -> dict[str, Followed]:
    return {line.expected.key: line for line in progress(of.case, POLICY, on=on).lines}


def rate(of: Record) -> Followed:
    return lines(of)["instalment:2026-12-01"]


def test_one_tick_is_the_whole_instalment_on_that_day() -> None:
    after = follow_up.tick(record(), rate(record()).expected, paid_on=FIRST)

    assert (rate(after).state, rate(after).paid, rate(after).paid_on) == (PaymentState.PAID, 2000, FIRST)
    assert rate(after).payments[0].source is PaymentSource.HAND


def test_what_was_said_to_be_unpaid_is_forgotten_when_it_is_paid() -> None:
    said = follow_up.not_paid(record(), rate(record()).expected, on=LATER, note="Løn kom ikke")
    twice = follow_up.not_paid(said, rate(said).expected, on=LATER)
    after = follow_up.tick(twice, rate(twice).expected, paid_on=LATER, amount=Decimal(500))

    assert (rate(said).state, rate(said).asked) == (PaymentState.MISSING, True)
    assert len(twice.case.agreement.payments) == len(after.case.agreement.payments) == 1
    assert rate(after).state is PaymentState.SHORT


@pytest.mark.parametrize("amount", [Decimal(0), Decimal(-5), Decimal("1e9")])
def test_an_amount_that_cannot_be_a_payment_is_refused(amount: Decimal) -> None:
    with pytest.raises(BadInputError, match=r"[Bb]eløb"):
        follow_up.tick(record(), rate(record()).expected, paid_on=FIRST, amount=amount)


def test_a_tick_by_mistake_is_taken_back_alone_and_every_step_can_be_undone() -> None:
    desk: Desk = memory_desk(record(), LATER)
    desk.change("betalt", follow_up.tick(desk.record, rate(desk.record).expected, paid_on=FIRST))
    desk.change("fjernet", follow_up.untick(desk.record, "b1"))

    assert desk.record.case.agreement.payments == ()
    desk.undo()
    assert rate(desk.record).state is PaymentState.PAID
    desk.undo()
    assert desk.record == record()


def test_a_bank_row_is_ticked_once_somebody_has_said_yes_and_is_then_not_proposed_again() -> None:
    row = Transaction(id="b1-7", batch="b1", date=FIRST, text="Lærkely", amount=Decimal(-9000))
    before = replace(record(), spending=Spending(transactions=(row,)))
    match = bank_matches(before.case, before.spending, progress(before.case, POLICY, on=LATER), POLICY)[0]
    after = follow_up.take_from_bank(before, match)

    assert [(p.what, p.amount, p.source) for p in after.case.agreement.payments] == [
        ("rent", 7000, PaymentSource.BANK),
        ("instalment", 2000, PaymentSource.BANK),
    ]
    assert bank_matches(after.case, after.spending, progress(after.case, POLICY, on=LATER), POLICY) == ()


def test_silence_has_an_end_a_name_and_a_reason() -> None:
    quiet = follow_up.silence(
        record(), "balance", until=date(2027, 1, 10), by=" Karen ", why="Feriepenge kommer", on=LATER
    )
    again = follow_up.silence(quiet, "balance", until=date(2027, 1, 20), by="Karen", why="Udsat", on=LATER)

    assert [(s.id, s.by, s.why) for s in again.case.agreement.silenced] == [("balance", "Karen", "Udsat")]
    assert follow_up.speak(again, "balance").case.agreement.silenced == ()


@pytest.mark.parametrize(
    ("until", "by", "why"),
    [
        (LATER, "K", "fordi"),
        (date(2027, 6, 1), "K", "fordi"),
        (date(2027, 1, 1), " ", "fordi"),
        (date(2027, 1, 1), "K", ""),
    ],
)
def test_silence_without_an_end_soon_a_name_or_a_reason_is_refused(until: date, by: str, why: str) -> None:
    with pytest.raises(BadInputError, match=r"Ret dagen|Skriv, hvem"):
        follow_up.silence(record(), "balance", until=until, by=by, why=why, on=LATER)


def test_choosing_another_plan_keeps_the_one_in_force_with_its_payments_and_the_landlords_yes() -> None:
    paid = follow_up.tick(
        record(account="1234 567", clauses=(Clause(id="a", text="b"),)), rate(record()).expected, paid_on=FIRST
    )
    plan = plans.by_count(plans.owed(paid), 2, date(2027, 2, 1), POLICY, LATER)
    after = plans.choose(paid, plan, POLICY, on=LATER)
    old = after.case.former_agreements[0]

    assert (old.outcome, old.ended_on, old.landlord_accepted.by) == (PlanOutcome.CHANGED, LATER, "Mette")
    assert old.agreement == paid.case.agreement
    assert [one.amount for one in after.case.agreement.instalments] == [1000, 1000]
    assert (after.case.agreement.made_on, after.case.agreement.payments) == (None, ())
    assert (after.case.agreement.account, after.case.agreement.clauses) == ("1234 567", (Clause(id="a", text="b"),))
    assert after.case.arrears.landlord_accepted is None
    assert (still_owed(after.case), plans.difference(after), plans.to_share(after)) == (2000, 0, 2000)


def test_a_mere_proposal_is_replaced_and_leaves_no_trace() -> None:
    proposal = record(made_on=None)
    proposal = replace(
        proposal, case=replace(proposal.case, arrears=replace(proposal.case.arrears, landlord_accepted=None))
    )
    after = plans.choose(proposal, (Instalment(due=FIRST, amount=Decimal(4000)),), POLICY, on=LATER)

    assert after.case.former_agreements == ()
    assert plans.let_go(proposal).case == replace(proposal.case, agreement=None)


def test_letting_go_of_a_plan_in_force_loses_nothing() -> None:
    paid = follow_up.tick(record(), rate(record()).expected, paid_on=FIRST)
    after = plans.let_go(paid, on=LATER)

    assert after.case.agreement is None
    assert after.case.former_agreements[0].agreement.payments == paid.case.agreement.payments
    assert still_owed(after.case) == 2000


def test_a_plan_that_is_paid_ends_as_kept_and_nothing_is_owed_after_it() -> None:
    paid = record()
    for key in ("instalment:2026-12-01", "instalment:2027-01-04"):
        paid = follow_up.tick(paid, lines(paid)[key].expected, paid_on=FIRST)
    assert progress(paid.case, POLICY, on=LATER).stage is Stage.PAID
    after = follow_up.end_plan(paid, PlanOutcome.KEPT, on=LATER)

    assert [former.outcome for former in after.case.former_agreements] == [PlanOutcome.KEPT]
    assert (after.case.agreement, still_owed(after.case), plans.owed(after)) == (None, 0, 0)


def test_without_a_plan_there_is_nothing_to_tick_or_end() -> None:
    empty = Record()
    for act in (lambda: follow_up.agree(empty, DAY), lambda: follow_up.end_plan(empty, PlanOutcome.BROKEN, on=DAY)):
        with pytest.raises(BadInputError, match="siden Aftale"):
            act()


def test_what_was_followed_comes_back_from_a_case_file() -> None:
    paid = follow_up.tick(record(form=AgreementForm.AFDRAGSORDNING), rate(record()).expected, paid_on=FIRST)
    paid = follow_up.tick(paid, lines(paid)["rent:2026-12-01"].expected, paid_on=FIRST)
    case = plans.choose(paid, (Instalment(due=SECOND, amount=Decimal(2000)),), POLICY, on=LATER).case
    case = replace(case, arrears=replace(case.arrears, stated_on=DAY))
    back = read_case(write_case(case), today=LATER).case

    assert (back.former_agreements, back.arrears.stated_on) == (case.former_agreements, DAY)
