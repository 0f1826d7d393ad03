"""The tenant's side of the desk: it follows, it is large, and it shows nobody's numbers, notes or names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from spending_steps import DAY

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.library import load_library
from budgetdesk.actions.sample import sample_record
from budgetdesk.casework.record import Record
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages import PAGES
from budgetdesk.ui.pages.spending import SpendingPage
from budgetdesk.ui.tenant_window import TenantWindow
from budgetdesk.wording.tenant_screen import BLANK

Opened = Callable[[Desk], MainWindow]
SMALLEST = 20


@pytest.fixture(scope="module")
def sample() -> Record:
    record = sample_record(load_library(), today=DAY)
    talked = replace(record.case.conversation, note="Hun er bange for sin bror.")
    return replace(record, case=replace(record.case, conversation=talked))


@pytest.fixture
def window(sample: Record, open_window: Opened, qtbot: QtBot) -> MainWindow:
    made = open_window(memory_desk(sample, DAY))
    QTest.keyClick(made, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: made.tenant is not None and made.tenant.isVisible())
    return made


def tenant(window: MainWindow) -> TenantWindow:
    assert window.tenant is not None
    return window.tenant


def text(window: MainWindow) -> str:
    tenant(window).look()
    labels = [label for label in tenant(window).findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in labels).replace("\u00a0", " ")


def show(window: MainWindow, key: str) -> None:
    assert window.case_view is not None
    window.case_view.show_page(key)


def every_picture(window: MainWindow) -> str:
    """All that the tenant may come to see: every page, and every question of the talk."""
    seen = []
    for page in PAGES:
        show(window, page.key)
        seen.append(text(window))
    show(window, "forbrug")
    talk = spending(window).talk()
    assert talk is not None
    while talk.topic is not None:
        seen.append(text(window))
        talk.go_on()
    talk.reject()
    return "\n".join(seen)


def spending(window: MainWindow) -> SpendingPage:
    assert window.case_view is not None
    page = window.case_view.pages["forbrug"]
    assert isinstance(page, SpendingPage)
    return page


def test_it_shows_no_number_name_note_address_countdown_or_verdict(window: MainWindow, sample: Record) -> None:
    seen = every_picture(window).casefold()
    case = sample.case
    secret = [case.info.number, case.conversation.note, case.tenancy.address, case.tenancy.landlord, "påkrav", "dage"]
    secret += [part for person in case.persons for part in (person.name, *person.name.split())]
    secret += [row.text for row in sample.spending.transactions]
    secret += ["Jonas", "Mette", "Camilla", "Mormor"]

    secret += ["rådgiver", "holder"]

    assert [part for part in secret if part and part.casefold() in seen] == []


def test_it_follows_the_page_and_the_question(window: MainWindow, qtbot: QtBot) -> None:
    show(window, "budget")
    qtbot.waitUntil(lambda: "tilbage om måneden" in text(window))
    show(window, "aftale")
    qtbot.waitUntil(lambda: "Det skal betales" in text(window))
    assert "Det er et forslag" in text(window)
    show(window, "forbrug")
    talk = spending(window).talk()
    assert talk is not None
    qtbot.waitUntil(lambda: "Hvad gik de til?" in text(window))
    talk.reject()
    qtbot.waitUntil(lambda: "blev brugt" in text(window))


def test_what_the_tenant_locks_is_said_to_be_locked(window: MainWindow) -> None:
    show(window, "forbrug")
    talk = spending(window).talk()
    assert talk is not None
    while talk.topic is not None and talk.topic.line is None:
        talk.go_on()
    assert "Nødvendigt, eller kan det undværes?" in text(window)
    talk.tenant("lock")

    assert "Det røres ikke." in text(window)
    assert "undværes" not in text(window)


def test_it_is_black_when_the_case_is_closed_and_follows_the_next(window: MainWindow, sample: Record) -> None:
    window.close_case()
    assert tenant(window).shown == BLANK
    assert text(window) == ""
    window.open_desk(memory_desk(sample, DAY))
    assert "brevet" in text(window)


def test_the_adviser_keeps_the_keyboard(window: MainWindow) -> None:
    assert window.isActiveWindow()
    assert not [w for w in tenant(window).findChildren(QLabel) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]


def test_every_word_is_large_and_fits(window: MainWindow) -> None:
    tenant(window).resize(960, 640)
    for key in ("akut", "budget", "aftale"):
        show(window, key)
        text(window)
        shown = [label for label in tenant(window).findChildren(QLabel) if label.isVisible()]
        assert shown
        assert min(label.fontInfo().pixelSize() for label in shown) >= SMALLEST
        assert misfits(tenant(window)) == []


def test_f9_closes_it_again_and_the_window_takes_it_along(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert not tenant(window).isVisible()
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert tenant(window).isVisible()
    window.close()
    assert not tenant(window).isVisible()


def test_an_empty_case_has_a_calm_picture_on_every_page(open_window: Opened, empty_desk: Desk) -> None:
    window = open_window(empty_desk)
    window.toggle_tenant()
    for page in PAGES:
        show(window, page.key)
        assert text(window).strip()
