"""Typing into a field: followed at once, saved as one goes, taken back in one step, never lost."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.overview import Overview
from budgetdesk.ui.binding import LATEST_MS, QUIET_MS, Binder
from budgetdesk.ui.widgets.choices import ListChoice, YesNo
from budgetdesk.ui.widgets.fields import AmountEdit, LineEdit

RENT = "case.tenancy.rent_per_month"
LANDLORD = "case.tenancy.landlord"


class Form(QWidget):
    """Two bound fields, the first in focus."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.binder = Binder(desk, self)
        box = QVBoxLayout(self)
        self.rent = AmountEdit()
        self.landlord = LineEdit()
        self.heat = YesNo()
        for editor in (self.rent, self.landlord, self.heat):
            box.addWidget(editor)
        self.binder.bind(RENT, self.rent, "Husleje")
        self.binder.bind("tenancy.landlord", self.landlord, "Udlejer")
        self.binder.bind("case.tenancy.water_separate", self.heat, "Vand for sig selv")


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> Form:
    made = Form(desk)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.rent.setFocus()
    qtbot.waitUntil(made.rent.line.hasFocus)
    return made


def write(text: str) -> Callable[[QWidget], None]:
    return lambda widget: QTest.keyClicks(widget, text)


def test_a_field_shows_the_saved_fact_as_danes_write_it(form: Form) -> None:
    assert form.rent.text() == "7.600"


def test_a_field_is_saved_as_it_is_left(form: Form, desk: Desk) -> None:
    QTest.keyClicks(form.rent.line, "8100,50")
    QTest.keyClick(form.rent.line, Qt.Key.Key_Tab)

    assert desk.record.case.tenancy.rent_per_month == Decimal("8100.50")
    assert form.rent.text() == "8.100,50"


def test_the_figures_follow_a_keystroke_before_anything_is_saved(form: Form, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.binder.previewed, timeout=QUIET_MS - 100) as seen:
        QTest.keyClicks(form.rent.line, "9")

    assert isinstance(seen.args[0], Overview)
    assert desk.record.case.tenancy.rent_per_month == Decimal(7600)


def test_what_is_typed_is_saved_when_the_fingers_rest(form: Form, desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(form.landlord.line, "X")

    qtbot.waitUntil(lambda: desk.record.case.tenancy.landlord.startswith("X"), timeout=QUIET_MS + 300)


def test_what_is_typed_without_rest_is_saved_within_a_second(form: Form, desk: Desk, qtbot: QtBot) -> None:
    waited = 0
    while desk.record.case.tenancy.landlord == "Boligforeningen Lærkely" and waited < LATEST_MS + 300:
        QTest.keyClicks(form.landlord.line, "x")
        qtbot.wait(100)
        waited += 100

    assert waited <= 1000


def test_saving_while_typing_leaves_the_text_and_the_cursor_alone(form: Form, desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(form.rent.line, "8100")
    qtbot.waitUntil(lambda: desk.record.case.tenancy.rent_per_month == Decimal(8100), timeout=2000)
    QTest.keyClicks(form.rent.line, "5")

    assert form.rent.text() == "81005"


def test_one_visit_to_a_field_is_one_step_of_undo(form: Form, desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(form.rent.line, "81")
    qtbot.waitUntil(lambda: desk.record.case.tenancy.rent_per_month == Decimal(81), timeout=2000)
    QTest.keyClicks(form.rent.line, "00")
    QTest.keyClick(form.rent.line, Qt.Key.Key_Tab)
    desk.undo()

    assert desk.record.case.tenancy.rent_per_month == Decimal(7600)
    assert form.rent.text() == "7.600"


def test_two_visits_to_a_field_are_two_steps_of_undo(form: Form, desk: Desk) -> None:
    for text in ("8100", "8200"):
        form.rent.setFocus()
        form.rent.line.selectAll()
        QTest.keyClicks(form.rent.line, text)
        QTest.keyClick(form.rent.line, Qt.Key.Key_Tab)
    desk.undo()

    assert desk.record.case.tenancy.rent_per_month == Decimal(8100)


def test_a_bad_amount_says_so_and_is_not_lost(form: Form, desk: Desk) -> None:
    QTest.keyClicks(form.rent.line, "12.34.5")
    assert not form.rent.problem.isVisible(), "no scolding while typing"
    QTest.keyClick(form.rent.line, Qt.Key.Key_Tab)

    assert "12.34.5" in form.rent.problem.text()
    assert form.rent.problem.isVisible()
    assert form.rent.text() == "12.34.5"
    assert desk.drafts[RENT] == "12.34.5"
    assert desk.record.case.tenancy.rent_per_month == Decimal(7600)


def test_a_bad_amount_is_there_again_when_the_case_is_opened_again(desk: Desk, qtbot: QtBot) -> None:
    desk.set_draft(RENT, "tolv hundrede")
    again = Form(desk)
    qtbot.addWidget(again)

    assert again.rent.text() == "tolv hundrede"
    assert "tolv hundrede" in again.rent.problem.text()


def test_the_sentence_goes_away_while_the_amount_is_mended(form: Form, desk: Desk) -> None:
    QTest.keyClicks(form.rent.line, "abc")
    QTest.keyClick(form.rent.line, Qt.Key.Key_Tab)
    form.rent.setFocus()
    form.rent.line.selectAll()
    QTest.keyClicks(form.rent.line, "500")

    assert not form.rent.problem.isVisible()
    QTest.keyClick(form.rent.line, Qt.Key.Key_Tab)
    assert desk.record.case.tenancy.rent_per_month == Decimal(500)
    assert RENT not in desk.drafts


def test_a_choice_is_saved_at_once_and_undone_without_a_loop(form: Form, desk: Desk) -> None:
    yes = form.heat.targets()[0]
    yes.setFocus()
    QTest.keyClick(yes, Qt.Key.Key_Space)
    assert desk.record.case.tenancy.water_separate is True
    desk.undo()

    assert form.heat.value() is None
    assert desk.can_undo is None


def test_the_field_of_a_fact_is_found_by_its_path(form: Form) -> None:
    assert form.binder.find("tenancy.landlord") is form.landlord
    assert form.binder.find("case.tenancy.rent_per_month") is form.rent


def test_a_path_without_a_field_leads_to_its_anchor(form: Form) -> None:
    form.binder.anchor("case.expenses", form.landlord)

    assert form.binder.find("case.expenses") is form.landlord
    assert form.binder.find("expenses[e9].amount") is form.landlord


def test_a_list_keeps_its_answer_when_other_answers_are_offered(qtbot: QtBot) -> None:
    choice = ListChoice([("a", "A"), ("b", "B")], unknown="Vælg")
    qtbot.addWidget(choice)
    choice.show_value("b")
    choice.set_options([("b", "B"), ("c", "C")])

    assert choice.value() == "b"
