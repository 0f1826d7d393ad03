"""A sentence that appears after something was done, and is read aloud by a screen reader at once."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from budgetdesk.ui.widgets.words import Tone, Words


class Announced(Words):
    """Hidden while there is nothing to say."""

    def __init__(self, role: str = "", *, tone: Tone = "") -> None:
        super().__init__("", role, tone=tone)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show the sentence and announce it; an empty one takes it away."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
