"""The follow-up call on the page Opfølgning: planned with one press, answered by keys, undone with one step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from conftest import nadia
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework import checks
from budgetdesk.casework.record import Record
from budgetdesk.household.circumstances import Application
from budgetdesk.household.words import HomeStatus
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.follow_up import FollowUpPage

FIRST_PAGE = "opfoelgning"
CALLED = date(2027, 3, 1)


def with_checks() -> Record:
    case = checks.plan(nadia().case, (1, 3, 9, 12))
    return Record(case=replace(case, applications=(Application(id="boligstoette"),)))


def page_of(window: MainWindow, qtbot: QtBot) -> FollowUpPage:
    view = window.case_view
    assert view is not None
    view.show_page("opfoelgning")
    at_rest()
    found = window.findChild(FollowUpPage)
    assert isinstance(found, FollowUpPage)
    return found


def enter(line: QLineEdit) -> None:
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_calls_are_planned_with_one_press_and_taken_back_with_one_step(
    open_window: Callable[[Desk], MainWindow], qtbot: QtBot
) -> None:
    desk = memory_desk(nadia(), date(2026, 11, 20))
    card = page_of(open_window(desk), qtbot).checks
    assert card.form.isHidden()
    card.plan.setFocus()
    QTest.keyClick(card.plan, Qt.Key.Key_Space)

    assert [one.months for one in desk.record.case.checks] == [1, 3, 9, 12]
    assert card.said.text() == "Næste gang: 20. december 2026, efter 1 måned."
    desk.undo()
    assert desk.record.case.checks == ()


def test_a_call_is_answered_by_keys_and_says_what_may_help(
    open_window: Callable[[Desk], MainWindow], qtbot: QtBot
) -> None:
    desk = memory_desk(with_checks(), CALLED)
    window = open_window(desk)
    page = page_of(window, qtbot)
    card, form = page.checks, page.checks.form
    assert card.said.text() == "Ring nu: efter 3 måneder. Det var 20. februar 2027."
    assert form.kept_row.isHidden()  # there is no plan to ask about
    qtbot.waitUntil(lambda: misfits(page) == [])
    answers = {button.text(): button for button in form.home.findChildren(QPushButton)}
    enter(form.note.line)
    qtbot.waitUntil(lambda: form.problem.text() == "Vælg, hvor lejeren bor.")

    QTest.keyClick(answers["Har ingen bolig"], Qt.Key.Key_Space)
    came = {button.text(): button for button in form.came.findChildren(QPushButton)}
    QTest.keyClick(came["Nej"], Qt.Key.Key_Space)
    enter(form.note.line)
    qtbot.waitUntil(lambda: len(desk.record.case.checks) == 3)

    assert not card.isAncestorOf(window.focusWidget())  # one Enter more stops no calls
    said = next(one for one in desk.record.case.checks if one.done)
    assert (said.months, said.home, said.plan_kept, said.benefits_arrived) == (3, HomeStatus.NO_HOME, None, False)
    qtbot.waitUntil(lambda: card.then._shown[:1] != ())
    assert card.then._shown[0].startswith("Tilbyd et møde")
    assert card.said.text().startswith("Næste gang: 20. august 2027")


def test_a_case_whose_call_is_due_says_so_in_the_list_of_steps() -> None:
    desk = memory_desk(with_checks(), CALLED)
    early = memory_desk(with_checks(), date(2026, 11, 21))

    assert FollowUpPage.state(desk.record, desk.overview).badge == "1"
    assert FollowUpPage.state(early.record, early.overview).badge == ""


def test_the_result_card_is_not_offered_after_a_no(open_window: Callable[[Desk], MainWindow], qtbot: QtBot) -> None:
    record = with_checks()
    course = replace(record.case.course, may_be_counted=False)
    desk = memory_desk(Record(case=replace(record.case, course=course)), CALLED)
    card = page_of(open_window(desk), qtbot).result

    assert card.show_button.isHidden()
    assert "sagt nej" in card.told.text()
