"""A telephone over a receipt: folds, a table, an angle, uneven light, a hand that shakes, a sensor, a JPEG."""

from __future__ import annotations

import io
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from receipts_synthetic.printer import Picture

_ORIENTATION = 0x0112


def photographed(paper: Picture, draw: Random) -> bytes:
    """The receipt as a JPEG."""
    noise = np.random.default_rng(draw.getrandbits(32))
    picture = _contrast(paper, draw)
    if draw.random() < 0.5:
        picture = _folds(picture, draw)
    picture = _on_table(picture, draw, noise)
    if draw.random() < 0.7:
        picture = _light(picture, draw)
    picture = _blur(picture, draw)
    picture = picture + noise.normal(0, draw.choice((0.008, 0.015, 0.03)), picture.shape).astype(np.float32)
    return _jpeg(picture, draw)


def _contrast(paper: Picture, draw: Random) -> Picture:
    dark, bright = draw.choice(((0.10, 0.95), (0.15, 0.92), (0.25, 0.88), (0.42, 0.82), (0.50, 0.80), (0.58, 0.80)))
    return dark + paper * (bright - dark)


def _folds(picture: Picture, draw: Random) -> Picture:
    height, width = picture.shape
    for _ in range(draw.randint(1, 3)):
        at = draw.uniform(0.1, 0.9) * height
        slope = draw.uniform(-0.05, 0.05)
        away = np.arange(height)[:, None] - at - slope * np.arange(width)[None, :]
        crease = np.exp(-((away / draw.uniform(3, 9)) ** 2)) * draw.choice((-0.18, 0.12))
        side = np.tanh(away / 60) * draw.uniform(-0.05, 0.05)
        picture = picture * (1 + crease + side).astype(np.float32)
    return picture


def _on_table(picture: Picture, draw: Random, noise: np.random.Generator) -> Picture:
    """Turned, seen from an angle, bent a little, and lying on something darker (or scanned on white)."""
    height, width = picture.shape
    around = int(0.06 * width) + draw.randint(10, 160)
    size = (width + 2 * around, height + 2 * around)
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    lean = 0.035 * width if draw.random() < 0.6 else 0.0
    seen = corners + around + np.array([[draw.uniform(-lean, lean) for _ in range(2)] for _ in range(4)], np.float32)
    turn = cv2.getRotationMatrix2D(
        (size[0] / 2, size[1] / 2), draw.choice((0, draw.uniform(-2, 2), draw.uniform(-5, 5), draw.uniform(-9, 9))), 1
    )
    seen = (turn @ np.hstack([seen, np.ones((4, 1))]).T).T.astype(np.float32)
    shape = cv2.getPerspectiveTransform(corners, seen)
    table = draw.choice((0.08, 0.25, 0.40, 0.55, 0.97))
    grain = noise.normal(table, 0.02, (size[1] // 8 + 1, size[0] // 8 + 1)).astype(np.float32)
    ground = cv2.resize(grain, size, interpolation=cv2.INTER_CUBIC)
    inside = cv2.warpPerspective(np.ones_like(picture), shape, size)
    flat = ground * (1 - inside) + cv2.warpPerspective(picture, shape, size, flags=cv2.INTER_LINEAR) * inside
    return _bent(flat, draw)


def _bent(picture: Picture, draw: Random) -> Picture:
    swing = draw.choice((0.0, 0.0, 2.0, 5.0))
    if not swing:
        return picture
    height, width = picture.shape
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    period = draw.uniform(0.8, 1.6) * width
    return cv2.remap(
        picture,
        columns,
        rows + swing * np.sin(2 * np.pi * columns / period).astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )


def _light(picture: Picture, draw: Random) -> Picture:
    height, width = picture.shape
    across = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    down = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    slope = 1 + draw.uniform(-0.25, 0.25) * across + draw.uniform(-0.2, 0.2) * down
    if draw.random() < 0.4:  # the shadow of the hand that holds the telephone
        edge = draw.uniform(-0.3, 0.8)
        slope = slope * (
            1 - draw.uniform(0.1, 0.35) / (1 + np.exp(-(across + 0.4 * down - edge) * draw.uniform(6, 20)))
        )
    return (picture * slope).astype(np.float32)


def _blur(picture: Picture, draw: Random) -> Picture:
    picture = cv2.GaussianBlur(picture, (0, 0), draw.choice((0.8, 1.2, 1.8, 2.4, 3.0, 3.6)))
    if draw.random() < 0.2:
        length = draw.randint(3, 7)
        picture = cv2.filter2D(picture, -1, np.full((1, length), 1 / length, np.float32))
    return picture


def _jpeg(picture: Picture, draw: Random) -> bytes:
    """A dot of the printer is 1.3 px (sent on by a telephone) to 3 px (a good photo) of the picture."""
    scale = draw.choice((0.36, 0.42, 0.55, 0.7, 0.85, 1.0))
    seen = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    grey: NDArray[np.uint8] = np.clip(seen * 255, 0, 255).astype(np.uint8)
    tint = draw.choice(((1, 1, 1), (1, 0.97, 0.9), (0.95, 0.98, 1)))
    colour = np.stack([np.clip(grey * part, 0, 255) for part in tint], axis=-1).astype(np.uint8)
    target = io.BytesIO()
    quality = draw.choice((45, 60, 75, 88))
    chance = draw.random()
    if chance < 0.04:  # the telephone lay on its side and did not notice
        Image.fromarray(np.rot90(colour, draw.choice((1, 2, 3)))).save(target, "JPEG", quality=quality)
    elif chance < 0.10:  # it noticed, and says so in the file
        exif = Image.Exif()
        exif[_ORIENTATION] = 6
        Image.fromarray(np.rot90(colour)).save(target, "JPEG", quality=quality, exif=exif)
    else:
        Image.fromarray(colour).save(target, "JPEG", quality=quality)
    return target.getvalue()
