"""§§ 81 and 81 a: discretion is never no, the rescue is applied for today, and a refusal leads on."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from families import DAY, child, family

from budgetdesk.benefits import paragraf_81, paragraf_81_a
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.eviction_threat import Threat, threat
from budgetdesk.household.case import Arrears, ArrearsRow, Case, Wealth
from budgetdesk.household.circumstances import Application, Circumstances
from budgetdesk.household.words import Letter, Outcome
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


ANSWERS = {
    "changed": (None, True, False),
    "socially_exposed": (None, True, False),
    "other_way_to_pay": (None, True, False),
    "conditions_accepted": (None, True, False),
    "single_expense_paid": (None, True, False),
    "single_expense_foreseen": (None, True, False),
}


def situations():
    """Every way the checklist's facts can be answered, and each amount once with and once without."""
    for answers in product(*ANSWERS.values()):
        yield Circumstances(**dict(zip(ANSWERS, answers, strict=True)), single_expense=Decimal(5240))
    yield Circumstances()


@pytest.mark.parametrize("letter", [Letter.NONE, Letter.PAAKRAV])
def test_no_combination_of_the_checklists_facts_makes_discretion_a_no(letter):
    for facts in situations():
        case = replace(with_arrears(letter=letter), circumstances=facts)

        for rule in (paragraf_81, paragraf_81_a):
            answer = rule.assess(case, DAY, load_rates())
            assert answer.verdict is Verdict.UNKNOWN, facts
            assert "kan være relevant" in answer.summary


@pytest.mark.parametrize(
    ("amount", "letter", "verdict"),
    [
        (Decimal(0), Letter.NONE, Verdict.NO),
        (Decimal(0), Letter.PAAKRAV, Verdict.UNKNOWN),
        (None, Letter.NONE, Verdict.UNKNOWN),
        (Decimal(1), Letter.NONE, Verdict.UNKNOWN),
    ],
)
def test_81_a_is_no_only_where_it_is_known_that_nothing_is_owed(amount, letter, verdict):
    answer = help_with_rent(with_arrears(rows=(replace(ROW, amount=amount),), letter=letter))

    assert answer.verdict is verdict
    assert amount is not None or answer.missing_facts[0] == "arrears.rows[r1].amount"


def points(answer) -> dict[str, bool | None]:
    return {step.text: step.met for step in answer.checklist}


def met(case: Case, rule, part: str) -> bool | None:
    found = [value for text, value in points(rule.assess(case, DAY, load_rates())).items() if part in text]
    assert len(found) == 1, part
    return found[0]


@pytest.mark.parametrize(
    ("facts", "rule", "part", "expected"),
    [
        ({}, paragraf_81, "ændring", None),
        ({"changed": True}, paragraf_81, "ændring", True),
        ({"changed": False}, paragraf_81, "ændring", False),
        ({"single_expense_foreseen": False}, paragraf_81, "forudses", True),
        ({"single_expense_foreseen": True}, paragraf_81, "forudses", None),
        ({"single_expense_paid": True}, paragraf_81, "betalt eller aftalt", False),
        ({"single_expense_paid": False}, paragraf_81, "betalt eller aftalt", True),
        ({}, paragraf_81, "betalt eller aftalt", True),
        ({"other_way_to_pay": True}, paragraf_81, "dækkes af indtægt", False),
        ({"other_way_to_pay": False}, paragraf_81, "dækkes af indtægt", True),
        ({}, paragraf_81, "dækkes af indtægt", None),
        ({}, paragraf_81, "afgørende svært", None),
        ({"socially_exposed": True}, paragraf_81_a, "børn i hjemmet", True),
        ({"socially_exposed": False}, paragraf_81_a, "børn i hjemmet", False),
        ({}, paragraf_81_a, "børn i hjemmet", None),
        ({"conditions_accepted": True}, paragraf_81_a, "vilkår", True),
        ({}, paragraf_81_a, "restancen ikke betalt", True),
    ],
)
def test_each_point_is_answered_by_the_households_own_facts(facts, rule, part, expected):
    assert met(replace(with_arrears(), circumstances=Circumstances(**facts)), rule, part) is expected


def test_children_at_home_answer_the_point_about_children():
    case = replace(with_arrears(), persons=(*family().persons, child(3)))

    assert met(case, paragraf_81_a, "børn i hjemmet") is True


@pytest.mark.parametrize(
    ("facts", "expected"),
    [({"letter": Letter.PAAKRAV}, True), ({"letter": Letter.RYKKER}, False), ({}, None)],
)
def test_danger_is_a_paakrav_and_not_a_rykker(facts, expected):
    assert met(with_arrears(**facts), paragraf_81_a, "fare for udsættelse") is expected


@pytest.mark.parametrize(("liquid", "expected"), [("7599.99", None), ("7600", False)])
def test_money_in_the_bank_that_covers_it_is_seen(liquid, expected):
    case = replace(with_arrears(), wealth=Wealth(liquid=Decimal(liquid)))

    assert met(case, paragraf_81, "dækkes af indtægt") is expected


def test_a_paid_bill_is_normally_no_but_never_certainly():
    case = replace(with_arrears(), circumstances=Circumstances(single_expense_paid=True))
    answer = paragraf_81.assess(case, DAY, load_rates())

    assert answer.verdict is Verdict.UNKNOWN
    assert any("normalt nej" in step.because for step in answer.checklist)


def asked(*applications: Application) -> Case:
    return replace(with_arrears(letter=Letter.PAAKRAV), applications=applications)


REFUSED = Application(id="paragraf_81", outcome=Outcome.REFUSED, answered_on=date(2026, 11, 18))


def test_a_refusal_gives_the_last_day_to_complain_four_weeks_after_the_answer():
    answer = paragraf_81.assess(asked(REFUSED), DAY, load_rates())

    assert answer.look_again[0].on == date(2026, 12, 16)
    assert "Ankestyrelsen" in answer.look_again[0].why
    assert answer.summary.startswith("Kommunen sagde nej")


def test_a_refusal_leads_to_81_a_until_that_is_applied_for_too():
    alone, both = asked(REFUSED), asked(REFUSED, Application(id="paragraf_81_a", applied_on=DAY))

    for rule in (paragraf_81, paragraf_81_a):
        assert any("112-13" in look.why for look in rule.assess(alone, DAY, load_rates()).look_again)
        assert not any("112-13" in look.why for look in rule.assess(both, DAY, load_rates()).look_again)
    assert "Bed i dag om en afgørelse efter § 81 a" in help_with_rent(alone).summary


def test_a_complaint_that_is_too_late_is_not_counted_down():
    late = replace(REFUSED, answered_on=date(2026, 10, 22))
    in_time = replace(REFUSED, answered_on=date(2026, 10, 23))

    assert paragraf_81.assess(asked(in_time), DAY, load_rates()).look_again[0].on == DAY
    assert paragraf_81.assess(asked(late), DAY, load_rates()).look_again[0].on is None


def test_a_refusal_without_a_day_asks_for_it():
    answer = paragraf_81.assess(asked(replace(REFUSED, answered_on=None)), DAY, load_rates())

    assert answer.look_again[0].why.startswith("Hvornår kom afslaget?")


def test_an_application_that_waits_is_asked_about_on_its_day():
    waiting = Application(id="paragraf_81_a", applied_on=DAY, ask_again=date(2026, 12, 4))
    answer = help_with_rent(asked(waiting))

    assert answer.look_again[0].on == date(2026, 12, 4)
    assert "svaret" in answer.look_again[0].why
