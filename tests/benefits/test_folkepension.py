"""Folkepension: the age by the day of birth, the amount by the year, and what is missing beside what is paid."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from families import DAY, family, person
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.benefits import folkepension
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.folkepension_age import pension_age, pension_day
from budgetdesk.benefits.folkepension_compared import Compared, compare
from budgetdesk.benefits.folkepension_expected import Place, place
from budgetdesk.benefits.folkepension_formula import Pensioner, monthly, residence_share
from budgetdesk.household.case import Income
from budgetdesk.household.words import Role, Tax
from budgetdesk.readers.rates import load_rates

RATES = load_rates()
OLD = date(1955, 7, 3)


def figures(day: date = DAY) -> Figures:
    return Figures(RATES, "social_pension", day)


def gross(kind: str, amount: int, who: str = "p1") -> Income:
    return Income(id=f"{kind}-{who}", person=who, kind=kind, amount=Decimal(amount), tax=Tax.GROSS)


@pytest.mark.parametrize(
    ("born", "age", "reached"),
    [
        (date(1953, 12, 31), "65", date(2018, 12, 31)),
        (date(1954, 1, 1), "65.5", date(2019, 7, 1)),
        (date(1954, 8, 31), "66", date(2020, 8, 31)),
        (date(1955, 3, 31), "66.5", date(2021, 10, 1)),
        (date(1955, 7, 1), "67", date(2022, 7, 1)),
        (date(1960, 2, 29), "67", date(2027, 3, 1)),
        (date(1962, 12, 31), "67", date(2029, 12, 31)),
        (date(1963, 1, 1), "68", date(2031, 1, 1)),
        (date(1966, 12, 31), "68", date(2034, 12, 31)),
        (date(1967, 1, 1), "69", date(2036, 1, 1)),
    ],
)
def test_the_age_follows_the_day_of_birth(born, age, reached):
    assert pension_age(born, RATES, figures()) == Decimal(age)
    assert pension_day(born, RATES, figures()) == reached


def test_is_relevant_from_the_very_day_the_age_is_reached():
    eve, birthday = date(2026, 11, 19), date(2026, 11, 20)
    worker = person(1, born=date(1959, 11, 20), residence_years=60)

    case = family(worker, income=(gross("loen", 30_000),))

    assert folkepension.assess(case, eve, RATES).verdict is Verdict.NO
    answer = folkepension.assess(case, birthday, RATES)
    assert answer.verdict is Verdict.YES
    assert "alderen er nået" in answer.summary


def test_a_no_says_the_own_age_the_limit_and_the_day():
    answer = folkepension.assess(family(person(1, born=date(1963, 5, 1))), DAY, RATES)

    assert [step.text for step in answer.steps] == ["Alder i dag: 63 år. Folkepensionsalder: 68 år"]
    assert answer.look_again[0].on == date(2031, 5, 1)


def test_an_age_that_nobody_has_read_in_the_law_is_vejledende():
    assert folkepension.assess(family(person(1, born=date(1985, 5, 1))), DAY, RATES).vejledende


@pytest.mark.parametrize(
    ("base", "born", "expected"),
    [
        ("folkepension", OLD, Place.GETS_IT),
        ("folkepension", None, Place.GETS_IT),
        ("loen", OLD, Place.MISSING),
        ("foertidspension", OLD, Place.MISSING),
        ("", OLD, Place.MAYBE),
        ("loen", None, Place.MAYBE),
        ("loen", date(1985, 5, 1), Place.TOO_YOUNG),
    ],
)
def test_places_a_person_by_birth_and_by_what_is_lived_on(base, born, expected):
    assert place(family(person(1, base=base, born=born)), person(1, base=base, born=born), DAY, RATES, figures()) is (
        expected
    )


def test_asks_for_the_years_in_denmark_and_gives_the_range():
    answer = folkepension.assess(family(person(1, born=OLD), income=(gross("loen", 30_000),)), DAY, RATES)

    assert answer.verdict is Verdict.UNKNOWN
    assert (answer.lowest, answer.highest) == (0, 16_273)
    assert answer.missing_facts == ("persons[p1].residence_years",)


def test_asks_for_the_day_of_birth_first_where_it_is_missing():
    answer = folkepension.assess(family(person(1, born=None)), DAY, RATES)

    assert answer.verdict is Verdict.UNKNOWN
    assert answer.missing_facts[0] == "persons[p1].born"


def test_a_partner_who_gets_it_does_not_hide_one_who_does_not():
    pair = family(
        person(1, base="folkepension", born=OLD, residence_years=60),
        person(2, Role.PARTNER, born=OLD, residence_years=60),
        income=(gross("atp", 500), gross("folkepension", 12_011)),
    )
    answer = folkepension.assess(pair, DAY, RATES)

    assert answer.variant == ""
    assert answer.amount_per_month == 12_011


@pytest.mark.parametrize(
    ("years", "reached", "share"),
    [
        (40, date(2025, 6, 30), "1"),
        (30, date(2025, 6, 30), "0.75"),
        (46, date(2025, 7, 1), "0.9829"),
        (47, date(2025, 7, 1), "1"),
        (0, date(2025, 7, 1), "0"),
    ],
)
def test_nine_tenths_of_the_years_from_15_give_a_full_pension_since_july_2025(years, reached, share):
    found = residence_share(years, reached, Decimal(67), RATES, figures())

    assert round(found, 4) == Decimal(share)


@pytest.mark.parametrize(
    ("who", "taken_off"),
    [
        (Pensioner(alone=True, other_income=Decimal(111_200)), Decimal("3708")),  # 12.000 x 30,9 %
        (Pensioner(alone=False, other_income=Decimal(210_800)), Decimal("3840")),  # 12.000 x 32 %
        (Pensioner(alone=False, both_have_pension=True, other_income=Decimal(210_800)), Decimal("1920")),
    ],
)
def test_other_income_takes_off_the_share_of_the_law_per_year(who, taken_off):
    full = monthly(replace(who, other_income=Decimal(0)), figures())

    assert full - monthly(who, figures()) == taken_off / 12


@given(
    st.booleans(),
    st.booleans(),
    st.decimals(0, 2_000_000, places=2),
    st.decimals(0, 2_000_000, places=2),
    st.decimals(0, 1, places=3),
    st.integers(2023, 2026),
)
def test_the_pension_is_never_negative_and_never_rises_with_other_income(alone, both, one, other, share, year):
    less, more = sorted((one, other))
    amounts = [
        monthly(Pensioner(alone, both, income, share), figures(date(year, 6, 1))) for income in (Decimal(0), less, more)
    ]

    assert amounts == sorted(amounts, reverse=True)
    assert amounts[-1] >= 0


@pytest.mark.parametrize(
    ("paid", "expected"),
    [
        (None, Compared.CANNOT_SEE),
        (989, Compared.TOO_LOW),
        (990, Compared.CANNOT_SEE),
        (1990, Compared.FITS),
        (2010, Compared.FITS),
        (2011, Compared.TOO_HIGH),
    ],
)
def test_what_is_paid_fits_within_ten_kroner(paid, expected):
    paid = None if paid is None else Decimal(paid)

    assert compare(paid, Decimal(1000), Decimal(2000), Decimal(10)) is expected


def test_a_pension_that_is_too_low_leads_to_a_new_calculation():
    owner = person(1, base="folkepension", born=OLD, residence_years=60)
    case = family(owner, income=(gross("atp", 500), gross("folkepension", 15_000)))
    answer = folkepension.assess(case, DAY, RATES)

    assert "ser lav ud" in answer.summary
    assert answer.amount_per_month == 16_273


def test_a_pension_paid_in_full_needs_no_question_about_years_in_denmark():
    owner = person(1, base="folkepension", born=OLD)
    case = family(owner, income=(gross("atp", 500), gross("folkepension", 16_273)))
    answer = folkepension.assess(case, DAY, RATES)

    assert answer.verdict is Verdict.YES
    assert answer.missing_facts == ()
