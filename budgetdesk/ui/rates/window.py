"""Satser: next year's figures from the official notice, confirmed by a second person. Over the window, case or not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from budgetdesk.actions import rate_files, rates
from budgetdesk.actions.rate_files import PreviewRow
from budgetdesk.actions.workspace import Workspace
from budgetdesk.benefits.rate_edits import Standing
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.messages import show_error, show_note
from budgetdesk.ui.phrases import count
from budgetdesk.ui.rates.enter_part import EnterPart
from budgetdesk.ui.rates.import_dialog import ImportDialog
from budgetdesk.ui.rates.place import RatesPlace
from budgetdesk.ui.rates.stale_part import StalePart
from budgetdesk.ui.rates.waiting_part import HistoryPart, WaitingPart
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.scrolling import scrolled_part
from budgetdesk.ui.widgets.words import Words, button

PARTS = (
    ("enter", N_("Indtast")),
    ("waiting", N_("Venter på kontrol")),
    ("history", N_("Jeres satser")),
    ("stale", N_("Sager og papirer")),
)
Part = EnterPart | WaitingPart | HistoryPart | StalePart
_FILES = N_("Satser (*.toml)")
WIDTH, HEIGHT = 1080, 760


class RatesWindow(KeyedDialog):
    """`changed` is told when figures count or count no more; `open_case` opens a case in the window below."""

    def __init__(
        self,
        parent: QWidget,
        workspace: Workspace,
        *,
        changed: Callable[[], object],
        open_case: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Satser"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._told = changed
        self._open = open_case
        self.name = LineEdit(_("For- og efternavn"), width=260)
        self.name.edited.connect(lambda: self.name.say_problem(""))
        self.parts: dict[str, Part] = {}
        self.place = RatesPlace(
            workspace=workspace,
            name=lambda: str(self.name.value()),
            ask_name=self._ask_name,
            changed=self._changed,
            open_case=self._open_case,
        )
        self.tabs = Choice(translated(PARTS), role="tab")
        self.tabs.name(_("Del"))
        self.tabs.edited.connect(lambda: self.show_part(self.tabs.value()))
        self.stack = QStackedWidget()
        self._lay_out()
        room = parent.window().size()
        self.resize(min(WIDTH, room.width() - 40), min(HEIGHT, room.height() - 40))
        waiting = rates.edits_of(workspace, Standing.WAITING)
        self.show_part("waiting" if waiting else "enter")

    def show_part(self, key: str) -> None:
        """Show a part; it is made when it is first wanted."""
        if key not in self.parts:
            self.parts[key] = self._make(key)
            self.stack.addWidget(scrolled_part(self.parts[key]))
        self.tabs.show_value(key)
        self.stack.setCurrentIndex(list(self.parts).index(key))

    def export_file(self) -> None:
        """Write the entered figures to a file for another organisation."""
        if not rates.edits_of(self._workspace, Standing.WAITING, Standing.IN_FORCE):
            show_note(
                self,
                _("Der er ingen satser at gemme"),
                _("Indtast satser først. Programmets egne er ikke med i filen."),
            )
            return
        name, _rest = QFileDialog.getSaveFileName(self, _("Gem satserne som fil"), "satser.toml", _(_FILES))
        if name:
            self._try(lambda: self._exported(rate_files.export_rates(self._workspace, Path(name))))

    def import_file(self) -> None:
        """Read a file of figures, and show what it would bring."""
        if not self.place.name():
            self._ask_name(_("Skriv dit navn først. Du står for de satser, der ikke bærer et navn i filen."))
            return
        name, _rest = QFileDialog.getOpenFileName(self, _("Hent satser fra fil"), "", _(_FILES))
        if name:
            self._try(lambda: self.show_preview(Path(name)))

    def show_preview(self, source: Path) -> ImportDialog:
        """What a file would bring. Raises RatesFileError."""
        found = rate_files.preview(self._workspace, source, by=self.place.name())
        dialog = ImportDialog(self, found, lambda: self._take_in(found))
        dialog.open()
        return dialog

    def _make(self, key: str) -> Part:
        if key == "enter":
            return EnterPart(self.place)
        if key == "waiting":
            return WaitingPart(self.place)
        return HistoryPart(self.place) if key == "history" else StalePart(self.place)

    def _changed(self) -> None:
        self.name.say_problem("")
        for part in self.parts.values():
            part.refresh()
        self._told()

    def _open_case(self, case_id: str) -> None:
        self.accept()
        self._open(case_id)

    def _ask_name(self, sentence: str) -> None:
        self.name.say_problem(sentence)
        self.name.setFocus()

    def _take_in(self, found: tuple[PreviewRow, ...]) -> None:
        self._try(lambda: self._taken(rate_files.take_in(self._workspace, found)))

    def _taken(self, number: int) -> None:
        self._changed()
        self.show_part("waiting" if rates.edits_of(self._workspace, Standing.WAITING) else "history")
        show_note(
            self,
            _("Satserne er hentet"),
            _("{count} er hentet fra filen.").format(count=count(number, N_("sats"), N_("satser"))),
        )

    def _exported(self, number: int) -> None:
        said = _("{count} er gemt med kilde og navne.").format(count=count(number, N_("sats"), N_("satser")))
        show_note(self, _("Filen er gemt"), said)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except BudgetDeskError as error:
            show_error(self, error)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.BETWEEN)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(Words(_("Satser"), "title"))
        titles.addWidget(
            Words(_("Skriv nye satser af efter den officielle meddelelse. De gælder, når to har set dem."), "muted")
        )
        titles.addStretch(1)
        top.addLayout(titles, 1)
        top.addWidget(Labelled(_("Dit navn"), self.name), 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 22, 28, 18)
        box.setSpacing(theme.INNER)
        box.addLayout(top)
        box.addWidget(self.tabs)
        box.addWidget(self.stack, 1)
        export = button(_("Gem som fil …"), self.export_file, name=_("Gem satserne som fil"))
        fetch = button(_("Hent fra fil …"), self.import_file, name=_("Hent satser fra fil"))
        box.addLayout(row(export, fetch, None, button(_("Luk"), self.accept)))
