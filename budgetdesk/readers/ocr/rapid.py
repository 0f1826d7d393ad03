"""PP-OCR through rapidocr and onnxruntime, with the models inside the package. Only imported in the child process."""

from __future__ import annotations

import logging
from functools import cache
from typing import Any

import cv2
import numpy as np
import onnxruntime
from rapidocr import RapidOCR

from budgetdesk.readers.ocr.layout import with_spaces
from budgetdesk.readers.ocr.prepare import Grey
from budgetdesk.readers.ocr.shapes import Word

logging.disable(logging.WARNING)


@cache
def _engine() -> Any:
    onnxruntime.disable_telemetry_events()
    return RapidOCR(
        params={
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Global.log_level": "critical",
        }
    )


def words(picture: Grey) -> list[Word]:
    """Every piece of text with its box and confidence, in px of `picture`.

    The classifier of upside-down lines stays off: it turns short prices (06'6-) and takes twice the time.
    """
    read = _engine()(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR), use_cls=False)
    if read.boxes is None:
        return []
    found = []
    for corners, text, sure in zip(read.boxes, read.txts, read.scores, strict=True):
        left, top, width, height = cv2.boundingRect(np.asarray(corners, np.float32))
        if text.strip():
            found.append(Word(with_spaces(text.strip()), float(sure), (left, top, width, height)))
    return found
