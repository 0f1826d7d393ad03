"""The call list over the window: read in a thread, opened by keys, one press away from the case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import nadia
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_follow_up_page import with_plan
from waiting import at_rest

from budgetdesk.actions import follow_up
from budgetdesk.actions.workspace import Workspace
from budgetdesk.planning.follow_up import progress
from budgetdesk.settings import Settings
from budgetdesk.ui.dialogs.call_list import CallListDialog
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.session import Session
from budgetdesk.ui.theme import Look

TODAY = date(2026, 12, 20)


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Session:
    window = MainWindow(look=Look.LIGHT, day_is_fixed=True)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    made = Session(window, tmp_path, TODAY, Settings())
    made.workspace = Workspace.create(tmp_path, passphrase="en lang prøve uden mening", today=TODAY, remember=False)
    made.workspace.new_case(nadia(), number="uden-plan")
    made.workspace.new_case(with_plan(), number="med-plan")
    made.show_start()
    return made


def opened(session: Session, qtbot: QtBot) -> CallListDialog:
    session.show_calls()
    at_rest()
    return next(d for d in session.window.findChildren(CallListDialog) if d.isVisible())


def test_the_list_names_who_to_call_and_why_and_leaves_out_cases_without_a_plan(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)

    assert list(dialog.rows.rows) == ["med-plan"]
    assert dialog.said.text() == "Ingen er slut endnu. 1 løber."
    assert misfits(dialog) == []


def test_enter_opens_the_case_where_its_plan_is_followed(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    dialog.activateWindow()
    first = "Åbn sag med-plan"
    qtbot.waitUntil(lambda: (dialog.focusWidget() or dialog).accessibleName().startswith(first), timeout=30_000)
    focus = dialog.focusWidget()
    focus.setFocus()
    QTest.keyClick(focus, Qt.Key.Key_Return)

    view = session.window.case_view
    assert view is not None
    assert (view.desk.case_id, view.current) == ("med-plan", "opfoelgning")


def test_a_period_is_counted_and_a_wrong_one_told_beside_its_days(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    dialog.first.show_text("1.12.2026")
    dialog.read()
    at_rest()
    assert dialog.said.text() == "Der er ingen aftaler i perioden."
    dialog.last.show_text("1.1.2026")
    dialog.read()
    at_rest()

    assert "før den begynder" in dialog.problem.text()


def test_without_any_plan_it_says_what_will_stand_here(session: Session, qtbot: QtBot) -> None:
    assert session.workspace is not None
    session.workspace.delete_case("med-plan")
    dialog = opened(session, qtbot)

    assert dialog.nothing.isVisible()
    assert not dialog.page.isVisible()


def test_the_start_page_offers_the_list_once_there_are_cases(session: Session) -> None:
    from budgetdesk.ui.start_page import StartPage

    page = session.window.findChildren(StartPage)[-1]
    assert page.calls.isVisible()
    page.show_cases([])

    assert not page.calls.isVisible()


def test_a_case_that_is_open_is_taken_anew_when_a_list_has_changed_it(session: Session, qtbot: QtBot) -> None:
    """Else what is typed next would be written over the ticks."""
    assert session.workspace is not None
    session.open_case("med-plan")
    dialog = opened(session, qtbot)
    other = session.workspace.desk("med-plan")
    line = progress(other.record.case, other.library.policy, on=TODAY).to_tick[0]
    other.change("betalt", follow_up.tick(other.record, line.expected, paid_on=TODAY))
    dialog._list_taken()

    view = session.window.case_view
    assert view is not None
    assert view.desk.record.case.agreement == other.record.case.agreement


def test_a_long_list_is_shown_piece_by_piece(session: Session, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    found = dialog._found
    assert found is not None
    calls = tuple(replace(found.calls[0], case_id=f"sag-{number:02d}") for number in range(46))
    dialog._show(replace(found, calls=calls))
    assert len(dialog.rows.rows) == 40
    dialog.more.click()

    assert len(dialog.rows.rows) == 46
    assert not dialog.more.isVisible()
