"""The papers in the situations that happen: what they say follows the letter in hand, the day, and who signs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import document_household as sample
import pytest
from document_household import D
from pdf_reading import one_line, page_texts
from readability import PLAIN, lix

from budgetdesk.benefits.assessment import Verdict
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.papers.catalogue import DOCUMENTS, signers
from budgetdesk.documents.seals.ink import Role
from budgetdesk.documents.sheet import page
from budgetdesk.household.agreement import Agreement, Instalment, LandlordAccepted
from budgetdesk.household.case import BoligstoetteNow, Conversation, Person, Todo
from budgetdesk.household.words import Letter, PaidTo
from budgetdesk.household.words import Role as HouseholdRole
from budgetdesk.planning.plan import PlanVerdict, Standing

ARREARS = sample.record().case.arrears
BARE = replace(ARREARS, letter=Letter.NONE, letter_arrived=None)
LATE = date(2026, 12, 3)


def made(name: str, *, on: date = sample.TODAY, answers: dict[str, object] | None = None, **changes: object) -> bytes:
    record = sample.record(**changes)
    facts = {"on": on, "emergency": sample.emergency_on(record, on), **(answers or {})}
    return catalogue.make(name, record, sample.answers(record, **facts), on=on)


def text(name: str, **more: object) -> str:
    return one_line(made(name, **more))  # type: ignore[arg-type]


def accepted() -> dict[str, object]:
    yes = LandlordAccepted(by="Bente Dam", on=sample.TODAY, how="mail")
    return {
        "arrears": replace(ARREARS, landlord_accepted=yes),
        "answers": {"plan": sample.plan(Standing.ACCEPTED)},
    }


# The agreement


def test_the_signatures_stand_with_the_sum_and_the_days_and_nothing_of_the_tenants_economy() -> None:
    pages = page_texts(made("aftale"))
    signing = next(number for number, one in enumerate(pages) if "Dato og underskrift" in one)
    flat = " ".join(pages[signing].split())

    assert "Læs dette, før du skriver under" in flat
    assert "betaler 7.935 kr. over 5 gange, første gang den 1. december 2026 og sidste gang den 1. april 2027" in flat
    assert signing == len(pages) - 1
    assert not any(word in " ".join(pages) for word in ("Laveste dag", "612,35", "Kan aftalen holde?", "at leve for"))


def test_the_annex_is_a_paper_of_its_own_and_both_say_that_the_landlord_gets_it_only_when_the_tenant_says_so() -> None:
    assert "Dine egne tal står på et bilag. Det får udlejer kun, hvis du siger ja." in text("aftale")
    assert "Udlejer får det kun, hvis du siger ja" in text("aftale_bilag")
    assert "Laveste dag" in text("aftale_bilag")


@pytest.mark.parametrize(
    ("arrears", "on", "words"),
    [
        (ARREARS, sample.TODAY, "Sidste dag at betale det hele er tirsdag den 1. december 2026"),
        (ARREARS, LATE, "Fristen for at betale det hele er gået"),
        (replace(ARREARS, letter=Letter.OPHAEVELSE), sample.TODAY, "Forslaget ændrer ikke det"),
        (replace(ARREARS, letter=Letter.FOGED), sample.TODAY, "Forslaget ændrer ikke det"),
    ],
)
def test_a_proposal_says_what_holds_until_the_landlord_has_answered(arrears: object, on: date, words: str) -> None:
    assert words in text("aftale", arrears=arrears, on=on)


def test_without_a_paakrav_a_proposal_speaks_of_no_deadline() -> None:
    said = text("aftale", arrears=BARE, answers={"clock": None})

    assert "Udlejer kan stadig sende et påkrav" in said
    assert "Sidste dag at betale" not in said


def test_a_terminated_lease_is_not_said_to_need_another_paakrav() -> None:
    said = text("aftale", arrears=replace(ARREARS, letter=Letter.OPHAEVELSE))

    assert "Lejemålet er ophævet." in said
    assert "gælder lovens regler om påkrav stadig" not in said


def test_the_running_rent_is_less_the_boligstoette_that_goes_straight_to_the_landlord() -> None:
    tenancy = sample.record().case.tenancy
    straight = replace(tenancy, boligstoette=BoligstoetteNow(amount=D(2000), paid_to=PaidTo.LANDLORD))
    to_tenant = replace(tenancy, boligstoette=BoligstoetteNow(amount=D(2000), paid_to=PaidTo.TENANT))

    assert "Huslejen på 5.600 kr. skal også betales" in text("aftale", tenancy=straight)
    assert "Huslejen på 7.600 kr. skal også betales" in text("aftale", tenancy=to_tenant)


def test_a_plan_for_another_sum_than_what_is_owed_says_so() -> None:
    chosen = Agreement(instalments=(Instalment(due=date(2027, 1, 4), amount=D(5000)),))

    assert "ikke det samme beløb som det, du skylder" in text("aftale", agreement=chosen)
    assert "ikke det samme beløb" not in text("aftale")


def test_a_plan_with_a_day_that_has_passed_warns_before_the_signature() -> None:
    assert "En af dagene i planen er gået" in text("aftale", on=LATE)
    assert "En af dagene i planen er gået" not in text("aftale")


def test_a_plan_that_breaks_warns_before_the_signature_and_names_the_first_day_and_no_deeper_hole() -> None:
    broken = sample.plan(verdict=PlanVerdict.BREAKS)
    days = (sample.DayBalance(date(2026, 12, 30), D(-120)), sample.DayBalance(date(2028, 1, 19), D(-77355)))
    broken = replace(broken, curve=days, lowest=days[1], missing_per_month=D(300))
    said = text("aftale_bilag", answers={"plan": broken})

    assert "Tallene holder ikke i dag." in text("aftale", answers={"plan": broken})
    assert "Den 30. december mangler der 120 kr." in said
    assert "77.355" not in said


def test_one_day_and_one_bank_day_are_not_told_as_many() -> None:
    points = tuple(
        sample.BreakPoint(kind=kind, limit=D(1), breaks_on=date(2026, 12, 1)) for kind in ("wage_late", "benefit_late")
    )
    said = text("aftale_bilag", answers={"plan": replace(sample.plan(), breaks_when=points)})

    assert "1 bankdag " in said
    assert "1 dag " in said


# Who signs


def test_a_guardian_signs_for_a_tenant_who_cannot_and_beside_one_who_can() -> None:
    info = replace(sample.record().case.info, guardian="Grethe Holm")
    unable = sample.record(info=info, conversation=Conversation(can_sign=False)).case
    able = sample.record(info=info).case

    for name in ("brev_udlejer", "ansoegning_81", "budget", "aftale", "naeste_skridt"):
        assert [p.role for p in signers(name, unable)][:1] == [Role.GUARDIAN]
        assert [p.role for p in signers(name, able)][:2] == [Role.TENANT, Role.GUARDIAN]
    said = text("aftale", info=info, conversation=Conversation(can_sign=False))
    assert "Grethe Holm · Værge" in said
    assert "Nadia Skovgaard · Lejer" not in said
    assert "Lejer Nadia Skovgaard" in said


@pytest.mark.parametrize("name", ["aftale", "naeste_skridt"])
def test_where_an_interpreter_helped_there_is_a_line_for_the_name(name: str) -> None:
    info = replace(sample.record().case.info, interpreter=True)

    assert "læst op med tolk" in text(name, info=info)
    assert "tolk" not in text(name)


def test_a_couple_who_both_rent_each_have_a_place_on_the_agreement() -> None:
    partner = Person(id="p9", role=HouseholdRole.PARTNER, name="Omar Dahl", on_lease=True)
    said = text("aftale", persons=(*sample.record().case.persons, partner))

    assert "Omar Dahl · Medlejer" in said
    assert said.count("Dato og underskrift") == 4


# Days


@pytest.mark.parametrize("name", ["budget", "naeste_skridt", "akut_opkald"])
def test_a_deadline_that_has_passed_is_not_told_as_a_day_to_pay(name: str) -> None:
    said = text(name, on=LATE)

    assert "senest tirsdag den 1. december" not in said
    assert "Sidste dag at betale" not in said


@pytest.mark.parametrize("name", ["budget", "naeste_skridt", "akut_opkald"])
@pytest.mark.parametrize("letter", [Letter.OPHAEVELSE, Letter.FOGED])
def test_after_the_ophaevelse_no_paper_says_that_paying_stops_it(name: str, letter: Letter) -> None:
    said = text(name, arrears=replace(ARREARS, letter=letter))

    assert "Sidste dag" not in said
    assert "ikke grund til at ophæve" not in said
    assert "blive boende" in said


@pytest.mark.parametrize("name", ["budget", "naeste_skridt"])
def test_the_meeting_in_court_comes_first_until_it_has_been(name: str) -> None:
    soon = replace(ARREARS, letter=Letter.FOGED, court_meeting=date(2026, 12, 15))
    past = replace(soon, court_meeting=date(2026, 11, 10))

    assert "Mød op i fogedretten tirsdag den 15. december 2026." in text(name, arrears=soon)
    assert "Mød op" not in text(name, arrears=past)


@pytest.mark.parametrize("name", ["budget", "naeste_skridt", "akut_opkald"])
def test_with_the_landlords_yes_the_next_instalment_is_asked_for_and_not_the_whole_sum(name: str) -> None:
    said = text(name, **accepted())

    assert "1.587 kr." in said
    assert "Betal 7.935 kr." not in said


@pytest.mark.parametrize("name", ["budget", "naeste_skridt"])
def test_a_step_whose_day_has_passed_is_asked_for_soon(name: str) -> None:
    step = Todo(id="n1", who="Nadia", what="Finde regningen.", by=date(2026, 11, 13))
    said = text(name, conversation=Conversation(next_steps=(step,)))

    assert "så snart I kan" in said
    assert "13. november" not in said


def test_the_papers_name_the_bank_day_where_the_banks_are_closed_on_the_last_day() -> None:
    clock = replace(sample.CLOCK, pay_by=sample.Deadline(date(2026, 12, 24), "Banklukkedag."))

    assert "onsdag den 23. december 2026" in text("budget", answers={"clock": clock})


def test_what_only_the_two_at_the_desk_can_answer_is_not_homework() -> None:
    missing = (
        sample.Missing(path="case.conversation.can_sign", text="Kan lejeren selv skrive under?", page="sag"),
        sample.Missing(path="case.expenses[e1].evidence", text="Seneste varmeregning", page="budget"),
    )
    said = text("naeste_skridt", answers={"missing": missing})

    assert "Seneste varmeregning" in said
    assert "Kan lejeren selv skrive under?" not in said


def test_the_page_for_the_tenant_names_the_help_from_the_municipality_when_the_home_is_in_danger() -> None:
    assert "Søg kommunen om hjælp til huslejen i dag" in text("budget")
    assert "Søg kommunen om hjælp" not in text("budget", arrears=BARE, answers={"clock": None})


# The benefits


def test_the_handout_says_what_where_and_when_and_nothing_of_the_working() -> None:
    flat = text("ydelser")

    assert "Boligstøtte 2.231 kr. om måneden, vejledende Udbetaling Danmark, boligstoette.dk" in flat
    assert re.search(r"Hjælp til husleje \(§ 81 a\) Kommunen I dag", flat)
    assert "§ 22" not in flat
    assert "§ 22" in text("beregninger")


def test_the_figures_of_a_benefit_that_does_not_fit_are_left_out_and_so_are_ages_and_counts() -> None:
    age = replace(sample.RATE, name="alder", title="Aldersgrænse", unit="år", confidence=sample.Confidence.PRIMARY)
    other = replace(sample.RATE, name="gammel", title="Gammel grænse")
    yes = replace(sample.ASSESSMENTS[0], rates_used=(sample.RATE, age))
    no = replace(sample.ASSESSMENTS[1], verdict=Verdict.NO, rates_used=(other,), title="Gammel støtte")
    said = text("beregninger", answers={"assessments": (yes, no)})

    assert "Grænse for husstandens indkomst" in said
    assert "(vejledende)" in said
    assert "Aldersgrænse" not in said
    assert "Gammel grænse" not in said


def test_what_does_not_fit_stands_on_the_handout_on_one_line_of_its_own() -> None:
    no = replace(sample.ASSESSMENTS[0], verdict=Verdict.NO, summary="Boligstøtte er ikke relevant: huslejen er lav.")

    assert "Set på, og passer ikke nu Boligstøtte er ikke relevant: huslejen er lav." in text(
        "ydelser", answers={"assessments": (no,)}
    )


@pytest.mark.parametrize(
    ("summary", "told"),
    [
        ("§ 34 er ophævet.", "Særlig støtte (§ 34). § 34 er ophævet."),
        ("Særlig støtte er ikke relevant.", "Særlig støtte (§ 34) er ikke relevant."),
    ],
)
def test_a_benefit_that_does_not_fit_is_named_once_and_a_space_stands_behind_the_stop(summary: str, told: str) -> None:
    no = replace(sample.ASSESSMENTS[0], verdict=Verdict.NO, title="Særlig støtte (§ 34)", summary=summary)

    assert told in text("ydelser", answers={"assessments": (no,)})


# All of them


@pytest.mark.parametrize("name", list(DOCUMENTS))
def test_no_heading_stands_alone_at_the_foot_of_a_page(name: str) -> None:
    headings = {"Underskrifter", "Hvis noget går galt", "Det har vi regnet med (samme liste for alle)", "Tal fra loven"}
    for one in page_texts(made(name)):
        lines = [line for line in one.split("\n") if line and "Side " not in line and not line.startswith("Sag ")]
        assert lines[-1] not in headings


@pytest.mark.parametrize("name", list(DOCUMENTS))
def test_an_amount_its_unit_a_day_and_its_month_are_never_parted(name: str) -> None:
    for one in page_texts(made(name)):
        assert not re.search(r"\d\n+(kr\.|%)", one)
        assert not re.search(r"\d\.\n+(januar|februar|marts|april|maj|juni|november|december)", one)
        assert not re.search(r"§\n", one)


def test_the_smallest_letters_on_paper_are_eight_points() -> None:
    styles = [value for value in vars(page).values() if hasattr(value, "fontSize")]

    assert min(style.fontSize for style in styles) >= 8


@pytest.mark.parametrize("letter", list(Letter))
@pytest.mark.parametrize("plan", [None, sample.plan(), sample.plan(Standing.ACCEPTED)])
def test_what_the_tenant_says_and_signs_is_easy_to_read(letter: Letter, plan: object) -> None:
    of = sample.record(arrears=replace(ARREARS, letter=letter))
    page_akut = sample.akut(of, plan)  # type: ignore[arg-type]
    for one in (page_akut.call_script, page_akut.landlord_letter, page_akut.application):
        prose = " ".join(one.paragraphs)
        assert lix(re.sub(r"\([^)]*(§|Ankestyrelsen)[^)]*\)", "", prose)) <= PLAIN, (one.key, lix(prose))


@pytest.mark.parametrize("letter", list(Letter))
@pytest.mark.parametrize("on", [sample.TODAY, LATE])
def test_what_the_tenants_papers_say_happens_now_is_easy_to_read(letter: Letter, on: date) -> None:
    from budgetdesk.documents.papers.next_step_texts import for_tenant

    of = sample.record(arrears=replace(ARREARS, letter=letter)).case

    assert lix(" ".join(for_tenant(of, sample.answers(on=on)))) <= PLAIN


def test_what_cannot_be_told_yet_says_so_but_help_against_eviction_never_waits() -> None:
    boligstoette = replace(sample.ASSESSMENTS[0], verdict=Verdict.UNKNOWN)
    rescue = replace(sample.ASSESSMENTS[1], missing_facts=("persons",))
    flat = " ".join(page_texts(made("ydelser", answers={"assessments": (boligstoette, rescue)}))[0].split())

    assert re.search("Her mangler vi et svar .* Boligstøtte Hvor mange m² er dit hjem på", flat)
    assert "Kommunen I dag" in flat


@pytest.mark.parametrize("words", range(4, 28, 4))
def test_a_signature_never_stands_alone_on_a_page(words: int) -> None:
    tenancy = replace(sample.record().case.tenancy, landlord="Boligorganisationen " * words)
    for one in page_texts(made("ansoegning_81", tenancy=tenancy)):
        if "Venlig hilsen" in one:
            assert "Karen Mølgaard" in one


def test_a_protected_address_is_marked_on_the_agreement_too() -> None:
    info = replace(sample.record().case.info, protected_address=True)

    assert "(beskyttet adresse)" in text("aftale", info=info)
    assert "(beskyttet adresse)" not in text("aftale")
