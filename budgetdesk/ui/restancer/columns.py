"""One column of a list: its name, its first cells, and what it is used for. The number of a person is not shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.casework.arrears_entries import Column, cpr_of
from budgetdesk.i18n import _, translated
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.words import Words
from budgetdesk.wording.arrears_import import COLUMNS, NOT_USED

_SHOWN_CELLS, _LONGEST = 3, 34
_CPR_SHOWN = "••••••-••••"


class ColumnRow(QWidget):
    """What a column is used for; `chosen(self)` when somebody says something else."""

    def __init__(self, number: int, name: str, cells: Sequence[str], chosen: Callable[[ColumnRow], object]) -> None:
        super().__init__()
        self.number = number
        title = _short(name)
        self.role = ListChoice(
            [(None, _(NOT_USED)), *((column, translated(COLUMNS)[column]) for column in Column)], width=250
        )
        self.role.show_value(None)
        self.role.name(_("{title}: hvad bruges kolonnen til?").format(title=title))
        self.role.edited.connect(lambda: chosen(self))
        first = [_CPR_SHOWN if cpr_of(cell) else _short(cell) for cell in cells if cell][:_SHOWN_CELLS]
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(Words(title, "strong"))
        texts.addWidget(Words("   ·   ".join(first) or _("tom"), "small"))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.role, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(texts, 1)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
