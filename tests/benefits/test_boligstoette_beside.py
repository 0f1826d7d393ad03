"""What stands beside the sum of boligstøtte: from when, what waiting and a wrong income cost, shared homes, doubts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from families import DAY, child, children, family, person, personal_income, with_home

from budgetdesk.benefits import boligstoette
from budgetdesk.benefits.assessment import Mode, Verdict
from budgetdesk.benefits.boligstoette_correction import is_corrected
from budgetdesk.benefits.boligstoette_facts import Facts
from budgetdesk.benefits.boligstoette_formula import threshold
from budgetdesk.benefits.boligstoette_rent import allowed_area
from budgetdesk.benefits.boligstoette_start import paid_from
from budgetdesk.benefits.figures import Figures
from budgetdesk.household.case import BoligstoetteNow, IncomeBase
from budgetdesk.household.circumstances import Application
from budgetdesk.household.words import MaintenanceDuty, Role, Sharing, Tax
from budgetdesk.readers.rates import load_rates


def assess(case, day=DAY, mode=Mode.OFFICIAL):
    return boligstoette.assess(case, day, load_rates(), mode=mode)


def figures(day=DAY):
    return Figures(load_rates(), "boligstoette", day)


def shown(answer):
    return {step.text: step.amount for step in answer.steps}


PARENT = (person(1), child(2))


@pytest.mark.parametrize(
    ("applied", "moved_in", "start"),
    [
        (date(2026, 11, 20), date(2026, 10, 21), date(2026, 10, 21)),
        (date(2026, 11, 21), date(2026, 10, 21), date(2026, 12, 1)),
        (date(2026, 11, 20), date(2026, 12, 1), date(2026, 12, 1)),
        (date(2026, 11, 20), None, date(2026, 12, 1)),
        (date(2026, 12, 31), date(2019, 8, 1), date(2027, 1, 1)),
        (date(2026, 12, 1), date(2019, 8, 1), date(2027, 1, 1)),
    ],
)
def test_is_paid_from_moving_in_when_applied_for_in_30_days_and_else_from_next_month(applied, moved_in, start):
    assert paid_from(applied, moved_in, days=30) == start


def test_says_from_when_it_is_paid_and_what_a_month_of_waiting_costs():
    answer = assess(family(*PARENT))

    assert "Søger I i dag, gælder støtten fra den 01.12.2026" in shown(answer)
    assert shown(answer)["Det mister I for hver måned, I venter med at søge"] == answer.amount_per_month
    assert answer.look_again[0].on == date(2026, 11, 30)


@pytest.mark.parametrize("moved_in", [date(2026, 11, 1), date(2026, 12, 1)])
def test_does_not_hurry_those_who_moved_in_a_moment_ago(moved_in):
    answer = assess(family(*PARENT, moved_in=moved_in))

    assert f"Søger I i dag, gælder støtten fra den {moved_in:%d.%m.%Y}" in shown(answer)
    assert not any("en måned mere" in look.why for look in answer.look_again)


def test_an_application_on_its_way_is_not_asked_for_again():
    now = BoligstoetteNow(applied_on=date(2026, 10, 5))
    by_tenancy = assess(family(*PARENT, boligstoette=now))
    listed = (Application(id="boligstoette", applied_on=date(2026, 10, 5)),)
    by_list = assess(replace(family(*PARENT), applications=listed))

    for answer in (by_tenancy, by_list):
        assert "Søgt den 05.10.2026: gælder fra den 01.11.2026" in shown(answer)
        assert not any("en måned mere" in look.why for look in answer.look_again)


def test_an_application_of_today_counts_and_one_of_tomorrow_does_not():
    today, tomorrow = (
        family(*PARENT, boligstoette=BoligstoetteNow(applied_on=day)) for day in (DAY, date(2026, 11, 21))
    )

    assert any(text.startswith("Søgt den 20.11.2026") for text in shown(assess(today)))
    assert any(text.startswith("Søger I i dag") for text in shown(assess(tomorrow)))


def test_what_is_paid_today_stands_beside_the_sum():
    answer = assess(family(*PARENT, boligstoette=BoligstoetteNow(amount=Decimal(3000))))

    assert shown(answer)["Boligstøtte, som I får i dag, pr. måned"] == 3000
    assert shown(answer)["Forskel mellem udregningen og det, I får, pr. måned"] == answer.amount_per_month - 3000


def test_says_how_much_the_benefit_falls_when_the_income_rises_by_a_thousand():
    answer = assess(family(person(1), child(2), income=24000))

    # 18 % of 1.000 is 180.
    assert shown(answer)["Tjener I tusind kroner mere om måneden, falder støtten pr. måned med"] == 180


def test_a_varying_income_shows_what_may_have_to_be_paid_back_after_a_year():
    varying = replace(personal_income(24000), max=Decimal(26000))
    lines = shown(assess(family(person(1), child(2), income=(varying,))))

    assert lines["Så meget mere kan indkomsten blive pr. måned"] == 2000
    assert lines["Så falder støtten pr. måned med"] == 360
    assert lines["Det kan I skulle betale tilbage efter et år"] == 360 * 12
    assert "Det retter Udbetaling Danmark i en af de næste måneder" in lines


@pytest.mark.parametrize(("more", "change", "corrected"), [(801, 201, True), (800, 201, False), (801, 200, False)])
def test_a_month_is_corrected_only_above_both_limits(more, change, corrected):
    assert is_corrected(Decimal(more), Decimal(change), figures()) is corrected


def test_a_small_variation_is_not_said_to_be_corrected():
    varying = replace(personal_income(24000), max=Decimal(24500))

    lines = shown(assess(family(person(1), child(2), income=(varying,))))
    assert "Det retter Udbetaling Danmark i en af de næste måneder" not in lines


def test_the_working_of_every_known_answer_ends_in_the_amount():
    homes = {"boligstoette": BoligstoetteNow(amount=Decimal(1)), "moved_in": date(2026, 11, 1)}
    for case in (family(*PARENT), family(*PARENT, **homes), family(income=60000), family(income=0, rent=1000)):
        answer = assess(case)
        assert answer.steps[-1].amount == answer.amount_per_month


# --- young couples ---------------------------------------------------------------------------------------------------

YOUNG = (person(1, born=date(1998, 1, 1)), person(2, Role.PARTNER, born=date(1997, 1, 1)))


def test_the_young_couple_rule_adds_one_increment_for_each_child_up_to_three():
    young, old = (Facts(young_rule=rule, children=2, adults=2) for rule in (True, False))

    assert threshold(young, figures()) - threshold(old, figures()) == 2 * 44900
    assert threshold(Facts(young_rule=True, children=5, adults=2), figures()) == 170300 + (3 + 3) * 44900


def test_the_young_couple_rule_is_shown_as_not_confirmed_and_does_not_change_the_amount():
    young, older = (*YOUNG, child(3)), (person(1), person(2, Role.PARTNER), child(3))
    answer, same = assess(family(*young, income=24000)), assess(family(*older, income=24000))

    assert answer.amount_per_month == same.amount_per_month
    more = [s.amount for s in answer.steps if "unge par" in s.text and "ikke bekræftet" in s.text]
    assert len(more) == 1
    assert more[0] > answer.amount_per_month
    assert not any("unge par" in s.text for s in same.steps)
    assert any("ungt par" in note for note in answer.cannot_see)
    assert not any("ungt par" in note for note in same.cannot_see)


def test_the_doubt_about_the_young_couple_rule_turns_a_no_into_a_question():
    case = family(*YOUNG, child(3), income=40000)
    older = family(person(1), person(2, Role.PARTNER), child(3), income=40000)

    assert assess(older).verdict is Verdict.NO
    answer = assess(case)
    assert (answer.verdict, answer.lowest, answer.highest > 0) == (Verdict.UNKNOWN, 0, True)


@pytest.mark.parametrize(("born", "young"), [(date(1996, 11, 21), True), (date(1996, 11, 20), False), (None, True)])
def test_a_couple_is_young_until_the_first_of_them_turns_30(born, young):
    case = family(YOUNG[0], replace(YOUNG[1], born=born), child(3), income=24000)

    assert any("unge par" in s.text for s in assess(case).steps) is young


# --- shared homes ----------------------------------------------------------------------------------------------------


def test_a_flat_share_is_one_household_and_each_ones_share_is_shown():
    mates = (person(1, base="su"), person(2, Role.ROOMMATE, base="su"), person(3, Role.ROOMMATE, base="su"))
    rows = tuple(personal_income(7086, f"p{n}") for n in (1, 2, 3))
    answer = assess(family(*mates, income=rows, rent=11000, area=95, sharing="roommates"))

    assert answer.amount_per_month == 1194  # 15 % of the capped cost
    assert shown(answer)["Delt lige mellem de voksne, til hver pr. måned"] == 398
    assert any("hele lejligheden" in note for note in answer.cannot_see)


def test_the_income_of_a_flat_mate_is_asked_for_not_taken_to_be_nothing():
    case = family(person(1), person(2, Role.ROOMMATE, base=""), income=(personal_income_of_wage(),), rent=9000)

    assert assess(case).verdict is Verdict.UNKNOWN
    assert assess(case).missing_facts == ("income",)


def personal_income_of_wage():
    return replace(personal_income(20000), kind="loen", tax=Tax.GROSS)


@pytest.mark.parametrize("word", ["bofaellesskab_saerligt", "bofaellesskab_55", "bofaellesskab_almen"])
def test_a_bofaellesskab_has_a_ceiling_for_each_resident(word):
    answer = assess(family(income=13000, rent=4000, area=30, sharing=word))

    assert (answer.verdict, answer.lowest, answer.highest) == (Verdict.UNKNOWN, 0, 1401)  # 16.812 / 12
    assert answer.vejledende
    assert shown(answer)["Højeste boligudgift pr. år for hver beboer"] == 31700
    assert shown(answer)["Den almindelige formel pr. måned (ikke bekræftet for bofællesskaber)"] == 1401
    assert answer.variant == "boligsikring"


def test_income_above_the_limit_tapers_the_ordinary_formula_of_a_resident():
    # 60 % of 31.700 is 19.020; 18 % of 240.000 - 170.300 is 12.546.
    answer = assess(family(income=20000, rent=4000, area=30, sharing="bofaellesskab_almen"))

    assert shown(answer)["Den almindelige formel pr. måned (ikke bekræftet for bofællesskaber)"] == 540  # 6.474 / 12


def test_a_resident_never_gets_more_than_the_own_share_costs():
    answer = assess(family(income=13000, rent=1000, area=20, sharing="bofaellesskab_almen"))

    assert answer.highest == round((1000 * 12 + 20 * 35) / Decimal(12))


def test_in_a_bofaellesskab_the_others_income_and_area_do_not_count():
    alone = family(income=13000, rent=4000, area=70, sharing="bofaellesskab_3_4")
    together = replace(
        alone,
        persons=(*alone.persons, person(2, Role.ROOMMATE)),
        income=(*alone.income, personal_income(40000, "p2")),
    )

    assert assess(together).amount_per_month == assess(alone).amount_per_month


def test_three_or_four_in_a_family_home_count_65_m2_and_20_more_with_children_however_many():
    areas = [allowed_area(Facts(sharing=Sharing.BOFAELLESSKAB_3_4, children=count), figures()) for count in (0, 1, 3)]

    assert areas == [65, 85, 85]


def test_below_the_minimum_three_or_four_in_a_family_home_are_not_told_no():
    # § 24 g, stk. 3 names § 33 for the other bofællesskaber only.
    rent = (Decimal(31700) - 30 * Decimal(35)) / 12
    small = assess(family(income=13000, rent=rent, area=30, sharing="bofaellesskab_3_4"))

    assert assess(family(income=13000, rent=rent, area=30)).verdict is Verdict.NO
    assert (small.verdict, small.lowest, small.highest) == (Verdict.UNKNOWN, 0, 250)


def test_a_bofaellesskab_needs_no_kitchen_of_its_own():
    assert assess(family(own_kitchen=False, sharing="bofaellesskab_almen")).verdict is Verdict.UNKNOWN
    assert assess(family(own_kitchen=False, sharing="bofaellesskab_3_4")).verdict is Verdict.YES
    assert assess(family(own_kitchen=False, sharing="roommates")).verdict is Verdict.NO


@pytest.mark.parametrize("word", ["kollektivt", "noget andet"])
def test_another_word_for_sharing_is_asked_about(word):
    answer = assess(family(sharing=word))

    assert (answer.verdict, answer.amount_per_month) == (Verdict.UNKNOWN, None)


# --- doubts ----------------------------------------------------------------------------------------------------------


def test_the_minimum_is_for_a_first_award_so_one_who_gets_it_today_is_not_told_no():
    rent = (Decimal(31700) - 40 * Decimal(35)) / 12  # 3.000 a year is left, below 3.696
    gets = BoligstoetteNow(amount=Decimal(320))

    assert assess(family(*PARENT, income=0, rent=rent, area=40)).verdict is Verdict.NO
    answer = assess(family(*PARENT, income=0, rent=rent, area=40, boligstoette=gets))
    assert (answer.verdict, answer.lowest, answer.highest) == (Verdict.UNKNOWN, 0, 250)


def test_the_loft_does_not_touch_an_amount_below_it():
    pair = (person(1, base="kontanthjaelp_forhoejet"), person(2, Role.PARTNER, base="kontanthjaelp_forhoejet"))
    # Boligudgift 33.000 less the own payment 28.700 is 358 a month, less than the lowest the ceiling could be.
    rent = (Decimal(33000) - 60 * Decimal(35)) / 12
    answer = assess(family(*pair, child(3), income=0, rent=rent, area=60))

    assert (answer.verdict, answer.amount_per_month) == (Verdict.YES, 358)


def test_the_loft_lowers_the_bottom_of_a_range_with_missing_facts():
    pair = (person(1, base="kontanthjaelp_forhoejet"), person(2, Role.PARTNER, base="kontanthjaelp_forhoejet"))
    answer = assess(family(*pair, *children(2), income=26000, rent=9000, area=90, heating=None))

    assert answer.lowest == 368


def test_in_2025_the_loft_is_one_amount():
    pair = (person(1, base="kontanthjaelp_forhoejet"), person(2, Role.PARTNER, base="kontanthjaelp_grundsats"))
    answer = assess(family(*pair, *children(2), income=26000, rent=9000, area=90), date(2025, 9, 1))

    assert [s.amount for s in answer.steps if "loft" in s.text] == [363]


@pytest.mark.parametrize("kind", ["privat", "kommunal", "andet"])
def test_only_an_almen_home_loses_its_ceiling_when_the_municipality_gave_it(kind):
    pensioner = person(1, base="folkepension", born=date(1950, 1, 1))
    almen = family(pensioner, income=0, rent=15000, area=60, assigned_by_municipality=True)

    assert assess(almen).amount_per_month > 4969
    assert assess(with_home(almen, kind=kind)).amount_per_month == 4969


def test_a_foreign_pension_may_be_a_pension_so_it_is_asked_about():
    abroad = person(1, base="andet", born=date(1950, 1, 1))
    answer = assess(family(abroad, income=16000, rent=6000, area=60))

    assert (answer.verdict, answer.missing_facts) == (Verdict.UNKNOWN, ("persons[p1].income_base",))


def test_atp_and_private_pension_count_and_aeldrecheck_does_not():
    pensioner = person(1, base="folkepension", born=date(1950, 1, 1))
    base = replace(personal_income(14000), kind="folkepension")
    with_atp = (base, replace(base, id="a", kind="atp", amount=Decimal(2000)))
    with_private = (base, replace(base, id="b", kind="privat_pension", amount=Decimal(2000)))
    with_check = (base, replace(base, id="c", kind="aeldrecheck", amount=Decimal(2000)))

    known = {n: assess(family(pensioner, income=n, rent=8000)).amount_per_month for n in (14000, 16000)}
    assert assess(family(pensioner, income=with_atp, rent=8000)).amount_per_month == known[16000]
    assert assess(family(pensioner, income=with_private, rent=8000)).amount_per_month == known[16000]
    assert assess(family(pensioner, income=with_check, rent=8000)).amount_per_month == known[14000]


def test_early_in_2026_it_is_said_that_the_figures_were_corrected_in_spring():
    notes = [assess(family(), day).cannot_see for day in (date(2026, 3, 31), date(2026, 4, 1))]

    assert [any("rettet i foråret" in note for note in each) for each in notes] == [True, False]


def test_full_duty_of_maintenance_asks_about_the_rest():
    case = family(water_separate=False, maintenance_duty=MaintenanceDuty.FULL)

    assert any("anden vedligeholdelse" in note for note in assess(case, mode=Mode.FULL).cannot_see)


def test_a_base_that_began_this_month_is_still_named():
    bases = (IncomeBase(base="kontanthjaelp_forhoejet", start=date(2026, 11, 10)),)
    pair = (replace(person(1), income_base=bases), person(2, Role.PARTNER, base="kontanthjaelp_forhoejet"))
    answer = assess(family(*pair, *children(2), income=26000, rent=9000, area=90))

    assert "hele måneder" in answer.cannot_see[0]
