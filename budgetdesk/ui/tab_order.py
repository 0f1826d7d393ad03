"""Tab goes through the window in the order in which it is read, also where rows were added later.

Qt's own chain follows the order in which widgets were made, and jumps back to a field whose frame hands its focus on.
So the way is looked up anew on every Tab: from the layouts, which are in reading order.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLayout, QScrollArea, QStackedWidget, QWidget

_REASONS = {True: Qt.FocusReason.TabFocusReason, False: Qt.FocusReason.BacktabFocusReason}
_ROOM = 50
"""How much of what is around a field is scrolled into sight with it, px."""


def move(within: QWidget, *, forward: bool) -> bool:
    """Put the focus in the next stop (or the one before) in reading order; from the last on to the first."""
    way = list(_walk(within))
    here = QApplication.focusWidget()
    if here in way:
        place = way.index(here)
        way = way[place + 1 :] + way[:place]
    found = next(
        (w for w in (way if forward else reversed(way)) if _is_stop(w, within) and not _together(w, here)), None
    )
    if found is None:
        return False
    found.setFocus(_REASONS[forward])
    _bring_into_sight(found)
    return True


def focus_first(page: QWidget) -> None:
    """Put the focus in the first thing on the page that takes it."""
    first = next((w for w in _walk(page) if _is_stop(w, page)), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def _is_stop(widget: QWidget, within: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    return bool(takes) and widget.isVisibleTo(within) and widget.isEnabled()


def _together(widget: QWidget, here: QWidget | None) -> bool:
    """Two answers of one choice: Tab leaves it whole."""
    if not (isinstance(widget, QAbstractButton) and isinstance(here, QAbstractButton)):
        return False
    return widget.group() is not None and widget.group() == here.group()


def _bring_into_sight(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, _ROOM, _ROOM)
        above = above.parentWidget()


def _walk(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    for child in _children(widget):
        yield from _walk(child)


def _children(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield inner
    elif isinstance(widget, QStackedWidget):
        shown = widget.currentWidget()
        if shown is not None:
            yield shown
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _in_layout(inner)
