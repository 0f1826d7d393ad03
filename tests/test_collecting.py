"""The search for cycles waits while many rows are made, in whatever threads, and is then as it was."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest

from budgetdesk import collecting
from budgetdesk.collecting import held_back, not_collecting, search_all


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.enable()
    yield
    gc.unfreeze()
    if not was_on:
        gc.disable()


def test_it_is_off_inside_and_on_again_afterwards():
    with not_collecting():
        assert not gc.isenabled()
        with not_collecting():
            pass
        assert not gc.isenabled()
        assert held_back()
    assert gc.isenabled()
    assert not held_back()


def test_what_was_off_before_stays_off():
    gc.disable()
    with not_collecting():
        pass
    assert not gc.isenabled()


def test_the_last_of_several_threads_turns_it_on():
    inside, leave = threading.Event(), threading.Event()

    def other() -> None:
        with not_collecting():
            inside.set()
            leave.wait(10)

    thread = threading.Thread(target=other)
    with not_collecting():
        thread.start()
        assert inside.wait(10)
    assert not gc.isenabled()
    leave.set()
    thread.join()
    assert gc.isenabled()


def test_very_much_that_is_made_is_never_searched_until_all_of_it_is(monkeypatch):
    monkeypatch.setattr(collecting, "MANY", 500)
    before = gc.get_freeze_count()
    with not_collecting():
        made = [[] for _ in range(5000)]
    assert gc.get_freeze_count() >= before + len(made)

    class Cycle:
        gone = False

        def __del__(self) -> None:
            Cycle.gone = True

    with not_collecting():
        made += [[] for _ in range(5000)]
        cycle = Cycle()
        cycle.itself = cycle
        del cycle
    gc.collect()
    assert not Cycle.gone
    search_all()
    assert Cycle.gone
