"""The landlord's sheet tells the claim and the agreement alone; the handout of a course tells of nobody."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from pdf_reading import one_line, page_texts
from readability import PLAIN, lix

from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import Overview, look
from budgetdesk.casework.house import House
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.sheet import texts
from budgetdesk.household.agreement import Agreement, Instalment, PlanPayment
from budgetdesk.household.case import Case, LandlordAccepted
from budgetdesk.readers.case_file import sample_case

ON = date(2026, 11, 20)
D = Decimal


@cache
def seen(case: Case) -> Overview:
    library = replace(load_library(), house=House(name="Boligrådgivningen Lærkely", phone="55 50 12 20"))
    return look(Record(case=case), ON, library)


def told(name: str, case: Case) -> str:
    pdf = catalogue.make(name, Record(case=case), seen(case), on=ON)
    return one_line(pdf).replace("\u00a0", " ")


def agreed(**more: Any) -> Case:
    case = sample_case(today=ON)
    days = (date(2026, 12, 1), date(2027, 1, 4), date(2027, 2, 1))
    instalments = tuple(Instalment(due=day, amount=D(2645)) for day in days)
    return replace(case, agreement=Agreement(instalments=instalments, **more))


def with_yes(case: Case) -> Case:
    yes = LandlordAccepted(by="Mette", on=date(2026, 11, 19), how="mail")
    return replace(case, arrears=replace(case.arrears, landlord_accepted=yes))


# the landlord's sheet


def test_the_landlord_sees_every_row_of_the_claim_and_what_is_left_of_it() -> None:
    text = told("udlejer_ark", sample_case(today=ON))

    assert "november 2026 Husleje 7.600 kr. november 2026 Påkravsgebyr 335 kr. Mangler nu 7.935 kr." in text
    assert "Der er intet aftalt endnu." in text
    assert "Lejeren siger ikke med dette papir, at beløbet er rigtigt." in text
    assert "Karen Mølgaard på 55 50 12 20" in text


def test_an_agreement_without_a_yes_is_a_proposal_on_the_sheet_and_at_its_edge() -> None:
    proposal = "Forslag, gælder først når udlejer har sagt ja"

    assert told("udlejer_ark", agreed()).count(proposal) == 2
    assert proposal not in told("udlejer_ark", with_yes(agreed()))
    assert "I har sagt ja til denne aftale den 19. november 2026." in told("udlejer_ark", with_yes(agreed()))


def test_what_is_paid_stands_at_its_instalment() -> None:
    paid = (PlanPayment(id="b1", due=date(2026, 12, 1), amount=D(2000), paid_on=date(2026, 11, 20)),)
    text = told("udlejer_ark", with_yes(agreed(payments=paid)))

    assert "1. 1. december 2026 2.645 kr. 2.000 kr. 645 kr." in text
    assert "2. 4. januar 2027 2.645 kr. 0 kr. 2.645 kr." in text
    assert "I alt 7.935 kr. 2.000 kr. 5.935 kr." in text
    assert "Betalt siden −2.000 kr. Mangler nu 5.935 kr." in text


def test_no_amount_of_the_budget_is_on_the_sheet() -> None:
    case = with_yes(agreed())
    known = {"7.600", "335", "7.935", "2.645", "0"}
    shown = set(re.findall(r"([\d.,]+) kr\.", told("udlejer_ark", case)))

    assert shown <= {*known, "5.290"}


# the handout


def test_the_handout_is_the_same_whoever_is_at_the_desk() -> None:
    case = sample_case(today=ON)
    full = catalogue.make("kursus", Record(case=case), seen(case), on=ON)
    none = catalogue.make("kursus", Record(), seen(case), on=ON)
    text = one_line(full)

    assert full == none
    assert not re.search(r"Nadia|Alma|Noah|Karen|Lærkevej|2026-0143", text)
    assert 2 <= len(page_texts(full)) <= 4


def test_every_number_in_the_handout_has_a_source_and_a_day() -> None:
    numbers = texts.load("kursus")["help"]["numbers"]
    text = told("kursus", Case())

    for one in numbers:
        assert one["source"].startswith("https://")
        assert one["confidence"] in ("primary", "secondary")
        assert isinstance(one["seen"], date)
        assert one["phone"] in text


def test_the_handout_tells_when_its_numbers_were_seen_but_never_a_day_after_its_own() -> None:
    later, record = date(2026, 12, 1), Record()
    made = catalogue.make("kursus", record, look(record, later, load_library()), on=later)

    assert "Numrene er set 21. november 2026. Står der" in one_line(made).replace("\u00a0", " ")
    assert "Numrene er set" not in told("kursus", Case())
    assert "Står der et andet nummer i dit brev, så brug det." in told("kursus", Case())


def test_the_handout_begins_with_the_rent_and_tells_whom_to_call() -> None:
    text = told("kursus", Case())

    assert text.index("1. Husleje.") < text.index("Gammel gæld")
    assert "Boligrådgivningen Lærkely 55 50 12 20" in text
    assert "Nødvendigt Kan undværes" in text


def test_the_handout_is_easy_to_read() -> None:
    words = texts.load("kursus")
    prose = [words["lead"], *words["first"]["lines"], words["first"]["lead"], words["first"]["loan"]]
    prose += [*words["letters"]["lines"], words["budget"]["lead"], words["choose"]["lead"], words["year"]["lead"]]
    prose += [words["help"]["free"], words["help"]["seen"]]

    assert lix(" ".join(prose)) <= PLAIN
