"""Who is called first, why, and how plans are counted: the same rule for everybody, and numbers without names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from plan_under_way import DAYS, MADE, POLICY, kr, paid, plan_case, rate, rent, with_arrears

from budgetdesk.dates import Month
from budgetdesk.household.agreement import FormerAgreement, Silenced
from budgetdesk.household.case import ArrearsRow, Case
from budgetdesk.household.words import PaymentFor, PlanOutcome
from budgetdesk.planning.call_list import PlanCounts, Reason, call_list, made_on, plan_counts
from budgetdesk.wording import call_list as words

FIRST, AFTER = DAYS[0], date(2026, 12, 20)
DEC = Month(2026, 12)
GOOD = plan_case(rate(1, FIRST), rent(DEC, FIRST))


def order(cases: dict[str, Case], on: date = AFTER) -> list[str]:
    return [call.case_id for call in call_list(cases, POLICY, on=on)]


def second_paakrav(day: date) -> Case:
    row = ArrearsRow(id="r2", month=DEC, amount=kr(7000), paakrav_arrived=day)
    return with_arrears(GOOD, rows=(*GOOD.arrears.rows, row))


def test_letters_come_first_then_the_rent_then_the_instalment_and_those_on_track_last() -> None:
    cases = {
        "1": GOOD,
        "2": plan_case(rent(DEC, FIRST)),
        "3": plan_case(rate(1, FIRST)),
        "4": second_paakrav(date(2026, 12, 9)),
        "5": with_arrears(plan_case(made_on=None), landlord_accepted=None),
        "6": plan_case(rate(1, FIRST, 7935), rent(DEC, FIRST)),
        "7": plan_case(rate(1, FIRST), rent(DEC, FIRST), follow_up=(date(2026, 12, 10),)),
    }

    assert order(cases) == ["4", "3", "2", "7", "6", "5", "1"]


def test_where_something_can_still_be_done_comes_before_where_the_day_has_passed() -> None:
    on = date(2027, 1, 9)
    old = plan_case(rent(DEC, FIRST), rent(Month(2027, 1), FIRST))
    new = plan_case(rate(1, FIRST), rent(DEC, FIRST), rent(Month(2027, 1), FIRST))

    assert order({"a": old, "b": new}, on) == ["b", "a"]


def test_a_letter_that_can_still_be_paid_comes_before_one_whose_day_passed_yesterday() -> None:
    days = {"passed": date(2026, 12, 19), "far": date(2026, 12, 29), "near": date(2026, 12, 22)}
    cases = {name: second_paakrav(date(2026, 12, 5)) for name in days}
    by_case = {id(case): days[name] for name, case in cases.items()}
    found = call_list(cases, POLICY, on=AFTER, pay_by=lambda case: by_case[id(case)])

    assert [call.case_id for call in found] == ["near", "far", "passed"]
    assert words.reason(found[0], AFTER).endswith("Sidste dag at betale er 22. december.")
    assert words.reason(found[2], AFTER).endswith("Fristen gik 19. december.")


def test_a_silenced_signal_does_not_move_anybody_up_and_comes_back_after() -> None:
    said = Silenced(id="missing:instalment:2026-12-01", until=date(2026, 12, 31), by="Karen", why="Aftalt")
    case = plan_case(rent(DEC, FIRST), silenced=(said,))
    quiet = call_list({"1": case}, POLICY, on=AFTER)[0]

    assert (quiet.reason, quiet.hushed) == (Reason.ON_TRACK, 1)
    assert "på pause" in words.reason(quiet, AFTER)
    assert call_list({"1": case}, POLICY, on=date(2027, 1, 2))[0].reason is Reason.SIGNAL


def test_a_case_without_a_plan_is_not_on_the_list() -> None:
    assert order({"1": replace(GOOD, agreement=None)}) == []


def test_each_row_says_why_and_what_to_do() -> None:
    call = call_list({"1": plan_case(rate(1, FIRST))}, POLICY, on=AFTER)[0]

    assert (call.tenant, call.phone, call.left) == ("Nadia Skovgaard", "12 34 56 78", 5935)
    assert words.reason(call, AFTER) == "Raten for december er kommet, men vi kan ikke se huslejen for december."
    assert words.to_do(call).startswith("Ring og spørg.")
    assert words.coming(call, AFTER) == "Næste: 1. januar, 7.000\u00a0kr."


def test_the_order_is_the_same_however_the_cases_come() -> None:
    cases = {str(n): plan_case(rate(1, FIRST)) if n % 2 else plan_case() for n in range(6)}

    assert order(cases) == order(dict(reversed(cases.items())))


# counting


def ended(outcome: PlanOutcome, case: Case = GOOD) -> FormerAgreement:
    assert case.agreement is not None
    return FormerAgreement(
        id=outcome, outcome=outcome, agreement=case.agreement, landlord_accepted=case.arrears.landlord_accepted
    )


def test_plans_are_counted_by_how_they_went_and_a_paid_one_is_kept_before_anybody_ends_it() -> None:
    cases = [
        replace(GOOD, former_agreements=(ended(PlanOutcome.CHANGED), ended(PlanOutcome.KEPT))),
        replace(GOOD, agreement=None, former_agreements=(ended(PlanOutcome.BROKEN),)),
        plan_case(rate(1, FIRST, 7935)),
        with_arrears(plan_case(made_on=None), landlord_accepted=None),
        replace(GOOD, agreement=None),
    ]
    found = plan_counts(cases)

    assert found == PlanCounts(made=5, kept=2, changed=1, broken=1, running=1)
    assert words.counts(found) == "Af 3 aftaler, der er slut, er 2 holdt. 1 er lavet om undervejs, og 1 løber."


@pytest.mark.parametrize(
    ("start", "end", "made"),
    [(MADE, MADE, 1), (date(2026, 11, 21), None, 0), (None, date(2026, 11, 19), 0), (None, None, 1)],
)
def test_a_period_counts_the_plans_made_in_it_both_days_included(start: date, end: date, made: int) -> None:
    assert plan_counts([GOOD], start=start, end=end).made == made


def test_the_day_a_plan_was_made_is_the_best_that_is_known() -> None:
    bare = with_arrears(plan_case(made_on=None), landlord_accepted=None)
    on_payment = replace(
        bare, agreement=replace(bare.agreement, payments=(paid(1, PaymentFor.INSTALMENT, FIRST, FIRST, 1),))
    )

    assert made_on(ended(PlanOutcome.KEPT)) == MADE
    assert made_on(FormerAgreement(id="g", agreement=on_payment.agreement)) == FIRST
    assert made_on(FormerAgreement(id="g", agreement=bare.agreement)) == FIRST
