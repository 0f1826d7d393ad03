"""A budget that comes back from Excel: what changes is seen first, row by row, and taken in as one step.

Nothing is saved before *Ret budgettet*. What was changed in Excel and in the case since has to be chosen about; what
would take a row away is not ticked from the start.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout, QWidget

from budgetdesk.actions import workbook_in as actions
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.workbook_changes import Act, WorkbookChanges
from budgetdesk.casework.record import Record
from budgetdesk.errors import BudgetDeskError, UserCancelled
from budgetdesk.i18n import N_, _
from budgetdesk.ui import background, theme
from budgetdesk.ui.dialogs.workbook_rows import BothRow, ChangeRow, Section
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.scrolling import scrolled
from budgetdesk.ui.widgets.words import EmptyState, Points, Words, button, set_shown
from budgetdesk.wording import workbook_in as words

TITLE = N_("Hent tal fra Excel")
SIZE = (860, 720)
KINDS = N_("Excel (*.xlsx);;Alle filer (*)")
READING = N_("Læser filen …")


def choose_workbook(parent: QWidget) -> Path | None:
    """The file the user picks; None when they change their mind."""
    name, _rest = QFileDialog.getOpenFileName(parent, _(TITLE), "", _(KINDS))
    return Path(name) if name else None


def open_workbook_in(
    parent: QWidget, desk: Desk, change: Callable[[str, Record], object], file: Path
) -> WorkbookInDialog:
    """Open it over the window, and begin to read. `change` saves a record as one step of the case."""
    dialog = WorkbookInDialog(parent.window(), desk, change)
    dialog.open()
    dialog.read(file)
    return dialog


class WorkbookInDialog(KeyedDialog):
    """What a file would change, a box to tick at each row, and the button that does it."""

    def __init__(self, parent: QWidget, desk: Desk, change: Callable[[str, Record], object]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_(TITLE))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._change = desk, change
        self._file: Path | None = None
        self._compared: Record = desk.record
        self._stop = threading.Event()
        self.found: WorkbookChanges | None = None
        self._widgets()
        self._lay_out()
        room = parent.size()
        self.resize(min(SIZE[0], room.width() - 40), min(SIZE[1], room.height() - 40))
        self.another.setFocus()

    # reading

    def choose_another(self) -> None:
        """Another file."""
        file = choose_workbook(self)
        if file is not None:
            self.read(file)

    def read(self, file: Path, said: str = "") -> None:
        """Read a file in a thread and show what it would change; what was being read is stopped. `said` stays beside
        what is found."""
        self._stop.set()
        self._stop = stop = threading.Event()
        self._file, self._compared = file, self._desk.record
        desk, record = self._desk, self._desk.record
        self._show_nothing()
        self.about.setText(f"“{file.name}”")
        self.said.say(_(READING))
        set_shown(self.bar, True)

        def told(_sheets: int) -> None:
            if stop.is_set():
                raise UserCancelled

        def work() -> WorkbookChanges:
            return actions.look(record, file, desk.library.chart, desk.today, told)

        background.run(self, work, partial(self._was_read, stop, said), partial(self._not_read, stop))

    def done(self, result: int) -> None:
        """Closing stops the reading."""
        self._stop.set()
        super().done(result)

    def _was_read(self, stop: threading.Event, said: str, found: WorkbookChanges) -> None:
        if stop is not self._stop:
            return
        self.found = found
        self._body.hide()
        self._show(found)
        self.said.say(said)
        self._filled()

    def _filled(self) -> None:
        """Every row is made: now they are seen, all at once."""
        if self.found is None or not all(one.is_whole for one in self._all_sections()):
            return
        set_shown(self.bar, False)
        set_shown(self.counted, bool(self.found.changes))
        self._body.show()
        self._set_button()
        if self.found.changes:
            QTimer.singleShot(0, self, self._focus_first)

    def _not_read(self, stop: threading.Event, error: Exception) -> None:
        if stop is not self._stop or isinstance(error, UserCancelled):
            return
        self._show_nothing()
        self._body.show()
        self.said.say("")
        if isinstance(error, BudgetDeskError):
            self.refused.say(str(error))
            set_shown(self.error_card, True)
        else:
            show_error(self, error)
        self.another.setFocus()

    # taking in

    def take_in(self) -> None:
        """What is ticked and chosen, as one step. Rows that wait for a word are asked about first."""
        found = self.found
        if found is None:
            return
        waiting = self.both.waiting
        if waiting:
            self.said.say(words.waiting(len(waiting)))
            self._go_to(self.both, waiting[0])
            return
        if self._desk.record is not self._compared and self._file is not None:
            self.read(self._file, _("Sagen er ændret imens. Se listen igen."))
            return
        try:
            self._change(actions.LABEL, actions.take_in(self._desk.record, found.chosen(self.ids())))
        except BudgetDeskError as error:
            self.said.say(str(error))
            return
        self.accept()

    def ids(self) -> list[str]:
        """The changes that are ticked, or chosen as they are in Excel."""
        return [key for section in self._all_sections() for key, said in section.said.items() if said]

    # what is shown

    def _show_nothing(self) -> None:
        self.found = None
        for part in (self.bar, self.empty, self.error_card, self.notes_card, self.problem_card, self.counted):
            set_shown(part, False)
        for section in self._all_sections():
            section.show_changes(())
        self._set_button()

    def _show(self, found: WorkbookChanges) -> None:
        self.both.show_changes(found.clashes)
        for act, section in self.sections.items():
            section.show_changes(found.of(act))
        self.notes.show_points(found.notes)
        set_shown(self.notes_card, bool(found.notes))
        self.problems.show_points(found.problems)
        self.problem_card.set_heading(words.unread(len(found.problems)), _(_HOW))
        set_shown(self.problem_card, bool(found.problems))
        self.counted.setText(words.headline(len(found.changes), found.same))
        set_shown(self.empty, found.nothing)

    def _set_button(self) -> None:
        count = len(self.ids())
        self.agree.setText(words.agree(count))
        self.agree.setAccessibleName(self.agree.text())
        self.agree.setEnabled(bool(count or self.both.waiting))
        set_shown(self.agree, bool(self.found and self.found.changes) and self.bar.isHidden())

    def _all_sections(self) -> tuple[Section, ...]:
        return (self.both, *self.sections.values())

    def _focus_first(self) -> None:
        section = next((one for one in self._all_sections() if one.said), None)
        if section is not None:
            section.rows[next(iter(section.said))].setFocus()

    def _go_to(self, section: Section, key: str) -> None:
        """Bring a row into sight, with the keyboard in it."""
        found = section.rows[key]
        found.setFocus()
        self._area.ensureWidgetVisible(found)

    def _widgets(self) -> None:
        self.about = Words("", "muted")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_(READING))
        self.counted, self.said = Words("", "strong"), Announced("strong")
        self.refused, self.problems, self.notes = Announced(), Points(), Points()
        self.empty = Card()
        self.empty.add(
            EmptyState(
                _("Intet er ændret"),
                _("Tallene i filen er de samme som i sagen. Har du skrevet noget i Excel, så gem det der først."),
            )
        )
        self.error_card, self.notes_card = Card(_("Filen kan ikke hentes"), tone="amber"), Card(_("Om filen"))
        self.problem_card = Card(tone="amber")
        self.both = Section(
            _("Ændret både i Excel og i sagen"), _("Vælg for hver række, hvad der gælder."), BothRow, self._set_button
        )
        said = (
            (Act.SET, _("Ændret i Excel"), _("Nye beløb står som oplyst.")),
            (Act.ADD, _("Nye rækker"), ""),
            (Act.REMOVE, _("Væk fra Excel"), _("Sæt hak, hvis rækken også skal væk i sagen.")),
        )
        self.sections = {
            act: Section(heading, quiet, ChangeRow, self._set_button, all_at_once=act is not Act.REMOVE)
            for act, heading, quiet in said
        }
        for section in self._all_sections():
            section.filled = self._filled
        self.agree = button(words.agree(0), self.take_in, role="primary")
        self.another = button(_("Vælg en anden fil …"), self.choose_another)

    def _lay_out(self) -> None:
        self.error_card.add(self.refused)
        self.notes_card.add(self.notes)
        self.problem_card.add(self.problems)
        self._body = QWidget()
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 10, 0)
        inner.setSpacing(theme.BETWEEN)
        cards = (self.error_card, self.empty, self.notes_card, self.problem_card)
        for card in (*cards, *self._all_sections()):
            inner.addWidget(card)
        inner.addStretch(1)
        self._area = scrolled(self._body)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 22, 28, 18)
        box.setSpacing(theme.INNER)
        box.addWidget(Words(_(TITLE), "title"))
        box.addWidget(self.about)
        box.addWidget(self.bar)
        box.addWidget(self.counted)
        box.addWidget(self._area, 1)
        box.addWidget(self.said)
        box.addLayout(row(self.agree, self.another, None, button(_("Luk"), self.reject)))
        self._show_nothing()


_HOW = N_("Det er ikke med. Ret det i Excel, gem filen, og hent den igen.")
