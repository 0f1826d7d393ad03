"""§§ 81 and 81 a: discretion is never no, the rescue is applied for today, and a refusal leads on."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from families import DAY, family

from budgetdesk.benefits import paragraf_81, paragraf_81_a
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.eviction_threat import Threat, threat
from budgetdesk.household.case import Arrears, ArrearsRow, Case
from budgetdesk.household.words import Letter
from budgetdesk.readers.rates import load_rates

ROW = ArrearsRow(id="r1", amount=Decimal(7600))


def with_arrears(**facts) -> Case:
    return replace(family(), arrears=Arrears(**{"rows": (ROW,), **facts}))


def help_with_rent(case, day=DAY):
    return paragraf_81_a.assess(case, day, load_rates())


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (family(), Threat.NOTHING_KNOWN),
        (with_arrears(), Threat.ARREARS),
        (with_arrears(letter=Letter.RYKKER), Threat.ARREARS),
        (with_arrears(letter=Letter.PAAKRAV), Threat.PAAKRAV),
        (with_arrears(rows=(replace(ROW, paakrav_arrived=date(2026, 11, 17)),)), Threat.PAAKRAV),
        (with_arrears(letter=Letter.OPHAEVELSE), Threat.OPHAEVELSE),
        (with_arrears(ophaevelse_arrived=date(2026, 11, 18)), Threat.OPHAEVELSE),
        (with_arrears(court_meeting=date(2026, 12, 5)), Threat.OPHAEVELSE),
        (with_arrears(eviction=date(2026, 11, 20)), Threat.OPHAEVELSE),
        (with_arrears(eviction=date(2026, 11, 19)), Threat.CARRIED_OUT),
    ],
)
def test_reads_the_stage_from_the_letters(case, expected):
    assert threat(case, DAY) is expected


@pytest.mark.parametrize("letter", list(Letter))
@pytest.mark.parametrize("rule", [paragraf_81, paragraf_81_a])
def test_discretion_is_never_answered_with_no_while_rent_is_owed(rule, letter):
    answer = rule.assess(with_arrears(letter=letter), DAY, load_rates())

    assert answer.verdict is Verdict.UNKNOWN
    assert "kan være relevant" in answer.summary
    assert answer.checklist


@pytest.mark.parametrize("rule", [paragraf_81, paragraf_81_a])
def test_says_today_when_a_paakrav_runs_and_not_for_a_rykker(rule):
    assert "i dag" in rule.assess(with_arrears(letter=Letter.PAAKRAV), DAY, load_rates()).summary
    assert "i dag" not in rule.assess(with_arrears(letter=Letter.RYKKER), DAY, load_rates()).summary


def test_asks_for_the_arrears_and_the_letter_when_nothing_is_known():
    answer = help_with_rent(family())

    assert answer.verdict is Verdict.UNKNOWN
    assert answer.missing_facts == ("arrears.rows", "arrears.letter")


def test_hard_conditions_alone_give_no():
    assert help_with_rent(with_arrears(rows=(replace(ROW, amount=Decimal(0)),))).verdict is Verdict.NO
    assert help_with_rent(with_arrears(eviction=date(2026, 11, 1))).verdict is Verdict.NO


def test_a_refusal_under_81_leads_on_to_81_a():
    answer = paragraf_81.assess(with_arrears(letter=Letter.PAAKRAV), DAY, load_rates())

    assert any("112-13" in look.why and "§ 81 a" in look.why for look in answer.look_again)


def test_shows_what_is_owed_as_a_single_amount():
    assert [(step.text, step.amount) for step in help_with_rent(with_arrears()).steps] == [
        ("Restance i alt hos udlejer (engangsbeløb)", 7600)
    ]


def test_looks_again_fourteen_days_after_the_fogedret_told_the_municipality():
    told = help_with_rent(with_arrears(municipality_notified=date(2026, 11, 16)))

    assert told.look_again[0].on == date(2026, 11, 30)
    assert "kontrollér gældende ordlyd" in told.look_again[0].why
    assert help_with_rent(with_arrears(municipality_notified=date(2017, 1, 1))).look_again[0].on is None


@pytest.mark.parametrize("rule", [paragraf_81, paragraf_81_a])
def test_says_what_to_bring_and_asks_for_a_receipt(rule):
    answer = rule.assess(with_arrears(), DAY, load_rates())

    assert "kvittering" in answer.how_to_apply
    assert "budget" in answer.documents_needed
