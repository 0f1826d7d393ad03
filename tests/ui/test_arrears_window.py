"""Restancelister: seen before it is kept, called from in an open order, a case with one key, and deleted for good."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import nadia
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.actions import arrears_imports, list_calls
from budgetdesk.actions.list_calls import Calls
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.arrears_entries import Column
from budgetdesk.ui.restancer.incoming import IncomingDialog
from budgetdesk.ui.restancer.removing import RemoveDialog
from budgetdesk.ui.restancer.window import ArrearsDialog
from budgetdesk.ui.widgets.words import Words

TODAY = date(2026, 11, 20)
CSV = """Restanceliste pr. 18-11-2026;;;;
Lejemål;Navn;Adresse;CPR-nr;Forfald;Restance;Bemærkning
12-34-1;Skovgaard, Nadia;Lærkevej 12, 3. tv;120489-1234;01-11-2026;7.935,00;ring ikke
12-34-2;Nadja Skovgaard;Parkvej 3;010180-2222;01-11-2026;1.000,00;
12-34-3;Cia Carl-Christoffersen Vestergaard-Mikkelsen af Nørre Vosborg;Den Meget Lange Gade 112;;01-11-2026;50,00;
12-34-4;Fejl;Vej 1;;;hmm;
"""


@pytest.fixture
def workspace(tmp_path: Path, qapp: QApplication) -> Iterator[Workspace]:
    with Workspace.create(tmp_path, passphrase="en lang prøve uden mening", today=TODAY, remember=False) as made:
        made.new_case(nadia(), number="2026-0143")
        yield made


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def settled(qtbot: QtBot) -> None:
    at_rest()


def texts(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(Words) if label.isVisibleTo(widget))


def press(within: QWidget, name: str) -> None:
    found = next(b for b in within.findChildren(QPushButton) if name in (b.accessibleName(), b.text()))
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)


def taken(workspace: Workspace, file: Path) -> None:
    looked = arrears_imports.look_at(workspace, file)
    shown = arrears_imports.preview(workspace, looked, looked.at, looked.layout)
    keep = replace(arrears_imports.proposed(workspace, looked), sender="Lærkely", legal_basis="Prøve")
    arrears_imports.take_in(workspace, looked, shown, keep)


def test_a_list_from_the_file_to_a_case_and_away_again(
    qtbot: QtBot, workspace: Workspace, parent: QWidget, tmp_path: Path
) -> None:
    file = tmp_path / "liste.csv"
    file.write_text(CSV, "utf-8")
    opened: list[str] = []
    dialog = ArrearsDialog(parent, workspace, opened.append)
    dialog.show()
    settled(qtbot)
    assert "Der er ingen restancelister her" in texts(dialog)
    qtbot.waitUntil(lambda: misfits(dialog) == [])

    dialog.open_file(file)
    settled(qtbot)
    incoming = dialog.findChild(IncomingDialog)
    qtbot.waitUntil(incoming.agree.isEnabled)
    qtbot.waitUntil(lambda: "Række 6: Beløbet “hmm” kan ikke læses." in texts(incoming))
    said = texts(incoming)
    assert "3 rækker er læst" in said
    assert "Gemmes ikke: CPR-nr, Bemærkning." in said
    qtbot.waitUntil(lambda: misfits(incoming) == [])
    press(incoming, "Gem listen")
    assert incoming.keeping.problem.text() == "Skriv, hvem listen er fra. Så kan den næste liste holdes op mod denne."
    assert arrears_imports.lists(workspace) == ()
    incoming.keeping.from_whom.show_value("Boligforeningen Lærkely")
    incoming.keeping.legal_basis.show_value("Aftale med udlejer")
    press(incoming, "Gem listen")
    qtbot.waitUntil(lambda: dialog.calls is not None)
    settled(qtbot)

    assert dialog.said.text() == "3 skylder noget."
    qtbot.waitUntil(lambda: "Sidste dag at betale er tirsdag den 1. december 2026." in texts(dialog))
    qtbot.waitUntil(lambda: "Er det den samme? Sag 2026-0143 · Nadia Skovgaard" in texts(dialog))
    qtbot.waitUntil(lambda: misfits(dialog) == [])
    press(dialog, "Lav en sag for Cia Carl-Christoffersen Vestergaard-Mikkelsen af Nørre Vosborg")
    settled(qtbot)
    assert "er lavet. Ingen er kontaktet." in dialog.told.text()
    assert len(workspace.cases()) == 2
    press(dialog, "Nadja Skovgaard: en anden")
    settled(qtbot)
    assert "Er det den samme?" not in texts(dialog)

    dialog.ask_to_remove()
    asked = dialog.findChild(RemoveDialog)
    qtbot.waitUntil(lambda: misfits(asked) == [])
    press(asked, "Slet for altid")
    qtbot.waitUntil(lambda: "intet tilbage" in dialog.told.text())
    settled(qtbot)
    assert arrears_imports.lists(workspace) == ()
    assert len(workspace.cases()) == 2  # a case that was made stays


def test_columns_are_said_by_hand_where_nothing_can_be_guessed_and_the_cpr_is_never_shown(
    qtbot: QtBot, workspace: Workspace, parent: QWidget
) -> None:
    data = "A;B;C\n010180-2222;Bo Bak;1.000,00\n010181-3333;Eva Ek;50,00\n"
    looked = arrears_imports.look_at(workspace, ("x.csv", data.encode()))
    dialog = IncomingDialog(parent, workspace, looked, lambda _info: None)
    dialog.show()
    assert dialog.said.text() == "Vælg kolonnen med restancen."
    assert not dialog.column_holder.isHidden()
    assert "010180" not in texts(dialog)

    dialog.columns[2].role.show_value(Column.AMOUNT)
    dialog.columns[1].role.show_value(Column.NAME)
    dialog.read()
    qtbot.waitUntil(dialog.agree.isEnabled)

    assert dialog.said.text().startswith("2 rækker er læst")
    assert dialog.dropped.text() == "Gemmes ikke: A."
    dialog.columns[1].role.show_value(Column.AMOUNT)
    dialog._chosen(dialog.columns[1])
    assert dialog.columns[2].role.value() is None  # what is owed stands in one column
    dialog.reject()
    settled(qtbot)


def test_a_long_list_tells_how_far_it_is_and_can_be_stopped_and_read_again(
    qtbot: QtBot, workspace: Workspace, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "liste.csv"
    file.write_text(CSV, "utf-8")
    taken(workspace, file)
    go_on = threading.Event()

    def slow(_workspace: Workspace, _list_id: int, *, told: Callable[[int], object]) -> Calls:
        told(2000)
        go_on.wait(20)
        told(4000)
        raise AssertionError("nobody has stopped it")

    with monkeypatch.context() as patched:
        patched.setattr(list_calls, "calls_of", slow)
        dialog = ArrearsDialog(parent, workspace, lambda _number: None)
        dialog.show()
        qtbot.waitUntil(dialog.stop.isVisible)
        assert dialog.said.text() == "Læser listen … 2.000 lejere indtil nu."
        press(dialog, "Stop med at læse listen")
        go_on.set()
        settled(qtbot)
    assert dialog.said.text() == "Listen er ikke læst færdig. Intet er ændret."
    assert not dialog.stop.isVisible()

    press(dialog, "Læs listen igen")
    settled(qtbot)
    assert "Læser" not in dialog.said.text()
    assert not dialog.again.isVisible()
    assert dialog.rows.rows
