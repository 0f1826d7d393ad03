"""The table of texts: Danish, translation, and how far it is. Values to cells, no logic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from budgetdesk import formats
from budgetdesk.actions.translations import Status, Translation
from budgetdesk.documents.sheet.lettering import FROM_RIGHT
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import theme

HEADINGS = (N_("Dansk"), N_("Oversættelse"), N_("Status"))
STATUS = {
    Status.UNREAD: N_("maskinoversat, ikke læst"),
    Status.CORRECTED: N_("rettet, ikke godkendt"),
    Status.APPROVED: N_("godkendt"),
}
FROM_RIGHT_ON, END = "\u2067", "\u2069"
"""Around a text that is read from the right, or its full stop would stand at the wrong end."""
Index = QModelIndex | QPersistentModelIndex


def status_of(one: Translation) -> str:
    """`godkendt af Samira H. 20. november 2026`."""
    told: str = translated(STATUS)[one.status]
    if one.status is Status.UNREAD or one.on is None:
        return told
    return _("{status}: {by}, {day}").format(status=told, by=one.by, day=formats.short_day(one.on))


class TextModel(QAbstractTableModel):
    """The texts of one page in one language."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Translation, ...] = ()
        self.language = ""

    def show_rows(self, rows: Sequence[Translation], language: str) -> None:
        """Other texts, or the same ones changed: then what is chosen stays chosen."""
        same = [one.danish for one in rows] == [one.danish for one in self.rows] and language == self.language
        if same:
            self.rows = tuple(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(HEADINGS) - 1))
            return
        self.beginResetModel()
        self.rows, self.language = tuple(rows), language
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translated(HEADINGS)[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            said = f"{FROM_RIGHT_ON}{one.text}{END}" if self.language in FROM_RIGHT else one.text
            return (one.danish, said, status_of(one))[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            from_right = index.column() == 1 and self.language in FROM_RIGHT
            side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 2:
            tokens = theme.tokens()
            return QColor(tokens.accent_text if one.status is Status.APPROVED else tokens.muted)
        return None
