"""Letters on a real encrypted store: what was changed is there after a restart, and what was read is what is sealed."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import letter_cases as cases
from pypdf import PdfReader

from budgetdesk.actions import letters
from budgetdesk.actions.desk import memory_desk
from budgetdesk.actions.letter_desk import LetterDesk
from budgetdesk.actions.signing import Vault, facts_of
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.documents.seals import ink
from budgetdesk.documents.seals.ink import Role
from budgetdesk.documents.seals.verify import verify

AT = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
LETTER = "brev_henstand:d9"
TYPED = "Jeg beder om en pause, til jeg har arbejde igen."


def test_a_changed_letter_is_sealed_as_it_was_read_and_kept_after_a_restart(tmp_path: Path) -> None:
    words = "fire ord efter hinanden"
    with Workspace.create(tmp_path / "p", passphrase=words, today=cases.ON, remember=False) as made:
        desk = made.new_case(Record(case=cases.owing()))
        _write(LetterDesk(desk, desk.overview, LETTER), TYPED)
        shown = facts_of(desk, LETTER)
        _write(LetterDesk(desk, desk.overview, LETTER), "Noget, der kom til bagefter.")
        vault = Vault(made, desk)
        signed = vault.sign(LETTER, ink=[ink.typed(Role.TENANT, "Nadia", AT, confirmed=True)], when=AT, shown=shown)
        case = desk.case_id

        assert TYPED in _text(signed.pdf)
        assert verify(signed.pdf).ink[0].name == "Nadia"
        assert signed.title == "Bed om en pause: Modehuset (ved Nordisk Inkasso)"
        assert signed.file_name == f"brev_henstand_{case}_2026-11-20.pdf"
        assert [paper.title for paper in vault.papers()] == [signed.title]
        assert [paper.file_name for paper in vault.papers()] == [signed.file_name]
    with Workspace.open(tmp_path / "p", passphrase=words, today=cases.ON) as again:
        desk = again.desk(case)
        letter = letters.written(LETTER, desk.record, desk.overview, desk.library, desk.drafts)

        assert "Noget, der kom til bagefter." in letter.paragraphs


def test_one_visit_to_a_part_is_one_step_back() -> None:
    desk = memory_desk(Record(case=cases.owing()), cases.ON)
    work = LetterDesk(desk, desk.overview, LETTER)
    facts = work.written().paragraphs
    part = next(part for part in work.written().parts if part.id == "ask")
    for text in ("J", "Je", "Jeg"):
        work.write("ask", text, part.facts)
    work.write("after", "Så", "Når")

    assert work.step_back()
    assert "Jeg" in work.written().paragraphs
    assert work.step_back()
    assert work.written().paragraphs == facts
    assert not work.step_back()


def test_a_letter_back_to_what_the_facts_give_leaves_no_draft() -> None:
    desk = memory_desk(Record(case=cases.owing()), cases.ON)
    work = LetterDesk(desk, desk.overview, LETTER)
    _write(work, TYPED)
    assert desk.drafts
    work.from_facts()
    work.keep()

    assert not desk.drafts


def test_an_emptied_receiver_is_whom_the_case_names() -> None:
    desk = memory_desk(Record(case=cases.owing()), cases.ON)
    work = LetterDesk(desk, desk.overview, LETTER)
    facts = work.written().to.facts
    work.write("to", "", facts)

    assert work.written().to.text == facts


def test_an_address_of_three_lines_is_a_fact_as_it_was_typed() -> None:
    desk = memory_desk(Record(case=cases.owing()), cases.ON)
    work = LetterDesk(desk, desk.overview, LETTER)
    typed = "Nordisk Inkasso\nAtt. Kundeservice\nBoks 7\n5000 Odense C"
    work.write("to", typed, work.written().to.facts)
    work.keep()

    assert work.written().to.text == typed
    assert not desk.drafts
    assert desk.record.case.debts[0].address == "Att. Kundeservice\nBoks 7\n5000 Odense C"


def test_a_receiver_that_stands_in_no_case_is_kept_with_the_letter() -> None:
    desk = memory_desk(Record(case=cases.owing()), cases.ON)
    work = LetterDesk(desk, desk.overview, "brev_basal_konto")
    work.write("to", "Arbejdernes Landsbank\nTorvet 1", work.written().to.facts)
    work.write("reference", "Kunde 7", "")
    work.keep()
    again = LetterDesk(desk, desk.overview, "brev_basal_konto")

    assert again.written().to.text == "Arbejdernes Landsbank\nTorvet 1"
    assert again.written().reference.text == "Kunde 7"


def _write(work: LetterDesk, text: str) -> None:
    part = next(part for part in work.written().parts if part.id == "ask")
    work.write("ask", text, part.facts)
    work.keep()


def _text(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())
