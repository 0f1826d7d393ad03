"""The program as Qt sees it: fonts, Danish standard buttons, look, and what happens to our own mistakes."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from budgetdesk import __version__
from budgetdesk.readers import resources
from budgetdesk.ui import theme
from budgetdesk.ui.messages import catch_our_mistakes


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


def start(app: QApplication) -> None:
    """From here on nothing that goes wrong ends in silence."""
    catch_our_mistakes()
    app.setQuitOnLastWindowClosed(True)
