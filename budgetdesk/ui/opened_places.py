"""Where in a case one was, and how to get back to it: the page, how far it was scrolled, and the field."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from budgetdesk.ui.opened import Left, OpenedCases

if TYPE_CHECKING:
    from budgetdesk.ui.case_view import CaseView
    from budgetdesk.ui.pages.base import Page

SETTLED_MS = 60
"""Long enough for a page just made to have found its height."""


def note_place(view: CaseView, opened: OpenedCases) -> None:
    """Remember where a case is left."""
    page = view.pages[view.current]
    focus = QApplication.focusWidget()
    found = (path for path, editor in view.binder.editors(page) if focus is not None and editor.isAncestorOf(focus))
    opened.leave(view.desk.case_id, page=page.key, scrolled=page.verticalScrollBar().value(), path=next(found, ""))


def go_back(view: CaseView, left: Left | None) -> None:
    """Put the keyboard and the page where they were, once the page has been laid out."""
    if left is not None and left.page == view.current and (left.path or left.scrolled):
        page = view.pages[left.page]
        QTimer.singleShot(SETTLED_MS, page, partial(_go_back, view, page, left))


def _go_back(view: CaseView, page: Page, left: Left) -> None:
    if view.pages.get(view.current) is not page:
        return
    page.reveal(left.path)
    field = next((editor for path, editor in view.binder.editors(page) if path == left.path), None)
    if field is not None:
        field.setFocus()
    page.verticalScrollBar().setValue(left.scrolled)
