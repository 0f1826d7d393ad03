"""Several cases open at once, in a real store: nothing is lost by switching, and a tenant's cases find each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Case, Person
from budgetdesk.household.words import Role
from budgetdesk.settings import Settings
from budgetdesk.ui.case_view import CaseView
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.household import HouseholdPage
from budgetdesk.ui.session import Session
from budgetdesk.ui.theme import Look

TODAY = date(2026, 11, 20)


def one(name: str, born: date) -> Record:
    """A light case: little follows from it, so it is open at once."""
    return Record(case=Case(persons=(Person(id="p1", role=Role.TENANT, name=name, born=born),)))


@pytest.fixture(scope="module")
def session(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    folder = tmp_path_factory.mktemp("flere")
    window = MainWindow(look=Look.LIGHT, day_is_fixed=True)
    window.resize(1280, 800)
    window.show()
    made = Session(window, folder, TODAY, Settings(use_keyring=False))
    made.workspace = Workspace.create(folder, passphrase="en lang prøve uden mening", today=TODAY, remember=False)
    made.workspace.new_case(one("Nadia Skovgaard", date(1989, 4, 12)), number="a")
    made.workspace.new_case(one("Omar Hassan", date(1970, 1, 1)), number="b")
    yield made
    made.end()
    window.close()
    window.deleteLater()


@pytest.fixture(autouse=True)
def nothing_open(session: Session) -> None:
    session.show_start()
    for number in session.cases.opened.numbers():
        session.cases.opened.put_away(number)


def view(session: Session) -> CaseView:
    assert session.window.case_view is not None
    return session.window.case_view


def test_switching_comes_back_to_the_page_the_field_and_the_scrolling(session: Session, qtbot: QtBot) -> None:
    session.open_case("a")
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    view(session).go("sag", "case.course.area")
    page = view(session).pages["sag"]
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
    scrolled = page.verticalScrollBar().value()
    session.open_case("b")
    view(session).show_page("budget")
    session.cases.switch_case()
    again = view(session)

    assert (again.desk.case_id, again.current) == ("a", "sag")
    qtbot.waitUntil(lambda: again.pages["sag"].verticalScrollBar().value() == scrolled)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Område"
    session.cases.switch_case()
    assert (view(session).desk.case_id, view(session).current) == ("b", "budget")


def test_the_header_says_how_many_are_open_and_names_nobody(session: Session) -> None:
    session.open_case("a")
    assert view(session).header.open_cases.isHidden()
    session.open_case("b")
    mark = view(session).header.open_cases

    assert "Sag a" in [entry.text for entry in session.window._entries()]
    assert mark.text() == "2 åbne sager"
    assert [action.text() for action in mark.menu().actions()] == ["Sag a"]


def test_what_is_being_typed_is_saved_before_the_other_case_comes(session: Session) -> None:
    session.open_case("a")
    view(session).show_page("sag")
    field = next(e for path, e in view(session).binder.editors(view(session).page("sag")) if path.endswith("landlord"))
    field.show_text("Boligforeningen Fjordbo")  # type: ignore[attr-defined] # a LineEdit
    field.edited.emit()
    session.open_case("b")

    assert session.workspace is not None
    assert session.workspace.desk("a").record.case.tenancy.landlord == "Boligforeningen Fjordbo"


def test_a_new_case_for_the_same_tenant_is_linked_and_each_leads_to_the_other(session: Session) -> None:
    session.open_case("a")
    around = view(session).place.around
    assert around is not None
    around.begin_again(figures=False)
    new = view(session).desk
    view(session).show_page("sag")
    page = view(session).pages["sag"]
    assert isinstance(page, HouseholdPage)

    assert new.record.case.info.earlier_case == "a"
    assert list(page.ending.others.rows) == ["a"]
    around = view(session).place.around
    assert around is not None
    around.open("a")
    view(session).show_page("sag")
    page = view(session).pages["sag"]
    assert isinstance(page, HouseholdPage)
    assert list(page.ending.others.rows) == [new.case_id]
