"""The tenant's side of the desk: a second window with the present question or picture, in large type, and nothing else.

It follows what the adviser has open, never takes the keyboard, and is black while no case is open or all is locked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from budgetdesk.i18n import N_, _
from budgetdesk.ui import theme
from budgetdesk.ui.widgets.words import Words, set_look, set_shown
from budgetdesk.wording.tenant_screen import BLANK, Screen

if TYPE_CHECKING:
    from budgetdesk.ui.case_view import CaseView

TITLE = N_("BudgetDesk: lejerens skærm")
_SIZE = (960, 640)
_WIDEST = 1100
"""Large lines longer than this are hard to read across a desk, px."""
_FOLLOW_MS = 40
"""How long after a change the picture is made anew."""
_LINES = 10


class TenantWindow(QWidget):
    """Shows a `Screen`; `follow` ties it to an open case, `go_dark` lets go."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("tenant")
        self.setWindowTitle(_(TITLE))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.shown = BLANK
        self._view: CaseView | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_FOLLOW_MS)
        self._timer.timeout.connect(self.look)
        self._lay_out()
        self.show_screen(BLANK)

    def open_on(self, name: str) -> None:
        """Open on the screen of a name; else on another than the adviser's, filling it; else as a window."""
        parent = self.parentWidget()
        adviser = parent.screen() if parent is not None else self.screen()
        others = [screen for screen in QGuiApplication.screens() if screen is not adviser]
        chosen = next((screen for screen in QGuiApplication.screens() if screen.name() == name), None)
        target = chosen or next(iter(others), None)
        if target is not None and target is not adviser:
            self._fill(target)
        else:
            self.resize(*_SIZE)
            self.show()
        if parent is not None:
            parent.activateWindow()  # some systems hand the keyboard to whatever has opened
        self.look()

    def follow(self, view: CaseView) -> None:
        """Show what goes with the open case, and keep up with it."""
        self._view = view
        view.tenant_changed.connect(self._timer.start)
        self.look()

    def go_dark(self) -> None:
        """The case is closed or locked: nothing more is seen."""
        if self._view is not None:
            self._view.tenant_changed.disconnect(self._timer.start)
        self._view = None
        self._timer.stop()
        self.show_screen(BLANK)

    def look(self) -> None:
        """Make the picture anew."""
        if self._view is not None and self.isVisible():
            self.show_screen(self._view.tenant_screen())

    def show_screen(self, screen: Screen) -> None:
        """Show one picture."""
        self.shown = screen
        set_look(self, state="dark" if screen == BLANK else "")
        self._heading.setText(screen.heading)
        self._question.setText(screen.question)
        for place, (figure, caption) in enumerate(self._figures):
            told = screen.figures[place] if place < len(screen.figures) else None
            figure.setText(told[0] if told else "")
            caption.setText(told[1] if told else "")
            set_shown(self._holders[place], told is not None)
        for place, line in enumerate(self._lines):
            text = screen.lines[place] if place < len(screen.lines) else ""
            line.setText(text)
            set_shown(line, bool(text))
        set_shown(self._question, bool(screen.question))
        self.setAccessibleName(". ".join(part for part in (screen.heading, screen.question) if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 and Esc close it, should it have the keyboard after all."""
        if event.key() in (Qt.Key.Key_F9, Qt.Key.Key_Escape):
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _fill(self, screen: QScreen) -> None:
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def _lay_out(self) -> None:
        self._heading = Words("", "tenant_quiet")
        self._question = Words("", "tenant_question")
        self._lines = [Words("", "tenant_line") for _rest in range(_LINES)]
        self._figures: list[tuple[Words, Words]] = []
        self._holders: list[QWidget] = []
        figures = QHBoxLayout()
        figures.setSpacing(2 * theme.OUTER)
        for _rest in range(3):
            holder = self._figure()
            figures.addWidget(holder)
        figures.addStretch(1)
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        box = QVBoxLayout(column)
        box.setSpacing(theme.OUTER)
        box.addStretch(1)
        box.addWidget(self._heading)
        box.addLayout(figures)
        box.addWidget(self._question)
        lines = QVBoxLayout()
        lines.setSpacing(theme.INNER)
        for line in self._lines:
            lines.addWidget(line)
        box.addLayout(lines)
        box.addStretch(2)
        across = QHBoxLayout(self)
        across.setContentsMargins(2 * theme.OUTER, theme.OUTER, 2 * theme.OUTER, theme.OUTER)
        across.addWidget(column)

    def _figure(self) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        figure, caption = Words("", "tenant_figure", wrap=False), Words("", "tenant_quiet")
        box.addWidget(figure)
        box.addWidget(caption)
        self._figures.append((figure, caption))
        self._holders.append(holder)
        return holder
