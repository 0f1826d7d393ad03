"""White cards on the warm ground, and simple ways to put things into them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from budgetdesk.ui import theme
from budgetdesk.ui.widgets.fitting import Columns, FormGrid
from budgetdesk.ui.widgets.words import Tone, Words, hairline, set_look, set_shown


class Card(QFrame):
    """A white card: an optional heading, an optional quiet line under it, then what you `add`."""

    def __init__(self, heading: str = "", quiet: str = "", tone: Tone = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setProperty("tone", tone)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(18, theme.INNER, 18, theme.INNER)
        self.box.setSpacing(theme.GAP)
        self.heading = Words(heading, "section")
        self.quiet = Words(quiet, "muted")
        self.box.addWidget(self.heading)
        self.box.addWidget(self.quiet)
        self.set_heading(heading, quiet)

    def set_heading(self, heading: str, quiet: str = "") -> None:
        self.heading.setText(heading)
        set_shown(self.heading, bool(heading))
        self.quiet.setText(quiet)
        set_shown(self.quiet, bool(quiet))

    def set_tone(self, tone: Tone) -> None:
        set_look(self, tone=tone)

    def add(self, *things: QWidget | QLayout) -> None:
        """Put things under each other."""
        for thing in things:
            if isinstance(thing, QWidget):
                self.box.addWidget(thing)
            else:
                self.box.addLayout(thing)

    def line(self) -> None:
        """A hairline."""
        self.box.addWidget(hairline())


def row(*things: QWidget | None, space: int = theme.GAP) -> QHBoxLayout:
    """Things beside each other, kept left; `None` is where the room goes."""
    box = QHBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(space)
    for thing in things:
        if thing is None:
            box.addStretch(1)
        else:
            box.addWidget(thing, 0, Qt.AlignmentFlag.AlignVCenter)
    if None not in things:
        box.addStretch(1)
    return box


def held_row(*widgets: QWidget) -> QWidget:
    """A row as a widget of its own, where only widgets can be put."""
    holder = QWidget()
    across = row(*widgets, None)
    across.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(across)
    return holder


def two_lines(title: str, sentence: str) -> QVBoxLayout:
    """A strong line with a quiet one under it."""
    box = QVBoxLayout()
    box.setSpacing(2)
    box.addWidget(Words(title, "strong"))
    box.addWidget(Words(sentence, "small"))
    return box


def columns(*cards: QWidget, stretch: Iterable[int] = (), even: bool = False) -> Columns:
    """Cards beside each other (`stretch`: their shares of the width; `even`: of the same height); below each other
    where it is narrow."""
    return Columns(cards, [*stretch] or [1] * len(cards), even=even)


def form_grid(fields: Iterable[QWidget], across: int = 2, *, least: int = 226) -> FormGrid:
    """Labelled fields in at most `across` columns of the same width (at least `least` px), read row by row."""
    return FormGrid([*fields], across, least)


K = TypeVar("K", bound=Hashable)
W = TypeVar("W", bound=QWidget)


class Rows(QWidget, Generic[K, W]):
    """One widget per item of a list. `show_items` makes rows for new keys, drops rows whose key is gone, keeps the
    others as they are (with focus and what is being typed), in the order given; `rows` is in that order, too."""

    def __init__(self, make: Callable[[K], W], *, space: int = 0, lines: bool = True) -> None:
        super().__init__()
        self._make = make
        self._lines = lines
        self.rows: dict[K, W] = {}
        self._order: list[K] | None = None
        self._holders: dict[K, QWidget] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(space)

    def show_items(self, keys: Iterable[K]) -> None:
        wanted = list(keys)
        if wanted == self._order:
            return
        self._order = wanted
        for key in [k for k in self.rows if k not in wanted]:
            self._drop(key)
        for place, key in enumerate(wanted):
            if key not in self.rows:
                self._insert(key, place)
            elif self._box.indexOf(self._holders[key]) != place:
                self._box.removeWidget(self._holders[key])
                self._box.insertWidget(place, self._holders[key])
        self.rows = {key: self.rows[key] for key in wanted}
        set_shown(self, bool(wanted))

    def _insert(self, key: K, place: int) -> None:
        made = self._make(key)
        # In its place before it is filled: all that moves is dressed anew.
        holder = QWidget(self)
        self._box.insertWidget(place, holder)
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(made)
        if self._lines:
            box.addWidget(hairline())
        self.rows[key] = made
        self._holders[key] = holder

    def _drop(self, key: K) -> None:
        del self.rows[key]
        holder = self._holders.pop(key)
        self._box.removeWidget(holder)
        holder.hide()
        holder.deleteLater()
