"""The page Opfølgning by keys: ticking with one letter, silencing, what the bank proposes, and the way to an end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from conftest import nadia
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.household.agreement import Agreement, Instalment, LandlordAccepted
from budgetdesk.household.words import PaymentSource, PlanOutcome
from budgetdesk.ledger.spending import Spending, Transaction
from budgetdesk.planning.follow_up import PaymentState, progress
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.follow_up import FollowUpPage
from budgetdesk.ui.widgets.fields import LineEdit

FIRST_PAGE = "opfoelgning"
MADE, TODAY = date(2026, 11, 20), date(2026, 12, 20)
FIRST, SECOND = date(2026, 12, 1), date(2027, 1, 4)


def with_plan(record: Record | None = None) -> Record:
    """Nadia's arrears in two instalments, accepted by the landlord."""
    record = record or nadia()
    plan = Agreement(
        instalments=(Instalment(due=FIRST, amount=Decimal(4000)), Instalment(due=SECOND, amount=Decimal(3935))),
        made_on=MADE,
    )
    arrears = replace(record.case.arrears, landlord_accepted=LandlordAccepted(by="Mette", on=MADE))
    return replace(record, case=replace(record.case, agreement=plan, arrears=arrears))


@pytest.fixture
def page(qtbot: QtBot, open_window: Callable[[Desk], MainWindow]) -> Callable[[Record], FollowUpPage]:
    def opened(record: Record) -> FollowUpPage:
        view = open_window(memory_desk(record, TODAY)).case_view
        assert view is not None
        view.show_page("opfoelgning")
        found = view.pages["opfoelgning"]
        assert isinstance(found, FollowUpPage)
        at_rest()
        return found

    return opened


def key(letter: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, letter)


def enter(field: LineEdit) -> None:
    """Enter, and what it sets going."""
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    QApplication.processEvents()


def states(page: FollowUpPage) -> dict[str, PaymentState]:
    found = progress(page.record.case, page.desk.library.policy, on=TODAY)
    return {line.expected.key: line.state for line in found.lines}


def test_before_anything_is_agreed_the_page_says_where_to_begin(page: Callable[[Record], FollowUpPage]) -> None:
    empty = page(nadia())

    assert empty.nothing.isVisible()
    assert not empty.parts.isVisible()
    assert misfits(empty.window()) == []


def test_a_plan_that_is_only_chosen_can_be_followed_from_today(page: Callable[[Record], FollowUpPage]) -> None:
    record = with_plan()
    arrears = replace(record.case.arrears, landlord_accepted=None)
    plan = replace(record.case.agreement, made_on=None) if record.case.agreement else None
    shown = page(replace(record, case=replace(record.case, arrears=arrears, agreement=plan)))
    assert shown.proposed.isVisible()
    key(" ")

    assert shown.record.case.agreement is not None
    assert shown.record.case.agreement.made_on == TODAY
    assert shown.parts.isVisible()


def test_one_letter_says_paid_and_the_keyboard_goes_on_to_the_next(page: Callable[[Record], FollowUpPage]) -> None:
    shown = page(with_plan())
    row = shown.ticks.rows.rows["rent:2026-12-01"]
    row.paid.setFocus()
    key("b")
    key("B")

    assert states(shown)["rent:2026-12-01"] is states(shown)["instalment:2026-12-01"] is PaymentState.PAID
    assert not shown.signals.isVisible()
    assert shown.ticks.isAncestorOf(QApplication.focusWidget())


def test_one_letter_says_not_paid_and_undo_takes_it_back(page: Callable[[Record], FollowUpPage]) -> None:
    shown = page(with_plan())
    shown.ticks.rows.rows["instalment:2026-12-01"].paid.setFocus()
    key("i")
    payments = shown.record.case.agreement.payments if shown.record.case.agreement else ()
    shown.desk.undo()

    assert [(one.amount, one.due) for one in payments] == [(Decimal(0), FIRST)]
    assert shown.record == with_plan()


def test_another_amount_and_day_are_typed_in_the_row_and_a_wrong_one_is_told_there(
    page: Callable[[Record], FollowUpPage],
) -> None:
    shown = page(with_plan())
    row = shown.ticks.rows.rows["instalment:2026-12-01"]
    row.paid.setFocus()
    key("a")
    assert row.fields.amount.isAncestorOf(QApplication.focusWidget())
    row.fields.amount.show_text("0")
    enter(row.fields.amount)
    assert "over 0 kr." in row.fields.problem.text()
    row.fields.amount.show_text("1.500")
    row.fields.day.show_text("12.12.2026")
    enter(row.fields.note)

    assert shown.record.case.agreement is not None
    one = shown.record.case.agreement.payments[0]
    assert (one.amount, one.paid_on) == (Decimal(1500), date(2026, 12, 12))
    assert len(shown.record.case.agreement.payments) == 1
    assert states(shown)["instalment:2026-12-01"] is PaymentState.SHORT


def test_letters_typed_in_a_field_tick_nothing(page: Callable[[Record], FollowUpPage]) -> None:
    shown = page(with_plan())
    row = shown.ticks.rows.rows["instalment:2026-12-01"]
    row.open_other()
    row.fields.note.line.setFocus()
    for letter in "bai":
        key(letter)

    assert row.fields.note.value() == "bai"
    assert shown.record == with_plan()


def test_what_is_not_due_cannot_be_said_to_be_unpaid(page: Callable[[Record], FollowUpPage]) -> None:
    shown = page(with_plan())
    row = shown.ticks.rows.rows["rent:2027-01-01"]
    row.paid.setFocus()
    key("i")

    assert not row.unpaid.isVisible()
    assert shown.record == with_plan()


def test_a_signal_rests_with_a_name_and_a_reason_and_can_be_called_back(page: Callable[[Record], FollowUpPage]) -> None:
    shown = page(with_plan())
    signal = shown.signals.rows.rows["missing:instalment:2026-12-01"]
    signal.hush.click()
    enter(signal.fields.why)
    assert "hvorfor" in signal.fields.problem.text()
    signal.fields.why.show_text("Betaler den 28.")
    enter(signal.fields.why)

    assert shown.record.case.agreement is not None
    said = shown.record.case.agreement.silenced[0]
    assert (said.id, said.by, said.until) == (
        "missing:instalment:2026-12-01",
        "Karen Mølgaard",
        TODAY + timedelta(days=14),
    )
    assert list(shown.signals.rows.rows) == ["missing:rent:2026-12-01"]
    assert list(shown.signals.resting.rows) == ["missing:instalment:2026-12-01"]


def test_the_step_counts_what_is_worth_a_call(page: Callable[[Record], FollowUpPage]) -> None:
    shown = page(with_plan())
    view = shown.window().case_view  # type: ignore[attr-defined]  # the window of the test

    assert view.steps.buttons["opfoelgning"].state.badge == "2"


def test_a_bank_row_is_proposed_and_ticked_only_when_somebody_says_yes(page: Callable[[Record], FollowUpPage]) -> None:
    row = Transaction(id="k1-1", batch="k1", date=FIRST, text="Lærkely husleje", amount=Decimal(-7600))
    shown = page(replace(with_plan(), spending=Spending(transactions=(row,))))
    assert shown.bank.isVisible()
    assert states(shown)["rent:2026-12-01"] is PaymentState.MISSING
    shown.bank._take(next(iter(shown.bank._matches.values())))

    assert shown.record.case.agreement is not None
    assert shown.record.case.agreement.payments[0].source is PaymentSource.BANK
    assert not shown.bank.isVisible()


def test_a_bank_row_that_is_refused_is_not_proposed_again(page: Callable[[Record], FollowUpPage]) -> None:
    row = Transaction(id="k1-1", batch="k1", date=FIRST, text="Lærkely husleje", amount=Decimal(-7600))
    shown = page(replace(with_plan(), spending=Spending(transactions=(row,))))
    shown.bank._refuse(next(iter(shown.bank._matches.values())))

    assert not shown.bank.isVisible()
    assert states(shown)["rent:2026-12-01"] is PaymentState.MISSING


def test_a_plan_that_is_paid_ends_as_kept_and_stays_in_the_case(
    qtbot: QtBot, page: Callable[[Record], FollowUpPage]
) -> None:
    shown = page(with_plan())
    for _ in range(4):
        rows = [k for k in shown.ticks.rows.rows if k.startswith("instalment")]
        if rows:
            shown.ticks.rows.rows[rows[0]].tick()
    assert shown.end.kept.isVisible()
    shown.end.kept.click()

    assert [one.outcome for one in shown.record.case.former_agreements] == [PlanOutcome.KEPT]
    assert shown.nothing.isVisible()
    assert shown.former.isVisible()
    qtbot.waitUntil(lambda: misfits(shown.window()) == [])  # the header shows its days again


def test_a_payment_ticked_by_mistake_is_taken_away_on_its_line(page: Callable[[Record], FollowUpPage]) -> None:
    shown = page(with_plan())
    shown.ticks.rows.rows["instalment:2026-12-01"].tick()
    shown.lines.rows.rows["instalment:2026-12-01"].drop.click()

    assert shown.record.case.agreement is not None
    assert shown.record.case.agreement.payments == ()


def test_the_tenants_screen_shows_what_is_paid_and_no_signal(page: Callable[[Record], FollowUpPage]) -> None:
    shown = page(with_plan())
    screen = shown.for_tenant(shown.desk.overview)

    assert [caption for _, caption in screen.figures] == ["er betalt", "er tilbage"]
    assert "kan ikke se" not in str(screen)


def test_a_page_full_of_everything_fits_at_150_per_cent(qtbot: QtBot, page: Callable[[Record], FollowUpPage]) -> None:
    row = Transaction(id="k1-1", batch="k1", date=FIRST, text="Lærkely " * 12, amount=Decimal(-7600))
    shown = page(replace(with_plan(), spending=Spending(transactions=(row,))))
    shown.window().resize(853, 533)
    shown.ticks.rows.rows["instalment:2026-12-01"].open_other()
    shown.signals.rows.rows["missing:instalment:2026-12-01"].hush.click()
    at_rest()

    assert misfits(shown.window()) == []
