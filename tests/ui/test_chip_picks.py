"""Several words of a closed list, picked by keys; never free text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.ui.widgets.chip_picks import ChipPicks

WORDS = (("husleje", "Huslejen er ikke betalt"), ("stoej", "Støj"), ("gaester", "Gæster, der udnytter"))


@pytest.fixture
def picks(qtbot: QtBot, qapp: QApplication) -> ChipPicks:
    made = ChipPicks(WORDS)
    made.name("Situation")
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.line.setFocus()
    return made


def press(picks: ChipPicks, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or picks.line, key)


def test_a_few_letters_and_enter_take_the_first_that_fits(picks: ChipPicks) -> None:
    QTest.keyClicks(picks.line, "betalt")
    press(picks, Qt.Key.Key_Return)

    assert picks.value() == ("husleje",)
    assert picks.line.text() == ""


def test_letters_of_another_keyboard_find_danish_words(picks: ChipPicks) -> None:
    QTest.keyClicks(picks.line, "stoej")

    assert picks.offers() == ["Støj"]


def test_what_is_chosen_is_not_offered_again(picks: ChipPicks) -> None:
    picks.show_value(("stoej",))

    assert "Støj" not in picks.offers()


def test_words_come_in_the_order_in_which_they_were_chosen(picks: ChipPicks) -> None:
    for word in ("støj", "husleje"):
        QTest.keyClicks(picks.line, word)
        press(picks, Qt.Key.Key_Return)

    assert picks.value() == ("stoej", "husleje")


def test_backspace_in_the_empty_line_takes_the_last_word_away(picks: ChipPicks) -> None:
    picks.show_value(("stoej", "husleje"))
    press(picks, Qt.Key.Key_Backspace)

    assert picks.value() == ("stoej",)


def test_left_and_delete_take_away_one_in_the_middle(picks: ChipPicks) -> None:
    picks.show_value(("stoej", "husleje", "gaester"))
    press(picks, Qt.Key.Key_Left)
    press(picks, Qt.Key.Key_Left)
    press(picks, Qt.Key.Key_Delete)

    assert picks.value() == ("stoej", "gaester")
    assert picks.line.hasFocus()


def test_what_is_on_no_list_is_not_taken_and_told(picks: ChipPicks) -> None:
    QTest.keyClicks(picks.line, "noget helt andet")
    press(picks, Qt.Key.Key_Return)

    assert picks.value() == ()
    assert "står ikke på listen" in picks.problem.text()


def test_each_choice_is_one_edit_and_showing_is_none(picks: ChipPicks) -> None:
    edits: list[object] = []
    picks.edited.connect(lambda: edits.append(picks.value()))
    picks.show_value(("stoej",))
    picks.take("Huslejen er ikke betalt")

    assert edits == [("stoej", "husleje")]


def test_a_word_that_the_list_no_longer_has_is_kept(picks: ChipPicks) -> None:
    picks.show_value(("afskaffet", "stoej"))

    assert picks.value() == ("afskaffet", "stoej")
    assert picks.chips["afskaffet"].accessibleName() == "Fjern: afskaffet"


def test_a_screen_reader_hears_what_is_chosen(picks: ChipPicks) -> None:
    picks.show_value(("stoej",))

    assert picks.line.accessibleName() == "Situation"
    assert picks.line.accessibleDescription() == "Valgt: Støj."


def test_it_may_go_while_the_keyboard_is_in_it(qtbot: QtBot, qapp: QApplication) -> None:
    """A case is closed from the keyboard: the line loses it when its list is gone already."""
    made = ChipPicks(WORDS)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.line.setFocus()
    QTest.keyClicks(made.line, "støj")
    with qtbot.captureExceptions() as raised:
        made.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del made

    assert raised == []
