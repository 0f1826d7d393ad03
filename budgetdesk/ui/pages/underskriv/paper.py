"""The paper to be signed, as a picture beside the signatures, and the ways to get it out unsigned."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from budgetdesk.actions.signing import Facts, facts_of
from budgetdesk.documents import catalogue, preview
from budgetdesk.errors import BudgetDeskError
from budgetdesk.ui import background
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.words import InlineError, button

DPI = 110
NOT_DRAWN = "Papiret kan ikke vises lige nu. Alt, du har skrevet, er gemt. Vælg papiret igen."
A4 = 297 / 210


class Sheet(QWidget):
    """One page, as large as there is room for, never larger than it was drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, png: bytes, name: str) -> None:
        self._picture.loadFromData(png)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, round(420 * A4))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * A4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            if not self._picture.isNull():
                scale = self.devicePixelRatioF()
                shown = self._picture.scaledToWidth(
                    round(self.width() * scale), Qt.TransformationMode.SmoothTransformation
                )
                shown.setDevicePixelRatio(scale)
                painter.drawPixmap(0, 0, shown)
            painter.setPen(Qt.GlobalColor.lightGray)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PaperCard(Card):
    """The first page, how many there are, and: read it all, print it, sign it with a pen."""

    def __init__(self, page: Page, changed: Callable[[], object]) -> None:
        super().__init__()
        self._page = page
        self._changed = changed
        self._document = ""
        self._wanted = 0
        self.shown: Facts | None = None
        """The facts of the paper that can be read here; None while it is being drawn."""
        self.sheet = Sheet()
        self.problem = InlineError()
        self.read = button("Læs hele papiret", self._read)
        self.add(row(self.read), self.problem, self.sheet)

    def show_document(self, document: str) -> None:
        """Draw the paper from the facts as they stand, off the window's thread."""
        self._document = document
        self._wanted += 1
        self.shown = None
        wanted, desk = self._wanted, self._page.desk

        def draw() -> tuple[Facts, tuple[bytes, ...]]:
            facts = facts_of(desk)
            pdf = catalogue.make(document, facts.record, facts.overview, on=facts.on)
            return facts, preview.pages(pdf, dpi=DPI)

        background.run(self, draw, lambda drawn: self._drawn(wanted, *drawn), lambda error: self._failed(wanted, error))

    def _drawn(self, wanted: int, facts: Facts, pages: tuple[bytes, ...]) -> None:
        if wanted != self._wanted:
            return
        title = catalogue.DOCUMENTS[self._document].title
        number = len(pages)
        self.set_heading(title, "1 side" if number == 1 else f"Side 1 af {number}")
        self.problem.say("")
        self.sheet.setVisible(True)
        self.sheet.show_page(pages[0], f"{title}, side 1")
        self.shown = facts
        self._changed()

    def _failed(self, wanted: int, error: Exception) -> None:
        if wanted == self._wanted:
            self.set_heading(catalogue.DOCUMENTS[self._document].title)
            self.sheet.setVisible(False)
            self.problem.say(str(error) if isinstance(error, BudgetDeskError) else NOT_DRAWN)
            self._changed()

    def _read(self) -> None:
        self._page.place.binder.flush()
        show_paper(self._page, self._page.desk, self._document)
