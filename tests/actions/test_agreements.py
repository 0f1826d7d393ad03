"""What is agreed beside the instalments: kept, reworded, taken back, and said where it can hardly be right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from budgetdesk.actions import agreements, plans
from budgetdesk.casework.record import Record
from budgetdesk.errors import BadInputError
from budgetdesk.household.agreement import Agreement, Instalment, LandlordAccepted
from budgetdesk.household.case import Arrears, ArrearsRow, Case
from budgetdesk.household.words import AgreementForm, OphaevelseStatus
from budgetdesk.planning.wordings import Whose
from budgetdesk.readers.policy import load_policy

TODAY = date(2026, 11, 20)
POLICY = load_policy()
ARREARS = Arrears(rows=(ArrearsRow(id="r1", amount=Decimal(7935)),))
PLAN = Agreement(instalments=(Instalment(due=date(2026, 12, 1), amount=Decimal(7935)),), made_on=date(2026, 11, 20))


def record(**changes: object) -> Record:
    return Record(case=Case(arrears=ARREARS, agreement=replace(PLAN, **changes)))  # type: ignore[arg-type]  # a test


def line(of: Record, key: str):
    return next(one for one in agreements.lines(of, POLICY, TODAY) if one.key == key)


def said(of: Record) -> dict[str, str]:
    return {one.path: one.text for one in agreements.says(of, POLICY, TODAY)}


def test_an_agreement_of_which_nothing_is_known_is_none():
    empty = Record()
    named = agreements.with_part(empty, account="1234 567")

    assert agreements.agreement_of(named).account == "1234 567"
    assert agreements.with_part(named, account="").case.agreement is None


def test_other_words_for_one_agreement_are_marked_and_can_be_taken_back():
    changed = agreements.reword(record(), POLICY, "early", "  Ring,   før du betaler. ")

    assert line(changed, "early").whose is Whose.AGREEMENT
    assert line(changed, "early").text == "Ring, før du betaler."
    assert agreements.general_words(changed, "early") == record()


def test_the_general_words_typed_again_are_no_change():
    changed = agreements.reword(record(), POLICY, "early", "Ring først.")

    assert agreements.reword(changed, POLICY, "early", "Du må gerne betale før tid.") == record()


@pytest.mark.parametrize(
    ("key", "text", "why"),
    [("early", " ", "Skriv en tekst"), ("breach", "Ring.", "{dage}"), ("limitation", "Ingen fare.", "beskytter")],
)
def test_words_that_cannot_stand_are_refused_with_a_sentence(key: str, text: str, why: str):
    with pytest.raises(BadInputError) as error:
        agreements.reword(record(), POLICY, key, text)
    assert why in str(error.value)


def test_the_days_of_looking_again_are_the_policys_until_somebody_changes_them():
    # 1, 3, 9 and 12 months after 20 November 2026; 20 December is a Sunday, 20 February and November are Saturdays.
    days = (date(2026, 12, 21), date(2027, 2, 22), date(2027, 8, 20), date(2027, 11, 22))
    assert agreements.suggested_days(record(), POLICY, TODAY) == days

    own = agreements.with_day(agreements.with_part(record(), follow_up=days), 1, date(2026, 12, 1))
    assert agreements.agreement_of(own).follow_up == (date(2026, 12, 1), days[0], days[2], days[3])
    assert agreements.agreement_of(agreements.with_day(own, 0, None)).follow_up == (days[0], days[2], days[3])
    more = agreements.with_one_more_day(agreements.with_part(record(), follow_up=days), POLICY, TODAY)
    assert agreements.agreement_of(more).follow_up == (*days, date(2028, 2, 22))


def test_days_that_can_hardly_be_right_are_said_at_their_fields():
    ahead = replace(ARREARS, landlord_accepted=LandlordAccepted(by="Bente", on=date(2026, 11, 21)))
    wrong = record(
        approved_on=date(2026, 12, 24), follow_up=(date(2026, 11, 1), date(2026, 12, 1)), made_on=date(2026, 11, 22)
    )
    found = said(replace(wrong, case=replace(wrong.case, arrears=ahead)))

    assert set(found) == {
        "case.arrears.landlord_accepted.on",
        "case.agreement.approved_on",
        "case.agreement.approved_by",
        "case.agreement.made_on",
        "case.agreement.follow_up.0",
    }
    assert "fremtiden" in found["case.arrears.landlord_accepted.on"]
    assert said(record()) == {}


def test_a_day_of_looking_again_that_has_come_and_gone_is_no_mistake():
    assert said(record(made_on=date(2026, 10, 1), follow_up=(date(2026, 11, 2),))) == {}


def test_a_forlig_says_at_its_field_what_stands_in_its_way():
    texts = [one.text for one in agreements.says(record(form=AgreementForm.FRIVILLIGT_FORLIG), POLICY, TODAY)]

    assert "slået fra" in texts[0]
    assert any("Udlejer har ikke sagt ja" in text for text in texts)
    assert said(record(ophaevelse=OphaevelseStatus.SUSPENDED)) == {}


def test_instalments_changed_by_hand_are_not_approved_because_others_were():
    approved = record(made_on=None, approved_by="Lis", approved_on=TODAY)
    same = plans.with_amount(approved, 0, agreements.agreement_of(approved).instalments[0].amount)
    other = plans.with_amount(approved, 0, Decimal(1))

    assert agreements.agreement_of(same).approved_by == "Lis"
    assert agreements.agreement_of(other).approved_by == ""
    assert agreements.agreement_of(other).approved_on is None


def test_another_plan_is_not_approved_because_the_one_before_it_was():
    approved = record(made_on=None, approved_by="Lis", approved_on=TODAY, account="1234 567")
    other = plans.choose(approved, (Instalment(due=date(2027, 1, 4), amount=Decimal(7935)),), POLICY, on=TODAY)
    chosen = agreements.agreement_of(other)

    assert (chosen.approved_by, chosen.approved_on) == ("", None)
    assert chosen.account == "1234 567"
    assert chosen.policy_version == POLICY.version
