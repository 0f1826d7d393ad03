"""The tax check and feriepenge: deductions against their sources, never no, and money that comes once."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from families import DAY, child, family, person
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.benefits import feriepenge, skattetjek
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.skattetjek_formula import (
    Commuting,
    LowIncome,
    commuting,
    interest_value,
    low_income_commuting,
    single_provider,
    worth,
)
from budgetdesk.household.case import Expense, Income
from budgetdesk.household.circumstances import AdultFacts, ChildFacts
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Marital, OtherParent, Role, Tax
from budgetdesk.readers.rates import load_rates

RATES = load_rates()
COMMUTING_2026 = Commuting(Decimal(24), Decimal(120), Decimal("3.17"), Decimal("1.59"))
LOW_2026 = LowIncome(Decimal(64), Decimal(30800), Decimal(341_500), Decimal(391_500))
WAGE = Income(id="i1", person="p1", kind="loen", amount=Decimal(25000), tax=Tax.GROSS)
CHILD = child(3, child=ChildFacts(other_parent=OtherParent.ELSEWHERE, other_parent_pensioner=False))
NO_COMMUTE = AdultFacts(commute_km=Decimal(0))


def check(*people, income=(WAGE,), day=DAY, **facts):
    return skattetjek.assess(replace(family(*people, income=income), **facts), day, RATES)


def holiday(*amounts: int | None, day=DAY):
    roles = (Role.TENANT, Role.PARTNER)
    people = [
        person(n + 1, roles[n], adult=AdultFacts(feriepenge_unclaimed=None if amount is None else Decimal(amount)))
        for n, amount in enumerate(amounts)
    ]
    return feriepenge.assess(family(*people), day, RATES)


def test_the_single_providers_deduction_follows_the_quarters():
    # Note on ligningsloven § 9 J: wage 600.000, two quarters, Copenhagen (23,39 %): 25.300 kr., tax 5.917,67 kr. less.
    after_am = Decimal(600_000) * Decimal("0.92")

    deduction = single_provider(after_am, Decimal("11.5"), Decimal(50_600), 2)

    assert deduction == 25_300
    assert worth(deduction, Decimal("23.39")) == Decimal("5917.67")


@given(st.integers(-5, 1_000_000), st.integers(-2, 9))
def test_the_single_providers_deduction_is_never_negative_and_never_above_the_highest(income, quarters):
    assert 0 <= single_provider(Decimal(income), Decimal("11.5"), Decimal(50_600), quarters) <= 50_600


def test_commuting_counts_from_the_25th_kilometre_and_less_above_120():
    assert commuting(Decimal(60), 216, COMMUTING_2026) == Decimal("24649.92")
    assert commuting(Decimal(24), 216, COMMUTING_2026) == 0
    assert commuting(Decimal(130), 100, COMMUTING_2026) == 96 * 317 + 10 * 159


def test_the_extra_commuting_deduction_falls_between_its_two_incomes():
    whole = low_income_commuting(Decimal(10000), Decimal(341_500), LOW_2026)

    assert whole == 6400
    assert low_income_commuting(Decimal(10000), Decimal(366_500), LOW_2026) == 3200
    assert low_income_commuting(Decimal(10000), Decimal(400_000), LOW_2026) == 0
    assert low_income_commuting(Decimal(100_000), Decimal(0), LOW_2026) == 30_800


def test_interest_is_worth_more_up_to_the_limit():
    # About 33,6 % up to 50.000 kr. and 25,6 % above it, with 25,6 % municipal and church tax.
    assert interest_value(Decimal(50_000), Decimal("25.6"), Decimal(8), Decimal(50_000)) == 16_800
    assert interest_value(Decimal(60_000), Decimal("25.6"), Decimal(8), Decimal(50_000)) == 16_800 + 2_560


@pytest.mark.parametrize("income", [(), (WAGE,)])
@pytest.mark.parametrize("day", [DAY, date(2025, 6, 1), date(2019, 6, 1), date(2030, 6, 1)])
@pytest.mark.parametrize("base", ["loen", "ingen", "folkepension", ""])
def test_is_never_no_and_always_has_its_checklist(income, day, base):
    answer = check(person(1, base=base), CHILD, income=income, day=day)

    assert answer.verdict is Verdict.UNKNOWN
    assert len(answer.checklist) >= 5


def test_a_single_without_boernetilskud_is_told_that_the_deduction_is_lost_too():
    answer = check(person(1, marital=Marital.SINGLE), CHILD)

    line = next(step for step in answer.checklist if "enlige forsørgere" in step.text)
    assert line.met is False
    assert "Søg det" in line.because


def test_a_single_with_boernetilskud_is_only_asked_to_look():
    paid = Income(id="b", person="p1", kind="boernetilskud", amount=Decimal(3515), rhythm=Rhythm.QUARTERLY)

    answer = check(person(1, marital=Marital.SINGLE), CHILD, income=(WAGE, paid))

    line = next(step for step in answer.checklist if "enlige forsørgere" in step.text)
    assert (line.met, line.because) == (None, "I får børnetilskud.")


def test_a_couple_is_not_told_of_it():
    answer = check(person(1), person(2, Role.PARTNER), CHILD)

    assert not any("enlig" in step.text for step in (*answer.checklist, *answer.steps))


def test_asks_first_whether_it_was_checked_and_then_for_the_way_to_work():
    answer = check(person(1))

    assert answer.missing_facts == (
        "persons[p1].adult.forskudsopgoerelse_checked",
        "persons[p1].adult.commute_km",
        "persons[p1].adult.commute_days",
    )
    assert answer.highest is None


def test_checked_this_year_leaves_nothing_in_doubt():
    checked = replace(NO_COMMUTE, forskudsopgoerelse_checked=date(2026, 2, 1))

    answer = check(person(1, adult=checked))

    assert (answer.missing_facts, answer.lowest, answer.highest) == ((), 0, 0)


def test_checked_last_year_does_not_count():
    checked = replace(NO_COMMUTE, forskudsopgoerelse_checked=date(2025, 12, 31))

    assert check(person(1, adult=checked)).missing_facts == ("persons[p1].adult.forskudsopgoerelse_checked",)


def test_union_is_capped_and_interest_and_contributions_are_found():
    answer = check(
        person(1, adult=NO_COMMUTE),
        expenses=(
            Expense(id="e1", line="206", amount=Decimal(800)),
            Expense(id="e2", line="302", amount=Decimal(1675)),
        ),
        debts=(Debt(id="d1", balance=Decimal(10_000), rate=Decimal(8)), Debt(id="d2", balance=Decimal(5000))),
    )

    found = {step.text.split(":")[0]: step.amount for step in answer.steps if "pr. år" in step.text}
    assert found["Fagforening"] == 7000
    assert found["Renter af gæld, også gæld til det offentlige"] == 800
    assert found["Børnebidrag, der betales, uden tillægget"] == 1483 * 12


def test_every_worth_is_vejledende():
    answer = check(person(1, marital=Marital.SINGLE, adult=NO_COMMUTE), CHILD)

    assert answer.vejledende
    assert answer.highest == Decimal("662.55")  # 25.000 x 0,92 x 11,5 % x 25,049 %


def test_feriepenge_come_once_and_never_in_a_month():
    answer = holiday(4200)

    assert (answer.verdict, answer.amount_per_month, answer.once) == (Verdict.YES, None, 4200)
    assert "engangsbeløb" in answer.summary


def test_feriepenge_of_both_adults_are_added_and_the_unsaid_one_is_mentioned():
    assert holiday(4200, 800).once == 5000
    assert any("anden voksne" in note for note in holiday(4200, None).cannot_see)


def test_who_has_no_feriepenge_has_no_line_of_their_own():
    assert [step.amount for step in holiday(4200, 0).steps] == [4200, 4200]


def test_no_feriepenge_only_when_both_have_none():
    assert holiday(0, 0).verdict is Verdict.NO
    assert holiday(0, None).missing_facts == ("persons[p2].adult.feriepenge_unclaimed",)


def test_feriepenge_are_remembered_at_the_end_of_the_year():
    assert [each.on for each in holiday(0).look_again] == [date(2026, 12, 31)]


def test_says_nothing_of_when_feriepenge_can_be_paid_without_a_figure_for_the_day():
    assert "en måned før" in holiday(100).how_to_apply
    assert "før ferien" not in holiday(100, day=date(2031, 1, 1)).how_to_apply
