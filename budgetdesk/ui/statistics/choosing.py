"""Which cases are counted: a period, an organisation, an area."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from budgetdesk.i18n import N_, _, translated
from budgetdesk.statistics.buckets import Period, days_of
from budgetdesk.statistics.tables import Selection
from budgetdesk.ui import theme
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.choices import Choice, ListChoice
from budgetdesk.ui.widgets.fields import DateEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import set_shown

PERIODS = (
    (Period.MONTH, N_("Denne måned")),
    (Period.LAST_MONTH, N_("Sidste måned")),
    (Period.QUARTER, N_("Dette kvartal")),
    (Period.YEAR, N_("I år")),
    (Period.LAST_YEAR, N_("Sidste år")),
    (Period.ALL, N_("Alle dage")),
    (Period.OWN, N_("Egne dage")),
)


class Choosing(QWidget):
    """`changed` is told when other cases are to be counted. `of`: organisation and area, to stand elsewhere."""

    def __init__(self, today: date, changed: Callable[[], object]) -> None:
        super().__init__()
        self._today = today
        self._changed = changed
        self.period = Choice(translated(PERIODS))
        self.period.name(_("Periode"))
        self.period.show_value(Period.YEAR)
        self.first, self.last = DateEdit(today), DateEdit(today)
        self.organisation = ListChoice([], unknown=_("Alle organisationer"), width=190)
        self.area = ListChoice([], unknown=_("Alle områder"), width=170)
        self._own = QWidget()
        self._own.setLayout(row(Labelled(_("Fra og med"), self.first), Labelled(_("Til og med"), self.last), space=16))
        self.organisation.name(_("Organisation"))
        self.area.name(_("Område"))
        self.of = QWidget()
        self.of.setLayout(row(self.organisation, self.area))
        self.of.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        for part in (self.period, self._own):
            box.addWidget(part)
        self._own.hide()
        self.of.hide()
        self.period.edited.connect(self._period_chosen)
        for field in (self.first, self.last, self.organisation, self.area):
            field.left.connect(changed)

    def offer(self, organisations: Sequence[str], areas: Sequence[str]) -> None:
        """What can be chosen; where there is only one, there is nothing to choose."""
        self.organisation.set_options([(name, name) for name in organisations])
        self.area.set_options([(name, name) for name in areas])
        set_shown(self.organisation, len(organisations) > 1)
        set_shown(self.area, len(areas) > 1)
        set_shown(self.of, len(organisations) > 1 or len(areas) > 1)

    def selection(self) -> Selection:
        """What is chosen. Raises BadInputError where a day cannot be read."""
        chosen = self.period.value()
        own = chosen is Period.OWN
        first, last = (self.first.value(), self.last.value()) if own else days_of(chosen, self._today)
        return Selection(
            first=first, last=last, organisation=self.organisation.value() or "", area=self.area.value() or ""
        )

    def _period_chosen(self) -> None:
        own = self.period.value() is Period.OWN
        set_shown(self._own, own)
        if own and not self.first.text() and not self.last.text():
            first, last = days_of(Period.YEAR, self._today)
            self.first.show_value(first)
            self.last.show_value(last)
        self._changed()
