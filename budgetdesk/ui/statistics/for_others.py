"""Figures that may be given away: one calendar year that is over, all cases together, so that nothing can be
subtracted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from budgetdesk.actions.statistics_report import Counts, Report, report_for_others
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words
from budgetdesk.wording.statistics_definitions import FOR_OTHERS

KINDS = ((".pdf", "PDF"), (".xlsx", N_("Excel")), (".csv", N_("Tabel med semikolon")))
WIDTH = 560
SHOWN = 6
"""So many years are offered."""
NOTHING = N_("Der er intet helt år, der er slut, med sager i. Tal til andre kan laves efter nytår.")
SAVED = N_("Filen må gives til andre. Der er ingen navne og ingen sagsnumre i den.")


class ForOthersDialog(SmallDialog):
    """Which year, as what. `write` writes a report to a file and says what it may be used for."""

    def __init__(self, parent: QWidget, counts: Counts, write: Callable[[Report, Path, str], object]) -> None:
        super().__init__(parent, _("Tal til andre"), _("Gem …"), self.ask)
        self._counts, self._write = counts, write
        years = counts.finished_years[:SHOWN]
        self.year = Choice([(year, str(year)) for year in years] or [(None, _("Intet år"))])
        self.kind = Choice(translated(KINDS))
        self.kind.show_value(".pdf")
        self.widen(WIDTH)
        if years:
            self.year.show_value(years[0])
            self.add(Words(_(FOR_OTHERS)), Labelled(_("År"), self.year), Labelled(_("Gem som"), self.kind))
        else:
            self.add(Words(_(FOR_OTHERS)), Words(_(NOTHING), "strong"))
            self.year.hide()
            self.kind.hide()
            self.agree.hide()

    def ask(self) -> None:
        """Ask where, and write."""
        year, ending = self.year.value(), self.kind.value()
        name, _rest = QFileDialog.getSaveFileName(
            self, _("Gem tal til andre"), f"statistik_{year}{ending}", f"{dict(translated(KINDS))[ending]} (*{ending})"
        )
        if name:
            self.save(Path(name).with_suffix(ending))

    def save(self, target: Path) -> None:
        """Write the year that is chosen."""
        made = report_for_others(self._counts, self.year.value())
        self.accept()
        self._write(made, target, _(SAVED))
