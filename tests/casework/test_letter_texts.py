"""What the letters and the page Akut say to whom, and on which day: nothing false is signed, nothing past is asked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from budgetdesk.casework.emergency import Emergency, emergency
from budgetdesk.casework.letters import plan_text, rows_text
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.formats import NO_BREAK
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.case import (
    Arrears,
    ArrearsRow,
    BankAccount,
    Case,
    CaseInfo,
    Conversation,
    Person,
    Tenancy,
    Wealth,
)
from budgetdesk.household.words import ArrearsKind, Letter, Role
from budgetdesk.planning.plan import PlanTest, PlanVerdict, Standing
from budgetdesk.readers.letters import load_letters
from budgetdesk.readers.rates import load_rates

TODAY = date(2026, 11, 20)
TEMPLATES = load_letters()
AMOUNTS = ["1008", "1008", "1183", "1183", "1187"]
DUES = [date(2026, 12, 1), date(2027, 1, 4), date(2027, 2, 1), date(2027, 3, 1), date(2027, 4, 1)]


def case(letter: Letter = Letter.PAAKRAV, arrived: date | None = date(2026, 11, 17), **arrears: object) -> Case:
    rows = (
        ArrearsRow(id="r1", month=Month(2026, 11), amount=Decimal(7600)),
        ArrearsRow(id="r2", kind=ArrearsKind.FEE, amount=Decimal(335)),
    )
    facts: dict[str, Any] = {"rows": rows, "letter": letter, "letter_arrived": arrived, **arrears}
    return Case(
        info=CaseInfo(adviser="Karen Mølgaard", organisation="Boligrådgivningen"),
        persons=(Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard"),),
        tenancy=Tenancy(
            landlord="Lærkely", address="Lærkevej 12", municipality="Hvidovre", rent_per_month=Decimal(7600)
        ),
        arrears=Arrears(**facts),
    )


def plan(standing: Standing = Standing.PROPOSAL, amounts: list[str] = AMOUNTS) -> PlanTest:
    instalments = tuple(Instalment(due=d, amount=Decimal(a)) for d, a in zip(DUES, amounts, strict=False))
    return PlanTest(
        on=TODAY,
        verdict=PlanVerdict.HOLDS,
        standing=standing,
        total=Decimal(7935),
        instalments=instalments,
        conditions=(),
        lowest=None,
        curve=(),
        breaks_when=(),
        premises=(),
        alternatives=(),
    )


def page(of: Case, *, on: date = TODAY, with_plan: PlanTest | None = None) -> Emergency:
    return emergency(Record(case=of), on=on, templates=TEMPLATES, plan=with_plan)


def said(answer: Emergency) -> dict[str, str]:
    letters = (answer.call_script, answer.landlord_letter, answer.application)
    return {one.key: " ".join((one.subject, *one.paragraphs)).replace(NO_BREAK, " ") for one in letters}


def test_the_letter_to_the_landlord_does_not_acknowledge_the_debt() -> None:
    text = said(page(case()))["brev_udlejer"]

    assert "siger jeg ikke, at beløbet er rigtigt" in text
    assert "jeg skylder" not in text.lower()


@pytest.mark.parametrize("letter", [Letter.NONE, Letter.RYKKER])
def test_before_a_paakrav_nobody_speaks_of_an_ophaevelse_or_of_81_a_to_the_landlord(letter: Letter) -> None:
    texts = said(page(case(letter)))

    for key in ("brev_udlejer", "opkald_udlejer"):
        assert "ophæve" not in texts[key]
        assert "§ 81" not in texts[key]
        assert "vente med at sende et påkrav" in texts[key]


@pytest.mark.parametrize("letter", [Letter.OPHAEVELSE, Letter.FOGED])
def test_after_the_ophaevelse_the_subject_asks_to_withdraw_it(letter: Letter) -> None:
    assert "trække ophævelsen tilbage" in page(case(letter)).landlord_letter.subject


def test_when_the_deadline_has_passed_no_letter_names_it_as_still_to_come() -> None:
    answer = page(case(), on=date(2026, 12, 3))
    texts = said(answer)

    assert "Fristen gik den 1. december 2026" in texts["ansoegning_81"]
    assert "Sidste dag" not in " ".join(texts.values())
    assert "flytter fristen" not in texts["brev_udlejer"]
    assert answer.title == "Et påkrav: fristen er gået"
    assert answer.by_right[0].replace(NO_BREAK, " ") == "Betal 7.935 kr. i dag, før en ophævelse når frem."


def test_a_court_meeting_that_was_held_is_told_as_held() -> None:
    texts = said(page(case(Letter.FOGED, court_meeting=date(2026, 11, 10))))

    assert "Fogedretten holdt møde den 10. november 2026" in texts["ansoegning_81"]
    assert "skal møde" not in texts["brev_udlejer"]


def test_a_court_meeting_whose_day_nobody_knows_has_a_line_for_it() -> None:
    assert "møde i fogedretten ________." in said(page(case(Letter.FOGED)))["brev_udlejer"]


def test_the_day_of_the_eviction_is_told_and_a_place_to_stay_is_asked_for() -> None:
    answer = page(case(Letter.FOGED, court_meeting=date(2026, 11, 10), eviction=date(2026, 12, 9)))

    assert "sætter mig ud den 9. december 2026" in said(answer)["ansoegning_81"]
    assert "servicelovens § 80" in said(answer)["ansoegning_81"]
    assert any("Udsættelsen er sat til onsdag den 9. december 2026" in w for w in answer.warnings)


def test_the_plan_is_one_phrase_that_can_be_said_in_a_telephone() -> None:
    told = plan_text(plan()).replace(NO_BREAK, " ")

    assert told == (
        "2 gange 1.008 kr., 2 gange 1.183 kr. og 1 gang 1.187 kr., "
        "første gang den 1. december 2026 og sidste gang den 1. april 2027"
    )


def test_one_payment_and_many_sizes_are_told_shortly() -> None:
    one = plan_text(plan(amounts=["7935"])).replace(NO_BREAK, " ")
    many = plan_text(plan(amounts=["900", "800", "700", "600", "500"])).replace(NO_BREAK, " ")

    assert one == "7.935 kr. på én gang den 1. december 2026"
    assert many.startswith("5 gange, fra 500 kr. til 900 kr., første gang")


def test_what_is_owed_is_told_with_each_amount_and_one_row_without() -> None:
    rows = case().arrears.rows

    assert rows_text(rows).replace(NO_BREAK, " ") == "husleje for november 2026 (7.600 kr.) og påkravsgebyr (335 kr.)"
    assert rows_text(rows[:1]) == "husleje for november 2026"


def test_with_the_landlords_yes_the_letters_ask_for_it_in_writing_and_propose_nothing() -> None:
    answer = page(case(), with_plan=plan(Standing.ACCEPTED))
    texts = said(answer)

    assert "Det er et forslag" not in texts["brev_udlejer"]
    assert "Giver I afdragsordninger" not in texts["opkald_udlejer"]
    assert "påkravet er sat i bero" in texts["brev_udlejer"]
    assert "kan ikke selv skaffe" not in texts["ansoegning_81"]
    pays = [t.what.replace(NO_BREAK, " ") for t in answer.todos if t.what.startswith("Betal")]
    assert pays == ["Betal raten på 1.008 kr. til udlejer.", "Betal også huslejen for december 2026: 7.600 kr."]


def test_who_has_the_money_does_not_sign_that_it_cannot_be_found() -> None:
    poor, rich = case(), replace(case(), bank=(BankAccount(id="b1", balance=Decimal(9000)),))

    assert "kan ikke selv skaffe pengene" in said(page(poor))["ansoegning_81"]
    assert "kan ikke selv skaffe pengene" not in said(page(rich))["ansoegning_81"]
    assert any("penge nok til hele restancen" in w for w in page(rich).warnings)


def test_guardian_interpreter_and_protected_address_are_warned_about_first() -> None:
    info = replace(case().info, guardian="Grethe Holm", interpreter=True, protected_address=True)
    careful = replace(case(), info=info, conversation=Conversation(can_sign=False))
    warnings = page(careful).warnings

    assert warnings[0] == "Få værgen, Grethe Holm, med, før noget bliver skrevet under."
    assert "aldrig et barn" in warnings[1]
    assert "beskyttet" in warnings[2]


def test_two_weeks_after_the_notice_somebody_asks_for_the_municipalitys_answer() -> None:
    told = Record(case=case(Letter.FOGED, municipality_notified=date(2026, 11, 18)))
    answer = emergency(told, on=TODAY, templates=TEMPLATES, rates=load_rates())

    asked = [t for t in answer.todos if "§ 5 a" in t.what]
    assert [t.by for t in asked] == [date(2026, 12, 2)]
    assert "kontrollér gældende ordlyd" in asked[0].what


@pytest.mark.parametrize("letter", list(Letter))
@pytest.mark.parametrize("on", [TODAY, date(2026, 12, 3)])
def test_no_step_asks_for_anything_in_the_past(letter: Letter, on: date) -> None:
    answer = page(case(letter, court_meeting=date(2026, 11, 10) if letter is Letter.FOGED else None), on=on)

    assert all(t.by and t.by >= on for t in answer.todos)


def test_no_name_of_a_third_person_no_cpr_number_and_no_marks_left_over_stand_in_a_letter() -> None:
    for letter in Letter:
        for text in said(page(case(letter), with_plan=plan())).values():
            assert not re.search(r"[{}]|\.\.|\d{6}-\d{4}", text)


def test_the_headline_says_once_that_the_deadline_has_passed() -> None:
    from budgetdesk.wording.emergency import headline

    assert headline(page(case(), on=date(2026, 12, 3))) == (
        "Et påkrav: fristen er gået. Sidste dag var 1. december 2026"
    )
    assert headline(page(case())) == "Et påkrav: fristen løber. 11 dage til sidste dag at betale, 1. december"


def test_money_on_the_account_is_not_counted_twice_as_liquid() -> None:
    twice = replace(case(), bank=(BankAccount(id="b1", balance=Decimal(5000)),), wealth=Wealth(liquid=Decimal(5000)))

    assert "kan ikke selv skaffe pengene" in said(page(twice))["ansoegning_81"]
