"""Worked examples of boligstøtte from outside our code, and the branches that only the law's text covers."""

from datetime import date
from decimal import Decimal

import pytest
from families import DAY, child, children, family, person

from budgetdesk.benefits import boligstoette
from budgetdesk.benefits.assessment import Mode, Verdict
from budgetdesk.benefits.boligstoette_facts import Facts, Scheme
from budgetdesk.benefits.boligstoette_formula import calculate, wealth_addition
from budgetdesk.benefits.boligstoette_rent import ceiling
from budgetdesk.benefits.figures import Figures
from budgetdesk.household.words import Heating, MaintenanceDuty, Role
from budgetdesk.readers.rates import load_rates


def amount(case, day=DAY, mode=Mode.OFFICIAL):
    answer = boligstoette.assess(case, day, load_rates(), mode=mode)
    assert answer.verdict is not Verdict.UNKNOWN, answer
    return answer.amount_per_month


EARLY_RETIREE = person(1, base="foertidspension", pension_granted=date(2015, 3, 1))
PENSIONER = person(1, base="folkepension", born=date(1950, 1, 1))
PENSIONERS = (PENSIONER, person(2, Role.PARTNER, base="folkepension", born=date(1951, 1, 1)))


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        pytest.param(family(person(1), child(2), income=22000, rent=8000, area=75), 3526, id="single, 1 child"),
        pytest.param(family(person(1), *children(3), income=25000, rent=10500, area=110), 4201, id="single, 3"),
        pytest.param(
            family(person(1), person(2, Role.PARTNER), *children(5), income=30000, rent=11500, area=140),
            4905,
            id="couple, 5 children",
        ),
        pytest.param(
            family(person(1), income=13000, rent=6200, area=58, heating=Heating.IN_RENT), 843, id="heat in the rent"
        ),
        pytest.param(family(EARLY_RETIREE, income=20000, rent=6200, area=58), 2776, id="foertidspension from 2015"),
        pytest.param(family(PENSIONER, income=16273, rent=5900, area=62), 4324, id="single pensioner"),
        pytest.param(family(*PENSIONERS, income=27622, rent=8400, area=90), 4263, id="two pensioners"),
        pytest.param(family(PENSIONER, income=16273, rent=5900, area=62, wealth=1400000), 4013, id="with wealth"),
    ],
)
def test_agrees_with_the_sums_worked_by_hand(case, expected):
    assert amount(case) == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        pytest.param((person(1),), 1194, id="no pension, no children"),
        pytest.param((person(1), child(2)), 4201, id="1 child"),
        pytest.param((person(1), *children(3)), 4201, id="3 children"),
        pytest.param((person(1), *children(4)), 5251, id="4 children"),
        pytest.param((EARLY_RETIREE,), 4201, id="new foertidspension, no children"),
        pytest.param((EARLY_RETIREE, *children(4)), 5251, id="new foertidspension, 4 children"),
        pytest.param((PENSIONER,), 4969, id="folkepension"),
        pytest.param((PENSIONER, *children(4)), 6211, id="folkepension, 4 children"),
    ],
)
def test_the_highest_amounts_are_those_borger_dk_prints_for_2026(people, expected):
    assert amount(family(*people, income=0, rent=15000, area=60)) == expected


@pytest.mark.parametrize(("count", "expected"), [(0, 4563), (4, 5704)])
def test_the_highest_boligydelse_is_what_borger_dk_printed_for_2024(count, expected):
    assert amount(family(PENSIONER, *children(count), income=0, rent=15000, area=60), date(2024, 6, 1)) == expected


@pytest.mark.parametrize(("count", "expected"), [(0, 1008), (3, 3543), (4, 4429)])
def test_the_highest_boligsikring_is_what_the_papers_printed_for_2018(count, expected):
    born = [child(n + 2, date(2012, 1, 1)) for n in range(count)]

    assert amount(family(person(1), *born, income=0, rent=15000, area=60), date(2018, 2, 1)) == expected


@pytest.mark.parametrize(("count", "expected"), [(1, 3330), (2, 4000)])
def test_the_second_child_raises_the_income_limit_and_the_first_does_not(count, expected):
    # Boligudgift 80.000 a year and income 215.000 a year: 39.954 with one child, 48.000 with two.
    rent = (Decimal(80000) - 60 * Decimal(35)) / 12

    assert amount(family(person(1), *children(count), income=Decimal(215000) / 12, rent=rent, area=60)) == expected


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("boligsikring", (95500, 100300, 105100, 109800, 114600)),
        ("boligydelse", (113000, 118700, 124300, 130000, 135600)),
    ],
)
def test_the_ceiling_of_the_rent_rises_with_children_to_the_nearest_hundred(scheme, expected):
    figures = Figures(load_rates(), "boligstoette", DAY)

    found = tuple(ceiling(Facts(scheme=Scheme(scheme), children=count), figures) for count in range(5))

    assert found == expected
    assert ceiling(Facts(scheme=Scheme(scheme), children=9), figures) == expected[-1]


@pytest.mark.parametrize(("scheme", "expected"), [("boligsikring", 143300), ("boligydelse", 169500)])
def test_the_ceiling_of_the_rent_rises_by_half_for_disability(scheme, expected):
    facts = Facts(scheme=Scheme(scheme), bpa=True, children=4)

    assert ceiling(facts, Figures(load_rates(), "boligstoette", DAY)) == expected


class Recorder(Figures):
    """Remembers by name what the answer was said to rest on."""

    def __init__(self) -> None:
        super().__init__(load_rates(), "boligstoette", DAY)
        self.named: set[str] = set()

    def rest_on(self, name: str, *, law: str = "") -> None:
        self.named.add(name)
        super().rest_on(name, law=law)


@pytest.mark.parametrize(
    ("facts", "decides"),
    [
        ({"rent_per_month": 20000, "children": 1}, "boligsikring_hoejst"),
        ({"rent_per_month": 20000, "children": 1}, "boligsikring_boligudgift_hoejst"),
        ({"rent_per_month": 20000, "children": 1}, "boligudgift_boern_1"),
        ({"rent_per_month": 20000, "children": 4}, "hoejst_mange_boern"),
        ({"rent_per_month": 8000}, "boligsikring_loft_uden_boern"),
        ({"rent_per_month": 2800, "children": 1}, "boligsikring_egenbetaling"),
        ({"rent_per_month": 2400, "children": 1}, "boligsikring_mindstebeloeb"),
    ],
)
def test_the_answer_rests_on_the_ceilings_that_are_reached_and_on_no_others(facts, decides):
    reached, ordinary = Recorder(), Recorder()
    rent = Decimal(facts.pop("rent_per_month"))

    calculate(Facts(rent_per_month=rent, area_m2=Decimal(60), **facts), reached)
    middling = Facts(rent_per_month=Decimal(6000), income_per_month=Decimal(20000), area_m2=Decimal(60), children=1)
    calculate(middling, ordinary)

    assert decides in reached.named
    assert decides not in ordinary.named


def test_a_flat_of_75_m2_counts_as_65_for_one_person():
    answer = boligstoette.assess(family(rent=7500, area=75), DAY, load_rates())

    cost = {step.text: step.amount for step in answer.steps}
    assert cost["Boligudgift pr. år for 65 af boligens 75 m²"] == ((7500 * 12 + 75 * 35) * Decimal(65) / 75).quantize(
        Decimal("0.01")
    )


def test_the_own_payment_binds_where_the_rent_is_low():
    # Boligudgift 27.000, income 100.000 a year: 27.000 - 21.300 = 5.700 a year.
    rent = (Decimal(27000) - 40 * Decimal("41.50")) / 12

    assert amount(family(PENSIONER, income=Decimal(100000) / 12, rent=rent, area=40)) == 475


def test_what_is_below_the_minimum_is_not_paid_and_the_answer_says_so():
    # 22.000 - 21.300 = 700 a year, below the minimum.
    rent = (Decimal(22000) - 40 * Decimal("41.50")) / 12
    answer = boligstoette.assess(family(PENSIONER, income=Decimal(100000) / 12, rent=rent, area=40), DAY, load_rates())

    assert (answer.verdict, answer.amount_per_month) == (Verdict.NO, 0)
    assert any("Mindste beløb" in step.text and step.amount == 4380 for step in answer.steps)


def test_exactly_the_minimum_is_paid_and_a_krone_less_is_not():
    # Boligudgift 32.396 less the own payment 28.700 is 3.696 a year, the minimum: 308 a month.
    rent = (Decimal(32396) - 40 * Decimal(35)) / 12

    assert amount(family(person(1), child(2), income=0, rent=rent, area=40)) == 308
    assert amount(family(person(1), child(2), income=0, rent=rent - Decimal(1) / 12, area=40)) == 0


@pytest.mark.parametrize(("wealth", "expected"), [(1560300, 50000), (2220800, 126050), (1060300, 0), (1060301, "0.1")])
def test_wealth_above_the_limits_counts_as_income(wealth, expected):
    facts = Facts(scheme=Scheme.BOLIGYDELSE, net_wealth=Decimal(wealth))

    assert wealth_addition(facts, Figures(load_rates(), "boligstoette", DAY)) == Decimal(expected)


def test_bpa_and_a_suited_home_raise_the_highest_amount_by_half_and_lift_the_15_per_cent():
    bpa = person(1, flags=("bpa",))
    impaired = person(1, flags=("mobility_impaired",))

    assert amount(family(bpa, income=0, rent=20000, area=60)) == 6302
    assert amount(family(impaired, income=0, rent=20000, area=60, suited_for_mobility_impaired=True)) == 6302
    assert amount(family(impaired, income=0, rent=20000, area=60)) == 1194


def test_a_suited_home_counts_ten_square_metres_more():
    impaired = person(1, base="folkepension", flags=("mobility_impaired",))
    suited = family(impaired, income=25000, rent=6000, area=75, suited_for_mobility_impaired=True)
    not_suited = family(impaired, income=25000, rent=6000, area=75)

    assert not any("af boligens" in s.text for s in boligstoette.assess(suited, DAY, load_rates()).steps)
    assert any("65 af boligens 75 m²" in s.text for s in boligstoette.assess(not_suited, DAY, load_rates()).steps)


def test_a_pensioner_whom_the_municipality_gave_the_home_has_no_ceiling():
    case = family(PENSIONER, income=16000, rent=14000, area=60, assigned_by_municipality=True)
    cost = 14000 * 12 + 60 * Decimal("41.50")

    # 75 % of (cost + 8.500); the income is below the limit; own payment 21.300 leaves more than that.
    assert amount(case) == round((cost + 8500) * Decimal("0.75") / 12)
    assert amount(family(person(1), child(2), income=0, rent=14000, area=60, assigned_by_municipality=True)) == 4201


def test_old_foertidspension_gives_boligydelse_and_new_does_not():
    old = person(1, base="foertidspension", pension_granted=date(2002, 12, 31))
    new = person(1, base="foertidspension", pension_granted=date(2003, 1, 1))

    assert boligstoette.assess(family(old), DAY, load_rates()).variant == "boligydelse"
    assert boligstoette.assess(family(new), DAY, load_rates()).variant == "boligsikring"


def test_a_lodger_does_not_count_but_the_room_and_the_rent_from_it_come_off():
    lodger = person(2, Role.LODGER, base="loen")
    with_lodger = family(
        person(1),
        child(3),
        lodger,
        income=24000,
        rent=10000,
        area=85,
        lodger_area_m2=Decimal(15),
        lodger_rent=Decimal(3000),
    )
    without = family(person(1), child(3), income=24000, rent=7000, area=70)

    assert amount(with_lodger) == amount(without)


def test_a_room_mate_counts_as_one_of_the_household():
    alone = family(person(1), rent=8000, area=85)
    mate = family(person(1), person(2, Role.ROOMMATE), rent=8000, area=85)

    assert amount(mate) > amount(alone)


def test_a_child_counts_until_the_day_it_turns_18():
    case = family(person(1), child(2, date(2008, 11, 20)), income=15000, rent=8000, area=60)

    assert amount(case, date(2026, 11, 19)) == 4201 - 4201 + amount(
        family(person(1), child(2), income=15000, rent=8000, area=60)
    )
    assert amount(case, date(2026, 11, 20)) == 1194


def test_full_mode_adds_water_and_maintenance_and_takes_off_electricity():
    home = {
        "water_separate": True,
        "maintenance_duty": MaintenanceDuty.FULL,
        "electricity_in_rent": True,
        "hot_water_in_rent": True,
    }
    case = family(person(1), child(2), income=26000, rent=7000, area=70, **home)
    cost = 7000 * 12 + 70 * (35 - 29 - 69 + Decimal("15.25") + 22 + 69)
    year = cost * Decimal("0.60") - (26000 * 12 - 170300) * Decimal("0.18")

    assert amount(case, mode=Mode.FULL) == round(round(year) / Decimal(12))
    assert amount(case) == amount(family(person(1), child(2), income=26000, rent=7000, area=70))


def test_full_mode_lets_the_hot_water_follow_the_heating_unless_told():
    home = {"heating": Heating.IN_RENT, "water_separate": False}
    case = family(person(1), child(2), income=26000, rent=7000, area=70, **home)

    assert amount(case, mode=Mode.FULL) == amount(case)


def test_partial_maintenance_adds_the_partial_supplement():
    none = family(person(1), child(2), income=26000, rent=7000, area=70, water_separate=False)
    partial = family(
        person(1),
        child(2),
        income=26000,
        rent=7000,
        area=70,
        water_separate=False,
        maintenance_duty=MaintenanceDuty.PARTIAL,
    )

    assert amount(partial, mode=Mode.FULL) - amount(none, mode=Mode.FULL) in (119, 120)  # 70 x 34,25 x 60 % / 12
    assert amount(partial) == amount(none)
