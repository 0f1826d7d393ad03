"""Kontanthjælp: the amount in the case beside the rates. A check of plausibility, so never a no to one who gets it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from families import DAY, child, children, family, person
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.benefits import kontanthjaelp
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.kontanthjaelp_rates import Recipient, most_of, supplements
from budgetdesk.household.case import Income, Wealth
from budgetdesk.household.circumstances import AdultFacts
from budgetdesk.household.words import INCOME_KINDS, Marital, Role, Tax
from budgetdesk.readers.rates import load_rates

IN_2025 = date(2025, 9, 1)


def assess(case, day=IN_2025):
    return kontanthjaelp.assess(case, day, load_rates())


def figures(day=IN_2025):
    return Figures(load_rates(), "kontanthjaelp", day)


def paid(amount, who="p1", rate="forhoejet", tax=Tax.GROSS, **facts):
    return Income(id=f"k-{who}", person=who, kind=f"kontanthjaelp_{rate}", amount=Decimal(amount), tax=tax, **facts)


def on(rate, amount, *others, who=None, **facts):
    """A single tenant on one of the rates who is paid `amount` before tax."""
    tenant = who or person(1, base=f"kontanthjaelp_{rate}", marital=Marital.SINGLE)
    return family(tenant, *others, income=(paid(amount, rate=rate),), **facts)


def shown(answer):
    return {step.text: step.amount for step in answer.steps}


def test_the_derived_example_of_a_single_mother_on_forhoejet_sats_looks_right():
    answer = assess(on("forhoejet", 15282, *children(2)))

    assert (answer.verdict, answer.amount_per_month) == (Verdict.YES, 15282)
    assert "ser rigtig ud" in answer.summary
    assert answer.steps[-1].amount == 15282


def test_the_derived_example_of_a_couple_on_forhoejet_sats_looks_right():
    pair = (
        person(1, base="kontanthjaelp_forhoejet", marital=Marital.MARRIED),
        person(2, Role.PARTNER, base="kontanthjaelp_forhoejet", marital=Marital.MARRIED),
    )
    answer = assess(family(*pair, *children(2), income=(paid(15282), paid(15282, "p2"))))

    assert (answer.verdict, answer.amount_per_month) == (Verdict.YES, 30564)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (Recipient(rate="forhoejet", age=34, single=True, provider=True, children_at_home=2), {"boernetillaeg": 2784}),
        (
            Recipient(rate="grundsats", age=34, single=True, provider=True, children_at_home=1),
            {"boernetillaeg": 2784, "enlig_forsoerger": 1638},
        ),
        (Recipient(rate="mindstesats", age=34, single=True), {}),
        (Recipient(rate="grundsats", age=34, single=True), {"enlig_ikke_forsoerger": 1092}),
        (Recipient(rate="forhoejet", age=34, single=True), {"enlig_ikke_forsoerger": 1092}),
        (Recipient(rate="forhoejet", age=34, single=False), {}),
        (Recipient(rate="grundsats", age=22, single=False, aktivitetsparat=True), {"ungetillaeg_lavt": 1036}),
        (Recipient(rate="grundsats", age=25, single=False, aktivitetsparat=True), {"ungetillaeg_hoejt": 2590}),
        (Recipient(rate="grundsats", age=30, single=False, aktivitetsparat=True), {}),
        (Recipient(rate="mindstesats", age=22, single=False, aktivitetsparat=True), {}),
        (
            Recipient(rate="grundsats", age=20, single=False, provider=True, aktivitetsparat=True),
            {"boernetillaeg": 2784, "ungetillaeg_hoejt": 2590},
        ),
        (Recipient(rate="mindstesats", age=34, single=True, provider=True), {"boernetillaeg": 2784}),
    ],
)
def test_the_supplements_that_are_sure_follow_the_rate_and_the_person(who, expected):
    assert {each.name: each.amount for each in supplements(who, figures()) if each.sure} == expected


def test_the_supplement_for_children_is_one_whatever_their_number():
    each = Recipient(rate="forhoejet", age=34, single=False, provider=True, children_at_home=4)

    assert sum(s.amount for s in supplements(each, figures()) if s.name == "boernetillaeg") == 2784


def test_says_how_much_the_pay_is_off_and_which_supplement_may_be_missing():
    answer = assess(on("forhoejet", 12498, *children(2)))

    assert answer.verdict is Verdict.UNKNOWN
    assert shown(answer)["Afviger fra satsen med"] == -2784
    assert shown(answer)["Mangler måske: Børnetillæg, ét uanset antal børn"] == 2784
    assert (answer.lowest, answer.highest >= 15282) == (12498, True)


def test_two_missing_supplements_are_both_named():
    answer = assess(on("grundsats", 7205, child(2)))

    assert {text for text in shown(answer) if text.startswith("Mangler måske")} == {
        "Mangler måske: Børnetillæg, ét uanset antal børn",
        "Mangler måske: Tillæg til enlig forsørger",
    }


@pytest.mark.parametrize(("amount", "verdict"), [(15292, Verdict.YES), (15272, Verdict.YES), (15293, Verdict.UNKNOWN)])
def test_a_difference_within_the_tolerance_looks_right(amount, verdict):
    assert assess(on("forhoejet", amount, *children(2))).verdict is verdict


def test_the_childrens_leisure_supplement_is_possible_and_explains_a_higher_pay():
    answer = assess(on("forhoejet", 15282 + 900, *children(2)))

    assert (answer.verdict, answer.amount_per_month) == (Verdict.YES, 15282 + 900)
    assert any("Udokumenterede" in note for note in answer.cannot_see)


def test_a_pay_after_tax_cannot_be_held_against_a_rate_before_tax():
    tenant = person(1, base="kontanthjaelp_forhoejet", marital=Marital.SINGLE)
    answer = assess(family(tenant, *children(2), income=(paid(11000, tax=Tax.NET),)))

    assert (answer.verdict, answer.missing_facts) == (Verdict.UNKNOWN, ("income[k-p1].amount",))
    assert shown(answer)["Står i sagen efter skat"] == 11000
    assert "før skat" in answer.summary


def test_a_pay_after_tax_above_the_whole_rate_is_off_for_certain():
    tenant = person(1, base="kontanthjaelp_mindstesats", marital=Marital.SINGLE)
    case = family(tenant, income=(paid(9000, rate="mindstesats", tax=Tax.NET),))

    assert "afviger" in assess(case).summary


def test_pay_before_and_after_tax_stand_beside_each_other():
    answer = assess(on_with_pay_out())

    assert (shown(answer)["Står i sagen før skat"], shown(answer)["Udbetales efter skat"]) == (15282, 11200)


def on_with_pay_out():
    case = on("forhoejet", 15282, *children(2))
    return replace(case, income=(replace(case.income[0], paid_out=Decimal(11200)),))


def test_wage_above_the_disregard_lowers_the_help():
    case = on("forhoejet", 14282, *children(2))
    wage = Income(id="w", person="p1", kind="loen", amount=Decimal(3500), tax=Tax.GROSS)
    answer = assess(replace(case, income=(*case.income, wage)))

    assert (answer.verdict, answer.amount_per_month) == (Verdict.YES, 14282)  # 3.500 - 2.500 = 1.000 off
    assert answer.vejledende


def test_a_higher_rate_is_named_when_the_facts_point_to_it():
    tenant = person(
        1,
        base="kontanthjaelp_grundsats",
        marital=Marital.SINGLE,
        adult=AdultFacts(opholdskrav=True, beskaeftigelseskrav=True),
    )
    answer = assess(on("grundsats", 8297, who=tenant))

    assert answer.verdict is Verdict.YES  # 7.205 + 1.092
    hint = next(text for text in shown(answer) if text.startswith("Måske mere"))
    assert (hint.count("forhøjet sats"), shown(answer)[hint]) == (1, 12498 - 7205)


def test_with_others_in_the_home_and_nothing_said_about_them_single_is_asked():
    case = family(
        person(1, base="kontanthjaelp_grundsats"),
        person(2, Role.ROOMMATE),
        income=(paid(7205, rate="grundsats"),),
    )
    answer = assess(case)

    assert answer.verdict is Verdict.YES  # without the supplement the pay is right
    assert any(text.startswith("Måske: Tillæg til enlig") for text in shown(answer))
    off = replace(case, income=(paid(6000, rate="grundsats"),))
    assert assess(off).missing_facts[:1] == ("persons[p1].marital",)


def test_figures_for_2026_are_not_confirmed_so_the_answer_is_vejledende():
    assert assess(on("forhoejet", 13060 + 2909, *children(2)), DAY).vejledende


def test_wealth_and_money_from_family_are_asked_about_and_never_decide():
    case = on("forhoejet", 15282, *children(2))
    family_money = Income(id="n", person="p1", kind="netvaerk", amount=Decimal(1000))
    answer = assess(replace(case, wealth=Wealth(liquid=Decimal(15501)), income=(*case.income, family_money)))

    assert answer.verdict is Verdict.YES
    assert any("formuen" in note for note in answer.cannot_see)
    assert any("104-16" in note for note in answer.cannot_see)


def test_one_who_earns_more_than_all_supplements_is_told_no_with_both_figures():
    wage = Income(id="w", person="p1", kind="loen", amount=Decimal(30000), tax=Tax.GROSS)
    answer = assess(family(person(1), income=(wage,)))

    assert (answer.verdict, answer.amount_per_month) == (Verdict.NO, 0)
    assert shown(answer)["Højeste kontanthjælp pr. måned med alle tillæg"] == 12498 + 1092
    assert shown(answer)["Indtægt pr. måned, hvor hjælpen hører op"] == 12498 + 1092 + 2500
    assert shown(answer)["Jeres indtægt pr. måned, der tæller"] == 30000
    assert answer.look_again[-1].on is None


@pytest.mark.parametrize(("earns", "left"), [(16089, 1), (16090, None), (14000, 2090), (1000, 13590)])
def test_the_range_ends_at_what_the_own_income_leaves(earns, left):
    wage = Income(id="w", person="p1", kind="loen", amount=Decimal(earns), tax=Tax.GROSS)
    answer = assess(family(person(1), income=(wage,)))

    assert answer.highest == left
    assert (answer.verdict is Verdict.NO) is (left is None)


@pytest.mark.parametrize(
    ("who", "help_", "end"),
    [
        (Recipient(rate="grundsats", age=40, single=True), 12498 + 1092, 12498 + 1092 + 2500),
        (Recipient(rate="grundsats", age=40, single=True, provider=True, children_at_home=1), 15732, 18232),
        # Under 30 the ungetillæg is possible, and still forhøjet sats is more.
        (Recipient(rate="grundsats", age=22, single=True), 13590, 16090),
    ],
)
def test_the_most_is_the_best_of_the_three_rates(who, help_, end):
    found = most_of(who, figures())

    assert (found.help, found.income) == (help_, end)


@pytest.mark.parametrize(
    ("marital", "verdict"),
    [(Marital.MARRIED, Verdict.NO), (Marital.COHABITING, Verdict.UNKNOWN), (None, Verdict.UNKNOWN)],
)
def test_only_a_spouse_has_to_support_the_other(marital, verdict):
    pair = (person(1, base="ingen", marital=marital), person(2, Role.PARTNER, marital=marital))
    wage = Income(id="w", person="p2", kind="loen", amount=Decimal(60000), tax=Tax.GROSS)

    assert assess(family(*pair, income=(wage,))).verdict is verdict


def test_one_without_income_is_asked_what_happened():
    answer = assess(family(person(1, base="ingen"), income=()))

    assert answer.verdict is Verdict.UNKNOWN
    assert answer.missing_facts[0] == "circumstances.changed"
    assert answer.lowest == 0 < answer.highest


@pytest.mark.parametrize(
    ("amount", "kids", "day", "fits"),
    [
        (16972, 1, date(2025, 6, 30), True),
        (12770, 0, date(2025, 6, 30), True),
        (15874, 1, date(2023, 5, 1), True),
        (11944, 1, date(2023, 5, 1), False),
    ],
)
def test_before_the_reform_an_adult_over_30_is_held_up_against_the_old_rates(amount, kids, day, fits):
    case = on("forhoejet", amount, *children(kids))

    assert (assess(case, day).verdict is Verdict.YES) is fits


def test_the_new_rates_begin_on_1_july_2025():
    case = on("forhoejet", 15282, *children(2))

    assert assess(case, date(2025, 7, 1)).verdict is Verdict.YES
    assert assess(case, date(2025, 6, 30)).verdict is Verdict.UNKNOWN


def test_before_the_reform_younger_people_are_never_told_that_it_is_wrong():
    young = person(1, base="kontanthjaelp_grundsats", born=date(2001, 1, 1))

    assert assess(on("grundsats", 9000, who=young), date(2024, 5, 1)).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2027, 1, 1)])
def test_without_a_figure_for_the_day_the_answer_is_unknown(day):
    answer = assess(on("forhoejet", 15282), day)

    assert (answer.verdict, answer.amount_per_month) == (Verdict.UNKNOWN, None)
    assert f"{day:%d.%m.%Y}" in answer.summary


def test_a_couple_is_off_when_one_of_them_is():
    pair = (
        person(1, base="kontanthjaelp_forhoejet", marital=Marital.MARRIED),
        person(2, Role.PARTNER, base="kontanthjaelp_forhoejet", marital=Marital.MARRIED, name="Bo"),
    )
    answer = assess(family(*pair, *children(2), income=(paid(15282), paid(12498, "p2"))))

    assert (answer.verdict, answer.lowest) == (Verdict.UNKNOWN, 15282 + 12498)
    assert "Bo" in shown(answer)


@pytest.mark.parametrize(
    ("born", "expected"),
    [(date(2007, 9, 1), 13590), (date(2007, 9, 2), 15282), (date(2025, 9, 2), 13590), (None, 15282)],
)
def test_a_child_counts_from_birth_until_18(born, expected):
    with_child = on("forhoejet", expected, child(2, born))

    assert assess(with_child).verdict is Verdict.YES


def test_a_young_lodger_is_nobodys_child():
    lodger = person(2, Role.LODGER, born=date(2009, 1, 1))

    assert assess(on("forhoejet", 13590, lodger)).verdict is Verdict.YES


def test_a_child_of_somebody_else_gives_no_supplement():
    assert assess(on("forhoejet", 13590, child(2, parents=("p9",)))).verdict is Verdict.YES


def test_a_child_elsewhere_gives_the_supplement_but_not_that_of_a_single_provider():
    answer = assess(on("grundsats", 7205 + 2784, child(2, lives_at_home=False)))

    assert (answer.verdict, answer.amount_per_month) == (Verdict.YES, 9989)


def test_looks_again_when_the_rates_end():
    assert assess(on("forhoejet", 15282, *children(2))).look_again[0].on == date(2026, 1, 1)


rows = st.builds(
    Income,
    id=st.just("i1"),
    person=st.sampled_from(["p1", "p2", ""]),
    kind=st.sampled_from(INCOME_KINDS),
    amount=st.one_of(st.none(), st.integers(0, 40000).map(Decimal)),
    tax=st.sampled_from(list(Tax)),
)
bases = st.sampled_from([*(f"kontanthjaelp_{rate}" for rate in ("mindstesats", "grundsats", "forhoejet")), "loen", ""])


@given(
    base=bases,
    row=rows,
    day=st.dates(date(2019, 1, 1), date(2028, 1, 1)),
    kids=st.integers(0, 4),
    marital=st.sampled_from([None, *Marital]),
    partner=st.booleans(),
)
def test_never_raises_never_negative_and_never_no_to_one_who_receives_it(base, row, day, kids, marital, partner):
    tenant = person(1, base=base, marital=marital)
    pair = (tenant, person(2, Role.PARTNER, base=base, marital=marital)) if partner else (tenant,)
    case = family(*pair, *children(kids), income=(row,))
    answer = assess(case, day)

    assert all(a is None or a >= 0 for a in (answer.amount_per_month, answer.lowest, answer.highest))
    if base.startswith("kontanthjaelp"):
        assert answer.verdict is not Verdict.NO
    if answer.lowest is not None:
        assert answer.lowest <= answer.highest
