"""The list of contents of a PDF (ISO 32000-1 § 12.3.3): its headings, for papers of more than one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import Fit


@dataclass(frozen=True)
class Heading:
    """A heading: 1 for the title, 2 below it; the page from 0; its upper edge, points from the foot of the page."""

    level: int
    text: str
    page: int
    top: float


def write_outline(writer: PdfWriter, headings: Sequence[Heading]) -> None:
    """Add the list; none where one page is all, or where there is but one heading."""
    if len(writer.pages) < 2 or len(headings) < 2:
        return
    above: Any = None
    for one in headings:
        place = Fit.xyz(left=0, top=round(one.top, 1), zoom=0)
        parent = above if one.level > 1 else None
        added = writer.add_outline_item(title=one.text, page_number=one.page, parent=parent, fit=place)
        above = added if one.level == 1 else above
