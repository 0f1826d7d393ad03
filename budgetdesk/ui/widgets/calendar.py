"""A month to pick a day from, beside a field in which a day is typed. Opened by the button or Alt+Down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from budgetdesk.i18n import _
from budgetdesk.ui import theme
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.words import button


class _Month(QCalendarWidget):
    """Arrow keys move by days and weeks, Page Up and Page Down by months; Enter takes the day."""

    def __init__(self) -> None:
        super().__init__()
        self.setLocale(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        self.setAccessibleName(_("Kalender"))
        plain = QTextCharFormat()
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, plain)  # Qt's red says "wrong" in this program


class CalendarPopup(QFrame):
    """Goes away by Esc, by a click elsewhere, and when a day has been taken."""

    def __init__(self, parent: QWidget, today: date, take: Callable[[date], object]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._take = take
        self._today = today
        self.month = _Month()
        self.month.activated.connect(self._taken)
        self.month.clicked.connect(self._taken)
        self.today = button(_("I dag"), self._take_today)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        box.addWidget(self.month)
        box.addLayout(row(self.today))
        self.setFocusProxy(self.month)

    def open_below(self, field: QWidget, day: date | None, *, latest: date | None = None) -> None:
        """Show under `field`, at `day` (or today); no day after `latest` can be taken."""
        shown = day or self._today
        if latest is not None:
            self.month.setMaximumDate(QDate(latest.year, latest.month, latest.day))
        self.month.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self.adjustSize()
        corner = field.mapToGlobal(field.rect().bottomLeft())
        room = field.screen().availableGeometry()
        if corner.y() + self.height() > room.bottom():
            corner = field.mapToGlobal(field.rect().topLeft())
            corner.setY(corner.y() - self.height())
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        self.move(corner)
        self.show()
        self.month.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _taken(self, day: QDate) -> None:
        self.close()
        self._take(date(day.year(), day.month(), day.day()))

    def _take_today(self) -> None:
        self.close()
        self._take(self._today)
