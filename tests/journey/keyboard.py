"""Somebody at the keyboard: Tab, arrows, Enter, Space, letters, shortcuts. Never the mouse, never a method of ours.

Where the cursor is and what stands on the screen is read as a screen reader reads it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from waiting import at_rest

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NO, SHIFT, CTRL, ALT = (
    Modifier.NoModifier,
    Modifier.ShiftModifier,
    Modifier.ControlModifier,
    Modifier.AltModifier,
)
LONGEST_WALK = 150
"""Nobody presses Tab more often than this to get somewhere."""
LONGEST_WAIT = 60_000
"""Milliseconds until something that was begun must be done, on a busy machine."""


class Keyboard:
    """Presses keys in whatever has the focus, and counts them."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.pressed = 0
        self.files: list[Path] = []
        self.proposed: list[str] = []
        """The names of files that were proposed for saving."""

    # keys

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.here(), key, modifiers)
            self.pressed += 1
            QApplication.processEvents()

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.here(), letter)
            self.pressed += 1
        QApplication.processEvents()

    def fill(self, text: str) -> None:
        """Write over what stands in the field."""
        self.press(Key.Key_A, CTRL)
        self.type(text)

    def tab(self, times: int = 1) -> None:
        self.press(Key.Key_Tab, times=times)

    def enter(self) -> None:
        self.press(Key.Key_Return)

    def space(self) -> None:
        self.press(Key.Key_Space)

    def page(self, number: int) -> None:
        """Alt+1 .. Alt+9, Alt+0 for the tenth."""
        self.press(Qt.Key(Key.Key_0 + number % 10), ALT)
        self.rest()

    def tab_to(self, name: str, *, back: bool = False, most: int = LONGEST_WALK) -> QWidget:
        """Press Tab until the focus stands in what is called `name` (or begins so)."""
        passed = []
        for _ in range(most):
            self.press(Key.Key_Backtab if back else Key.Key_Tab, SHIFT if back else NO)
            passed.append(said(self.here()))
            if passed[-1].startswith(name):
                return self.here()
        raise AssertionError(f"Tab does not lead to “{name}”, but through {passed}")

    def go_to(self, name: str) -> QWidget:
        """As `tab_to`, unless the focus is there already."""
        return self.here() if said(self.here()).startswith(name) else self.tab_to(name)

    def write(self, name: str, text: str, *, back: bool = False) -> None:
        """Go to a field and write over what stands in it."""
        self.tab_to(name, back=back)
        self.fill(text)

    def push(self, name: str, *, back: bool = False) -> None:
        """Go to a button and press it with Space."""
        self.tab_to(name, back=back)
        self.space()

    def pick(self, name: str, letters: str, *, back: bool = False) -> None:
        """Go to a list or a mark and choose the answer that begins with `letters`."""
        self.tab_to(name, back=back)
        self.pick_here(letters)

    def pick_here(self, letters: str) -> None:
        """Choose in the list or mark in focus: letters in a list; Space, arrows and Enter in the menu of a mark."""
        here = self.here()
        if isinstance(here, QAbstractButton):
            self.space()
            self.choose_in_menu(letters)
        else:
            self.type(letters)

    def choose_in_menu(self, text: str) -> None:
        """Arrow down in the open menu to the entry that begins with `text`, and Enter."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu has opened"
        for _ in menu.actions():
            self.press(Key.Key_Down)
            active = menu.activeAction()
            if active is not None and active.text().replace("&", "").startswith(text):
                self.enter()
                return
        raise AssertionError(f"“{text}” is not in the menu: {[a.text() for a in menu.actions()]}")

    def jump(self, words: str) -> None:
        """Ctrl+K, a few words, Enter."""
        self.press(Key.Key_K, CTRL)
        self.wait(lambda: isinstance(self.here(), QLineEdit) and said(self.here()).startswith("Søg i alt"))
        self.type(words)
        self.enter()
        self.rest()

    # waiting

    def wait(self, until: Callable[[], bool], timeout: int = LONGEST_WAIT) -> None:
        self._qtbot.waitUntil(until, timeout=timeout)

    def rest(self) -> None:
        """Until the window has come to rest: nothing under way, nothing waiting to be shown."""
        at_rest()

    # files

    def give_file(self, file: Path) -> None:
        """The path that is typed into the next file dialog."""
        self.files.append(file)

    def open_names(self, *_: object) -> tuple[list[str], str]:
        """Stands in for QFileDialog.getOpenFileNames."""
        return [str(self.files.pop(0))], ""

    def open_name(self, *_: object) -> tuple[str, str]:
        """Stands in for QFileDialog.getOpenFileName."""
        return str(self.files.pop(0)), ""

    def save_name(self, _parent: object, _title: str, proposed: str, *_: object) -> tuple[str, str]:
        """Stands in for QFileDialog.getSaveFileName; remembers what was proposed."""
        self.proposed.append(proposed)
        return str(self.files.pop(0)), ""

    # reading

    def in_dialog(self) -> bool:
        """Whether a dialog has opened over the window."""
        _manage_windows()
        return isinstance(QApplication.activeWindow(), QDialog)

    def here(self) -> QWidget:
        """Where the next key goes."""
        _manage_windows()
        found = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
        assert found is not None, "nothing has the focus"
        return found


def _manage_windows() -> None:
    """The part of a window manager: when a dialog has closed, the window below it is active again."""
    if QApplication.activeWindow() is None:
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and isinstance(w, QDialog | QMainWindow)]
        if shown:
            max(shown, key=lambda w: isinstance(w, QDialog)).activateWindow()
            QApplication.processEvents()


def said(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return (widget.accessibleName() or text).replace("&", "")


def seen(window: QWidget | None = None) -> str:
    """All text on the screen, one per line; in the active window unless another is given."""
    _manage_windows()
    top = window or QApplication.activeWindow()
    if top is None:
        return ""
    parts = []
    for widget in [top, *top.findChildren(QWidget)]:
        if widget.isVisible() and widget.window() is top:
            parts.append(_text(widget))
    return "\n".join(p for p in parts if p).replace("\u00a0", " ")


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if hasattr(widget, "currentText"):
        return str(widget.currentText())
    return ""
