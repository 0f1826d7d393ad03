"""§§ 82, 82 a, 85 and the rent help of 2026: discretion is never no, a right has its figures, a repeal its last day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from families import DAY, family, person
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.benefits import huslejehjaelp_2026, paragraf_82, paragraf_82_a, paragraf_85
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.household.case import Arrears, ArrearsRow, Case
from budgetdesk.household.circumstances import Application, Circumstances
from budgetdesk.household.words import Letter, MovingReason, Outcome, Role
from budgetdesk.readers.rates import load_rates

RATES = load_rates()
TRISTATE = (None, True, False)


def situation(case: Case | None = None, **facts) -> Case:
    return replace(case or family(), circumstances=Circumstances(**facts))


@pytest.mark.parametrize(
    ("rule", "hard", "names"),
    [
        (paragraf_82, "treatment_needed", ("treatment_needed", "other_way_to_pay", "changed", "socially_exposed")),
        (paragraf_85, "moving", ("moving", "changed", "other_way_to_pay", "new_home_signed")),
        (huslejehjaelp_2026, "", ("socially_exposed", "moving", "other_way_to_pay", "changed")),
    ],
)
def test_discretion_is_no_only_where_its_one_hard_condition_fails(rule, hard, names):
    for answers in product(TRISTATE, repeat=len(names)):
        facts = dict(zip(names, answers, strict=True))
        answer = rule.assess(situation(**facts), DAY, RATES)

        assert answer.verdict is (Verdict.NO if hard and facts[hard] is False else Verdict.UNKNOWN), facts
        assert answer.checklist
        assert answer.look_again


@pytest.mark.parametrize("reason", [None, *MovingReason])
def test_85_tries_stk_1_first_and_then_stk_2(reason):
    answer = paragraf_85.assess(situation(moving=True, moving_reason=reason), DAY, RATES)

    assert answer.verdict is Verdict.UNKNOWN
    assert answer.checklist[0].text.startswith("Stk. 1")
    known = {MovingReason.BETTER_HOME: True, MovingReason.WORK: True, MovingReason.OTHER: False}
    assert answer.checklist[0].met is known.get(reason)
    assert "stk. 2" in answer.how_to_apply


def test_85_is_applied_for_in_the_new_municipality_before_signing_and_the_deposit_is_paid_back():
    answer = paragraf_85.assess(situation(moving=True, new_indskud=Decimal(21_500)), DAY, RATES)

    assert "den kommune, du flytter til" in answer.how_to_apply
    assert "før du skriver under" in answer.how_to_apply
    assert [(s.amount, "betales tilbage" in s.text) for s in answer.steps] == [(21_500, True)]
    assert answer.once is None


def test_85_says_that_a_signed_lease_is_normally_too_late():
    answer = paragraf_85.assess(situation(moving=True, new_home_signed=True), DAY, RATES)

    assert any(step.met is False and "normalt nej" in step.because for step in answer.checklist)


def test_85_asks_whether_they_are_moving_before_anything_else():
    assert paragraf_85.assess(family(), DAY, RATES).missing_facts == ("circumstances.moving",)


def test_82_sends_a_folkepensionist_to_helbredstillaeg_first():
    pensioner = family(person(1, base="folkepension", born=date(1950, 1, 1)))
    answer = paragraf_82.assess(situation(pensioner, treatment_needed=True), DAY, RATES)

    assert any("helbredstillæg først" in step.because for step in answer.checklist)


def dental(
    base: str = "kontanthjaelp_grundsats", born: date | None = date(1985, 5, 1), cost: int | None = 4600, day=DAY
):
    case = family(person(1, base=base, born=born), income=())
    amount = None if cost is None else Decimal(cost)
    return paragraf_82_a.assess(situation(case, dental_cost=amount), day, RATES)


@pytest.mark.parametrize(
    ("born", "once"),
    [
        (date(2008, 11, 20), 4000),  # 18
        (date(2001, 11, 21), 4000),  # still 24
        (date(2001, 11, 20), 2600),  # 25
        (date(1985, 5, 1), 2600),
    ],
)
def test_82_a_covers_all_above_600_up_to_24_and_65_per_cent_from_25(born, once):
    answer = dental(born=born)

    assert (answer.verdict, answer.once, answer.amount_per_month) == (Verdict.YES, once, None)


def test_82_a_is_in_doubt_for_25_to_29_on_the_lowest_rate():
    answer = dental("kontanthjaelp_mindstesats", date(1998, 5, 1))

    assert answer.verdict is Verdict.UNKNOWN
    assert (answer.lowest, answer.highest) == (Decimal("216.67"), Decimal("333.33"))
    assert answer.vejledende
    assert dental("kontanthjaelp_mindstesats", date(1996, 11, 20)).verdict is Verdict.YES


@pytest.mark.parametrize(("cost", "verdict"), [(600, Verdict.NO), (601, Verdict.YES), (None, Verdict.UNKNOWN)])
def test_82_a_begins_above_the_own_payment_of_the_year(cost, verdict):
    assert dental(cost=cost).verdict is verdict


@pytest.mark.parametrize(
    ("base", "verdict"),
    [
        ("loen", Verdict.NO),
        ("folkepension", Verdict.NO),
        ("dagpenge", Verdict.NO),
        ("ledighedsydelse", Verdict.UNKNOWN),
        ("ressourceforloeb", Verdict.UNKNOWN),
        ("andet", Verdict.UNKNOWN),
        ("", Verdict.UNKNOWN),
        ("kontanthjaelp_forhoejet", Verdict.YES),
    ],
)
def test_82_a_is_for_those_at_the_level_of_kontanthjaelp(base, verdict):
    assert dental(base).verdict is verdict


def test_82_a_asks_for_prior_approval_only_above_its_limit():
    assert not any("godkendes" in step.text for step in dental(cost=10_000).steps)
    assert any("godkendes" in step.text and step.amount == 10_000 for step in dental(cost=10_001).steps)


def test_82_a_for_a_couple_of_whom_one_is_on_kontanthjaelp_is_a_range():
    pair = family(
        person(1, base="kontanthjaelp_grundsats"),
        person(2, Role.PARTNER, base="loen", born=date(1985, 1, 1)),
        income=(),
    )
    answer = paragraf_82_a.assess(situation(pair, dental_cost=Decimal(4600)), DAY, RATES)

    assert (answer.verdict, answer.lowest, answer.highest) == (Verdict.UNKNOWN, 0, Decimal("216.67"))


@given(st.decimals(0, 100_000, places=2), st.integers(0, 2_000), st.integers(0, 100))
def test_82_a_is_never_negative_and_never_more_than_what_is_above_the_own_payment(cost, own, share):
    found = paragraf_82_a.tandtilskud(cost, Decimal(own), Decimal(share))

    assert 0 <= found <= max(Decimal(0), cost - own)


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        (date(2025, 12, 31), Verdict.NO),
        (date(2026, 1, 1), Verdict.UNKNOWN),
        (date(2026, 12, 31), Verdict.UNKNOWN),
        (date(2027, 1, 1), Verdict.NO),
    ],
)
def test_the_rent_help_lives_in_2026_alone(day, verdict):
    answer = huslejehjaelp_2026.assess(family(), day, RATES)

    assert answer.verdict is verdict
    assert answer.vejledende


def test_the_rent_help_says_what_is_not_known():
    now = huslejehjaelp_2026.assess(family(), DAY, RATES)
    after = huslejehjaelp_2026.assess(family(), date(2027, 1, 1), RATES)

    assert any("Paragraffen" in line for line in now.cannot_see)
    assert "uden at du søger" in now.how_to_apply
    assert now.look_again[0].on == date(2026, 12, 31)
    assert "ved vi ikke" in after.summary


def test_the_rent_help_is_urgent_while_a_paakrav_runs():
    owing = Arrears(rows=(ArrearsRow(id="r1", amount=Decimal(7600)),), letter=Letter.PAAKRAV)

    assert "i dag" in huslejehjaelp_2026.assess(replace(family(), arrears=owing), DAY, RATES).summary
    assert "i dag" not in huslejehjaelp_2026.assess(family(), DAY, RATES).summary


@pytest.mark.parametrize("rule", [paragraf_82, paragraf_85])
def test_a_refusal_gives_the_last_day_to_complain(rule):
    refused = Application(id=rule.BENEFIT, outcome=Outcome.REFUSED, answered_on=date(2026, 11, 18))
    answer = rule.assess(replace(family(), applications=(refused,)), DAY, RATES)

    assert answer.look_again[0].on == date(2026, 12, 16)
