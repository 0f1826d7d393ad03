"""What every field has in common: it can be read, shown, named, and says in one sentence what it cannot read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from budgetdesk.ui.widgets.words import InlineError, set_look


class Editor(QWidget):
    """Base of all fields. `budgetdesk.ui.binding` ties one to a fact.

    `edited` is sent on every keystroke or choice by the user, `left` when the field is left (or Enter is pressed),
    `entered` when it gets the focus. Neither is sent by `show_value` or `show_text`.
    """

    edited = Signal()
    left = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._problem: InlineError | None = None
        self._said = ""
        self._doubt: InlineError | None = None
        self.box = QVBoxLayout(self)
        self._lay_problem: Callable[[InlineError], object] = self.box.addWidget
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(4)

    def hold(self, inner: QWidget) -> None:
        """Put the inner widget in; the sentence comes under it when there is one."""
        self.box.addWidget(inner)
        self.setFocusProxy(inner)

    @property
    def problem(self) -> InlineError:
        """The sentence; made when it is first needed, since most fields never need theirs."""
        if self._problem is None:
            self._problem = InlineError()
            self._lay_problem(self._problem)
        return self._problem

    def value(self) -> Any:
        """What stands in the field. Raises BadInputError with a sentence for the user."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show a fact."""
        raise NotImplementedError

    def text(self) -> str:
        """What stands in the field as text: kept as a draft while it cannot be read."""
        return ""

    def show_text(self, text: str) -> None:
        """Show a draft."""

    def targets(self) -> list[QWidget]:
        """The widgets inside that take the focus."""
        proxy = self.focusProxy()
        return [proxy] if proxy is not None else [self]

    def name(self, name: str) -> None:
        """Say what the field is called, for screen readers."""
        self.setAccessibleName(name)
        for target in self.targets():
            target.setAccessibleName(name)

    def say_problem(self, sentence: str) -> None:
        """Show one sentence under the field; an empty one takes it away."""
        if sentence == self._said:
            return
        self._said = sentence
        self.problem.say(sentence)
        for target in self.targets():
            set_look(target, state="problem" if sentence else "")
            target.setAccessibleDescription(sentence)

    def say_doubt(self, sentence: str) -> None:
        """Show what can hardly be true about the fact that stands there; an empty sentence takes it away. What cannot
        be read at all goes before it (`say_problem`)."""
        if self._doubt is None:
            if not sentence:
                return
            self._doubt = InlineError()
            self._lay_problem(self._doubt)
        if sentence != self._doubt.text():
            self._doubt.say(sentence)
            for target in self.targets():
                target.setAccessibleDescription(sentence)

    @property
    def doubt(self) -> str:
        """The doubt that is shown; "" where there is none."""
        return self._doubt.text() if self._doubt is not None else ""

    def lay_problem_elsewhere(self, lay: Callable[[InlineError], object]) -> None:
        """Let `lay` place the sentence when there is one, so that a row can show it in its full width."""
        self._lay_problem = lay


class LineBox(QLineEdit):
    """A line of text that leaves Ctrl+Z to the desk, where it takes back the whole field."""

    left = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.returnPressed.connect(self.left)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file is for the page; its name would only be written into the field."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class TextBox(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next field."""

    left = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
