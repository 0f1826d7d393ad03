"""Ældrecheck, varmetillæg, helbredstillæg, personligt tillæg, førtidspension: the law that a pension stands under
decides, hard limits are hard, and nothing is projected."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from families import DAY, child, family, person
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.benefits import (
    aeldrecheck,
    foertidspension,
    helbredstillaeg,
    personligt_tillaeg,
    varmetillaeg,
)
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.folkepension_standing import Standing, standing
from budgetdesk.benefits.varmetillaeg_formula import limits_on
from budgetdesk.benefits.varmetillaeg_formula import varmetillaeg as heat
from budgetdesk.household.case import Case, Income, Wealth
from budgetdesk.household.circumstances import Circumstances
from budgetdesk.household.words import Role, Tax
from budgetdesk.readers.rates import load_rates

RATES = load_rates()
ATP = Income(id="i1", person="p1", kind="atp", amount=Decimal(500), tax=Tax.GROSS)
YOUNG = date(1985, 5, 1)
SUPPLEMENTS = [varmetillaeg, helbredstillaeg, personligt_tillaeg]
KRONER = st.decimals(0, 200_000, places=2)


def pensioner(base: str = "folkepension", born: date | None = date(1950, 3, 4), **facts) -> Case:
    money = facts.pop("wealth", 0)
    situation = Circumstances(**{key: facts.pop(key) for key in list(facts) if key in Circumstances.__annotations__})
    case = family(person(1, base=base, born=born, **facts), income=(ATP,))
    return replace(case, wealth=Wealth(liquid=Decimal(money)), circumstances=situation)


@pytest.mark.parametrize(
    ("base", "born", "granted", "expected"),
    [
        ("folkepension", YOUNG, None, Standing.FOLKEPENSION),
        ("foertidspension", date(1965, 1, 1), date(2002, 12, 31), Standing.OLD_FOERTIDSPENSION),
        ("foertidspension", date(1965, 1, 1), date(2003, 1, 1), Standing.NEW_PENSION),
        ("foertidspension", date(1965, 1, 1), None, Standing.UNKNOWN),
        ("foertidspension", date(1985, 1, 2), None, Standing.NEW_PENSION),
        ("foertidspension", date(1985, 1, 1), None, Standing.UNKNOWN),
        ("seniorpension", date(1962, 1, 1), None, Standing.NEW_PENSION),
        ("loen", date(1955, 8, 1), None, Standing.REACHED),
        ("loen", YOUNG, None, Standing.TOO_YOUNG),
        ("", date(1965, 1, 1), None, Standing.UNKNOWN),
        ("", YOUNG, None, Standing.TOO_YOUNG),
        ("", None, None, Standing.UNKNOWN),
    ],
)
def test_which_law_a_person_stands_under(base, born, granted, expected):
    who = person(1, base=base, born=born, pension_granted=granted)

    assert standing(family(who), who, DAY, RATES, Figures(RATES, "social_pension", DAY)) is expected


@pytest.mark.parametrize("rule", SUPPLEMENTS)
def test_the_supplements_are_for_folkepension_and_foertidspension_before_2003_alone(rule):
    new = pensioner("foertidspension", date(1965, 1, 1), pension_granted=date(2010, 1, 1), heating_cost=Decimal(9000))
    old = replace(new, persons=(replace(new.persons[0], pension_granted=date(2001, 1, 1)),))

    no = rule.assess(new, DAY, RATES)
    assert no.verdict is Verdict.NO
    assert "§§ 81-85" in no.steps[0].text
    assert no.look_again[0].on == date(2033, 1, 1)
    assert rule.assess(old, DAY, RATES).verdict is not Verdict.NO


@pytest.mark.parametrize("rule", SUPPLEMENTS)
def test_asks_what_the_pension_is_before_it_says_no(rule):
    undated = rule.assess(pensioner("foertidspension", date(1965, 1, 1)), DAY, RATES)
    unsaid = rule.assess(pensioner("", None), DAY, RATES)

    assert undated.verdict is unsaid.verdict is Verdict.UNKNOWN
    assert "persons[p1].pension_granted" in undated.missing_facts
    assert "persons[p1].income_base" in unsaid.missing_facts


@pytest.mark.parametrize(("wealth", "verdict"), [("107999.99", Verdict.YES), ("108000", Verdict.NO)])
def test_the_wealth_limit_of_2026_is_hard(wealth, verdict):
    case = pensioner(wealth=wealth, health_cost=Decimal(1000))

    for rule in (aeldrecheck, helbredstillaeg):
        answer = rule.assess(case, DAY, RATES)
        assert answer.verdict is verdict
        assert [s.amount for s in answer.steps[:2]] == [Decimal(wealth), 108_000]


def test_wealth_does_not_matter_for_varmetillaeg():
    rich = pensioner(wealth=500_000, heating_cost=Decimal(14_000))

    assert varmetillaeg.assess(rich, DAY, RATES).verdict is Verdict.UNKNOWN


@given(st.integers(0, 100), KRONER, KRONER)
def test_aeldrecheck_is_nothing_from_the_limit_on_and_never_negative(percent, liquid, limit):
    found = aeldrecheck.aeldrecheck(Decimal(26_900), percent, liquid=liquid, limit=limit)

    assert found == (0 if liquid >= limit else Decimal(269) * percent)


def test_a_new_pensioner_gets_aeldrecheck_from_the_next_january():
    answer = aeldrecheck.assess(pensioner(pension_granted=date(2026, 1, 2)), DAY, RATES)

    assert answer.verdict is Verdict.NO
    assert answer.look_again[0].on == date(2027, 1, 1)
    assert aeldrecheck.assess(pensioner(pension_granted=date(2026, 1, 1)), DAY, RATES).verdict is Verdict.YES


def test_a_young_worker_is_told_the_first_january_with_folkepension():
    answer = aeldrecheck.assess(pensioner("loen", date(1963, 5, 1)), DAY, RATES)

    assert answer.verdict is Verdict.NO
    assert answer.look_again[0].on == date(2032, 1, 1)


def test_both_of_a_couple_get_their_own_aeldrecheck():
    pair = family(
        person(1, base="folkepension", born=date(1950, 3, 4)),
        person(2, Role.PARTNER, base="folkepension", born=date(1951, 3, 4)),
        income=(ATP, replace(ATP, id="i2", person="p2")),
    )

    assert aeldrecheck.assess(pair, DAY, RATES).amount_per_month == Decimal("4483.33")


def test_aeldrecheck_is_a_range_while_the_pensions_are_after_tax():
    case = replace(pensioner(), income=(replace(ATP, amount=Decimal(4000), tax=Tax.NET),))
    answer = aeldrecheck.assess(case, DAY, RATES)

    assert answer.verdict is Verdict.UNKNOWN
    assert answer.lowest < answer.highest
    assert answer.missing_facts == ("income[i1].amount",)


def heating_2021(*, pair: bool, extra_adults: int = 0):
    return limits_on(Figures(RATES, "social_pension", date(2021, 5, 1)), pair=pair, extra_adults=extra_adults)


@pytest.mark.parametrize(
    ("cost", "percent", "expected"),
    [(14_600, 80, 5320), (5_400, 100, 0), (13_600, 100, 6150), (18_200, 100, 8450), (22_500, 100, 9525)],
)
def test_varmetillaeg_of_2021_covers_three_slices(cost, percent, expected):
    """14.600 kr. and 80 per cent is the worked example; 9.524 a year is the published highest amount."""
    assert heat(Decimal(cost), heating_2021(pair=False), percent) == expected


def test_varmetillaeg_of_2021_ends_at_the_published_highest_amounts():
    figures = Figures(RATES, "social_pension", date(2021, 5, 1))

    for pair, name in ((False, "varme_hoejeste_enlig"), (True, "varme_hoejeste_par")):
        assert abs(heat(Decimal(99_999), heating_2021(pair=pair), 100) - figures.compare(name)) <= 1


def test_a_third_adult_lifts_the_upper_limit():
    assert heating_2021(pair=True, extra_adults=1).c == 29_200


@given(KRONER, KRONER, st.integers(0, 100), st.integers(0, 100))
def test_varmetillaeg_is_never_negative_and_rises_with_cost_and_percent(one, other, low, high):
    limits = heating_2021(pair=True)
    (less, more), (low, high) = sorted((one, other)), sorted((low, high))

    assert 0 <= heat(less, limits, low) <= heat(more, limits, low) <= heat(more, limits, high)


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025, 2026])
@pytest.mark.parametrize("cost", ["100", "5000", "6300", "9000", "40000"])
def test_varmetillaeg_is_never_projected(year, cost):
    """No amount for any year whose limits are not known, and no NO that rests on an own payment nobody confirmed."""
    answer = varmetillaeg.assess(pensioner(heating_cost=Decimal(cost)), date(year, 11, 20), RATES)

    confirmed = {2022: 5500, 2023: 5600}
    below = year in confirmed and Decimal(cost) <= confirmed[year]
    assert answer.verdict is (Verdict.NO if below else Verdict.UNKNOWN)
    assert (answer.lowest, answer.highest) == (None, None)
    assert answer.amount_per_month == (0 if below else None)
    assert "kan være relevant" in answer.summary or below


def test_varmetillaeg_says_that_boligydelse_lowers_it():
    case = pensioner(heating_cost=Decimal(14_000))
    texts = [step.text for step in varmetillaeg.assess(case, DAY, RATES).steps]
    none = replace(
        case, tenancy=replace(case.tenancy, boligstoette=replace(case.tenancy.boligstoette, amount=Decimal(0)))
    )

    assert "Tillægget nedsættes, hvis I får boligydelse" in texts
    assert "Tillægget nedsættes, hvis I får boligydelse" not in [
        step.text for step in varmetillaeg.assess(none, DAY, RATES).steps
    ]


def test_asks_for_the_heating_cost_first():
    assert varmetillaeg.assess(pensioner(), DAY, RATES).missing_facts == ("circumstances.heating_cost",)


@given(KRONER, st.integers(0, 100))
def test_helbredstillaeg_never_pays_more_than_its_share(own, percent):
    found = helbredstillaeg.helbredstillaeg(own, percent, Decimal(85))

    assert 0 <= found <= own * Decimal("0.85") + Decimal("0.005")


def test_helbredstillaeg_for_one_of_two_is_a_range_because_the_bills_may_be_the_others():
    pair = family(
        person(1, base="folkepension", born=date(1950, 3, 4)), person(2, Role.PARTNER, born=YOUNG), income=(ATP,)
    )
    answer = helbredstillaeg.assess(replace(pair, circumstances=Circumstances(health_cost=Decimal(1200))), DAY, RATES)

    assert (answer.verdict, answer.lowest, answer.highest) == (Verdict.UNKNOWN, 0, 85)


FACTS = {
    "treatment_needed": (None, True, False),
    "other_way_to_pay": (None, True, False),
    "changed": (None, True, False),
    "socially_exposed": (None, True, False),
}


@pytest.mark.parametrize("combination", list(product(*FACTS.values())))
def test_personligt_tillaeg_is_never_no_by_what_the_checklist_asks(combination):
    case = pensioner(**dict(zip(FACTS, combination, strict=True)))

    assert personligt_tillaeg.assess(case, DAY, RATES).verdict is Verdict.UNKNOWN


def test_personligt_tillaeg_is_no_where_the_percentage_is_0():
    rich = replace(pensioner(), income=(replace(ATP, amount=Decimal(20_000)),))

    assert personligt_tillaeg.assess(rich, DAY, RATES).verdict is Verdict.NO


@pytest.mark.parametrize(
    ("born", "verdict"),
    [
        (date(2008, 11, 21), Verdict.NO),
        (date(2008, 11, 20), Verdict.UNKNOWN),
        (date(1959, 11, 21), Verdict.UNKNOWN),
        (date(1959, 11, 20), Verdict.NO),
        (None, Verdict.UNKNOWN),
    ],
)
def test_foertidspension_is_open_from_18_to_the_pension_age(born, verdict):
    assert foertidspension.assess(pensioner("loen", born), DAY, RATES).verdict is verdict


def test_foertidspension_with_other_income_is_a_range_because_the_allowance_is_not_known():
    case = replace(
        pensioner("foertidspension", YOUNG, pension_granted=date(2015, 1, 1)),
        income=(Income(id="i1", person="p1", kind="loen", amount=Decimal(5000), tax=Tax.GROSS),),
    )
    answer = foertidspension.assess(case, DAY, RATES)

    assert (answer.verdict, answer.lowest, answer.highest) == (Verdict.UNKNOWN, 20_553, 22_053)


def test_foertidspension_before_2003_gives_no_amount():
    answer = foertidspension.assess(
        pensioner("foertidspension", date(1965, 1, 1), pension_granted=date(2001, 1, 1)), DAY, RATES
    )

    assert (answer.verdict, answer.amount_per_month, answer.highest) == (Verdict.UNKNOWN, None, None)
    assert answer.variant == "modtages"


def test_children_at_home_change_nothing_for_pensioners():
    case = pensioner(heating_cost=Decimal(14_000), health_cost=Decimal(1200))
    with_child = replace(case, persons=(*case.persons, child(3)))

    for rule in (*SUPPLEMENTS, aeldrecheck, foertidspension):
        one, other = rule.assess(case, DAY, RATES), rule.assess(with_child, DAY, RATES)
        assert (one.verdict, one.amount_per_month) == (other.verdict, other.amount_per_month)


def test_foertidspension_turns_into_folkepension_at_the_age():
    answer = foertidspension.assess(pensioner("foertidspension", date(1959, 11, 20)), DAY, RATES)

    assert answer.verdict is Verdict.NO
    assert "bliver til folkepension" in answer.look_again[0].why
