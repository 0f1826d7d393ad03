"""The picture that is kept beside the text: upright, grey, at most about 200 kB. Only imported in the child process."""

from __future__ import annotations

import cv2

from budgetdesk.readers.ocr.prepare import Grey

MOST_BYTES = 200_000
_SIDES = (1800, 1400, 1100, 800)
_QUALITIES = (70, 50, 35)


def kept(paper: Grey) -> tuple[bytes, float]:
    """A JPEG of the paper and how much smaller it is."""
    for side in _SIDES:
        scale = min(1.0, side / max(paper.shape))
        small = cv2.resize(paper, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else paper
        for quality in _QUALITIES:
            done, made = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, quality])
            if done and len(made) <= MOST_BYTES:
                break
        if done and len(made) <= MOST_BYTES:
            break
    return made.tobytes(), scale
