"""A row of many cells: all beside each other where there is room, else the middle ones in a line of their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
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
        head: bool = False,
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
        edge = 0 if head else theme.GAP
        self.box.setContentsMargins(0, edge, 0, edge)
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


class WideHead(WideRow):
    """Headings over the columns: the first is the name of it all, the others quiet and sometimes not needed."""

    def show_titles(self, shown: bool) -> None:
        """Show the quiet headings, or only the first."""
        self._titles = shown
        for label in self._quiet:
            label.setVisible(shown)
        self.middle.setVisible(shown and bool(self._wide))

    _titles = True
    _quiet: Sequence[QWidget] = ()

    def _arrange(self, wide: bool) -> None:
        super()._arrange(wide)
        self.middle.setVisible(wide and self._titles)


def wide_head(
    front: Sequence[tuple[str, int]],
    middle: Sequence[tuple[str, int]],
    back: Sequence[tuple[str, int]],
    *,
    wide_from: int,
) -> WideHead:
    """The headings: the first strong, the others quiet. One that begins with `>` stands to the right, one that begins
    with a space over plain fields, whose text stands a little in."""
    name = Words(front[0][0], "section")
    before, after = _labels(front[1:]), _labels(back)
    made = WideHead([(name, front[0][1]), *before], _labels(middle), after, wide_from=wide_from, head=True)
    made._quiet = [label for label, _ in (*before, *after)]
    return made


def _labels(titles: Sequence[tuple[str, int]]) -> list[tuple[QWidget, int]]:
    made: list[tuple[QWidget, int]] = []
    for title, width in titles:
        label = Words(title.strip("> "), "small", wrap=width < 0)
        if title.startswith(">"):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        elif title.startswith(" "):
            label.setContentsMargins(PLAIN_EDGE, 0, 0, 0)
        made.append((label, width))
    return made


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
