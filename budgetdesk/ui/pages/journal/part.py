"""One part of the page Journal: made when it is first chosen."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from budgetdesk.actions.overview import Overview
from budgetdesk.ui import theme
from budgetdesk.ui.pages.base import Page


class Part(QWidget):
    """Cards under each other. A part is one class, and one line in `PARTS` of the page."""

    key: ClassVar[str] = ""
    word: ClassVar[str] = ""
    """What stands on its button."""
    paths: ClassVar[tuple[str, ...]] = ()
    """The beginnings of the facts whose fields stand here."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(theme.BETWEEN)
        self.build()

    def build(self) -> None:
        """Make the cards, once."""
        raise NotImplementedError

    def refresh(self, overview: Overview) -> None:
        """Show what follows from the facts; asked only while the part is seen. Must be quick."""

    def reveal(self, path: str) -> None:
        """Unfold what hides the field of a fact."""

    def add(self, *things: QWidget | QLayout) -> None:
        """Put cards under each other."""
        for thing in things:
            if isinstance(thing, QWidget):
                self.box.addWidget(thing)
            else:
                self.box.addLayout(thing)
