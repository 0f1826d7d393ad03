"""The window with one case: figures in sight, links to fields, steps, undo; by the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk
from budgetdesk.household import paths
from budgetdesk.household.case import Income
from budgetdesk.household.words import Heating, Letter, Role
from budgetdesk.ui.case_view import CaseView
from budgetdesk.ui.main_menus import CASE, EDIT, VIEW
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.menus import LINE
from budgetdesk.ui.palette import Palette
from budgetdesk.ui.widgets.fields import AmountEdit, DateEdit
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import button

Opener = Callable[[Desk], MainWindow]


@pytest.fixture
def window(open_window: Opener, desk: Desk) -> MainWindow:
    return open_window(desk)


def view_of(window: MainWindow) -> CaseView:
    assert window.case_view is not None
    return window.case_view


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key where the keyboard is, or in the window."""
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def field(window: MainWindow, path: str) -> AmountEdit | DateEdit:
    found = view_of(window).binder.find(path)
    assert isinstance(found, AmountEdit | DateEdit)
    return found


def test_the_header_says_how_many_days_are_left_until_the_last_day_to_pay(window: MainWindow) -> None:
    clock = view_of(window).header.clock

    assert clock.isVisible()
    assert clock.accessibleName().replace("\u00a0", " ") == "11 dage til sidste dag at betale, 1. december"


def test_every_line_of_the_menus_is_something_the_window_can_do(window: MainWindow) -> None:
    lines = [item for item in (*CASE, *EDIT, *VIEW) if item is not LINE]

    assert [item.text for item in lines if not callable(getattr(window, item.act, None))] == []


def test_no_countdown_once_the_lease_is_terminated(window: MainWindow, desk: Desk) -> None:
    view_of(window).show_page("akut")
    akut = view_of(window).pages["akut"]
    choice = next(b for b in akut.findChildren(QAbstractButton) if b.text() == "Ophævelse")
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Space)

    assert desk.record.case.arrears.letter is Letter.OPHAEVELSE
    assert {row.paakrav_arrived for row in desk.record.case.arrears.rows} == {date(2026, 11, 17)}
    assert "ophævet" in view_of(window).header.clock.accessibleName()


def test_alt_and_a_number_shows_a_page_and_puts_the_keyboard_on_it(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_2, ALT)
    page = view_of(window).pages["sag"]

    assert view_of(window).stack.currentWidget() is page
    qtbot.waitUntil(lambda: page.isAncestorOf(QApplication.focusWidget()))
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_the_header_follows_a_keystroke_before_the_field_is_left(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_2, ALT)
    rent = field(window, "case.tenancy.rent_per_month")
    rent.setFocus()
    before = view_of(window).header.out.figure()
    QTest.keyClicks(rent.line, "9")

    qtbot.waitUntil(lambda: view_of(window).header.out.figure() != before, timeout=450)


def test_without_a_written_income_the_header_tells_no_luft(window: MainWindow, desk: Desk) -> None:
    header = view_of(window).header
    desk.change("Ingen indtægt", paths.put(desk.record, "case.income", ()))
    assert (header.income.figure(), header.luft.figure()) == ("–", "–")

    nothing = Income(id="i1", person="p1", amount=Decimal(0))
    desk.change("0 kr.", paths.put(desk.record, "case.income", (nothing,)))
    assert header.income.figure() == "0"
    assert header.luft.figure() != "–"


def test_control_z_takes_back_the_field_and_control_shift_z_does_it_again(window: MainWindow, desk: Desk) -> None:
    press(window, Qt.Key.Key_2, ALT)
    rent = field(window, "case.tenancy.rent_per_month")
    rent.setFocus()
    QTest.keyClicks(rent.line, "8100")
    press(window, Qt.Key.Key_Z, CTRL)
    assert desk.record.case.tenancy.rent_per_month == Decimal(7600)
    assert rent.text() == "7.600"
    press(window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)

    assert desk.record.case.tenancy.rent_per_month == Decimal(8100)


def test_control_z_first_drops_text_that_cannot_be_read(window: MainWindow, desk: Desk) -> None:
    press(window, Qt.Key.Key_2, ALT)
    rent = field(window, "case.tenancy.rent_per_month")
    rent.setFocus()
    QTest.keyClicks(rent.line, "abc")
    QTest.keyClick(rent.line, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Z, CTRL)

    assert rent.text() == "7.600"
    assert not desk.drafts


def test_following_what_is_missing_leads_to_its_field_with_the_keyboard_in_it(window: MainWindow, qtbot: QtBot) -> None:
    link = next(m for m in view_of(window).missing.links() if m.text() == "Fødselsdato for Noah")
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)

    born = field(window, "case.persons[p3].born")
    qtbot.waitUntil(born.line.hasFocus)
    QTest.keyClicks(born.line, "14.9.21")
    QTest.keyClick(born.line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not any(m.text() == "Fødselsdato for Noah" for m in view_of(window).missing.links()))


def test_every_missing_fact_of_an_empty_case_leads_to_something_with_the_keyboard(
    open_window: Opener, empty_desk: Desk, qtbot: QtBot
) -> None:
    window = open_window(empty_desk)
    view = view_of(window)
    for missing in empty_desk.overview.missing:
        if missing.page not in ("akut", "sag"):
            continue
        view.go(missing.page, missing.path)
        target = view.binder.find(missing.path, view.pages[missing.page])

        assert target is not None, missing
        assert target is QApplication.focusWidget() or target.isAncestorOf(QApplication.focusWidget()), missing


def test_a_fact_that_is_folded_away_is_unfolded_first(window: MainWindow, qtbot: QtBot) -> None:
    view = view_of(window)
    view.go("sag", "case.persons[p1].marital")
    marital = view.binder.find("case.persons[p1].marital")

    assert marital is not None
    qtbot.waitUntil(lambda: marital.isAncestorOf(QApplication.focusWidget()))


def test_arrow_keys_choose_among_answers(window: MainWindow, desk: Desk) -> None:
    view_of(window).go("sag", "case.tenancy.heating")
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Space)

    assert desk.record.case.tenancy.heating is Heating.IN_RENT


def test_the_name_of_a_municipality_comes_up_while_one_types(window: MainWindow, desk: Desk) -> None:
    view_of(window).go("sag", "case.tenancy.municipality")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "ærø")

    assert line.completer().currentCompletion() == "Ærø"


def test_a_person_is_added_named_and_removed_by_keys(window: MainWindow, desk: Desk) -> None:
    press(window, Qt.Key.Key_2, ALT)
    add = next(b for b in window.findChildren(QAbstractButton) if b.text() == "Tilføj barn")
    add.setFocus()
    QTest.keyClick(add, Qt.Key.Key_Space)
    QTest.keyClicks(QApplication.focusWidget(), "Ida")
    press(window, Qt.Key.Key_Tab)
    new = desk.record.case.persons[-1]
    assert (new.name, new.role, new.parents) == ("Ida", Role.CHILD, ("p1",))
    remove = next(b for b in window.findChildren(QAbstractButton) if b.accessibleName() == "Fjern Ida")
    remove.setFocus()
    QTest.keyClick(remove, Qt.Key.Key_Space)

    assert len(desk.record.case.persons) == 3


def test_the_palette_finds_a_field_and_goes_there(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    assert palette is not None
    QTest.keyClicks(palette.search.line, "areal")
    QTest.keyClick(palette.search.line, Qt.Key.Key_Return)

    area = view_of(window).binder.find("case.tenancy.area_m2")
    assert area is not None
    qtbot.waitUntil(lambda: area.isAncestorOf(QApplication.focusWidget()))


def test_the_palette_finds_commands_and_says_when_nothing_fits(window: MainWindow) -> None:
    palette = window.show_palette()
    QTest.keyClicks(palette.search.line, "mørke")
    assert [e.text for e in palette.found()] == ["Mørke farver"]
    QTest.keyClicks(palette.search.line, "xyz")

    assert palette.nothing.isVisible()
    palette.reject()


def test_text_for_a_screen_reader_stands_on_everything_that_can_be_used(window: MainWindow) -> None:
    view = view_of(window)
    view.build_all()
    for page in view.pages.values():
        view.show_page(page.key)
    nameless = [w for w in _interactive(window) if not (w.accessibleName() or _own_text(w))]

    assert not nameless, [(type(w).__name__, w.parentWidget()) for w in nameless]


def _interactive(window: MainWindow) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
    return [w for kind in kinds for w in window.findChildren(kind) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _own_text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def test_a_link_wraps_instead_of_being_cut_off(qtbot: QtBot) -> None:
    link = LinkButton("Seneste varmeregning og forbrugsafregning (medbringes næste gang)")
    qtbot.addWidget(link)

    assert link.heightForWidth(150) > link.heightForWidth(600)


def test_a_button_says_its_action_only_once(qtbot: QtBot) -> None:
    pressed = []
    made = button("Tryk", lambda: pressed.append(1))
    qtbot.addWidget(made)
    QTest.keyClick(made, Qt.Key.Key_Space)

    assert pressed == [1]


def test_no_part_of_a_page_ever_flashes_up_as_a_window_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    shown: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(type(watched).__name__)
            return False

    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    view_of(window).build_all()
    for page in view_of(window).pages:
        view_of(window).show_page(page)
        QApplication.processEvents()
    QApplication.instance().removeEventFilter(watch)

    assert not shown
