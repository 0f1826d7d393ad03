"""The tenant's page of tasks: whose each is, by when, in words that are easy to read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import document_household as sample
from pdf_reading import one_line
from readability import PLAIN, lix

from budgetdesk.casework.record import Record
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.papers.tasks_pdf import WHAT
from budgetdesk.documents.sheet import texts
from budgetdesk.household.case import Todo


def paper(*todos: Todo) -> str:
    record = sample.record()
    talk = replace(record.case.conversation, next_steps=todos)
    made: Record = replace(record, case=replace(record.case, conversation=talk))
    return one_line(catalogue.make("opgaver", made, sample.answers(made), on=sample.TODAY))


def test_each_task_stands_under_whose_it_is_with_its_day() -> None:
    said = paper(
        Todo(id="n1", who="Rådgiver", what="Ring til kommunen", by=date(2027, 1, 5)),
        Todo(id="n2", who="Lejer", what="Find lønsedlen <b>", by=date(2027, 1, 6)),
        Todo(id="n3", who="Rådgiver og lejer", what="Mødes", by=date(2027, 1, 7), time="10.00", meeting=True),
        Todo(id="n4", who="Amina", what="Passer Noah"),
        Todo(id="n5", who="Lejer", what="Er gjort", done=date(2026, 11, 1)),
    )

    assert "Det gør du Find lønsedlen <b> Senest onsdag den 6. januar 2027" in said
    assert "Det gør vi sammen Mødes Torsdag den 7. januar 2027 kl. 10.00" in said
    assert "Det gør jeg Ring til kommunen Senest tirsdag den 5. januar 2027" in said
    assert "Det gør andre Amina: Passer Noah Når du kan" in said
    assert "Er gjort" not in said


def test_what_is_late_is_to_be_done_now_without_blame() -> None:
    assert "Gør det nu, eller ring." in paper(Todo(id="n1", who="Lejer", what="Find brevet", by=date(2020, 1, 1)))


def test_an_empty_page_has_room_to_write() -> None:
    assert "Skriv det her, mens vi taler sammen." in paper()


def test_the_page_is_easy_to_read_and_large() -> None:
    prose = " ".join(_sentences(texts.load("opgaver")))

    assert lix(prose) <= PLAIN, prose
    assert WHAT.fontSize >= 14


def _sentences(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value] if value.endswith((".", "?")) else []
    parts = value.values() if hasattr(value, "values") else value
    return [sentence for part in parts for sentence in _sentences(part)]
