"""A photo or a scan made ready to read: the paper cut out and laid flat, upright, evenly lit, of one size.

Only imported in the child process. Deterministic: no random numbers, one thread.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[Any]
"""Rows and columns of bytes: 0 is black, 255 is white."""

cv2.setNumThreads(1)

_ATTEMPTS = ((32, 1.2), (24, 0.8), (42, 2.0))
"""Median height of a printed mark in px, and how much it is softened: tried in this order, all measured."""
_LARGEST_SIDE = 6000
_FEWEST_MARKS, _MOST_MARKS = 10, 4500
"""Letters on one page: the longest receipts have about 3000."""
_MANY = 1500
"""Marks that are looked at to see how the lines run."""


def flat_paper(grey: Grey) -> Grey:
    """The printed part of the paper, seen from straight above, its lines level."""
    return _print_alone(_level(_on_its_feet(_cut_out(grey))))


def for_engine(paper: Grey, attempt: int = 0) -> tuple[Grey, float]:
    """Even light, black on white, and letters of one size. Also how much larger it is than `paper`.

    A second attempt (1) takes other sizes, which turns other doubtful figures the right way.
    """
    letter, soft = _ATTEMPTS[attempt]
    seen = letter_height(paper)
    scale = min(max(letter / seen, 0.25), 3.0) if seen else 1.0
    scale = min(scale, _LARGEST_SIDE / max(paper.shape))
    kind = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    sized = cv2.resize(paper, None, fx=scale, fy=scale, interpolation=kind)
    return even(cv2.GaussianBlur(sized, (0, 0), soft), letter), scale


def looks_printed(paper: Grey) -> bool:
    """False for an empty paper, and for a picture so full of specks that no receipt can be in it."""
    boxes, _ = _marks_of(paper)
    return _FEWEST_MARKS <= len(boxes) <= _MOST_MARKS


def upside_down(grey: Grey) -> Grey:
    """Turned half round."""
    return np.ascontiguousarray(np.rot90(grey, 2))


def even(grey: Grey, letter: int) -> Grey:
    """Background white everywhere and print near black, whatever the light was."""
    ground = _ground(grey, letter)
    depth = 1 - grey.astype(np.float32) / np.maximum(ground, 1)
    ink = float(np.percentile(depth, 98))
    strength = max(ink, 0.06)
    return np.clip(255 - 255 * depth / strength, 0, 255).astype(np.uint8)


def _ground(grey: Grey, letter: int) -> Grey:
    """The paper as it would look unprinted: the brightest nearby, smoothed."""
    small = cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    reach = max(3, int(letter * 1.6 / 4)) | 1
    bright = cv2.dilate(small, np.ones((reach, reach), np.uint8))
    smooth = cv2.GaussianBlur(cv2.medianBlur(bright, min(reach | 1, 31)), (0, 0), reach / 2)
    return cv2.resize(smooth, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)


def marks(grey: Grey) -> NDArray[Any]:
    """Left, top, width, height of every dark mark that stands among others as letters do, px."""
    soft = cv2.GaussianBlur(grey, (0, 0), 1.0)
    window = max(15, min(grey.shape) // 24) | 1
    ground = cv2.blur(soft, (window, window)).astype(np.float32)
    # A share of the light there, so that print in a shadow counts; the constant and the mask keep a dark table out.
    darker = np.maximum(ground - soft, 0) / (ground + 80)
    darker[ground < 0.35 * np.percentile(ground, 95)] = 0
    # No more than 0.06: the edge of a table is darker than print, and must not set what faint print has to reach.
    least = min(max(0.04, 0.35 * float(np.percentile(darker, 98.5))), 0.06)
    black = (darker > least).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(black, connectivity=8)
    tall, wide, area = stats[1:, 3], stats[1:, 2], stats[1:, 4]
    likely = (tall >= 6) & (wide >= 2) & (tall < grey.shape[0] / 10) & (area > 12)
    likely &= (wide < 3 * tall) & (tall < 8 * wide)
    return _among_others(stats[1:][likely][:, :4], grey.shape)


def _among_others(boxes: NDArray[Any], shape: tuple[int, ...]) -> NDArray[Any]:
    """Only the marks that have at least two neighbours of about their height: a word, not a speck."""
    if len(boxes) < 10:
        return boxes
    letter = float(np.median(boxes[:, 3]))
    near = np.zeros(shape[:2], np.float32)
    middles = (boxes[:, :2] + boxes[:, 2:] / 2).astype(np.int32)
    alike = (boxes[:, 3] > 0.5 * letter) & (boxes[:, 3] < 3 * letter)
    for (x, y), fits in zip(middles, alike, strict=True):
        near[y, x] += float(fits)
    long, short = int(6 * letter) | 1, int(1.2 * letter) | 1
    in_row, in_column = (
        cv2.boxFilter(near, -1, reach, normalize=False, borderType=cv2.BORDER_CONSTANT)
        for reach in ((long, short), (short, long))
    )
    around = np.maximum(in_row, in_column)[middles[:, 1], middles[:, 0]]
    return boxes[alike & (around >= 2.5)]


def letter_height(grey: Grey) -> float:
    """Median height of the printed marks, px; 0 when there is too little print to say."""
    boxes, scale = _marks_of(grey)
    return float(np.median(boxes[:, 3])) / scale if len(boxes) >= 10 else 0.0


def _cut_out(grey: Grey) -> Grey:
    corners = _paper_corners(grey)
    if corners is None:
        return grey
    top_left, top_right, bottom_right, bottom_left = corners
    width = int(max(np.linalg.norm(top_right - top_left), np.linalg.norm(bottom_right - bottom_left)))
    height = int(max(np.linalg.norm(bottom_left - top_left), np.linalg.norm(bottom_right - top_right)))
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    shape = cv2.getPerspectiveTransform(corners.astype(np.float32), flat)
    return cv2.warpPerspective(grey, shape, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def _paper_corners(grey: Grey) -> NDArray[Any] | None:
    """Top left, top right, bottom right, bottom left; None unless one bright quadrangle stands clear of the edges."""
    scale = 800 / max(grey.shape)
    small = cv2.GaussianBlur(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), (0, 0), 3)
    light = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)[1]
    light = cv2.morphologyEx(light, cv2.MORPH_CLOSE, np.ones((25, 25), np.uint8))
    contours = cv2.findContours(light, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]
    if not contours:
        return None
    largest = max(contours, key=cv2.contourArea)
    hull = cv2.convexHull(largest)
    area = cv2.contourArea(hull)
    if (
        not 0.15 * small.size < area < 0.97 * small.size
        or cv2.contourArea(largest) < 0.9 * area
        or _cut(largest, small)
    ):
        return None
    quad = cv2.approxPolyDP(hull, 0.03 * cv2.arcLength(hull, True), True)
    if len(quad) != 4 or cv2.contourArea(quad) < 0.9 * area:
        return None
    corners = _in_order(quad.reshape(-1, 2).astype(np.float32) / scale)
    return corners if _holds_all_print(corners, grey) else None


def _holds_all_print(corners: NDArray[Any], grey: Grey) -> bool:
    """False when print lies outside: a shadow has been taken for the edge of the paper."""
    boxes, scale = _marks_of(grey)
    if len(boxes) < _FEWEST_MARKS:
        return True
    middles = (boxes[:, :2] + boxes[:, 2:] / 2) / scale
    outline = corners.reshape(-1, 1, 2).astype(np.float32)
    letter = float(np.median(boxes[:, 3])) / scale
    close = [cv2.pointPolygonTest(outline, (float(x), float(y)), True) < 0.3 * letter for x, y in middles]
    return bool(sum(close) <= 0.015 * len(boxes))


def _cut(contour: NDArray[Any], picture: Grey) -> bool:
    """True when it runs into two or more edges of the picture: then it is not a whole paper."""
    left, top, width, height = cv2.boundingRect(contour)
    touches = (left <= 2, top <= 2, left + width >= picture.shape[1] - 2, top + height >= picture.shape[0] - 2)
    return bool(sum(touches) >= 2)


def _in_order(points: NDArray[Any]) -> NDArray[Any]:
    by_sum, by_difference = points.sum(axis=1), points[:, 0] - points[:, 1]
    order = [by_sum.argmin(), by_difference.argmax(), by_sum.argmax(), by_difference.argmin()]
    return points[order]


def _print_alone(grey: Grey) -> Grey:
    """Cropped to what is printed, with room for two letters around it."""
    boxes, scale = _marks_of(grey)
    if len(boxes) < 10:
        return grey
    room = 2 * float(np.median(boxes[:, 3]))
    left, top = np.maximum((boxes[:, :2].min(axis=0) - room) / scale, 0).astype(int)
    right, bottom = ((boxes[:, :2] + boxes[:, 2:]).max(axis=0) + room) / scale
    return np.ascontiguousarray(grey[top : int(bottom), left : int(right)])


def _marks_of(grey: Grey) -> tuple[NDArray[Any], float]:
    """The marks of the picture made smaller, and how much smaller it was made."""
    scale = min(1.0, 1600 / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
    return marks(small), scale


def _on_its_feet(grey: Grey) -> Grey:
    """Turned a quarter when the lines run up and down: a letter's nearest neighbour stands beside it in its line."""
    boxes, _ = _marks_of(grey)
    if len(boxes) < 10:
        return grey
    middles = (boxes[:_MANY, :2] + boxes[:_MANY, 2:] / 2).astype(np.float32)
    across = np.abs(middles[:, None, 0] - middles[None, :, 0])
    down = np.abs(middles[:, None, 1] - middles[None, :, 1])
    nearest = (across + down + np.eye(len(middles), dtype=np.float32) * 1e6).argmin(axis=1)
    rows = np.arange(len(middles))
    beside = int((across[rows, nearest] > down[rows, nearest]).sum())
    return grey if beside >= len(middles) / 2 else np.ascontiguousarray(np.rot90(grey))


def _black(grey: Grey, side: int) -> Grey:
    scale = min(1.0, side / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
    return cv2.adaptiveThreshold(small, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 10)


def _sharpness(black: Grey) -> float:
    rows = black.sum(axis=1, dtype=np.float64)
    return float(((rows[1:] - rows[:-1]) ** 2).sum() / max(rows.sum(), 1.0))


def _level(grey: Grey) -> Grey:
    """Turned by up to 10 degrees so that the lines of print are level."""
    black = _black(grey, 1000)
    coarse = max(np.arange(-10, 10.1, 1.0), key=lambda angle: _sharpness(_turned(black, angle, 0)))
    fine = np.arange(coarse - 0.9, coarse + 0.91, 0.15)
    best = max(fine, key=lambda angle: (_sharpness(_turned(black, angle, 0)), -abs(angle)))
    return grey if abs(best) < 0.1 else _turned(grey, float(best), None)


def _turned(grey: Grey, angle: float, around: int | None) -> Grey:
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    if around is not None:
        return cv2.warpAffine(grey, turn, (width, height), flags=cv2.INTER_NEAREST, borderValue=around)
    return cv2.warpAffine(grey, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
