"""A run of papers to a printer, without a file on the way.

Where the system prints by CUPS (Linux, macOS) the sheets are handed to its own `lp` through a pipe: Qt's way there
writes them into the temporary folder first. On Windows they are painted straight into the system's queue. What the
system itself keeps while it prints is told in docs/printing.md. Done in a thread: no widget is touched here.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from budgetdesk.actions.printing import Duplex
from budgetdesk.documents.printer import printing
from budgetdesk.documents.printer.print_layout import Sheet, Side
from budgetdesk.documents.printer.printing import MM_PER_INCH, Picture, Printed, draw, drawing_dpi, in_turn
from budgetdesk.errors import PrintError
from budgetdesk.i18n import _
from budgetdesk.ui.printing.printers import SIZES

TITLE = "BudgetDesk"
"""The name of every job: queues and logs of printers are read by others."""
SECONDS = 120
STRIPE, WHITE = 256, b"\xff"
"""Rows of dots that are painted at once, at most."""
_SIDES = {Duplex.NONE: "one-sided", Duplex.LONG: "two-sided-long-edge", Duplex.SHORT: "two-sided-short-edge"}
_MODES = {
    Duplex.NONE: QPrinter.DuplexMode.DuplexNone,
    Duplex.LONG: QPrinter.DuplexMode.DuplexLongSide,
    Duplex.SHORT: QPrinter.DuplexMode.DuplexShortSide,
}
Told = Callable[[int, int], object]
"""Hears how many sides are done, and of how many; raises UserCancelled to stop."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """What goes to a printer as one."""

    papers: tuple[Printed, ...]
    paper: str
    """The sheet, by name."""
    sheet: Sheet
    dpi: int
    duplex: Duplex = Duplex.NONE
    grey: bool = False
    copies: int = 1


Send = Callable[[str, Job, Told], object]
"""Sends a job to the printer of a name. Raises PrintError, UserCancelled; nothing has then been printed."""


def send(printer: str, job: Job, told: Told) -> None:
    """Print a job on one of this computer's printers."""
    lp = shutil.which("lp") if sys.platform != "win32" else None
    if lp is not None:
        _hand_over(lp, printer, job, told)
        return
    device = QPrinter(QPrinterInfo.printerInfo(printer), QPrinter.PrinterMode.HighResolution)
    paint(device, job, told)


def options(job: Job) -> tuple[str, ...]:
    """What `lp` is told beside the sheets."""
    told = [f"media={job.paper}", f"sides={_SIDES[job.duplex]}", "print-scaling=none", "collate=true"]
    told += ["print-color-mode=monochrome"] if job.grey else []
    return ("-n", str(job.copies), *(word for each in told for word in ("-o", each)))


def _hand_over(lp: str, printer: str, job: Job, told: Told) -> None:
    dpi = drawing_dpi(job.dpi, grey=job.grey)
    both = job.duplex is not Duplex.NONE
    sheets = printing.print_file(job.papers, job.sheet, dpi=dpi, grey=job.grey, duplex=both, told=told)
    command = [lp, "-d", printer, "-t", TITLE, *options(job), "-"]
    try:
        done = subprocess.run(command, input=sheets, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - the system's own program
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PrintError(_why_not(printer)) from error
    if done.returncode:
        raise PrintError(_why_not(printer))


def paint(device: QPrinter, job: Job, told: Told) -> None:
    """Print by Qt: every copy whole, one after the other."""
    _prepare(device, job)
    dpi = drawing_dpi(device.resolution(), grey=job.grey)
    turns = in_turn(job.papers, duplex=job.duplex is not Duplex.NONE) * job.copies
    told(0, len(turns))  # whoever stops before the first side leaves nothing in the queue
    with QPainter() as painter:
        if not painter.begin(device):
            raise PrintError(_why_not(device.printerName()))
        try:
            for done, (number, side) in enumerate(turns):
                if done:
                    told(done, len(turns))
                    device.newPage()
                if side is not None:
                    _paint_side(painter, device, job, job.papers[number].pdf, side, dpi)
        except BaseException:
            device.abort()
            raise


def _prepare(device: QPrinter, job: Job) -> None:
    device.setDocName(TITLE)
    device.setCreator(TITLE)
    device.setPageSize(QPageSize(SIZES[job.paper]))
    device.setFullPage(True)
    device.setDuplex(_MODES[job.duplex])
    device.setColorMode(QPrinter.ColorMode.GrayScale if job.grey else QPrinter.ColorMode.Color)


def _paint_side(painter: QPainter, device: QPrinter, job: Job, pdf: bytes, side: Side, dpi: float) -> None:
    """A dot of the picture on each dot of the printer, or on a square of them. In stripes: Qt holds Python's lock while
    it draws, and the window waits as long."""
    shown = draw(pdf, side, dpi=dpi, grey=job.grey)
    per_dot, per_mm = round(device.resolution() / dpi), device.resolution() / MM_PER_INCH
    kind, deep = (QImage.Format.Format_Grayscale8, 1) if shown.grey else (QImage.Format.Format_RGB888, 3)
    left, top, line = round(side.left * per_mm), round(side.top * per_mm), shown.width * deep
    for row, rows in stripes(shown):
        image = QImage(shown.data[row * line : (row + rows) * line], shown.width, rows, line, kind)
        painter.drawImage(QRectF(left, top + row * per_dot, shown.width * per_dot, rows * per_dot), image)


def stripes(shown: Picture) -> Iterator[tuple[int, int]]:
    """A picture in stripes of some rows each, cut where it is white: (first row, how many). White is left out. What has
    no white row is cut after so many rows."""
    line = shown.width * (1 if shown.grey else 3)
    white = WHITE * line
    begun = -1
    for row in range(shown.height + 1):
        is_white = row == shown.height or shown.data[row * line : (row + 1) * line] == white
        if begun >= 0 and (is_white or row - begun == STRIPE):
            yield begun, row - begun
            begun = -1 if is_white else row
        elif begun < 0 and not is_white:
            begun = row


def _why_not(printer: str) -> str:
    return _(
        "Printeren “{printer}” tog ikke imod papiret. Se, om den er tændt og har papir, og prøv "
        "igen, eller gem papiret som PDF."
    ).format(printer=printer)
