"""Somebody who types in the real window and can be shot at any moment. Run as a script, it obeys its standard input.

    python window_typist.py PROFILE      then lines: "type SEED" (forks somebody who types until killed)

After every key it says on standard output: when, in which field, and what then stood in the field.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.signing import Vault
from budgetdesk.actions.workspace import Workspace
from budgetdesk.storage.keyrings import NO_KEYRING
from budgetdesk.ui.app import make_app
from budgetdesk.ui.case_view import CaseView
from budgetdesk.ui.main_window import MainWindow

sys.path.append(str(Path(__file__).parents[1]))

from throwaway import cheap_keys

TODAY = date(2026, 11, 20)
PASSPHRASE = "en hel sætning"
CASE = "2026-0001"
TEXTS = ("Boligforeningen Lærkely", "Lærkevej 12, 3. tv, 2650 Hvidovre", "Ring igen på mandag. Ø er på ferie.")
AMOUNTS = ("7600", "8.125,50", "76oo,5", "12.34.5", "syv tusind", "1.250")
DAYS = ("17.11.2026", "1.5.2019", "den sjette", "31.2.2026")
FIELDS = (
    ("sag", "case.tenancy.landlord", TEXTS),
    ("sag", "case.tenancy.rent_per_month", AMOUNTS),
    ("budget", "case.expenses[106].amount", AMOUNTS),
    ("sag", "case.conversation.note", TEXTS),
    ("akut", "case.bank[b1].balance", AMOUNTS),
    ("sag", "case.tenancy.moved_in", DAYS),
    ("akut", "case.bank[b1].name", TEXTS),
    ("sag", "case.info.adviser", TEXTS),
)
"""Page, field, and what is typed there; not all of it can be read."""


def open_workspace(folder: Path) -> Workspace:
    return Workspace.open(folder, passphrase=PASSPHRASE, today=TODAY, keyring=NO_KEYRING)


def type_until_killed(folder: Path, seed: int) -> None:
    """Field after field, letter by letter, at the speed of quick fingers."""
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    app = make_app()
    workspace = open_workspace(folder)
    desk: Desk = workspace.desk(CASE)
    window = MainWindow()
    window.resize(1280, 800)
    view = window.open_desk(desk, Vault(workspace, desk))
    window.show()
    window.activateWindow()
    view.build_all()
    _live(app, 0.3)
    while True:
        page, path, texts = chance.choice(FIELDS)
        _go(app, view, page, path)
        for stood in _typed(chance.choice(texts)):
            _say(path, stood)
            _live(app, chance.uniform(0.01, 0.12))


def _go(app: QApplication, view: CaseView, page: str, path: str) -> None:
    view.go(page, path)
    _live(app, 0.02)
    QTest.keyClick(_focus(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def _typed(text: str) -> Iterator[str]:
    for letter in text:
        QTest.keyClicks(_focus(), letter)
        focus = _focus()
        yield focus.text() if isinstance(focus, QLineEdit) else _plain(focus)


def _plain(focus: QWidget) -> str:
    assert isinstance(focus, QPlainTextEdit)
    return focus.toPlainText()


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def _live(app: QApplication, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.002)


def _say(path: str, stood: str) -> None:
    os.write(1, (json.dumps([time.monotonic(), path, stood]) + "\n").encode())


def _serve(folder: Path) -> None:
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            type_until_killed(folder, int(line.split()[1]))
        os.write(1, f"pid {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    cheap_keys()
    _serve(Path(sys.argv[1]))
