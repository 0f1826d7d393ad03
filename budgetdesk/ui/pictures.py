"""Pictures of every page of the window, without a screen: for the demo, the documentation and for looking."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.signing import Vault
from budgetdesk.actions.workspace import Workspace
from budgetdesk.ui import background
from budgetdesk.ui.app import make_app
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages import PAGES
from budgetdesk.ui.start_page import StartActions, StartPage
from budgetdesk.ui.theme import Look

USUAL = (1280, 800)
START = StartActions(
    new=lambda: None,
    open=lambda _case_id: None,
    sample=lambda: None,
    read_file=lambda: None,
    calls=lambda: None,
    new_tenant=lambda: None,
    arrears=lambda: None,
)
"""What the list of cases offers; in a picture nothing is pressed."""
REST, LONGEST_REST = 0.2, 30.0
"""How long a page is given to come to rest, s: at least, and at most."""


def grab_pages(
    desk: Desk,
    out: Path,
    size: tuple[int, int] = USUAL,
    scale: float = 1.0,
    look: Look = Look.LIGHT,
    *,
    vault: Vault | None = None,
) -> list[Path]:
    """One PNG per page in `out`, named `1_akut.png` ...; `size` in px of the screen before scaling.

    `scale` draws more finely, as a screen at 150 % does; the room on it is `size` divided by `scale`.
    """
    app = make_app(look=look)
    window = MainWindow(look=look, day_is_fixed=True)
    view = window.open_desk(desk, vault)
    view.build_all()
    window.resize(QSize(round(size[0] / scale), round(size[1] / scale)))
    window.show()
    out.mkdir(parents=True, exist_ok=True)
    files = []
    for number, page in enumerate(PAGES, 1):
        view.show_page(page.key)
        _settle(app)
        file = out / f"{number}_{page.key}.png"
        _grab(window, scale).save(str(file))
        files.append(file)
    window.close()
    window.deleteLater()
    _settle(app)
    return files


def grab_start(
    workspace: Workspace, out: Path, size: tuple[int, int] = USUAL, scale: float = 1.0, look: Look = Look.LIGHT
) -> Path:
    """The list of cases as `out/0_sager.png`; as `grab_pages`."""
    app = make_app(look=look)
    window = MainWindow(look=look, day_is_fixed=True)
    page = StartPage(START, workspace.today)
    page.show_cases(workspace.cases())
    window.resize(QSize(round(size[0] / scale), round(size[1] / scale)))
    window.show_page(page)
    window.show()
    _settle(app)
    out.mkdir(parents=True, exist_ok=True)
    file = out / "0_sager.png"
    _grab(window, scale).save(str(file))
    window.close()
    window.deleteLater()
    _settle(app)
    return file


def _grab(widget: QWidget, scale: float) -> QImage:
    image = QImage(widget.size() * scale, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(scale)
    with QPainter(image) as painter:
        widget.render(painter, QPoint())
    return image


def _settle(app: QApplication) -> None:
    """Let layouts, deferred drawing and work in the background come to rest."""
    started = time.monotonic()
    while (passed := time.monotonic() - started) < REST or (background.busy() and passed < LONGEST_REST):
        app.processEvents()
        app.sendPostedEvents()
        time.sleep(0.005)
