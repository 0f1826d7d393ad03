"""The list of contents of a PDF (ISO 32000-1 § 12.3.3): its headings, for papers of more than one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from budgetdesk.documents.sheet.pdf_file import PdfFile, dictionary, reference, text


@dataclass(frozen=True)
class Heading:
    """A heading: 1 for the title, 2 below it; the page from 0; its upper edge, points from the foot of the page."""

    level: int
    text: str
    page: int
    top: float


def add_outline(file: PdfFile, headings: Sequence[Heading], pages: Sequence[int]) -> int:
    """Add the list: its number; 0, and nothing, where one page is all, or where there is but one heading."""
    if len(pages) < 2 or len(headings) < 2:
        return 0
    own = file.add()
    numbers = [file.add() for _one in headings]
    below: dict[int, list[int]] = {own: []}
    title = own
    for number, one in zip(numbers, headings, strict=True):
        below[own if one.level == 1 else title].append(number)
        if one.level == 1:
            title = number
            below[title] = []
    told = dict(zip(numbers, headings, strict=True))
    for above, beside in below.items():
        for before, number, after in zip((0, *beside), beside, (*beside[1:], 0), strict=False):
            one = told[number]
            entries = {
                "Title": text(one.text),
                "Parent": reference(above),
                "Prev": reference(before),
                "Next": reference(after),
                "Dest": f"[ {pages[one.page]} 0 R /XYZ 0 {round(one.top, 1)} 0 ]",
            }
            file.put(number, dictionary(entries | _kids(below.get(number, []))))
    file.put(own, dictionary({"Type": "/Outlines"} | _kids(below[own], count=len(headings))))
    return own


def _kids(numbers: Sequence[int], *, count: int = 0) -> dict[str, str]:
    """`count`: of all below it, where that is more than its own. All stand open."""
    if not numbers:
        return {}
    return {
        "First": reference(numbers[0]),
        "Last": reference(numbers[-1]),
        "Count": str(count or len(numbers)),
    }
