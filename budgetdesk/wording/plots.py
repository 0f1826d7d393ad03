"""A picture of numbers before anybody paints it: what stands where, in shapes that window and paper draw alike.

The zero is a true zero. What is hidden or not known is a hatched column, never a column of no height. Names stand at
what they name, so that there is no legend to look up. Told apart by pattern, not by colour alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

Measure = Callable[[str], float]
"""How wide a text is."""
Fill = Literal["solid", "empty", "hidden"]
Kind = Literal["columns", "bars", "lines", "steps"]
STEPS = (1, 2, 2.5, 5, 10)
MOST_LINES = 4
_OVER, _UNDER, _BESIDE = 1.7, 1.6, 0.7
"""Room above a panel, below it and beside its amounts, in heights of a letter."""


@dataclass(frozen=True, kw_only=True)
class Strand:
    """One row of numbers with its name. None: hidden or not known. `bases`: where each column begins, not at zero."""

    name: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    shorts: tuple[str, ...] = ()
    """Shorter texts, for where one of the others has no room: all of them or none."""
    fill: Fill = "solid"
    bases: tuple[float, ...] = ()
    fills: tuple[Fill, ...] = ()
    """A fill of each column, where they differ."""


@dataclass(frozen=True, kw_only=True)
class Plot:
    """What is painted. `spoken` says all of it to who cannot see it."""

    title: str
    caption: str
    spoken: str
    labels: tuple[str, ...]
    """Along the axis: months, years, or words."""
    strands: tuple[Strand, ...]
    kind: Kind = "columns"
    table: tuple[tuple[str, ...], ...] = ()
    """The same as rows of words, the headings first."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to paint."""
        return not any(value is None or value for strand in self.strands for value in strand.values)

    @property
    def tells(self) -> bool:
        """Whether there is at least one number that is seen."""
        return any(value for strand in self.strands for value in strand.values)


@dataclass(frozen=True)
class Box:
    """A column or a bar; `hidden` is hatched and has no edge."""

    x: float
    y: float
    width: float
    height: float
    fill: Fill


@dataclass(frozen=True)
class Stroke:
    """A line. `role`: axis, grid or the number of a strand."""

    points: tuple[tuple[float, float], ...]
    role: Literal["axis", "grid", "first", "second"]


@dataclass(frozen=True)
class Dot:
    """A point of a line: filled for the first strand, open for the second."""

    x: float
    y: float
    filled: bool


@dataclass(frozen=True)
class Label:
    """A text; (x, y) is its left, middle or right end on the base line."""

    x: float
    y: float
    text: str
    align: Literal["left", "middle", "right"] = "left"
    strong: bool = False
    quiet: bool = False


Shape = Box | Stroke | Dot | Label


def lines_across(high: float, low: float = 0.0) -> tuple[float, ...]:
    """Round numbers for the lines across: zero, and enough to reach the highest (and the lowest) column."""
    span = max(high, 0.0) - min(low, 0.0)
    if span <= 0:
        return (0.0,)
    step = 1.0 if span > 1 else 0.5
    while step * MOST_LINES < span:
        step = _next(step)
    below = 0
    while -below * step < -min(low, 0.0):
        below -= 1
    above = 0
    while above * step < max(high, 0.0):
        above += 1
    return tuple(step * number for number in range(below, above + 1))


def _next(step: float) -> float:
    whole = 1.0
    while whole * 10 <= step:
        whole *= 10
    # Half a case or half a krone is not drawn as a line.
    return next(one * whole for one in STEPS if one * whole > step and (one * whole).is_integer())


def height_of(plot: Plot, letter: float) -> float:
    """How high a picture should be, by the height of a letter."""
    if plot.kind == "bars":
        return len(plot.labels) * letter * 2.4 + letter
    panels = len(plot.strands) if plot.kind == "columns" else 1
    return panels * letter * (12.2 if panels > 1 else 14) + letter * _UNDER


def layout(plot: Plot, width: float, letter: float, measure: Measure) -> tuple[Shape, ...]:
    """The shapes of a picture `width` wide and `height_of` high; y grows downwards."""
    if plot.kind == "bars":
        return _bars(plot, width, letter, measure)
    if plot.kind == "lines":
        return _lines(plot, width, letter, measure)
    height = (height_of(plot, letter) - letter * _UNDER) / len(plot.strands)
    shapes: list[Shape] = []
    ends = [end for strand in plot.strands for end in _ends(strand)]
    lines = lines_across(max(ends, default=0), min(ends, default=0))
    for number, strand in enumerate(plot.strands):
        named = letter * 1.2 if len(plot.strands) > 1 else 0
        frame = _Frame(lines, width, number * height + named, height - named, letter, measure)
        shapes += frame.ground()
        if len(plot.strands) > 1:
            shapes.append(Label(frame.left, frame.top - letter * 1.8, strand.name, strong=True))
        shapes += _columns(strand, frame)
    return (*shapes, *_along(plot.labels, frame, height_of(plot, letter)))


def _ends(strand: Strand) -> list[float]:
    bases = strand.bases or tuple(0.0 for _ in strand.values)
    return [0.0, *(base + value for base, value in zip(bases, strand.values, strict=True) if value is not None), *bases]


class _Frame:
    """One panel: where amounts stand, and how high a number reaches."""

    def __init__(
        self, lines: Sequence[float], width: float, at: float, height: float, letter: float, measure: Measure
    ) -> None:
        self.lines, self.letter, self.measure = lines, letter, measure
        self.left = max(measure(number(line)) for line in lines) + letter * _BESIDE
        self.right = width - 1
        self.top, self.bottom = at + letter * _OVER * 1.6, at + height - letter * 0.6

    def y(self, value: float) -> float:
        low, high = self.lines[0], self.lines[-1]
        return self.bottom - (value - low) / ((high - low) or 1) * (self.bottom - self.top)

    def slot(self, place: int, of: int) -> tuple[float, float]:
        """Left end and width of one place along the axis."""
        each = (self.right - self.left) / max(of, 1)
        return self.left + place * each, each

    def ground(self) -> list[Shape]:
        shapes: list[Shape] = []
        for line in self.lines:
            y = self.y(line)
            shapes.append(Stroke(((self.left, y), (self.right, y)), "axis" if line == 0 else "grid"))
            text = Label(self.left - self.letter * 0.5, y + self.letter * 0.35, number(line), "right", quiet=True)
            shapes.append(text)
        return shapes


def _columns(strand: Strand, frame: _Frame) -> list[Shape]:
    shapes: list[Shape] = []
    _, room = frame.slot(0, len(strand.values))
    fits = all(frame.measure(text) <= room for text in strand.texts)
    texts = strand.texts if fits or not strand.shorts else strand.shorts
    for place, value in enumerate(strand.values):
        left, each = frame.slot(place, len(strand.values))
        x, wide = left + each * 0.16, each * 0.68
        if value is None:
            shapes.append(Box(x, frame.top, wide, frame.y(0) - frame.top, "hidden"))
            continue
        base = strand.bases[place] if strand.bases else 0.0
        top, foot = sorted((frame.y(base), frame.y(base + value)))
        fill = strand.fills[place] if strand.fills else strand.fill
        if foot - top > 0:
            shapes.append(Box(x, top, wide, foot - top, fill))
        text = texts[place]
        if text and frame.measure(text) <= each:
            shapes.append(Label(left + each / 2, top - frame.letter * 0.4, text, "middle"))
    return shapes


def _along(labels: Sequence[str], frame: _Frame, foot: float) -> list[Shape]:
    """The names along the axis; as many as have room."""
    shapes: list[Shape] = []
    free = 0.0
    for place, text in enumerate(labels):
        left, each = frame.slot(place, len(labels))
        half = frame.measure(text) / 2
        middle = min(max(left + each / 2, half), frame.right - half)
        if middle - half >= free:
            shapes.append(Label(middle, foot - frame.letter * 0.45, text, "middle", quiet=True))
            free = middle + half + frame.letter * 0.6
    return shapes


def _bars(plot: Plot, width: float, letter: float, measure: Measure) -> tuple[Shape, ...]:
    strand = plot.strands[0]
    names = max((measure(label) for label in plot.labels), default=0) + letter
    ends = max((measure(text) for text in strand.texts), default=0) + letter
    most = max((value or 0 for value in strand.values), default=0) or 1
    shapes: list[Shape] = []
    for place, (label, value, text) in enumerate(zip(plot.labels, strand.values, strand.texts, strict=True)):
        y = letter * (0.8 + place * 2.4)
        line = y + letter * 1.1
        fill = strand.fills[place] if strand.fills else strand.fill
        shapes.append(Label(0, line, label))
        long = (width - names - ends) * ((value or 0) / most) if value is not None else width - names - ends
        shapes.append(Box(names, y, max(long, 0.5), letter * 1.4, "hidden" if value is None else fill))
        shapes.append(Label(names + max(long, 0.5) + letter * 0.5, line, text, strong=True))
    axis = Stroke(((names, letter * 0.4), (names, height_of(plot, letter) - letter * 0.4)), "axis")
    return (*shapes, axis)


def _lines(plot: Plot, width: float, letter: float, measure: Measure) -> tuple[Shape, ...]:
    ends = [value for strand in plot.strands for value in strand.values if value is not None]
    lines = lines_across(max(ends, default=0), min(0.0, *ends) if ends else 0)
    names = max((measure(strand.name) for strand in plot.strands), default=0) + letter * 1.2
    frame = _Frame(lines, width - names, 0, height_of(plot, letter) - letter * _UNDER, letter, measure)
    shapes = frame.ground()
    at = [_line_points(strand, frame) for strand in plot.strands]
    for role, filled, points in zip(("first", "second"), (True, False), at, strict=False):
        for run in points:
            shapes.append(Stroke(tuple(run), "first" if role == "first" else "second"))
            shapes += [Dot(x, y, filled) for x, y in run]
    shapes += _values(plot, frame)
    shapes += _names(plot, at, frame.right, letter)
    return (*shapes, *_along(plot.labels, frame, height_of(plot, letter)))


def _line_points(strand: Strand, frame: _Frame) -> list[list[tuple[float, float]]]:
    """The runs of a line: broken where nothing is known."""
    runs: list[list[tuple[float, float]]] = [[]]
    for place, value in enumerate(strand.values):
        left, each = frame.slot(place, len(strand.values))
        if value is None:
            runs.append([])
        else:
            runs[-1].append((left + each / 2, frame.y(value)))
    return [run for run in runs if run]


def _values(plot: Plot, frame: _Frame) -> list[Shape]:
    """Each number at its dot: above the higher line, below the lower one."""
    shapes: list[Shape] = []
    for number_of, strand in enumerate(plot.strands):
        for place, value in enumerate(strand.values):
            if value is None:
                continue
            others = [one.values[place] for n, one in enumerate(plot.strands) if n != number_of]
            higher = all(other is None or (value, -number_of) >= (other, 0) for other in others)
            left, each = frame.slot(place, len(strand.values))
            y = frame.y(value) + (-frame.letter * 0.75 if higher else frame.letter * 1.45)
            shapes.append(Label(left + each / 2, y, strand.texts[place], "middle"))
    return shapes


def _names(plot: Plot, at: list[list[list[tuple[float, float]]]], right: float, letter: float) -> list[Shape]:
    """The name of each line at its end, never on top of each other."""
    ends = [(runs[-1][-1][1], strand.name) for runs, strand in zip(at, plot.strands, strict=True) if runs]
    shapes: list[Shape] = []
    free = float("-inf")
    for y, name in sorted(ends):
        base = max(y + letter * 0.35, free)
        shapes.append(Label(right + letter * 0.4, base, name, strong=True))
        free = base + letter * 1.4
    return shapes


def number(value: float) -> str:
    """`1.500`, `2,5`, `−3`: a number beside a line."""
    whole = f"{abs(value):,.0f}" if value == int(value) else f"{abs(value):,.1f}"
    turned = whole.translate(str.maketrans(",.", ".,"))
    return f"\u2212{turned}" if value < 0 else turned
