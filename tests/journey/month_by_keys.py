"""One month from files on a disk to a sorted budget, by keys alone: what two people at the desk press, and how long
they wait for the program meanwhile."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from keyboard import CTRL, SHIFT, Key, Keyboard, said, seen
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QTreeView
from shiboken6 import isValid

from budgetdesk import data_files
from budgetdesk.ui.pages.forbrug.into_budget import IntoBudget
from budgetdesk.ui.pages.forbrug.receipts_queue import ReceiptsQueue
from budgetdesk.ui.pages.forbrug.talk import TalkDialog

SECONDS_PER_KEY = 3
"""Most keys are an answer that two people have to agree on."""
SAMPLE = data_files.path("sample")
FOLDER = "oktober"
PICTURES_TO = os.environ.get("BUDGETDESK_JOURNEY_PICTURES", "")
"""A folder that gets a picture of each stage; empty for none."""


@dataclass
class Clock:
    """How long the two at the desk waited for the program, seconds, each wait by name."""

    waited: dict[str, float] = field(default_factory=dict)
    stages: int = 0

    @contextmanager
    def wait(self, name: str) -> Iterator[None]:
        began = time.monotonic()
        yield
        self.waited[name] = self.waited.get(name, 0.0) + time.monotonic() - began

    @property
    def seconds(self) -> float:
        return sum(self.waited.values())

    def stage(self, kb: Keyboard, name: str) -> None:
        """A picture of what stands on the screen."""
        if not PICTURES_TO:
            return
        self.stages += 1
        window = kb.here().window()
        window.grab().save(str(Path(PICTURES_TO) / f"{self.stages:02}_{name}.png"))


def lay_files(into: Path, photos: list[Path]) -> list[Path]:
    """The bank statement, the digital receipts and these photos in one folder, as they lie on a disk."""
    folder = into / FOLDER
    folder.mkdir()
    files = [SAMPLE / "danske_bank_oktober.csv", *sorted(SAMPLE.glob("kvittering_*.json")), *photos]
    return [Path(shutil.copy(file, folder)) for file in files]


def choose_all_files(kb: Keyboard, monkeypatch: pytest.MonkeyPatch, where: Path) -> None:
    """Ctrl+O, the folder's name, and everything that lies in it, in the file dialog itself."""
    monkeypatch.undo()  # the real dialog, not the one that answers for the user
    monkeypatch.chdir(where)
    many = len(list((where / FOLDER).iterdir()))
    chosen: list[str] = []
    QTimer.singleShot(50, lambda: _in_file_dialog(kb, many, chosen))
    kb.press(Key.Key_O, CTRL)
    assert len(chosen) == many


def _in_file_dialog(kb: Keyboard, many: int, chosen: list[str], left: int = 200) -> None:
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QFileDialog):
        if left:
            QTimer.singleShot(50, lambda: _in_file_dialog(kb, many, chosen, left - 1))
        return
    try:
        kb.wait(lambda: QApplication.activeWindow() is dialog and _shows(dialog, 1))
        kb.type(FOLDER)
        if QApplication.activePopupWidget() is not None:
            kb.press(Key.Key_Escape)  # names that begin so are offered in a list
        kb.enter()
        kb.wait(lambda: _shows(dialog, many))
        kb.press(Key.Key_Backtab, SHIFT)
        kb.press(Key.Key_A, CTRL)
        chosen += dialog.selectedFiles()
        kb.enter()
    finally:
        if dialog.isVisible():
            dialog.reject()  # else nothing would ever end


def _shows(dialog: QFileDialog, many: int) -> bool:
    """Whether the list has at least as many files; it is filled by a thread."""
    return any(view.model().rowCount(view.rootIndex()) >= many for view in dialog.findChildren(QTreeView))


def take_in(kb: Keyboard, clock: Clock, photos: int) -> None:
    """The statement is looked at and taken in; then the receipts are read while the two wait."""
    with clock.wait("kontoudtoget læses"):
        kb.wait(lambda: kb.in_dialog() and "Hvad kalder I kontoen?" in seen())
    clock.stage(kb, "kontoudtog")
    kb.enter()
    with clock.wait("kvitteringerne læses"):
        if PICTURES_TO:
            kb.wait(lambda: "er læst." in seen(), 60_000)
            clock.stage(kb, "laeser")
        done = f"{photos} nye kvitteringer er læst ind."
        kb.wait(lambda: done in _everything(), 120_000)
        kb.rest()
    clock.stage(kb, "laest_ind")


def look_at_the_doubtful(kb: Keyboard, clock: Clock) -> int:
    """Each beside its picture: what the picture shows is right, so that Enter keeps it as it stands."""
    looked_at = 0
    while kb.in_dialog() and isinstance(QApplication.activeWindow(), ReceiptsQueue):
        looked_at += 1
        clock.stage(kb, "tvivlsom")
        with clock.wait("billedet kommer"):
            kb.rest()
        if "stemmer" in seen().split("\n"):
            kb.enter()
        else:
            kb.push("Tag den med alligevel")
        kb.rest()
    return looked_at


def talk_through(kb: Keyboard, clock: Clock, answers: dict[str, str]) -> list[str]:
    """Ctrl+T, and an answer to each thing. `answers`: title of a line -> keys; what is needed stands without."""
    with clock.wait("samtalen åbner"):
        kb.press(Key.Key_T, CTRL)
        kb.wait(lambda: kb.in_dialog() and "Pengene i oktober" in seen())
    asked: list[str] = []
    while True:
        talk = QApplication.activeWindow()
        assert isinstance(talk, TalkDialog)
        topic = talk.topic
        if topic is None:
            break
        asked.append(talk.question.text())
        clock.stage(kb, f"tal_{len(asked):02}")
        if topic.question is not None:
            kb.type("1")
        else:
            title = topic.line.title if topic.line is not None else "Regninger"
            said_keys = answers.get(title, "5")
            kb.type(said_keys)
            if said_keys not in ("5", "6"):
                kb.enter()
        assert len(asked) < 60, asked
    clock.stage(kb, "igennem")
    return asked


def put_into_budget(kb: Keyboard, clock: Clock) -> None:
    """From the end of the talk: Enter shows what is written, Enter writes it."""
    assert said(kb.here()).startswith("Læg måneden i budgettet")
    with clock.wait("budgettet vises"):
        kb.enter()
        kb.wait(lambda: isinstance(QApplication.activeWindow(), IntoBudget))
    clock.stage(kb, "i_budgettet")
    with clock.wait("budgettet skrives"):
        kb.enter()
        kb.wait(lambda: not kb.in_dialog())
        kb.rest()
    clock.stage(kb, "forbrug_bagefter")


def _everything() -> str:
    return "\n".join(seen(w) for w in QApplication.topLevelWidgets() if isValid(w) and w.isVisible())
