"""Børnebidrag: what is due, what is advanced when it is late, and where the answer is open."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from families import DAY, child, family, person, personal_income
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.benefits import boernebidrag as rule
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.household.case import Income
from budgetdesk.household.circumstances import ChildFacts
from budgetdesk.household.words import OtherParent, Role
from budgetdesk.readers.rates import load_rates

RATES = load_rates()


def facts(where=OtherParent.ELSEWHERE, decided=True, on_time=None) -> ChildFacts:
    return ChildFacts(other_parent=where, bidrag_decided=decided, bidrag_on_time=on_time)


def assess(*kids, day=DAY, income=20000, people=None):
    return rule.assess(family(*(people or (person(1),)), *kids, income=income), day, RATES)


@pytest.mark.parametrize(("per_cent", "expected"), [(0, 1675), (100, 3158), (200, 4641), (300, 6124)])
def test_a_raised_contribution_adds_a_share_of_the_base(per_cent, expected):
    assert rule.raised(Decimal(1675), Decimal(1483), Decimal(per_cent)) == expected


def test_late_money_can_be_advanced():
    answer = assess(child(3, child=facts(on_time=False)))

    assert (answer.verdict, answer.amount_per_month, answer.variant) == (Verdict.YES, 1675, "forskudsvis")
    assert "Udbetaling Danmark" in answer.how_to_apply


def test_whether_it_comes_on_time_changes_the_way_not_the_amount():
    late, early, unsaid = (assess(child(3, child=facts(on_time=on_time))) for on_time in (False, True, None))

    assert late.amount_per_month == early.amount_per_month == unsaid.amount_per_month == 1675
    assert early.variant == unsaid.variant == "normalbidrag"


def test_without_an_agreement_familieretshuset_decides_and_nothing_is_promised():
    answer = assess(child(3, child=facts(decided=False)))

    assert (answer.verdict, answer.lowest, answer.highest) == (Verdict.UNKNOWN, 0, 1675)
    assert "Familieretshuset" in answer.how_to_apply
    assert answer.missing_facts == ()


def test_asks_whether_there_is_an_agreement():
    answer = assess(child(3, child=facts(decided=None)))

    assert answer.missing_facts == ("persons[p3].child.bidrag_decided",)


@pytest.mark.parametrize("where", [OtherParent.DEAD, OtherParent.UNKNOWN, OtherParent.HERE])
def test_no_contribution_is_due_from_a_parent_who_is_dead_unknown_or_here(where):
    answer = assess(child(3, child=facts(where)))

    assert (answer.verdict, answer.amount_per_month) == (Verdict.NO, 0)
    assert len(answer.steps) == 2


def test_parents_living_together_is_known_from_the_parents_of_the_child():
    answer = assess(child(3, parents=("p1", "p2")), people=(person(1), person(2, Role.PARTNER)))

    assert answer.verdict is Verdict.NO


def test_a_child_of_eighteen_or_living_elsewhere_gives_nothing():
    grown, away = child(3, born=date(2008, 11, 20), child=facts()), child(4, lives_at_home=False, child=facts())

    assert assess(grown, away).verdict is Verdict.NO


def test_says_when_what_comes_is_more_or_less_than_normalbidraget():
    kid = child(3, child=facts())

    def told(amount: int) -> str:
        row = Income(id="b", person="p1", kind="boernebidrag", amount=Decimal(amount))
        return assess(kid, income=(personal_income(20000), row)).summary

    assert "Det passer" in told(1675)
    assert "forhøjet" in told(3158)
    assert "mindre" in told(900)


def test_remembers_the_eighteenth_birthday_and_the_next_first_of_the_month():
    answer = assess(child(3, born=date(2010, 2, 1), child=facts(on_time=True)))

    days = {each.on for each in answer.look_again}
    assert {date(2028, 2, 1), date(2026, 12, 1), date(2027, 1, 1)} <= days


@given(st.lists(st.sampled_from([None, *OtherParent]), max_size=4), st.sampled_from([None, True, False]))
def test_saying_more_keeps_within_the_range(wheres, decided):
    kids = [child(number + 3) for number in range(len(wheres))]
    unsaid = family(person(1), *kids)
    said = replace(
        unsaid,
        persons=(person(1), *(replace(kid, child=facts(at, decided)) for kid, at in zip(kids, wheres, strict=True))),
    )

    before, after = (rule.assess(case, DAY, RATES) for case in (unsaid, said))

    low, high = (after.lowest, after.highest) if after.verdict is Verdict.UNKNOWN else (after.amount_per_month,) * 2
    top = before.highest if before.verdict is Verdict.UNKNOWN else before.amount_per_month
    assert 0 <= low <= high <= top
