"""A picture to look at closely: as wide as its room to begin with, larger and smaller by keys, with places marked.

The picture is decoded by the caller, in a thread (`decode`). Arrow keys move it, + and - zoom, 0 fits it again.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageReader,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from budgetdesk.i18n import _
from budgetdesk.ui import theme

MOST_BYTES = 190_000
"""Of a picture that is kept."""
STEP, LEAST, MOST = 1.25, 0.1, 4.0
_ROUND = 4
_AROUND = 3
"""Px of the screen between a place and its mark."""


def decode(data: bytes) -> QImage:
    """The picture of these bytes; a null image where they are none. For a thread: it takes a while."""
    return QImage.fromData(data)


def to_keep(data: bytes, most: int = MOST_BYTES) -> bytes:
    """The picture as JPEG in grey, upright and of at most so many bytes; b"" where it is none. For a thread."""
    buffer = QBuffer()
    buffer.setData(data)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        return b""
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    for side, quality in ((1600, 60), (1200, 50), (900, 40), (600, 30)):
        if max(image.width(), image.height()) > side:
            ratio, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            image = image.scaled(side, side, ratio, smooth)
        out = QBuffer()
        out.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(out, "JPEG", quality)  # type: ignore[call-overload]  # the stubs know only file names
        if out.size() <= most:
            return bytes(out.data().data())
    return b""


class PictureView(QScrollArea):
    """`show_image`, then `mark` the places that are talked about (px of the picture: left, top, width, height)."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._canvas = _Canvas()
        self._fits = True
        self.setWidget(self._canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("Plus og minus gør billedet større og mindre. 0 viser hele bredden."))
        self.setToolTip(_("Ctrl og rullehjul, eller + og −, gør billedet større og mindre."))

    @property
    def zoom(self) -> float:
        """Px of the screen for one px of the picture."""
        return self._canvas.zoom

    @property
    def has_picture(self) -> bool:
        """Whether there is something to see."""
        return not self._canvas.image.isNull()

    @property
    def marked(self) -> tuple[QRect, ...]:
        """The places that are marked now, px of the picture."""
        return self._canvas.places

    def show_image(self, image: QImage, said: str = "") -> None:
        """Show another picture; `said` stands there when it is a null image."""
        self._canvas.show_image(image, said)
        self._fits = True
        self._fit()

    def mark(self, places: Sequence[QRect]) -> None:
        """Mark these places and bring the first of them into sight; none takes the marks away."""
        self._canvas.mark(tuple(places))
        if places:
            whole = places[0]
            for place in places[1:]:
                whole = whole.united(place)
            middle = whole.center() * self.zoom
            self.ensureVisible(middle.x(), middle.y(), 40, self.viewport().height() // 3)

    def zoom_in(self) -> None:
        self._zoom_to(self.zoom * STEP)

    def zoom_out(self) -> None:
        self._zoom_to(self.zoom / STEP)

    def fit(self) -> None:
        """As wide as the room there is."""
        self._fits = True
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {"+": self.zoom_in, "-": self.zoom_out, "0": self.fit}.get(event.text())
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self.viewport()) as painter:
                painter.setPen(QPen(QColor(theme.tokens().accent), 2))
                painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _zoom_to(self, zoom: float) -> None:
        self._fits = False
        middle = self.viewport().rect().center() - self._canvas.pos()
        before = self.zoom
        self._canvas.set_zoom(min(MOST, max(LEAST, zoom)))
        moved = middle * (self.zoom / before) - middle
        for bar, by in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
            bar.setValue(bar.value() + by)

    def _fit(self) -> None:
        wide = self._canvas.image.width()
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * self.frameWidth()
        if wide and room > 0:
            self._canvas.set_zoom(min(MOST, max(LEAST, min(room / wide, 1.5))))


class _Canvas(QWidget):
    """The picture itself, at its zoom, with the marks over it."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.places: tuple[QRect, ...] = ()
        self.zoom = 1.0
        self._said = ""
        self._drawn: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage, said: str) -> None:
        self.image, self._said, self._drawn, self.places = image, said, None, ()
        self.resize(self.sizeHint())
        self.update()

    def mark(self, places: tuple[QRect, ...]) -> None:
        self.places = places
        self.update()

    def set_zoom(self, zoom: float) -> None:
        if zoom != self.zoom:
            self.zoom, self._drawn = zoom, None
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 120) if self.image.isNull() else self.image.size() * self.zoom

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.image.isNull():
                painter.setPen(QColor(colours.muted))
                painter.drawText(self.rect(), int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter), self._said)
                return
            self._paint_picture(painter, event.rect())
            painter.setPen(QPen(QColor(colours.accent), 2))
            fill = QColor(colours.accent)
            fill.setAlpha(40)
            painter.setBrush(fill)
            for place in self.places:
                at = QRect(place.topLeft() * self.zoom, place.size() * self.zoom)
                painter.drawRoundedRect(at.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND), _ROUND, _ROUND)

    def _paint_picture(self, painter: QPainter, seen: QRect) -> None:
        """Smaller than it is: from a copy made once. Larger: only what is seen, so that no huge copy is made."""
        if self.zoom <= 1:
            painter.drawPixmap(0, 0, self._at_this_zoom())
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        source = QRectF(QPointF(seen.topLeft()) / self.zoom, QSizeF(seen.size()) / self.zoom)
        painter.drawImage(QRectF(seen), self.image, source)

    def _at_this_zoom(self) -> QPixmap:
        if self._drawn is None:
            ratio = self.devicePixelRatioF()
            size = self.image.size() * self.zoom * ratio
            scaled = self.image.scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._drawn = QPixmap.fromImage(scaled)
            self._drawn.setDevicePixelRatio(ratio)
        return self._drawn
