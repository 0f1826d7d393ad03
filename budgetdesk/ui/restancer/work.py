"""Long work on a list: a small dialog with how far it is and a stop; what was stopped has left nothing behind."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from budgetdesk.errors import UserCancelled
from budgetdesk.i18n import _
from budgetdesk.ui import background
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.pages.forbrug.apart import WorkingDialog
from budgetdesk.wording.arrears_import import rows_of

T = TypeVar("T")
Told = Callable[[int], None]


class Stop:
    """Asked now and then by the work, in its thread."""

    def __init__(self) -> None:
        self.asked = threading.Event()

    def told(self, said: Callable[[int], object]) -> Told:
        """What the work tells how far it is. Raises UserCancelled once somebody has stopped it."""

        def heard(rows: int) -> None:
            if self.asked.is_set():
                raise UserCancelled
            said(rows)

        return heard


def do(
    owner: QWidget,
    said: str,
    work: Callable[[Told], T],
    done: Callable[[T], object],
    failed: Callable[[Exception], object] | None = None,
) -> None:
    """Do `work(told)` in a thread, then `done(result)`; an error is shown, or handed to `failed`."""
    dialog, stop = WorkingDialog(said, owner), Stop()
    dialog.stopped = stop.asked.set

    def show(rows: int) -> None:
        dialog.said.setText(_("{said} {rows_of} indtil nu.").format(said=said, rows_of=rows_of(rows)))

    def was_done(result: T) -> None:
        dialog.put_away()
        done(result)

    def was_not(error: Exception) -> None:
        dialog.put_away()
        if not isinstance(error, UserCancelled):
            (failed or partial(show_error, owner))(error)

    told = stop.told(lambda rows: background.tell(dialog, partial(show, rows)))
    background.run(owner, partial(work, told), was_done, was_not)
    dialog.open()
