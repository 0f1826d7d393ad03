"""A household at the desk, in memory, and the program dressed as users see it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.actions import overview
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.library import Library
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.household.case import Arrears, ArrearsRow, Case, CaseInfo, Person, Tenancy
from budgetdesk.household.words import ArrearsKind, Letter, Role
from budgetdesk.i18n import language
from budgetdesk.ui import case_view
from budgetdesk.ui.app import make_app
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.theme import Look

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

DAY = date(2026, 11, 20)
REMEMBERED = 12
"""How many answers are remembered (`worked_out_once`)."""


def nadia() -> Record:
    """The sample household, by hand: a tenant, two children, a rent and a påkrav."""
    return Record(
        case=Case(
            info=CaseInfo(number="2026-0143", opened=DAY, adviser="Karen Mølgaard"),
            persons=(
                Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard", born=date(1989, 4, 12)),
                Person(id="p2", role=Role.CHILD, name="Alma Skovgaard", born=date(2018, 6, 3), parents=("p1",)),
                Person(id="p3", role=Role.CHILD, name="Noah Skovgaard", parents=("p1",)),
            ),
            tenancy=Tenancy(
                landlord="Boligforeningen Lærkely",
                address="Lærkevej 12, 3. tv, 2650 Hvidovre",
                municipality="Hvidovre",
                rent_per_month=Decimal(7600),
                area_m2=Decimal(84),
            ),
            arrears=Arrears(
                rows=(
                    ArrearsRow(id="r1", month=Month(2026, 11), amount=Decimal(7600)),
                    ArrearsRow(id="r2", month=Month(2026, 11), kind=ArrearsKind.FEE, amount=Decimal(335)),
                ),
                letter=Letter.PAAKRAV,
                letter_arrived=date(2026, 11, 17),
            ),
        )
    )


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return make_app(look=Look.LIGHT)


@pytest.fixture(scope="session", autouse=True)
def worked_out_once() -> Iterator[None]:
    """What follows from the same facts, day, figures of the law and language is worked out once, not for each window
    that shows it."""
    known: list[tuple[tuple[object, ...], Overview]] = []
    look = overview.look

    def remembered(record: Record, day: date, library: Library) -> Overview:
        asked = (day, language(), library, record)
        for before, answer in known:
            if before[:2] == asked[:2] and before[2] is library and before[3] == record:
                return answer
        answer = look(record, day, library)
        known[:] = [(asked, answer), *known[:REMEMBERED]]
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(overview, "look", remembered)
        patch.setattr(case_view, "look", remembered)
        yield


@pytest.fixture
def desk() -> Desk:
    return memory_desk(nadia(), DAY)


@pytest.fixture
def empty_desk() -> Desk:
    return memory_desk(Record(), DAY)


@pytest.fixture(scope="module")
def first_page(request: pytest.FixtureRequest) -> str:
    """The page on which a case is opened: a module that tests one page names it as `FIRST_PAGE`, and spares making
    the page Akut for each test."""
    return str(getattr(request.module, "FIRST_PAGE", ""))


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, first_page: str) -> Callable[[Desk], MainWindow]:
    """Opens a desk in a shown, active window."""

    def opened(desk: Desk) -> MainWindow:
        window = MainWindow(look=Look.LIGHT, day_is_fixed=True)
        qtbot.addWidget(window)
        window.open_desk(desk, page=first_page)
        return activated(window, qtbot)

    return opened


@pytest.fixture(scope="module")
def kept() -> Iterator[list[MainWindow]]:
    """The window that the tests of a module have in turn."""
    windows: list[MainWindow] = []
    yield windows
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def kept_window(
    qtbot: QtBot, qapp: QApplication, kept: list[MainWindow], first_page: str
) -> Callable[[Desk], MainWindow]:
    """As `open_window`, for modules whose tests mostly look at the same case: the window of the test before is taken
    again, with its pages and with a desk of its own, where that test has changed nothing in the case. Ask the window
    for its desk."""

    def opened(desk: Desk) -> MainWindow:
        if not kept:
            kept.append(MainWindow(look=Look.LIGHT, day_is_fixed=True))
        (window,) = kept
        if not _has_open(window, desk):
            window.open_desk(desk, page=first_page)
        return activated(window, qtbot)

    return opened


def _has_open(window: MainWindow, desk: Desk) -> bool:
    """Whether the case stands in the window as `desk` would: nothing changed, half typed, or taken back."""
    view = window.case_view
    if view is None:
        return False
    view.binder.flush()
    there = view.desk
    return (there.record, there.drafts, there.today) == (desk.record, desk.drafts, desk.today) and (
        there.library is desk.library and there.can_undo is there.can_redo is None
    )


def activated(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window, shown in the usual size and with the keyboard."""
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.close()
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
