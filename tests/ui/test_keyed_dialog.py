"""Keys in a dialog: Tab as it is read, Enter for the button in focus, and in a field only where a default was meant."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

import budgetdesk.ui
from budgetdesk.ui.keyed_dialog import KeyedDialog

UI = Path(budgetdesk.ui.__file__).parent
OWN_WAY = {"keyed_dialog.py", "main_window.py"}


class Asking(KeyedDialog):
    """The button that was made first is read between the field and the default button."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        other, self.line, agree = QPushButton("other", self), QLineEdit(self), QPushButton("agree", self)
        other.setAutoDefault(False)
        agree.setDefault(True)
        box = QVBoxLayout(self)
        for each in (self.line, other, agree):
            box.addWidget(each)
        for button in (other, agree):
            button.clicked.connect(partial(self._note, button.text()))

    def _note(self, name: str, *_checked: bool) -> None:
        self.pressed.append(name)


class Agreeing(Asking):
    """Its Enter in a field is the default button's."""

    enter_agrees = True


@pytest.fixture(params=[Asking, Agreeing], ids=lambda kind: str(kind.__name__))
def dialog(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Asking]:
    made: Asking = request.param()
    made.show()
    made.activateWindow()
    made.line.setFocus()
    yield made
    made.reject()
    made.deleteLater()


def here() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_tab_follows_what_is_read_and_enter_presses_what_is_in_focus(dialog: Asking) -> None:
    QTest.keyClick(here(), Qt.Key.Key_Tab)
    QTest.keyClick(here(), Qt.Key.Key_Return)

    assert dialog.pressed == ["other"]


def test_enter_in_a_field_presses_the_default_only_where_that_is_meant(dialog: Asking) -> None:
    QTest.keyClick(dialog.line, Qt.Key.Key_Enter)

    assert dialog.pressed == (["agree"] if dialog.enter_agrees else [])


def test_esc_closes(dialog: Asking) -> None:
    QTest.keyClick(dialog.line, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_no_other_dialog_writes_the_way_of_tab_again() -> None:
    written = [file.name for file in UI.rglob("*.py") if "def focusNextPrevChild" in file.read_text("utf-8")]

    assert set(written) == OWN_WAY
