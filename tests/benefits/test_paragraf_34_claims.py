"""§ 34: past months worked out one by one, each with its own year's threshold, the caps, and its last day to claim."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from families import DAY, child, family, person
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.benefits import paragraf_34
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.paragraf_34_claims import BackClaim, back_claims, claim_days
from budgetdesk.benefits.paragraf_34_month import income_before, net_income
from budgetdesk.dates import Month
from budgetdesk.household.case import BoligstoetteNow, Expense, Income
from budgetdesk.household.circumstances import AdultFacts
from budgetdesk.household.words import Role, Tax
from budgetdesk.readers.rates import load_rates

LAST = Month(2026, 1)


def assess(case, day=DAY):
    return paragraf_34.assess(case, day, load_rates())


def claims(case, day=DAY, last=LAST):
    return back_claims(case, day, last, load_rates(), Figures(load_rates(), "paragraf_34", day))


def sick(*others, before=None, net=None, rent=6400, **facts):
    """A tenant on sygedagpenge with utilities of 900 a month."""
    tenant = person(1, base="sygedagpenge", adult=AdultFacts(income_before=None if before is None else Decimal(before)))
    rows = () if net is None else (Income(id="i1", person="p1", kind="sygedagpenge", amount=Decimal(net), tax=Tax.NET),)
    case = family(tenant, *others, income=rows, rent=rent, **facts)
    return replace(case, expenses=(Expense(id="e1", line="104", amount=Decimal(900)),))


@pytest.mark.parametrize(
    ("month", "paid", "last_day"),
    [
        (Month(2023, 11), date(2023, 11, 30), date(2026, 11, 30)),
        (Month(2023, 12), date(2023, 12, 29), date(2026, 12, 29)),
        (Month(2024, 2), date(2024, 2, 29), date(2027, 2, 28)),
        (Month(2025, 6), date(2025, 6, 30), date(2028, 6, 30)),
    ],
)
def test_a_month_was_due_on_its_last_bank_day_and_is_lost_three_years_later(month, paid, last_day):
    assert claim_days(month, 3) == (paid, last_day)


def test_each_month_has_its_own_years_threshold_and_its_own_most():
    found = {claim.month: (claim.threshold, claim.most) for claim in claims(sick(before=40000))}

    assert found[Month(2023, 12)] == (3300, 4000)  # 7.300 - 3.300
    assert found[Month(2024, 1)] == (3400, 3900)
    assert found[Month(2025, 12)] == (3550, 3750)
    assert found[Month(2026, 1)] == (None, None)


def test_what_was_paid_comes_off_and_the_months_it_was_right_are_left_out():
    paid = Income(
        id="s", person="p1", kind="paragraf_34", amount=Decimal(3700), start=date(2023, 1, 1), end=date(2024, 12, 31)
    )
    case = sick(before=40000)
    found = {c.month: c.short for c in claims(replace(case, income=(paid,)))}

    assert (found[Month(2023, 12)], found[Month(2024, 6)], found[Month(2025, 6)]) == (300, 200, 3750)


def test_never_less_than_nothing_is_owed():
    assert BackClaim(LAST, DAY, Decimal(1), most=Decimal(100), got=Decimal(300)).short == 0


def test_the_answer_names_each_month_with_its_last_day_and_adds_them_up():
    answer = assess(sick(before=40000))
    shown = {step.text: step.amount for step in answer.steps}

    assert shown["December 2023, sidste dag 29.12.2026: højst"] == 4000
    assert shown["December 2025, sidste dag 30.12.2028: højst"] == 3750
    assert shown["I alt højst for de måneder, der kan kræves (engangsbeløb)"] == 2 * 4000 + 12 * 3900 + 12 * 3750
    assert answer.verdict is Verdict.NO
    assert any("Huslejen og udgifterne" in note for note in answer.cannot_see)


def test_the_cap_of_90_per_cent_lowers_the_months():
    # 90 % of 16.000 is 14.400; after 11.900 there is room for 2.500, less than 7.300 - 3.300.
    found = {c.month: c.most for c in claims(sick(child(2), before=16000, net=11900))}

    assert found[Month(2023, 12)] == 2500
    # With no child the help of a provider before tax, 15.874 in 2023, is the higher cap: 3.974 of room.
    alone = {c.month: c.most for c in claims(sick(before=16000, net=11900))}
    assert alone[Month(2023, 12)] == 3974


def test_nothing_is_worked_out_without_a_sign_that_paragraf_34_was_in_question():
    answer = assess(sick())

    assert all(claim.most is None for claim in claims(sick()))
    assert any("Månederne regnes ud, når" in step.text for step in answer.steps)


@pytest.mark.parametrize("base", ["loen", "su", "folkepension", ""])
def test_nothing_is_worked_out_for_those_who_did_not_live_on_help(base):
    case = family(person(1, base=base, adult=AdultFacts(income_before=Decimal(20000))), income=())

    assert all(claim.most is None for claim in claims(case))


def test_months_before_moving_in_are_not_worked_out_with_this_home():
    found = {c.month: c.most for c in claims(sick(before=40000, moved_in=date(2025, 3, 15)))}

    assert (found[Month(2025, 2)], found[Month(2025, 3)]) == (None, 3750)
    last_day = {c.month: c.most for c in claims(sick(before=40000, moved_in=date(2025, 3, 31)))}
    assert last_day[Month(2025, 3)] == 3750


def test_an_unknown_rent_leaves_the_thresholds_only():
    found = claims(sick(before=40000, rent=None))

    assert found[0].threshold == 3300
    assert all(claim.most is None for claim in found)


def test_boligstoette_and_a_child_away_from_home_count():
    away = child(2, date(2015, 1, 1), lives_at_home=False)
    case = sick(away, before=40000, boligstoette=BoligstoetteNow(amount=Decimal(1000)))
    found = {c.month: (c.threshold, c.most) for c in claims(case)}

    assert found[Month(2023, 12)] == (4900, 7300 - 1000 - 4900)


def test_while_it_existed_the_cap_is_used_when_the_income_before_is_told():
    answer = assess(sick(child(2), before=16000, net=11900), date(2021, 6, 1))

    assert (answer.verdict, answer.lowest, answer.highest) == (Verdict.UNKNOWN, 0, 2500)
    assert "persons[p1].adult.income_before" not in answer.missing_facts
    assert not any("før ændringen" in note for note in answer.cannot_see)


def test_while_it_existed_an_income_above_the_cap_is_a_no_with_both_figures():
    answer = assess(sick(child(2), before=12500, net=11900), date(2021, 6, 1))

    assert (answer.verdict, answer.amount_per_month) == (Verdict.NO, 0)
    assert any(step.text == "Plads under loftet for tidligere indtægt" and step.amount == 0 for step in answer.steps)


def test_while_it_existed_the_income_before_is_asked_for():
    assert "persons[p1].adult.income_before" in assess(sick(), date(2021, 6, 1)).missing_facts


def test_a_couple_tells_both_incomes_before():
    one, two = (AdultFacts(income_before=Decimal(n)) for n in (12000, 9000))
    pair = (person(1, base="sygedagpenge", adult=one), person(2, Role.PARTNER, adult=two))

    assert income_before(family(*pair, income=())) == 21000
    assert income_before(family(pair[0], person(2, Role.PARTNER), income=())) is None


def test_an_income_before_tax_has_no_net_amount():
    row = Income(id="i", person="p1", kind="sygedagpenge", amount=Decimal(15000), tax=Tax.GROSS)

    assert net_income(family(income=(row,)), DAY) is None
    assert net_income(family(income=(replace(row, paid_out=Decimal(11000)),)), DAY) == 11000


@given(
    rent=st.integers(0, 15000),
    more=st.integers(0, 4000),
    before=st.integers(0, 30000),
    net=st.one_of(st.none(), st.integers(0, 30000)),
    day=st.dates(date(2023, 1, 1), date(2029, 1, 31)),
)
def test_every_living_month_is_in_time_never_negative_and_grows_with_the_rent(rent, more, before, net, day):
    found = claims(sick(child(2), before=before, net=net, rent=rent), day)
    dearer = claims(sick(child(2), before=before, net=net, rent=rent + more), day)

    for claim, same in zip(found, dearer, strict=True):
        assert day <= claim.last_day
        assert (claim.short or 0) >= 0
        assert claim.most is None or claim.most <= same.most


def test_example_b_a_claim_of_17_december_2014_reaches_back_to_december_2011():
    # Ankestyrelsen 29.10.2015 (Helsingør): nothing for October to 16 December 2011.
    found = claims(sick(before=40000), date(2014, 12, 17), Month(2014, 12))

    assert (found[0].month, found[0].threshold) == (Month(2011, 12), 2450)


@pytest.mark.parametrize("day", [date(2029, 1, 31), date(2029, 2, 1), date(2040, 1, 1)])
def test_long_after_the_repeal_it_is_a_no_and_nothing_is_left_to_claim(day):
    answer = assess(sick(before=40000), day)

    assert (answer.verdict, answer.amount_per_month, answer.look_again) == (Verdict.NO, 0, ())


def test_family_benefits_are_no_income_to_live_on():
    wage = Income(id="i", person="p1", kind="sygedagpenge", amount=Decimal(11000), tax=Tax.NET)
    family_benefit = Income(id="b", person="p1", kind="boerneydelse", amount=Decimal(1500), tax=Tax.NET)

    assert net_income(family(income=(wage, family_benefit)), DAY) == 11000


def test_each_of_a_couple_has_a_threshold_in_the_past_months_too():
    told = AdultFacts(income_before=Decimal(40000))
    pair = (person(1, base="sygedagpenge", adult=told), person(2, Role.PARTNER, base="sygedagpenge", adult=told))
    found = {c.month: c.most for c in claims(family(*pair, income=(), rent=9000))}

    assert found[Month(2024, 6)] == 2 * (4500 - 3400)
