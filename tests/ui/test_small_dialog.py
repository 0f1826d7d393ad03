"""A small dialog is as high as what it says, and what does not fit the window is scrolled; nothing is squeezed."""

from __future__ import annotations

import pytest
from fits import misfits
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.secret import Secret
from budgetdesk.ui.widgets.words import Words

LONG = "Filen kan ikke åbnes. Adgangskoden er forkert, eller det er ikke en certifikatfil. Vælg en anden fil. " * 3
NAME = "Wolfeschlegelsteinhausenbergerdorffovskajaovskajaovskajason"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    """As low as a laptop's screen at 150 %."""
    made = QWidget()
    made.resize(853, 533)
    qtbot.addWidget(made)
    return made


def opened(window: QWidget) -> SmallDialog:
    dialog = SmallDialog(window, "Kortets PIN-kode", "Forsegl", lambda: None)
    dialog.add(Words("Sæt kortet i, og skriv PIN-koden."), Secret())
    dialog.open()
    at_rest()
    return dialog


def test_what_is_said_later_makes_the_dialog_higher_and_squeezes_nothing(window: QWidget) -> None:
    dialog = opened(window)
    before = dialog.height()
    assert misfits(dialog) == []
    dialog.problem.say(LONG)
    at_rest()

    assert dialog.height() > before
    assert misfits(dialog) == []


def test_in_a_low_window_the_fields_are_scrolled_and_the_buttons_stay_in_sight(window: QWidget) -> None:
    dialog = opened(window)
    dialog.add(*[Secret() for _number in range(20)])
    at_rest()

    assert dialog.height() == window.height() - 40
    assert misfits(dialog) == []
    assert dialog.agree.visibleRegion().boundingRect() == dialog.agree.rect()


def test_an_answer_without_room_ends_in_dots_and_a_link_goes_on_in_the_next_line(window: QWidget) -> None:
    choice, link = ListChoice([(1, NAME)], width=200), LinkButton(NAME * 2)
    dialog = opened(window)
    dialog.add(choice, link)
    choice.list.setFont(QFont(choice.list.font().family(), 12))
    at_rest()
    dialog.grab()

    assert choice.list.toolTip() == NAME
    assert link.heightForWidth(200) > LinkButton("Kort").heightForWidth(200)
    assert link.minimumSizeHint().width() < 200
    assert misfits(dialog) == []
