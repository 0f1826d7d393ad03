"""A field for the days on which money moves, written as people say it."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from budgetdesk.i18n import N_, _
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.wording import pays_on

_HINT = N_("Skriv fx 1. i måneden eller sidste bankdag. Pil ned viser de mest brugte.")
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class PayDayEdit(LineEdit):
    """`1. i måneden`, `sidste bankdag`, `20. jan., april, juli, okt.`; the arrow keys step through the usual ones.

    `usual` is the rule that an empty field stands for; it is shown as a hint. A `plain` one looks like text in a table
    until one comes to it.
    """

    def __init__(self, today: date, *, usual: str = "", width: int = 0, plain: bool = False) -> None:
        super().__init__(pays_on.words(usual) or _("dag"), width=width)
        self._today = today
        self.line.setMaxLength(80)
        self.line.installEventFilter(self)
        if plain:
            self.line.setProperty("role", "plain")

    def value(self) -> Any:
        return pays_on.read(self.line.text(), today=self._today)

    def show_value(self, value: Any) -> None:
        said = pays_on.words(value or "")
        self.show_text(said)
        self.line.setToolTip(f"{said}. {_(_HINT)}" if said else _(_HINT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        usual = [pays_on.words(rule) for rule in pays_on.USUAL]
        shown = self.line.text().strip()
        place = (usual.index(shown) + step) if shown in usual else (0 if step > 0 else -1)
        self.show_text(usual[place % len(usual)])
        self.edited.emit()
