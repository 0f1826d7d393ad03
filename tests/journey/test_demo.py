"""`budgetdesk demo`: the main job without anybody at the desk, without a keyring, and in another year."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from PySide6.QtGui import QImage

from budgetdesk.demo.pictures import SCREENS, Screen
from budgetdesk.documents.papers.catalogue import DOCUMENTS
from budgetdesk.documents.seals.verify import verify
from budgetdesk.ui.pages import PAGES

ROOT = Path(__file__).resolve().parents[2]
SHOWN = [screen for screen in SCREENS if screen.name in ("1920x1080_150", "moerk_1280x800_100")]
"""Two of the five screens: both sizes, both scales, light and dark. So also two receipts of the pile (below)."""
RUN = """
import runpy
from budgetdesk.demo import pictures, receipts
receipts.PHOTOS = "0[13]_*.jpg"
pictures.SCREENS = [screen for screen in pictures.SCREENS if screen.name in {shown}]
runpy.run_module("budgetdesk", run_name="__main__", alter_sys=True)
"""
LONGEST = 600
"""Seconds: the whole demonstration on a busy machine."""
pytestmark = pytest.mark.timeout(LONGEST)
SIGNED = [name for name, document in DOCUMENTS.items() if document.signed]
ANOTHER_YEAR = """
import datetime, time
SHIFT = 5 * 365 * 86400
real_time, real = time.time, datetime.datetime
class Kind(type):
    def __instancecheck__(cls, found):
        return isinstance(found, real)
class Later(real, metaclass=Kind):
    @classmethod
    def now(cls, tz=None):
        return real.now(tz) + datetime.timedelta(seconds=SHIFT)
time.time = lambda: real_time() + SHIFT
datetime.datetime = Later
"""
"""A computer whose calendar is five years ahead: put before everything the program imports."""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder after one run."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "kalender").mkdir()
    (folder / "kalender" / "sitecustomize.py").write_text(ANOTHER_YEAR)
    environment = {
        name: value for name, value in os.environ.items() if name not in ("BUDGETDESK_PASSPHRASE", "BUDGETDESK_HOME")
    }
    environment |= {
        "PYTHONPATH": f"{folder / 'kalender'}{os.pathsep}{ROOT}",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "HOME": str(folder / "hjem"),
        "TMPDIR": str(folder),
    }
    code = RUN.format(shown=[screen.name for screen in SHOWN])
    command = [sys.executable, "-c", code, "demo", "--out", str(folder / "ud"), "--json"]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, cwd=folder, timeout=LONGEST - 20
    )
    assert done.returncode == 0, done.stderr[-2000:]
    (folder / "svar.json").write_text(done.stdout)
    return folder


@pytest.fixture(scope="module")
def answer(out: Path) -> dict[str, Any]:
    lines = (out / "svar.json").read_text().splitlines()
    assert len(lines) == 1
    found: dict[str, Any] = json.loads(lines[0])
    return found


def test_the_answer_names_the_fixed_day_and_every_file(out: Path, answer: dict[str, Any]) -> None:
    made = {str(file) for file in (out / "ud").rglob("*") if file.is_file()}

    assert answer["on"] == "2026-11-20"
    assert {str(Path(name)) for name in answer["files"]} == made


@pytest.mark.parametrize("name", SIGNED)
def test_every_signed_page_is_valid(out: Path, name: str) -> None:
    file = out / "ud" / f"{name}.pdf"
    said = subprocess.run(["pdfsig", str(file)], capture_output=True, text=True, check=False).stdout

    assert "Signature is Valid" in said
    assert "Total document signed" in said
    assert verify(file.read_bytes()).valid


@pytest.mark.parametrize("name", list(DOCUMENTS))
def test_every_font_is_embedded(out: Path, name: str) -> None:
    command = ["pdffonts", str(out / "ud" / f"{name}.pdf")]
    fonts = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[2:]

    assert fonts
    assert all(font.split()[-5] == "yes" for font in fonts), fonts


def test_the_window_is_shown_on_two_sizes_of_screen_each_at_two_scales_and_in_the_dark() -> None:
    shown = {(screen.width, screen.height, screen.scale) for screen in SCREENS if not screen.dark}

    assert shown == {(*size, scale) for size in ((1280, 800), (1920, 1080)) for scale in (1.0, 1.5)}
    assert any(screen.dark for screen in SCREENS)


@pytest.mark.parametrize("screen", SHOWN, ids=lambda screen: screen.name)
def test_every_page_of_the_window_is_drawn(out: Path, screen: Screen) -> None:
    for key in ("sager", *(page.key for page in PAGES)):
        found = list((out / "ud" / "vindue" / screen.name).glob(f"*_{key}.png"))
        assert len(found) == 1, key
        image = QImage(str(found[0]))

        assert abs(image.width() - screen.width) <= 2
        assert abs(image.height() - screen.height) <= 2
        assert _colours(image) > 8, f"{found[0].name} is blank"
        assert (_lightness(image) < 128) is screen.dark


def _lightness(image: QImage) -> float:
    """Of the most of it, 0 to 255."""
    across, down = range(0, image.width(), 31), range(0, image.height(), 31)
    return median(image.pixelColor(x, y).lightness() for x in across for y in down)


def _colours(image: QImage) -> int:
    middle = range(image.width() // 4, image.width() * 3 // 4, 3)
    down = range(image.height() // 4, image.height() * 3 // 4, 3)
    return len({image.pixel(x, y) for x in middle for y in down})
