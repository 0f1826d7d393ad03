"""A sheet as it will come out of the printer: the page on it, and the edge where the printer cannot print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from budgetdesk.documents.printer.print_layout import Sheet, Side
from budgetdesk.documents.printer.printing import MM_PER_INCH, Picture, draw
from budgetdesk.ui import theme

DPI = 96
MOST_SHEETS = 40
"""So many sheets are shown; a longer paper is printed whole."""
WIDEST = 440
"""px: so that a whole sheet is seen at once."""
_EDGE = QColor("#9aa3a8")


@dataclass(frozen=True)
class Shown:
    """One side, drawn for the screen."""

    side: Side
    picture: Picture


def drawn(pdf: bytes, sides: Sequence[Side], *, grey: bool) -> tuple[Shown, ...]:
    """The sides of a paper, for the screen. In a thread."""
    return tuple(Shown(side, draw(pdf, side, dpi=DPI, grey=grey)) for side in sides[:MOST_SHEETS])


class SheetView(QWidget):
    """One sheet, in about its true size, smaller where there is less room."""

    def __init__(self, sheet: Sheet, shown: Shown, name: str) -> None:
        super().__init__()
        self._sheet, self._side = sheet, shown.side
        picture = shown.picture
        kind, deep = (QImage.Format.Format_Grayscale8, 1) if picture.grey else (QImage.Format.Format_RGB888, 3)
        self._image = QImage(picture.data, picture.width, picture.height, picture.width * deep, kind).copy()
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(200)
        self.setMaximumWidth(self.sizeHint().width())

    def sizeHint(self) -> QSize:
        wide = min(WIDEST, round(self._sheet.width * DPI / MM_PER_INCH))
        return QSize(wide, self.heightForWidth(wide))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._sheet.height / self._sheet.width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        per_mm = self.width() / self._sheet.width
        room, place = self._sheet.room, self._side.on_sheet
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            where = QRectF(place.left, place.top, place.width, place.height)
            painter.drawImage(_scaled(where, per_mm), self._image)
            painter.setPen(QPen(_EDGE, 1, Qt.PenStyle.DotLine))
            painter.drawRect(_scaled(QRectF(room.left, room.top, room.width, room.height), per_mm))
            painter.setPen(QColor(theme.tokens().edge))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _scaled(box: QRectF, by: float) -> QRectF:
    return QRectF(box.left() * by, box.top() * by, box.width() * by, box.height() * by)
