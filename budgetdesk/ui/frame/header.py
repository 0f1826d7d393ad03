"""The header: which case, how long until the last day to pay, and the figure that matters, always in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from budgetdesk.actions.overview import Overview
from budgetdesk.casework.clock import is_terminated
from budgetdesk.casework.deadline_over import deadline_over
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _
from budgetdesk.ui import phrases, theme
from budgetdesk.ui.frame.open_cases import OpenCasesMark
from budgetdesk.ui.widgets.cards import row as beside
from budgetdesk.ui.widgets.words import KeyFigure, Words
from budgetdesk.wording.key_figures import UNKNOWN, expenses_are_known, income_is_known, left_over


class FittingLine(QWidget):
    """A line of parts with dots between them; where there is no room the last parts step back, whole."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[str] = []
        self.setFont(theme.base_font())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Sequence[str]) -> None:
        self._parts = list(parts)
        self.setToolTip(" · ".join(parts))
        self.setAccessibleName(" · ".join(parts))
        self.updateGeometry()
        self.update()

    def shown(self) -> str:
        parts = list(self._parts)
        while len(parts) > 1 and self._width(" · ".join(parts)) > self.width():
            parts.pop()
        return " · ".join(parts)

    def _width(self, text: str) -> int:
        font = theme.base_font()
        font.setPixelSize(theme.SMALL)
        return QFontMetrics(font).horizontalAdvance(text)

    def sizeHint(self) -> QSize:
        return QSize(self._width(" · ".join(self._parts)) + 2, theme.SMALL + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(self._parts[0]) + 2 if self._parts else 0, theme.SMALL + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            font = theme.base_font()
            font.setPixelSize(theme.SMALL)
            painter.setFont(font)
            painter.setPen(QColor(theme.tokens().muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.shown())


class ClockBadge(QFrame):
    """How many days until the last day to pay. Amber, never red; the words carry it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clock")
        self.days = Words("", "strong", wrap=False)
        self.what = Words("", "small", wrap=False)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 6)
        box.setSpacing(0)
        box.addWidget(self.days)
        box.addWidget(self.what)
        self.hide()

    def show_clock(self, case: Case, overview: Overview) -> None:
        said = _clock_words(case, overview)
        self.setVisible(bool(said))
        if said:
            self.days.setText(said[0])
            self.what.setText(said[1])
            self.setAccessibleName(" ".join(said))


def _clock_words(case: Case, overview: Overview) -> tuple[str, str] | None:
    ended = case.course.ended
    if ended is not None and ended <= overview.on:
        return None
    if is_terminated(case):
        return _court_words(case, overview.on)
    last = overview.clock.pay_by.day if overview.clock and overview.clock.pay_by else None
    if last is None or deadline_over(case) is not None:
        return None
    left_days = (last - overview.on).days
    if left_days < 0:
        return _("Fristen er gået"), _("sidste dag at betale var {last}").format(last=phrases.day(last))
    if left_days == 0:
        return _("I dag"), _("er sidste dag at betale, {last}").format(last=phrases.day(last))
    return phrases.count(left_days, N_("dag"), N_("dage")), _("til sidste dag at betale, {last}").format(
        last=phrases.day(last)
    )


def _court_words(case: Case, on: date) -> tuple[str, str]:
    """The next day that the court has set; without one there is only the landlord to talk to."""
    out = case.arrears.eviction
    if out is not None and out < on:
        return _("Udsættelsen er sket"), _("ring til kommunen i dag")
    set_days = ((_("mødet i fogedretten"), case.arrears.court_meeting), (_("udsættelsen"), out))
    coming = [(day, what) for what, day in set_days if day is not None and day >= on]
    if not coming:
        return _("Lejemålet er ophævet"), _("ring til udlejer i dag")
    day, what = min(coming)
    left = (day - on).days
    if left == 0:
        return _("I dag"), _("er dagen for {what}, {day}").format(what=what, day=phrases.day(day))
    return phrases.count(left, N_("dag"), N_("dage")), _("til {what}, {day}").format(what=what, day=phrases.day(day))


class Header(QFrame):
    """Case, household, clock, and in / out / luft each month."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header")
        self.case = Words("", "case", wrap=False)
        self.household = FittingLine()
        self.clock = ClockBadge()
        self.income = KeyFigure(_("ind pr. måned"), right=True)
        self.out = KeyFigure(_("ud pr. måned"), right=True)
        self.luft = KeyFigure(_("luft pr. måned"), right=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 9, 24, 9)
        row.setSpacing(28)
        left = QVBoxLayout()
        left.setSpacing(3)
        left.addStretch(1)
        self.open_cases = OpenCasesMark()
        left.addLayout(beside(self.case, self.open_cases))
        left.addWidget(self.household)
        left.addStretch(1)
        row.addLayout(left, 1)
        row.addWidget(self.clock)
        for figure in (self.income, self.out, self.luft):
            row.addWidget(figure)
        self.setMinimumHeight(68)

    def show_open_cases(self, numbers: Sequence[str], switch: Callable[[str], object]) -> None:
        """Say which other cases are open; numbers only, since whoever passes sees the header."""
        self.open_cases.show_cases(numbers, switch)

    def show_record(self, record: Record, overview: Overview) -> None:
        self.case.setText(phrases.case_title(record))
        self.household.show_parts(phrases.household(record, overview.on))

    def show_overview(self, record: Record, overview: Overview) -> None:
        month = overview.month
        self.clock.show_clock(record.case, overview)
        known = income_is_known(month)
        self.income.show_figure(phrases.whole_kroner(month.income_per_month) if known else UNKNOWN)
        spent = phrases.whole_kroner(month.expenses_per_month)
        self.out.show_figure(spent if expenses_are_known(month) else UNKNOWN)
        # Below zero is amber and has a minus sign: two signs beside the colour of the accent.
        luft = left_over(month)
        self.luft.show_figure(*(phrases.kroner(luft), "accent" if luft >= 0 else "amber") if known else (UNKNOWN,))
