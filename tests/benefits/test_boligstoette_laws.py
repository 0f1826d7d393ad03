"""What holds for boligstøtte whatever the household: laws of nature, tried on many households and days."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from families import DAY, children, family, person
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.benefits import boligstoette
from budgetdesk.benefits.assessment import Mode, Verdict
from budgetdesk.benefits.boligstoette_facts import Facts, Scheme
from budgetdesk.benefits.boligstoette_formula import calculate, highest_income
from budgetdesk.benefits.figures import Figures
from budgetdesk.household.words import Heating, MaintenanceDuty, Role, Sharing
from budgetdesk.readers.rates import load_rates


def assess(case, day=DAY, mode=Mode.OFFICIAL):
    return boligstoette.assess(case, day, load_rates(), mode=mode)


def figures(day=DAY):
    return Figures(load_rates(), "boligstoette", day)


kroner = st.integers(0, 60000).map(Decimal)
facts = st.builds(
    Facts,
    scheme=st.sampled_from(list(Scheme)),
    mode=st.sampled_from(list(Mode)),
    heating=st.sampled_from(list(Heating)),
    water_separate=st.booleans(),
    electricity_in_rent=st.booleans(),
    maintenance_duty=st.sampled_from(list(MaintenanceDuty)),
    adults=st.integers(1, 3),
    children=st.integers(0, 5),
    income_per_month=kroner,
    net_wealth=st.integers(0, 3_000_000).map(Decimal),
    rent_per_month=st.integers(0, 20000).map(Decimal),
    area_m2=st.integers(10, 200).map(Decimal),
    bpa=st.booleans(),
    exempt_pension=st.booleans(),
    assigned=st.booleans(),
    young_rule=st.booleans(),
    sharing=st.sampled_from([Sharing.NONE, Sharing.BOFAELLESSKAB_3_4]),
)


@given(household=facts, more=st.integers(1, 9000))
def test_never_negative_and_never_falls_with_the_rent_nor_rises_with_income_or_wealth(household, more):
    used = figures()
    amount = calculate(household, used).per_month

    assert amount >= 0
    assert calculate(replace(household, rent_per_month=household.rent_per_month + more), used).per_month >= amount
    assert calculate(replace(household, income_per_month=household.income_per_month + more), used).per_month <= amount
    assert calculate(replace(household, net_wealth=household.net_wealth + 50 * more), used).per_month <= amount


@given(household=facts)
def test_the_highest_income_that_gives_something_is_the_highest(household):
    used = figures()
    award = calculate(replace(household, net_wealth=Decimal(0)), used)
    highest = highest_income(award, used)

    def pays(income):
        facts_there = replace(award.facts, income_per_month=income / Decimal(12))
        return calculate(facts_there, used).per_month > 0

    if highest is None:
        assert not pays(Decimal(0))
    else:
        assert pays(highest)
        assert not pays(highest + 1)


DAYS = st.dates(date(2016, 1, 1), date(2028, 1, 1))


homes = st.fixed_dictionaries(
    {
        "sharing": st.sampled_from([*map(str, Sharing), "kollektivt"]),
        "kind": st.sampled_from(["almen", "privat", "andel"]),
        "rent": st.one_of(st.none(), st.integers(0, 20000)),
        "assigned_by_municipality": st.booleans(),
        "own_kitchen": st.booleans(),
    }
)
bases = st.sampled_from(["loen", "folkepension", "foertidspension", "kontanthjaelp_forhoejet", "andet", ""])
others = st.sampled_from([(), (Role.PARTNER,), (Role.ROOMMATE, Role.LODGER)])


@given(day=DAYS, home=homes, income=st.one_of(st.just(()), kroner), base=bases, kids=st.integers(0, 3), roles=others)
def test_never_raises_and_every_answer_is_in_order(day, home, income, base, kids, roles):
    grown = [person(n + 10, role, base=base) for n, role in enumerate(roles)]
    answer = assess(family(person(1, base=base), *grown, *children(kids), income=income, **home), day)

    for amount in (answer.amount_per_month, answer.lowest, answer.highest):
        assert amount is None or amount >= 0
    if answer.verdict is Verdict.UNKNOWN:
        assert answer.amount_per_month is None
        assert answer.lowest is None or answer.lowest <= answer.highest
    elif answer.verdict is Verdict.YES:
        assert answer.steps[-1].amount == answer.amount_per_month > 0


HIDDEN = st.sets(st.sampled_from(["rent", "area", "heating", "income", "born", "water_separate"]), min_size=1)
known_homes = st.fixed_dictionaries(
    {
        "rent": st.integers(0, 20000),
        "area": st.integers(10, 200),
        "heating": st.sampled_from(list(Heating)),
        "income": kroner,
        "water_separate": st.booleans(),
    }
)


@given(
    hidden=HIDDEN,
    home=known_homes,
    born=st.dates(date(1990, 1, 1), date(2025, 1, 1)),
    kids=st.integers(0, 3),
    base=st.sampled_from(["loen", "folkepension", "seniorpension"]),
    mode=st.sampled_from(list(Mode)),
)
def test_the_range_holds_the_amount_whatever_the_missing_facts_turn_out_to_be(hidden, home, born, kids, base, mode):
    people = (person(1, base=base), *children(kids), replace(person(2, Role.CHILD, base=""), born=born))
    blank = {"rent": None, "area": None, "heating": None, "income": (), "water_separate": None}
    unsure = (*people[:-1], replace(people[-1], born=None)) if "born" in hidden else people
    told = assess(family(*people, **home), mode=mode)
    asked = assess(family(*unsure, **home | {key: blank[key] for key in hidden - {"born"}}), mode=mode)

    known = told.amount_per_month if told.verdict is not Verdict.UNKNOWN else told.lowest
    low = asked.amount_per_month if asked.lowest is None else asked.lowest
    high = asked.amount_per_month if asked.highest is None else asked.highest
    assert known is not None
    assert low <= known <= high
