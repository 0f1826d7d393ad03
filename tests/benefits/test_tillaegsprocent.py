"""Den personlige tillægsprocent: exact in its steps, between 0 and 100, and never rising with income."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from families import DAY, family, person
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.tillaegsprocent import percent_of, tillaegsprocent
from budgetdesk.benefits.tillaegsprocent_income import other_income
from budgetdesk.household.case import Case, Income
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Role, Tax
from budgetdesk.readers.rates import load_rates

AMOUNTS = st.decimals(0, 400_000, places=2)
SINGLE_2026 = {"bund": Decimal(35_700), "trin": Decimal(635)}


def pensioner(number: int = 1, role: Role = Role.TENANT, **facts):
    return person(number, role, "folkepension", born=date(1950, 3, 4), **facts)


def yearly(kind: str, amount: int | str, who: str = "p1", **facts) -> Income:
    return Income(
        id=f"{kind}-{who}",
        person=who,
        kind=kind,
        amount=Decimal(amount),
        rhythm=Rhythm.YEARLY,
        **{"tax": Tax.GROSS, **facts},
    )


def percent(case: Case, day: date = DAY):
    return percent_of(case, day, Figures(load_rates(), "social_pension", day))


@pytest.mark.parametrize(
    ("year", "who", "bund", "trin", "zero"),
    [
        (2024, "enlig", 35_100, 583, 93_400),
        (2025, "enlig", 35_200, 606, 95_800),
        (2026, "enlig", 35_700, 635, 99_200),
        (2024, "par", 69_400, 1_177, 187_100),
        (2025, "par", 69_700, 1_223, 192_000),
        (2026, "par", 70_600, 1_282, 198_800),
    ],
)
def test_ends_at_the_published_zero_point_of_the_year(year, who, bund, trin, zero):
    figures = Figures(load_rates(), "social_pension", date(year, 7, 1))
    found = {name: figures.take(f"tillaegsprocent_{name}_{who}") for name in ("bund", "trin")}

    assert found == {"bund": bund, "trin": trin}
    assert tillaegsprocent(Decimal(zero), **found) == 0
    assert tillaegsprocent(zero - Decimal("0.01"), **found) == 1
    assert zero == figures.compare(f"fradrag_{who}")


@pytest.mark.parametrize(
    ("income", "expected"),
    [("0", 100), ("35700", 100), ("36334.99", 100), ("36335", 99), ("52000", 75), ("98564.99", 2), ("98565", 1)],
)
def test_falls_by_one_for_each_whole_step(income, expected):
    assert tillaegsprocent(Decimal(income), **SINGLE_2026) == expected


@given(AMOUNTS, AMOUNTS, st.integers(0, 80_000), st.integers(1, 2_000))
def test_stays_between_0_and_100_and_never_rises_with_income(one, other, bund, trin):
    less, more = sorted((one, other))
    at_less, at_more = (tillaegsprocent(each, bund=Decimal(bund), trin=Decimal(trin)) for each in (less, more))

    assert 0 <= at_more <= at_less <= 100


def test_a_couples_incomes_count_together_against_the_couples_step():
    pair = family(
        pensioner(), pensioner(2, Role.PARTNER), income=(yearly("atp", 50_000), yearly("privat_pension", 46_240, "p2"))
    )

    assert percent(pair).most == 80
    assert percent(pair).known


@pytest.mark.parametrize("kind", ["loen", "feriepenge", "efterloen", "dagpenge", "sygedagpenge"])
def test_own_work_income_is_left_out_since_2023(kind):
    case = family(pensioner(), income=(yearly("atp", 12_000), yearly(kind, 200_000)))

    assert other_income(case, date(2023, 1, 1)).most == 12_000
    assert other_income(case, date(2022, 12, 31)).most == 212_000


def test_a_partners_wage_is_left_out_and_a_partners_benefits_since_2025_are_in_doubt():
    pair = family(pensioner(), person(2, Role.PARTNER), income=(yearly("atp", 12_000), yearly("loen", 300_000, "p2")))
    benefits = replace(pair, income=(yearly("atp", 12_000), yearly("dagpenge", 200_000, "p2")))

    assert other_income(pair, DAY).most == 12_000
    assert other_income(benefits, date(2024, 12, 31)).most == 12_000
    assert (other_income(benefits, DAY).least, other_income(benefits, DAY).most) == (12_000, 212_000)
    assert other_income(benefits, DAY).missing == ("income[dagpenge-p2].kind",)


def test_asks_for_atp_where_a_pensioner_has_no_other_income_at_all():
    assert percent(family(pensioner(), income=())).missing == ("income",)
    assert percent(family(pensioner(), income=(yearly("atp", 0),))).least == 100


def test_a_pension_after_tax_gives_a_range_and_asks_for_the_amount_before_tax():
    found = percent(family(pensioner(), income=(yearly("privat_pension", 52_000, tax=Tax.NET),)))

    assert (found.least, found.most) == (0, 75)
    assert found.missing == ("income[privat_pension-p1].amount",)


def test_yearly_income_is_not_rounded_on_its_way_through_a_month():
    assert percent(family(pensioner(), income=(yearly("privat_pension", 36_335),))).most == 99
