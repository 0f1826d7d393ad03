"""A job under way: a bar, a sentence and a stop. The window is not held up; closing stops what is not sent yet."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from budgetdesk.errors import BudgetDeskError, UserCancelled
from budgetdesk.i18n import N_, _
from budgetdesk.ui import background
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.printing.room import PrintRoom
from budgetdesk.ui.printing.sending import Job
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import held_row
from budgetdesk.ui.widgets.words import button, set_shown
from budgetdesk.wording import printing as words

STOPPED = N_("Stoppet. Det, der ikke var sendt, bliver ikke skrevet ud.")


class Running(QWidget):
    """Sends jobs one after the other; says how far it is."""

    def __init__(self, changed: Callable[[], object]) -> None:
        super().__init__()
        self._changed = changed
        self._stop = threading.Event()
        self.busy = False
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Hvor langt udskriften er"))
        self.said = Announced("strong")
        self.stop_button = held_row(button(_("Stop"), self.stop))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for part in (self.said, self.bar, self.stop_button):
            box.addWidget(part)
        self._show(busy=False)

    def print_jobs(
        self,
        room: PrintRoom,
        printer: str,
        make: Callable[[], Sequence[Job]],
        done: str,
        then: Callable[[], object] = lambda: None,
    ) -> None:
        """Make the jobs and send them, in a thread; then say `done`, and call `then`. `make` may take its time."""
        self._stop = stop = threading.Event()
        self._show(busy=True)

        def work() -> None:
            jobs = make()
            for job in jobs:
                if stop.is_set():
                    raise UserCancelled
                room.send(printer, job, self._told(stop))

        background.run(self, work, lambda _none: self._over(done, then), self._failed)

    def stop(self) -> None:
        """Stop before the next side."""
        self._stop.set()

    def say(self, sentence: str) -> None:
        """One sentence beside the bar."""
        self.said.say(sentence)

    def _told(self, stop: threading.Event) -> Callable[[int, int], None]:
        def told(done: int, of: int) -> None:
            if stop.is_set():
                raise UserCancelled
            background.tell(self, lambda: self._show_far(done, of))

        return told

    def _show_far(self, done: int, of: int) -> None:
        if self.busy:
            self.bar.setRange(0, max(of, 1))
            self.bar.setValue(done)
            self.said.setText(words.under_way(done, of))

    def _over(self, said: str, then: Callable[[], object]) -> None:
        self._show(busy=False)
        self.said.say(said)
        then()

    def _failed(self, error: Exception) -> None:
        self._show(busy=False)
        if isinstance(error, UserCancelled):
            self.said.say(_(STOPPED))
        elif isinstance(error, BudgetDeskError):
            self.said.say(str(error))
        else:
            show_error(self, error)

    def _show(self, *, busy: bool) -> None:
        self.busy = busy
        self.bar.setRange(0, 0)
        set_shown(self.bar, busy)
        set_shown(self.stop_button, busy)
        if busy:
            self.said.say("")
        self._changed()
