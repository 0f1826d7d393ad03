"""What a parser has to promise to be fuzzed: take any bytes, and end well or in an error that is a sentence.

To add a parser, write a module `fuzz_NAME.py` here with a `TARGETS` list, and name it in `fuzz_all.py`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from budgetdesk.errors import BudgetDeskError

LONGEST = 2.0
"""Seconds of processor time that one input may take."""
LONGEST_SENTENCE = 700
_TEXT_PIECES = (";", ",", '"', "\t", "\r\n", "\x00", "-", ".", "9" * 400, "(" * 50, "\u202e", "\u0661", "1e9", "NaN")
_PIECES = (
    *(piece.encode() for piece in (*_TEXT_PIECES, "<!DOCTYPE a>", "[" * 200)),
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xc3\x83\xc2\xb8",
)


@dataclass(frozen=True)
class Target:
    """A parser. `feed` checks what comes out itself, and raises AssertionError where something is wrong with it."""

    name: str
    feed: Callable[[bytes], object]
    seeds: Callable[[], Sequence[bytes]]


def check(target: Target, data: bytes) -> None:
    """Feed one input. Raises for a crash, a hang, a wrong sum, or an error that is no sentence."""
    began = time.process_time()
    try:
        target.feed(data)
    except BudgetDeskError as error:
        said = str(error)
        assert said[-1:] in ".?!", said
        assert len(said) <= LONGEST_SENTENCE, f"a sentence of {len(said)} signs"
    took = time.process_time() - began
    assert took < LONGEST, f"{target.name} took {took:.1f} s for {len(data)} bytes"


@st.composite
def inputs(draw: st.DrawFn, seeds: Sequence[bytes]) -> bytes:
    """Junk, or a good file with some of its bytes changed, taken out, doubled or put in from elsewhere."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.binary(max_size=400))
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(1, 6))):
        at, length = draw(st.integers(0, max(len(data) - 1, 0))), draw(st.integers(0, 40))
        data = draw(st.sampled_from(_CHANGES))(draw, data, at, length)
    return data


def _put_in(draw: st.DrawFn, data: bytes, at: int, length: int) -> bytes:
    return data[:at] + draw(st.one_of(st.sampled_from(_PIECES), st.binary(max_size=8))) + data[at:]


def _overwrite(draw: st.DrawFn, data: bytes, at: int, length: int) -> bytes:
    new = draw(st.binary(min_size=1, max_size=4))
    return data[:at] + new + data[at + len(new) :]


def _take_out(draw: st.DrawFn, data: bytes, at: int, length: int) -> bytes:
    return data[:at] + data[at + length :]


def _double(draw: st.DrawFn, data: bytes, at: int, length: int) -> bytes:
    return data[:at] + data[at : at + length] * draw(st.integers(2, 30)) + data[at + length :]


def _cut(draw: st.DrawFn, data: bytes, at: int, length: int) -> bytes:
    return data[:at]


_CHANGES = (_put_in, _overwrite, _take_out, _double, _cut)
