"""Printing: choices remembered for each printer, the sheets as they come out, and nothing left in a folder."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from fits import misfits
from paper_printers import A4, PORTABLE, Desk
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import look
from budgetdesk.actions.printing import Duplex
from budgetdesk.actions.sample import sample_record
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.printer import printing
from budgetdesk.documents.printer.print_layout import lay
from budgetdesk.documents.printer.printing import Printed
from budgetdesk.errors import PrintError, UserCancelled
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.printing import sending
from budgetdesk.ui.printing.paper import PrintDialog, ToPrint
from budgetdesk.ui.printing.sending import Job
from budgetdesk.ui.theme import Look

DAY = date(2026, 11, 20)
Opened = Callable[..., PrintDialog]


@pytest.fixture(scope="module")
def pdf() -> bytes:
    library = load_library()
    record = sample_record(library, today=DAY)
    return catalogue.make("aftale", record, look(record, DAY, library), on=DAY)


@pytest.fixture
def opened(pdf: bytes, qtbot: QtBot, qapp: QApplication) -> Iterator[Opened]:
    window = MainWindow(look=Look.LIGHT, day_is_fixed=True)
    qtbot.addWidget(window)
    window.resize(1280, 800)

    def open_at(desk: Desk, used: Callable[[], object] = lambda: None) -> PrintDialog:
        made = PrintDialog(window, ToPrint(title="Aftale om afdrag", pdf=pdf, file_name="a.pdf", used=used), desk.room)
        made.open()
        at_rest()
        return made

    yield open_at
    at_rest()


def rest(qtbot: QtBot) -> None:
    at_rest()


def test_the_sheets_are_shown_and_printed_in_true_size(opened: Opened, qtbot: QtBot) -> None:
    desk, used = Desk(), []
    dialog = opened(desk, lambda: used.append(True))
    shown = len(dialog.sheets)
    dialog.options.copies.show_value(2)
    dialog.print_out()
    rest(qtbot)
    ((printer, job),) = desk.sent

    assert shown == 2
    assert (printer, job.paper, job.copies, job.duplex) == ("Kontor", "A4", 2, Duplex.NONE)
    assert {side.scale for side in job.papers[0].sides} == {1.0}
    assert dialog.running.said.text() == "Sendt til Kontor: 2 ark i 2 eksemplarer."
    assert used == [True]
    assert misfits(dialog) == []


def test_a_small_sheet_is_warned_about_and_halves_help(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(Desk(known=(PORTABLE,)))

    assert "Teksten bliver meget lille" in dialog.warning.text()
    assert not dialog.options.duplex.isVisibleTo(dialog)
    dialog.options.halves.tick.click()
    rest(qtbot)
    assert not dialog.problem.isVisibleTo(dialog)
    assert len(dialog.sheets) == 4
    assert misfits(dialog) == []


def test_what_was_chosen_is_remembered_for_each_printer(opened: Opened, qtbot: QtBot) -> None:
    desk = Desk()
    first = opened(desk)
    first.options.duplex.show_value(Duplex.SHORT)
    first.options.colour.show_value(True)
    first.print_out()
    rest(qtbot)
    first.options.printer.show_value("Rejse")
    first.options._other_printer()
    rest(qtbot)
    first.options.halves.show_value(True)
    first.print_out()
    rest(qtbot)
    again = opened(desk)

    assert again.options.printer.value() == "Rejse"
    assert again.options.choice.halves
    again.options.printer.show_value("Kontor")
    again.options._other_printer()
    rest(qtbot)
    assert (again.options.choice.duplex, again.options.choice.grey, again.options.choice.halves) == (
        Duplex.SHORT,
        True,
        False,
    )


def test_pages_that_are_not_there_are_a_sentence(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(Desk())
    dialog.pages.line.setText("3")
    dialog.pages.edited.emit()

    assert not dialog.out.isEnabled()
    assert "Papiret har side 1 til 2" in dialog.pages.problem.text()
    dialog.pages.line.setText("2")
    dialog.pages.edited.emit()
    rest(qtbot)
    assert dialog.laid is not None
    assert [side.page for side in dialog.laid.sides] == [2]


def test_without_a_printer_a_sentence_and_the_pdf(
    opened: Opened, pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(Desk(known=()))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "ud.pdf"), ""))

    assert "ingen printer" in dialog.options.said.text()
    assert not dialog.out.isEnabled()
    dialog.save_button.click()
    assert (tmp_path / "ud.pdf").read_bytes() == pdf
    assert misfits(dialog) == []


def test_a_printer_that_does_not_take_it_is_told_and_it_can_be_tried_again(opened: Opened, qtbot: QtBot) -> None:
    desk, used = Desk(out_of_paper=True), []
    dialog = opened(desk, lambda: used.append(True))
    dialog.print_out()
    rest(qtbot)

    assert "tog ikke imod" in dialog.running.said.text()
    assert dialog.out.isEnabled()
    assert used == []


def test_stopping_sends_nothing(opened: Opened, qtbot: QtBot) -> None:
    desk = Desk()
    dialog = opened(desk)
    dialog.print_out()
    dialog.running.stop()
    rest(qtbot)

    assert desk.sent == []
    assert dialog.running.said.text().startswith("Stoppet")


# The way to the printer itself


def job_of(pdf: bytes, **more: object) -> Job:
    sides = lay(printing.measure(pdf), A4)
    return Job(**{"papers": (Printed(pdf, sides),), "paper": "A4", "sheet": A4, "dpi": 150, **more})


def test_qt_paints_every_copy_at_the_same_place_as_the_file(pdf: bytes, tmp_path: Path, qapp: QApplication) -> None:
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "qt.pdf"))
    device.setResolution(150)
    job = job_of(pdf, copies=2, grey=True)
    sending.paint(device, job, lambda _done, _of: None)
    painted = pypdfium2.PdfDocument((tmp_path / "qt.pdf").read_bytes())
    ours = pypdfium2.PdfDocument(printing.print_file(job.papers, A4, dpi=150, grey=True))
    first, third, wanted = (
        page.render(scale=2, grayscale=True).to_numpy().squeeze().astype(int)
        for page in (painted[0], painted[2], ours[0])
    )

    assert len(painted) == 4
    assert (first == third).all()
    assert edges_of(first) == pytest.approx(edges_of(wanted), abs=2)


def edges_of(dots: Any) -> list[int]:
    """Where the ink begins and ends, down and across, in half points."""
    found = [(dots < 160).any(axis=axis).nonzero()[0] for axis in (1, 0)]
    return [int(each) for one in found for each in (one[0], one[-1])]


def test_a_page_is_painted_in_stripes_that_are_cut_where_it_is_white(pdf: bytes) -> None:
    shown = printing.draw(pdf, lay(printing.measure(pdf), A4)[0], dpi=150, grey=True)
    rows = [shown.data[at : at + shown.width] for at in range(0, len(shown.data), shown.width)]
    white = b"\xff" * shown.width
    painted = list(sending.stripes(shown))
    covered = {row for first, many in painted for row in range(first, first + many)}

    assert covered == {at for at, row in enumerate(rows) if row != white}
    assert all(many <= sending.STRIPE for _, many in painted)
    assert len(painted) > 10


@pytest.fixture
def lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in the place of the system's own, that keeps what it was handed."""
    program = tmp_path / "bin" / "lp"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\ncat > "{tmp_path}/sent.pdf"\necho "$@" > "{tmp_path}/words"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lp")
def test_the_systems_own_program_gets_the_sheets_and_no_name(lp: Path, pdf: bytes) -> None:
    sending.send("Kontor", job_of(pdf, copies=3, duplex=Duplex.LONG, grey=True), lambda _done, _of: None)
    said = (lp / "words").read_text()

    assert len(pypdfium2.PdfDocument((lp / "sent.pdf").read_bytes())) == 2
    assert "-d Kontor -t BudgetDesk -n 3" in said
    assert "sides=two-sided-long-edge" in said
    assert "print-color-mode=monochrome" in said
    assert "Nadia" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lp")
def test_a_program_that_fails_is_a_sentence(lp: Path, pdf: bytes) -> None:
    (lp / "bin" / "lp").write_text("#!/bin/sh\ncat > /dev/null\nexit 1\n")

    with pytest.raises(PrintError, match="tog ikke imod"):
        sending.send("Kontor", job_of(pdf), lambda _done, _of: None)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lp")
def test_what_is_stopped_is_never_handed_over(lp: Path, pdf: bytes) -> None:
    def stop(_done: int, _of: int) -> None:
        raise UserCancelled

    with pytest.raises(UserCancelled):
        sending.send("Kontor", job_of(pdf), stop)

    assert not (lp / "sent.pdf").exists()


class FolderWatch:
    """Tells the names of all files that are made in folders, however short they live (inotify)."""

    MADE = 0x100 | 0x80
    """Created, or moved in."""

    def __init__(self, *folders: Path) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._handle = self._libc.inotify_init1(os.O_NONBLOCK)
        for folder in folders:
            assert self._libc.inotify_add_watch(self._handle, os.fsencode(folder), self.MADE) >= 0

    def made(self) -> bytes:
        try:
            return os.read(self._handle, 65536)
        except BlockingIOError:
            return b""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="inotify is Linux's")
def test_no_file_is_made_in_temporary_folders_while_a_paper_is_printed(
    lp: Path, pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: Opened, qtbot: QtBot
) -> None:
    temp = tmp_path / "temp"
    temp.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temp))
    watch = FolderWatch(temp)
    desk = Desk()
    desk.send = sending.send  # type: ignore[method-assign]  # the real way, from the dialog on
    dialog = opened(desk)
    dialog.print_out()
    rest(qtbot)
    device = QPrinter()
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "qt.pdf"))
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    sending.paint(device, job_of(pdf, grey=True), lambda _done, _of: None)

    assert (lp / "sent.pdf").exists()
    assert watch.made() == b""
    (temp / "x").write_text("")
    assert b"x" in watch.made()  # it does watch


def test_a_sheet_on_the_screen_has_the_shape_of_the_sheet(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(Desk())
    dialog.show()

    def in_shape() -> bool:
        return bool(dialog.sheets) and abs(dialog.sheets[0].height() / dialog.sheets[0].width() - 297 / 210) < 0.01

    qtbot.waitUntil(in_shape, timeout=10_000)


def test_a_file_that_is_no_paper_is_told_and_not_drawn_for_ever(qtbot: QtBot, qapp: QApplication) -> None:
    window = MainWindow(look=Look.LIGHT, day_is_fixed=True)
    qtbot.addWidget(window)
    dialog = PrintDialog(window, ToPrint(title="Budget", pdf=b"%PDF-1.7 nothing", file_name="b.pdf"), Desk().room)
    rest(qtbot)

    assert "ikke en hel PDF" in dialog.instead.text()
    assert not dialog.out.isEnabled()
    dialog.close()
