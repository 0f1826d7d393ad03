"""The base of a part of the page Samtykker."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions.overview import Overview
from budgetdesk.ui import theme
from budgetdesk.ui.pages.base import Page
from budgetdesk.wording.tenant_screen import Screen


class ConsentPart(QWidget):
    """Cards under each other; shown while its tab is chosen."""

    key: ClassVar[str] = ""
    word: ClassVar[str] = ""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.tell: Callable[[], object] = lambda: None
        """Says that what the tenant should see is another now."""
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(theme.BETWEEN)
        self.build()

    def build(self) -> None:
        """Make the widgets, once."""
        raise NotImplementedError

    def refresh(self, overview: Overview) -> None:
        """Show what follows from the facts."""

    def for_tenant(self) -> Screen | None:
        """What the tenant's side of the desk shows; None: the page's own picture."""
        return None

    def add(self, *cards: QWidget) -> None:
        for card in cards:
            self.box.addWidget(card)
