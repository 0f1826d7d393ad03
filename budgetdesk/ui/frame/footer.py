"""The foot: what was saved, how to undo, where everything is, and how fresh the figures of the law are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from budgetdesk import formats
from budgetdesk.actions.library import Library
from budgetdesk.i18n import _, retold
from budgetdesk.ui import phrases
from budgetdesk.ui.widgets.words import Words, button

LEAST = 5
"""So many letters of ours the name of a step has at least, beside what stands in its fields."""


class Footer(QFrame):
    """One quiet line."""

    def __init__(
        self,
        *,
        undo: Callable[[], object],
        palette: Callable[[], object],
        tenant_window: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("footer")
        self._rates = ""
        self.saved = Words("", "small", wrap=False)
        self.undo = button(_("Fortryd"), undo, role="quiet")
        self.palette_button = button(_("Alt, hvad programmet kan"), palette, role="quiet")
        self.day = Words("", "small", wrap=False)
        self.rates = Words("", "small", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 5, 24, 5)
        row.setSpacing(4)
        row.addWidget(self.saved)
        row.addSpacing(10)
        self._keys: tuple[QWidget, ...] = (_key(_("Ctrl Z")), _key(_("Ctrl K")))
        self.tenant_button = button(_("Lejerens skærm"), tenant_window, role="quiet")
        tenant_key = _key("F9")
        self._keys = (*self._keys, tenant_key)
        for widget in (
            *(self.undo, self._keys[0], self.palette_button, self._keys[1]),
            *((self.tenant_button, tenant_key) if tenant_window is not None else ()),
        ):
            row.addWidget(widget)
            if not isinstance(widget, QPushButton):
                row.addSpacing(10)
        row.addStretch(1)
        row.addWidget(self.day)
        row.addSpacing(10)
        row.addWidget(self.rates)

    def show_saved(self, saved_at: datetime | None, can_undo: str | None) -> None:
        self.saved.setText(
            _("Gemt kl. {clock_time}").format(clock_time=phrases.clock_time(saved_at))
            if saved_at
            else _("Gemmes, mens I skriver")
        )
        self.undo.setEnabled(can_undo is not None)
        self.undo.setToolTip(
            _("Fortryd: {value}").format(value=retold(can_undo, least=LEAST))
            if can_undo
            else _("Der er ikke noget at fortryde")
        )
        self.undo.setAccessibleName(self.undo.toolTip() if can_undo else _("Fortryd"))

    def show_day(self, today: date, *, fixed: bool) -> None:
        """A fixed day (demo) is said aloud; otherwise the day is the day."""
        self.day.setText(_("Øvelse, {today}").format(today=phrases.day(today, year=True)) if fixed else "")
        self.day.setVisible(fixed)

    def show_rates(self, library: Library, today: date) -> None:
        self._rates = rates_line(library, today)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Fewer words where the window is narrow: the day the figures were checked goes into the tooltip."""
        for key in self._keys:
            key.setVisible(not compact)
        self.rates.setText(self._rates.split(" · ")[0] if compact else self._rates)
        self.rates.setToolTip(self._rates)


def rates_line(library: Library, today: date) -> str:
    """Whether there are figures for the day, and when the one checked longest ago was checked."""
    in_force = [
        rate
        for law in library.rates.values()
        for series in law.series.values()
        for rate in series.rates
        if rate.start <= today <= rate.end
    ]
    if not in_force:
        return _("Ingen satser for {year}").format(year=today.year)
    checked = min(rate.checked for rate in in_force)
    return _("Satser {year} · kontrolleret {checked}").format(year=today.year, checked=formats.short_day(checked))


def _key(text: str) -> QWidget:
    label = Words(text, "key", wrap=False)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label
