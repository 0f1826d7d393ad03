"""Between the passphrase and the list: the cases are read in the thread that opens the store, and where an update has
to make thousands of them ready first, the window says how far it is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from budgetdesk.actions.workspace import Workspace
from budgetdesk.formats import number
from budgetdesk.i18n import _
from budgetdesk.ui import background
from budgetdesk.ui.opening_page import OpeningPage

MANY = 500
"""Fewer cases are made ready before anybody has noticed."""


class ShowsPages(Protocol):
    """What is needed of the window."""

    def show_page(self, page: QWidget) -> None:
        """Show a page that is not of a case."""


class _Told(QObject):
    """Carries how far it is from the thread to the page."""

    far = Signal(int, int)


def read_ahead(workspace: Workspace) -> Workspace:
    """Read the list of the cases where that is quick. In the thread that has opened the store."""
    if workspace.cases_to_refresh() < MANY:
        workspace.cases()
    return workspace


def when_ready(window: ShowsPages, workspace: Workspace, go_on: Callable[[], object]) -> None:
    """Go on once the cases can be listed: at once, but for the first time after an update that lists them otherwise."""
    if workspace.cases_to_refresh() < MANY:
        go_on()
        return
    page = OpeningPage(_("Gør sagerne klar …"), slow=" ")
    told = _Told(page)
    told.far.connect(lambda done, of: page.slow.setText(_how_far(done, of)))
    window.show_page(page)
    background.run(page, lambda: workspace.refresh_cases(told.far.emit), lambda _number: go_on())


def _how_far(done: int, of: int) -> str:
    return _("{done} af {of} sager er klar. Det sker kun nu.").format(done=number(done), of=number(of))
