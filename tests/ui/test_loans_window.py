"""Sammenlign lån by keys: begins with the loans of the case, compares while one types, stores nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from conftest import DAY, nadia
from fits import misfits
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.household.debt import Debt
from budgetdesk.ui.dialogs.loan_fields import OfferRow
from budgetdesk.ui.dialogs.loans import LoansDialog, open_loans
from budgetdesk.ui.main_window import MainWindow

BANK = Debt(id="d1", creditor="Banken", balance=Decimal(56000), rate=Decimal(13), instalment=Decimal("1274.17"))
NEVER = Debt(id="d2", creditor="Kvik", balance=Decimal(3000), rate=Decimal(40), instalment=Decimal(50))
Opened = Callable[..., LoansDialog]


@pytest.fixture
def opened(qtbot: QtBot, open_window: Callable[[Desk], MainWindow]) -> Opened:
    def dialog(*debts: Debt) -> LoansDialog:
        record = nadia()
        record = replace(record, case=replace(record.case, debts=debts))
        window = open_window(memory_desk(record, DAY))
        found = open_loans(window, record.case)
        at_rest()
        return found

    return dialog


def fill(offer: OfferRow, name: str, paid_out: str, times: str, instalment: str, fee: str = "") -> None:
    fields = (offer.name, offer.paid_out, offer.times, offer.instalment, offer.fee)
    for field, text in zip(fields, (name, paid_out, times, instalment, fee), strict=True):
        field.show_text(text)


def test_two_offers_are_compared_cheapest_first_in_plain_sentences(opened: Opened) -> None:
    dialog = opened()
    first, second = dialog.rows.rows.values()
    fill(first, "Kvik", "3.000", "1", "3.090")
    fill(second, "Banken", "10.000", "12", "916,80", "500")
    dialog.count()

    assert [(row[0], row[1]) for row in dialog.table.rows()] == [("Banken", "31,89\u00a0%"), ("Kvik", "42,58\u00a0%")]
    assert "over lovens loft på 35\u00a0% ÅOP" in dialog.table.rows()[1][3]
    assert dialog.ranking.text() == "Billigst efter ÅOP: Banken."
    assert misfits(dialog) == []


def test_what_cannot_be_compared_is_told_by_name_and_the_rest_stays(opened: Opened) -> None:
    dialog = opened()
    first, second = dialog.rows.rows.values()
    fill(first, "Laks", "3.000", "2", "100")
    dialog.count()
    assert "“Laks”: Lånet bliver aldrig betalt tilbage" in dialog.problem.text()
    fill(first, "Laks", "3.000", "2", "abc")
    fill(second, "Banken", "10.000", "12", "916,80")
    dialog.count()

    assert dialog.problem.text().startswith("Laks: Beløbet “abc” kan ikke læses.")
    assert [row[0] for row in dialog.table.rows()] == ["Banken"]


def test_it_begins_with_the_loans_of_the_case_that_are_ever_paid(opened: Opened) -> None:
    dialog = opened(BANK, NEVER)

    assert [offer.name.value() for offer in dialog.rows.rows.values()] == ["Banken, som nu", ""]
    assert dialog.table.rows()[0][1] == "13,8\u00a0%"


def test_another_rate_is_told_as_kroner_a_month_and_as_fewer_months(opened: Opened) -> None:
    dialog = opened(BANK)
    dialog.refinance.new.show_text("10")
    dialog.refinance.count()
    said = " ".join(label.text() for label in dialog.refinance.said.findChildren(type(dialog.ranking)))

    assert "Fra 13\u00a0% til 10\u00a0% sparer 84\u00a0kr. om måneden" in said
    assert "Så er lånet ude 5 måneder før." in said


def test_everything_is_reached_by_tab_and_nothing_is_stored(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(BANK)
    before: Record = dialog.parent().case_view.desk.record  # type: ignore[union-attr]  # the window of the test
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Tilbud 1, hvem"
    for letter in "Ny":
        QTest.keyClick(focus, letter)
    seen = set()
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget() or dialog, "\t")
        seen.add((QApplication.focusWidget() or dialog).accessibleName())

    assert {"Tilbud 1, gebyr, kr.", "Fjern tilbud 2", "Tilføj et tilbud", "Ny rente, %", "Luk"} <= seen
    assert dialog.parent().case_view.desk.record is before  # type: ignore[union-attr]  # as above


def test_an_offer_can_be_added_and_taken_away(opened: Opened) -> None:
    dialog = opened()
    dialog.more.click()
    assert len(dialog.rows.rows) == 3
    for number in list(dialog.rows.rows):
        dialog._remove(number)

    assert len(dialog.rows.rows) == 1
