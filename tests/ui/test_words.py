"""Words and points as layouts and screen readers find them, at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QAccessible, QFont, QImage
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from budgetdesk.ui.widgets.long_words import BREAK, LEAST, broken
from budgetdesk.ui.widgets.words import Points, Words, set_look

NAME = "Kære Wolfeschlegelsteinhausenbergerdorff-Østergaard"
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


def picture(thing: QWidget) -> QImage:
    thing.setFixedSize(120, 120)
    return thing.grab().toImage()


def test_a_word_wider_than_its_room_goes_on_in_the_next_line_and_is_read_aloud_as_it_was_said(ground: QWidget) -> None:
    words, cut, whole = Words(NAME), QLabel(NAME), QLabel()
    for label in (words, cut, whole):
        label.setWordWrap(True)
        label.setFont(QFont(words.font().family(), 12))
        standing(label, ground)
    whole.setText(broken(NAME, 120, words.fontMetrics().horizontalAdvance))

    assert words.heightForWidth(120) == whole.heightForWidth(120) > cut.heightForWidth(120)
    assert picture(words) == picture(whole) != picture(cut)
    heard = QAccessible.queryAccessibleInterface(words)
    assert words.text() == heard.text(QAccessible.Text.Name) == NAME


@given(text=st.text(st.sampled_from("aæW -\u0301\n\u200d😀"), max_size=80), room=st.integers(1, 400))
def test_every_piece_of_a_broken_word_fits_or_is_as_short_as_pieces_may_be_and_no_letter_is_lost(
    text: str, room: int
) -> None:
    made = broken(text, room, lambda word: 10 * len(word))

    assert made.replace(BREAK, "") == text
    for piece in made.replace(BREAK, " ").split():
        assert len(piece.rstrip("\u0301\u200d")) <= max(room // 10, LEAST)
