"""Børne- og ungeydelse: halves, the quarters and birthdays on which a child's series switches, and the comparison."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from families import DAY, child, family, person, personal_income
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.benefits import boerne_og_ungeydelse as rule
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.boerne_og_ungeydelse_formula import band_on, half, part, payment, reduction
from budgetdesk.benefits.children import birthday, next_quarter, pay_day, quarter_of
from budgetdesk.dates import Month
from budgetdesk.household.case import Income
from budgetdesk.household.circumstances import ChildFacts
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Custody, OtherParent, Role, Status
from budgetdesk.readers.rates import load_rates

RATES = load_rates()
AMOUNTS_2026 = {"beloeb_0_2": 21480, "beloeb_3_6": 17004, "beloeb_7_14": 13380, "beloeb_15_17": 13380}
BORN = st.dates(date(2004, 1, 1), date(2026, 12, 31))


def yearly(band: str) -> Decimal:
    return Decimal(AMOUNTS_2026[band])


def assess(*people, income=20000, day=DAY):
    return rule.assess(family(*people, income=income), day, RATES)


def gets(amount: int, rhythm: Rhythm = Rhythm.QUARTERLY, **facts) -> Income:
    return Income(id="b1", person="p1", kind="boerneydelse", amount=Decimal(amount), rhythm=rhythm, **facts)


@pytest.mark.parametrize(("whole", "expected"), [(21480, 10740), (17004, 8496), (13380, 6684), (16764, 8376)])
def test_a_half_is_rounded_down_to_a_multiple_of_twelve(whole, expected):
    assert half(Decimal(whole), Decimal(12)) == expected


@given(st.integers(0, 30000))
def test_two_halves_are_the_whole_but_for_less_than_two_kroner_a_month(whole):
    both = 2 * half(Decimal(whole), Decimal(12))

    assert 0 <= whole - both < 24


@given(st.integers(0, 30000), st.decimals(0, 2, places=2))
def test_a_share_is_never_negative_and_never_more_than_the_whole(whole, share):
    assert 0 <= part(Decimal(whole), share, Decimal(12)) <= whole


def test_the_first_payment_comes_in_the_quarter_after_the_birth():
    born = date(2026, 3, 31)

    assert payment(born, Month(2026, 1), yearly) == 0
    assert payment(born, Month(2026, 4), yearly) == 5370
    assert payment(date(2026, 4, 1), Month(2026, 4), yearly) == 0
    assert payment(date(2026, 4, 1), Month(2026, 7), yearly) == 5370


@pytest.mark.parametrize(
    ("age", "before", "after"), [(3, "beloeb_0_2", "beloeb_3_6"), (7, "beloeb_3_6", "beloeb_7_14")]
)
def test_the_amount_switches_with_the_quarter_after_the_birthday(age, before, after):
    born = date(2026 - age, 5, 14)

    assert band_on(born, date(2026, 4, 1)) == before
    assert band_on(born, date(2026, 6, 30)) == before
    assert band_on(born, date(2026, 7, 1)) == after


def test_a_birthday_on_the_first_day_of_a_quarter_belongs_to_that_quarter():
    born = date(2023, 4, 1)

    assert band_on(born, date(2026, 4, 1)) == "beloeb_0_2"
    assert band_on(born, date(2026, 7, 1)) == "beloeb_3_6"


def test_ungeydelse_comes_every_month_from_the_month_after_the_fifteenth_birthday():
    born = date(2011, 5, 14)

    paid = {number: payment(born, Month(2026, number), yearly) for number in range(1, 13)}

    assert paid[1] == 3345
    assert paid[4] == 2230  # two of three months, to and with the month of the birthday (§ 5, stk. 3)
    assert paid[5] == 0
    assert {paid[number] for number in range(6, 13)} == {1115}


def test_the_month_of_the_eighteenth_birthday_is_paid_for_its_days():
    born = date(2008, 9, 15)

    assert payment(born, Month(2026, 8), yearly) == 1115
    assert payment(born, Month(2026, 9), yearly) == 558  # 1.115 x 15/30 = 557,50, rounded to whole kroner (§ 5, stk. 4)
    assert payment(born, Month(2026, 10), yearly) == 0


def test_a_child_stops_counting_on_the_eighteenth_birthday():
    born = date(2008, 9, 15)

    assert band_on(born, date(2026, 9, 14)) == "beloeb_15_17"
    assert band_on(born, date(2026, 9, 15)) is None


@given(BORN, st.integers(0, 20))
def test_a_childs_payments_are_a_twelfth_of_the_year_for_every_month_from_the_first_quarter_on(born, years):
    first = next_quarter(born)
    last = min(Month.of(birthday(born, 18)).plus(-1), first.plus(12 * years + 2))
    last = quarter_of(last.first).plus(-1) if last <= Month.of(birthday(born, 15)) else last
    months = [first.plus(n) for n in range((last.year - first.year) * 12 + last.number - first.number + 1)]

    total = sum(payment(born, month, lambda band: Decimal(12000)) for month in months)

    assert abs(total - 1000 * len(months)) <= 1


@given(BORN, st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_a_child_has_an_amount_exactly_while_it_is_born_and_under_eighteen(born, day):
    assert (band_on(born, day) is not None) == (born <= day < birthday(born, 18))


def test_money_falls_on_the_bank_day_before_a_weekend():
    assert pay_day(Month(2026, 1)) == date(2026, 1, 20)
    assert pay_day(Month(2026, 6)) == date(2026, 6, 19)
    assert pay_day(Month(2025, 4)) == date(2025, 4, 16)  # the 20th is Easter Sunday


def test_income_above_the_limit_takes_two_per_cent_of_what_is_above():
    assert reduction(Decimal(1_061_100), Decimal(961_100), Decimal(2)) == 2000
    assert reduction(Decimal(961_100), Decimal(961_100), Decimal(2)) == 0


def test_a_high_income_lowers_the_benefit_and_never_below_nothing():
    kid = child(3, custody=Custody.SOLE)

    plain, high, very_high = (assess(person(1), kid, income=amount) for amount in (20000, 90000, 900000))

    assert plain.amount_per_month == 1115
    assert high.amount_per_month == Decimal("916.83")  # 1.115 - 2 % of (1.080.000 - 961.100) / 12
    assert (very_high.amount_per_month, very_high.verdict) == (0, Verdict.YES)


def test_says_what_the_household_gets_beside_what_was_reckoned():
    case = family(person(1), child(3, custody=Custody.SOLE), income=(personal_income(20000), gets(3345)))

    answer = rule.assess(case, DAY, RATES)

    assert answer.summary.replace("\u00a0", " ").endswith("I får 3.345 kr. pr. kvartal, beregnet 3.345 kr. Det passer.")


def test_says_when_the_household_gets_something_else():
    case = family(person(1), child(3, custody=Custody.SOLE), income=(personal_income(20000), gets(1671)))

    assert "Det passer ikke" in rule.assess(case, DAY, RATES).summary


def test_money_applied_for_is_not_compared_with():
    applied = family(person(1), child(3), income=(personal_income(20000), gets(1671, status=Status.APPLIED)))

    assert "I får" not in rule.assess(applied, DAY, RATES).summary


def test_parents_who_live_together_get_half_each():
    kid = child(3, parents=("p1", "p2"), custody=Custody.SHARED)

    answer = assess(person(1), person(2, Role.PARTNER), kid)

    assert answer.amount_per_month == 2 * 557


def test_a_child_of_shared_custody_that_lives_elsewhere_gives_half_and_else_nothing():
    shared, sole = (child(3, custody=custody, lives_at_home=False) for custody in (Custody.SHARED, Custody.SOLE))

    assert assess(person(1), shared).amount_per_month == 557
    assert assess(person(1), sole).verdict is Verdict.NO


def test_a_child_elsewhere_of_unsaid_custody_may_give_half_also_beside_others():
    away = child(4, lives_at_home=False)

    alone, beside = assess(person(1), away), assess(person(1), child(3, custody=Custody.SOLE), away)

    assert (alone.verdict, alone.lowest, alone.highest) == (Verdict.UNKNOWN, 0, 557)
    assert (beside.verdict, beside.lowest, beside.highest) == (Verdict.UNKNOWN, 1115, 1115 + 557)
    assert beside.missing_facts == ("persons[p4].custody",)


def test_without_a_birth_date_the_answer_is_a_range_and_asks_for_it():
    answer = assess(person(1), child(3, custody=Custody.SOLE), child(4, born=None))

    assert (answer.verdict, answer.lowest, answer.highest) == (Verdict.UNKNOWN, 1115, 1115 + 1790)
    assert answer.missing_facts == ("persons[p4].born",)


def test_few_years_in_denmark_make_the_amount_uncertain():
    answer = assess(person(1, residence_years=4), child(3, custody=Custody.SOLE))

    assert (answer.verdict, answer.lowest, answer.highest) == (Verdict.UNKNOWN, 0, 1115)


def test_no_without_children_says_what_is_needed():
    answer = assess(person(1))

    assert answer.verdict is Verdict.NO
    assert any("mindst ét barn" in step.text for step in answer.steps)


def test_a_day_without_figures_gives_no_figure():
    answer = assess(person(1), child(3), day=date(2027, 1, 1))

    assert (answer.verdict, answer.amount_per_month) == (Verdict.UNKNOWN, None)
    assert "01.01.2027" in answer.summary


def test_lists_the_days_on_which_a_childs_series_changes():
    answer = assess(person(1), child(3, born=date(2012, 2, 20), custody=Custody.SOLE))

    found = {each.on: each.why for each in answer.look_again}
    assert "ungeydelse hver måned" in found[date(2027, 3, 19)]
    assert "18 år" in found[date(2030, 2, 20)]
    assert date(2027, 1, 1) in found


def test_shared_custody_with_a_parent_elsewhere_is_warned_about_and_listed_as_assumed():
    kid = child(3, custody=Custody.SHARED, child=ChildFacts(other_parent=OtherParent.ELSEWHERE))

    answer = assess(person(1), kid)

    assert any("halvdelen" in note for note in answer.cannot_see)
    assert "persons[p3].family_benefit_share" in [each.path for each in answer.assumed]


@given(st.lists(BORN, max_size=5), st.integers(0, 400), st.booleans())
def test_every_day_of_the_year_the_amount_is_the_sum_of_the_children(births, offset, shared):
    day = date(2026, 1, 1) + timedelta(days=offset % 365)
    custody = Custody.SHARED if shared else Custody.SOLE
    kids = [child(number + 3, born=born, custody=custody) for number, born in enumerate(births)]
    case = family(person(1), *kids)

    total = rule.assess(case, day, RATES).amount_per_month

    alone = [rule.assess(replace(case, persons=(person(1), kid)), day, RATES).amount_per_month for kid in kids]
    assert total == sum(alone)
    assert total >= 0
