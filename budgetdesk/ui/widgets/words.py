"""Words on the screen: headings, quiet text, figures, marks, buttons and what a page says when it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from budgetdesk.i18n import translated
from budgetdesk.ui import theme
from budgetdesk.ui.widgets import long_words

Tone = Literal["", "accent", "amber", "violet"]
"""The colour of a mark, a card or a figure. The word carries the meaning, the tone only helps the eye."""


def set_look(widget: QWidget, **properties: str) -> None:
    """Set properties that the style sheet looks at (`role`, `tone`, `state`) and dress the widget anew."""
    changed = [name for name, value in properties.items() if widget.property(name) != value]
    for name in changed:
        widget.setProperty(name, properties[name])
    # One that was never shown is dressed when it is.
    if changed and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def set_shown(widget: QWidget, shown: bool) -> None:
    """As `setVisible`, which costs a layout each time it is asked, even where nothing changes."""
    hidden = widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    if hidden is shown:
        widget.setVisible(shown)


_HIGHEST = 100_000
"""px: room below for a text that is measured."""


class Words(QLabel):
    """Plain text that wraps, within a word that is wider than its room. `role`: title, subtitle, section, strong,
    muted, small, figure, chip, problem or ""."""

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = True, tone: Tone = "") -> None:
        super().__init__(translated(text))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setMinimumWidth(1 if wrap else 0)
        self._measured_as: tuple[str, QFont, QMargins] | None = None
        self._heights: dict[int, int] = {}
        self._widest = 0

    def heightForWidth(self, width: int) -> int:
        """Measured once for each width: a layout asks some ten times over, and breaking lines takes long."""
        self._measure_anew()
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._height(width)
        return height

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text stays as it was said, for screen readers too; only what is painted is broken."""
        self._measure_anew()
        inside = self.contentsRect()
        if not self._breaks(inside.width()):
            super().paintEvent(event)
            return
        flags = self._flags() | int(self.style().visualAlignment(self.layoutDirection(), self.alignment()))
        with QPainter(self) as painter:
            self.style().drawItemText(
                painter,
                inside,
                flags,
                self.palette(),
                self.isEnabled(),
                self._shown(inside.width()),
                self.foregroundRole(),
            )

    def _measure_anew(self) -> None:
        """Forget what was measured where the text, its size or its margins are others now."""
        now = (self.text(), self.font(), self.contentsMargins())
        if now != self._measured_as:
            self._measured_as = now
            self._heights = {}
            self._widest = (
                long_words.widest(self.text(), self.fontMetrics().horizontalAdvance) if self.wordWrap() else 0
            )

    def _height(self, width: int) -> int:
        beside = self.size() - self.contentsRect().size()
        room = width - beside.width()
        if not self._breaks(room):
            return super().heightForWidth(width)
        needed = self.fontMetrics().boundingRect(QRect(0, 0, room, _HIGHEST), self._flags(), self._shown(room))
        return needed.height() + beside.height()

    def _breaks(self, room: int) -> bool:
        """Whether a word is wider than the room, in px; where there is none, nothing is to be seen."""
        return 0 < room < self._widest

    def _shown(self, room: int) -> str:
        return long_words.broken(self.text(), room, self.fontMetrics().horizontalAdvance)

    def _flags(self) -> int:
        return int(Qt.TextFlag.TextWordWrap)

    def setText(self, text: str) -> None:
        """A text that was only marked, such as the title of a page, is translated here."""
        super().setText(translated(text))

    def set_tone(self, tone: Tone) -> None:
        set_look(self, tone=tone)


class Chip(QLabel):
    """A mark: a word in a soft colour."""

    def __init__(self, text: str = "", tone: Tone = "") -> None:
        super().__init__(translated(text))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "chip")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_word(self, text: str, tone: Tone = "") -> None:
        self.setText(translated(text))
        set_look(self, tone=tone)


def button(text: str, action: Callable[[], object] | None = None, *, role: str = "", name: str = "") -> QPushButton:
    """A button; `role`: primary (one on a page), quiet or ""; `name`: what a screen reader says, if not the text."""
    text = translated(text)
    made = QPushButton(text)
    made.setProperty("role", role)
    made.setAccessibleName(translated(name) or text)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    if action is not None:
        made.clicked.connect(lambda _checked: action())
    return made


class InlineError(Words):
    """One sentence under a field: what cannot be read, and how to write it. Hidden while all is well."""

    def __init__(self) -> None:
        super().__init__("", "problem")
        self.hide()

    def say(self, sentence: str) -> None:
        """Show the sentence, or hide with an empty one."""
        self.setText(sentence)
        set_shown(self, bool(sentence))


class KeyFigure(QWidget):
    """A big quiet number with its caption."""

    def __init__(self, caption: str, figure: str = "", tone: Tone = "", *, right: bool = False) -> None:
        super().__init__()
        self._figure = Words(figure, "figure", wrap=False, tone=tone)
        self._caption = Words(caption, "small", wrap=False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(1)
        for label in (self._figure, self._caption):
            label.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
            box.addWidget(label)
        self._name()

    def show_figure(self, figure: str, tone: Tone = "") -> None:
        self._figure.setText(figure)
        self._figure.set_tone(tone)
        self._name()

    def figure(self) -> str:
        return self._figure.text()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._figure.text()} {self._caption.text()}")


class EmptyState(QWidget):
    """What a page says when there is nothing yet: why, and the first thing to do."""

    def __init__(self, title: str, text: str, *buttons: QPushButton) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.INNER, theme.OUTER, theme.INNER, theme.OUTER)
        box.setSpacing(theme.GAP)
        box.addWidget(Words(title, "section"))
        box.addWidget(Words(text, "muted"))
        if buttons:
            row = QHBoxLayout()
            row.setContentsMargins(0, theme.GAP, 0, 0)
            for each in buttons:
                row.addWidget(each)
            row.addStretch(1)
            box.addLayout(row)


class Points(QWidget):
    """A heading and short sentences with a dot before each; hidden while there are none."""

    def __init__(self, heading: str = "") -> None:
        super().__init__()
        self._shown: tuple[str, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._heading = 1 if heading else 0
        if heading:
            self._box.addWidget(Words(heading, "section"))
        self.hide()

    def show_points(self, sentences: Sequence[str]) -> None:
        if tuple(sentences) == self._shown:
            set_shown(self, bool(sentences))
            return
        self._shown = tuple(sentences)
        self.hide()  # while it is filled: what is put into something seen is seen only a moment later
        while self._box.count() > self._heading:
            item = self._box.takeAt(self._heading)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for sentence in sentences:
            self._box.addWidget(_point(sentence))
        if self.parent() is None:
            # Shown now it would be a window of its own for a moment, and take the keyboard; it comes with its parent.
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, not sentences)
        else:
            self.setVisible(bool(sentences))


def _point(sentence: str) -> QWidget:
    holder = QWidget()
    across = QHBoxLayout(holder)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(8)
    across.addWidget(Words("·", "strong", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(Words(sentence), 1)
    return holder


def hairline() -> QFrame:
    """A thin line between two rows."""
    line = QFrame()
    line.setProperty("role", "line")
    return line
