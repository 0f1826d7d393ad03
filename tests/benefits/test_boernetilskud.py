"""Børnetilskud: who is single, which kinds add up, what is not known yet, and the days to remember."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from families import DAY, child, family, person, personal_income
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.benefits import boernetilskud as rule
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.boernetilskud_formula import beyond_the_first, counts, reduced, single_provider
from budgetdesk.household.case import Income
from budgetdesk.household.circumstances import ChildFacts
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Marital, OtherParent, Role
from budgetdesk.readers.rates import load_rates

RATES = load_rates()
ELSEWHERE = ChildFacts(other_parent=OtherParent.ELSEWHERE, other_parent_pensioner=False)
SINGLE = Marital.SINGLE


def kid(number: int = 3, facts: ChildFacts = ELSEWHERE, **more):
    return child(number, child=facts, **more)


def assess(*people, day=DAY, income=20000):
    return rule.assess(family(*people, income=income), day, RATES)


def on(answer) -> dict[date | None, str]:
    return {each.on: each.why for each in answer.look_again}


def test_ordinary_for_each_child_and_one_extra():
    assert single_provider(2, Decimal(1741), Decimal(1774)) == 5256
    assert single_provider(0, Decimal(1741), Decimal(1774)) == 0


def test_triplets_count_beyond_the_first():
    births = [date(2022, 5, 1)] * 3 + [date(2020, 1, 1)]

    assert beyond_the_first(births) == 2


def test_a_child_counts_to_the_end_of_the_quarter_of_its_eighteenth_birthday():
    born = date(2008, 10, 2)

    assert counts(born, date(2026, 12, 31))
    assert not counts(born, date(2027, 1, 1))


def test_a_reduction_never_makes_it_negative():
    # EUROMOD 2025: 10 % of income above 175.200 for a single student.
    assert reduced(Decimal(8756), Decimal(200_000), Decimal(175_200), Decimal(10)) == 6276
    assert reduced(Decimal(8756), Decimal(900_000), Decimal(175_200), Decimal(10)) == 0


def test_a_couple_with_children_of_their_own_gets_nothing_and_sees_why():
    answer = assess(person(1), person(2, Role.PARTNER), child(3, parents=("p1", "p2")))

    assert (answer.verdict, answer.amount_per_month) == (Verdict.NO, 0)
    assert any("lever sammen hos jer: 2" in step.text for step in answer.steps)


def test_a_partner_whose_child_it_is_not_leaves_it_open_where_the_other_parent_is():
    answer = assess(person(1), person(2, Role.PARTNER), child(3, parents=("p1",)))

    assert answer.verdict is Verdict.UNKNOWN
    assert answer.missing_facts == ("persons[p3].child.other_parent",)


def test_married_with_nobody_at_home_is_asked_not_inferred():
    answer = assess(person(1, marital=Marital.MARRIED), kid())

    assert (answer.verdict, answer.lowest) == (Verdict.UNKNOWN, 0)
    assert answer.missing_facts == ("persons[p1].marital",)


def test_living_alone_without_a_word_is_taken_as_single_and_listed_as_assumed():
    answer = assess(person(1), kid())

    assert (answer.verdict, answer.amount_per_month) == (Verdict.YES, Decimal("1171.67"))
    assert [each.path for each in answer.assumed] == ["persons[p1].marital"]


def test_a_child_registered_elsewhere_does_not_count():
    answer = assess(person(1, marital=SINGLE), kid(registered_here=False))

    assert answer.verdict is Verdict.NO


def test_twins_over_seven_give_no_more_after_the_quarter():
    twins = [kid(number, born=date(2019, 11, 2)) for number in (3, 4)]

    young = assess(person(1, marital=SINGLE), *twins)
    assert young.amount_per_month == Decimal(5256 + 2874) / 3

    older = [kid(number, born=date(2019, 8, 2)) for number in (3, 4)]
    assert assess(person(1, marital=SINGLE), *older).amount_per_month == 1752


def test_twins_in_a_year_without_the_figure_have_no_highest_amount():
    twins = [kid(number, born=date(2022, 11, 2)) for number in (3, 4)]

    answer = assess(person(1, marital=SINGLE), *twins, day=date(2025, 11, 20))

    assert (answer.verdict, answer.highest) == (Verdict.UNKNOWN, None)
    assert any("Flerbørnstilskud" in note for note in answer.cannot_see)


def test_somebody_who_may_study_is_asked_what_they_live_on():
    answer = assess(person(1, base="", marital=SINGLE), kid())

    assert (answer.verdict, answer.highest) == (Verdict.UNKNOWN, None)
    assert answer.missing_facts == ("persons[p1].income_base",)


def test_a_child_without_a_birth_date_makes_a_range():
    answer = assess(person(1, marital=SINGLE), kid(), kid(4, born=None))

    assert answer.verdict is Verdict.UNKNOWN
    assert answer.lowest == Decimal("1171.67")
    assert "persons[p4].born" in answer.missing_facts


def test_the_last_day_to_apply_is_the_day_before_the_quarter():
    assert "Sidste dag at søge" in on(assess(person(1, marital=SINGLE), kid()))[date(2026, 12, 31)]
    assert date(2026, 9, 30) in on(assess(person(1, marital=SINGLE), kid(), day=date(2026, 7, 1)))


def test_who_gets_it_already_has_no_last_day_to_apply():
    paid = Income(id="b", person="p1", kind="boernetilskud", amount=Decimal(3515), rhythm=Rhythm.QUARTERLY)

    answer = assess(person(1, marital=SINGLE), kid(), income=(personal_income(20000), paid))

    assert date(2026, 12, 31) not in on(answer)
    assert answer.summary.replace("\u00a0", " ") == (
        "Børnetilskud: I får 3.515 kr. pr. kvartal, beregnet 3.515 kr. Det passer."
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 1), {date(2026, 11, 5)}),
        (date(2026, 11, 5), {date(2026, 11, 5)}),
        (date(2026, 11, 20), {date(2026, 11, 26), date(2027, 11, 5)}),
        (date(2026, 12, 1), {date(2027, 11, 5)}),
    ],
)
def test_the_letter_about_being_single_is_remembered(day, expected):
    found = on(assess(person(1, marital=SINGLE), kid(), day=day))

    assert {each for each, why in found.items() if "enlig" in why} == expected


def test_being_really_single_cannot_be_seen():
    assert any("reelt enlig" in note for note in assess(person(1, marital=SINGLE), kid()).cannot_see)


def test_says_that_a_year_has_no_figures():
    answer = assess(person(1, marital=SINGLE), kid(), day=date(2027, 2, 1))

    assert (answer.verdict, answer.amount_per_month) == (Verdict.UNKNOWN, None)


@given(
    st.sampled_from([None, *OtherParent]),
    st.sampled_from([None, True, False]),
    st.sampled_from(["loen", "folkepension", "su", ""]),
    st.sampled_from([None, *Marital]),
    st.booleans(),
)
def test_knowing_the_other_parent_keeps_within_the_range(where, pensioner, base, marital, partner):
    people = [person(1, base=base, marital=marital), *([person(2, Role.PARTNER)] if partner else [])]
    unsaid = family(*people, child(3))
    said = replace(unsaid, persons=(*people, kid(3, ChildFacts(other_parent=where, other_parent_pensioner=pensioner))))

    before, after = (rule.assess(case, DAY, RATES) for case in (unsaid, said))

    least = after.amount_per_month if after.lowest is None else after.lowest
    most = after.amount_per_month if after.verdict is not Verdict.UNKNOWN else after.highest
    assert before.lowest is not None
    assert before.lowest <= least
    assert before.highest is None or (most is not None and most <= before.highest)
