"""Figures that may be given away: one calendar year that is over, all cases together, so that nothing can be
subtracted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from budgetdesk.actions.statistics_report import Counts, Report, report_for_others
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words
from budgetdesk.wording.statistics_definitions import FOR_OTHERS

KINDS = ((".pdf", "PDF"), (".xlsx", "Excel"), (".csv", "Tabel med semikolon"))
WIDTH = 560
SHOWN = 6
"""So many years are offered."""
NOTHING = "Der er intet helt år, der er slut, med sager i. Tal til andre kan laves efter nytår."
SAVED = "Filen må gives til andre. Der er ingen navne og ingen sagsnumre i den."


class ForOthersDialog(SmallDialog):
    """Which year, as what. `write` writes a report to a file and says what it may be used for."""

    def __init__(self, parent: QWidget, counts: Counts, write: Callable[[Report, Path, str], object]) -> None:
        super().__init__(parent, "Tal til andre", "Gem …", self.ask)
        self._counts, self._write = counts, write
        years = counts.finished_years[:SHOWN]
        self.year = Choice([(year, str(year)) for year in years] or [(None, "Intet år")])
        self.kind = Choice(KINDS)
        self.kind.show_value(".pdf")
        self.setMinimumWidth(WIDTH)
        if years:
            self.year.show_value(years[0])
            self.add(Words(FOR_OTHERS), Labelled("År", self.year), Labelled("Gem som", self.kind))
        else:
            self.add(Words(FOR_OTHERS), Words(NOTHING, "strong"))
            self.year.hide()
            self.kind.hide()
            self.agree.hide()
        if (inside := self.layout()) is not None:
            self.resize(WIDTH, inside.totalHeightForWidth(WIDTH))

    def ask(self) -> None:
        """Ask where, and write."""
        year, ending = self.year.value(), self.kind.value()
        name, _ = QFileDialog.getSaveFileName(
            self, "Gem tal til andre", f"statistik_{year}{ending}", f"{dict(KINDS)[ending]} (*{ending})"
        )
        if name:
            self.save(Path(name).with_suffix(ending))

    def save(self, target: Path) -> None:
        """Write the year that is chosen."""
        made = report_for_others(self._counts, self.year.value())
        self.accept()
        self._write(made, target, SAVED)
