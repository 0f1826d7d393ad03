"""What the program has learned is seen and forgotten again: in the case with undo, for all cases while it is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from spending_steps import DAY, press, shown

from budgetdesk.actions import learning
from budgetdesk.actions import spending as actions
from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.signing import Vault
from budgetdesk.actions.workspace import Workspace
from budgetdesk.household.words import Need
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.forbrug.learned import LearnedDialog
from budgetdesk.ui.pages.spending import SpendingPage

SHOP = "Elgiganten"


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[SpendingPage]:
    """The sample in a store; a washing machine was moved to furniture, and all cases have learned it."""
    with Workspace.create(tmp_path / "lager", passphrase="fire ord her", today=DAY, remember=False) as workspace:
        record = sample_record(workspace.library, today=DAY)
        desk = workspace.new_case(record, number="2026-0143")
        window = MainWindow(day_is_fixed=True)
        qtbot.addWidget(window)
        window.open_desk(desk, Vault(workspace, desk))
        window.resize(1280, 800)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        made = shown(window)
        row = next(r for r in record.spending.transactions if SHOP in r.text)
        change = actions.place_row(made.record, row.id, "803", Need.NICE, desk.library)
        made.change(change.label, change.record)
        lesson = learning.what_it_teaches(made.record, row.id, desk.library)
        assert lesson.rule is not None
        workspace.library = desk.library = learning.learn_for_all(workspace, lesson.rule, desk.library)
        yield made
        window.close()


@pytest.fixture
def dialog(page: SpendingPage, qtbot: QtBot) -> LearnedDialog:
    made = page.learned()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    return made


def text(dialog: LearnedDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def line_of_the_machine(page: SpendingPage) -> tuple[str, bool]:
    row = next(r for r in page.record.spending.transactions if SHOP in r.text)
    return row.line, row.by_hand


def test_it_shows_what_was_learned_here_and_everywhere(dialog: LearnedDialog, page: SpendingPage) -> None:
    title = page.desk.library.chart.lines["803"].title

    assert [entry.name.split()[0] for entry in dialog.entries] == [SHOP, SHOP]
    assert text(dialog).count(title) == 2
    assert misfits(dialog) == []


def test_what_is_forgotten_here_goes_back_to_the_rules_and_can_be_undone(
    dialog: LearnedDialog, page: SpendingPage
) -> None:
    dialog.entries[0].forget.setFocus()
    press(Qt.Key.Key_Return)

    assert not line_of_the_machine(page)[1]
    assert "Glemt i denne sag" in dialog.said.text()
    assert page.desk.can_undo == "rettelse glemt"
    page.desk.undo()
    assert line_of_the_machine(page) == ("803", True)


def test_what_is_forgotten_everywhere_can_be_learned_again_while_the_window_is_open(
    dialog: LearnedDialog, page: SpendingPage
) -> None:
    assert page.place.vault is not None
    workspace = page.place.vault.workspace
    dialog.entries[1].forget.click()

    assert learning.learned_rules(workspace) == ()
    assert len(dialog.entries) == 1
    dialog.back.click()
    assert [rule.line for rule in learning.learned_rules(workspace)] == ["803"]
    assert page.desk.library.rules.learned == learning.learned_rules(workspace)


def test_rows_that_only_followed_the_forgotten_rule_are_sorted_again(dialog: LearnedDialog, page: SpendingPage) -> None:
    dialog.entries[0].forget.click()
    assert line_of_the_machine(page) == ("803", False), "the rule for all cases still says so"
    dialog.entries[0].forget.click()

    assert line_of_the_machine(page)[0] != "803"


def test_with_nothing_learned_it_says_when_something_would_be(dialog: LearnedDialog, page: SpendingPage) -> None:
    while dialog.entries:
        dialog.entries[0].forget.click()

    assert "ikke flyttet noget i denne sag endnu" in text(dialog)
    assert "kun, når I siger ja" in text(dialog)
    assert misfits(dialog) == []
