"""All benefits in groups, one of them chosen: up and down choose, Enter goes into the benefit's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from budgetdesk.i18n import _
from budgetdesk.ui.widgets.cards import Rows
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.words import Words, set_look, set_shown
from budgetdesk.wording.benefit_page import Group, Line

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class BenefitList(QWidget):
    """Groups under each other; `chosen` is sent when another benefit is wanted, `entered` when one goes into it."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Ydelserne"))
        self._here = ""
        self.groups: Rows[str, GroupPart] = Rows(self._part, space=12, lines=False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.groups)
        box.addStretch(1)

    def show_groups(self, groups: Sequence[Group], chosen: str) -> None:
        """Show the groups, with one benefit chosen; the fold that holds it opens."""
        self._here = chosen
        self.groups.show_items(group.heading for group in groups)
        for group in groups:
            self.groups.rows[group.heading].show_group(group, chosen)

    def rows(self) -> Iterator[BenefitRow]:
        """Every row that is not folded away, from the top down."""
        for part in self.groups.rows.values():
            if not part.holder.isHidden():
                yield from part.rows.rows.values()

    def row(self, benefit: str) -> BenefitRow | None:
        """The row of a benefit, folded away or not."""
        parts = self.groups.rows.values()
        return next((part.rows.rows[benefit] for part in parts if benefit in part.rows.rows), None)

    def show_row(self, benefit: str) -> None:
        """Unfold what hides a benefit's row."""
        for part in self.groups.rows.values():
            if benefit in part.rows.rows:
                part.open()

    def _part(self, heading: str) -> GroupPart:
        return GroupPart(heading, self)

    def step_from(self, start: BenefitRow, by: int) -> None:
        """The row above or below, chosen and in focus; at the ends nothing happens."""
        rows = list(self.rows())
        at = rows.index(start) + by
        if 0 <= at < len(rows):
            rows[at].setFocus()
            self.chosen.emit(rows[at].benefit)


class GroupPart(QWidget):
    """A heading and its benefits; folded groups open by a small triangle."""

    def __init__(self, heading: str, whole: BenefitList) -> None:
        super().__init__()
        self._whole = whole
        self._heading = heading
        self.heading = Words(heading, "section")
        self.fold = FoldButton(heading, self._toggle)
        self.holder = QWidget()
        self.rows: Rows[str, BenefitRow] = Rows(lambda benefit: BenefitRow(benefit, whole), lines=False)
        inner = QVBoxLayout(self.holder)
        inner.setContentsMargins(0, 2, 0, 0)
        inner.addWidget(self.rows)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        for part in (self.heading, self.fold, self.holder):
            box.addWidget(part)
        self.fold.hide()
        self.holder.hide()
        self._folded: bool | None = None
        self._holds = ""

    def show_group(self, group: Group, chosen: str) -> None:
        if self._folded is None:
            self._folded = group.folded
            set_shown(self.fold, group.folded)
            set_shown(self.heading, not group.folded)
        text = f"{group.heading} ({len(group.lines)})"
        if self.fold.text() != text:
            self.fold.setText(text)
            self.fold.setAccessibleName(text)
        self.rows.show_items(line.benefit for line in group.lines)
        held = {line.benefit for line in group.lines}
        stop = chosen if chosen in held else group.lines[0].benefit
        for line in group.lines:
            self.rows.rows[line.benefit].show_line(line, chosen=line.benefit == chosen, stop=line.benefit == stop)
        if chosen in held and self._holds != chosen:
            self._folded = False  # what stands beside the list must be seen in it
        self._holds = chosen if chosen in held else ""
        self._show(opened=not self._folded)

    def open(self) -> None:
        self._show(opened=True)
        self._folded = False

    def _toggle(self) -> None:
        self._folded = not self.holder.isHidden()
        self._show(opened=not self._folded)

    def _show(self, *, opened: bool) -> None:
        set_shown(self.holder, opened)
        self.fold.show_opened(opened)


class BenefitRow(QPushButton):
    """A benefit's name and the line under it, both wrapped."""

    def __init__(self, benefit: str, whole: BenefitList) -> None:
        super().__init__()
        self.benefit = benefit
        self._whole = whole
        self._line: Line | None = None
        self.setProperty("role", "pick")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.title, self.text_line = Words("", "strong"), Words("", "small")
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 6, 10, 6)
        box.setSpacing(1)
        for words in (self.title, self.text_line):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            box.addWidget(words)
        self.clicked.connect(self._clicked)

    def show_line(self, line: Line, *, chosen: bool, stop: bool) -> None:
        """Show the row; `stop`: Tab comes here when it comes to the group."""
        if line != self._line:
            self._line = line
            self.title.setText(line.title)
            self.text_line.setText(line.text)
            set_shown(self.text_line, bool(line.text))
            self.setAccessibleName(f"{line.title}: {line.text}")
            self.updateGeometry()
        set_look(self, state="chosen" if chosen else "")
        self.setAccessibleDescription(_("valgt") if chosen else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose another row; Enter goes into the page."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._whole.step_from(self, _STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._whole.chosen.emit(self.benefit)
            self._whole.entered.emit()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        box = self.layout()
        return box.heightForWidth(width) if box is not None else 0

    def sizeHint(self) -> QSize:
        box = self.layout()
        return QSize(200, box.heightForWidth(self.width() or 200)) if box is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 30)

    def _clicked(self) -> None:
        self._whole.chosen.emit(self.benefit)
