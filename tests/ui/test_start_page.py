"""The list of cases: searched, narrowed and opened by keys; what is due; what it says when it is empty."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.actions.case_list import Chosen, Order, Status
from budgetdesk.casework.case_steps import NextStep, StepKind
from budgetdesk.casework.case_summary import CaseSummary, InList
from budgetdesk.ui.start_page import StartActions, StartPage

TODAY = date(2026, 11, 20)
WHEN = datetime(2026, 11, 1, tzinfo=UTC)
Made = Callable[..., StartPage]


def case(number: str, days: int | None = None, kind: StepKind = StepKind.TODO, **about: object) -> CaseSummary:
    steps = () if days is None else (NextStep(TODAY + timedelta(days=days), kind, "Ring til kommunen"),)
    kept = InList(**{"tenant": f"Lejer {number}", "steps": steps, **about})  # type: ignore[arg-type]
    return CaseSummary(id=number, opened_at=WHEN, saved_at=WHEN, about=kept)


CASES = (case("1", 9), case("2", 1, address="Lærkevej 2"), case("3"), case("4", ended=TODAY - timedelta(days=3)))


@pytest.fixture
def made(qtbot: QtBot, qapp: QApplication) -> Made:
    def start(*cases: CaseSummary, chosen: Chosen | None = None) -> StartPage:
        page_calls: list[object] = []

        def search(asked: str) -> list[tuple[str, str]]:
            return [(one.id, "adressen") for one in cases if asked in one.about.address or asked in one.tenant]

        actions = StartActions(
            new=lambda: None, open=page_calls.append, sample=lambda: None, read_file=lambda: None,
            calls=lambda: None, search=search, keep=page_calls.append,
        )  # fmt: skip
        page = StartPage(actions, TODAY, chosen)
        page.done = page_calls  # type: ignore[attr-defined]
        qtbot.addWidget(page)
        page.resize(1000, 760)
        page.show_cases(cases)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return start


def done(page: StartPage) -> list[object]:
    found: list[object] = page.done  # type: ignore[attr-defined]
    return found


def test_the_nearest_day_stands_first_and_closed_cases_are_left_out(made: Made) -> None:
    assert made(*CASES).shown() == ["2", "1", "3"]


def test_arrows_move_while_one_types_and_enter_opens(made: Made) -> None:
    page = made(*CASES)
    page.search.setFocus()
    QTest.keyClick(page.search.line, Qt.Key.Key_Down)
    QTest.keyClick(page.search.line, Qt.Key.Key_Return)

    assert done(page) == ["1"]


def test_enter_right_after_the_letters_opens_what_they_found(made: Made) -> None:
    """Quick fingers: the list may not have followed yet."""
    page = made(*CASES)
    QTest.keyClicks(page.search.line, "Lejer 3")
    QTest.keyClick(page.search.line, Qt.Key.Key_Return)

    assert done(page) == ["3"]


def test_before_one_can_search_enter_opens_nothing_and_the_letters_are_searched_for_afterwards(made: Made) -> None:
    page = made(*CASES)
    page.search_is_ready(False)
    QTest.keyClicks(page.search.line, "Lejer 3")
    QTest.keyClick(page.search.line, Qt.Key.Key_Return)
    assert done(page) == []
    page.search_is_ready(True)

    assert page.shown() == ["3"]


def test_letters_in_the_list_go_on_in_the_search(made: Made) -> None:
    page = made(*CASES)
    page.list.setFocus()
    QTest.keyClicks(page.list, "L")

    assert page.search.text() == "L"
    assert page.search.line.hasFocus()


def test_the_row_says_where_it_was_found_and_escape_empties_the_search(made: Made) -> None:
    page = made(*CASES)
    QTest.keyClicks(page.search.line, "Lærke")
    page.show_found()
    assert page.shown() == ["2"]
    assert page.model.line(0).found == "adressen"
    QTest.keyClick(page.search.line, Qt.Key.Key_Escape)

    assert page.shown() == ["2", "1", "3"]


def test_what_is_found_outside_the_choice_is_told_and_one_button_away(made: Made) -> None:
    page = made(*CASES)
    page.search.show_text("Lejer 4")
    page.show_found()
    assert page.not_found.isVisible()
    assert "1 sag til passer uden for valget" in page.said.text()
    page.wider.click()

    assert page.shown() == ["4"]


def test_a_choice_narrows_the_list_and_is_remembered(made: Made) -> None:
    page = made(*CASES)
    page.narrowing.status.show_value((Status.CLOSED, False))
    page.narrowing.status.edited.emit()

    assert page.shown() == ["4"]
    assert done(page) == [Chosen(status=Status.CLOSED)]


def test_a_remembered_choice_stands_when_one_comes_back(made: Made) -> None:
    page = made(*CASES, chosen=Chosen(status=Status.ALL, order=Order.NUMBER))

    assert page.shown() == ["1", "2", "3", "4"]
    assert page.narrowing.chosen() == Chosen(status=Status.ALL, order=Order.NUMBER)


def test_a_choice_between_one_area_is_no_choice(made: Made) -> None:
    page = made(case("1", area="Nord"), case("2", area="Nord"))
    assert not page.narrowing.area.isVisible()
    page.show_cases([case("1", area="Nord"), case("2", area="Syd")])

    assert page.narrowing.area.isVisible()


def test_what_is_due_is_told_calmly_with_the_old_first(made: Made) -> None:
    page = made(case("1", 0), case("2", -2), case("3", 5))

    assert page.today.head.text() == "I dag: to ting. Én er fra før i dag."
    assert len(page.today.rows.rows) == 2
    page.today.head.click()
    assert not page.today.rows.rows
    assert done(page)[-1] == Chosen(today_folded=True)


def test_nothing_is_said_where_nothing_is_due(made: Made) -> None:
    assert not made(case("1", 5)).today.isVisible()


def test_without_cases_it_says_how_to_begin(made: Made) -> None:
    page = made()

    assert page.nothing.isVisible()
    assert not page.search.isVisible()
    assert not page.not_found.isVisible()


def test_a_row_says_what_is_next_and_when(made: Made) -> None:
    line = made(case("1", 3, StepKind.PAY_BY)).model.line(0)

    assert (line.step, line.when, line.pressing) == ("Sidste dag at betale", "om 3 dage", True)


def test_a_protected_address_is_not_shown(made: Made) -> None:
    line = made(case("1", address="Hemmelig 4", protected_address=True)).model.line(0)

    assert "Hemmelig" not in line.about
    assert "Beskyttet adresse" in line.about


@pytest.mark.parametrize("size", [(821, 489), (1280, 770)])
def test_nothing_is_cut_off_with_long_names_in_a_low_window_or_a_wide_one(made: Made, size: tuple[int, int]) -> None:
    long = "Anne-Margrethe Kirstine Østergaard-Sørensen Bøgelund"
    page = made(
        case("1", -3, tenant=long, organisation=long, area=long, adviser=long, types=("udsaettelsestruet",)),
        case("2", 0, organisation="Lærkely", area="Nord", adviser="Karen", types=("fastholdelse_til_genhusning",)),
    )
    page.resize(*size)
    page.show_found()
    QApplication.processEvents()

    assert misfits(page) == []
