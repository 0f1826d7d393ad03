"""The window that shows a tenant's page: how hard it is to read, large print, and the files beside the PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.actions.desk import Desk
from budgetdesk.documents.tenant.variants import Variant
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.paper_shapes import Source
from budgetdesk.ui.papers import PaperDialog, show_paper


def shown(window: MainWindow, desk: Desk, name: str, qtbot: QtBot) -> PaperDialog:
    show_paper(window, desk, name)
    qtbot.waitUntil(lambda: bool(window.findChildren(PaperDialog)), timeout=20_000)
    at_rest()
    (dialog,) = window.findChildren(PaperDialog)
    return dialog


def test_a_tenants_page_tells_its_lix_and_is_had_in_large_print_and_as_files(
    open_window: Callable[[Desk], MainWindow], desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(open_window(desk), desk, "opgaver", qtbot)
    assert dialog.reading.text().startswith("LIX ")
    assert dialog.shapes is not None
    plain = dialog._pdf

    dialog.shapes.size.show_value(Variant.LARGE)
    dialog.shapes.size.edited.emit()
    at_rest()
    assert dialog._pdf != plain
    assert dialog._file_name.endswith("-stor.pdf")

    target = tmp_path / "side.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.shapes.save_as(Variant.TEXT)
    at_rest()
    assert target.read_text("utf-8").startswith("Det gør du, det gør jeg\n")
    assert [action.text() for action in dialog.shapes.save.menu().actions()] == [
        "HTML, til mail og skærmlæser …",
        "Tekst, til sms og skærmlæser …",
    ]
    dialog.reject()


def test_a_paper_that_is_no_tenants_page_has_one_shape(desk: Desk) -> None:
    source = Source("akut_opkald", desk, desk.record, desk.overview, desk.library, {})

    assert not source.has_shapes
    assert source.file_name(Variant.PDF) == "akut_opkald-2026-11-20.pdf"
