"""What the window shows at once, and while a store is being opened: that something is on its way."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.i18n import N_, translated
from budgetdesk.ui import theme
from budgetdesk.ui.widgets.words import Words

SLOW_MS = 2500
"""After this long a sentence says why it may take its time."""
SLOW = N_("Computeren spørger måske, om BudgetDesk må bruge nøglen. Se efter et andet vindue.")
NEVER_PAINTED_MS = 1000


class OpeningPage(QWidget):
    """One quiet word in the middle. Imports nothing slow: it is the first thing that is painted."""

    shown = Signal()
    """Sent once, when the page has been painted (or after a second, when the window was opened as an icon)."""

    def __init__(self, text: str = N_("Åbner BudgetDesk …"), slow: str = "") -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        text = translated(text)
        self.setAccessibleName(text)
        self._told = False
        self.word = Words(text, "subtitle", wrap=False)
        self.slow = Words("", "small")
        for label in (self.word, self.slow):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.OUTER, theme.OUTER, theme.OUTER, theme.OUTER)
        box.setSpacing(theme.GAP)
        box.addStretch(2)
        box.addWidget(self.word)
        box.addWidget(self.slow)
        box.addStretch(3)
        if slow:
            QTimer.singleShot(SLOW_MS, self, lambda: self.slow.setText(slow))
        QTimer.singleShot(NEVER_PAINTED_MS, self, self._tell)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # After this paint, not in it: what follows may take the page away.
        QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            self.shown.emit()
