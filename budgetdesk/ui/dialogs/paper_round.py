"""The sheet that came back, typed in a row: `106 = 350`, Enter. What changes is seen before it is taken in.

Nothing is saved before all of it is accepted, as one step. What is typed stays with the page if the dialog is closed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.paper_round import Changed, changes, read_line, take_in
from budgetdesk.actions.workspace import DocumentSummary
from budgetdesk.casework.record import Record
from budgetdesk.documents.sheet import check_code
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _
from budgetdesk.ui import theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.scrolling import scrolled_part
from budgetdesk.ui.widgets.words import EmptyState, Words, button, set_shown
from budgetdesk.wording import paper_round as words

PAPER = "budget_ark"
SIZE = (760, 680)
_NOTHING = N_("Nummer {number} har intet beløb. Så er det ikke ændret.")
LABEL = N_("Tast et udfyldt ark ind")


class PaperRoundDialog(KeyedDialog):
    """One field, and under it what the lines do, the newest first."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        change: Callable[[str, Record], object],
        lines: list[str] | None = None,
        sheets: Sequence[DocumentSummary] = (),
    ) -> None:
        """`change` saves a record as one step; `lines` is where what is typed is kept; `sheets` were printed of the
        case, the newest first."""
        super().__init__(parent)
        self.setWindowTitle(_(LABEL))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._change = desk, change
        self.lines = lines if lines is not None else []
        self._shown: dict[str, Changed] = {}
        self._asked = False
        self._sheets = {one.check_code: one for one in sheets}
        self.sheet = ListChoice(
            [*((code, words.sheet(one.made_on, code)) for code, one in self._sheets.items()), ("", _(words.AS_NOW))]
        )
        self.sheet.show_value(next(iter(self._sheets), ""))
        self.sheet.edited.connect(self._show)
        self.field = LineEdit("106 = 350")
        self.field.line.returnPressed.connect(self.enter_line)
        self.field.edited.connect(lambda: self.field.say_problem(""))
        self.nothing = EmptyState(
            _("Der er ikke tastet noget endnu"),
            _("Nummeret står forrest på arket, beløbet i boksen. Tomme bokse springer I over."),
        )
        self.rows: Rows[str, LineRow] = Rows(self._row)
        self.said = Announced("strong")
        self.accept_all = button(_("Ret budgettet"), self.take_in, role="primary")
        self._lay_out()
        room = parent.window().size()
        self.resize(min(SIZE[0], room.width() - 40), min(SIZE[1], room.height() - 40))
        self._show()
        self.field.line.setFocus()

    def enter_line(self) -> None:
        """Take the line that stands in the field; an empty one leads on to the button below."""
        text = self.field.line.text().strip()
        if not text:
            if self.accept_all.isEnabled():
                # Not at once: the same key would go on to the button and press it.
                QTimer.singleShot(0, self, self.accept_all.setFocus)
            return
        if text.upper().startswith(check_code.PICTURE_SAYS) or (check_code.read(text) and re.search("[A-Za-z]", text)):
            self._choose_sheet(text)
            return
        found = {one.at: one for one in self._changes([*self.lines, text])}.get(len(self.lines))
        if found is None or found.problem:
            self.field.say_problem(found.problem if found else _(_NOTHING).format(number=read_line(text).number))
            self.field.line.selectAll()
            return
        self.lines.append(text)
        self.field.line.clear()
        self._show()

    def _choose_sheet(self, scanned: str) -> None:
        """A scanner read the code at the foot of the sheet: that sheet."""
        code = check_code.read(scanned)
        if code not in self._sheets:
            self.field.say_problem(_(words.NO_SUCH_SHEET).format(code=code or scanned))
            self.field.line.selectAll()
            return
        self.sheet.show_value(code)
        self.field.line.clear()
        self._show()

    def take_back(self, text: str) -> None:
        """Forget one line."""
        self.lines.remove(text)
        self._show()
        self.field.line.setFocus()

    def take_in(self) -> None:
        """All of it, as one step, with what still stands in the field; where something is gone it is asked about."""
        if self.field.line.text().strip():
            self.enter_line()
            if self.field.line.text():
                self.field.line.setFocus()
                return
        found = self._changes(self.lines)
        gone = [one.title for one in found if one.gone]
        if gone and not self._asked:
            self._asked = True
            self.said.say(words.ask(gone))
            self.accept_all.setText(_("Ja, ret budgettet"))
            return
        try:
            self._change(LABEL, take_in(self._desk.record, found, self._desk.library.chart))
        except BudgetDeskError as error:
            self.said.say(str(error))
            return
        self.lines.clear()
        self.accept()

    def _changes(self, lines: list[str]) -> tuple[Changed, ...]:
        kept = self._sheets.get(self.sheet.value())
        typed = [read_line(line) for line in lines]
        numbered = kept.numbered if kept is not None else None
        return changes(self._desk.record, typed, self._desk.library.chart, self._desk.today, numbered)

    def _show(self) -> None:
        found = self._changes(self.lines)
        self._shown = {self.lines[one.at]: one for one in found}
        self._asked = False
        self.rows.show_items([])  # a line may say something else now that another is gone
        self.rows.show_items(reversed(self._shown))
        changing = sum(one.changes for one in found)
        set_shown(self.nothing, not found)
        self.said.say(words.count(changing, len(found) - changing))
        self.accept_all.setText(_("Ret budgettet"))
        self.accept_all.setEnabled(bool(changing))

    def _row(self, text: str) -> LineRow:
        return LineRow(self._shown[text], partial(self.take_back, text))

    def _lay_out(self) -> None:
        card = Card()
        card.add(self.nothing, self.rows)
        area = scrolled_part(card)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 22, 28, 18)
        box.setSpacing(theme.INNER)
        box.addWidget(Words(_(LABEL), "title"))
        how = _("Skriv nummer og beløb, og tryk Enter. En streg betyder, at det er slut: 106 = -")
        which = Labelled(_("Hvilket ark?"), self.sheet, _(words.WHICH))
        set_shown(which, bool(self._sheets))
        box.addWidget(which)
        box.addWidget(Labelled(_("Nummer og beløb"), self.field, how))
        box.addWidget(area, 1)
        box.addWidget(self.said)
        sheet = button(
            _("Vis arket …"), lambda: show_paper(self, self._desk, PAPER), name=_("Vis arket, som det ser ud nu")
        )
        box.addLayout(row(self.accept_all, sheet, None, button(_("Luk"), self.reject)))


class LineRow(QWidget):
    """One line: its number, what it is called, before and after, and the way to take it back."""

    def __init__(self, one: Changed, take_back: Callable[[], object]) -> None:
        super().__init__()
        removed = one.path.startswith("expenses[")
        told = words.step(one.before, one.after, gone=one.gone, removed=removed)
        number = Words(one.number, "strong", wrap=False)
        number.setMinimumWidth(52)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(Words(one.title or one.number))
        texts.addWidget(Words(one.problem or words.OFTEN[one.rhythm], "problem" if one.problem else "small"))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 8, 0, 8)
        across.setSpacing(12)
        across.addWidget(number)
        across.addLayout(texts, 1)
        across.addWidget(Words(told, "strong" if one.changes else "muted", wrap=False))
        across.addWidget(
            button(
                _("Tag tilbage"),
                take_back,
                name=_("Tag {number} {title} tilbage").format(number=one.number, title=one.title),
            )
        )


def open_paper_round(
    parent: QWidget,
    desk: Desk,
    change: Callable[[str, Record], object],
    lines: list[str],
    sheets: Sequence[DocumentSummary] = (),
) -> PaperRoundDialog:
    """Open it over the window."""
    dialog = PaperRoundDialog(parent.window(), desk, change, lines, sheets)
    dialog.open()
    return dialog
