"""How papers are printed: what was chosen for each printer, which pages, and what a run of papers is made of.

What is chosen for a printer lies in the store's settings: names of printers and how paper lies in them, nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from budgetdesk.actions.mappings import Settings
from budgetdesk.documents.printer.print_layout import Box, Measured, PageMeasure, Sheet, Side, lay, letters_on
from budgetdesk.documents.printer.printing import least_letters
from budgetdesk.documents.sheet import texts
from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _

KEY = "printers"
MOST_COPIES = 20


class Duplex(StrEnum):
    """Both sides of the paper, and how the sheets are turned."""

    NONE = "none"
    LONG = "long"
    SHORT = "short"


@dataclass(frozen=True, kw_only=True)
class PrinterChoice:
    """What is remembered of a printer."""

    paper: str = ""
    """The sheet, such as `A4` or `A5`; "" is the printer's own."""
    duplex: Duplex = Duplex.NONE
    grey: bool = False
    halves: bool = False
    """Each page on two sheets."""


HOUSE_PAGE = Measured(
    pages=(PageMeasure(number=1, ink=Box(left=19.5, top=10.4, right=190.5, bottom=289.5), gaps=((149.0, 151.0),)),),
    letters=8.3,
)
"""A full page of our own papers, for what can be said of a sheet before the papers are made; a test measures one."""


def last_printer(settings: Settings) -> str:
    """The printer that was used last; "" before the first time."""
    return str(_kept(settings).get("last", ""))


def choice_for(settings: Settings, printer: str) -> PrinterChoice:
    """What was chosen for a printer the last time."""
    chosen = _kept(settings).get("printers")
    told = chosen.get(printer) if isinstance(chosen, dict) else None
    if not isinstance(told, dict):
        return PrinterChoice()
    duplex = told.get("duplex")
    return PrinterChoice(
        paper=str(told.get("paper", "")),
        duplex=Duplex(duplex) if duplex in set(Duplex) else Duplex.NONE,
        grey=told.get("grey") is True,
        halves=told.get("halves") is True,
    )


def remember(settings: Settings, printer: str, choice: PrinterChoice) -> None:
    """Keep what was chosen for a printer, and that it was used last. Raises StoreError."""
    before = _kept(settings).get("printers")
    told = {"paper": choice.paper, "duplex": choice.duplex.value, "grey": choice.grey, "halves": choice.halves}
    chosen = {**(before if isinstance(before, dict) else {}), printer: told}
    kept = {"last": printer, "printers": chosen}
    if kept != _kept(settings):
        settings.save_setting(KEY, kept)


def pages_of(typed: str, last: int) -> tuple[int, ...]:
    """The pages in `1-3, 5`; all of `last` pages where nothing is typed. Raises BadInputError for what is no page."""
    if not typed.strip():
        return tuple(range(1, last + 1))
    wanted: list[int] = []
    for part in typed.split(","):
        match = re.fullmatch(r"\s*(\d{1,4})\s*(?:[-–]\s*(\d{1,4})\s*)?", part, re.ASCII)
        first, end = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= end <= last:
            many = _("Papiret har 1 side.") if last == 1 else _("Papiret har side 1 til {last}.").format(last=last)
            said = _("“{typed}” er ikke en side i papiret. {many} Skriv fx 1 eller 1-{last}.")
            raise BadInputError(said.format(typed=part.strip(), many=many, last=last))
        wanted += range(first, end + 1)
    return tuple(dict.fromkeys(wanted))


@dataclass(frozen=True, kw_only=True)
class Laid:
    """A paper laid on the sheets of a printer, and what is to be said about it."""

    sides: tuple[Side, ...]
    scale: float
    letters: float
    """Points: how large the small text comes out."""

    @property
    def too_small(self) -> bool:
        """Whether many cannot read it."""
        return 0 < self.letters < least_letters()


def laid(measured: Measured, sheet: Sheet, pages: Sequence[int] = (), *, halves: bool = False) -> Laid:
    """Lay a paper on the sheets of a printer."""
    sides = lay(measured, sheet, pages, halves=halves)
    return Laid(
        sides=sides,
        scale=min((side.scale for side in sides), default=1.0),
        letters=letters_on(measured, sides),
    )


def safe_sheet(width: float, height: float, *margins: float) -> Sheet:
    """A sheet with the margins that a printer tells, and never less than any printer needs, mm."""
    least = float(texts.danish("texts", "udskrift.toml")["least_margin"])
    return Sheet.with_margins(width, height, *(max(margin, least) for margin in margins))


def _kept(settings: Settings) -> dict[str, object]:
    kept = settings.setting(KEY)
    return kept if isinstance(kept, dict) else {}
