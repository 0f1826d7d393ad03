"""Tab goes through a page in the order in which it is read, also where rows were added later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


def as_read(page: QWidget) -> None:
    """Chain everything on the page that takes the focus, in reading order."""
    stops = list(_stops(page))
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def focus_first(page: QWidget) -> None:
    """Put the focus in the first thing on the page that takes it."""
    for stop in _stops(page):
        if stop.isVisibleTo(page) and stop.isEnabled():
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    for child in _children(widget):
        yield from _stops(child)


def _children(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield inner
    elif isinstance(widget, QStackedWidget):
        pages = (widget.widget(index) for index in range(widget.count()))
        yield from (page for page in pages if page is not None)
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
