"""Rows of fields under quiet headings, in columns that stand under each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from budgetdesk.ui import theme
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.words import InlineError, Words

Widths = Sequence[int]
"""Width of each column, px; a negative one is a share of the room that is left (-2 is twice -1)."""


def table_head(titles: Sequence[str], widths: Widths) -> QWidget:
    """The quiet headings."""
    labels: list[QWidget] = [Words(title, "small") for title in titles]
    holder = QWidget()
    holder.setLayout(_across(labels, widths))
    return holder


class TableRow(QWidget):
    """One row of cells. What a field in it cannot read is said below, across the row."""

    def __init__(self, cells: Sequence[QWidget], widths: Widths) -> None:
        super().__init__()
        self.cells = list(cells)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, theme.GAP, 0, theme.GAP)
        self.box.setSpacing(6)
        self.box.addLayout(_across(self.cells, widths))
        for cell in cells:
            if isinstance(cell, Editor):
                cell.lay_problem_elsewhere(self._lay_problem)

    def _lay_problem(self, problem: InlineError) -> None:
        self.box.insertWidget(1, problem)


def _across(cells: Sequence[QWidget], widths: Widths) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(12)
    for cell, width in zip(cells, widths, strict=True):
        if width > 0:
            holder = _fixed(cell, width)
            across.addWidget(holder, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            policy = cell.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            cell.setSizePolicy(policy)
            across.addWidget(cell, -width, Qt.AlignmentFlag.AlignVCenter)
    return across


def _fixed(cell: QWidget, width: int) -> QWidget:
    holder = QWidget()
    holder.setFixedWidth(width)
    box = QHBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(cell)
    return holder
