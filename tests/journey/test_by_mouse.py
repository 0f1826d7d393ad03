"""Signing by hand: strokes of a mouse and clicks, from the sample household to a sealed page."""

from __future__ import annotations

import math
import subprocess
from pathlib import Path

import pytest
from keyboard import Keyboard, seen
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from budgetdesk.documents.seals.ink import InkKind
from budgetdesk.documents.seals.verify import Verification, verify
from budgetdesk.ui.session import Session
from budgetdesk.ui.widgets.ink_pad import InkPad


@pytest.fixture
def sealed(session: Session, kb: Keyboard, tmp_path: Path) -> Path:
    """Aftale om afdrag, signed by both with the mouse, sealed and saved."""
    click(kb, "Prøv med eksempel")
    kb.wait(lambda: session.window.case_view is not None, 30_000)
    kb.rest()
    click(kb, "Underskriv")
    kb.rest()
    click(kb, "Aftale om afdrag")
    kb.rest()
    pads = [pad for pad in session.window.findChildren(InkPad) if pad.isVisible()]
    assert len(pads) == 2
    for pad in pads:
        draw(pad)
    click(kb, "Forsegl og gem")
    kb.wait(lambda: kb.in_dialog() and "Gem som PDF" in seen(), 60_000)
    kb.give_file(tmp_path / "aftale.pdf")
    click(kb, "Gem som PDF …")
    kb.wait((tmp_path / "aftale.pdf").exists)
    click(kb, "Luk")
    kb.rest()
    return tmp_path / "aftale.pdf"


def test_strokes_of_a_mouse_end_at_a_sealed_page(sealed: Path) -> None:
    said = subprocess.run(["pdfsig", str(sealed)], capture_output=True, text=True, check=False).stdout

    assert "Signature is Valid" in said
    assert "Total document signed" in said


def test_both_signatures_stand_in_the_page_as_drawn(sealed: Path) -> None:
    answer: Verification = verify(sealed.read_bytes())

    assert answer.valid
    assert [ink.kind for ink in answer.ink] == [InkKind.DRAWN, InkKind.DRAWN]


def click(kb: Keyboard, text: str) -> None:
    """Click in the middle of the button with this text."""
    kb.in_dialog()  # the window on top is the active one
    top = QApplication.activeWindow()
    assert top is not None
    found = next(b for b in top.findChildren(QAbstractButton) if b.isVisible() and b.text() == text)
    bring_into_sight(found)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=found.rect().center())
    QApplication.processEvents()


def draw(pad: InkPad) -> None:
    """Two strokes: a wave, and a line under it."""
    bring_into_sight(pad)
    wave = [QPoint(30 + 4 * n, round(50 - 22 * math.sin(n / 4))) for n in range(40)]
    line = [QPoint(30 + 5 * n, 80) for n in range(30)]
    for stroke in (wave, line):
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=stroke[0])
        for point in stroke[1:]:
            QTest.mouseMove(pad, point)
            QApplication.processEvents()
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=stroke[-1])


def bring_into_sight(widget: QWidget) -> None:
    """Scroll as the wheel would."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
    QApplication.processEvents()
