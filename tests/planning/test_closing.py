"""What would close the gap: each tried by making it so, and the smallest set proved by trying all smaller ones."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest
from planning_household import CHART, POLICY, TODAY, household, kr

from budgetdesk.household.case import Case, Expense, Income
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Need, Status
from budgetdesk.planning import finder
from budgetdesk.planning.closing import can_be_spared
from budgetdesk.planning.expected import Expected
from budgetdesk.planning.plan import Closing

NICE = {"tenant_says": Need.NICE, "adviser_says": Need.NICE}


def poor(*more: Expense, wage: str = "11300", **facts: object) -> Case:
    """A household whose plan just holds with this wage, and breaks with the lines of `more` or 300 kr. less."""
    case = household(wage=wage, owed="9000", balance="6000")
    return replace(case, expenses=(*case.expenses[:3], *more), **facts)  # type: ignore[arg-type]  # fields of the case


def answer(case: Case, **more):
    return finder.test_plan(case, CHART, POLICY, on=TODAY, **more)


def closings(case: Case, kind: str, **more) -> list[Closing]:
    return [one for one in answer(case, **more).closes_when if one.kind == kind]


def line(id_: str, amount: int, **said: object) -> Expense:
    return Expense(id=id_, line="504", label=id_, amount=kr(amount), **(said or NICE))  # type: ignore[arg-type]


def without(case: Case, *titles: str) -> Case:
    return replace(case, expenses=tuple(row for row in case.expenses if row.label not in titles))


def test_where_a_plan_holds_there_is_nothing_to_close():
    assert answer(household(balance="20000")).closes_when == ()


def test_one_line_is_enough_and_its_plan_is_the_one_that_is_found_without_it():
    case = poor(line("Streaming", 900), line("Musik", 20))
    (found,) = closings(case, "spared")

    assert not answer(case).alternatives
    assert found.titles == ("Streaming",)
    assert found.amount == kr(900)
    assert answer(without(case, "Streaming")).alternatives[0].instalments == found.option.instalments


def test_the_smallest_set_is_found_and_no_smaller_one_would_do():
    case = poor(*(line(f"L{n}", 170 + 10 * n) for n in range(5)), wage="11700")
    (found,) = closings(case, "spared")

    assert len(found.titles) > 1
    assert answer(without(case, *found.titles)).alternatives
    labels = [row.label for row in case.expenses if row.label]
    for fewer in range(1, len(found.titles)):
        assert not any(answer(without(case, *some)).alternatives for some in combinations(labels, fewer))
    cheaper = [
        some
        for some in combinations(labels, len(found.titles))
        if sum(row.amount for row in case.expenses if row.label in some) < found.amount
    ]
    assert not any(answer(without(case, *some)).alternatives for some in cheaper)


def test_what_is_locked_or_called_necessary_is_never_named():
    case = poor(
        line("Sangkor", 900, locked=True, **NICE),
        line("Fodbold", 900, tenant_says=Need.NEED, adviser_says=Need.NICE),
        line("Musik", 900, tenant_says=Need.ASK, adviser_says=Need.NICE),
    )

    assert closings(case, "spared") == []
    assert closings(case, "together") == []
    assert answer(without(case, "Sangkor", "Fodbold", "Musik")).alternatives


@pytest.mark.parametrize(
    ("said", "chart", "spared"),
    [
        ({}, Need.NICE, True),
        ({}, Need.ASK, False),
        ({"adviser_says": Need.NICE}, Need.ASK, True),
        ({"adviser_says": Need.NICE, "tenant_says": Need.NEED}, Need.NICE, False),
        ({"tenant_says": Need.NICE}, Need.NEED, True),
        ({"tenant_says": Need.NICE, "locked": True}, Need.NICE, False),
        ({"need": Need.NICE}, Need.NEED, True),
    ],
)
def test_the_last_word_about_a_line_counts_and_the_tenants_comes_first(said, chart, spared):
    assert can_be_spared(Expense(id="e1", line="504", **said), chart) is spared


def test_everyday_lines_below_the_floor_save_nothing_and_are_not_named():
    sweets = Expense(id="e9", line="705", label="Slik", amount=kr(300), rhythm=Rhythm.WEEKLY, **NICE)
    case = poor(sweets)
    case = replace(case, expenses=tuple(row for row in case.expenses if row.line != "701"))

    assert closings(case, "spared") == []


def test_a_benefit_in_process_is_tried_alone():
    waits = Income(id="i9", kind="boernebidrag", amount=kr(1675), status=Status.APPLIED)
    small = Income(id="i10", kind="andet", amount=kr(5), status=Status.HOPED)
    case = poor(wage="11000")
    case = replace(case, income=(*case.income, waits, small))
    (found,) = closings(case, "benefit")

    assert found.titles == ("Børnebidrag, der modtages",)
    granted = replace(case, income=(*case.income[:2], waits))
    assert answer(granted).alternatives[0].instalments == found.option.instalments


def test_a_benefit_that_an_assessment_found_is_tried_as_well():
    (found,) = closings(
        poor(wage="11000"), "benefit", expected=(Expected("Boligstøtte", kr(1500)), Expected("Lidt", kr(1)))
    )

    assert (found.titles, found.amount) == (("Boligstøtte",), kr(1500))


def test_one_sum_is_the_least_that_would_do():
    case = poor(wage="11000")
    (found,) = closings(case, "one_off")

    def with_sum(amount: Decimal) -> Case:
        once = Income(id="x", kind="andet", amount=amount, rhythm=Rhythm.ONCE, pays_on="date:2026-11-23")
        return replace(case, income=(*case.income, once))

    assert answer(with_sum(found.amount)).alternatives
    assert not answer(with_sum(found.amount - 1)).alternatives


def test_a_sum_larger_than_the_debt_is_not_named_it_would_only_be_eaten():
    assert closings(poor(wage="9000"), "one_off") == []


def test_a_pause_with_another_debt_is_tried_and_priority_debts_are_left_alone():
    shop = Debt(id="d1", creditor="Butikken", instalment=kr(900), priority=False)
    state = Debt(id="d2", creditor="Staten", instalment=kr(900), priority=True)
    case = poor(debts=(shop, state))
    better = replace(case, income=(replace(case.income[0], amount=kr(12300)), *case.income[1:]))
    (found,) = closings(better, "pause")

    assert found.titles == ("Butikken",)
    assert answer(replace(better, debts=(state,))).alternatives[0].instalments == found.option.instalments


def test_where_nothing_is_enough_alone_as_little_as_possible_is_put_together():
    waits = Income(id="i9", kind="boernebidrag", amount=kr(400), status=Status.APPLIED)
    case = poor(line("Streaming", 240), line("Musik", 15), wage="11000")
    case = replace(case, income=(*case.income, waits))
    (found,) = closings(case, "together")

    assert set(found.titles) == {"Børnebidrag, der modtages", "Streaming"}
    assert [one.kind for one in answer(case).closes_when if one.kind != "one_off"] == ["together"]


def test_a_tenant_without_any_means_gets_an_answer_and_no_error():
    bare = replace(household(), income=(), expenses=(), bank=())
    test = answer(bare)

    assert test.verdict == "breaks"
    assert test.alternatives == ()
    assert test.closes_when == ()
    assert test.ways_out


@pytest.mark.parametrize("owed", ["0", "-500"])
def test_nothing_owed_needs_no_plan_and_is_no_error(owed):
    test = answer(household(owed=owed, balance="9000"))

    assert test.instalments == ()
    assert test.alternatives == ()
    assert test.closes_when == ()
    assert test.stress


def test_a_plan_of_no_months_and_of_very_many_are_answered():
    none = finder.test_plan(household(), CHART, replace(POLICY, max_months=0), on=TODAY)
    many = finder.test_plan(household(owed="900000"), CHART, replace(POLICY, max_months=500), on=TODAY)

    assert none.alternatives == ()
    assert none.closes_when == ()
    assert sum(i.amount for i in many.instalments) == kr(900000)
