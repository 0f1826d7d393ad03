"""The cases as a model: what one row says is worked out when it is first seen, and once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from budgetdesk.casework.case_summary import CaseSummary
from budgetdesk.readers.categories import load_categories
from budgetdesk.statistics.categories import Categories
from budgetdesk.wording import case_list as words

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
CASE_ROLE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CaseLine:
    """What one row shows."""

    who: str
    about: str
    found: str
    """Where what was searched for stands; "" where the name says it, or nothing is searched for."""
    step: str
    when: str
    pressing: bool
    open: bool


def line_of(case: CaseSummary, found: str, categories: Categories, on: date) -> CaseLine:
    """The words of one row on a day."""
    step = case.next_step(on)
    return CaseLine(
        who=words.who(case),
        about=words.about(case, categories),
        found=found,
        step=words.step(step) if step is not None else words.standing(case, on),
        when=words.days_left(step, on) if step is not None else "",
        pressing=step is not None and words.is_pressing(step, on),
        open=case.is_open(on),
    )


class CaseModel(QAbstractListModel):
    """The cases in the order in which they are shown."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._categories = load_categories()
        self._cases: tuple[CaseSummary, ...] = ()
        self._found: Mapping[str, str] = {}
        self._lines: dict[int, CaseLine] = {}

    def show(self, cases: Sequence[CaseSummary], found: Mapping[str, str] | None = None) -> None:
        """Show other cases; `found`: case number -> where what was searched for stands."""
        self.beginResetModel()
        self._cases = tuple(cases)
        self._found = found or {}
        self._lines = {}
        self.endResetModel()

    @property
    def cases(self) -> tuple[CaseSummary, ...]:
        """All that are shown."""
        return self._cases

    def line(self, row: int) -> CaseLine:
        """The words of a row."""
        line = self._lines.get(row)
        if line is None:
            case = self._cases[row]
            line = self._lines[row] = line_of(case, self._found.get(case.id, ""), self._categories, self._today)
        return line

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._cases)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == LINE_ROLE:
            return self.line(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words.spoken(self._cases[index.row()], self._categories, self._today)
        if role == CASE_ROLE:
            return self._cases[index.row()].id
        return None
