"""The page Gæld: the list, one debt, its doubts and letters, the walk through the kinds, and the ways here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import DebtBasis
from budgetdesk.ui.case_view import CaseView
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.debts import DebtsPage
from budgetdesk.ui.pages.gaeld.detail import DebtDetail, HomeDetail

FIRST_PAGE = "gaeld"
DAY = date(2026, 11, 20)
DEBTS = (
    Debt(
        id="d1", creditor="Banken", kind="banklaan", balance=Decimal(40_000), rate=Decimal(9), instalment=Decimal(600)
    ),
    Debt(
        id="d2",
        creditor="Inkasso A/S",
        kind="inkasso",
        balance=Decimal(2_300),
        basis=DebtBasis.INVOICE,
        due_since=date(2022, 10, 1),
        reminder_fees=Decimal(400),
    ),
    Debt(id="d3", kind="forsyning"),
)
Open = Callable[[Desk], MainWindow]


def with_debts(desk: Desk, *debts: Debt) -> Desk:
    record = desk.record
    return memory_desk(replace(record, case=replace(record.case, debts=debts)), DAY)


def view_of(window: MainWindow) -> CaseView:
    assert window.case_view is not None
    return window.case_view


def page_of(window: MainWindow, key: str = "gaeld") -> DebtsPage:
    view_of(window).show_page(key)
    QApplication.processEvents()
    page = view_of(window).pages[key]
    assert isinstance(page, DebtsPage)
    return page


def listed(page: DebtsPage) -> list[str]:
    return [row.title.text() for row in page.list.rows()]


def shown_doubts(page: DebtsPage) -> list[str]:
    assert isinstance(page.detail, DebtDetail)
    return [part.text.text() for part in page.detail.doubts.rows.rows.values()]


def test_with_nothing_owed_the_page_says_what_to_do(empty_desk: Desk, open_window: Open) -> None:
    page = page_of(open_window(empty_desk))

    assert page.empty.isVisible()
    assert not page.totals.isVisible()


def test_the_landlord_stands_first_then_the_light_then_what_can_wait(desk: Desk, open_window: Open) -> None:
    page = page_of(open_window(with_debts(desk, *DEBTS)))

    assert listed(page) == ["Boligforeningen Lærkely", "El, varme eller vand", "Banken", "Inkasso A/S"]
    assert page.totals.total.figure() == "50.235\u00a0kr."
    assert page.totals.instalments.figure() == "600\u00a0kr."
    assert page.totals.interest.figure() == "300\u00a0kr."


def test_the_arrears_are_shown_and_entered_on_sag(desk: Desk, open_window: Open) -> None:
    window = open_window(with_debts(desk, *DEBTS))
    page = page_of(window)
    page.choose("home")

    assert isinstance(page.detail, HomeDetail)
    assert page.detail.owed.figure() == "7.935\u00a0kr."
    next(b for b in page.detail.findChildren(QAbstractButton) if "Sag" in b.text()).click()
    assert view_of(window).current == "sag"


def test_a_debt_shows_what_may_be_wrong_with_the_letter_for_it(desk: Desk, open_window: Open) -> None:
    page = page_of(open_window(with_debts(desk, *DEBTS)))
    page.choose("d2")

    said = " ".join(shown_doubts(page))
    assert "kan være forældet" in said
    assert "400\u00a0kr. i rykkergebyrer" in said
    assert isinstance(page.detail, DebtDetail)
    letters = [b.accessibleName() for b in page.detail.doubts.findChildren(QAbstractButton)]
    assert letters == ["Skriv brevet: Indsigelse: kravet er for gammelt", "Skriv brevet: Indsigelse: gebyrer og renter"]


def test_what_is_typed_changes_the_answer_at_once(desk: Desk, open_window: Open, qtbot: QtBot) -> None:
    page = page_of(open_window(with_debts(desk, *DEBTS)))
    page.choose("d2")
    assert isinstance(page.detail, DebtDetail)
    page.detail.facts.reveal("reminder_fees")
    field = page.place.binder.find("case.debts[d2].reminder_fees", page)
    assert field is not None
    field.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "300")

    qtbot.waitUntil(lambda: not any("rykkergebyrer" in said for said in shown_doubts(page)))


def test_a_step_of_the_creditor_is_ticked_and_can_be_taken_back(desk: Desk, open_window: Open, qtbot: QtBot) -> None:
    window = open_window(with_debts(desk, *DEBTS))
    page = page_of(window)
    page.choose("d1")
    assert isinstance(page.detail, DebtDetail)
    page.detail.facts.reveal("steps")
    tick = page.place.binder.find("case.debts[d1].steps.tager_paa_kontoen", page)
    assert tick is not None
    box = tick.focusProxy() or tick
    box.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert paths.get(page.record, "case.debts[d1].steps") == ("tager_paa_kontoen",)
    assert any("Retsplejeloven §\u00a0509" in said for said in shown_doubts(page))
    assert page.desk.undo() == "Tager penge på kontoen, så der ikke er nok at leve for"


def test_a_debt_without_creditor_gets_a_sentence_at_its_field(desk: Desk, open_window: Open) -> None:
    page = page_of(open_window(with_debts(desk, *DEBTS)))
    page.choose("d3")

    assert isinstance(page.detail, DebtDetail)
    said = [field.doubt.text() for field in page.detail.facts.fields if field.doubt.text()]
    assert said == ["Skriv, hvem der skyldes til. Det står øverst i brevet."]


def test_adding_a_debt_puts_the_keyboard_in_it_and_removing_it_shows_another(desk: Desk, open_window: Open) -> None:
    page = page_of(open_window(with_debts(desk, *DEBTS)))
    page.add_debt()

    assert page.chosen == "d4"
    field = page.place.binder.find("case.debts[d4].creditor", page)
    focus = QApplication.focusWidget()
    assert field is not None
    assert focus is not None
    assert field.isAncestorOf(focus)
    page.remove("d4")
    assert [debt.id for debt in page.record.case.debts] == ["d1", "d2", "d3"]
    assert page.chosen == "d3"


def test_a_missing_fact_leads_to_its_field_also_below_the_fold(desk: Desk, open_window: Open) -> None:
    window = open_window(with_debts(desk, *DEBTS))
    for path in ("case.debts[d1].balance", "case.debts[d2].limitation_date", "case.debts[d3].creditor"):
        view_of(window).go("gaeld", path)
        field = view_of(window).binder.find(path, view_of(window).pages["gaeld"])
        focus = QApplication.focusWidget()
        assert field is not None, path
        assert focus is not None
        assert field.isAncestorOf(focus), path
    assert {m.page for m in page_of(window).desk.overview.missing if "debts" in m.path} == {"gaeld"}


def test_sag_and_the_budget_lead_here(desk: Desk, open_window: Open) -> None:
    window = open_window(with_debts(desk, *DEBTS))
    view_of(window).show_page("sag")
    link = next(
        b for b in view_of(window).pages["sag"].findChildren(QAbstractButton) if b.text() == "Gå til siden Gæld"
    )
    link.click()

    assert view_of(window).current == "gaeld"


def test_the_walk_asks_one_question_at_a_time_and_one_key_answers(desk: Desk, open_window: Open, qtbot: QtBot) -> None:
    page = page_of(open_window(desk))
    walk = page.walk()
    asked = []
    for key in (Qt.Key.Key_J, Qt.Key.Key_N, Qt.Key.Key_S):
        assert walk.question is not None
        asked.append(walk.question.guide.kind)
        qtbot.keyClick(walk, key)

    assert asked == ["forsyning", "fogedomkostninger", "daginstitution"]
    said = {one.id: one.answer for one in page.record.case.conversation.debts_asked}
    assert said == {"forsyning": True, "fogedomkostninger": False}
    assert [debt.kind for debt in page.record.case.debts] == ["forsyning"]
    walk.reject()
    field = page.place.binder.find("case.debts[d1].creditor", page)
    assert field is not None
    qtbot.waitUntil(lambda: field.isAncestorOf(QApplication.focusWidget() or page))


def test_the_walk_goes_on_where_it_was_left_and_takes_the_last_answer_back(
    desk: Desk, open_window: Open, qtbot: QtBot
) -> None:
    page = page_of(open_window(desk))
    walk = page.walk()
    qtbot.keyClick(walk, Qt.Key.Key_J)
    walk.reject()
    again = page.walk()
    assert again.question is not None
    assert again.question.guide.kind == "fogedomkostninger"

    qtbot.keyClick(again, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert again.question.guide.kind == "forsyning"
    assert page.record.case.debts == ()
    again.reject()


def test_the_walk_ends_with_what_was_found(desk: Desk, open_window: Open, qtbot: QtBot) -> None:
    page = page_of(open_window(desk))
    walk = page.walk()
    while walk.question is not None:
        qtbot.keyClick(walk, Qt.Key.Key_N)

    assert walk.text.text() == "Der er ingen anden gæld."
    qtbot.keyClick(walk, Qt.Key.Key_Return)
    assert page.totals.asked.text() == "I har talt om alle slags gæld."
    assert page.place.desk.record.case.debts == ()


def test_the_tenants_side_shows_the_question_and_no_creditor(desk: Desk, open_window: Open) -> None:
    window = open_window(with_debts(desk, *DEBTS))
    page = page_of(window)
    walk = page.walk()
    asked = view_of(window).tenant_screen()
    walk.reject()
    after = view_of(window).tenant_screen()

    assert asked.question.endswith("?")
    assert "Inkasso A/S" not in f"{asked}{after}"
    assert "betales først" in after.question


def test_the_step_is_done_when_debts_are_talked_about_and_shows_what_to_look_at(desk: Desk, open_window: Open) -> None:
    record = with_debts(desk, *DEBTS)

    empty = DebtsPage.state(Record(), memory_desk(Record(), DAY).overview)
    some = DebtsPage.state(record.record, record.overview)
    assert (empty.done, empty.badge) == (False, "")
    assert (some.done, some.badge) == (False, "2 at se på")
