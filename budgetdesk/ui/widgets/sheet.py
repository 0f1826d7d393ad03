"""A page of a paper, as a picture beside what one does with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

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
