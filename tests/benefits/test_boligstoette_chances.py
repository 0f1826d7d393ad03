"""Boligstøtte: a no never rests on something assumed. What is not known is taken the household's way first."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from families import DAY, child, family, person, personal_income, with_home

from budgetdesk.benefits import boligstoette
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.household.case import BoligstoetteNow, Case, Income
from budgetdesk.household.words import Role
from budgetdesk.readers.rates import load_rates


def assess(case: Case):
    return boligstoette.assess(case, DAY, load_rates())


UNTOLD = person(1, base="", born=date(1963, 1, 1))
"""Of whom we do not know what they live on, but that they earn something: a row for the whole household."""


def earned(amount: int) -> tuple[Income, ...]:
    return (replace(personal_income(amount), person=""),)


def test_a_no_is_not_said_while_an_old_foertidspension_that_we_have_not_heard_of_would_open_boligydelse():
    unsaid = family(UNTOLD, income=earned(40000), rent=9000)
    answer = assess(unsaid)

    assert (
        assess(family(replace(UNTOLD, income_base=person(1).income_base), income=40000, rent=9000)).verdict
        is Verdict.NO
    )
    assert (answer.verdict, answer.missing_facts) == (Verdict.UNKNOWN, ("persons[p1].income_base",))
    assert answer.lowest == 0 < answer.highest


@pytest.mark.parametrize(
    ("born", "verdict"),
    [(date(1985, 1, 1), Verdict.UNKNOWN), (date(1985, 1, 2), Verdict.NO), (None, Verdict.UNKNOWN)],
    ids=["18 on the day the rules changed", "a day younger", "age not known"],
)
def test_only_who_was_grown_up_before_2003_can_have_the_pension_of_the_old_rules(born, verdict):
    assert assess(family(replace(UNTOLD, born=born), income=earned(40000), rent=9000)).verdict is verdict
    pensioner = person(1, base="foertidspension", born=born)
    assert assess(family(pensioner, income=earned(40000), rent=9000)).verdict is verdict


def test_on_every_day_with_figures_the_ceiling_without_children_alone_never_leaves_less_than_the_minimum():
    # So a newer pension, which lifts that ceiling, need not be asked about before a no.
    series = load_rates()["boligstoette"].series
    for own in series["boligsikring_egenbetaling"].rates:
        for day in (own.start, own.end):
            share = series["boligsikring_loft_uden_boern"].on(day).value / 100
            assert own.value * share >= series["boligsikring_mindstebeloeb"].on(day).value


@pytest.mark.parametrize("home", [{"kind": "andel"}, {"own_kitchen": False}], ids=["owned", "no kitchen"])
def test_a_home_that_only_pensioners_get_help_with_is_a_question_until_we_know_what_everybody_lives_on(home):
    young = replace(UNTOLD, born=date(1999, 1, 1))
    answer = assess(family(young, income=earned(12000), **home))

    assert assess(family(person(1), income=12000, **home)).verdict is Verdict.NO
    assert (answer.verdict, answer.missing_facts) == (Verdict.UNKNOWN, ("persons[p1].income_base",))


def test_a_pension_that_we_have_not_heard_of_never_lowers_a_yes():
    told = replace(UNTOLD, income_base=person(1).income_base)

    assert assess(family(UNTOLD, income=earned(12000))).amount_per_month == (
        assess(family(told, income=earned(12000))).amount_per_month
    )


def test_with_the_rent_unknown_a_young_couple_is_not_told_no_by_a_rule_that_is_not_confirmed():
    young = (person(1, born=date(1999, 1, 1)), person(2, Role.PARTNER, born=date(1998, 1, 1)), child(3))
    older = (person(1), person(2, Role.PARTNER), child(3))
    at = {"income": earned(43044), "rent": None, "area": 45}

    assert assess(family(*older, **at)).verdict is Verdict.NO
    answer = assess(family(*young, **at))
    assert (answer.verdict, answer.missing_facts) == (Verdict.UNKNOWN, ("tenancy.rent_per_month",))


def test_a_parent_and_a_grown_up_child_are_no_young_couple():
    grown = replace(person(2, Role.ADULT_CHILD), born=date(2007, 1, 1))
    case = family(person(1, born=date(1997, 1, 1)), grown, child(3), income=earned(40000))

    assert assess(case).verdict is Verdict.NO


@pytest.mark.parametrize("gets", [None, Decimal(0)])
def test_a_no_below_the_minimum_says_so_to_who_may_get_it_already(gets):
    small = next(
        answer
        for income in range(20000, 40000, 100)
        if (answer := assess(with_home(family(person(1), child(2), income=income), boligstoette=now(gets)))).verdict
        is Verdict.NO
    )

    assert any("mindstebeløbet" in look.why for look in small.look_again) is (gets is None)


def now(amount: Decimal | None) -> BoligstoetteNow:
    return BoligstoetteNow(amount=amount)
