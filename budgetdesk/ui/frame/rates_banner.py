"""One line above everything while figures of the law have expired, or soon will. Quiet before, amber after."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from budgetdesk.i18n import _
from budgetdesk.ui.widgets.words import Words, button, set_look, set_shown


class RatesBanner(QFrame):
    """Hidden until there is something to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rates_banner")
        self.said = Words()
        self.open = button(_("Satser …"), name=_("Åbn satser"))
        self.close_today = button(_("Ikke mere i dag"), role="quiet")
        self._open: Callable[[], object] = _nothing
        self._close: Callable[[], object] = _nothing
        # What they do is told later, and may change.
        self.open.clicked.connect(lambda _checked: self._open())
        self.close_today.clicked.connect(lambda _checked: self._close())
        across = QHBoxLayout(self)
        across.setContentsMargins(24, 7, 24, 7)
        across.setSpacing(12)
        across.addWidget(self.said, 1, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self.open)
        across.addWidget(self.close_today)
        self.hide()

    def show_notice(
        self, sentence: str, *, expired: bool, open_rates: Callable[[], object], close: Callable[[], object]
    ) -> None:
        """Say the sentence; an empty one hides the banner."""
        self._open, self._close = open_rates, close
        self.said.setText(sentence)
        self.said.set_tone("amber" if expired else "")
        set_look(self, tone="amber" if expired else "")
        self.setAccessibleName(sentence)
        set_shown(self, bool(sentence))


def _nothing() -> None:
    """Before there is anything to open."""
