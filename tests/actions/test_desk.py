"""One open case: saving, undo, drafts, and telling who listens."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime

import pytest

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.errors import CaseBusyError, UserCancelled
from budgetdesk.household import paths
from budgetdesk.storage.kept import Kept
from budgetdesk.storage.memory import MemoryStore

TODAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


class SlowStore(MemoryStore):
    """Saves when it is let go."""

    def __init__(self, record: Record) -> None:
        super().__init__(record)
        self.begun, self.let_go = threading.Event(), threading.Event()

    def change(self, label: str, before: Record, after: Record, *, merge: str, at: datetime) -> Kept:
        self.begun.set()
        assert self.let_go.wait(10)
        return super().change(label, before, after, merge=merge, at=at)


def a_desk() -> Desk:
    return memory_desk(Record(), TODAY, clock=lambda: NOON)


def with_landlord(desk: Desk, name: str) -> Record:
    return paths.put(desk.record, "case.tenancy.landlord", name)


def landlord(desk: Desk) -> str:
    return desk.record.case.tenancy.landlord


def test_a_change_is_the_record_and_can_be_undone_and_redone() -> None:
    desk = a_desk()
    desk.change("udlejer", with_landlord(desk, "Lærkely"))

    assert (landlord(desk), desk.can_undo, desk.can_redo, desk.saved_at) == ("Lærkely", "udlejer", None, NOON)
    assert desk.undo() == "udlejer"
    assert (landlord(desk), desk.can_undo, desk.can_redo) == ("", None, "udlejer")
    assert desk.redo() == "udlejer"
    assert landlord(desk) == "Lærkely"


def test_typing_one_field_letter_by_letter_is_one_step() -> None:
    desk = a_desk()
    for text in ("L", "Læ", "Lær"):
        desk.change("udlejer", with_landlord(desk, text), merge="case.tenancy.landlord")
    desk.undo()

    assert landlord(desk) == ""
    assert desk.can_undo is None


def test_typing_after_an_undo_starts_a_step_of_its_own() -> None:
    desk = a_desk()
    desk.change("udlejer", with_landlord(desk, "A"), merge="m")
    desk.change("adresse", paths.put(desk.record, "case.tenancy.address", "Vej 1"), merge="n")
    desk.undo()
    desk.change("udlejer", with_landlord(desk, "B"), merge="m")
    desk.undo()

    assert landlord(desk) == "A"


def test_a_new_change_drops_what_could_be_redone() -> None:
    desk = a_desk()
    desk.change("et", with_landlord(desk, "1"))
    desk.undo()
    desk.change("to", with_landlord(desk, "2"))

    assert desk.can_redo is None
    assert desk.redo() is None


def test_saving_the_same_again_is_no_step() -> None:
    desk = a_desk()
    desk.change("intet", desk.record)

    assert desk.can_undo is None


def test_nothing_to_undo_says_none() -> None:
    assert a_desk().undo() is None


def test_who_listens_is_told_of_every_change_until_they_stop() -> None:
    desk = a_desk()
    heard: list[str] = []
    stop = desk.listen(lambda: heard.append(landlord(desk)))
    desk.change("et", with_landlord(desk, "1"))
    desk.undo()
    stop()
    stop()
    desk.redo()

    assert heard == ["1", ""]


def test_a_draft_is_kept_until_the_field_can_be_read() -> None:
    desk = a_desk()
    desk.set_draft("case.tenancy.rent_per_month", "76oo")
    assert desk.drafts == {"case.tenancy.rent_per_month": "76oo"}

    desk.clear_draft("case.tenancy.rent_per_month")
    assert desk.drafts == {}


def test_a_preview_changes_nothing() -> None:
    desk = a_desk()
    seen = desk.preview(with_landlord(desk, "X"))

    assert seen.on == TODAY
    assert landlord(desk) == ""


def test_a_long_change_is_one_step_and_holds_the_case_still() -> None:
    desk = a_desk()
    told: list[str] = []
    desk.listen(lambda: told.append(landlord(desk)))
    change = desk.begin_long()
    change.save("udlejer", with_landlord(desk, "Lærkely"))
    with pytest.raises(CaseBusyError):
        desk.begin_long()
    with pytest.raises(CaseBusyError):
        desk.change("andet", with_landlord(desk, "Andet"))

    assert (landlord(desk), told) == ("", [])
    change.end()
    assert (landlord(desk), told, desk.can_undo) == ("Lærkely", ["Lærkely"], "udlejer")
    change.end()
    assert told == ["Lærkely"]


def test_a_long_change_that_saved_nothing_leaves_no_step() -> None:
    desk = a_desk()
    desk.begin_long().end()
    desk.change("udlejer", with_landlord(desk, "Lærkely"))
    assert desk.can_undo == "udlejer"


def test_a_long_change_takes_a_step_back_and_does_it_again() -> None:
    desk = a_desk()
    desk.change("udlejer", with_landlord(desk, "Lærkely"))
    back = desk.begin_long()
    back.undo()
    back.end()
    assert (landlord(desk), desk.can_redo) == ("", "udlejer")
    again = desk.begin_long()
    again.redo()
    again.end()
    assert landlord(desk) == "Lærkely"


def test_a_desk_that_is_closed_saves_no_long_change_afterwards() -> None:
    desk = a_desk()
    change = desk.begin_long()
    desk.close()
    with pytest.raises(UserCancelled):
        change.save("udlejer", with_landlord(desk, "Lærkely"))
    change.end()
    assert (landlord(desk), desk.can_undo) == ("", None)


def test_closing_waits_for_a_long_change_that_is_being_saved() -> None:
    store = SlowStore(Record())
    desk = Desk("1", store, today=TODAY, library=a_desk().library)
    change = desk.begin_long()
    saving = threading.Thread(target=change.save, args=("udlejer", with_landlord(desk, "Lærkely")))
    saving.start()
    assert store.begun.wait(10)
    closing = threading.Thread(target=desk.close)
    closing.start()
    closing.join(0.1)
    assert closing.is_alive()

    store.let_go.set()
    closing.join(10)
    assert store.load().record.case.tenancy.landlord == "Lærkely"
    saving.join()
