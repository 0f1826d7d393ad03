"""The report Ens husstande, ens behandling from the menu: found in a thread, shown, saved as a table, stopped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from conftest import nadia
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.actions.workspace import Workspace
from budgetdesk.settings import Settings
from budgetdesk.storage.keyrings import NO_KEYRING
from budgetdesk.ui.dialogs import equal_treatment
from budgetdesk.ui.dialogs.equal_treatment import EqualTreatmentDialog
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.session import Session
from budgetdesk.ui.theme import Look

DAY = date(2026, 11, 20)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "p", passphrase="fire ord i rad", today=DAY, keyring=NO_KEYRING) as opened:
        yield opened


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, workspace: Workspace, tmp_path: Path) -> Session:
    window = MainWindow(look=Look.LIGHT, day_is_fixed=True)
    qtbot.addWidget(window)
    made = Session(window, tmp_path / "p", DAY, Settings())
    made.workspace = workspace
    return made


def opened(session: Session) -> EqualTreatmentDialog:
    session.show_equal()
    at_rest()
    return next(w for w in session.window.findChildren(EqualTreatmentDialog))


def test_without_cases_it_says_what_is_needed(session: Session) -> None:
    dialog = opened(session)

    assert not dialog.nothing.isHidden()
    assert dialog.page.isHidden()
    dialog.reject()


def test_it_tells_what_was_found_and_writes_a_table_without_names(
    session: Session, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(equal_treatment, "show_note", lambda _owner, title, _text: said.append(title))
    workspace.new_case(nadia())
    dialog = opened(session)
    dialog.save_table(tmp_path / "r.csv")

    assert dialog.summary.text().startswith("1 sag med restance.")
    assert said == ["Tabellen er gemt"]
    assert "Nadia" not in (tmp_path / "r.csv").read_text("utf-8-sig")
    dialog.reject()


def test_closing_it_stops_the_reading(session: Session, workspace: Workspace) -> None:
    for _ in range(3):
        workspace.new_case(nadia())
    session.show_equal()
    dialog = next(w for w in session.window.findChildren(EqualTreatmentDialog))
    dialog.reject()
    at_rest()


def test_the_menu_has_it(session: Session) -> None:
    assert any(action.text() == "Ens husstande, ens behandling …" for action in session.window.menus.commands)
