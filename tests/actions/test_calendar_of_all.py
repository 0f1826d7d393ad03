"""The days of all open cases of an adviser: theirs only, never the sample's, and each look-up is in the log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from budgetdesk.actions import calendar
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.errors import DocumentError
from budgetdesk.household.case import Case, CaseInfo, Conversation, Todo
from budgetdesk.household.course import Course

FRIDAY = date(2026, 11, 20)
TASK = Todo(id="n1", who="Rådgiver", what="Ring", by=date(2026, 11, 24))


def case(adviser: str, **more: object) -> Record:
    made = Case(info=CaseInfo(adviser=adviser), conversation=Conversation(next_steps=(TASK,)))
    return Record(case=replace(made, **more))  # type: ignore[arg-type] # fields of the case, chosen by the test


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder: Path = tmp_path_factory.mktemp("kalender")
    with Workspace.create(folder / "lager", passphrase="en lang sætning", today=FRIDAY, remember=False) as made:
        made.new_case(case("Karen Mølgaard"), number="1")
        made.new_case(case("Bo Berg"), number="2")
        made.new_case(case("Karen Mølgaard", course=Course(ended=date(2026, 1, 1))), number="3")
        made.new_case(case("karen mølgaard", info=CaseInfo(adviser="Karen Mølgaard", invented=True)), number="4")
        yield made


def test_only_open_cases_of_the_adviser_and_never_an_invented_one(workspace: Workspace) -> None:
    heard: list[tuple[int, int]] = []
    found = calendar.of_all(
        workspace, "Karen Mølgaard", calendar.Chosen(), on=FRIDAY, told=lambda n, of: heard.append((n, of))
    )

    assert [entry.case for entry in found] == ["1"]
    assert heard == [(1, 1)]
    assert next(look.purpose for look in workspace.look_ups("1")) == calendar.PURPOSE


def test_without_a_name_all_open_cases_are_meant(workspace: Workspace) -> None:
    assert {entry.case for entry in calendar.of_all(workspace, "", calendar.Chosen(), on=FRIDAY)} == {"1", "2"}


def test_a_kind_that_was_not_chosen_stays_out_and_an_empty_file_is_not_written() -> None:
    none = calendar.Chosen(kinds=frozenset())
    found = calendar.of_case(case("x").case, "1", none, on=FRIDAY)

    assert found == ()
    with pytest.raises(DocumentError, match="ingen dage"):
        calendar.written(found, none, now=datetime(2026, 11, 20, tzinfo=UTC))
