"""Papers on the screen: made of the case as it stands, shown, saved and printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk
from budgetdesk.readers.case_file import load_case
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.papers import PaperDialog, show_paper


@pytest.fixture
def paper(open_window: Callable[[Desk], MainWindow], desk: Desk, qtbot: QtBot) -> PaperDialog:
    window = open_window(desk)
    show_paper(window, desk, "akut_opkald")
    qtbot.waitUntil(lambda: window.findChild(PaperDialog) is not None, timeout=20_000)
    made = window.findChild(PaperDialog)
    assert made is not None
    return made


def test_a_paper_is_shown_page_by_page_with_a_name_for_each(paper: PaperDialog) -> None:
    assert paper.pages
    assert paper.pages[0].accessibleName() == "Opkald til udlejer, side 1"
    assert not paper.pages[0].pixmap().isNull()


def test_a_paper_is_saved_where_the_user_says_without_a_name_in_its_file_name(
    paper: PaperDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def chosen(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(name)
        return str(tmp_path / "ark.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    paper.save()

    assert (tmp_path / "ark.pdf").read_bytes().startswith(b"%PDF")
    assert proposed == ["akut_opkald-2026-11-20.pdf"]


def test_a_case_saved_as_a_file_is_read_again(
    open_window: Callable[[Desk], MainWindow], desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "sag.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    open_window(desk).export_case()

    assert load_case(file, today=desk.today).case == desk.record.case
