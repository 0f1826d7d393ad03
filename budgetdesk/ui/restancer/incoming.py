"""A list that is being taken in: what its columns are, what was read, why and how long it is kept.

Nothing is kept before somebody presses the button, and one press takes it away again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import arrears_imports as actions
from budgetdesk.actions.arrears_imports import Keep, ListLook, Looked
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.arrears_entries import SEVERAL, Column
from budgetdesk.casework.arrears_people import ListInfo
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.readers.arrears_layout import ListLayout, header
from budgetdesk.ui import background, phrases, theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.restancer import work
from budgetdesk.ui.restancer.columns import ColumnRow
from budgetdesk.ui.restancer.keeping import KeepingCard
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.scrolling import scrolled
from budgetdesk.ui.widgets.words import Points, Words, button, set_shown
from budgetdesk.wording import arrears_import as words

WIDTH, HEIGHT = 940, 760
MOST_PROBLEMS = 5
_QUIET_MS = 200


class IncomingDialog(KeyedDialog):
    """Columns, what is read with them, and what the list is kept for. `taken(info)` is told when it is kept."""

    def __init__(
        self, parent: QWidget, workspace: Workspace, looked: Looked, taken: Callable[[ListInfo], object]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Hent restanceliste"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._looked, self._taken = workspace, looked, taken
        self.sheet = looked.at
        self.look: ListLook | None = None
        self._stop = work.Stop()
        self._asked = 0
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.read)
        self.columns: list[ColumnRow] = []
        self.column_holder = QWidget()
        self._column_box = QVBoxLayout(self.column_holder)
        self._column_box.setContentsMargins(0, 0, 0, 0)
        self._column_box.setSpacing(theme.INNER)
        self._widgets()
        self._lay_out()
        room = parent.window().size()
        self.resize(min(WIDTH, room.width() - 40), min(HEIGHT, room.height() - 40))
        self._show_columns(looked.layout)
        self.fold.show_opened(bool(looked.layout.missing))
        set_shown(self.column_holder, bool(looked.layout.missing))
        self.read()

    def layout_chosen(self) -> ListLayout:
        """What has been chosen so far; name and address may stand in several columns."""
        places: dict[Column, tuple[int, ...]] = {}
        for one in self.columns:
            chosen = one.role.value()
            if chosen is not None:
                places[chosen] = (*places.get(chosen, ()), one.number)
        return replace(self._begin, places=places)

    def read(self) -> None:
        """Read all of the sheet as chosen, in a thread; what was being read is stopped."""
        self._stop.asked.set()
        self._stop = work.Stop()
        self._asked += 1
        layout = self.layout_chosen()
        self.look = None
        self.agree.setEnabled(False)
        if layout.missing:
            self._say(layout.missing)
            return
        self.said.setText(_("Læser listen …"))
        workspace, looked, sheet, asked = self._workspace, self._looked, self.sheet, self._asked
        told = self._stop.told(lambda rows: background.tell(self, partial(self._progress, asked, rows)))
        background.run(
            self,
            lambda: actions.preview(workspace, looked, sheet, layout, told=told),
            partial(self._was_read, asked),
            partial(self._not_read, asked),
        )

    def take(self) -> None:
        """Keep the list, in a thread that can be stopped."""
        look = self.look
        if look is None:
            return
        try:
            keep: Keep = self.keeping.keep()
            actions.check(keep, on=self._workspace.today)
        except BudgetDeskError as error:
            self._refuse(error)
            return
        self.keeping.problem.say("")
        workspace, looked = self._workspace, self._looked
        work.do(
            self,
            _("Gemmer listen."),
            lambda told: actions.take_in(workspace, looked, look, keep, told=told),
            self._kept,
            self._refuse,
        )

    def reject(self) -> None:
        """Nothing is kept; what is being read is stopped."""
        self._stop.asked.set()
        super().reject()

    def _refuse(self, error: Exception) -> None:
        """Say it beside the fields, and bring them into sight."""
        self.keeping.problem.say(str(error) if isinstance(error, BudgetDeskError) else _(_ODD))
        self.keeping.first_empty().setFocus()
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.keeping.problem))

    def _kept(self, info: ListInfo) -> None:
        self.accept()
        self._taken(info)

    # what is read

    def _progress(self, asked: int, rows: int) -> None:
        if asked == self._asked:
            self.said.setText(_("Læser listen … {rows_of} indtil nu.").format(rows_of=words.rows_of(rows)))

    def _was_read(self, asked: int, look: ListLook) -> None:
        if asked != self._asked:
            return
        self.look = look
        tally = look.tally
        self._say(
            words.read(tally.rows, tally.total, tally.stated),
            words.matched(look.matches),
            words.passed_over(tally.totals, tally.headings),
        )
        self.sample.show_rows([words.sample_row(entry) for entry in look.sample])
        shown = tally.problems[:MOST_PROBLEMS]
        told = [_("Række {line}: {text}").format(line=one.line, text=one.text) for one in shown]
        self.problems.show_points([*told, *filter(None, [words.unread(tally.unread, len(shown))])])
        self.dropped.setText(words.left_out(look.left_out))
        set_shown(self.dropped, bool(look.left_out))
        set_shown(self.cpr, look.cpr_read)
        self.agree.setEnabled(True)

    def _not_read(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self._say(str(error) if isinstance(error, BudgetDeskError) else _(_ODD))

    def _say(self, sentence: str, *more: str) -> None:
        self.said.setText(sentence)
        rest = " ".join(part for part in more if part)
        self.more.setText(rest)
        set_shown(self.more, bool(rest))
        if self.look is None:
            self.sample.show_rows([])
            self.problems.show_points([])
            set_shown(self.dropped, False)
            set_shown(self.cpr, False)

    # what the columns are

    def _show_columns(self, layout: ListLayout) -> None:
        self._begin = layout
        sheet = self._looked.file.sheets[self.sheet]
        below = sheet.lines[layout.header_line + 1 :]
        for old in self.columns:
            self._column_box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.columns = [
            ColumnRow(at, name, [line.cells[at] for line in below if at < len(line.cells)], self._chosen)
            for at, name in enumerate(header(sheet, layout))
        ]
        for column, places in layout.places.items():
            for at in places:
                if at < len(self.columns):
                    self.columns[at].role.show_value(column)
        for one in self.columns:
            self._column_box.addWidget(one)

    def _chosen(self, column: ColumnRow) -> None:
        """Each thing stands in one column, but for name and address."""
        role = column.role.value()
        for other in self.columns:
            if other is not column and role is not None and role not in SEVERAL and other.role.value() is role:
                other.role.show_value(None)
        self._quiet.start()

    def _sheet_chosen(self) -> None:
        self.sheet = int(self.sheets.value())
        self._show_columns(actions.layout_of(self._looked, self.sheet))
        self.read()

    def _unfold(self) -> None:
        opened = self.column_holder.isHidden()
        set_shown(self.column_holder, opened)
        self.fold.show_opened(opened)

    def _widgets(self) -> None:
        self.said, self.more = Words("", "strong"), Words("", "muted")
        self.sample = FigureTable(translated(words.SAMPLE), stretch=(3, 4, 0, 0))
        self.problems = Points(_("Rækker, der ikke kan læses"))
        self.dropped, self.cpr = Words("", "small"), Words(_(words.CPR_READ), "small")
        self.fold = FoldButton(_("Hvad kolonnerne er"), self._unfold)
        self.keeping = KeepingCard(actions.proposed(self._workspace, self._looked), self._workspace)
        self.agree = button(_("Gem listen"), self.take, role="primary")
        sheets = self._looked.file.sheets
        self.sheets = ListChoice([(at, one.name or _("Listen")) for at, one in enumerate(sheets)], width=260)
        self.sheets.show_value(self.sheet)
        self.sheets.edited.connect(self._sheet_chosen)

    def _lay_out(self) -> None:
        read = Card()
        if len(self._looked.file.sheets) > 1:
            read.add(Labelled(_("Ark i regnearket"), self.sheets))
        read.add(self.said, self.more, self.sample, self.problems, self.dropped, self.cpr)
        about = Card()
        known = (
            _("Som sidst for denne afsender.") if self._looked.remembered else _("Programmet har gættet efter navnene.")
        )
        about.add(
            self.fold, Words(_("{known} Det, der ikke bliver valgt, bliver ikke gemt.").format(known=known), "muted")
        )
        about.add(self.column_holder)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 10, 0)
        inner.setSpacing(theme.BETWEEN)
        for card in (read, about, self.keeping):
            inner.addWidget(card)
        inner.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 22, 28, 18)
        box.setSpacing(theme.INNER)
        box.addWidget(Words(_("Hent restanceliste"), "title"))
        box.addWidget(Words(f"{phrases.sentence(self._looked.file.name)} {_(words.NOTHING_KEPT)}", "muted"))
        self._area = scrolled(body)
        box.addWidget(self._area, 1)
        box.addLayout(row(self.agree, None, button(_("Annuller"), self.reject)))


_ODD = N_("Listen kan ikke læses sådan. Vælg andre kolonner, eller gem den som CSV.")
