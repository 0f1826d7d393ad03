"""*Journal*: closed notes and what happened, whole or for a period; what was left out is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import document_household as sample
import pytest
from pdf_reading import needs_poppler, needs_qpdf, one_line, run

from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.papers.record_pdf import Period, period_of, record_name
from budgetdesk.errors import DocumentError
from budgetdesk.household.course import JournalNote
from budgetdesk.wording.timeline import Event, EventKind

NOTE = JournalNote(
    id="n1",
    on=date(2026, 11, 18),
    entered_on=date(2026, 11, 19),
    title="Møde 18. november 2026",
    text="Hvad vi så\nHuslejen er 7.450 kr.\n\nHvem gør hvad\nNadia: sende <b>lønsedlen</b>.",
    closed_on=date(2026, 11, 19),
    closed_by="Karen Mølgaard",
)
FIX = replace(NOTE, id="n2", on=date(2026, 11, 20), title="Rettelse", text="Det var 7.500 kr.", corrects="n1")
OPEN = replace(NOTE, id="n3", title="Halvt", text="Halvskrevet", closed_on=None)
OWN = replace(NOTE, id="n4", title="Skjult", text="Skjult tanke", own=True)
EVENTS = (
    Event(on=date(2026, 11, 17), kind=EventKind.LETTER, text="Nadia fik et påkrav.", path="a"),
    Event(on=date(2026, 11, 18), kind=EventKind.NOTE, text="Møde 18. november 2026.", path="b", detail="skjult"),
    Event(on=None, kind=EventKind.PLAN, text="En plan uden dag.", path="c"),
)


WHOLE = Period()


def made(period: Period = WHOLE) -> bytes:
    record = sample.record()
    record = replace(record, case=replace(record.case, notes=(NOTE, FIX, OPEN, OWN)))
    answers = replace(sample.answers(record), events=EVENTS)
    return catalogue.make(record_name(period), record, answers, on=sample.TODAY)


def test_closed_notes_stand_with_their_days_their_name_and_their_corrections() -> None:
    text = one_line(made())

    assert "Skete 18. november 2026, skrevet 19. november 2026, lukket 19. november 2026 af Karen Mølgaard" in text
    assert "Nadia: sende <b>lønsedlen</b>." in text
    assert "Dette notat retter notatet “Møde 18. november 2026” fra 18. november 2026." in text
    assert "Rettet i et nyere notat." in text


def test_neither_own_nor_open_notes_stand_there_and_it_is_said() -> None:
    text = one_line(made())

    assert "Skjult" not in text
    assert "Halvskrevet" not in text
    assert "Rådgiverens egne huskesedler er ikke en del af journalen." in text
    assert "Et notat er ikke lukket endnu." in text


def test_a_period_has_only_what_happened_in_it_and_says_so() -> None:
    text = one_line(made(Period(date(2026, 11, 17), date(2026, 11, 17))))

    assert "Fra 17. november 2026 til 17. november 2026" in text
    assert "Nadia fik et påkrav." in text
    assert "7.450" not in text
    assert "uden dag" not in text.replace("ikke har en dag", "")
    assert "Det, der skete uden for perioden, står ikke her." in text


def test_a_period_with_nothing_in_it_says_so() -> None:
    assert "Der står intet i journalen i denne periode." in one_line(made(Period(date(2020, 1, 1), date(2020, 2, 1))))


@pytest.mark.parametrize("days", [(None, None), (date(2026, 1, 1), None), (None, date(2026, 6, 30))])
def test_the_name_of_the_paper_holds_its_period(days: tuple[date | None, date | None]) -> None:
    assert period_of(record_name(Period(*days))) == Period(*days)


@pytest.mark.parametrize("name", ["journal:i går", "journal:2026-02-01..2026-01-01", "journal:2026-13-01.."])
def test_a_period_that_cannot_be_is_refused(name: str) -> None:
    with pytest.raises(DocumentError, match="Perioden"):
        catalogue.make(name, sample.record(), sample.answers(), on=sample.TODAY)


def test_a_very_long_note_goes_on_over_the_pages() -> None:
    long = replace(NOTE, text="Hvad vi så\n" + "\n".join(f"Linje {i} " + "ord " * 60 for i in range(120)))
    record = sample.record()
    record = replace(record, case=replace(record.case, notes=(long,)))
    text = one_line(catalogue.make("journal", record, sample.answers(record), on=sample.TODAY))

    assert "Linje 119" in text


@needs_poppler
@needs_qpdf
def test_the_paper_is_sound_and_a_screen_reader_finds_its_parts(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "a.pdf"
    file.write_bytes(made())
    tree = run("pdfinfo", "-struct-text", file)

    found = {line.strip().split()[0].rstrip(":") for line in tree.splitlines() if line.strip()}
    assert {"Document", "H1", "H2", "H3", "P", "L", "LI"} <= found
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", file)
