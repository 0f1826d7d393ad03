"""Pictures of the page Aftale for six very different households: to be looked at by somebody.

    python tools/plan_pictures.py --out DIR [--household enlig] [--page aftale] [--dark] [--size 1920x1080] [--paper]

For each household two PNGs: the window as it is, and the page in its whole length; with `--paper` the agreement too,
as PDF and page by page.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.printer import preview
from budgetdesk.errors import BudgetDeskError
from budgetdesk.readers.case_file import load_case
from budgetdesk.ui import background
from budgetdesk.ui.app import make_app
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.theme import Look

HOUSEHOLDS = Path(__file__).parent.parent / "tests" / "planning" / "households"
DAY = date(2026, 11, 20)
LONGEST = 5200
"""A page longer than this is cut off in its picture, px."""


def main(arguments: Sequence[str]) -> int:
    """Make the pictures; returns what the shell is told."""
    asked = _parser().parse_args(arguments)
    look = Look.DARK if asked.dark else Look.LIGHT
    width, height = (int(part) for part in asked.size.split("x"))
    app = make_app(look=look)
    asked.out.mkdir(parents=True, exist_ok=True)
    for file in sorted(HOUSEHOLDS.glob("*.json")):
        if asked.household in file.stem:
            desk = memory_desk(Record(case=load_case(file, today=DAY).case), DAY)
            _pictures(app, desk, look, QSize(width, height), asked.page, asked.out / f"{file.stem}_{width}")
            if asked.paper:
                _paper(desk, asked.out / f"{file.stem}.pdf")
    return 0


def _pictures(app: QApplication, desk: Desk, look: Look, size: QSize, key: str, out: Path) -> None:
    name = f"{out}_{key}_{look.name.lower()}"
    window = MainWindow(look=look, day_is_fixed=True)
    view = window.open_desk(desk)
    window.resize(size)
    window.show()
    view.show_page(key)
    _settle(app)
    _picture(window).save(f"{name}.png")
    page = view.pages[key]
    window.resize(size.width(), min(LONGEST, size.height() + page.verticalScrollBar().maximum()))
    _settle(app)
    _picture(page).save(f"{name}_hele.png")
    window.close()
    window.deleteLater()
    _settle(app)


def _paper(desk: Desk, file: Path) -> None:
    for name in ("aftale", "aftale_bilag"):
        try:
            pdf = catalogue.make(name, desk.record, desk.overview, on=DAY)
        except BudgetDeskError as error:
            sys.stderr.write(f"{file.stem}: {error}\n")
            continue
        file.with_name(f"{file.stem}_{name}.pdf").write_bytes(pdf)
        for number, page in enumerate(preview.pages(pdf, dpi=80), 1):
            file.with_name(f"{file.stem}_{name}_{number}.png").write_bytes(page)


def _picture(widget: QWidget) -> QImage:
    image = QImage(widget.size(), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    widget.render(painter, QPoint())
    painter.end()
    return image


def _settle(app: QApplication) -> None:
    started = time.monotonic()
    while (passed := time.monotonic() - started) < 0.15 or (background.busy() and passed < 20):
        app.processEvents()
        time.sleep(0.005)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Pictures of the page Aftale for six households.")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--household", default="", help="part of the name of one household")
    parser.add_argument("--page", default="aftale", help="the key of another page")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--paper", action="store_true", help="the agreement as PDF as well")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
