"""Laws of nature for pension and special help: nothing raises, nothing is negative, and what becomes known later never
contradicts what was said while it was not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import examples

from budgetdesk.benefits import (
    aeldrecheck,
    foertidspension,
    folkepension,
    helbredstillaeg,
    huslejehjaelp_2026,
    paragraf_81,
    paragraf_81_a,
    paragraf_82,
    paragraf_82_a,
    paragraf_85,
    personligt_tillaeg,
    varmetillaeg,
)
from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.household import paths
from budgetdesk.household.case import Arrears, ArrearsRow, Case, Income, IncomeBase, Person, Wealth
from budgetdesk.household.circumstances import Circumstances
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import INCOME_BASES, INCOME_KINDS, Letter, Marital, MovingReason, Role, Tax
from budgetdesk.readers.rates import load_rates

RATES = load_rates()
RULES = (
    folkepension,
    foertidspension,
    aeldrecheck,
    varmetillaeg,
    helbredstillaeg,
    personligt_tillaeg,
    paragraf_81,
    paragraf_81_a,
    paragraf_82,
    paragraf_82_a,
    paragraf_85,
    huslejehjaelp_2026,
)
BORN = st.dates(date(1940, 1, 1), date(2009, 1, 1))
KRONER = st.decimals(0, 120_000, places=2)
DAYS = st.dates(date(2017, 1, 1), date(2032, 12, 31))
SURE_DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))
YES_NO = st.none() | st.booleans()
SITUATIONS = st.builds(
    Circumstances,
    changed=YES_NO,
    socially_exposed=YES_NO,
    other_way_to_pay=YES_NO,
    conditions_accepted=YES_NO,
    single_expense=st.none() | KRONER,
    single_expense_paid=YES_NO,
    single_expense_foreseen=YES_NO,
    treatment_needed=YES_NO,
    dental_cost=st.none() | KRONER,
    health_cost=st.none() | KRONER,
    heating_cost=st.none() | KRONER,
    moving=YES_NO,
    moving_reason=st.none() | st.sampled_from(MovingReason),
    new_home_signed=YES_NO,
)


def adults(number: int, role: Role) -> st.SearchStrategy[Person]:
    return st.builds(
        Person,
        id=st.just(f"p{number}"),
        role=st.just(role),
        born=st.none() | BORN,
        marital=st.none() | st.sampled_from(Marital),
        income_base=st.sampled_from([(), *((IncomeBase(base=base),) for base in INCOME_BASES)]),
        pension_granted=st.none() | st.dates(date(1990, 1, 1), date(2027, 1, 1)),
        residence_years=st.none() | st.integers(0, 90),
    )


@st.composite
def incomes(draw: st.DrawFn) -> tuple[Income, ...]:
    kinds = draw(st.lists(st.sampled_from(INCOME_KINDS), max_size=3))
    return tuple(
        Income(
            id=f"i{n}",
            person=draw(st.sampled_from(["p1", "p2", ""])),
            kind=kind,
            amount=draw(st.none() | KRONER),
            tax=draw(st.sampled_from(Tax)),
            rhythm=draw(st.sampled_from(Rhythm)),
        )
        for n, kind in enumerate(kinds)
    )


@st.composite
def households(draw: st.DrawFn) -> Case:
    partner = draw(st.booleans())
    rows = draw(st.lists(st.none() | KRONER, max_size=2))
    return Case(
        persons=(draw(adults(1, Role.TENANT)), *((draw(adults(2, Role.PARTNER)),) if partner else ())),
        income=draw(incomes()),
        wealth=Wealth(liquid=draw(KRONER)),
        arrears=Arrears(
            rows=tuple(ArrearsRow(id=f"r{n}", amount=amount) for n, amount in enumerate(rows)),
            letter=draw(st.sampled_from(Letter)),
        ),
        circumstances=draw(SITUATIONS),
    )


@settings(max_examples=examples(25), deadline=None)
@given(households(), DAYS)
def test_every_household_on_every_day_gets_an_answer_in_good_order(case, day):
    for rule in RULES:
        answer = rule.assess(case, day, RATES)

        assert (answer.benefit, answer.on) == (rule.BENEFIT, day)
        money = (answer.amount_per_month, answer.lowest, answer.highest, answer.once)
        assert all(amount >= 0 for amount in money if amount is not None)
        if answer.verdict is Verdict.NO:
            assert answer.look_again
            assert answer.steps
        else:
            assert "kan være relevant" in answer.summary
        if answer.verdict is Verdict.YES:
            assert answer.amount_per_month is not None or answer.once is not None
        if answer.lowest is not None and answer.highest is not None:
            assert answer.lowest <= answer.highest


def known_person(draw: st.DrawFn, person: Person, *, lives_on_rows: bool) -> Person:
    """Nobody is granted førtidspension before the age of 18; what a row of income says is known already."""
    born = person.born or draw(BORN)
    told = person.income_base or lives_on_rows
    base = person.income_base if told else (IncomeBase(base=draw(st.sampled_from(INCOME_BASES))),)
    grown = date(born.year + 18, 12, 31)
    granted = person.pension_granted
    if granted is None and any(each.base == "foertidspension" for each in base):
        granted = draw(st.dates(min(grown, date(2025, 1, 1)), date(2026, 1, 1)))
    years = draw(st.integers(0, 90)) if person.residence_years is None else person.residence_years
    return replace(person, born=born, income_base=base, pension_granted=granted, residence_years=years)


def known(draw: st.DrawFn, case: Case) -> Case:
    """The same household with every unknown fact of its people, income and situation filled in, in some way."""
    rows = {row.person for row in case.income if row.kind in INCOME_BASES}
    persons = tuple(known_person(draw, person, lives_on_rows=person.id in rows) for person in case.persons)
    income = tuple(replace(row, amount=draw(KRONER) if row.amount is None else row.amount) for row in case.income)
    facts = case.circumstances
    drawn = draw(SITUATIONS)
    filled = {
        name: getattr(drawn, name)
        for name in Circumstances.__annotations__
        if getattr(facts, name) is None and getattr(drawn, name) is not None
    }
    return replace(case, persons=persons, income=income, circumstances=replace(facts, **filled))


@st.composite
def before_and_after(draw: st.DrawFn) -> tuple[Case, Case]:
    case = draw(households())
    return case, known(draw, case)


def amount(answer: Assessment) -> Decimal | None:
    return Decimal(0) if answer.verdict is Verdict.NO else answer.amount_per_month


# A pension's variant may change when it turns out that it is paid already; its amount is then another question.
@settings(max_examples=examples(25), deadline=None)
@given(before_and_after(), SURE_DAYS)
def test_what_becomes_known_never_contradicts_what_was_said(pair, day):
    case, later = pair
    for rule in RULES:
        before, after = rule.assess(case, day, RATES), rule.assess(later, day, RATES)

        if before.verdict is Verdict.NO:
            assert after.verdict is Verdict.NO, rule.BENEFIT
        found = amount(after)
        if before.variant == after.variant and before.highest is not None and found is not None:
            assert before.lowest is not None
            assert before.lowest <= found <= before.highest, rule.BENEFIT
        if before.verdict is Verdict.YES and before.variant == after.variant:
            assert (before.amount_per_month, before.once) == (after.amount_per_month, after.once), rule.BENEFIT


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.BENEFIT)
def test_nobody_entered_asks_who_lives_there(rule):
    answer = rule.assess(Case(), date(2026, 11, 20), RATES)

    assert (answer.verdict, answer.missing_facts) == (Verdict.UNKNOWN, ("persons",))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.BENEFIT)
def test_every_fact_asked_for_is_a_fact_of_the_case(rule):
    case = Case(persons=(Person(id="p1", role=Role.TENANT),), arrears=Arrears(rows=(ArrearsRow(id="r1"),)))
    for path in rule.assess(case, date(2026, 11, 20), RATES).missing_facts:
        paths.get(case, path)
