"""§ 34: the sums of the order, the years' own thresholds, and the truth about today."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from families import child, family, person
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.benefits import paragraf_34
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.paragraf_34_formula import Children, Month34, calculate, threshold
from budgetdesk.household.case import BoligstoetteNow, Expense, IncomeBase, Wealth
from budgetdesk.household.words import Role
from budgetdesk.readers.rates import load_rates

TODAY = date(2026, 11, 20)
UTILITIES = (Expense(id="e1", line="106", amount=Decimal(400)), Expense(id="e2", line="104", amount=Decimal(500)))


def figures(year: int, month: int = 6) -> Figures:
    return Figures(load_rates(), "paragraf_34", date(year, month, 1))


def assess(case, day=TODAY):
    return paragraf_34.assess(case, day, load_rates())


def of_base(base, **facts):
    return family(person(1, base=base), income=(), **facts)


def test_the_municipality_that_used_one_years_threshold_for_all_years_owed_4700_kr():
    months = [(2012, m) for m in range(1, 13)] + [(2013, m) for m in range(1, 13)] + [(2014, m) for m in range(1, 13)]

    owed = sum(Decimal(2850) - threshold(Children(), figures(*each)) for each in months)

    assert owed == 2 * 400 + 22 * 150 + 12 * 50 == 4700


def test_example_c_of_2021_gives_650_kr():
    month = Month34(
        housing_cost=Decimal(6400),
        net_income=Decimal(11900),
        net_on_help_alone=Decimal(9300),
        previous_net_income=Decimal(16000),
    )

    assert calculate(month, figures(2021)).amount == 650


def test_example_d_is_stopped_by_the_cap_even_when_the_provider_rate_replaces_it():
    month = Month34(
        housing_cost=Decimal(6400),
        net_income=Decimal(11900),
        net_on_help_alone=Decimal(9300),
        previous_net_income=Decimal(12500),
        provider_net=Decimal(11700),
    )

    assert calculate(month, figures(2021)).amount == 0


def test_the_provider_rate_lifts_the_cap_for_the_childless_only():
    month = Month34(
        housing_cost=Decimal(6400),
        net_income=Decimal(11400),
        net_on_help_alone=Decimal(11400),
        previous_net_income=Decimal(12500),
        provider_net=Decimal(11700),
    )

    assert calculate(month, figures(2021)).amount == 300  # 11.700 - 11.400
    assert calculate(replace(month, providers=(Children(at_home=1),)), figures(2021)).amount == 0


def test_example_e_a_second_child_lowers_the_threshold():
    result = calculate(Month34(housing_cost=Decimal(6200), providers=(Children(at_home=2),)), figures(2024))

    assert (result.thresholds, result.amount) == ((4050,), 2150)


def test_example_f_a_couple_has_a_threshold_each():
    result = calculate(Month34(housing_cost=Decimal(9000), providers=(Children(), Children())), figures(2021))

    assert result.amount == 2700


def test_the_cap_of_the_highest_dagpenge_binds_after_three_months():
    month = Month34(housing_cost=Decimal(8000), net_income=Decimal(13000), net_on_help_alone=Decimal(13000))

    assert calculate(month, figures(2024)).amount == 4600
    assert calculate(replace(month, dagpenge_net=Decimal(14000)), figures(2024)).amount == 1000


def test_work_costs_come_off_before_the_excess_is_taken():
    month = Month34(
        housing_cost=Decimal(6400),
        net_income=Decimal(11900),
        necessary_costs=Decimal(600),
        net_on_help_alone=Decimal(9300),
    )

    assert calculate(month, figures(2021)).amount == 3250 - 2000


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        (Children(), 3150),
        (Children(at_home=1), 4600),
        (Children(elsewhere=1), 4700),
        (Children(at_home=3), 4600 - 2 * 850),
        (Children(elsewhere=2), 4700 - 700),
        (Children(at_home=1, elsewhere=1), 4600 - 700),
    ],
)
def test_the_thresholds_of_2021_are_those_of_the_order(children, expected):
    assert threshold(children, figures(2021)) == expected


@given(cost=st.integers(0, 20000), more=st.integers(0, 5000), income=st.integers(0, 30000), extra=st.integers(0, 5000))
def test_a_dearer_home_never_gives_less_and_a_higher_income_never_more(cost, more, income, extra):
    month = Month34(
        housing_cost=Decimal(cost),
        net_income=Decimal(income),
        net_on_help_alone=Decimal(9300),
        previous_net_income=Decimal(16000),
    )
    amount = calculate(month, figures(2021)).amount

    assert calculate(replace(month, housing_cost=Decimal(cost + more)), figures(2021)).amount >= amount
    assert calculate(replace(month, net_income=Decimal(income + extra)), figures(2021)).amount <= amount


@pytest.mark.parametrize("base", ["kontanthjaelp_forhoejet", "sygedagpenge", "loen", "dagpenge"])
def test_says_no_today_and_what_came_instead(base):
    answer = assess(of_base(base))

    assert (answer.verdict, answer.amount_per_month) == (Verdict.NO, 0)
    assert "ophævet" in answer.summary
    assert any("§ 81 a" in step.text for step in answer.steps)


@pytest.mark.parametrize(
    ("day", "kontanthjaelp", "others"),
    [
        (date(2025, 6, 30), Verdict.UNKNOWN, Verdict.UNKNOWN),
        (date(2025, 7, 1), Verdict.NO, Verdict.UNKNOWN),
        (date(2026, 1, 31), Verdict.NO, Verdict.UNKNOWN),
        (date(2026, 2, 1), Verdict.NO, Verdict.UNKNOWN),
        (date(2026, 6, 30), Verdict.NO, Verdict.UNKNOWN),
        (date(2026, 7, 1), Verdict.NO, Verdict.NO),
    ],
    ids=str,
)
def test_ends_first_for_kontanthjaelp_and_later_for_others(day, kontanthjaelp, others):
    assert assess(of_base("kontanthjaelp_grundsats"), day).verdict is kontanthjaelp
    assert assess(of_base("sygedagpenge"), day).verdict is others


def test_never_computes_an_estimate_after_2025():
    for day in (date(2026, 1, 15), date(2026, 3, 15)):
        answer = assess(of_base("sygedagpenge"), day)

        assert (answer.amount_per_month, answer.highest) == (None, None)


def test_claims_for_past_months_live_three_years_and_end_sooner_for_kontanthjaelp():
    others, kontanthjaelp = (assess(of_base(base)) for base in ("sygedagpenge", "kontanthjaelp_grundsats"))

    # November 2023 was paid on 30 November 2023, June 2025 on 30 June 2025, January 2026 on 30 January 2026.
    assert [look.on for look in others.look_again] == [date(2026, 11, 30), date(2029, 1, 30)]
    assert [look.on for look in kontanthjaelp.look_again] == [date(2026, 11, 30), date(2028, 6, 30)]
    assert "november 2023" in others.look_again[0].why


def test_the_first_living_month_moves_on_the_day_after_its_last():
    case = of_base("sygedagpenge")

    assert "november 2023" in assess(case, date(2026, 11, 30)).look_again[0].why
    assert "december 2023" in assess(case, date(2026, 12, 1)).look_again[0].why


def test_when_all_claims_have_lapsed_nothing_is_left_to_claim():
    answer = assess(of_base("kontanthjaelp_grundsats"), date(2028, 7, 1))

    assert (answer.verdict, answer.look_again, answer.how_to_apply) == (Verdict.NO, (), "")


def test_each_year_is_shown_with_its_own_threshold_for_this_household():
    case = family(person(1, base="sygedagpenge"), child(2, date(2018, 6, 3)), child(3, date(2024, 9, 14)), income=())

    shown = [(step.text[-4:], step.amount) for step in assess(case).steps if step.text.startswith("Grænsebeløb")]

    assert shown == [("2023", 4800), ("2024", 4950), ("2024", 4950 - 900), ("2025", 5150 - 950)]


def test_is_unknown_with_a_range_while_it_existed_because_the_earlier_income_is_not_in_the_case():
    case = replace(
        of_base("sygedagpenge", rent=6400, boligstoette=BoligstoetteNow(amount=Decimal(900))), expenses=UTILITIES
    )

    answer = assess(case, date(2021, 6, 1))

    assert (answer.verdict, answer.lowest, answer.highest) == (Verdict.UNKNOWN, 0, 3250)
    assert any("før ændringen" in note for note in answer.cannot_see)


def test_says_no_with_the_own_figure_beside_the_limit_when_the_home_is_cheap():
    answer = assess(replace(of_base("sygedagpenge", rent=2000), expenses=UTILITIES), date(2021, 6, 1))

    shown = {step.text: step.amount for step in answer.steps}
    assert answer.verdict is Verdict.NO
    assert (shown["Jeres nettoboligudgift pr. måned"], shown["Grænsebeløb pr. måned"]) == (2900, 3150)


@pytest.mark.parametrize(("rent", "missing"), [(None, "tenancy.rent_per_month"), (2000, "expenses")])
def test_says_unknown_not_no_when_part_of_the_housing_cost_is_missing(rent, missing):
    answer = assess(of_base("sygedagpenge", rent=rent), date(2021, 6, 1))

    assert answer.verdict is Verdict.UNKNOWN
    assert missing in answer.missing_facts


@pytest.mark.parametrize(
    ("base", "verdict"), [("su", Verdict.NO), ("folkepension", Verdict.NO), ("dagpenge", Verdict.UNKNOWN)]
)
def test_some_incomes_stood_outside(base, verdict):
    assert assess(of_base(base), date(2024, 6, 1)).verdict is verdict


def test_a_couple_is_outside_only_when_both_are():
    student, sick = person(1, base="su"), person(2, Role.PARTNER, base="sygedagpenge")

    assert assess(family(student, sick, income=()), date(2024, 6, 1)).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("liquid", "day", "verdict"),
    [
        (10000, date(2025, 6, 30), Verdict.UNKNOWN),
        (10001, date(2025, 6, 30), Verdict.NO),
        (15500, date(2025, 7, 1), Verdict.UNKNOWN),
        (15501, date(2025, 7, 1), Verdict.NO),
    ],
)
def test_savings_above_the_days_limit_rule_it_out(liquid, day, verdict):
    case = replace(of_base("sygedagpenge"), wealth=Wealth(liquid=Decimal(liquid)))

    assert assess(case, day).verdict is verdict


def test_asks_what_people_live_on_when_that_decides():
    case = family(replace(person(1), income_base=()), income=())

    assert assess(case, date(2026, 3, 1)).missing_facts == ("persons[p1].income_base",)


def test_answers_on_the_first_and_last_day_of_every_figure_and_the_days_around():
    rates = load_rates()["paragraf_34"]
    edges = {d for s in rates.series.values() for r in s.rates for d in (r.start, r.end)}
    case = replace(of_base("sygedagpenge"), expenses=UTILITIES)

    for day in sorted({edge + timedelta(days=n) for edge in edges for n in (-1, 0, 1)}):
        answer = assess(case, day)
        assert answer.on == day
        assert answer.summary


def test_kontanthjaelp_counts_from_the_day_it_began():
    bases = (
        IncomeBase(base="sygedagpenge", end=date(2026, 8, 31)),
        IncomeBase(base="kontanthjaelp_grundsats", start=date(2026, 9, 1)),
    )
    case = family(replace(person(1), income_base=bases), income=())

    assert assess(case).look_again[-1].on == date(2029, 1, 30)


def test_the_doubt_about_a_transition_begins_on_1_february_2026():
    case = of_base("sygedagpenge")

    assert "overgangsregel" not in assess(case, date(2026, 1, 31)).summary
    assert "overgangsregel" in assess(case, date(2026, 2, 1)).summary
