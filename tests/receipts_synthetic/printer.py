"""A thermal printer: 203 dots per inch, one colour, a heating head that prints a little too much or too little."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Picture = NDArray[np.float32]
FONTS = tuple(sorted((Path(__file__).parent / "fonts").glob("*.ttf")))
_SHARPER = 3
"""Dots are printed at 203 dpi and then seen at three times that."""


def printed(lines: list[tuple[str, int]], draw: Random) -> Picture:
    """Paper with ink: 1 is white paper, 0 is black. Three pixels to a dot."""
    cell, height = draw.choice(((12, 26), (12, 28), (13, 27), (14, 32)))
    font = _font(draw.choice(FONTS), cell)
    columns = max(len(text) * size for text, size in lines)
    margin = draw.randint(14, 60)
    rows = sum(height * size for _, size in lines) + 2 * draw.randint(30, 90)
    image = Image.new("L", (columns * cell + 2 * margin, rows), 255)
    pen = ImageDraw.Draw(image)
    pen.fontmode = "1"
    top = (rows - sum(height * size for _, size in lines)) // 2
    for text, size in lines:
        _line(image, pen, text, (margin, top), font, cell, height, size)
        top += height * size
    return _ink(image, draw)


def _font(path: Path, cell: int) -> ImageFont.FreeTypeFont:
    size = 40
    while ImageFont.truetype(path, size).getlength("M") > cell + 0.3:
        size -= 1
    return ImageFont.truetype(path, size)


def _line(
    image: Image.Image, pen: ImageDraw.ImageDraw, text: str, at: tuple[int, int],
    font: ImageFont.FreeTypeFont, cell: int, height: int, size: int,
) -> None:  # fmt: skip
    if size == 1:
        for column, letter in enumerate(text):
            pen.text((at[0] + column * cell, at[1] + height // 8), letter, font=font, fill=0)
        return
    small = Image.new("L", (cell * (len(text) + 1), height), 255)
    own = ImageDraw.Draw(small)
    own.fontmode = "1"
    _line(small, own, text, (0, 0), font, cell, height, 1)
    image.paste(small.resize((small.width * size, small.height * size), Image.Resampling.NEAREST), at)


def _ink(image: Image.Image, draw: Random) -> Picture:
    seen = image.resize((image.width * _SHARPER, image.height * _SHARPER), Image.Resampling.BICUBIC)
    ink = 1 - np.asarray(seen, np.float32) / 255
    noise = np.random.default_rng(draw.getrandbits(32))
    if draw.random() < 0.3:  # a worn head: some columns of dots are faint
        worn = np.ones(image.width, np.float32)
        worn[noise.integers(0, image.width, 3)] = 0.3
        ink = ink * np.repeat(worn, _SHARPER)[None, :]
    speckle = noise.normal(1, 0.08, ink.shape).astype(np.float32)
    return np.clip(1 - ink * speckle, 0, 1)
