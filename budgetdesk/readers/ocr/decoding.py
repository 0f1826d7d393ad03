"""A picture file as dots, in the child process: the right way up, on white, and no larger than can be looked at."""

from __future__ import annotations

import io
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

LONGEST = 4000
"""px; a larger photo is looked at in this size."""
_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")


def decoded(data: bytes, mode: Literal["L", "RGB"]) -> NDArray[Any]:
    """The dots of a picture, grey ("L") or in colour. Raises what Pillow raises where it is none."""
    with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
        if opened.format == "JPEG":
            opened.draft(mode, (LONGEST, LONGEST))
        upright = ImageOps.exif_transpose(opened)
        if "A" in upright.getbands() or "transparency" in upright.info:
            upright = Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright.convert("RGBA"))
        made = upright.convert(mode)
        if max(made.size) > LONGEST:
            made.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
        return np.ascontiguousarray(np.asarray(made, np.uint8))
