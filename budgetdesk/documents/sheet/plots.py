"""A picture of numbers on paper, painted from the shapes of `wording.plots`. Readable in black and white.

It is a figure with a description of all it shows, for who cannot see it.
"""

from __future__ import annotations

from typing import Any

from budgetdesk.documents.sheet import fonts, page

# isort: split
from reportlab.lib.colors import white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from budgetdesk.wording.plots import Box, Dot, Label, Plot, Shape, Stroke, height_of, layout

LETTER = 8.3
_HATCH = 3.2


class PlotFlowable(Flowable):  # type: ignore[misc]  # reportlab has no types
    """One picture over the whole width."""

    def __init__(self, plot: Plot, width: float = page.WIDTH) -> None:
        super().__init__()
        self.plot, self.width, self.height = plot, width, height_of(plot, LETTER)

    def draw(self) -> None:
        self.canv.artifact()
        self.paint()
        self.canv.unmark()

    def paint(self) -> None:
        """The shapes alone, without saying what they are. The lines of the scale do not go through a number."""
        shapes = layout(self.plot, self.width, LETTER, _measure)
        scale = [one for one in shapes if isinstance(one, Stroke) and one.role == "grid"]
        for line in scale:
            self._stroke(line)
        for label in (one for one in shapes if isinstance(one, Label) and not one.quiet):
            self._behind(label)
        for shape in (one for one in shapes if one not in scale):
            self.canv.saveState()
            self._draw(shape)
            self.canv.restoreState()

    def _draw(self, shape: Shape) -> None:
        if isinstance(shape, Box):
            self._box(shape)
        elif isinstance(shape, Stroke):
            self._stroke(shape)
        elif isinstance(shape, Dot):
            self.canv.setStrokeColor(page.ACCENT)
            self.canv.setFillColor(page.ACCENT if shape.filled else white)
            self.canv.circle(shape.x, self.height - shape.y, 2.4, stroke=1, fill=1)
        else:
            self._label(shape)

    def _box(self, box: Box) -> None:
        bottom = self.height - box.y - box.height
        if box.fill == "hidden":
            _hatch(self.canv, box.x, bottom, box.width, box.height)
            return
        self.canv.setStrokeColor(page.ACCENT)
        self.canv.setFillColor(page.ACCENT if box.fill == "solid" else white)
        self.canv.setLineWidth(0.8)
        self.canv.rect(box.x, bottom, box.width, box.height, stroke=1, fill=1)

    def _stroke(self, stroke: Stroke) -> None:
        self.canv.setStrokeColor({"grid": page.LINE, "axis": page.QUIET}.get(stroke.role, page.ACCENT))
        self.canv.setLineWidth({"grid": 0.4, "axis": 0.8}.get(stroke.role, 1.6))
        if stroke.role == "second":
            self.canv.setDash(4, 3)
        path = self.canv.beginPath()
        (x, y), *rest = stroke.points
        path.moveTo(x, self.height - y)
        for x, y in rest:
            path.lineTo(x, self.height - y)
        self.canv.drawPath(path, stroke=1, fill=0)

    def _behind(self, label: Label) -> None:
        """Paper where a number will stand."""
        wide = _measure(label.text)
        left = label.x - {"left": 0.0, "middle": 0.5, "right": 1.0}[label.align] * wide
        self.canv.saveState()
        self.canv.setFillColor(white)
        self.canv.rect(left - 1, self.height - label.y - 1, wide + 2, LETTER, stroke=0, fill=1)
        self.canv.restoreState()

    def _label(self, label: Label) -> None:
        self.canv.setFont(fonts.BOLD if label.strong else fonts.REGULAR, LETTER)
        self.canv.setFillColor(page.QUIET if label.quiet else page.INK)
        draw = {"left": self.canv.drawString, "middle": self.canv.drawCentredString, "right": self.canv.drawRightString}
        draw[label.align](label.x, self.height - label.y, label.text)


def _measure(text: str) -> float:
    return float(stringWidth(text, fonts.BOLD, LETTER))


def _hatch(canvas: Any, x: float, y: float, width: float, height: float) -> None:
    clip = canvas.beginPath()
    clip.rect(x, y, width, height)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.setStrokeColor(page.LINE)
    canvas.setLineWidth(0.6)
    at = x - height
    while at < x + width:
        canvas.line(at, y, at + height, y + height)
        at += _HATCH
