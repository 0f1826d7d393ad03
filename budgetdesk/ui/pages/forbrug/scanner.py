"""What is new in the scanner's folder, offered on the page: taken when somebody says so, never by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from budgetdesk.actions import scan_folder as actions
from budgetdesk.actions.mappings import Settings
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _
from budgetdesk.ui import background, phrases, theme
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.words import Words, button, set_shown


class ScannerCard(Card):
    """`look` for new files; hidden while there are none."""

    def __init__(self, settings: Settings, take_in: Callable[[Sequence[Path]], object]) -> None:
        super().__init__()
        self._settings, self._take_in = settings, take_in
        self._found: tuple[Path, ...] = ()
        self.words = Words("", "section", wrap=False)
        self.fetch = button(_("Hent"), self._fetch)
        self.later = button(_("Ikke nu"), self._later, role="quiet")
        self.add(row(self.words, self.fetch, self.later, space=theme.INNER))
        self.hide()

    def look(self) -> None:
        """See what has come, in a thread."""
        background.run(self, lambda: actions.new_scans(self._settings), self._show, lambda _error: None)

    def choose(self) -> None:
        """Let the user pick the folder that the scanner writes to."""
        before = actions.scan_folder(self._settings)
        name = QFileDialog.getExistingDirectory(self, _("Vælg skannerens mappe"), str(before or ""))
        if name:
            self._try(lambda: actions.choose_scan_folder(self._settings, Path(name)))

    def _show(self, found: tuple[Path, ...]) -> None:
        self._found = found
        number = len(found)
        self.words.setText(phrases.count(number, N_("ny fil fra skanneren"), N_("nye filer fra skanneren")))
        self.fetch.setText(_("Hent den") if number == 1 else _("Hent de {number}").format(number=number))
        self.fetch.setAccessibleName(_("{fetch} fra skanneren").format(fetch=self.fetch.text()))
        set_shown(self, bool(number))

    def _fetch(self) -> None:
        found = self._found
        self._later()
        self._take_in(found)

    def _later(self) -> None:
        found = self._found
        self._try(lambda: actions.mark_seen(self._settings, found))
        self._show(())

    def _try(self, action: Callable[[], object]) -> None:
        try:
            action()
        except BudgetDeskError as error:
            show_error(self, error)
