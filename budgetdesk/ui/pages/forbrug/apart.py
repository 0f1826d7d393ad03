"""A change of the case that takes long: made and saved in a thread, while the window lives and the case holds still.

While it lasts, a small dialog lies over the window, so that nobody types into a case that holds still; it can be
stopped until the saving itself begins. What is saved is one step of undo, in the order the user saw.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from budgetdesk.actions.desk import LongChange
from budgetdesk.errors import BudgetDeskError, UserCancelled
from budgetdesk.i18n import _
from budgetdesk.ui import background, theme
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.words import Words, button

T = TypeVar("T")

MANY_ROWS = 2000
"""Bank rows beyond which a change is made in a thread: fewer take less than a tenth of a second."""


class Under:
    """What the work may say while it runs, in its thread."""

    def __init__(self, change: LongChange, saving: Callable[[], object]) -> None:
        self.change = change
        self.stop = threading.Event()
        self._saving = saving

    def may_go_on(self) -> None:
        """Between two parts of the work. Raises UserCancelled when the user has stopped it."""
        if self.stop.is_set():
            raise UserCancelled

    def saving(self) -> None:
        """From now on it cannot be stopped."""
        self.may_go_on()
        self._saving()

    def let_go(self) -> None:
        """In the window's thread, when the work is over: the thread must not be the last to hold a widget."""
        self._saving = lambda: None


def do_apart(
    page: Page,
    said: str,
    work: Callable[[Under], T],
    done: Callable[[T], object],
    *,
    ready: Callable[[T], object] = lambda _result: None,
) -> None:
    """Do `work` in a thread with the case held still, then `done(result)`; errors are shown, and nothing is changed.

    `said` is the sentence that stands there meanwhile. `ready(result)` is called just before the page follows the
    change, to turn it to what has changed.
    """
    page.place.binder.flush()
    try:
        change = page.desk.begin_long()
    except BudgetDeskError as error:
        show_error(page, error)
        return
    dialog = WorkingDialog(said, page)
    under = Under(change, partial(background.tell, dialog, dialog.no_stop))
    dialog.stopped = under.stop.set

    def was_done(result: T) -> None:
        under.let_go()
        dialog.put_away()
        ready(result)
        change.end()
        done(result)

    def failed(error: Exception) -> None:
        under.let_go()
        dialog.put_away()
        change.end()
        show_error(page, error)

    background.run(page, partial(work, under), was_done, failed)
    dialog.open()


class WorkingDialog(QDialog):
    """One sentence, something that moves, and a stop."""

    def __init__(self, said: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Et øjeblik"))
        self.setMinimumWidth(420)
        self.stopped: Callable[[], object] = lambda: None
        self._ending = False
        self.said = Words(said, "strong")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(said)
        self.stop_button = button(_("Stop"), self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, theme.INNER)
        box.setSpacing(12)
        box.addWidget(self.said)
        box.addWidget(self.bar)
        box.addLayout(row(None, self.stop_button))

    def no_stop(self) -> None:
        """The saving has begun."""
        self.said.setText(_("Gemmer ..."))
        self.stop_button.setEnabled(False)

    def put_away(self) -> None:
        """The work is over."""
        self._ending = True
        self.accept()
        self.deleteLater()

    def reject(self) -> None:
        """Esc and the button ask the work to stop; the dialog stays until it has."""
        if self.stop_button.isEnabled() and not self._ending:
            self.stop_button.setEnabled(False)
            self.said.setText(_("Stopper ..."))
            self.stopped()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._ending)
        self.reject()
