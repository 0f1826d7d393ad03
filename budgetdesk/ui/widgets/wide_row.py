"""A row of many cells: all beside each other where there is room, else the middle ones in a line of their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from budgetdesk.ui import theme
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.words import Words

SPACE = 12
PLAIN_EDGE = 7
"""How far the text of a plain field stands in from its edge, px."""


class WideRow(QWidget):
    """`front` cells, `middle` cells, `back` cells, each with widths as in a table (the first may take what is left).

    Below `wide_from` px the middle cells go into a second line. Sentences about what cannot be read, and whatever is
    added to `box`, stand below in the full width. Middle cells that only some rows need come later, by `fill_middle`;
    `middle_room` px are kept for them, so that the columns stand still.
    """

    def __init__(
        self,
        front: Sequence[tuple[QWidget, int]],
        middle: Sequence[tuple[QWidget, int]],
        back: Sequence[tuple[QWidget, int]],
        *,
        wide_from: int,
        middle_room: int = 0,
    ) -> None:
        super().__init__()
        self._wide_from = wide_from
        self.middle = QWidget()
        if middle_room:
            self.middle.setFixedWidth(middle_room)
        self.middle.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._first = _cells(front)
        self._back_at = self._first.count()
        for widget, width in back:
            _put(self._first, widget, width)
        self._second = QHBoxLayout()
        self._second.addStretch(1)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, theme.GAP, 0, theme.GAP)
        self.box.setSpacing(6)
        self.box.addLayout(self._first)
        self.box.addLayout(self._second)
        self._lay_problems_below((*front, *back))
        if middle:
            self.fill_middle(middle)
        self._wide: bool | None = None
        self._arrange(True)

    def fill_middle(self, cells: Sequence[tuple[QWidget, int]]) -> None:
        """Put the middle cells in, once."""
        self.middle.setLayout(_cells(cells))
        self._lay_problems_below(cells)

    def _lay_problems_below(self, cells: Sequence[tuple[QWidget, int]]) -> None:
        for widget, _ in cells:
            if isinstance(widget, Editor):
                widget.lay_problem_elsewhere(partial(self.box.insertWidget, 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width() >= self._wide_from)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the form in two lines, whichever is shown."""
        return QSize(1, super().minimumSizeHint().height())

    def _arrange(self, wide: bool) -> None:
        if wide is self._wide:
            return
        self._wide = wide
        for line in (self._first, self._second):
            line.removeWidget(self.middle)
        policy = self.middle.sizePolicy()
        policy.setRetainSizeWhenHidden(wide)  # the columns stand still where a row has nothing in the middle
        self.middle.setSizePolicy(policy)
        if wide:
            self._first.insertWidget(self._back_at, self.middle, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._second.insertWidget(0, self.middle)
        self.updateGeometry()


Titles = Sequence[tuple[str, int]]
"""Headings with the widths of their columns. One that begins with `>` stands to the right, one that begins with a space
over plain fields, whose text stands a little in."""


class WideHead(QWidget):
    """Headings over the columns of a WideRow: the name of it all, and the quiet ones; those over the middle cells only
    where these stand beside the others."""

    def __init__(self, front: Titles, middle: Titles, back: Titles, *, wide_from: int) -> None:
        super().__init__()
        self._wide_from = wide_from
        self._narrow = [*front[1:], *back]
        self._wide = [*front[1:], *middle, *back]
        self.name = Words(front[0][0], "section")
        self.titles = QuietTitles(self._wide)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE)
        across.addWidget(self.name, 1)
        across.addWidget(self.titles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.titles.show_titles(self._wide if self.width() >= self._wide_from else self._narrow)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the row below it."""
        return QSize(1, super().minimumSizeHint().height())


class QuietTitles(QWidget):
    """Small words over columns, drawn: there is a head over every group, and a label for each would cost more than a
    row of fields. Every field below has its name, so a screen reader misses nothing."""

    def __init__(self, titles: Titles) -> None:
        super().__init__()
        self._titles: Titles = ()
        self.show_titles(titles)

    def show_titles(self, titles: Titles) -> None:
        if titles is not self._titles:
            self._titles = titles
            self.setFixedSize(sum(width for _, width in titles) + SPACE * (len(titles) - 1), theme.SMALL + 6)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            font = QFont(theme.base_font())
            font.setPixelSize(theme.SMALL)
            painter.setFont(font)
            painter.setPen(QColor(theme.tokens().muted))
            left = 0
            for title, width in self._titles:
                edge = PLAIN_EDGE if title.startswith(" ") else 0
                side = Qt.AlignmentFlag.AlignRight if title.startswith(">") else Qt.AlignmentFlag.AlignLeft
                room = QRect(left + edge, 0, width - edge, self.height())
                painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), title.strip("> "))
                left += width + SPACE


def _cells(cells: Sequence[tuple[QWidget, int]]) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(SPACE)
    for widget, width in cells:
        _put(across, widget, width)
    return across


def _put(across: QHBoxLayout, widget: QWidget, width: int) -> None:
    if width > 0:
        widget.setFixedWidth(width)
        policy = widget.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        widget.setSizePolicy(policy)
        across.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    else:
        policy = widget.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        widget.setSizePolicy(policy)
        across.addWidget(widget, -width, Qt.AlignmentFlag.AlignVCenter)
