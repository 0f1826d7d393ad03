"""Words and points as layouts and screen readers find them, at once."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from budgetdesk.ui.widgets.words import Points, Words, set_look

LONG = "Skriv kun det, I har brug for. Alt kan stå tomt, til I ved det."


@pytest.fixture
def ground(qtbot: QtBot, qapp: QApplication) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    made.resize(300, 200)
    qtbot.addWidget(made)
    made.show()
    return made


def standing(thing: QWidget, ground: QWidget) -> QWidget:
    layout = ground.layout()
    assert layout is not None
    layout.addWidget(thing)
    thing.show()
    return thing


def test_words_measured_before_are_measured_anew_with_another_text_size_or_room(ground: QWidget) -> None:
    words = Words("Kort")
    standing(words, ground)

    def measured() -> int:
        height = words.heightForWidth(80)
        assert height == words.heightForWidth(80) == QLabel.heightForWidth(words, 80)
        assert words.heightForWidth(120) == QLabel.heightForWidth(words, 120)
        return height

    heights = [measured()]
    words.setText(LONG)
    heights.append(measured())
    set_look(words, role="title")
    heights.append(measured())
    words.setContentsMargins(0, 40, 0, 0)
    heights.append(measured())
    words.setFont(QFont(words.font().family(), 60))
    words.setText("Kort")
    heights.append(measured())

    assert heights[:4] == sorted(set(heights[:4]))


def test_points_said_before_they_stand_anywhere_are_no_window_of_their_own_and_come_with_the_page(
    ground: QWidget, qtbot: QtBot
) -> None:
    points, none = Points(), Points()
    points.show_points(("Filen er ændret.",))
    none.show_points(("Husk kopien.",))
    none.show_points(())
    assert not points.isVisible()
    layout = ground.layout()
    assert layout is not None
    layout.addWidget(points)
    layout.addWidget(none)

    qtbot.waitUntil(points.isVisible)
    assert not none.isVisible()


def test_points_are_seen_the_moment_they_are_said_and_gone_with_the_last(ground: QWidget) -> None:
    points = Points()
    standing(points, ground)
    for said in (("Filen er ændret.",), ("Husk kopien.", "Husk datoen."), ()):
        points.show_points(said)

        labels = [label.text() for label in points.findChildren(QLabel) if label.isVisible() and label.text() != "·"]
        assert tuple(labels) == said
        assert points.isVisible() is bool(said)
