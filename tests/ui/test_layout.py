"""No text is cut off, nothing overlaps: every page, three households, the sizes and scales of real desks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from waiting import at_rest

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 300
"""Seconds: every page of three households, on a busy machine."""
pytestmark = pytest.mark.timeout(LONGEST)
FITS = Path(__file__).with_name("fits.py")
SCREENS = [
    pytest.param("1", "light", ("1280x800", "1024x700", "1920x1080"), id="light"),
    pytest.param("1.5", "dark", ("1280x800", "1920x1080"), id="dark, at 150 %"),
]


@pytest.mark.parametrize(("scale", "look", "sizes"), SCREENS)
def test_every_page_fits_its_screen(scale: str, look: str, sizes: tuple[str, ...]) -> None:
    """In a program of its own, because the scale is fixed when Qt starts."""
    path = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": path}
    command = [sys.executable, str(FITS), look, *sizes]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=LONGEST - 20)

    assert done.returncode == 0, done.stdout + done.stderr[-2000:]


def test_the_search_for_misfits_sees_a_label_that_is_cut_off_and_two_that_overlap(qtbot: QtBot) -> None:
    import fits

    window = QWidget()
    qtbot.addWidget(window)
    across = QHBoxLayout(window)
    cut, lower, upper = QLabel("Et langt ord, der ikke er plads til"), QPushButton("Under"), QPushButton("Over")
    cut.setFixedWidth(40)
    for widget in (cut, lower, upper):
        across.addWidget(widget)
    window.show()
    qtbot.waitExposed(window)
    at_rest()
    upper.setGeometry(lower.geometry())
    found = fits.misfits(window)

    assert any(said.startswith("cut off") for said in found)
    assert any(said.startswith("overlap") for said in found)
