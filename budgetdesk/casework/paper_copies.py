"""Copies that were signed with a pen and scanned: which paper it is, who took it in, the pictures of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class CopyPage:
    """One page of a scanned copy."""

    number: int = 0
    """Which page of the paper, from 1; 0 where nobody knows."""
    picture: str = ""
    """Id of the picture, which lies encrypted beside the case."""


@dataclass(frozen=True, kw_only=True)
class PenCopy:
    """A paper as it came back: signed with a pen, then scanned or photographed."""

    id: str
    code: str = ""
    """The check code on its pages; "" where the paper was chosen by hand."""
    kind: str = ""
    """Which paper it is, by the name of the document; "" for one that is not ours."""
    title: str = ""
    made_on: date | None = None
    """The day of the paper itself."""
    taken_on: date | None = None
    by: str = ""
    """Who took it in: the account on the computer."""
    of_pages: int = 0
    """How many pages the paper has; 0 where that is not known."""
    pages: tuple[CopyPage, ...] = ()

    @property
    def missing(self) -> tuple[int, ...]:
        """The pages of the paper that are not here."""
        here = {page.number for page in self.pages}
        return tuple(number for number in range(1, self.of_pages + 1) if number not in here)
