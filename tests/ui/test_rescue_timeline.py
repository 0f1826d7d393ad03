"""The rescue time line on the page Akut: read with keys and ears, each help leads to where it is done, no countdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.household.words import Letter
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui import theme
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.akut.timeline import NARROW, TimelineCard
from budgetdesk.ui.pages.emergency import EmergencyPage
from budgetdesk.wording import rescue as words

DAY = date(2026, 11, 20)
SAMPLE = sample_case(today=DAY)
Open = Callable[[Desk], MainWindow]


@pytest.fixture
def whole() -> Desk:
    return memory_desk(Record(case=SAMPLE), DAY)


def page_of(window: MainWindow) -> EmergencyPage:
    assert window.case_view is not None
    page = window.case_view.pages["akut"]
    assert isinstance(page, EmergencyPage)
    return page


@pytest.fixture
def card(open_window: Open, whole: Desk, qtbot: QtBot) -> TimelineCard:
    return shown(open_window(whole), qtbot)


def shown(window: MainWindow, qtbot: QtBot) -> TimelineCard:
    page = page_of(window)
    qtbot.waitUntil(lambda: bool(page.timeline.rows.rows))
    return page.timeline


def test_every_help_has_its_name_its_days_and_whether_it_is_in_time(card: TimelineCard) -> None:
    loen, help_81_a = card.rows.rows["loen"], card.rows.rows["paragraf_81_a"]

    assert (loen.link.text(), loen.chance.text()) == ("Næste løn", "I tide")
    assert loen.facts.text().replace("\u00a0", " ") == "30. november · 15.304 kr."
    assert (help_81_a.chance.text(), help_81_a.strip.line is not None) == ("Efter fristen", True)


def test_a_screen_reader_hears_all_of_a_help_on_its_link(card: TimelineCard) -> None:
    said = card.rows.rows["loen"].link.accessibleName().replace("\u00a0", " ")

    assert said == "Næste løn. I tide. 30. november. 15.304 kr. Skal også række til husleje og mad."


def test_the_arrow_keys_go_from_step_to_step_and_each_says_its_day_and_why(card: TimelineCard) -> None:
    assert "Sidste dag at betale: 1. december (efter loven)" in card.step.text()
    card.clock.setFocus()
    QTest.keyClick(card.clock, Qt.Key.Key_Right)
    assert card.step.text().startswith("Tidligste ophævelse: 2. december (efter loven)")
    QTest.keyClick(card.clock, Qt.Key.Key_End)

    assert card.step.text().startswith("Møde i fogedretten: mellem 30. december og 27. januar (et skøn)")
    assert "et skøn" in card.clock.accessibleName()
    assert "retten bestemmer dagen" in card.clock.accessibleName()


def test_an_estimate_leads_to_the_field_for_the_day_of_the_real_letter(
    open_window: Open, whole: Desk, qtbot: QtBot
) -> None:
    window = open_window(whole)
    card = shown(window, qtbot)
    card.clock.setFocus()
    QTest.keyClick(card.clock, Qt.Key.Key_End)
    QTest.keyClick(card.to_letter, Qt.Key.Key_Space)

    assert window.case_view is not None
    field = window.case_view.binder.find("case.arrears.court_meeting")
    assert field is not None
    assert field.isVisible()
    assert field.isAncestorOf(window.focusWidget()) or field is window.focusWidget()


@pytest.mark.parametrize(
    ("key", "page"),
    [("loen", "budget"), ("paragraf_81_a", "ydelser"), ("boligstoette", "ydelser"), ("plan", "aftale"),
     ("netvaerk", "aftale"), ("konto", "akut")],
)  # fmt: skip
def test_each_help_leads_to_where_it_is_done(open_window: Open, whole: Desk, qtbot: QtBot, key: str, page: str) -> None:
    window = open_window(whole)
    link = shown(window, qtbot).rows.rows[key].link
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)

    assert window.case_view is not None
    assert window.case_view.stack.currentWidget() is window.case_view.pages[page]


def test_what_is_applied_for_opens_the_page_of_that_benefit(open_window: Open, whole: Desk, qtbot: QtBot) -> None:
    window = open_window(whole)
    links = {key: row.link for key, row in shown(window, qtbot).rows.rows.items()}
    assert window.case_view is not None
    for key in ("paragraf_81_a", "paragraf_81", "huslejehjaelp_2026", "feriepenge", "boligstoette"):
        QTest.keyClick(links[key], Qt.Key.Key_Space)
        assert window.case_view.pages["ydelser"].chosen == key  # type: ignore[attr-defined]


def test_a_new_day_in_a_letter_moves_the_line(open_window: Open, whole: Desk, qtbot: QtBot) -> None:
    card = shown(open_window(whole), qtbot)
    told = replace(SAMPLE.arrears, letter=Letter.FOGED, court_meeting=date(2027, 1, 12))
    whole.change("Brevet", Record(case=replace(SAMPLE, arrears=told)))

    qtbot.waitUntil(lambda: "tirsdag den 12. januar 2027" in card.quiet.text())
    assert card.rows.rows["loen"].chance.text() == "I tide"


def test_with_nothing_behind_it_says_what_will_stand_here(open_window: Open, empty_desk: Desk) -> None:
    card = page_of(open_window(empty_desk)).timeline

    assert card.quiet.text() == words.EMPTY
    assert not card.head.isVisible()
    assert not card.fold.isVisible()


def test_the_duties_are_folded_away_until_they_are_asked_for(card: TimelineCard) -> None:
    assert not card.duties.isVisible()
    QTest.keyClick(card.fold, Qt.Key.Key_Space)

    said = " ".join(label.text() for label in card.duties.findChildren(QLabel))
    assert "almenlejeloven § 92, stk. 2" in said
    assert "kontrollér gældende ordlyd" in said
    assert "14 dage" not in said


def test_no_countdown_stands_in_it(card: TimelineCard) -> None:
    said = " ".join(label.text() for label in card.findChildren(QLabel))

    assert not re.search(r"\d+ dage? (til|tilbage)|om \d+ dage", said)


def test_both_papers_can_be_shown(card: TimelineCard) -> None:
    names = [one.accessibleName() for one in card.findChildren(QPushButton)]

    assert names[:2] == ["Vis redningstidslinjen til lejeren", "Vis redningstidslinjen til udlejer"]


def test_where_it_is_narrow_the_words_go_below_each_other(open_window: Open, whole: Desk, qtbot: QtBot) -> None:
    window = open_window(whole)
    card = shown(window, qtbot)
    row = card.rows.rows["loen"]
    wide = row.strip.x() < row.chance.mapTo(row, row.chance.rect().topLeft()).x()
    window.resize(900, 700)
    qtbot.waitUntil(lambda: card.width() < NARROW)

    assert wide
    assert row.strip.x() > row.chance.mapTo(row, row.chance.rect().topLeft()).x()


def test_the_strips_are_painted_with_the_days_in_their_places(card: TimelineCard) -> None:
    """The wage comes before the line, the municipality's answer after it: seen in the pixels of the strips."""

    def colours(key: str) -> tuple[set[int], set[int]]:
        strip = card.rows.rows[key].strip
        picture = strip.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        line, middle = round(strip.target_x() * picture.devicePixelRatio()), picture.height() // 2
        row = [picture.pixel(x, middle) for x in range(picture.width())]
        return set(row[: line - 2]), set(row[line + 2 :])

    def rgb(name: str) -> int:
        return 0xFF000000 | int(name.removeprefix("#"), 16)

    tokens = theme.tokens()
    before, after = colours("loen")
    assert rgb(tokens.accent) in before
    assert rgb(tokens.accent) not in after
    before, after = colours("paragraf_81_a")
    assert rgb(tokens.bar_amber) in after
    assert rgb(tokens.bar_amber) not in before
