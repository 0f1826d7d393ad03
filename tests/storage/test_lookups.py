"""The log of look-ups: an entry for each opening with its purpose, deleted after its own time and by no wrong clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import typist

from budgetdesk.actions import rights
from budgetdesk.actions.workspace import Workspace
from budgetdesk.storage.keyrings import NO_KEYRING
from budgetdesk.storage.lookups import Look


class Wall:
    """A clock on the wall that can be moved."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 20, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Wall:
    return Wall()


@pytest.fixture
def workspace(tmp_path: Path, clock: Wall) -> Iterator[Workspace]:
    with Workspace.create(
        tmp_path / "s", passphrase=typist.PASSPHRASE, today=typist.TODAY, clock=clock, keyring=NO_KEYRING
    ) as made:
        made.new_case()
        yield made


def test_every_opening_is_one_entry_and_an_export_says_so(workspace: Workspace, tmp_path: Path) -> None:
    workspace.desk(typist.CASE)
    workspace.desk(typist.CASE, purpose="klage")
    workspace.export_case(typist.CASE, tmp_path / "sag.json")

    looks = workspace.look_ups(typist.CASE)
    assert [look.what for look in looks] == [Look.EXPORTED, Look.OPENED, Look.OPENED, Look.OPENED]
    assert [look.purpose for look in looks] == ["", "klage", "", ""]
    assert {look.who for look in looks} == {workspace.account}


def test_a_purpose_is_that_of_the_newest_opening(workspace: Workspace) -> None:
    workspace.desk(typist.CASE)
    workspace.note_purpose(typist.CASE, "lejer ringede")

    assert [look.purpose for look in workspace.look_ups(typist.CASE)] == ["lejer ringede", ""]


def test_a_case_that_is_not_there_leaves_no_entry(workspace: Workspace) -> None:
    with pytest.raises(Exception, match="findes ikke"):
        workspace.desk("2026-9999")

    assert len(workspace.look_ups(typist.CASE)) == 1


def test_entries_go_after_two_years(workspace: Workspace, clock: Wall) -> None:
    for days in range(0, 900, 100):
        clock.at = datetime(2026, 11, 20, 12, tzinfo=UTC) + timedelta(days=days)
        workspace.desk(typist.CASE)
    workspace.today = clock.at.date()

    gone = rights.forget_old_look_ups(workspace)

    left = [look.at.date() for look in workspace.look_ups(typist.CASE)]
    assert gone == 2
    assert min(left) >= date(2027, 1, 28)


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_that_jumps_ten_years_deletes_nothing(workspace: Workspace, clock: Wall, years: int) -> None:
    workspace.desk(typist.CASE)
    clock.at = clock.at.replace(year=clock.at.year + years)
    workspace.today = clock.at.date()

    assert rights.forget_old_look_ups(workspace) == 0
    assert len(workspace.look_ups(typist.CASE)) == 2
    assert len(workspace.cases()) == 1
