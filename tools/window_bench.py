"""How long the window stands still while a long statement comes in: `python tools/window_bench.py [ROWS]`.

A timer of 5 ms counts: the longest time between two ticks is the longest that nobody could type. Compare a long file
with a short one in the same minute, because machines differ and are busy. How long the window's own thread worked in
one go does not depend on that: the rest of a long wait is another program, or a worker thread that held Python's lock.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from budgetdesk.actions.signing import Vault
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.readers.case_file import sample_case
from budgetdesk.storage.keyrings import NO_KEYRING
from budgetdesk.ui import background
from budgetdesk.ui.app import make_app
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.forbrug.preview import StatementPreview
from budgetdesk.ui.pages.spending import SpendingPage
from tools.bench import DAY, large_statement

PASSPHRASE = "fire ord efter hinanden"  # noqa: S105 - of a store that is gone again in a minute
LONGEST = 300.0
AFTER = 0.5
"""Seconds: at most for one step, and how long the window is watched after it."""


class Watch:
    """Measures one step after the other."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._last, self._longest = time.perf_counter(), 0.0
        self._worked, self._most = time.thread_time(), 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(5)

    def step(self, name: str, begin: Callable[[], object], done: Callable[[], bool]) -> None:
        self._last, self._longest = time.perf_counter(), 0.0
        self._worked, self._most = time.thread_time(), 0.0
        began = self._last
        begin()
        while not done() and time.perf_counter() - began < LONGEST:
            self._app.processEvents()
            time.sleep(0.001)
        took = time.perf_counter() - began
        while time.perf_counter() - began < took + AFTER:
            self._app.processEvents()
            time.sleep(0.001)
        still, worked = self._longest * 1000, self._most * 1000
        print(
            f"{name:<28} {took:6.2f} s   stood still for at most {still:5.0f} ms, worked for {worked:5.0f} ms",
            flush=True,
        )

    def _tick(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self._longest, self._last = max(self._longest, now - self._last), now
        self._most, self._worked = max(self._most, worked - self._worked), worked


def main(rows: int) -> None:
    app = make_app()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "stor.csv"
        file.write_bytes(large_statement(rows))
        profile = Path(folder) / "profil"
        with Workspace.create(profile, passphrase=PASSPHRASE, today=DAY, keyring=NO_KEYRING) as workspace:
            desk = workspace.new_case(Record(case=sample_case(today=DAY)))
            window = MainWindow(day_is_fixed=True)
            view = window.open_desk(desk, Vault(workspace, desk))
            window.resize(1280, 800)
            window.show()
            view.show_page("forbrug")
            page = cast(SpendingPage, view.pages["forbrug"])
            watch = Watch(app)
            watch.step("window at rest", lambda: None, lambda: not background.busy())
            watch.step(f"{rows:,} rows read, shown", lambda: page.take_in([file]), lambda: bool(shown(page)))
            watch.step("... compared with the case", lambda: None, shown(page)[0].ok.isEnabled)
            watch.step("... sorted and saved", shown(page)[0].ok.click, lambda: bool(desk.record.spending.transactions))
            watch.step("... benefits and plan", lambda: None, lambda: not background.busy())
            watch.step("undo", view.undo, lambda: not desk.record.spending.transactions)
            watch.step("redo", view.redo, lambda: bool(desk.record.spending.transactions))
            window.close()
            window.deleteLater()
            app.processEvents()


def shown(page: SpendingPage) -> list[StatementPreview]:
    return [preview for preview in page.findChildren(StatementPreview) if preview.isVisible()]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
