"""The stranger's test: whoever is handed the page can say what is left for a week, what comes first, whom to call."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from pdf_reading import one_line, page_texts

from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import look
from budgetdesk.casework.house import House
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.tenant.variants import Variant, variant
from budgetdesk.household.case import Case
from budgetdesk.readers.case_file import sample_case

ON = date(2026, 11, 20)
LIBRARY = load_library()


def handed(case: Case, *, phone: str = "55 50 12 20") -> str:
    library = replace(LIBRARY, house=House(name="Boligrådgivningen Lærkely", phone=phone))
    record = Record(case=case)
    pdf = catalogue.make("budget", record, look(record, ON, library), on=ON)
    assert len(page_texts(pdf)) == 1
    return one_line(pdf).replace("\u00a0", " ")


def with_wage(kroner: int) -> Case:
    case = sample_case(today=ON)
    rows = tuple(replace(row, paid_out=Decimal(kroner)) if row.kind == "loen" else row for row in case.income)
    return replace(case, income=rows)


def test_what_is_there_for_a_week_is_said_in_words() -> None:
    assert "Der er 1.522 kr. om ugen til mad og alt andet i hverdagen." in handed(sample_case(today=ON))


def test_less_for_a_week_than_is_spent_is_said_kindly() -> None:
    text = handed(with_wage(13000))

    assert "Der mangler 1.083 kr." in text
    assert "om ugen til hverdagen. Det er mindre, end der går ud nu. Vi finder en vej sammen." in text


def test_nothing_for_the_everyday_is_said_without_a_minus() -> None:
    text = handed(with_wage(6000))

    assert "Mangler pr. uge, før mad" in text
    assert "Der er ikke penge til hverdagen, når regningerne er betalt. Ring, så finder vi en vej." in text
    assert "−" not in text


def test_what_comes_first_has_an_amount_to_whom_and_a_day_and_there_are_three_at_most() -> None:
    happens = handed(sample_case(today=ON)).partition("Det sker nu ")[2]

    assert happens.startswith("1. Betal 7.935 kr. til Boligforeningen Lærkely senest tirsdag den 1. december 2026.")
    assert "3. Karen:" in happens
    assert "4. " not in happens.partition("Hvem kan du ringe til?")[0]
    assert "Der er en ting mere. Den tager vi bagefter." in happens


@pytest.mark.parametrize(
    ("phone", "told"),
    [
        ("55 50 12 20", "ring til Karen Mølgaard på 55 50 12 20."),
        ("", "ring til Karen Mølgaard på ____"),
    ],
    ids=["with a number", "room to write it"],
)
def test_whom_to_call_stands_there_with_the_number(phone: str, told: str) -> None:
    assert f"Hvem kan du ringe til? Er du i tvivl, så {told}" in handed(sample_case(today=ON), phone=phone)


def test_the_landlords_number_stands_there_where_it_is_known() -> None:
    case = sample_case(today=ON)
    known = replace(case, tenancy=replace(case.tenancy, landlord_phone="55 50 99 00"))

    assert "Din udlejer, Boligforeningen Lærkely, har nummer 55 50 99 00." in handed(known)


def test_of_an_empty_case_nothing_is_claimed() -> None:
    text = handed(Case())

    assert "Penge ind – Penge ud – Tilbage – Til at leve for pr. uge –" in text
    assert "om ugen" not in text
    assert "Er du i tvivl, så ring til ____" in text


def test_the_first_page_of_the_large_print_answers_all_three() -> None:
    library = replace(LIBRARY, house=House(name="Boligrådgivningen Lærkely", phone="55 50 12 20"))
    record = Record(case=sample_case(today=ON))
    first = page_texts(variant("budget", Variant.LARGE, record, look(record, ON, library), on=ON))[0]
    said = " ".join(first.replace("\u00a0", " ").split())

    assert "1.522 kr. om ugen" in said
    assert "Betal 7.935 kr. til Boligforeningen Lærkely" in said
    assert "ring til Karen Mølgaard på 55 50 12 20." in said
