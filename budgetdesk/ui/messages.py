"""The only place where an error becomes a dialog, and where our own mistakes are caught.

A `BudgetDeskError` is shown as it stands: it is a Danish sentence. Anything else is our mistake: one dialog with the
version, the kind of error and the lines of code, and never a value, because a value may be a name or an amount.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from budgetdesk import __version__
from budgetdesk.errors import BudgetDeskError, UserCancelled
from budgetdesk.i18n import _, retold


def show_error(owner: QObject | None, error: BaseException) -> QMessageBox | None:
    """Show what went wrong, once. Does not block; returns the dialog (None where there is nothing to show)."""
    if isinstance(error, UserCancelled):
        return None
    if isinstance(error, BudgetDeskError):
        return _box(owner, _("Det gik ikke"), retold(str(error)), "")
    return _box(
        owner,
        _("Der er en fejl i programmet"),
        _("Det, du har skrevet, er gemt. Prøv igen, eller luk programmet og åbn det igen."),
        without_personal_data(error),
    )


def show_note(owner: QObject | None, title: str, text: str) -> QMessageBox | None:
    """Tell something that is done; does not block."""
    return _box(owner, title, text, "", QMessageBox.Icon.Information)


def without_personal_data(error: BaseException) -> str:
    """The error as it may be sent to the makers: version, kind and lines of code; no message, no values."""
    frames = [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return "\n".join(
        [
            _("BudgetDesk {version}, Python {split}").format(version=__version__, split=sys.version.split()[0]),
            type(error).__name__,
            *frames,
        ]
    )


def catch_our_mistakes() -> None:
    """Show what nobody caught in one dialog instead of ending or going on in silence."""
    shown: list[str] = []

    def hook(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        report = without_personal_data(error)
        print(report, file=sys.stderr)  # noqa: T201 - the terminal is the log of a desktop program
        if report not in shown:
            shown.append(report)
            show_error(QApplication.activeWindow(), error)

    sys.excepthook = hook


def _box(
    owner: QObject | None, title: str, text: str, details: str, icon: QMessageBox.Icon = QMessageBox.Icon.Warning
) -> QMessageBox:
    parent = owner.window() if isinstance(owner, QWidget) else None
    if parent is not None and (said := _said_already(parent, text)) is not None:
        return said
    box = QMessageBox(icon, title, text, QMessageBox.StandardButton.Ok, parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    if details:
        box.setDetailedText(details)
    box.open()
    return box


def _said_already(window: QWidget, text: str) -> QMessageBox | None:
    """A full disk is met at every attempt to save: the same sentence stands once, not in a pile."""
    boxes = (box for box in window.findChildren(QMessageBox) if box.isVisible())
    return next((box for box in boxes if box.text() == text), None)
