"""One request in the child process: bytes in, lines and the kept picture out. Only imported in the child process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import numpy as np

from budgetdesk.readers.ocr.decoding import decoded
from budgetdesk.readers.ocr.keep import kept
from budgetdesk.readers.ocr.layout import lines_of
from budgetdesk.readers.ocr.pdf import pages_of
from budgetdesk.readers.ocr.prepare import Grey, flat_paper, for_engine, looks_printed, upside_down
from budgetdesk.readers.ocr.shapes import Line, Word

_FEW_WORDS = 4
_UNSURE = 0.75
Engine = Callable[[Grey], list[Word]]


class NothingPrintedError(Exception):
    """No text is to be seen."""


class Answer(list[Line]):
    """The lines, in px of `picture`, a JPEG; `engine` says who read them."""

    picture: bytes = b""
    engine: str = ""


def read(data: bytes, kind: str, engine: str, attempt: int = 0) -> Answer:
    """Read a picture or a PDF with one engine. `attempt` 1 looks at a larger, softer picture."""
    papers = _papers(data, kind)
    if kind == "pdf" and all(words for _, words in papers):
        return _answer([(paper, lines_of(words)) for paper, words in papers], "pdf")
    if not any(looks_printed(paper) for paper, _ in papers):
        raise NothingPrintedError
    words_with = _engine(engine)
    read_papers = [_read_paper(paper, words_with, attempt) for paper, _ in papers]
    papers[:] = [(paper, []) for paper, _ in read_papers]  # the next engine gets them the right way up
    return _answer(read_papers, engine)


@lru_cache(maxsize=1)
def _papers(data: bytes, kind: str) -> list[tuple[Grey, list[Word]]]:
    """The papers, laid flat; kept for the next engine that is asked about the same file."""
    if kind != "pdf":
        return [(flat_paper(decoded(data, "L")), [])]
    pages = pages_of(data)
    return pages if all(words for _, words in pages) else [(flat_paper(page), []) for page, _ in pages]


def _engine(name: str) -> Engine:
    if name == "tesserocr":
        from budgetdesk.readers.ocr import tess  # noqa: PLC0415 - may be missing, and takes a while

        return tess.words
    from budgetdesk.readers.ocr import rapid  # noqa: PLC0415 - may be missing, and takes a second

    return rapid.words


def _read_paper(paper: Grey, words_with: Engine, attempt: int) -> tuple[Grey, list[Line]]:
    paper, words, scale = _either_way_up(paper, words_with, attempt)
    lines = [replace(line, box=_scaled(line.box, 1 / scale)) for line in lines_of(words)]
    return paper, lines


def _either_way_up(paper: Grey, words_with: Engine, attempt: int) -> tuple[Grey, list[Word], float]:
    """Read as it lies; when that makes no sense also upside down, and the surer of the two."""
    ready, scale = for_engine(paper, attempt)
    words = words_with(ready)
    if _sureness(words) >= _UNSURE and len(words) >= _FEW_WORDS:
        return paper, words, scale
    turned = upside_down(paper)
    again = words_with(upside_down(ready))
    return (turned, again, scale) if _sureness(again) > _sureness(words) + 0.1 else (paper, words, scale)


def _sureness(words: list[Word]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _answer(papers: list[tuple[Grey, list[Line]]], engine: str) -> Answer:
    """Several pages become one tall picture."""
    width = max(paper.shape[1] for paper, _ in papers)
    tall = np.full((sum(paper.shape[0] for paper, _ in papers), width), 255, np.uint8)
    lines, down = [], 0
    for paper, found in papers:
        tall[down : down + paper.shape[0], : paper.shape[1]] = paper
        lines += [replace(line, box=(line.box[0], line.box[1] + down, *line.box[2:])) for line in found]
        down += paper.shape[0]
    picture, scale = kept(tall)
    answer = Answer(replace(line, box=_scaled(line.box, scale)) for line in lines)
    answer.picture, answer.engine = picture, engine
    return answer


def _scaled(box: tuple[int, int, int, int], scale: float) -> tuple[int, int, int, int]:
    left, top, width, height = (round(side * scale) for side in box)
    return left, top, width, height
