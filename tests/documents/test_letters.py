"""The papers of the page Akut: the letters as they stand on the screen, signed by the tenant alone."""

from __future__ import annotations

import document_household as sample
import pytest
from pdf_reading import one_line
from sealed import AT, inks, key

from budgetdesk.casework.letters import BLANK
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.seals.seal import seal
from budgetdesk.documents.seals.verify import verify
from budgetdesk.errors import DocumentError
from budgetdesk.household.case import Conversation, Todo

LETTERS = {"akut_opkald": "call_script", "brev_udlejer": "landlord_letter", "ansoegning_81": "application"}


def made(name: str, **changes: object) -> bytes:
    record = sample.record(**changes)
    return catalogue.make(name, record, sample.answers(record), on=sample.TODAY)


@pytest.mark.parametrize("name", list(LETTERS))
def test_the_paper_says_what_the_screen_says(name: str) -> None:
    letter = getattr(sample.akut(sample.record(), sample.plan()), LETTERS[name])
    text = one_line(made(name))

    for paragraph in letter.paragraphs:
        for part in paragraph.replace("\u00a0", " ").split(BLANK):
            assert " ".join(part.split()) in text


@pytest.mark.parametrize("name", ["brev_udlejer", "ansoegning_81"])
def test_only_the_tenants_signature_stands_on_a_letter_and_only_it_is_recorded(name: str) -> None:
    record = sample.record()
    pdf = catalogue.make(name, record, sample.answers(record), on=sample.TODAY, ink=inks())
    found = verify(seal(pdf, signer=key(), when=AT)).ink

    assert [one.name for one in found] == ["Nadia Skovgaard"]
    assert "bekræftet på skærmen" not in one_line(pdf)


def test_the_application_leaves_the_cpr_number_to_the_applicant() -> None:
    assert "skrives af ansøger" in one_line(made("ansoegning_81"))


def test_a_protected_address_is_marked_as_one() -> None:
    info = sample.CaseInfo(number="1", protected_address=True)

    assert "(beskyttet adresse)" in one_line(made("ansoegning_81", info=info))


def test_where_an_answer_is_wanted_in_the_call_there_is_a_line_and_no_row_of_marks() -> None:
    assert "Svar: ___" not in one_line(made("akut_opkald"))


def test_the_agreed_steps_stand_with_who_what_and_when_and_those_done_are_left_out() -> None:
    steps = (
        Todo(id="n1", who="Karen", what="Ringe til udlejer", by=sample.date(2026, 11, 23)),
        Todo(id="n2", who="Nadia", what="Finde regningen", done=sample.TODAY),
    )
    text = one_line(made("naeste_skridt", conversation=Conversation(next_steps=steps)))

    assert "Karen Ringe til udlejer 23. november 2026" in text
    assert "Finde regningen" not in text


def test_without_the_page_akut_there_is_a_sentence() -> None:
    with pytest.raises(DocumentError, match="Udfyld siden Akut"):
        catalogue.make("brev_udlejer", sample.record(), sample.answers(emergency=None), on=sample.TODAY)
