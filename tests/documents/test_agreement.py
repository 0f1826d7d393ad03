"""*Aftale om afdrag* and its annex: nothing promised that does not hold, nothing left out that protects the tenant."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

import document_household as sample
import pytest
from document_household import D
from pdf_reading import one_line, page_texts

from budgetdesk.documents.papers.agreement_annex_pdf import agreement_annex_pdf
from budgetdesk.documents.papers.agreement_pdf import agreement_pdf
from budgetdesk.documents.seals import ink
from budgetdesk.documents.seals.ink import Role
from budgetdesk.errors import DocumentError
from budgetdesk.household.agreement import Agreement, Instalment, LandlordAccepted
from budgetdesk.household.case import Person
from budgetdesk.household.words import Role as HouseholdRole
from budgetdesk.planning.plan import BreakPoint, PlanVerdict, Standing

PROPOSAL = "Forslag, gælder først når udlejer har sagt ja"
CLAUSE = "Forliget kan tjene som grundlag for tvangsfuldbyrdelse"
AT = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)


@cache
def plain_text() -> str:
    return one_line(agreement_pdf(sample.record().case, sample.answers(), on=sample.TODAY))


def text_of(plan: object = None, **changes: object) -> str:
    if plan is None and not changes:
        return plain_text()
    answers = sample.answers(plan=plan or sample.plan())
    return one_line(agreement_pdf(sample.record(**changes).case, answers, on=sample.TODAY))


def annex(plan: object = None) -> str:
    answers = sample.answers(plan=plan or sample.plan())
    return one_line(agreement_annex_pdf(sample.record().case, answers, on=sample.TODAY))


def accepted() -> dict[str, object]:
    arrears = replace(
        sample.record().case.arrears,
        landlord_accepted=LandlordAccepted(by="Bente Dam, Lærkely", on=date(2026, 11, 20), how="mail"),
    )
    return {"plan": sample.plan(Standing.ACCEPTED), "arrears": arrears}


def test_a_proposal_says_so_on_every_page() -> None:
    pages = page_texts(agreement_pdf(sample.record().case, sample.answers(), on=sample.TODAY))

    assert len(pages) == 2
    assert all(PROPOSAL in page for page in pages)


def test_with_the_landlords_yes_it_says_who_said_it_and_when() -> None:
    text = text_of(**accepted())

    assert PROPOSAL not in text
    assert "Bente Dam, Lærkely sagde ja den 20. november 2026 (mail)" in text


def test_the_rows_of_arrears_and_their_sum_stand_there() -> None:
    text = text_of()

    assert "november 2026 Husleje 7.600 kr." in text
    assert "november 2026 Påkravsgebyr 335 kr." in text
    assert "I alt 7.935 kr." in text


def test_the_rest_counts_down_to_nothing_and_no_oere_is_lost() -> None:
    days = [date(2026, 12, 1) + timedelta(days=31 * i) for i in range(3)]
    instalments = tuple(
        Instalment(due=d, amount=a) for d, a in zip(days, (D(2645), D("2644.99"), D("2645.01")), strict=True)
    )
    text = text_of(replace(sample.plan(), instalments=instalments))  # fmt: skip

    assert "2.645 kr. 5.290 kr." in text
    assert "2.644,99 kr. 2.645,01 kr." in text
    assert "2.645,01 kr. 0 kr." in text


def test_the_chosen_plan_goes_before_the_one_that_was_found() -> None:
    chosen = Agreement(instalments=(Instalment(due=date(2027, 1, 4), amount=D(7935)),), policy_version="v9")
    text = text_of(agreement=chosen)

    assert "mandag den 4. januar 2027 7.935 kr. 0 kr." in text
    assert "udgave v9" in text


def test_it_says_that_the_running_rent_must_be_paid_too_and_with_which_code_the_arrears_are_paid() -> None:
    text = text_of()

    assert "Huslejen på 7.600 kr. skal også betales til tiden, den 1. hver måned." in text
    assert "+71<000123456789012+" in text


def test_signing_warns_that_it_acknowledges_the_debt() -> None:
    assert "Så kan gælden kræves i ti år i stedet for tre" in text_of()


def test_a_plain_plan_has_no_enforcement_clause() -> None:
    text = text_of()

    assert CLAUSE not in text
    assert "ikke et frivilligt forlig" in text


def test_an_ophaevelse_that_has_arrived_is_named_and_not_said_to_be_gone() -> None:
    arrears = replace(sample.record().case.arrears, ophaevelse_arrived=date(2026, 11, 19))
    text = text_of(arrears=arrears)

    assert "Lejemålet er ophævet den 19. november 2026. Aftalen ændrer ikke det." in text


def test_the_verdict_the_lowest_day_and_what_would_break_it_stand_there() -> None:
    text = annex()

    assert "Laveste dag: mandag den 30. november 2026. Da er der 612,35 kr." in text
    assert "Boligstøtten falder 250 kr. om måneden 28. februar 2027" in text
    assert "En ydelse kommer for sent ingen grænse fundet" in text


def test_what_cannot_be_borne_at_all_is_said_in_words() -> None:
    point = BreakPoint(kind="wage_late", limit=D(0), breaks_on=date(2026, 12, 1), holds=False)

    assert "Lønnen kommer for sent kan ikke tåles" in annex(replace(sample.plan(), breaks_when=(point,)))


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (PlanVerdict.HOLDS, "Ja, ud fra tallene i dag."),
        (PlanVerdict.TIGHT, "det er stramt"),
        (PlanVerdict.BREAKS, "Skriv ikke under, før det er løst."),
        (PlanVerdict.HOLDS_IF, "Ja, hvis dette sker: • Udlejer skal sige ja til planen."),
    ],
)
def test_the_verdict_is_in_words(verdict: PlanVerdict, words: str) -> None:
    assert words in annex(sample.plan(verdict=verdict))


def test_every_premise_stands_there_with_its_answer() -> None:
    text = annex()

    for premise in sample.plan().premises:
        assert premise.title in text
    assert "Alle faste regninger er set Nej El og skole mangler papir" in text
    assert "Udlejer har sagt ja Ikke endnu" in text


def test_a_partner_on_the_lease_signs_too_and_one_who_is_not_does_not() -> None:
    tenant = sample.record().case.persons[0]
    partner = Person(id="p9", role=HouseholdRole.PARTNER, name="Omar Dahl", on_lease=True)

    assert "Omar Dahl · Medlejer" in text_of(persons=(tenant, partner))
    assert "Omar Dahl" not in text_of(persons=(tenant, replace(partner, on_lease=None)))


def test_without_a_plan_there_is_a_sentence_and_no_paper() -> None:
    with pytest.raises(DocumentError, match="ingen plan"):
        agreement_pdf(sample.record().case, sample.answers(plan=None), on=sample.TODAY)


def test_thirty_six_instalments_and_twenty_rows_of_arrears_run_over_pages_with_their_headings() -> None:
    days = [date(2026, 12, 1) + timedelta(days=31 * i) for i in range(36)]
    plan = replace(sample.plan(), instalments=tuple(Instalment(due=d, amount=D("220.41")) for d in days))
    pages = page_texts(agreement_pdf(sample.record().case, sample.answers(plan=plan), on=sample.TODAY))

    assert sum("Så mangler der" in page for page in pages) >= 2


def test_the_days_before_an_instalment_counts_as_broken_come_from_the_policy() -> None:
    assert "mere end 14 dage for sen" in text_of(replace(sample.plan(), late_days=14))


def test_cpr_numbers_are_never_printed() -> None:
    person = replace(sample.record().case.persons[0], cpr="120489-1234")
    signed = [ink.typed(Role.TENANT, person.name, AT, confirmed=True)]
    pdf = agreement_pdf(sample.record(persons=(person,)).case, sample.answers(), on=sample.TODAY, ink=signed)

    assert "1234" not in one_line(pdf).replace("000123456789012", "")
