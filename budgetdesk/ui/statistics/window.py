"""Statistik: every figure about many cases, for any period, organisation and area. Over the window, case or not.

The cases are read once, in a thread; another period is counted in a thread as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from budgetdesk.actions import statistics_report as reports
from budgetdesk.actions.statistics import check
from budgetdesk.actions.statistics_report import ALL, UNKNOWN, Counts, Report
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.statistics.tables import Selection
from budgetdesk.ui import background, theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.messages import show_error, show_note
from budgetdesk.ui.papers import show_pdf
from budgetdesk.ui.statistics.behind import BehindDialog
from budgetdesk.ui.statistics.choosing import Choosing
from budgetdesk.ui.statistics.for_others import ForOthersDialog
from budgetdesk.ui.statistics.parts import PlotsPart, TablesPart
from budgetdesk.ui.statistics.scrolled import scrolled
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.words import InlineError, Words, button, set_shown
from budgetdesk.wording import statistics as words

PARTS = (("tables", N_("Tabeller")), ("plots", N_("Kurver")))
WIDTH, HEIGHT = 1080, 780
LEAD = N_("Uden navne. Tal fra 1 til 4 vises ikke. Enter eller dobbeltklik viser sagerne bag et tal.")
FILES = N_("Excel (*.xlsx);;Tabel med semikolon (*.csv);;PDF (*.pdf)")
NO_CASES = N_("Her er ingen sager at tælle endnu. Opdigtede sager tæller aldrig med.")
SAVED = N_("Der er ingen navne og ingen sagsnumre i filen. Den er til eget brug.")


class StatisticsWindow(KeyedDialog):
    """What is chosen, the tables and pictures of it, and the ways to get it out."""

    def __init__(self, parent: QWidget, workspace: Workspace, open_case: Callable[[str], object]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Statistik"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._open = workspace, open_case
        self._counts: Counts | None = None
        self._tenants: Mapping[str, str] = {}
        self._asked: Selection | None = None
        self.report: Report | None = None
        self.choosing = Choosing(workspace.today, self.count)
        self.problem = InlineError()
        self.busy = Words(_("Læser sagerne …"), "muted")
        self.about = Words("", "strong")
        self.tabs = Choice(translated(PARTS), role="tab")
        self.tabs.name(_("Del"))
        self.tabs.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.tabs.edited.connect(lambda: self.show_part(self.tabs.value()))
        self.tables, self.plots = TablesPart(self.show_cases), PlotsPart()
        self.stack = QStackedWidget()
        self.page = button(_("Vis som side …"), self._show_page)
        self.save = button(_("Gem som fil …"), self._ask_file, name=_("Gem som Excel, tabel eller PDF"))
        self.others = button(
            _("Til andre …"), self.open_for_others, role="primary", name=_("Tal, der må gives til andre")
        )
        self._lay_out()
        room = parent.window().size()
        self.resize(min(WIDTH, room.width() - 40), min(HEIGHT, room.height() - 40))
        self.show_part("tables")
        self._read()

    # what is shown

    def show_part(self, key: str) -> None:
        """Show tables or pictures."""
        self.tabs.show_value(key)
        self.stack.setCurrentIndex([part for part, _title in PARTS].index(key))

    def count(self) -> None:
        """Count what is chosen, in a thread. A day that cannot be read is said."""
        counts = self._counts
        if counts is None:
            return
        try:
            chosen = self.choosing.selection()
            check(chosen)
        except BudgetDeskError as error:
            self.problem.say(str(error))
            return
        self.problem.say("")
        if chosen != self._asked:
            self._asked = chosen
            background.run(self, lambda: reports.report(counts, chosen), self._show, self._not_read)

    def show_cases(self, name: str, word: str) -> BehindDialog | None:
        """The cases behind one figure."""
        if self._counts is None or self.report is None:
            return None
        found = self.report.found
        cases = reports.behind(self._counts, found.selection, name, word)
        named = {ALL: words.whole(found.tables[name]), UNKNOWN: _(words.NOT_KNOWN)}
        said = named.get(word) or words.word(name, word, found.categories)
        dialog = BehindDialog(self, f"{words.title(name)}: {said}", cases, self._tenants, self._open_case)
        dialog.open()
        return dialog

    # files

    def save_as(self, target: Path) -> None:
        """Write what is shown, for one's own use. What cannot be written is said."""
        made = self.report
        if made is not None:
            self._write(made, target, _(SAVED))

    def open_for_others(self) -> ForOthersDialog | None:
        """Figures that may be given away: one whole year that is over."""
        counts = self._counts
        if counts is None:
            return None
        dialog = ForOthersDialog(self, counts, self._write)
        dialog.open()
        return dialog

    # keys

    # inside

    def _read(self) -> None:
        workspace = self._workspace

        def read() -> tuple[Counts, Mapping[str, str]]:
            return reports.read_counts(workspace), {case.id: case.tenant for case in workspace.cases()}

        background.run(self, read, self._counted, self._not_read)

    def _counted(self, read: tuple[Counts, Mapping[str, str]]) -> None:
        self._counts, self._tenants = read
        self.choosing.offer(self._counts.organisations, self._counts.areas)
        self.count()

    def _show(self, made: Report) -> None:
        if made.found.selection != self._asked:
            return  # something else was chosen meanwhile
        first = self.report is None
        self.report = made
        found = made.found
        set_shown(self.busy, False)
        self.about.setText(about(made) if self._counts and self._counts.cases else _(NO_CASES))
        self.stack.hide()
        self.tables.show_statistics(found)
        self.plots.show_statistics(found)
        self.stack.show()
        for part in (self.page, self.save, self.others):
            part.setEnabled(True)
        if first:
            self.choosing.period.setFocus()

    def _not_read(self, error: Exception) -> None:
        set_shown(self.busy, False)
        if isinstance(error, BudgetDeskError):
            self.problem.say(str(error))
        else:
            show_error(self, error)

    def _open_case(self, number: str) -> None:
        self.accept()
        self._open(number)

    def _write(self, made: Report, target: Path, saved: str) -> None:
        def done(_rest: object) -> None:
            show_note(self, _("Filen er gemt"), saved)

        background.run(self, lambda: reports.write(made, target), done, partial(show_error, self))

    def _show_page(self) -> None:
        made = self.report
        if made is not None:
            name = f"statistik_{made.found.on.isoformat()}.pdf"
            show = partial(show_pdf, self, _("Statistik"), file_name=name)
            background.run(self, lambda: reports.as_bytes(made, ".pdf"), show)

    def _ask_file(self) -> None:
        proposed = f"statistik_{self._workspace.today.isoformat()}.xlsx"
        name, _rest = QFileDialog.getSaveFileName(self, _("Gem statistikken"), proposed, _(FILES))
        if name:
            self.save_as(Path(name))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 22, 28, 18)
        box.setSpacing(theme.INNER)
        box.addLayout(_across(Words(_("Statistik"), "title", wrap=False), Words(_(LEAD), "muted")))
        above: list[QWidget] = [self.choosing, self.problem, self.busy]
        for part in above:
            box.addWidget(part)
        box.addLayout(_across(self.tabs, self.about, self.choosing.of))
        for inside in (self.tables, self.plots):
            self.stack.addWidget(scrolled(inside))
        box.addWidget(self.stack, 1)
        box.addLayout(row(self.others, self.save, self.page, None, button(_("Luk"), self.reject)))
        self.stack.hide()  # until there is something to show: filled out of sight, shown once
        for part in (self.page, self.save, self.others):
            part.setEnabled(False)


def _across(left: QWidget, middle: QWidget, *right: QWidget) -> QHBoxLayout:
    """Beside each other; the middle takes what room there is."""
    across = QHBoxLayout()
    across.setSpacing(theme.INNER)
    across.addWidget(left)
    across.addWidget(middle, 1)
    for part in right:
        across.addWidget(part)
    return across


def about(made: Report) -> str:
    """What is shown, in one line."""
    found = made.found
    begun = found.series["begun"].cases
    of = " · ".join(part for part in (found.selection.organisation, found.selection.area) if part)
    when = words.period(found.selection.first, found.selection.last)
    counted = (
        _("antallet er skjult") if begun is None else _("{begun} forløb begyndte").format(begun=words.number(begun))
    )
    return " · ".join(part for part in (when, of, counted) if part)
