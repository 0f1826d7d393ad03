"""The printers of this computer, as Qt knows them: the sheets they take, with their true margins, and what they can.

A printer that is asleep may take seconds to answer: ask in a thread.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from budgetdesk.actions.printing import safe_sheet
from budgetdesk.documents.printer.print_layout import Sheet

SIZES = {
    "A4": QPageSize.PageSizeId.A4,
    "A5": QPageSize.PageSizeId.A5,
    "A6": QPageSize.PageSizeId.A6,
    "Letter": QPageSize.PageSizeId.Letter,
}
"""The sheets that are offered, in this order; those the printer takes."""
USUAL = ("A4", "A5")
"""Offered where a printer does not tell what it takes."""
USUAL_DPI = 300
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, kw_only=True)
class PrinterFacts:
    """One printer."""

    name: str
    sheets: Mapping[str, Sheet]
    """By the name of the paper, the printer's own choice first."""
    dpi: int = USUAL_DPI
    both_sides: bool = True
    colour: bool = True


class Printers(Protocol):
    """Where printers are found; a test has its own."""

    def names(self) -> tuple[str, ...]:
        """All printers, the system's own choice first."""

    def facts(self, name: str) -> PrinterFacts:
        """What one printer can."""


class SystemPrinters:
    """The printers that are set up on this computer."""

    def names(self) -> tuple[str, ...]:
        with _ONE_AT_A_TIME:
            found = QPrinterInfo.availablePrinterNames()
            first = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(found, key=lambda name: (name != first, name.casefold())))

    def facts(self, name: str) -> PrinterFacts:
        with _ONE_AT_A_TIME:
            info = QPrinterInfo.printerInfo(name)
            offered = [size.id() for size in info.supportedPageSizes()]
            own = info.defaultPageSize().id()
            papers = [paper for paper, size in SIZES.items() if size in offered] or list(USUAL)
            papers.sort(key=lambda paper: SIZES[paper] != own)
            resolutions, modes = info.supportedResolutions(), info.supportedColorModes()
            return PrinterFacts(
                name=name,
                sheets={paper: sheet_of(QPrinter(info), SIZES[paper]) for paper in papers},
                dpi=max(resolutions, default=USUAL_DPI),
                both_sides=any(mode is not QPrinter.DuplexMode.DuplexNone for mode in info.supportedDuplexModes()),
                colour=not modes or QPrinter.ColorMode.Color in modes,
            )


def sheet_of(printer: QPrinter, size: QPageSize.PageSizeId) -> Sheet:
    """A sheet in a printer: its size, and the margins outside which it cannot print."""
    printer.setPageSize(QPageSize(size))
    printer.setFullPage(True)
    layout = printer.pageLayout()
    whole = layout.fullRect(QPageLayout.Unit.Millimeter)
    layout.setUnits(QPageLayout.Unit.Millimeter)
    least = layout.minimumMargins()
    return safe_sheet(whole.width(), whole.height(), least.left(), least.top(), least.right(), least.bottom())
