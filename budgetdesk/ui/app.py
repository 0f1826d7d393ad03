"""The program as Qt sees it: fonts, Danish standard buttons, look, and what happens to our own mistakes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from budgetdesk import __version__
from budgetdesk import settings as user_settings
from budgetdesk.errors import BudgetDeskError, SettingsError
from budgetdesk.readers import resources
from budgetdesk.settings import Settings
from budgetdesk.ui import background, theme
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.messages import catch_our_mistakes, show_error
from budgetdesk.ui.session import Session


def make_app(arguments: Sequence[str] = (), *, look: theme.Look = theme.Look.SYSTEM) -> QApplication:
    """The QApplication, dressed; the one that is there already if there is one."""
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else QApplication([sys.argv[0], *arguments])
    app.setApplicationName("budgetdesk")
    app.setApplicationDisplayName("BudgetDesk")
    app.setApplicationVersion(__version__)
    app.setWindowIcon(QIcon(str(resources.path("icons", "budgetdesk.svg"))))
    app.setStyle("Fusion")
    QLocale.setDefault(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
    _speak_danish(app)
    theme.load_fonts()
    theme.apply(app, look)
    return app


def _speak_danish(app: QApplication) -> None:
    """Qt's own words (OK, Annuller, Klip ...) in Danish."""
    if app.property("danish"):
        return
    translator = QTranslator(app)
    if translator.load("qtbase_da", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
        app.setProperty("danish", True)


def main() -> int:
    """Open the desk on the user's own profile. Returns the exit status."""
    folder = user_settings.profile_folder()
    today = datetime.now(UTC).astimezone().date()
    app = make_app()
    catch_our_mistakes()
    try:
        settings = user_settings.load(folder)
    except SettingsError as error:
        settings = Settings()
        show_error(None, error)
    look = theme.Look(settings.look)
    theme.apply(app, look)
    window = MainWindow(look=look)
    window.resize(1280, 800)
    window.show()
    session = Session(window, folder, today, settings)
    app.aboutToQuit.connect(session.end)
    app.aboutToQuit.connect(background.stop)
    QTimer.singleShot(0, window, lambda: _begin(session))
    return app.exec()


def _begin(session: Session) -> None:
    """A store that cannot be opened (another program has it, a plain file) is said; then there is nothing to show."""
    try:
        session.begin()
    except BudgetDeskError as error:
        box = show_error(session.window, error)
        if box is not None:
            box.finished.connect(lambda _result: session.window.close())
