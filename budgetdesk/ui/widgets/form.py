"""A label above a field, with a quiet line of help under it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.words import Words


class Labelled(QWidget):
    """A field with its name above it. The name is also what a screen reader says."""

    def __init__(self, label: str, editor: Editor, help_text: str = "") -> None:
        super().__init__()
        self.label = Words(label, "small")
        self.editor = editor
        editor.name(label)
        self.label.setBuddy(editor)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.label)
        box.addWidget(editor)
        if help_text:
            editor.targets()[0].setToolTip(help_text)
            box.addWidget(Words(help_text, "small"))
