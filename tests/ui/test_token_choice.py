"""Seglet on a card: its certificates are found, one is taken with its PIN, and the PIN is asked for before a seal."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import soft_card
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from soft_card import AT, MODULE, PIN
from waiting import at_rest

from budgetdesk.actions import sealing, token_seals
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import PinError
from budgetdesk.storage.keyrings import NO_KEYRING
from budgetdesk.ui import background
from budgetdesk.ui.dialogs.seal_settings import SealDialog
from budgetdesk.ui.dialogs.token_choice import PinDialog, TokenDialog
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.theme import Look

WITH_A_CARD = pytest.mark.skipif(bool(soft_card.MISSING), reason=soft_card.MISSING or "a card is there")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> MainWindow:
    made = MainWindow(look=Look.LIGHT, day_is_fixed=True)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    monkeypatch.setattr(os, "fsync", lambda _handle: None)
    folder = tmp_path / "p"
    with Workspace.create(folder, passphrase="fire ord i rad", today=date(2026, 11, 20), keyring=NO_KEYRING) as made:
        yield made


def press(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@WITH_A_CARD
def test_a_certificate_is_found_and_taken_when_its_pin_is_right(window: MainWindow, workspace: Workspace, qtbot: QtBot):
    soft_card.card()
    seals = SealDialog(window, workspace, AT, "Boligrådgivningen")
    seals.open()
    seals._card()
    dialog = seals.findChild(TokenDialog)
    assert dialog is not None
    assert not dialog.agree.isEnabled()
    assert misfits(seals) == []
    dialog.module.show_text(MODULE)
    press(dialog.search)
    qtbot.waitUntil(dialog.agree.isEnabled, timeout=30_000)
    names = [dialog.certificates.list.itemText(at) for at in range(dialog.certificates.list.count())]
    dialog.certificates.show_value(next(at for at, name in enumerate(names) if "segl" in name))
    assert "Boligråd segl, gælder til 20. oktober 2028" in names
    assert misfits(dialog) == []

    QTest.keyClicks(dialog.pin.line, "999999")
    press(dialog.agree)
    qtbot.waitUntil(lambda: bool(dialog.problem.text()), timeout=30_000)
    assert "PIN-koden er forkert" in dialog.problem.text()
    assert dialog.pin.value() == ""
    assert misfits(dialog) == []
    assert sealing.present_key(workspace) is None

    QTest.keyClicks(dialog.pin.line, PIN)
    press(dialog.agree)
    qtbot.waitUntil(lambda: "Boligråd segl" in seals.who.text() and not background.busy(), timeout=30_000)
    assert seals.who.text().endswith("Nøglen ligger på kortet “Boligrådets kort”.")
    at_rest()
    assert misfits(seals) == []
    assert not token_seals.pin_wanted(workspace)


def test_without_a_module_it_is_said_what_to_choose_first(window: MainWindow, workspace: Workspace):
    dialog = TokenDialog(window, workspace, AT, lambda _key: None)
    dialog.open()
    dialog.module.show_text("")
    press(dialog.search)

    assert "Vælg først det PKCS#11-modul" in dialog.problem.text()
    assert misfits(dialog) == []


def test_the_pin_is_asked_for_until_the_card_takes_it(window: MainWindow, qtbot: QtBot):
    tried: list[str] = []
    gone_on: list[bool] = []

    def give(pin: str) -> None:
        tried.append(pin)
        if pin != PIN:
            raise PinError("PIN-koden er forkert.")

    dialog = PinDialog(window, give, lambda: gone_on.append(True))
    dialog.open()
    for pin in ("999999", PIN):
        assert dialog.pin.value() == ""
        QTest.keyClicks(dialog.pin.line, pin)
        press(dialog.agree)
        qtbot.waitUntil(lambda pin=pin: pin in tried and not background.busy(), timeout=30_000)
        assert bool(gone_on) == (pin == PIN)
    assert tried == ["999999", PIN]
