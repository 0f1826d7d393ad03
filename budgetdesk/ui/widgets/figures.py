"""A table to read, not to type in: texts that wrap, amounts that stand under each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from budgetdesk.ui.widgets.words import Words, hairline

_TEXT, _AMOUNT, _SHORT = "text", "amount", "short"


class FigureTable(QWidget):
    """Rows of words under quiet headings. A heading that begins with `>` is over amounts, one with `.` over short words
    that do not wrap. The last row stands out where `total` is set."""

    def __init__(
        self, titles: Sequence[str], *, total: bool = False, stretch: Sequence[int] = (), small: bool = False
    ) -> None:
        super().__init__()
        self._titles = [title.lstrip(">.") for title in titles]
        self._kinds = [_AMOUNT if t.startswith(">") else _SHORT if t.startswith(".") else _TEXT for t in titles]
        self._total = total
        self._role = "small" if small else ""
        self._shown: list[tuple[str, ...]] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(6)
        shares = [*stretch] or [1 if kind == _TEXT else 0 for kind in self._kinds]
        for column, share in enumerate(shares):
            self._grid.setColumnStretch(column, share)

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show other rows; hidden while there are none."""
        self.setVisible(bool(rows))
        if list(rows) == self._shown:
            return
        self._shown = list(rows)
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        at = 0
        if any(self._titles):
            self._put(at, self._titles, "small")
            at += 1
        for number, row in enumerate(rows):
            last = self._total and number == len(rows) - 1
            if number or at:
                self._grid.addWidget(hairline(), at, 0, 1, len(self._kinds))
                at += 1
            self._put(at, row, "strong" if last else self._role)
            at += 1

    def rows(self) -> list[tuple[str, ...]]:
        """What is shown."""
        return list(self._shown or [])

    def _put(self, at: int, cells: Sequence[str], role: str) -> None:
        for column, (text, kind) in enumerate(zip(cells, self._kinds, strict=True)):
            label = Words(text, role, wrap=kind == _TEXT)
            if kind == _AMOUNT:
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            else:
                label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label, at, column)
