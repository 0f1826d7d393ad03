"""What may be relevant, and boligstøtte on its way: never counted before it is granted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from budgetdesk.actions import benefits
from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import look
from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.casework.record import Record
from budgetdesk.household.case import BoligstoetteNow, Case, Tenancy
from budgetdesk.readers.case_file import dump_case, parse_case, sample_case

DAY = date(2026, 11, 20)
LIBRARY = load_library()


def answer(verdict: Verdict, benefit: str = "boligstoette", **more: object) -> Assessment:
    blank = Assessment(benefit=benefit, title="", on=DAY, verdict=verdict, summary="")
    return replace(blank, **more)  # type: ignore[arg-type]  # fields by name


def getting(amount: int) -> Case:
    return Case(tenancy=Tenancy(boligstoette=BoligstoetteNow(amount=Decimal(amount))))


def test_the_sum_is_what_comes_beyond_today() -> None:
    yes = answer(Verdict.YES, amount_per_month=Decimal(4201))

    assert benefits.possible_per_month([yes], Case()) == Decimal(4201)
    assert benefits.possible_per_month([yes], getting(4000)) == Decimal(201)
    assert benefits.possible_per_month([yes], getting(5000)) == Decimal(0)


def test_what_cannot_be_told_yet_counts_at_its_highest_and_a_no_counts_nothing() -> None:
    unknown = answer(Verdict.UNKNOWN, lowest=Decimal(0), highest=Decimal(300))
    no = answer(Verdict.NO, amount_per_month=Decimal(99))

    assert benefits.possible_per_month([unknown, no], Case()) == Decimal(300)


def test_a_benefit_that_the_household_has_already_is_not_found_again() -> None:
    yes = answer(Verdict.YES, amount_per_month=Decimal(4201))

    assert benefits.found([yes], Case()) == 1
    assert benefits.found([yes], getting(4201)) == 0


def test_a_sum_that_rests_on_an_unsure_figure_says_so() -> None:
    unsure = answer(Verdict.YES, amount_per_month=Decimal(10), vejledende=True)
    unused = answer(Verdict.NO, vejledende=True)

    assert benefits.rests_on_unsure([unsure], Case())
    assert not benefits.rests_on_unsure([unused], Case())


def test_boligstoette_that_is_applied_for_changes_neither_the_month_nor_what_carries_a_plan() -> None:
    record = Record(case=sample_case(today=DAY))
    applied = benefits.with_applied(record, Decimal(4201), DAY)
    before, after = look(record, DAY, LIBRARY), look(applied, DAY, LIBRARY)

    assert after.month.luft == before.month.luft
    assert after.plan is not None
    assert before.plan is not None
    assert after.plan.curve == before.plan.curve
    shown = [row for row in after.month.income if row.title == "Boligstøtte, der er søgt"]
    assert [(row.counts, row.amount) for row in shown] == [(False, Decimal(4201))]


def test_when_it_is_granted_it_counts_and_nothing_is_applied_for_any_more() -> None:
    record = Record(case=sample_case(today=DAY))
    granted = benefits.with_granted(benefits.with_applied(record, Decimal(4201), DAY))

    assert benefits.support(granted) == BoligstoetteNow(amount=Decimal(4201))
    assert look(granted, DAY, LIBRARY).month.luft == look(record, DAY, LIBRARY).month.luft + 4201


def test_taking_the_application_back_leaves_the_case_as_it_was() -> None:
    record = Record(case=sample_case(today=DAY))

    assert benefits.without_applied(benefits.with_applied(record, Decimal(1), DAY)) == record


def test_an_application_comes_back_from_a_case_file() -> None:
    case = benefits.with_applied(Record(case=sample_case(today=DAY)), Decimal("4201.50"), DAY).case

    assert parse_case(dump_case(case), today=DAY).case.tenancy.boligstoette == case.tenancy.boligstoette


def test_both_modes_answer_for_the_same_benefit_and_day() -> None:
    both = benefits.both_modes(sample_case(today=DAY), DAY, LIBRARY.rates)

    assert both.official.benefit == both.full.benefit == "boligstoette"
    assert both.official.amount_per_month == Decimal(4201)
    assert both.full.on == DAY
