"""The window comes first: nothing slow is imported before it is seen, and opening a store never stops it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.settings import Settings
from budgetdesk.ui import app as program
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.opening_page import OpeningPage

ROOT = Path(__file__).resolve().parents[2]
SLOW = (
    "sqlalchemy",
    "alembic",
    "sqlcipher3",
    "cryptography",
    "keyring",
    "reportlab",
    "pyhanko",
    "pypdf",
    "pypdfium2",
    "holidays",
    "babel",
    "budgetdesk.actions",
    "budgetdesk.storage",
    "budgetdesk.documents",
    "budgetdesk.ui.session",
)


def test_nothing_slow_is_imported_before_the_window_is_seen() -> None:
    code = "import sys, budgetdesk.ui.app; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)

    assert not set(SLOW) & set(done.stdout.split())


def test_what_is_imported_in_a_thread_does_not_know_qt() -> None:
    names = "; ".join(f"import {name}" for name in program.SLOW_IMPORTS)
    code = f"import sys; {names}; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)

    assert not {name for name in done.stdout.split() if name.startswith(("PySide6", "shiboken6"))}


def test_the_first_page_tells_once_that_it_has_been_seen(qtbot: QtBot) -> None:
    told: list[bool] = []
    window = MainWindow()
    qtbot.addWidget(window)
    page = OpeningPage()
    page.shown.connect(lambda: told.append(True))
    window.show_page(page)
    window.show()
    qtbot.waitUntil(lambda: bool(told))
    page.update()
    at_rest()

    assert told == [True]


def test_the_window_is_as_large_as_it_was_and_never_larger_than_the_screen(qtbot: QtBot) -> None:
    usual = program.open_window(Settings(window_width=700, window_height=600))
    huge = program.open_window(Settings(window_width=9000, window_height=9000))
    room = usual.screen().availableSize()
    for window in (usual, huge):
        qtbot.addWidget(window)

    assert usual.size() == QSize(min(700, room.width()), 600).expandedTo(usual.minimumSize())
    assert huge.width() <= room.width()
    assert huge.height() <= room.height()
