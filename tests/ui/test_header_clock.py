"""The days in the header: of the court's days the next one, and none once the case has ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from conftest import nadia

from budgetdesk.actions.desk import memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.household.words import Letter
from budgetdesk.ui.frame.header import _clock_words

TODAY, MEETING, OUT = date(2026, 11, 20), date(2026, 11, 25), date(2026, 12, 3)


def said(
    on: date = TODAY, *, meeting: date | None = None, out: date | None = None, ended: date | None = None
) -> object:
    case = nadia().case
    arrears = replace(case.arrears, letter=Letter.FOGED, court_meeting=meeting, eviction=out)
    case = replace(case, arrears=arrears, course=replace(case.course, ended=ended))
    words = _clock_words(case, memory_desk(Record(case=case), on).overview)
    return words and tuple(word.replace("\u00a0", " ") for word in words)


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (TODAY, ("5 dage", "til mødet i fogedretten, 25. november")),
        (date(2026, 11, 26), ("7 dage", "til udsættelsen, 3. december")),
        (OUT, ("I dag", "er dagen for udsættelsen, 3. december")),
        (date(2026, 12, 4), ("Udsættelsen er sket", "ring til kommunen i dag")),
    ],
)
def test_the_next_day_that_the_court_has_set_is_counted_down_to(on: date, words: tuple[str, str]) -> None:
    assert said(on, meeting=MEETING, out=OUT) == words


def test_a_case_that_has_ended_asks_nobody_to_call(qapp: object) -> None:
    assert said(ended=TODAY) is None
    assert said(ended=date(2026, 11, 21)) is not None
