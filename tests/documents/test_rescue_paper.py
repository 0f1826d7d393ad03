"""The rescue time line on paper: one page each, easy for the tenant, nothing of the economy for the landlord."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from typing import Any

import document_household as sample
import pytest
from document_household import D
from pdf_reading import one_line, page_texts
from pypdf import PdfReader
from readability import PLAIN, lix

from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import look
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.sheet import texts
from budgetdesk.household.agreement import LandlordAccepted
from budgetdesk.household.case import Case, Consent, Income, Person
from budgetdesk.household.circumstances import Application
from budgetdesk.household.words import Letter, Role, Tax
from budgetdesk.planning.plan import Standing
from budgetdesk.readers.case_file import sample_case
from budgetdesk.wording import rescue as words

ON = sample.TODAY
BOTH = ("redning", "redning_udlejer")
ARREARS = sample.record().case.arrears
STAGES: dict[str, dict[str, Any]] = {
    "no letter": {"letter": Letter.NONE, "letter_arrived": None},
    "rykker": {"letter": Letter.RYKKER},
    "påkrav": {},
    "ophævelse": {"letter": Letter.OPHAEVELSE, "letter_arrived": ON, "ophaevelse_arrived": ON},
    "fogedret": {"letter": Letter.FOGED, "court_meeting": date(2027, 1, 12)},
    "eviction": {"letter": Letter.FOGED, "court_meeting": date(2026, 11, 12), "eviction": date(2026, 12, 3)},
    "over": {"letter": Letter.FOGED, "eviction": date(2026, 11, 12)},
}


def made(name: str, *, on: date = ON, standing: Standing = Standing.PROPOSAL, **changes: object) -> bytes:
    record = sample.record(**changes)
    answers = sample.answers(record, on=on, plan=sample.plan(standing))
    return catalogue.make(name, record, answers, on=on)


def text(name: str, **more: object) -> str:
    return one_line(made(name, **more))  # type: ignore[arg-type]


def of_whole_sample(name: str, **changes: object) -> str:
    """The paper of the sample household with everything it has: wage, benefits, debts."""
    case = replace(sample_case(today=ON), **changes)  # type: ignore[arg-type]
    record = Record(case=case)
    return one_line(catalogue.make(name, record, look(record, ON, load_library()), on=ON))


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("stage", list(STAGES))
def test_it_is_one_page_at_every_stage(name: str, stage: str) -> None:
    assert len(page_texts(made(name, arrears=replace(ARREARS, **STAGES[stage])))) == 1


@pytest.mark.parametrize("name", BOTH)
def test_it_is_one_page_with_long_names_and_many_kinds_of_income(name: str) -> None:
    long = "Anne-Margrethe Kirstine Østergaard-Sørensen Bøgelund"
    rows = tuple(
        Income(id=f"i{n}", person="p1", kind=kind, amount=D(1234), tax=Tax.NET, pays_on="day:27")
        for n, kind in enumerate(("loen", "boerneydelse", "boernetilskud", "logi", "folkepension", "andet"))
    )
    tenancy = replace(sample.record().case.tenancy, landlord=long * 2, address=f"{long} 123, 4. dør 12, 4720 Præstø")
    tenant = Person(id="p1", role=Role.TENANT, name=long * 2)

    assert len(page_texts(made(name, persons=(tenant,), income=rows, tenancy=tenancy))) == 1


# The tenant's page


def test_the_tenant_sees_the_day_each_help_and_how_it_usually_goes() -> None:
    said = of_whole_sample("redning")

    assert "Betal 7.935 kr. senest tirsdag den 1. december 2026" in said
    assert "Næste løn" in said
    assert "I tide: 30. november" in said
    assert "Efter fristen: mellem 11. og 18. december, hvis der søges i dag" in said
    assert "Møde i fogedretten: mellem 30. december og 27. januar (et skøn)" in said


@pytest.mark.parametrize("stage", list(STAGES))
def test_the_tenants_page_is_easy_to_read(stage: str) -> None:
    case = replace(sample_case(today=ON), arrears=replace(sample_case(today=ON).arrears, **STAGES[stage]))
    rescue = look(Record(case=case), ON, load_library()).rescue
    assert rescue
    told = texts.load("redning")
    fixed = [
        words.EMPTY,
        words.NO_DAY,
        words.OTHER_KIND,
        *told["box"].values(),
        told["help"]["key"],
        told["steps"]["lead"],
    ]
    prose = " ".join([*fixed, words.heading(rescue), *(words.advice(line) for line in rescue.lines)])

    assert lix(prose) <= PLAIN, (lix(prose), prose)


def test_the_words_of_both_pages_promise_no_right_and_say_ophaevelse() -> None:
    prose = str(texts.load("redning")).lower()

    assert "ret til" not in prose
    assert "opsig" not in prose


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("stage", list(STAGES))
def test_no_page_states_a_duty_within_fourteen_days_or_counts_down(name: str, stage: str) -> None:
    said = text(name, arrears=replace(ARREARS, **STAGES[stage]))

    assert "14 dage" not in said
    assert not re.search(r"\d+ dage (til|tilbage)", said)


@pytest.mark.parametrize("stage", ["ophævelse", "fogedret", "eviction", "over"])
def test_after_the_ophaevelse_the_tenants_page_does_not_say_that_paying_stops_it(stage: str) -> None:
    said = text("redning", arrears=replace(ARREARS, **STAGES[stage]))

    assert "senest tirsdag den 1. december" not in said
    assert "Kun udlejers ja" in said or "Udsættelsen er sket" in said


def test_with_the_landlords_yes_the_next_instalment_is_what_to_remember() -> None:
    yes = replace(ARREARS, landlord_accepted=LandlordAccepted(by="Bente Dam", on=ON, how="mail"))
    said = text("redning", arrears=yes, standing=Standing.ACCEPTED)

    assert "Udlejer har sagt ja til afdrag. Betal 1.587 kr. senest tirsdag den 1. december 2026" in said
    assert "Betal 7.935 kr." not in said


# The landlord's page


def shared(case: Case, **consent: object) -> dict[str, object]:
    """A consent to the landlord, and an application that waits."""
    given: dict[str, object] = {
        "id": "c1", "purpose": "Aftale om restancen", "recipient": "Boligforeningen Lærkely", "given": ON,
    }  # fmt: skip
    one = Consent(**{**given, **consent})  # type: ignore[arg-type]
    return {
        "conversation": replace(case.conversation, consents=(one,)),
        "applications": (Application(id="paragraf_81_a", applied_on=ON),),
    }


def test_the_landlords_page_holds_nothing_of_the_tenants_economy() -> None:
    """Of the whole sample: no income, benefit, debt, account or family, and no amount but the landlord's own claim."""
    said = of_whole_sample("redning_udlejer", applications=(Application(id="paragraf_81_a", applied_on=ON),))
    private = (
        "løn", "boligstøtte", "børne", "kontanthjælp", "feriepenge", "§ 81", "konto", "gæld", "familie", "kommunen om",
        "Alma", "Noah", "Gældsstyrelsen", "15.304", "7.526",
    )  # fmt: skip

    assert [one for one in private if one.lower() in said.lower()] == []
    assert set(re.findall(r"\d[\d.]*(?:,\d+)? kr\.", said)) == {"7.935 kr.", "7.600 kr.", "335 kr."}


def test_the_landlords_page_is_no_admission_of_the_debt() -> None:
    assert "Lejeren siger ikke med dette papir, at beløbet er rigtigt." in text("redning_udlejer")


def test_a_proposal_is_not_told_to_the_landlord_and_an_agreed_plan_is() -> None:
    yes = replace(ARREARS, landlord_accepted=LandlordAccepted(by="Bente Dam", on=ON, how="mail"))
    agreed = text("redning_udlejer", arrears=yes, standing=Standing.ACCEPTED)

    assert "1.587 kr." not in text("redning_udlejer")
    assert "Der er intet aftalt endnu" in text("redning_udlejer")
    assert "Næste rate er 1.587 kr. senest tirsdag den 1. december 2026" in agreed


def test_with_consent_the_landlord_learns_that_an_answer_is_awaited_but_not_of_what() -> None:
    said = of_whole_sample("redning_udlejer", **shared(sample_case(today=ON)))

    assert "Svaret kommer normalt senest fredag den 18. december 2026" in said
    assert "§ 81" not in said.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "consent",
    [
        {"recipient": "Kommunen"},
        {"recipient": ""},
        {"withdrawn": ON},
        {"until": date(2026, 11, 19)},
        {"given": None},
        {"given": date(2026, 11, 21)},
    ],
)
def test_without_a_consent_in_force_to_the_landlord_no_application_is_told(consent: dict[str, object]) -> None:
    case = sample_case(today=ON)

    assert "Svaret kommer" not in of_whole_sample("redning_udlejer", **shared(case, **consent))


def test_a_consent_to_the_landlord_by_the_plain_word_counts_until_its_last_day() -> None:
    given = shared(sample_case(today=ON), recipient="Udlejer", until=ON)

    assert "Svaret kommer normalt" in of_whole_sample("redning_udlejer", **given)


def test_an_almen_landlord_is_reminded_of_the_notice_to_the_municipality() -> None:
    private = replace(sample.record().case.tenancy, kind="privat")

    assert "almenlejeloven § 92, stk. 2" in text("redning_udlejer")
    assert "§ 92" not in text("redning_udlejer", tenancy=private)


# For screen readers


@pytest.mark.parametrize("name", BOTH)
def test_every_mark_belongs_to_one_tag_and_the_picture_is_outside_all_of_them(name: str) -> None:
    reader = PdfReader(io.BytesIO(made(name)))
    tree: Any = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]  # type: ignore[index]
    content = reader.pages[0].get_contents().get_data()  # type: ignore[union-attr]

    assert content.count(b"BDC") == len(tree[1].get_object())
    assert content.count(b"/Artifact BMC") > 2


def test_without_arrears_the_landlord_is_not_told_of_help_that_is_in_time() -> None:
    said = one_line(catalogue.make("redning_udlejer", Record(), sample.answers(Record()), on=sample.TODAY))

    assert "Der er ikke skrevet nogen restance i sagen." in said
    assert "hvilken hjælp" not in said
