"""The picture of the rescue time line on paper: the clock along the top, a bar per help. Readable in black and white.

It is not read aloud: every day in it stands in words beside it or in the list below.
"""

from __future__ import annotations

from budgetdesk.documents.sheet import fonts, page

# isort: split
from reportlab.lib.colors import white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from budgetdesk.casework.rescue import Chance, Rescue, RescueLine, State, Stops
from budgetdesk.wording import rescue_frame as frames
from budgetdesk.wording.rescue_frame import Frame, Mark

LETTERS, LANE, AXIS, BAND = 8.3, 11.5, 11.0, 5.0
"""Size of the letters; heights of a lane of names, the days below, and the ground of the clock (points)."""
BAR = 7.0
_GAP = 6.0


class _Strip(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The ground and the line of the day everything is held against, `width` points wide."""

    def __init__(self, rescue: Rescue, width: float, height: float) -> None:
        super().__init__()
        self.rescue, self.frame = rescue, frames.frame(rescue)
        self.width, self.height = width, height

    def at(self, part: float) -> float:
        return part * float(self.width)

    def ground(self, bottom: float, top: float) -> None:
        """White while paying stops it, hatched after that."""
        target = self.rescue.target
        split = 0.0
        if target is not None and target.stops is Stops.BY_RIGHT:
            split = self.at(self.frame.part(target.day, of_day=1))
        canvas = self.canv
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(split, bottom, max(self.at(1) - split, 0.1), top - bottom)
        canvas.clipPath(clip, stroke=0, fill=0)
        canvas.setStrokeColor(page.LINE)
        canvas.setLineWidth(0.4)
        x = split - (top - bottom)
        while x < self.at(1):
            canvas.line(x, bottom, x + (top - bottom), top)
            x += 4
        canvas.restoreState()

    def target_x(self) -> float:
        """Where the day stands that everything is held against; outside the picture where there is none."""
        target = self.rescue.target
        if target is None or target.stops is Stops.AT_ONCE or not self.frame.shows(target.day):
            return -100.0
        return self.at(self.frame.part(target.day, of_day=1 if target.stops is Stops.BY_RIGHT else 0.5))

    def target_line(self, bottom: float, top: float) -> None:
        x, target = self.target_x(), self.rescue.target
        if x < 0 or target is None:
            return
        self.canv.saveState()
        self.canv.setStrokeColor(page.INK)
        self.canv.setLineWidth(1.2)
        if target.estimate:
            self.canv.setDash(2, 2)
        self.canv.line(x, bottom, x, top)
        self.canv.restoreState()


class ClockFlowable(_Strip):
    """The names of the steps with a line each down to the days; `room` is how far the names may reach (points)."""

    def __init__(self, rescue: Rescue, width: float, room: float) -> None:
        super().__init__(rescue, width, 0)
        self.room = room
        self.marks = frames.marks(rescue, self.frame)
        places = [(self._x(mark), stringWidth(mark.text, self._face(mark), LETTERS)) for mark in self.marks]
        self.lanes = frames.lanes(places, room, _GAP)
        self.height = (1 + max((lane for lane, _ in self.lanes), default=0)) * LANE + BAND + AXIS

    def _is_target(self, mark: Mark) -> bool:
        return frames.is_target(mark, self.rescue)

    def _face(self, mark: Mark) -> str:
        return str(fonts.BOLD if self._is_target(mark) else fonts.REGULAR)

    def _x(self, mark: Mark) -> float:
        return self.target_x() if self._is_target(mark) else self.at(self.frame.part(mark.first))

    def draw(self) -> None:
        self.canv.artifact()
        self.ground(0, AXIS + BAND)
        self._days()
        for mark, (lane, left) in zip(self.marks, self.lanes, strict=True):
            self._mark(mark, lane, left)
        self.target_line(0, AXIS + BAND)
        self.canv.unmark()

    def _days(self) -> None:
        canvas, free = self.canv, 0.0
        canvas.setFont(fonts.REGULAR, LETTERS - 0.8)
        days = [self.frame.start, *(day for day in self.frame.mondays() if day != self.frame.start)]
        for day in days:
            x = self.at(self.frame.part(day, of_day=0))
            text = "i dag" if day == self.frame.start else frames.short_day(day)
            width = stringWidth(text, fonts.REGULAR, LETTERS - 0.8)
            crossed = x - 2 <= self.target_x() <= x + width + 4
            if x + 2 < free or x + 2 + width > self.at(1) or crossed:
                continue
            canvas.setFillColor(white)
            canvas.rect(x, 1, width + 4, AXIS - 2, stroke=0, fill=1)
            canvas.setFillColor(page.QUIET)
            canvas.drawString(x + 2, 3, text)
            free = x + width + _GAP

    def _mark(self, mark: Mark, lane: int, left: float) -> None:
        canvas, x = self.canv, self._x(mark)
        y = float(self.height) - (lane + 1) * LANE
        canvas.saveState()
        canvas.setStrokeColor(page.INK if self._is_target(mark) else page.QUIET)
        canvas.setLineWidth(0.9)
        if mark.estimated:
            canvas.setDash(2, 2)
        canvas.line(x, y, x, AXIS)
        if mark.estimated and mark.last > mark.first:
            canvas.line(x, AXIS, self.at(self.frame.part(mark.last, of_day=1)), AXIS)
        canvas.restoreState()
        width = stringWidth(mark.text, self._face(mark), LETTERS)
        canvas.setFillColor(white)
        canvas.rect(left - 1, y + 0.5, width + 2, LANE - 1, stroke=0, fill=1)
        canvas.setFillColor(page.INK)
        canvas.setFont(self._face(mark), LETTERS)
        canvas.drawString(left, y + 3, mark.text)


class HelpFlowable(_Strip):
    """One help: a thin line while one waits, a filled bar where it is in time, a white one where it is not."""

    def __init__(self, line: RescueLine, rescue: Rescue, width: float, height: float = 18.0) -> None:
        super().__init__(rescue, width, height)
        self.line = line

    def draw(self) -> None:
        self.canv.artifact()
        self.ground(0, self.height)
        self.target_line(-6, float(self.height) + 6)
        self.canv.saveState()
        self.canv.setStrokeColor(page.QUIET)
        self.canv.setLineWidth(1)
        if self.line.first is None:
            self._unknown()
        else:
            self._bar(self.line, self.frame)
        self.canv.restoreState()
        self.canv.unmark()

    def _unknown(self) -> None:
        if self.line.state is not State.AGREED:
            self.canv.setDash(1, 3)
        self.canv.line(3, self.height / 2, self.at(1) - 3, self.height / 2)

    def _bar(self, line: RescueLine, frame: Frame) -> None:
        canvas, middle = self.canv, float(self.height) / 2
        start = self.at(frame.part(max(line.begins, frame.start), of_day=0))
        if frames.beyond(line, frame) or line.first is None or line.last is None:
            end = self.at(1) - 2
            canvas.line(start, middle, end, middle)
            canvas.line(end, middle, end - 4, middle + 2.5)
            canvas.line(end, middle, end - 4, middle - 2.5)
            return
        left = self.at(frame.part(line.first, of_day=0))
        right = min(max(self.at(frame.part(line.last, of_day=1)), left + BAR), self.at(1))
        canvas.line(start, middle, left, middle)
        in_time = line.chance in (Chance.IN_TIME, Chance.IF_APPLIED)
        canvas.setFillColor(page.ACCENT if in_time else white)
        canvas.setStrokeColor(page.ACCENT if in_time else page.INK)
        canvas.roundRect(left, middle - BAR / 2, right - left, BAR, BAR / 2, stroke=1, fill=1)
        if line.apply_by is not None and line.apply_by <= line.first:
            x = self.at(frame.part(line.apply_by, of_day=1))
            canvas.setLineWidth(1.6)
            canvas.line(x, middle - BAR / 2 - 2, x, middle + BAR / 2 + 2)
