"""The sheet `Om`: what the file is, what may be changed and what not, and how it reckons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from budgetdesk import formats
from budgetdesk.budget.month import Lens
from budgetdesk.budget.workbook_layout import BUDGET, LENS_SHEETS, MONTHS, PLAN, Stamp
from budgetdesk.documents.workbooks.budget_workbook_cells import Look, Sheet

_WIDTHS = {"A": 26, "B": 92}


def write_about(sheet: Sheet, lenses: Sequence[Lens], stamp: Stamp, words: Mapping[str, Any], footer: str) -> None:
    """The sheet."""
    told = words["about"]
    sheet.text("A1", told["title"], Look.TITLE)
    sheet.height(1, 24)
    at = 2
    for heading, sentences in _told(lenses, stamp, told):
        at += 1
        for number, sentence in enumerate(sentences):
            sheet.text(f"A{at + number}", "" if number else heading, Look.STRONG)
            sheet.text(f"B{at + number}", sentence, Look.WRAP)
        at += len(sentences)
    sheet.widths(_WIDTHS)
    sheet.finish(area=f"A1:B{at}", footer=footer)


def _told(lenses: Sequence[Lens], stamp: Stamp, told: Mapping[str, Any]) -> Iterator[tuple[str, Sequence[str]]]:
    yield told["what"], (told["what_text"],)
    yield told["on"], (formats.day(stamp.on) if stamp.on is not None else "",)
    if stamp.number:
        yield told["number"], (stamp.number,)
    yield told["may"], told["may_text"]
    yield told["not"], told["not_text"]
    yield told["sheets"], tuple(_sheets(lenses, told["sheet"]))
    yield told["how"], told["how_text"]
    yield told["back"], (told["back_text"],)
    yield told["careful"], (told["careful_text"],)
    yield told["program"], (told["program_text"].format(version=stamp.program, layout=stamp.layout),)


def _sheets(lenses: Sequence[Lens], told: Mapping[str, str]) -> Iterator[str]:
    yield f"{BUDGET}: {told[BUDGET]}"
    for lens in lenses:
        said = told["own"] if lens.key == "lejer" else told["lens"].format(title=lens.title)
        yield f"{LENS_SHEETS.get(lens.key, lens.key)}: {said}"
    yield f"{PLAN}: {told[PLAN]}"
    yield f"{MONTHS}: {told[MONTHS]}"
