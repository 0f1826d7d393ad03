"""A landlord's list over the call list: a preview first, ticked where somebody says yes, undone in the case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from fits import misfits
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from test_follow_up_page import with_plan
from waiting import at_rest

from budgetdesk.actions.arrears_lists import preview, take_in
from budgetdesk.actions.workspace import Workspace
from budgetdesk.household.words import PaymentSource
from budgetdesk.planning.arrears_list import Fit
from budgetdesk.ui.dialogs.arrears_list import ArrearsListDialog

TODAY = date(2026, 12, 20)
CSV = "Lejernr;Navn;Restance\n0001234567;Nadia Skovgaard;11.535,00\n0009999;En anden;1,00\n0007;Fejl;hmm\n"
"""7.935 owed and 7.600 of rent, less an instalment of 4.000."""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    record = with_plan()
    arrears = replace(record.case.arrears, payment_reference="+71 0001234567")
    with Workspace.create(tmp_path, passphrase="en lang prøve uden mening", today=TODAY, remember=False) as made:
        made.new_case(replace(record, case=replace(record.case, arrears=arrears)), number="med-plan")
        yield made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "liste.csv"
    found.write_text(CSV, "utf-8")
    return found


def test_the_preview_changes_nothing_and_the_tick_is_one_step_that_can_be_undone(
    workspace: Workspace, file: Path
) -> None:
    before = workspace.desk("med-plan").record
    found = preview(workspace, file)
    assert workspace.desk("med-plan").record == before
    assert [(one.fit, [each.key for each in one.pays]) for one in found.compared] == [
        (Fit.LESS, ["instalment:2026-12-01"])
    ]
    assert take_in(workspace, found.compared) == 1
    desk = workspace.desk("med-plan")
    assert desk.record.case.agreement is not None
    payment = desk.record.case.agreement.payments[0]
    desk.undo()

    assert (payment.amount, payment.source) == (Decimal(4000), PaymentSource.ARREARS_LIST)
    assert desk.record == before


def test_taking_a_list_in_twice_ticks_nothing_twice(workspace: Workspace, file: Path) -> None:
    found = preview(workspace, file)
    take_in(workspace, found.compared)
    take_in(workspace, found.compared)
    agreement = workspace.desk("med-plan").record.case.agreement

    assert agreement is not None
    assert len(agreement.payments) == 1
    assert preview(workspace, file).compared[0].fit is Fit.AGREES


def test_the_window_shows_both_sums_and_ticks_only_what_is_chosen(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace, file: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(900, 700)
    parent.show()
    told: list[bool] = []
    dialog = ArrearsListDialog(parent, workspace, file, preview(workspace, file), lambda: told.append(True))
    dialog.show()
    at_rest()
    shown = dialog.rows.rows["med-plan"]
    assert dialog.agree.text() == "Sæt som betalt i 1 sag"
    assert "En anden" not in "".join(label.text() for label in dialog.findChildren(type(dialog.said)))
    assert misfits(dialog) == []
    shown.tick.tick.click()
    assert not dialog.agree.isEnabled()
    shown.tick.tick.click()
    dialog.columns["amount"].show_value(2)
    dialog.read_again()
    at_rest()
    dialog.agree.click()
    qtbot.waitUntil(lambda: bool(told))

    agreement = workspace.desk("med-plan").record.case.agreement
    assert agreement is not None
    assert len(agreement.payments) == 1
