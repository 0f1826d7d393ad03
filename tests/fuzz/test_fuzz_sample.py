"""A minute's worth less of `make fuzz`: a few inputs for each parser, and proof that the check itself bites."""

from __future__ import annotations

import time

import fuzz_target
import pytest
from fuzz_all import BY_NAME
from fuzz_target import Target, check, inputs
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetdesk.errors import StatementError

EXAMPLES = {"statement": 80, "statement_pdf": 2, "statement_xlsx": 20}
"""`make fuzz` tries as many as there is time for."""


@pytest.mark.parametrize("name", BY_NAME)
def test_no_input_of_a_short_sample_crashes_hangs_or_gives_a_wrong_sum(name):
    target = BY_NAME[name]
    seeds = target.seeds()

    @settings(max_examples=EXAMPLES.get(name, 30), deadline=None, database=None)
    @given(st.data())
    def run(data):
        check(target, data.draw(inputs(seeds)))

    run()


@pytest.mark.parametrize("name", [name for name in BY_NAME if name != "statement_pdf"])
def test_the_good_files_themselves_are_read(name):
    for seed in BY_NAME[name].seeds():
        BY_NAME[name].feed(seed)


def _hangs(data: bytes) -> None:
    end = time.process_time() + 0.2
    while time.process_time() < end:
        pass


def _mumbles(data: bytes) -> None:
    raise StatementError("ingen sætning")


@pytest.mark.parametrize("bad", [_hangs, _mumbles, lambda data: data.decode("ascii")])
def test_a_hang_a_crash_and_an_error_without_a_sentence_are_noticed(bad, monkeypatch):
    monkeypatch.setattr(fuzz_target, "LONGEST", 0.1)
    with pytest.raises((AssertionError, UnicodeDecodeError)):
        check(Target("bad", bad, lambda: [b"x"]), b"\xff")
