"""The program as Qt sees it: fonts, Danish standard buttons, look, and what happens to our own mistakes.

The window comes first. Whatever is slow to import (the store, the law, the papers) is imported in a thread once the
window has been painted; so nothing here may import it, directly or through another module.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from budgetdesk import __version__, data_files, i18n
from budgetdesk import settings as user_settings
from budgetdesk.errors import BudgetDeskError, SettingsError
from budgetdesk.settings import Settings
from budgetdesk.ui import background, theme
from budgetdesk.ui.main_window import LEAST_HEIGHT, LEAST_WIDTH, MainWindow
from budgetdesk.ui.messages import catch_our_mistakes, show_error
from budgetdesk.ui.opening_page import OpeningPage
from budgetdesk.ui.tidy import Tidy, set_program_aside

if TYPE_CHECKING:
    from budgetdesk.ui.session import Session

SLOW_IMPORTS = (
    "budgetdesk.actions.workspace",
    "budgetdesk.actions.overview",
    "budgetdesk.actions.signing",
    "budgetdesk.documents.papers.catalogue",
    "alembic.command",
    "keyring",
)
"""What the window needs a moment later. None of it knows Qt, so a thread may import it."""
SCALE = "QT_SCALE_FACTOR"
SWITCH_SECONDS = 0.001
"""How long a thread may hold the others up. Each call into Qt may have to wait so long while another one works."""


def make_app(arguments: Sequence[str] = (), *, look: theme.Look = theme.Look.SYSTEM) -> QApplication:
    """The QApplication, dressed; the one that is there already if there is one."""
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else QApplication([sys.argv[0], *arguments])
    app.setApplicationName("budgetdesk")
    app.setApplicationDisplayName("BudgetDesk")
    app.setApplicationVersion(__version__)
    app.setWindowIcon(QIcon(str(data_files.path("icons", "budgetdesk.svg"))))
    app.setStyle("Fusion")
    _speak(app)
    theme.load_fonts()
    theme.apply(app, look)
    _keep_responsive(app)
    return app


def _keep_responsive(app: QApplication) -> None:
    """Threads that calculate give way soon, and nothing is freed in them that only the window's thread may free."""
    sys.setswitchinterval(SWITCH_SECONDS)
    if app.findChild(Tidy) is None:
        Tidy(app)


def _speak(app: QApplication) -> None:
    """Qt's own words (OK, Annuller, Klip ...) and days in the language of the window. Qt speaks English by itself."""
    if i18n.language() != i18n.SOURCE_LANGUAGE:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        return
    QLocale.setDefault(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
    if app.property("danish"):
        return
    translator = QTranslator(app)
    if translator.load("qtbase_da", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
        app.setProperty("danish", True)


def main() -> int:
    """Open the desk on the user's own profile. Returns the exit status."""
    folder = user_settings.profile_folder()
    settings, problem = _settings(folder)
    i18n.use(settings.language, data_files.path("locale"))
    _scale(settings.text_size)
    look = theme.Look(settings.look)
    app = make_app(look=look)
    catch_our_mistakes()
    window = open_window(settings)
    page = OpeningPage()

    def begin_session(_none: None) -> None:
        set_program_aside()
        app.aboutToQuit.connect(_begin(window, folder, settings).end)

    page.shown.connect(lambda: background.run(window, _import_the_rest, begin_session))
    window.show_page(page)
    window.show()
    if problem is not None:
        show_error(window, problem)
    app.aboutToQuit.connect(background.stop)
    return app.exec()


def open_window(settings: Settings) -> MainWindow:
    """The window as large as it was last, or as the screen allows."""
    window = MainWindow(look=theme.Look(settings.look))
    room = window.screen().availableSize()
    window.setMinimumSize(min(LEAST_WIDTH, room.width()), min(LEAST_HEIGHT, room.height()))
    window.resize(min(settings.window_width, room.width()), min(settings.window_height, room.height()))
    if settings.window_maximized:
        window.showMaximized()
    return window


def _settings(folder: Path) -> tuple[Settings, SettingsError | None]:
    try:
        return user_settings.load(folder), None
    except SettingsError as error:
        return Settings(), error


def _scale(per_cent: int) -> None:
    """Everything larger, room included, so that nothing is cut off. Qt reads it when it starts."""
    if per_cent != 100:
        os.environ[SCALE] = str(float(os.environ.get(SCALE) or 1) * per_cent / 100)


def _import_the_rest() -> None:
    for name in SLOW_IMPORTS:
        import_module(name)


def _begin(window: MainWindow, folder: Path, settings: Settings) -> Session:
    from budgetdesk.ui.session import Session  # noqa: PLC0415 - slow to import

    session = Session(window, folder, datetime.now(UTC).astimezone().date(), settings)
    begin(session)
    return session


def begin(session: Session) -> None:
    """A store that cannot be opened (another program has it, a plain file) is said; then there is nothing to show."""
    try:
        session.begin()
    except BudgetDeskError as error:
        box = show_error(session.window, error)
        if box is not None:
            box.finished.connect(lambda _result: session.window.close())
