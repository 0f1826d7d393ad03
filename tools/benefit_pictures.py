"""Pictures of the page of every benefit, for every sample household: to be looked at, and read, by somebody.

    python tools/benefit_pictures.py --out DIR [--household pensionist] [--benefit friplads] [--dark] [--size 1920x1080]

A PNG each, and contact sheets of six. The page stands in its whole length, so that nothing has to be scrolled.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from budgetdesk.actions.desk import memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.readers.case_file import load_case
from budgetdesk.ui import background
from budgetdesk.ui.app import make_app
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.benefits import BenefitsPage
from budgetdesk.ui.theme import Look

HOUSEHOLDS = Path(__file__).parent.parent / "tests" / "benefits" / "households"
DAY = date(2026, 11, 20)
LONGEST = 3200
"""A page longer than this is cut off in its picture, px."""
ACROSS, DOWN = 3, 2


def main(arguments: Sequence[str]) -> int:
    """Make the pictures; returns what the shell is told."""
    asked = _parser().parse_args(arguments)
    look = Look.DARK if asked.dark else Look.LIGHT
    width, height = (int(part) for part in asked.size.split("x"))
    app = make_app(look=look)
    asked.out.mkdir(parents=True, exist_ok=True)
    for file in sorted(HOUSEHOLDS.glob("*.json")):
        if asked.household in file.stem:
            pictures = list(_pictures(app, file, look, QSize(width, height), asked))
            for number in range(0, len(pictures), ACROSS * DOWN):
                sheet = _sheet(pictures[number : number + ACROSS * DOWN])
                sheet.save(str(asked.out / f"{file.stem}_{number // (ACROSS * DOWN) + 1}.png"))
    return 0


def _pictures(app: QApplication, file: Path, look: Look, size: QSize, asked: argparse.Namespace) -> Iterator[QImage]:
    case = load_case(file, today=DAY).case
    window = MainWindow(look=look, day_is_fixed=True)
    view = window.open_desk(memory_desk(Record(case=case), DAY))
    window.resize(size)
    window.show()
    view.show_page("ydelser")
    _settle(app)
    page = view.pages["ydelser"]
    if not isinstance(page, BenefitsPage):
        raise TypeError(page)
    _picture(window).save(str(asked.out / f"{file.stem}.png"))
    for one in page.desk.overview.assessments:
        if asked.benefit in one.benefit:
            page.choose(one.benefit)
            _settle(app)
            for fold in page.detail.folds if page.detail and asked.open else ():
                if fold.isVisible():
                    fold.open_room()
            _settle(app)
            longer = page.verticalScrollBar().maximum()
            window.resize(size.width(), min(LONGEST, size.height() + longer))
            _settle(app)
            image = _picture(page)
            image.save(str(asked.out / f"{file.stem}__{one.benefit}.png"))
            window.resize(size)
            yield image
    window.close()
    window.deleteLater()
    _settle(app)


def _picture(widget: QWidget) -> QImage:
    image = QImage(widget.size(), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    widget.render(painter, QPoint())
    painter.end()
    return image


def _sheet(images: Sequence[QImage]) -> QImage:
    """Pictures beside and under each other, the tops in line."""
    wide, high = max(i.width() for i in images), max(i.height() for i in images)
    sheet = QImage(ACROSS * wide, -(-len(images) // ACROSS) * high, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    for number, image in enumerate(images):
        painter.drawImage(QPoint(number % ACROSS * wide, number // ACROSS * high), image)
    painter.end()
    return sheet


def _settle(app: QApplication) -> None:
    started = time.monotonic()
    while (passed := time.monotonic() - started) < 0.1 or (background.busy() and passed < 20):
        app.processEvents()
        time.sleep(0.005)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Pictures of every benefit's page.")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--household", default="", help="part of the name of one household")
    parser.add_argument("--benefit", default="", help="part of the name of one benefit")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--open", action="store_true", help="open every fold")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
