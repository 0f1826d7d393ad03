"""Small pictures that help who reads with effort: home, food, telephone. Line drawings, good in black and white.

From one free set (`resources/icons/pictograms`, with its licence). A reader of just that set's 24 x 24 outlines: each
is a few `path` elements, of which SVG 1.1 § 8.3 says what the letters mean. Nobody reads the pictures aloud: what they
mean stands in words beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from math import acos, ceil, cos, hypot, pi, radians, sin, sqrt, tan
from typing import Any

from budgetdesk import data_files

PICTOGRAMS = (
    "home", "food", "electricity", "phone", "transport", "children", "debt", "savings", "calendar", "call", "papers",
    "clothes", "health", "insurance",
)  # fmt: skip
OF_GROUP: Mapping[str, str] = {
    "bolig": "home",
    "forsikring": "insurance",
    "boern": "children",
    "helbred": "health",
    "tele": "phone",
    "transport": "transport",
    "mad": "food",
    "personligt": "clothes",
    "opsparing": "savings",
    "gaeld": "debt",
}
"""The picture of a group of the chart."""
GRID = 24.0
STROKE = 2.0
"""Width of a line on the grid."""

Point = tuple[float, float]
Piece = tuple[str, tuple[float, ...]]
"""`M` x y, `L` x y, `C` six numbers or `Z`, all from the upper left corner of the grid."""
_PATH = re.compile(r'<path d="([^"]+)"')
_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}


@cache
def outlines(name: str) -> tuple[str, ...]:
    """The lines of a picture as SVG path data. Raises KeyError for a name that is no picture."""
    if name not in PICTOGRAMS:
        raise KeyError(name)
    return tuple(_PATH.findall(data_files.path("icons", "pictograms", f"{name}.svg").read_text(encoding="utf-8")))


@cache
def pieces(name: str) -> tuple[Piece, ...]:
    """The same as lines and curves, each from where the last one ended."""
    return tuple(piece for outline in outlines(name) for piece in _pieces(outline))


def svg(name: str) -> str:
    """The picture for a page of HTML: in the colour of the text, and silent."""
    lines = "".join(f'<path d="{outline}"/>' for outline in outlines(name))
    return f'<svg class="pictogram" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{lines}</svg>'


def draw(canvas: Any, name: str, x: float, y: float, size: float) -> None:
    """Draw it with its lower left corner at (x, y), in the stroke colour of the canvas."""
    canvas.saveState()
    canvas.translate(x, y + size)
    canvas.scale(size / GRID, -size / GRID)
    canvas.setLineWidth(STROKE)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    for kind, at in pieces(name):
        {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}[kind](*at)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def _pieces(outline: str) -> Iterator[Piece]:
    """From where the pen is, each step of an outline. A small letter counts from where the pen is."""
    x = y = 0.0
    start = (x, y)
    for command, numbers in _commands(outline):
        kind, relative = command.upper(), command.islower()
        if kind == "Z":
            yield "Z", ()
            x, y = start
            continue
        made = tuple(_step(kind, numbers, (x, y), relative=relative))
        yield from made
        x, y = made[-1][1][-2:]
        start = (x, y) if kind == "M" else start


def _commands(outline: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """A letter with as many numbers as it takes; where more follow, the letter is meant again."""
    tokens = _TOKEN.findall(outline)
    command, at = "", 0
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
        count = _NUMBERS[command.upper()]
        yield command, tuple(float(token) for token in tokens[at : at + count])
        at += count
        command = {"M": "L", "m": "l"}.get(command, command)


def _step(kind: str, numbers: tuple[float, ...], pen: Point, *, relative: bool) -> Iterator[Piece]:
    dx, dy = pen if relative else (0.0, 0.0)
    if kind == "H":
        yield "L", (numbers[0] + dx, pen[1])
    elif kind == "V":
        yield "L", (pen[0], numbers[0] + dy)
    elif kind == "A":
        yield from _arc(pen, numbers, (numbers[5] + dx, numbers[6] + dy))
    else:
        yield kind, tuple(number + (dy if at % 2 else dx) for at, number in enumerate(numbers))


def _arc(start: Point, numbers: tuple[float, ...], end: Point) -> Iterator[Piece]:
    """A part of an ellipse as curves of at most a quarter each (SVG 1.1, appendix F.6)."""
    rx, ry, turn, large, sweep = numbers[:5]
    if start == end or not rx or not ry:
        yield "L", end
        return
    middle, first, angle, rx, ry = _centre(start, end, (abs(rx), abs(ry)), radians(turn), bool(large) != bool(sweep))
    if not sweep and angle > 0:
        angle -= 2 * pi
    elif sweep and angle < 0:
        angle += 2 * pi
    parts = max(1, ceil(abs(angle) / (pi / 2) - 1e-9))
    step = angle / parts
    bend = 4 / 3 * tan(step / 4)

    def at(along: float, across: float, by: float) -> Point:
        x, y = rx * (cos(along) - by * sin(across)), ry * (sin(along) + by * cos(across))
        return (
            x * cos(radians(turn)) - y * sin(radians(turn)) + middle[0],
            x * sin(radians(turn)) + y * cos(radians(turn)) + middle[1],
        )

    for number in range(parts):
        here, there = first + number * step, first + (number + 1) * step
        last = end if number == parts - 1 else at(there, there, 0)
        yield "C", (*at(here, here, bend), *at(there, there, -bend), *last)


def _centre(
    start: Point, end: Point, radii: Point, turn: float, positive: bool
) -> tuple[Point, float, float, float, float]:
    """(centre, first angle, angle between, radii that reach) of an arc between two points."""
    half = ((start[0] - end[0]) / 2, (start[1] - end[1]) / 2)
    x, y = cos(turn) * half[0] + sin(turn) * half[1], -sin(turn) * half[0] + cos(turn) * half[1]
    rx, ry = radii
    short = hypot(x / rx, y / ry)
    rx, ry = (rx * short, ry * short) if short > 1 else (rx, ry)
    over = (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2
    scale = sqrt(max(0.0, over / ((rx * y) ** 2 + (ry * x) ** 2))) * (1 if positive else -1)
    cx, cy = scale * rx * y / ry, -scale * ry * x / rx
    middle = (
        cos(turn) * cx - sin(turn) * cy + (start[0] + end[0]) / 2,
        sin(turn) * cx + cos(turn) * cy + (start[1] + end[1]) / 2,
    )
    u, v = ((x - cx) / rx, (y - cy) / ry), ((-x - cx) / rx, (-y - cy) / ry)
    return middle, _angle((1.0, 0.0), u), _angle(u, v), rx, ry


def _angle(u: Point, v: Point) -> float:
    """From one direction to another, signed."""
    cosine = (u[0] * v[0] + u[1] * v[1]) / (hypot(*u) * hypot(*v))
    return acos(max(-1.0, min(1.0, cosine))) * (1 if u[0] * v[1] - u[1] * v[0] >= 0 else -1)
