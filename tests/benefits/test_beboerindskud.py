"""Lån til beboerindskud: the income limit, the loan's cost, and the grounds for refusal with their exceptions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from families import DAY, child, children, family, person, personal_income
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.benefits import beboerindskud
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.beboerindskud_loan import income_limit, instalment
from budgetdesk.benefits.figures import Figures
from budgetdesk.household.case import Arrears, Case, Income, Wealth
from budgetdesk.household.circumstances import Circumstances
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Letter, MovingReason, Tax
from budgetdesk.readers.rates import load_rates


def assess(case: Case, day=DAY):
    return beboerindskud.assess(case, day, load_rates())


def figures(year):
    return Figures(load_rates(), "beboerindskud", date(year, 6, 1))


def moving(case: Case, **facts) -> Case:
    return replace(case, circumstances=Circumstances(**{"moving": True, **facts}))


def shown(answer):
    return {step.text: step.amount for step in answer.steps}


def point(answer, word):
    return next(step for step in answer.checklist if word in step.text)


@pytest.mark.parametrize(
    ("year", "children_", "room", "limit"),
    [
        (2017, 0, False, 236452),
        (2019, 0, False, 246002),
        (2020, 0, False, 251874),
        (2023, 0, False, 268556),
        (2023, 0, True, 181931),
        (2023, 2, False, 268556 + 2 * 47100),
        (2024, 0, False, 277956),
        (2024, 5, True, 188294 + 4 * 48700),
        (2026, 1, False, 302677 + 53100),
    ],
)
def test_the_limits_are_those_the_municipalities_print(year, children_, room, limit):
    assert income_limit(children_, figures(year), room=room) == limit


def test_the_limit_of_2023_is_a_pension_and_five_per_cent():
    # A pensioner of a couple got 10.657 a month, a single one 14.439 (borger.dk, in Ældre Sagen 12.1.2023).
    assert round(Decimal(10657) * 24 * Decimal("1.05")) == income_limit(0, figures(2023))
    assert round(Decimal(14439) * 12 * Decimal("1.05")) == income_limit(0, figures(2023), room=True)


def test_a_loan_of_30000_costs_310_92_a_month_in_the_years_of_repayment():
    assert instalment(Decimal(30000), Decimal("4.5"), 10) == Decimal("310.92")
    assert instalment(Decimal(12000), Decimal(0), 10) == 100


def test_below_the_limit_the_loan_may_be_relevant_and_its_cost_is_shown():
    answer = assess(
        moving(family(person(1), child(2), income=20000), new_indskud=Decimal(30000), new_rent=Decimal(6000))
    )

    assert (answer.verdict, answer.amount_per_month, answer.missing_facts) == (Verdict.YES, None, ())
    assert shown(answer)["Indkomstgrænse pr. år for en lejlighed"] == 302677 + 53100
    assert shown(answer)["Jeres indkomst pr. år ved indflytning"] == 240000
    assert shown(answer)["De første 5 år: ingen renter og afdrag"] == 0
    assert shown(answer)["Derefter i 10 år, cirka pr. måned"] == Decimal("310.92")
    assert answer.vejledende


@pytest.mark.parametrize(("income", "verdict"), [("25223.08", Verdict.YES), ("25223.09", Verdict.UNKNOWN)])
def test_the_limit_itself_is_below_and_a_krone_above_is_only_discretion(income, verdict):
    # 302.677 / 12 = 25.223,08
    answer = assess(moving(family(income=income), new_indskud=Decimal(30000), new_rent=Decimal(6000)))

    assert answer.verdict is verdict
    assert ("garanti" in answer.summary) is (verdict is Verdict.UNKNOWN)


def test_aeldrecheck_counts_here():
    check = Income(id="c", person="p1", kind="aeldrecheck", amount=Decimal(20000), tax=Tax.GROSS, rhythm=Rhythm.ONCE)
    case = moving(family(income=(personal_income(25000), check)), new_indskud=Decimal(30000))

    assert shown(assess(case))["Jeres indkomst pr. år ved indflytning"] == 320000


def test_an_aeldrecheck_by_the_month_counts_twelve_times():
    check = Income(id="c", person="p1", kind="aeldrecheck", amount=Decimal(1000), tax=Tax.GROSS)
    case = moving(family(income=(personal_income(25000), check)))

    assert shown(assess(case))["Jeres indkomst pr. år ved indflytning"] == 312000


def test_asks_for_the_income_when_it_decides():
    net = Income(id="i1", person="p1", kind="loen", amount=Decimal(20000), tax=Tax.NET)
    answer = assess(moving(family(income=(net,))))

    assert answer.verdict is Verdict.UNKNOWN
    assert answer.missing_facts == ("income[i1].amount", "circumstances.new_indskud", "circumstances.new_rent")


def test_a_child_without_a_birth_date_is_asked_about_when_it_decides():
    answer = assess(
        moving(family(person(1), child(2, None), income=27000), new_indskud=Decimal(1), new_rent=Decimal(1))
    )

    assert (answer.verdict, answer.missing_facts) == (Verdict.UNKNOWN, ("persons[p2].born",))


def test_a_deposit_that_was_told_is_a_move_unless_the_household_says_it_stays():
    told = moving(family(income=15000), moving=None, new_indskud=Decimal(20000))

    assert assess(told).verdict is Verdict.YES
    assert assess(moving(told, moving=False, new_indskud=Decimal(20000))).verdict is Verdict.NO


@pytest.mark.parametrize(("said", "verdict"), [(None, Verdict.UNKNOWN), (False, Verdict.NO)])
def test_is_for_those_who_move(said, verdict):
    answer = assess(moving(family(), moving=said))

    assert answer.verdict is verdict
    assert (answer.missing_facts == ("circumstances.moving",)) is (said is None)


def test_a_year_whose_limit_is_not_known_gives_a_sentence_and_no_figure():
    answer = assess(moving(family(), new_indskud=Decimal(30000)), date(2025, 6, 1))

    assert (answer.verdict, answer.steps) == (Verdict.UNKNOWN, ())
    assert "01.06.2025" in answer.summary


def test_savings_that_cover_the_deposit_and_a_dear_home_are_points_to_talk_about_not_a_no():
    case = replace(
        moving(family(income=15000), new_indskud=Decimal(20000), new_rent=Decimal(9000)),
        wealth=Wealth(liquid=Decimal(20000)),
    )
    answer = assess(case)

    assert answer.verdict is Verdict.YES
    assert point(answer, "behov").met is False
    assert point(answer, "halvdelen").met is False
    assert point(assess(replace(case, wealth=Wealth(liquid=Decimal(19999)))), "behov").met is True


LOAN = (Debt(id="d1", kind="beboerindskudslaan", balance=Decimal(9000)),)


@pytest.mark.parametrize(
    ("arrears", "facts", "met"),
    [
        (Arrears(), {}, False),
        (Arrears(eviction=date(2026, 11, 1)), {}, True),
        (Arrears(eviction=date(2026, 12, 1)), {}, False),
        (Arrears(court_meeting=date(2026, 12, 1)), {"new_rent": Decimal(7999)}, True),
        (Arrears(court_meeting=date(2026, 12, 1)), {"new_rent": Decimal(8000)}, False),
        (Arrears(letter=Letter.FOGED), {"moving_reason": MovingReason.CHEAPER_HOME}, True),
        (Arrears(letter=Letter.PAAKRAV), {"moving_reason": MovingReason.CHEAPER_HOME}, False),
    ],
)
def test_an_unpaid_earlier_loan_is_no_hindrance_after_an_eviction_or_on_the_way_to_a_cheaper_home(arrears, facts, met):
    case = replace(moving(family(income=15000), **facts), debts=LOAN, arrears=arrears)

    assert point(assess(case), "tidligere").met is met


def test_without_an_earlier_loan_the_point_is_met():
    assert point(assess(moving(family())), "tidligere").met is True


@given(loan=st.integers(0, 100000), more=st.integers(0, 50000))
def test_a_larger_loan_never_costs_less_and_is_paid_back_in_full(loan, more):
    each = instalment(Decimal(loan), Decimal("4.5"), 10)

    assert instalment(Decimal(loan + more), Decimal("4.5"), 10) >= each
    assert each * 120 >= loan


@given(
    day=st.dates(date(2015, 1, 1), date(2028, 1, 1)),
    income=st.one_of(st.just(()), st.integers(0, 60000)),
    kids=st.integers(0, 6),
    indskud=st.one_of(st.none(), st.integers(0, 90000).map(Decimal)),
    said=st.sampled_from([None, True, False]),
)
def test_never_raises_and_says_no_only_to_those_who_stay(day, income, kids, indskud, said):
    answer = assess(moving(family(person(1), *children(kids), income=income), moving=said, new_indskud=indskud), day)

    assert answer.summary
    assert (answer.verdict is Verdict.NO) <= (said is False)
