"""The card Aftalen: form, account, approval, days and words, by keyboard, one step of undo each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from conftest import DAY, nadia
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from waiting import let_run

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.library import load_library
from budgetdesk.casework.record import Record
from budgetdesk.household.agreement import LandlordAccepted
from budgetdesk.household.words import AgreementForm, OphaevelseStatus
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.plan import PlanPage

FIRST_PAGE = "aftale"
Open = Callable[[Desk], MainWindow]
LIBRARY = load_library()
WITH_FORLIG = replace(LIBRARY, policy=replace(LIBRARY.policy, forlig=True, version="egen-1"))


def opened(kept_window: Open, record: Record, library: object = LIBRARY) -> PlanPage:
    view = kept_window(memory_desk(record, DAY, library)).case_view  # type: ignore[arg-type]  # a Library
    assert view is not None
    view.show_page("aftale")
    QApplication.processEvents()
    page = view.pages["aftale"]
    assert isinstance(page, PlanPage)
    return page


def with_arrears(**changes: object) -> Record:
    record = nadia()
    return replace(record, case=replace(record.case, arrears=replace(record.case.arrears, **changes)))


def write(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def saved(page: PlanPage) -> Record:
    page.place.binder.flush()
    return page.record


@pytest.fixture
def aftale(kept_window: Open) -> PlanPage:
    return opened(kept_window, nadia())


def test_account_and_approval_are_typed_and_undone_one_by_one(aftale: PlanPage) -> None:
    card = aftale.agreement
    card.account.editor.setFocus()
    write("1234 5678901")
    card.by.editor.setFocus()
    write("Lis Krog")
    agreement = saved(aftale).case.agreement

    assert agreement is not None
    assert (agreement.account, agreement.approved_by) == ("1234 5678901", "Lis Krog")
    aftale.desk.undo()
    aftale.desk.undo()
    assert aftale.record.case.agreement is None


def test_forlig_is_offered_only_where_the_organisation_says_so_and_tells_what_stands_in_its_way(
    kept_window: Open, aftale: PlanPage
) -> None:
    assert aftale.agreement.form.isHidden()

    page = opened(kept_window, nadia(), WITH_FORLIG)
    assert not page.agreement.form.isHidden()
    page.agreement.form.editor.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert saved(page).case.agreement.form is AgreementForm.FRIVILLIGT_FORLIG  # type: ignore[union-attr]
    said = page.agreement.form_words.findChildren(type(page.agreement.approval))
    assert any("Udlejer har ikke sagt ja" in one.text() for one in said)
    assert any("redder ikke boligen" in one.text() for one in said)


def test_what_becomes_of_the_ophaevelse_is_asked_once_there_is_one(kept_window: Open, aftale: PlanPage) -> None:
    assert aftale.agreement.ophaevelse.isHidden()

    page = opened(kept_window, with_arrears(ophaevelse_arrived=date(2026, 11, 19)))
    assert not page.agreement.ophaevelse.isHidden()
    page.agreement.ophaevelse.editor.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert saved(page).case.agreement.ophaevelse is OphaevelseStatus.SUSPENDED  # type: ignore[union-attr]


def test_a_yes_of_the_landlord_in_the_future_is_said_at_its_field_and_is_no_yes(
    kept_window: Open, qtbot: QtBot
) -> None:
    ahead = LandlordAccepted(by="Bente", on=date(2026, 11, 21))
    page = opened(kept_window, with_arrears(landlord_accepted=ahead))

    qtbot.waitUntil(lambda: "fremtiden" in page.landlord.on.editor.problem.text(), timeout=5000)
    assert page.verdict.standing.text() == "Forslag, gælder først når udlejer har sagt ja"


def test_the_policys_days_can_be_changed_and_taken_back(aftale: PlanPage) -> None:
    days = aftale.agreement.days
    assert "21. december 2026" in days.suggested.text()
    days.edit.click()
    assert len(days.rows.rows) == 4
    days.rows.rows[0].day.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write("1.12.2026")

    assert saved(aftale).case.agreement.follow_up[0] == date(2026, 12, 1)  # type: ignore[union-attr]
    days.drop.click()
    assert aftale.record.case.agreement is None


def test_words_are_changed_for_this_agreement_and_marked(aftale: PlanPage) -> None:
    clauses = aftale.agreement.clauses
    clauses.open_words()
    row = clauses.rows.rows["early"]
    row.edit.click()
    dialog = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "" and hasattr(w, "words"))
    dialog.words.show_value("Efter {gebyr}")
    dialog.agree.click()
    assert "{gebyr}" in dialog.problem.text()
    dialog.words.show_value("Ring, før du betaler.")
    dialog.agree.click()

    assert clauses.rows.rows["early"].text.text() == "Ring, før du betaler."
    assert clauses.rows.rows["early"].mark.text() == "ændret her"
    assert "1 ændret her" in clauses.fold.text()
    assert clauses.rows.rows["limitation"].edit.isHidden()


def test_an_agreement_of_an_older_policy_says_so(kept_window: Open) -> None:
    page = opened(kept_window, nadia(), WITH_FORLIG)
    page.instalments.edit.click()
    assert page.agreement.older.isHidden()
    page.desk.take_library(replace(WITH_FORLIG, policy=replace(WITH_FORLIG.policy, version="egen-2")))
    page.refresh(page.desk.overview)

    assert "lavet efter politik egen-1. Nu gælder egen-2." in page.agreement.older.text()


def test_a_note_at_a_premise_is_folded_away_until_somebody_writes_one(aftale: PlanPage) -> None:
    row = aftale.premises.answered.rows["documented"]
    assert row.said.isHidden()
    row.open.click()
    write("Årsopgørelsen mangler.")
    record = saved(aftale)

    assert [(one.id, one.note) for one in record.case.conversation.premises_noted] == [
        ("documented", "Årsopgørelsen mangler.")
    ]
    aftale.desk.undo()
    assert aftale.record.case.conversation.premises_noted == ()


@pytest.mark.parametrize("width", [860, 1280, 1900])
def test_nothing_is_cut_off_with_everything_open(kept_window: Open, width: int) -> None:
    page = opened(kept_window, with_arrears(ophaevelse_arrived=date(2026, 11, 19)), WITH_FORLIG)
    card = page.agreement
    page.window().resize(width, 900)
    card.clauses.open_words()
    card.days.edit.click()
    page.premises.answered.rows["documented"].open_note()
    let_run(30)

    assert misfits(page.window()) == []
