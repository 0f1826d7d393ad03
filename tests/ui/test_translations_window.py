"""Oversættelser: each text beside its Danish, corrected, approved by name, undone; out to an interpreter and home."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.actions import translations
from budgetdesk.actions.translations import Status
from budgetdesk.actions.workspace import Workspace
from budgetdesk.storage.keyrings import NO_KEYRING
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.theme import Look
from budgetdesk.ui.translations.dialog import TranslationsDialog

LANGUAGE, PAGE = "ar", "opgaver"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("translations") / "p"
    with Workspace.create(folder, passphrase="fire ord i rad", today=date(2026, 11, 20), keyring=NO_KEYRING) as made:
        yield made


@pytest.fixture
def dialog(store: Workspace, qtbot: QtBot, qapp: QApplication) -> TranslationsDialog:
    translations.put_back(store, LANGUAGE, {})
    window = MainWindow(look=Look.LIGHT, day_is_fixed=True)
    window.resize(1280, 800)
    qtbot.addWidget(window)
    made = TranslationsDialog(window, store, language=LANGUAGE, page=PAGE)
    made.show()
    return made


def status(store: Workspace, at: int) -> Status:
    return translations.of_page(store, LANGUAGE, PAGE)[at].status


def test_nothing_is_cut_off_and_the_page_says_how_much_is_read(dialog: TranslationsDialog):
    assert misfits(dialog) == []
    assert dialog.progress.text().startswith("0 af ")
    assert "læst)" in dialog.page.list.currentText()
    assert dialog.status.text() == "maskinoversat, ikke læst"


def test_enter_in_the_list_approves_under_a_name_and_goes_on(dialog: TranslationsDialog, store: Workspace):
    dialog.who.line.setText("Samira Haddad")
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    assert (status(store, 0), dialog.table.currentIndex().row()) == (Status.APPROVED, 1)
    assert dialog.progress.text().startswith("1 af ")


def test_without_a_name_nothing_is_approved_and_it_says_what_to_do(dialog: TranslationsDialog, store: Workspace):
    dialog.approve()

    assert "hvem der har læst" in dialog.problem.text()
    assert status(store, 0) is Status.UNREAD


def test_what_is_typed_is_kept_when_one_goes_to_another_text(dialog: TranslationsDialog, store: Workspace):
    dialog.text.show_value("صفحة بلغتين.")
    dialog.table.choose(1)

    assert status(store, 0) is Status.CORRECTED
    assert translations.of_page(store, LANGUAGE, PAGE)[0].text == "صفحة بلغتين."


def test_a_lost_field_is_told_and_one_stays_there(dialog: TranslationsDialog, store: Workspace):
    at = next(n for n, one in enumerate(dialog.model.rows) if one.danish == "Du kan ringe til {adviser} på {phone}.")
    dialog.table.choose(at)
    dialog.text.show_value("اتصل")
    dialog.table.choose(0)

    assert dialog.table.currentIndex().row() == at
    assert "{adviser}" in dialog.problem.text()
    assert status(store, at) is Status.UNREAD


def test_a_whole_page_is_approved_and_taken_back_in_one_step(dialog: TranslationsDialog, store: Workspace):
    dialog.who.line.setText("Samira Haddad")
    dialog.approve_page()
    assert dialog.progress.text() == "Siden er læst og godkendt. Den kan trykkes."

    dialog.take_back()

    assert translations.progress(store, LANGUAGE, PAGE).read == 0
    assert not dialog.undo.isEnabled()


def test_a_file_goes_to_an_interpreter_and_comes_home_approved(
    dialog: TranslationsDialog, store: Workspace, tmp_path: Path, qtbot: QtBot
):
    file = tmp_path / "ar.po"
    dialog.send_to(file)
    file.write_bytes(file.read_bytes().replace(b"#, fuzzy\n", b"", 3))
    dialog.who.line.setText("Samira Haddad")
    dialog.fetch_from(file)
    qtbot.waitUntil(lambda: translations.progress(store, LANGUAGE).read == 3, timeout=20_000)

    assert translations.of_language(store, LANGUAGE)[0].by == "Samira Haddad"


def test_another_language_and_page_are_shown_at_once(dialog: TranslationsDialog):
    dialog.language.show_value("pl")
    dialog._other_language()
    dialog.page.show_value("budget")
    dialog._other()

    assert any(one.text == "Mieszkanie" for one in dialog.model.rows)
    assert dialog.model.language == "pl"
