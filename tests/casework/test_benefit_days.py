"""The days on which an answer about a benefit could change: each day and reason once, and only what concerns them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.assessment import Assessment, LookAgain, Verdict
from budgetdesk.benefits.rates import Confidence, RateUsed
from budgetdesk.casework.benefit_days import NEW_RATES, benefit_days
from budgetdesk.household.case import Case, IncomeBase, Person
from budgetdesk.household.words import Role

DAY = date(2026, 11, 20)
NOAH = Person(id="p2", role=Role.CHILD, name="Noah Skovgaard", born=date(2009, 3, 4))
CASE = Case(
    persons=(
        Person(id="p1", role=Role.TENANT, born=date(1989, 4, 12), income_base=(IncomeBase(base="loen"),)),
        NOAH,
    )
)


def answer(benefit: str, *again: LookAgain, verdict: Verdict = Verdict.NO, last: date | None = None) -> Assessment:
    used = (
        (RateUsed("x", "X", "kr", "§ 1", Decimal(1), date(2026, 1, 1), last, "kilde", Confidence.PRIMARY),)
        if last
        else ()
    )
    return Assessment(
        benefit=benefit, title=benefit, on=DAY, verdict=verdict, summary="", look_again=again, rates_used=used
    )


def lines(*answers: Assessment, case: Case = CASE) -> list[tuple[date, str, tuple[str, ...]]]:
    return [(one.day, one.why, one.benefits) for one in benefit_days(answers, case, DAY)]


def test_a_child_s_18th_birthday_stands_once_by_name_with_the_benefits_that_turn_on_it():
    again = LookAgain(date(2027, 3, 4), "Et barn fylder 18 år.")

    assert lines(answer("boligstoette", again), answer("boernetilskud", again)) == [
        (date(2027, 3, 4), "Noah fylder 18 år.", ("boligstoette", "boernetilskud"))
    ]


def test_twins_share_one_line():
    ida = replace(NOAH, id="p3", name="Ida")

    assert [why for _, why, _ in lines(case=replace(CASE, persons=(*CASE.persons, ida)))] == [
        "Noah og Ida fylder 18 år."
    ]


def test_new_rates_stand_once_for_all_benefits_that_wait_for_them():
    said = lines(
        answer("boligstoette", last=date(2026, 12, 31)),
        answer("boernetilskud", LookAgain(date(2027, 1, 1), "Nye satser fra 1. januar.")),
    )

    assert said[0] == (date(2027, 1, 1), NEW_RATES, ("boligstoette", "boernetilskud"))


def test_what_is_past_undated_or_far_away_is_no_deadline():
    said = lines(
        answer("boligstoette", LookAgain(DAY, "I dag."), LookAgain(None, "Engang."), LookAgain(date(2040, 1, 1), "?"))
    )

    assert [why for _, why, _ in said] == ["Noah fylder 18 år."]


def test_a_no_that_cannot_concern_the_household_puts_nothing_on_the_list():
    pension = LookAgain(date(2027, 5, 1), "Nye regler for varmetillæg.")

    assert all(why != pension.why for _, why, _ in lines(answer("varmetillaeg", pension)))


def test_the_soonest_day_stands_first():
    said = lines(answer("boligstoette", LookAgain(date(2028, 1, 1), "b"), LookAgain(date(2026, 12, 1), "a")))

    assert [day for day, _, _ in said] == sorted(day for day, _, _ in said)
