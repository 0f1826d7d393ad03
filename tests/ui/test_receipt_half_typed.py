"""A receipt that is half typed stays with the case: after closing the form, the case, and after a kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from spending_steps import DAY, shown
from waiting import let_run

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.readers.case_file import sample_case
from budgetdesk.storage.keyrings import NO_KEYRING
from budgetdesk.ui.app import make_app
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.forbrug import half_typed
from budgetdesk.ui.pages.forbrug.half_typed import HalfTyped
from budgetdesk.ui.pages.spending import SpendingPage

sys.path.append(str(Path(__file__).parents[1]))

from throwaway import cheap_keys

FIRST_PAGE = "forbrug"
PASSPHRASE = "en hel sætning"
SECOND = 1000
Opened = Callable[[Desk], MainWindow]


@pytest.fixture
def page(open_window: Opened) -> SpendingPage:
    return shown(open_window(memory_desk(Record(case=sample_case(today=DAY)), DAY)))


def type_half(page: SpendingPage) -> None:
    """Shop, a day that cannot be read, and one item and a half; each letter goes to the field it is meant for."""
    dialog = page.type_receipt()
    for _ in range(100):
        dialog.activateWindow()
        let_run(20)
        if dialog.isActiveWindow() and dialog.isAncestorOf(QApplication.focusWidget() or page):
            break
    assert dialog.isAncestorOf(QApplication.focusWidget() or page), QApplication.focusWidget()
    for field, text in ((dialog.shop, "Bageren"), (dialog.day, "9.1O."), (dialog.total, "100")):
        QTest.keyClicks(field.line, text)
    QTest.keyClicks(dialog.lines[0].text.line, "Rugbrød")
    QTest.keyClicks(dialog.lines[0].amount.line, "35")
    QTest.keyClick(dialog.lines[0].amount.line, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.lines[1].text.line, "Bol")


def test_a_half_typed_receipt_is_kept_within_a_second(page: SpendingPage, qtbot: QtBot) -> None:
    type_half(page)

    whole = HalfTyped(shop="Bageren", day="9.1O.", total="100", lines=(("Rugbrød", "35"), ("Bol", "")))
    qtbot.waitUntil(lambda: half_typed.kept(page.desk.drafts) == whole, timeout=SECOND)
    assert page.record.spending.receipts == ()


def test_a_half_typed_receipt_is_there_when_the_case_is_opened_again(page: SpendingPage, open_window: Opened) -> None:
    type_half(page)
    page.type_receipt().reject()
    again = shown(open_window(page.desk))

    assert again.type.text() == "Skriv kvitteringen færdig"
    dialog = again.type_receipt()
    assert (dialog.shop.text(), dialog.day.text(), dialog.total.text()) == ("Bageren", "9.1O.", "100")
    assert [(line.text.text(), line.amount.text()) for line in dialog.lines[:2]] == [("Rugbrød", "35"), ("Bol", "")]
    assert dialog.rest.text().startswith("Der mangler 65")


def test_saving_the_receipt_leaves_nothing_half_typed(page: SpendingPage) -> None:
    dialog = page.type_receipt()
    QTest.keyClicks(dialog.shop.line, "Netto")
    QTest.keyClicks(dialog.total.line, "50")
    dialog.keep()
    assert half_typed.PATH in page.desk.drafts
    dialog.save()

    assert half_typed.PATH not in page.desk.drafts
    assert page.type.text() == "Skriv en kvittering"


def test_a_half_typed_receipt_can_be_thrown_away(page: SpendingPage) -> None:
    type_half(page)
    dialog = page.type_receipt()
    QTest.keyClick(dialog.discard, Qt.Key.Key_Space)
    dialog.reject()

    assert half_typed.PATH not in page.desk.drafts
    assert not dialog.typed()


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"lines": [1]}', '{"lines": [["a"]]}'])
def test_a_draft_of_an_unknown_form_is_no_receipt(text: str) -> None:
    assert not half_typed.kept({half_typed.PATH: text})


@pytest.mark.timeout(120)
def test_a_kill_while_a_receipt_is_typed_loses_at_most_the_last_second(tmp_path: Path) -> None:
    folder = tmp_path / "sager"
    with Workspace.create(folder, passphrase=PASSPHRASE, today=DAY, keyring=NO_KEYRING) as made:
        case = made.new_case().case_id
    call = [sys.executable, __file__, str(folder), case]
    path = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    child = subprocess.run(call, env=path, capture_output=True, text=True, timeout=100, check=False)
    assert child.returncode == -signal.SIGKILL, child.stderr
    with Workspace.open(folder, passphrase=PASSPHRASE, today=DAY, keyring=NO_KEYRING) as opened:
        typed = half_typed.kept(opened.desk(case).drafts)

    assert typed == HalfTyped(shop="Bageren", day="9.1O.", total="100", lines=(("Rugbrød", "35"), ("Bol", "")))


def _type_and_die(folder: Path, case: str) -> None:
    """In a process of its own: type half a receipt, wait one second, and be killed."""
    cheap_keys()
    app = make_app()
    window = MainWindow()
    desk = Workspace.open(folder, passphrase=PASSPHRASE, today=DAY, keyring=NO_KEYRING).desk(case)
    window.open_desk(desk, page=FIRST_PAGE)
    window.show()
    window.activateWindow()
    app.processEvents()
    type_half(shown(window))
    let_run(SECOND)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _type_and_die(Path(sys.argv[1]), sys.argv[2])
