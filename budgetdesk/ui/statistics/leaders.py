"""For leaders and evaluators, apart from the adviser's pages: areas and years, the effect, cost and saving.

No case is read here. What is typed is kept as it is typed.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from budgetdesk.actions import evaluation
from budgetdesk.actions.evaluation import Evaluation, Inputs
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.readers.area_table import read_cells
from budgetdesk.ui import background, theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.messages import show_error, show_note
from budgetdesk.ui.papers import show_pdf
from budgetdesk.ui.statistics.area_grid import AreaGrid
from budgetdesk.ui.statistics.leaders_parts import EffectPart, ReportsPart, SavingPart
from budgetdesk.ui.statistics.scrolled import scrolled
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import InlineError, Points, Words, button

TITLE = N_("For ledere og evaluatorer")
LEAD = N_("Virker indsatsen? Her regnes med områder og år, aldrig med sager.")
PARTS = (
    ("areas", N_("Tal for områder")),
    ("effect", N_("Virker indsatsen?")),
    ("saving", N_("Pris og gevinst")),
    ("reports", N_("Sådan regner rapporterne")),
)
HOW = (
    N_("Skriv én række for hvert område og år. Tag mindst to år før indsatsen med, og områder uden indsatsen."),
    N_("“Sidste år før indsatsen” er det samme for et område og de områder, det sammenlignes med."),
    N_("Kopiér gerne rækkerne fra et regneark, og sæt dem ind med Ctrl+V."),
)
WIDTH, HEIGHT = 1080, 780
WAIT_MS = 400
"""So long after the last change it is reckoned anew."""
FILES = N_("PDF (*.pdf);;Excel (*.xlsx);;Tabel med semikolon (*.csv)")


class LeadersWindow(KeyedDialog):
    """Four parts; what is typed in the first and the third is reckoned in the second and the third."""

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        super().__init__(parent)
        self.setWindowTitle(_(TITLE))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self.found: Evaluation | None = None
        self.problem = InlineError()
        self.grid = AreaGrid(self._typed)
        self.cost = LineEdit(_("Fx 149.000"), width=160)
        self.losses = LineEdit(_("Fx 53.600; 58.730; 45.000"), width=360)
        for field in (self.cost, self.losses):
            field.left.connect(self.reckon)
        self.effect = EffectPart()
        self.saving = SavingPart(
            Labelled(_("Indsatsen koster, kr. om året pr. 1.000 lejemål"), self.cost),
            Labelled(_("Udlejers tab ved én udsættelse, kr. Flere bud med semikolon imellem"), self.losses),
        )
        self.tabs = Choice(translated(PARTS), role="tab")
        self.tabs.name(_("Del"))
        self.tabs.edited.connect(lambda: self.show_part(self.tabs.value()))
        self.stack = QStackedWidget()
        self.page = button(_("Vis som side …"), self._show_page)
        self.save = button(_("Gem som fil …"), self._ask_file, name=_("Gem resultatet som PDF, Excel eller tabel"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(WAIT_MS)
        self._later.timeout.connect(self.reckon)
        self._lay_out()
        room = parent.window().size()
        self.resize(min(WIDTH, room.width() - 40), min(HEIGHT, room.height() - 40))
        self.show_inputs(evaluation.inputs(workspace))
        self.show_part("areas")

    def show_part(self, key: str) -> None:
        """Show one of the four parts."""
        self.tabs.show_value(key)
        self.stack.setCurrentIndex([part for part, _title in PARTS].index(key))

    def show_inputs(self, typed: Inputs) -> None:
        """Show what was typed, and what follows."""
        self.grid.show_cells(typed.cells)
        self.cost.show_text(typed.cost)
        self.losses.show_text(typed.losses)
        self.reckon()

    def inputs(self) -> Inputs:
        """What is typed now."""
        return Inputs(cells=self.grid.cells(), cost=self.cost.text(), losses=self.losses.text())

    def reckon(self) -> None:
        """Keep what is typed, and show what follows; what cannot be used is said."""
        self._later.stop()
        typed = self.inputs()
        self.found, why = None, ""
        try:
            evaluation.keep_inputs(self._workspace, typed)
            self.found = evaluation.evaluate(typed)
        except BudgetDeskError as error:
            why = str(error)
        self.problem.say(why if typed.cells else "")
        if self.found is not None:
            self.effect.show_evaluation(self.found)
        else:
            self.effect.say(why)
        self.saving.show_evaluation(self.found)
        for part in (self.page, self.save):
            part.setEnabled(self.found is not None)

    def fetch(self, source: Path) -> None:
        """Take the rows of a file in place of those that are there. What cannot be read is said."""
        try:
            cells = read_cells(source)
        except BudgetDeskError as error:
            show_error(self, error)
            return
        self.grid.show_cells(cells)
        self.reckon()

    def save_as(self, target: Path) -> None:
        """Write the result."""
        found, on = self.found, self._workspace.today
        if found is None:
            return
        organisation = self._workspace.library.policy.organisation

        def done(_rest: object) -> None:
            show_note(self, _("Filen er gemt"), _("Områderne står samlet i den. Ingen sager indgår."))

        work = partial(evaluation.write, found, target, on=on, organisation=organisation)
        background.run(self, work, done, partial(show_error, self))

    def done(self, result: int) -> None:
        """What is typed is kept."""
        self.reckon()
        super().done(result)

    def _typed(self) -> None:
        self._later.start()

    def _ask_fetch(self) -> None:
        name, _rest = QFileDialog.getOpenFileName(self, _("Hent tal for områder"), "", _("Tabel (*.csv *.txt)"))
        if name:
            self.fetch(Path(name))

    def _ask_file(self) -> None:
        name, _rest = QFileDialog.getSaveFileName(self, _("Gem resultatet"), "virker_indsatsen.pdf", _(FILES))
        if name:
            self.save_as(Path(name))

    def _show_page(self) -> None:
        found, on = self.found, self._workspace.today
        if found is not None:
            organisation = self._workspace.library.policy.organisation
            work = partial(evaluation.as_bytes, found, ".pdf", on=on, organisation=organisation)
            background.run(
                self, work, partial(show_pdf, self, _("Virker indsatsen?"), file_name="virker_indsatsen.pdf")
            )

    def _areas(self) -> QWidget:
        how = Points()
        how.show_points(translated(HOW))
        card = Card(_("Udsættelser og lejemål"))
        fetch = button(_("Hent fra fil …"), self._ask_fetch, name=_("Hent tal for områder fra en tabel"))
        card.add(how, self.grid, self.problem, row(fetch))
        return card

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 22, 28, 18)
        box.setSpacing(theme.INNER)
        for part in (Words(_(TITLE), "title"), Words(_(LEAD), "muted"), self.tabs):
            box.addWidget(part)
        for inside in (self._areas(), self.effect, self.saving, ReportsPart(evaluation.reports())):
            self.stack.addWidget(scrolled(inside))
        box.addWidget(self.stack, 1)
        box.addLayout(row(self.page, self.save, None, button(_("Luk"), self.reject)))
