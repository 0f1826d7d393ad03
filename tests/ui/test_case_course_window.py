"""The kind of a case, its end, the cases around it and a tenant before moving in, on page Sag and in its dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.case_summary import CaseSummary, InList
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.words import ContactKind, ThreatOutcome
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui import phrases
from budgetdesk.ui.dialogs.end_case import EndCaseDialog
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.household import HouseholdPage
from budgetdesk.ui.theme import Look
from budgetdesk.ui.widgets.fields import CprEdit

TODAY = date(2026, 11, 20)


class Around:
    """The store around a case, by hand."""

    def __init__(self) -> None:
        about = InList(tenant="Nadia Skovgaard", ended=date(2025, 5, 3))
        self.found: tuple[CaseSummary, ...] = (
            CaseSummary(id="2025-0031", opened_at=datetime(2025, 1, 1, tzinfo=UTC), saved_at=None, about=about),
        )
        self.done: list[object] = []
        self.shared = ""
        self.open: Callable[[str], object] = self.done.append

    def of_tenant(self) -> tuple[CaseSummary, ...]:
        return self.found

    def same_number(self) -> str:
        return self.shared

    def areas(self) -> list[str]:
        return ["Nord", "Syd"]

    def begin_again(self, *, figures: bool) -> object:
        self.done.append(figures)
        return None


@pytest.fixture(scope="module")
def opened(qapp: QApplication) -> Iterator[tuple[MainWindow, Desk, Around]]:
    """One window for the module; each test begins from the sample as it is."""
    window, around = MainWindow(look=Look.LIGHT, day_is_fixed=True), Around()
    desk = memory_desk(Record(case=sample_case(today=TODAY)), TODAY)
    view = window.open_desk(desk, around=around)
    window.resize(1280, 800)
    view.show_page("sag")
    window.show()
    yield window, desk, around
    window.close()
    window.deleteLater()


@pytest.fixture
def page(opened: tuple[MainWindow, Desk, Around], qtbot: QtBot) -> Iterator[HouseholdPage]:
    window, desk, around = opened
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.case_view is not None
    found = window.case_view.pages["sag"]
    assert isinstance(found, HouseholdPage)
    around.done.clear()
    yield found
    for dialog in window.findChildren(EndCaseDialog):
        dialog.reject()
    while desk.undo():
        pass


def put(page: HouseholdPage, path: str, value: object) -> None:
    page.desk.change("prøve", paths.put(page.record, path, value))


def shown(page: HouseholdPage) -> None:
    """The page follows at once, without waiting for what is worked out in a thread."""
    assert page.place.desk is not None
    page.follow(page.desk.preview(page.record))


def test_a_type_is_picked_by_keys_and_the_first_is_the_main_one(page: HouseholdPage) -> None:
    field = next(editor for path, editor in page.place.binder.editors(page) if path == "case.info.type")
    line = field.targets()[0]
    line.setFocus()
    QTest.keyClicks(line, "truet af")
    QTest.keyClick(line, Qt.Key.Key_Return)

    case = page.record.case
    assert "udsaettelsestruet" in (case.info.type, *case.course.more_types)


def test_what_is_folded_away_is_unfolded_where_one_is_led_to_it(page: HouseholdPage) -> None:
    page.place.go("sag", "case.course.house_rules")

    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Også en sag om husorden?: Ved ikke"


def test_a_day_that_cannot_be_is_told_at_its_field_and_taken_away_again(page: HouseholdPage) -> None:
    put(page, "case.course.began", date(2027, 1, 1))
    shown(page)
    assert "fremtiden" in page.ending.began.editor.doubt
    put(page, "case.course.began", TODAY)
    shown(page)

    assert page.ending.began.editor.doubt == ""


def cpr_field(page: HouseholdPage) -> CprEdit:
    found = next(editor for path, editor in page.place.binder.editors(page) if path == "case.persons[p1].cpr")
    assert isinstance(found, CprEdit)
    return found


def test_a_number_that_another_case_has_is_told_at_the_field_also_when_it_is_unfolded_afterwards(
    page: HouseholdPage, opened: tuple[MainWindow, Desk, Around]
) -> None:
    opened[2].shared = "Sag 9 har det samme CPR-nummer."
    put(page, "case.persons[p1].cpr", "120489-9995")
    shown(page)
    page.reveal("case.persons[p1].cpr")

    assert cpr_field(page).doubt == "Sag 9 har det samme CPR-nummer."


def test_a_number_that_cannot_be_is_kept_as_a_draft_with_the_sentence(page: HouseholdPage) -> None:
    page.reveal("case.persons[p1].cpr")
    field = cpr_field(page)
    field.line.setFocus()
    QTest.keyClicks(field.line, "990189-1234")
    QTest.keyClick(field.line, Qt.Key.Key_Tab)

    assert "ikke findes" in field.problem.text()
    assert page.desk.drafts["case.persons[p1].cpr"] == "990189-1234"
    page.desk.clear_draft("case.persons[p1].cpr")


def test_the_day_of_entry_is_shown_where_it_is_another_than_the_day_it_began(page: HouseholdPage) -> None:
    put(page, "case.info.opened", TODAY)
    put(page, "case.course.began", date(2026, 11, 2))
    shown(page)
    assert page.ending.entered.text().startswith("Skrevet ind 20. november 2026")
    put(page, "case.course.began", TODAY)
    shown(page)

    assert page.ending.entered.isHidden()


def end_dialog(page: HouseholdPage) -> EndCaseDialog:
    page.ending.ask_end()
    return page.window().findChildren(EndCaseDialog)[-1]


def test_a_case_is_ended_and_taken_up_again_as_two_steps_of_undo(page: HouseholdPage) -> None:
    dialog = end_dialog(page)
    dialog.fields["outcome"].show_value(ThreatOutcome.PLAN)
    dialog.agree.click()
    course = page.record.case.course
    assert (course.ended, course.outcome) == (TODAY, ThreatOutcome.PLAN)
    shown(page)
    assert page.ending.standing.text() == "Forløbet sluttede 20. november 2026."
    assert phrases.case_title(page.record) == "Sag 2026-0143 · afsluttet"
    page.ending.again.click()

    assert page.record.case.course.ended is None
    assert page.desk.can_undo == "Genåbn sagen"


def test_an_end_that_cannot_be_stays_in_the_dialog_with_the_sentence_at_its_field(page: HouseholdPage) -> None:
    before = page.record
    dialog = end_dialog(page)
    dialog.fields["ended"].show_text("1.1.2027")  # type: ignore[attr-defined] # a DateEdit
    dialog.agree.click()

    assert dialog.isVisible()
    assert "fremtiden" in dialog.fields["ended"].problem.text()
    assert page.record is before


def test_the_leaving_is_asked_about_only_where_somebody_left(page: HouseholdPage) -> None:
    dialog = end_dialog(page)
    seen = {}
    for outcome in (None, ThreatOutcome.PLAN, ThreatOutcome.MOVED, ThreatOutcome.EVICTED):
        dialog.fields["outcome"].show_value(outcome)
        dialog.fields["outcome"].edited.emit()
        seen[outcome] = (dialog.leaving.isHidden(), dialog.staying.isHidden())

    assert seen == {
        None: (True, True),
        ThreatOutcome.PLAN: (True, False),
        ThreatOutcome.MOVED: (False, True),
        ThreatOutcome.EVICTED: (False, True),
    }


def test_the_tenants_other_cases_are_one_click_away(page: HouseholdPage, opened: tuple[object, object, Around]) -> None:
    link = page.ending.others.rows["2025-0031"].findChildren(QPushButton.__mro__[1])[0]
    assert link.text() == "Sag 2025-0031, lukket 3. maj 2025"
    link.click()

    assert opened[2].done == ["2025-0031"]


def test_what_a_new_tenant_is_asked_stands_only_in_such_a_case(page: HouseholdPage) -> None:
    assert page.before_moving.isHidden()
    case = page.record.case
    home = replace(case.tenancy, moved_in=date(2026, 12, 15))
    page.desk.change("ny", Record(case=replace(case, info=replace(case.info, type="ny_lejer"), tenancy=home)))
    shown(page)
    assert not page.before_moving.isHidden()
    assert page.before_moving.month.rows()[0][0] == "Husleje"
    put(page, "case.tenancy.moved_in", date(2026, 11, 1))
    shown(page)

    assert page.before_moving.sums.isHidden()
    assert not page.before_moving.moved.isHidden()


def test_an_offer_that_is_sent_is_also_the_day_and_the_way_of_the_offer(page: HouseholdPage) -> None:
    put(page, "case.info.type", "ny_lejer")
    shown(page)
    dialog = page.before_moving.write_offer()
    assert dialog.which.value() == "postkort_ny_lejer"
    dialog.note.click()
    case = page.record.case

    assert (case.course.offered_on, case.course.offered_by) == (TODAY, ContactKind.POSTCARD)
    assert case.contacts[-1].kind is ContactKind.POSTCARD
