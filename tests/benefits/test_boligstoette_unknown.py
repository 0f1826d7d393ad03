"""Boligstøtte where a fact is missing: unknown, never no; the range, and the fact that narrows it most first."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from families import DAY, child, children, family, person, personal_income, with_home
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.benefits import boligstoette
from budgetdesk.benefits.assessment import Mode, Verdict
from budgetdesk.household.case import Case, Income
from budgetdesk.household.words import Heating, Role, Status, Tax
from budgetdesk.readers.rates import load_rates


def assess(case: Case, day: date = DAY, mode: Mode = Mode.OFFICIAL):
    return boligstoette.assess(case, day, load_rates(), mode=mode)


def wage(**facts) -> Income:
    return Income(**{"id": "i1", "person": "p1", "kind": "loen", "amount": Decimal(20000), "tax": Tax.GROSS, **facts})


@pytest.mark.parametrize(
    ("case", "missing"),
    [
        (family(rent=None), "tenancy.rent_per_month"),
        (family(area=None), "tenancy.area_m2"),
        (family(heating=None), "tenancy.heating"),
        (family(person(1), child(2, None), income=30000), "persons[p2].born"),
        (family(person(1), income=()), "income"),
        (family(income=(wage(tax=Tax.NET, amount=Decimal(27000)),)), "income[i1].amount"),
        (family(income=(wage(amount=None),)), "income[i1].amount"),
        (family(income=(wage(kind="andet", tax=Tax.NET, amount=Decimal(27000)),)), "income[i1].kind"),
        (family(person(1, base="foertidspension", born=date(1975, 1, 1))), "persons[p1].pension_granted"),
        (family(person(1, base="", born=date(1950, 1, 1))), "persons[p1].income_base"),
        (family(person(1), person(2, Role.PARTNER), income=(wage(),)), "income"),
    ],
)
def test_says_unknown_not_no_when_a_fact_is_missing(case, missing):
    answer = assess(case)

    assert answer.verdict is Verdict.UNKNOWN
    assert answer.missing_facts[0] == missing
    assert answer.amount_per_month is None
    assert answer.lowest < answer.highest


def test_a_missing_fact_that_changes_nothing_is_not_asked_about():
    # So high an income gives nothing, whatever the heating.
    answer = assess(family(income=90000, heating=None))

    assert (answer.verdict, answer.missing_facts, answer.amount_per_month) == (Verdict.NO, (), 0)


def test_the_fact_that_narrows_the_answer_most_stands_first():
    answer = assess(family(person(1), child(2), income=(), heating=None, rent=9000, area=80))

    assert answer.missing_facts == ("income", "tenancy.heating")


def test_the_water_is_asked_about_only_when_all_supplements_count():
    case = family(person(1), child(2), income=27000)

    assert assess(case).verdict is Verdict.YES
    assert assess(case, mode=Mode.FULL).missing_facts == ("tenancy.water_separate",)


def test_a_gross_wage_counts_after_pension_and_labour_market_contribution():
    gross = family(person(1), child(2), income=(wage(amount=Decimal(30000), atp_and_pension=Decimal(1000)),))
    same = family(person(1), child(2), income=29000 * Decimal("0.92"))

    assert assess(gross).amount_per_month == assess(same).amount_per_month
    assert "income[i1].atp_and_pension" not in {a.path for a in assess(gross).assumed}


def test_a_gross_wage_without_pension_lists_that_none_was_counted():
    answer = assess(family(person(1), child(2), income=(wage(),)))

    assert ("income[i1].atp_and_pension", "0") in {(a.path, a.value) for a in answer.assumed}


def test_the_gross_amount_counts_even_where_the_amount_paid_out_is_known():
    answer = assess(family(person(1), child(2), income=(wage(paid_out=Decimal(15300)),)))

    assert answer.verdict is Verdict.YES


def test_other_taxable_benefits_count_before_tax_and_childrens_benefits_do_not_count():
    help_, quarterly = wage(kind="dagpenge"), wage(id="i2", kind="boerneydelse", amount=Decimal(4251), tax=Tax.NET)

    with_children_benefit = assess(family(person(1), child(2), income=(help_, quarterly)))

    assert with_children_benefit.amount_per_month == assess(family(person(1), child(2))).amount_per_month


def test_money_that_is_not_granted_yet_and_rows_out_of_force_do_not_count():
    extra = Decimal(20000)
    base = personal_income(20000)
    applied = replace(base, id="a", amount=extra, status=Status.APPLIED)
    future = replace(base, id="f", amount=extra, start=DAY + timedelta(days=1))
    past = replace(base, id="p", amount=extra, end=DAY - timedelta(days=1))
    today = replace(base, id="t", amount=extra, start=DAY, end=DAY)

    alone = assess(family(person(1), child(2), income=(base,))).amount_per_month
    assert assess(family(person(1), child(2), income=(base, applied, future, past))).amount_per_month == alone
    assert assess(family(person(1), child(2), income=(base, today))).amount_per_month < alone


def test_the_income_of_lodgers_children_and_those_who_moved_out_does_not_count():
    away = person(2, Role.PARTNER, lives_at_home=False)
    lodger = person(4, Role.LODGER)
    rows = (personal_income(20000), *(personal_income(30000, who) for who in ("p2", "p3", "p4")))
    case = family(person(1), away, child(3), lodger, income=rows)

    assert assess(case).amount_per_month == assess(family(person(1), child(3))).amount_per_month


def test_a_grown_up_child_counts_with_income_and_area():
    grown = person(2, Role.ADULT_CHILD, born=date(2005, 1, 1))
    case = family(person(1), grown, income=(personal_income(20000), personal_income(15000, "p2")), area=85)

    assert assess(case).amount_per_month < assess(family(person(1), grown, income=20000, area=85)).amount_per_month


def test_yearly_and_weekly_income_become_months():
    yearly = replace(personal_income(240000), rhythm="yearly")
    case = family(person(1), child(2), income=(replace(yearly, rhythm=type(personal_income(1).rhythm)("yearly")),))

    assert assess(case).amount_per_month == assess(family(person(1), child(2), income=20000)).amount_per_month


def test_a_couple_on_forhoejet_sats_is_unknown_because_of_the_loft():
    pair = (person(1, base="kontanthjaelp_forhoejet"), person(2, Role.PARTNER, base="kontanthjaelp_forhoejet"))
    answer = assess(family(*pair, *children(2), income=26000, rent=9000, area=90))

    assert answer.verdict is Verdict.UNKNOWN
    assert (answer.lowest, answer.highest > 1000, answer.vejledende) == (368, True, True)
    assert [s.amount for s in answer.steps if "ikke bekræftet" in s.text] == [368, 379]
    assert "boligstøtteloftet" in answer.cannot_see[0]


def test_a_single_on_forhoejet_sats_has_no_loft():
    case = family(person(1, base="kontanthjaelp_forhoejet"), child(2), income=16000)

    assert assess(case).verdict is Verdict.YES


def test_before_the_reform_the_old_loft_is_named_as_something_we_cannot_see():
    case = family(person(1, base="kontanthjaelp_forhoejet"), child(2), income=16000)

    assert any("Kontanthjælpsloftet" in note for note in assess(case, date(2025, 6, 30)).cannot_see)
    assert not any("Kontanthjælpsloftet" in note for note in assess(case, date(2025, 7, 1)).cannot_see)


def test_a_room_without_kitchen_gives_no_but_not_for_special_homes():
    room = family(own_kitchen=False)

    assert assess(room).verdict is Verdict.NO
    assert assess(with_home(room, sharing="kollektivt")).verdict is Verdict.UNKNOWN
    assert assess(family(person(1, base="folkepension"), own_kitchen=False)).verdict is Verdict.UNKNOWN
    assert assess(family(person(1, base="foertidspension"), own_kitchen=False)).verdict is Verdict.UNKNOWN


def test_owners_get_none_unless_they_draw_a_pension():
    assert assess(family(kind="andel")).verdict is Verdict.NO
    assert assess(family(person(1, base="folkepension"), kind="andel")).verdict is Verdict.UNKNOWN


def test_a_no_shows_the_own_income_beside_the_highest_that_gives_something():
    answer = assess(family(income=40000))
    shown = {step.text: step.amount for step in answer.steps}
    limit = shown["Højeste indkomst pr. år, der giver boligstøtte i denne bolig"]

    assert answer.verdict is Verdict.NO
    assert shown["Jeres indkomst pr. år"] == 480000 > limit
    assert assess(family(income=limit / 12)).verdict is Verdict.YES
    assert assess(family(income=(limit + 1) / 12)).verdict is Verdict.NO
    assert answer.look_again[-1].on is None


def test_a_no_for_a_cheap_home_shows_the_own_payment():
    answer = assess(family(income=0, rent=2000, area=40))
    shown = {step.text: step.amount for step in answer.steps}

    assert answer.verdict is Verdict.NO
    assert shown["Jeres boligudgift pr. år, der regnes med"] < shown["Mindste egenbetaling pr. år"]


def test_the_defaults_that_were_used_are_listed():
    paths = {a.path: a.value for a in assess(family()).assumed}

    assert paths["wealth.net"] == "0"
    assert paths["tenancy.own_kitchen"] == "true"
    assert paths["tenancy.lodger_rent"] == "0"
    assert "wealth.net" not in {a.path for a in assess(family(wealth=5000)).assumed}


def test_a_partner_without_any_income_row_is_assumed_to_have_none_and_said_so():
    case = family(person(1), person(2, Role.PARTNER, base=""), child(3))

    assert ("persons[p2].income_base", "ingen") in {(a.path, a.value) for a in assess(case).assumed}


def test_looks_again_at_new_rates_birthdays_and_changes_of_income_soonest_first():
    ends = replace(personal_income(20000), end=date(2026, 12, 31))
    starts = replace(personal_income(15000), id="i2", start=date(2027, 2, 1))
    case = family(person(1), child(2, date(2009, 3, 5)), income=(ends, starts))

    assert [(look.on, look.why) for look in assess(case).look_again] == [
        (date(2026, 11, 30), "Sidste dag at søge, før I mister en måned mere."),
        (date(2027, 1, 1), "En indkomst hører op."),
        (date(2027, 1, 1), "Nye satser."),
        (date(2027, 2, 1), "En indkomst begynder."),
        (date(2027, 3, 5), "Et barn bliver voksent og tæller anderledes."),
    ]


@pytest.mark.parametrize(
    ("moved_in", "deadline"), [(date(2026, 10, 21), date(2026, 11, 20)), (date(2026, 10, 20), None)]
)
def test_names_the_last_day_to_apply_and_be_paid_from_moving_in(moved_in, deadline):
    found = [look.on for look in assess(family(moved_in=moved_in)).look_again if "indflytningen" in look.why]

    assert found == ([deadline] if deadline else [])


@pytest.mark.parametrize("day", [date(2019, 6, 1), date(2017, 12, 31), date(2027, 1, 1), date(2030, 1, 1)], ids=str)
def test_without_a_figure_for_the_day_the_answer_is_unknown_with_a_sentence(day):
    answer = assess(family(), day)

    assert answer.verdict is Verdict.UNKNOWN
    assert f"{day:%d.%m.%Y}" in answer.summary
    assert "indkomstgrænse" in answer.summary
    assert (answer.amount_per_month, answer.lowest, answer.highest) == (None, None, None)


def test_every_figure_used_covers_the_day_on_the_first_and_last_day_of_every_rate():
    series = load_rates()["boligstoette"].series.values()
    edges = {d for s in series for r in s.rates for d in (r.start, r.end)}
    cases = (
        family(person(1), *children(2), income=22000),
        family(person(1, base="folkepension", born=date(1945, 1, 1)), income=18000, wealth=1500000),
        family(person(1), income=15000, heating=Heating.IN_RENT),
    )

    for day in sorted(edges):
        for case in cases:
            answer = assess(case, day, Mode.FULL)
            assert all(rate.start <= day <= rate.end for rate in answer.rates_used)
            assert answer.rates_used or "ingen sats" in answer.summary


def test_a_figure_from_a_secondary_source_makes_the_answer_vejledende():
    assert assess(family(person(1), *children(2), income=22000)).vejledende  # the child increment
    assert not assess(family(person(1), child(2), income=22000)).vejledende
    assert assess(family(person(1), child(2), income=22000), date(2025, 5, 1)).vejledende


def test_high_rent_beside_the_income_warns_and_never_takes_the_benefit_away():
    answer = assess(family(income=12000, rent=11000, area=60))

    assert answer.amount_per_month == 1194
    assert any("§ 15" in note for note in answer.cannot_see)


kroner = st.integers(0, 60000).map(Decimal)
schemes = st.sampled_from(["loen", "folkepension", "seniorpension"])
homes = {"rent": st.integers(0, 20000), "area": st.integers(10, 200)}


def amount(base, income, rent, area, wealth=0, kids=0, adults=1):
    people = [person(n, Role.TENANT if n == 1 else Role.PARTNER, base=base) for n in range(1, adults + 1)]
    answer = assess(family(*people, *children(kids), income=income, rent=rent, area=area, wealth=wealth))
    assert answer.amount_per_month is not None
    return answer.amount_per_month


@given(base=schemes, income=kroner, more=kroner, kids=st.integers(0, 6), **homes)
def test_more_income_never_gives_more(base, income, more, kids, rent, area):
    assert amount(base, income + more, rent, area, kids=kids) <= amount(base, income, rent, area, kids=kids)


@given(base=schemes, income=kroner, more=st.integers(0, 9000), kids=st.integers(0, 6), **homes)
def test_a_higher_rent_never_gives_less(base, income, more, kids, rent, area):
    assert amount(base, income, rent + more, area, kids=kids) >= amount(base, income, rent, area, kids=kids)


@given(base=schemes, income=kroner, wealth=st.integers(0, 3000000), more=st.integers(0, 3000000), **homes)
def test_more_wealth_never_gives_more(base, income, wealth, more, rent, area):
    assert amount(base, income, rent, area, wealth + more) <= amount(base, income, rent, area, wealth)


@given(base=schemes, income=kroner, kids=st.integers(0, 5), **homes)
def test_one_more_child_never_gives_less(base, income, kids, rent, area):
    assert amount(base, income, rent, area, kids=kids + 1) >= amount(base, income, rent, area, kids=kids)


@given(base=schemes, income=kroner, kids=st.integers(0, 5), **homes)
def test_never_more_than_the_home_costs(base, income, kids, rent, area):
    heat = Decimal("41.50") * area  # the larger of the two schemes' supplements
    assert amount(base, income, rent, area, kids=kids) * 12 <= rent * 12 + heat


@given(net=st.integers(1000, 40000), factor=st.integers(100, 200), **homes)
def test_the_range_holds_whatever_the_missing_gross_turns_out_to_be(net, factor, rent, area):
    unknown = assess(family(income=(wage(tax=Tax.NET, amount=Decimal(net)),), rent=rent, area=area))
    known = amount("loen", Decimal(net) * factor / 100, rent, area)

    low = unknown.lowest if unknown.lowest is not None else unknown.amount_per_month
    high = unknown.highest if unknown.highest is not None else unknown.amount_per_month
    assert low <= known <= high


@given(income=kroner, **homes)
def test_the_range_holds_whatever_the_missing_area_turns_out_to_be(income, rent, area):
    unknown = assess(family(person(1), child(2), income=income, rent=rent, area=None))
    known = amount("loen", income, rent, area, kids=1)

    low = unknown.lowest if unknown.lowest is not None else unknown.amount_per_month
    high = unknown.highest if unknown.highest is not None else unknown.amount_per_month
    assert low <= known <= high
