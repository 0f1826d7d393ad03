"""Print one paper: the sheets as they will come out to the left, what is chosen to the right.

What is printed is the stored bytes, in the printer's own dots: nothing is set anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions import files
from budgetdesk.actions import printing as actions
from budgetdesk.actions.printing import Laid
from budgetdesk.documents.printer import printing
from budgetdesk.documents.printer.print_layout import Measured, Sheet
from budgetdesk.documents.printer.printing import Printed
from budgetdesk.errors import BadInputError, BudgetDeskError
from budgetdesk.i18n import _
from budgetdesk.ui import background, theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.printing.options import PrintOptions
from budgetdesk.ui.printing.room import PrintRoom, room_of
from budgetdesk.ui.printing.running import Running
from budgetdesk.ui.printing.sending import Job
from budgetdesk.ui.printing.sheet_view import SheetView, Shown, drawn
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.scrolling import scrolled, scrolled_part, with_below
from budgetdesk.ui.widgets.words import Words, button, set_shown
from budgetdesk.wording import printing as words

SIZE = (1060, 760)
OPTIONS_WIDTH = 340
PLAIN = actions.safe_sheet(210, 297, 0, 0, 0, 0)


@dataclass(frozen=True, kw_only=True)
class ToPrint:
    """A paper as it is stored."""

    title: str
    pdf: bytes
    file_name: str
    used: Callable[[], object] = lambda: None
    """Called when it was printed or saved."""


class PrintDialog(KeyedDialog):
    """Preview, choices, and the way out."""

    enter_agrees = True

    def __init__(self, parent: QWidget, paper: ToPrint, room: PrintRoom | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Udskriv: {title}").format(title=paper.title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._paper = paper
        self._room = room or room_of(parent)
        self._measured: Measured | None = None
        self._wanted = 0
        self.laid: Laid | None = None
        """How the paper lies on the sheets; None while that is not known."""
        self.sheets: list[SheetView] = []
        self.options = PrintOptions(self._room)
        self.pages = LineEdit(_("alle"), width=120)
        self.pages_field = Labelled(_("Sider"), self.pages, _("Fx 1-3 eller 1, 4. Tom er alle."))
        self.said, self.problem = Words("", "muted"), Card(tone="amber")
        self.warning = Words("")
        self.problem.add(self.warning)
        self.out = button(_("Udskriv"), self.print_out, role="primary")
        self.save_button = button(_("Gem som PDF …"), self.save)
        self.running = Running(self._show_state)
        self._lay_out(parent)
        self.options.changed.connect(self._lay)
        self.pages.edited.connect(self._lay)
        QShortcut(QKeySequence.StandardKey.Print, self, self.print_out)
        pdf = paper.pdf
        background.run(self, lambda: printing.measure(pdf), self._take_measure, self._cannot_show)
        self._show_state()

    def print_out(self) -> None:
        """Send it to the printer, in a thread."""
        job = self._job()
        if job is None or self.running.busy:
            return
        self.options.remember()
        printer = str(self.options.printer.value())
        sides = len(self.laid.sides) if self.laid is not None else 0
        both = job.duplex is not actions.Duplex.NONE
        said = _("Sendt til {printer}: {sheets}.").format(
            printer=printer, sheets=words.sheets(sides, duplex=both, copies=job.copies)
        )
        self.running.print_jobs(self._room, printer, lambda: (job,), said, self._paper.used)

    def save(self) -> None:
        """Write the PDF where the user says."""
        name, _rest = QFileDialog.getSaveFileName(self, _("Gem som PDF"), self._paper.file_name, _("PDF (*.pdf)"))
        if name:
            try:
                files.replace_file(Path(name), self._paper.pdf)
                self._paper.used()
            except BudgetDeskError as error:
                show_error(self, error)

    def done(self, result: int) -> None:
        """Closing stops what is not sent yet."""
        self.running.stop()
        super().done(result)

    # what is shown

    @property
    def _sheet(self) -> Sheet | None:
        """The sheet in the printer; without a printer a plain one, so that the paper can be seen."""
        return PLAIN if self.options.none_found else self.options.sheet

    def _take_measure(self, measured: Measured) -> None:
        self._measured = measured
        set_shown(self.pages_field, len(measured.pages) > 1)
        self._lay()

    def _cannot_show(self, error: Exception) -> None:
        """Say it where the sheets would be: a file that cannot be read is not being drawn."""
        set_shown(self.instead, True)
        if isinstance(error, BudgetDeskError):
            self.instead.setText(str(error))
        else:
            self.instead.setText("")
            show_error(self, error)

    def _lay(self) -> None:
        """Lay the paper anew, and draw the sheets in a thread."""
        sheet, measured = self._sheet, self._measured
        self.laid = None
        self.pages.say_problem("")
        if sheet is not None and measured is not None:
            try:
                wanted = actions.pages_of(self.pages.text(), len(measured.pages))
                self.laid = actions.laid(measured, sheet, wanted, halves=self.options.choice.halves)
            except BadInputError as error:
                self.pages.say_problem(str(error))
        self._show_state()
        self._wanted += 1
        if self.laid is not None:
            wanted_now, pdf, sides, grey = self._wanted, self._paper.pdf, self.laid.sides, self.options.choice.grey
            background.run(
                self,
                lambda: drawn(pdf, sides, grey=grey),
                lambda made: self._show_sheets(wanted_now, made),
                self._cannot_show,
            )

    def _show_sheets(self, wanted: int, made: tuple[Shown, ...]) -> None:
        sheet = self._sheet
        if wanted != self._wanted or sheet is None:
            return
        for old in self.sheets:
            old.hide()
            old.deleteLater()
        self.sheets = [
            SheetView(sheet, one, _("Ark {number}").format(number=number)) for number, one in enumerate(made, 1)
        ]
        for view in self.sheets:
            self._pile.addWidget(view, 0, Qt.AlignmentFlag.AlignHCenter)
        set_shown(self.instead, False)

    def _show_state(self) -> None:
        laid, facts = self.laid, self.options.facts
        choice = self.options.choice
        self.out.setEnabled(laid is not None and facts is not None and not self.running.busy)
        self.out.setDefault(True)
        set_shown(self.pages_field, facts is not None and self._measured is not None and len(self._measured.pages) > 1)
        said = ""
        if laid is not None and facts is not None:
            both = choice.duplex is not actions.Duplex.NONE
            many = words.sheets(len(laid.sides), duplex=both, copies=self._copies())
            said = " ".join(part for part in (f"{many}.", words.scale(laid.scale)) if part)
        self.said.setText(said)
        set_shown(self.said, bool(said))
        self.warning.setText(words.small(laid.letters, halves=choice.halves) if laid and laid.too_small else "")
        set_shown(self.problem, bool(self.warning.text()))
        if self.options.none_found:
            self.save_button.setFocus()

    def _copies(self) -> int:
        try:
            return int(self.options.copies.value())
        except BadInputError:
            return 1

    def _job(self) -> Job | None:
        facts, sheet, laid, choice = self.options.facts, self.options.sheet, self.laid, self.options.choice
        if facts is None or sheet is None or laid is None:
            return None
        try:
            copies = int(self.options.copies.value())
        except BadInputError as error:
            self.options.copies.say_problem(str(error))
            return None
        self.options.copies.say_problem("")
        return Job(
            papers=(Printed(self._paper.pdf, laid.sides),),
            paper=choice.paper,
            sheet=sheet,
            dpi=facts.dpi,
            duplex=choice.duplex,
            grey=choice.grey,
            copies=copies,
        )

    def _lay_out(self, parent: QWidget) -> None:
        pile = QWidget()
        self._pile = QVBoxLayout(pile)
        self._pile.setContentsMargins(theme.INNER, theme.INNER, theme.INNER, theme.INNER)
        self._pile.setSpacing(theme.INNER)
        self.instead = Words(_("Tegner arkene …"), "muted")
        """What stands where the sheets will be, or why there are none."""
        self._pile.addWidget(self.instead)
        self._pile.setAlignment(Qt.AlignmentFlag.AlignTop)
        chosen = QWidget()
        side = QVBoxLayout(chosen)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(theme.INNER)
        for part in (Words(self._paper.title, "title"), self.options, self.pages_field, self.said, self.problem):
            side.addWidget(part)
        choices = with_below(scrolled_part(chosen), self.running)
        choices.setFixedWidth(OPTIONS_WIDTH)
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, theme.INNER, 0)
        above.setSpacing(theme.INNER)
        above.addWidget(scrolled(pile), 1)
        above.addWidget(choices)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, theme.INNER, 0, 12)
        whole.addLayout(above, 1)
        foot = row(self.out, self.save_button, None, button(_("Luk"), self.reject))
        foot.setContentsMargins(theme.INNER, 4, theme.INNER, 0)
        whole.addLayout(foot)
        size = parent.window().size()
        self.resize(min(SIZE[0], size.width() - 40), min(SIZE[1], size.height() - 40))


def open_print(owner: QWidget, paper: ToPrint) -> PrintDialog:
    """Open it over the window."""
    dialog = PrintDialog(owner.window(), paper, room_of(owner))
    dialog.open()
    return dialog
