"""Errors reach the user once, in Danish, and never carry anything personal; long work never blocks the window."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from budgetdesk.errors import StoreInUseError, UserCancelled
from budgetdesk.ui import app as program
from budgetdesk.ui import background, messages
from budgetdesk.ui.main_window import MainWindow

SECRET = "Nadia Skovgaard 120489-1234"


def mistake() -> Exception:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        return error


@pytest.fixture
def owner(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    yield widget
    for box in boxes():
        box.close()


def boxes() -> list[QMessageBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]


def test_our_own_mistake_is_shown_without_a_word_of_what_was_typed(owner: QWidget) -> None:
    box = messages.show_error(owner, mistake())

    assert box is not None
    everything = box.text() + box.detailedText() + box.windowTitle()
    assert SECRET not in everything
    assert "ValueError" in box.detailedText()
    assert "test_messages.py" in box.detailedText()


def test_an_error_for_the_user_is_shown_as_it_stands(owner: QWidget) -> None:
    box = messages.show_error(owner, StoreInUseError("BudgetDesk er åbent i et andet vindue."))

    assert box is not None
    assert box.text() == "BudgetDesk er åbent i et andet vindue."
    assert not box.detailedText()


def test_a_change_of_mind_is_no_error(owner: QWidget) -> None:
    assert messages.show_error(owner, UserCancelled()) is None


def test_a_mistake_nobody_caught_is_said_once_and_not_over_and_over(
    owner: QWidget, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    messages.catch_our_mistakes()
    error = mistake()
    for _ in range(3):
        sys.excepthook(type(error), error, error.__traceback__)

    assert len(boxes()) == 1
    assert SECRET not in capsys.readouterr().err


def test_work_is_done_elsewhere_and_its_result_comes_back_to_the_window(owner: QWidget, qtbot: QtBot) -> None:
    seen: list[tuple[bool, bool]] = []
    here = threading.current_thread()

    def work() -> bool:
        return threading.current_thread() is here

    background.run(owner, work, lambda at_work: seen.append((at_work, threading.current_thread() is here)))
    qtbot.waitUntil(lambda: bool(seen))

    assert seen == [(False, True)]


def test_a_result_for_a_closed_window_is_dropped(owner: QWidget, qtbot: QtBot) -> None:
    seen: list[int] = []
    go = threading.Event()
    gone = QWidget()

    def work() -> int:
        go.wait(5)
        return 1

    background.run(gone, work, seen.append)
    gone.deleteLater()
    qtbot.wait(20)
    go.set()
    qtbot.wait(100)

    assert not seen


def test_a_failure_at_work_is_shown_or_handed_to_who_wants_it(owner: QWidget, qtbot: QtBot) -> None:
    failures: list[Exception] = []

    def fail() -> None:
        raise StoreInUseError("Optaget.")

    background.run(owner, fail, lambda _: None, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    background.run(owner, fail, lambda _: None)
    qtbot.waitUntil(lambda: bool(boxes()))

    assert boxes()[0].text() == "Optaget."


def test_a_store_that_another_program_holds_is_said_and_the_window_closes(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Held:
        def __init__(self, window: MainWindow) -> None:
            self.window = window

        def begin(self) -> None:
            raise StoreInUseError("BudgetDesk er åbent i et andet vindue.")

    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    program.begin(Held(window))  # type: ignore[arg-type] # the part of a session that is asked
    boxes()[0].accept()

    qtbot.waitUntil(lambda: not window.isVisible())


def test_the_words_of_qt_are_danish(qapp: QApplication, qtbot: QtBot) -> None:
    box = QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.Cancel)
    qtbot.addWidget(box)

    assert box.button(QMessageBox.StandardButton.Cancel).text().replace("&", "") == "Annuller"


def test_the_bundled_letters_are_used(qapp: QApplication, qtbot: QtBot) -> None:
    assert QFontInfo(qapp.font()).family() == "BudgetDesk Sans"
