"""The tenant's page with numbers: who, what they are called, how to reach them; easy to read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import document_household as sample
from pdf_reading import one_line
from readability import PLAIN, lix

from budgetdesk.casework.record import Record
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.sheet import texts
from budgetdesk.household.course import ContactPerson


def paper(*people: ContactPerson) -> str:
    record = sample.record()
    made = replace(record, case=replace(record.case, contact_persons=people))
    return one_line(catalogue.make("kontaktpersoner", made, sample.answers(made), on=sample.TODAY))


def test_everybody_with_a_number_stands_there_and_nobody_without() -> None:
    said = paper(
        ContactPerson(
            id="k1", side="udlejer", name="Mette <b>", organisation="Lærkely", role="huslejer", phone="55501220"
        ),
        ContactPerson(id="k2", side="familie", name="Ditte", role="søster", phone="55501234"),
        ContactPerson(id="k3", side="kommune", name="Uden Nummer", organisation="Kommunen"),
    )

    assert "Lærkely Mette <b>, huslejer 55501220" in said
    assert "Søster Ditte 55501234" in said
    assert "Uden Nummer" not in said


def test_without_people_there_is_room_to_write() -> None:
    assert "Skriv navne og numre her" in paper()


def test_the_page_is_easy_to_read() -> None:
    words: dict[str, Any] = dict(texts.load("kontaktpersoner"))
    prose = " ".join([words["lead"], words["none"], words["help"]["heading"], words["help"]["text"]])

    assert lix(prose) <= PLAIN


def test_the_landlord_stands_there_by_name_with_room_for_the_number() -> None:
    said = paper()

    assert "Udlejer Boligforeningen Lærkely ________________" in said
    assert said.count("Udlejer") == 1


def test_a_landlord_with_a_contact_person_stands_there_once() -> None:
    said = paper(ContactPerson(id="k1", side="udlejning", name="Mette", role="udlejer", phone="55501220"))

    assert "Boligforeningen" not in said


def test_without_anybody_there_is_no_table_without_rows() -> None:
    nobody = one_line(catalogue.make("kontaktpersoner", Record(), sample.answers(Record()), on=sample.TODAY))

    assert "Navn Telefon" not in nobody
    assert "Kommunen Udlejer Banken" in nobody
