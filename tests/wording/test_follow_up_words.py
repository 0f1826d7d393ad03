"""Words about a plan under way: neutral, plain, each with something to do, and never a verdict on anybody."""

from __future__ import annotations

import re
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "documents"))

from readability import PLAIN, lix

from budgetdesk.household.words import PaymentFor
from budgetdesk.planning.follow_up import ExpectedPayment, Followed, PaymentState
from budgetdesk.planning.signals import Signal, SignalKind
from budgetdesk.wording import follow_up as words

ON, DUE = date(2027, 3, 10), date(2027, 3, 1)
HARSH = re.compile(r"(?i)misligholdt|skylder dig|dårlig|aldrig|igen ikke|vilje|brudt|opsig|du har ret til|straks")


def signal(kind: SignalKind, **more: object) -> Signal:
    return Signal(kind=kind, key="x", day=DUE, amount=Decimal(500), **more)  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize("kind", list(SignalKind))
def test_every_signal_is_a_sentence_with_something_to_do_and_no_harsh_word(kind: SignalKind) -> None:
    said, do = words.signal(signal(kind), ON), words.to_do(signal(kind))

    assert said.endswith(".")
    assert do[-1] in ".?"
    assert not HARSH.search(said + do)
    assert ".." not in said + do


def test_what_to_do_is_easy_to_read() -> None:
    prose = " ".join(words.to_do(signal(kind)) for kind in SignalKind)

    assert lix(prose) <= PLAIN, prose


def test_a_missing_instalment_is_one_that_we_cannot_see() -> None:
    assert words.signal(signal(SignalKind.MISSING), ON) == "Vi kan ikke se raten fra 1. marts."


def test_a_new_paakrav_tells_its_last_day_and_after_it_that_it_has_passed() -> None:
    ahead = signal(SignalKind.SECOND_PAAKRAV, pay_by=date(2027, 3, 15))
    gone = signal(SignalKind.SECOND_PAAKRAV, pay_by=date(2027, 3, 9))

    assert words.signal(ahead, ON) == "Der er kommet et nyt påkrav 1. marts. Sidste dag at betale er 15. marts."
    assert words.signal(gone, ON) == "Der er kommet et nyt påkrav 1. marts. Fristen gik 9. marts."


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (PaymentState.PAID, "betalt 3. marts"),
        (PaymentState.LATE, "betalt 3. marts, efter fristen"),
        (PaymentState.SHORT, "der mangler 1.500\u00a0kr."),
        (PaymentState.MISSING, "kan ikke ses endnu"),
        (PaymentState.DOUBLE, "betalt dobbelt"),
        (PaymentState.AWAITED, "ventes"),
        (PaymentState.NOT_DUE, "500\u00a0kr. er betalt"),
    ],
)
def test_each_state_in_a_few_words(state: PaymentState, said: str) -> None:
    one = ExpectedPayment(what=PaymentFor.INSTALMENT, due=DUE, amount=Decimal(2000))
    line = Followed(expected=one, state=state, paid=Decimal(500), paid_on=date(2027, 3, 3))

    assert words.state(line, ON) == said


def test_a_day_of_another_year_far_off_has_its_year() -> None:
    assert words.near(date(2027, 12, 24), ON) == "24. december"
    assert words.near(date(2026, 4, 1), ON) == "1. april 2026"
