"""Letters and postcards to the tenant on paper: whole, tagged, and a card that is a card."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pdf_reading import one_line
from pypdf import PdfReader

from budgetdesk.casework.contact_texts import fill
from budgetdesk.casework.house import House
from budgetdesk.documents.papers.contact_letter_pdf import CARD, contact_letter_pdf, postcard_pdf
from budgetdesk.errors import DocumentError
from budgetdesk.household.case import Case, CaseInfo, Person
from budgetdesk.household.words import ContactKind, Role
from budgetdesk.readers.contact_texts import load_contact_texts

FRIDAY = date(2026, 11, 20)
CASE = Case(
    info=CaseInfo(adviser="Karen Mølgaard"),
    persons=(Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard"),),
)
HOUSE = House(name="Boligrådgivningen Lærkely", phone="43 55 12 00")


@pytest.mark.parametrize("key", [k for k, t in load_contact_texts().items() if t.kind is ContactKind.LETTER])
def test_a_letter_is_one_tagged_page_without_a_number_or_an_address(key: str) -> None:
    made = fill(load_contact_texts()[key], CASE, HOUSE, FRIDAY)
    pdf = contact_letter_pdf(made.subject, made.text, on=FRIDAY, organisation=HOUSE.name)
    reader = PdfReader(BytesIO(pdf))

    assert len(reader.pages) == 1
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Kære Nadia" in one_line(pdf)
    assert "Sag " not in one_line(pdf)


@pytest.mark.parametrize("key", [k for k, t in load_contact_texts().items() if t.kind is ContactKind.POSTCARD])
def test_every_postcard_fits_a_card_with_room_for_the_address(key: str) -> None:
    made = fill(load_contact_texts()[key], CASE, HOUSE, FRIDAY)
    pdf = postcard_pdf(made.subject, made.text, on=FRIDAY)

    assert len(PdfReader(BytesIO(pdf)).pages) == 1
    assert "Frimærke" in one_line(pdf)
    assert [round(side / 72 * 25.4) for side in CARD] == [148, 105]


def test_a_postcard_that_is_too_long_is_not_cut_off_but_refused() -> None:
    with pytest.raises(DocumentError, match="for lang til et postkort"):
        postcard_pdf("Hej", "\n\n".join(["En lang linje om ingenting, igen og igen."] * 20), on=FRIDAY)


def test_what_is_typed_commands_nothing() -> None:
    assert "<b>Nadia</b> & {x}" in one_line(contact_letter_pdf("<i>Hej", "<b>Nadia</b> & {x}", on=FRIDAY))
