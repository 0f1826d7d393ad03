"""Tesseract, through tesserocr with the Danish data in `resources/ocr`. Only imported in the child process."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

import tesserocr
from PIL import Image

from budgetdesk import data_files
from budgetdesk.readers.ocr.prepare import Grey
from budgetdesk.readers.ocr.shapes import Word

_WORD = "5"
_BLOCK_OF_TEXT = 6


@cache
def _engine() -> Any:
    # Tesseract opens files by a narrow name: a user called Søren on Windows is read from inside the folder only.
    os.chdir(data_files.path("ocr"))
    engine = tesserocr.PyTessBaseAPI(path=".", lang="dan", psm=_BLOCK_OF_TEXT, oem=1)
    engine.SetVariable("preserve_interword_spaces", "1")
    engine.SetVariable("debug_file", os.devnull)
    return engine


def words(picture: Grey) -> list[Word]:
    """Every word with its box and confidence, in px of `picture`."""
    engine = _engine()
    engine.SetImage(Image.fromarray(picture))
    found = []
    for row in engine.GetTSVText(0).splitlines():
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == _WORD and cells[11].strip():
            left, top, width, height = map(int, cells[6:10])
            line = (int(cells[2]), int(cells[3]), int(cells[4]))
            found.append(Word(cells[11].strip(), float(cells[10]) / 100, (left, top, width, height), line))
    engine.Clear()
    return found
