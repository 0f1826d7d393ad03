"""A month in the life of an adviser, in the real window on a real encrypted store.

The suite lives a short one; `make month` the whole: forty cases, twelve meetings, three plans, one eviction.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from datetime import date

import adviser_month
import pytest
from adviser_desk import EVICTED, LAST, OWED_AT_THE_END, SHORT, WHOLE, Month
from month_people import GRANTED
from program import PASSPHRASE, sit_down, start
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.actions.workspace import Workspace
from budgetdesk.household.words import ThreatOutcome
from budgetdesk.ui.session import Session

SIZE = WHOLE if os.environ.get("BUDGETDESK_MONTH") == "whole" else SHORT
HIDDEN = "under 5 eller skjult"
LEAST = 5
"""Fewer cases than this are never shown as a number."""
log = logging.getLogger(__name__)
pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def month(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Month]:
    """The month as it was lived; the program is closed again."""
    folder = tmp_path_factory.mktemp("maaned")
    with pytest.MonkeyPatch.context() as patch:
        qtbot = QtBot(request)
        kb = sit_down(qtbot, patch)

        def begin(day: date) -> Session:
            return start(qtbot, folder / "profil", day)

        began = time.process_time()
        lived = adviser_month.live(Month(kb, begin, folder, SIZE))
        worked = time.process_time() - began
        log.info("%.1f s of the processor, %s keys, %s", worked, kb.pressed, lived.held)
        yield lived


def test_everything_that_was_to_be_done_was_done(month: Month) -> None:
    assert month.held["meetings"] == SIZE.meetings
    assert month.held["plans"] == SIZE.plans
    assert (month.held["evictions"], month.held["lists"]) == (1, 1)
    assert len(month.records) == SIZE.cases


def test_the_month_began_with_as_many_cases_as_the_script_made(month: Month) -> None:
    """One of them began the month before; its call was due in this one."""
    assert month.figures["types"]["sager i alt"] == str(SIZE.cases - 1)


def test_the_statistics_say_what_the_script_did_and_hide_what_is_few(month: Month) -> None:
    """Threatened are those who were made here, those of the list and those with a plan; causes need a yes."""
    made = sum(not one.is_checked for one in month.made)
    types, causes = month.figures["types"], month.figures["causes"] if SIZE is WHOLE else {}

    assert types["Truet af udsættelse"] == str(made + SIZE.from_list + SIZE.plans)
    assert types["Ny lejer"] == HIDDEN
    assert causes.get("Uventet regning", str(made)) == str(made)


def test_money_found_is_the_sum_of_what_the_script_wrote(month: Month) -> None:
    granted = [one for one in month.made if one.is_granted]
    cases, kroner = month.figures["series"]["benefits_monthly"].split(": ")

    if len(granted) >= LEAST:
        assert (cases, kroner) == (str(len(granted)), str(GRANTED * len(granted)))
    else:
        assert (cases, kroner) == ("None", "None")


def test_nothing_is_lost_when_everything_is_opened_once_more(month: Month) -> None:
    with Workspace.open(month.folder / "profil", passphrase=PASSPHRASE, today=LAST) as workspace:
        assert {one.id: workspace.desk(one.id).record for one in workspace.cases()} == month.records
        assert workspace.check() == ()


def test_the_home_that_was_lost_is_an_eviction_and_nothing_else_ended(month: Month) -> None:
    ended = [one.case for one in month.records.values() if one.case.course.ended]

    assert [(one.tenant.name, one.course.outcome) for one in ended if one.tenant] == [(EVICTED, ThreatOutcome.EVICTED)]
    assert ended[0].course.arrears_at_leaving == OWED_AT_THE_END


def test_every_plan_is_signed_sealed_and_said_yes_to(month: Month) -> None:
    with_plan = [one.case for one in month.records.values() if one.case.agreement is not None]

    assert len(with_plan) == SIZE.plans
    assert all(one.arrears.landlord_accepted is not None for one in with_plan)
