"""The policy is edited in the program: typed, asked about, in use at once, taken back, out and in as a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from waiting import let_run

from budgetdesk.actions import policies
from budgetdesk.actions.library import load_library
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import PolicyError
from budgetdesk.planning.policy import Approval
from budgetdesk.readers.policy import dump_policy
from budgetdesk.settings import Settings
from budgetdesk.storage.keyrings import NO_KEYRING
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.policy.window import PolicyWindow
from budgetdesk.ui.policy.wordings_part import OwnWords
from budgetdesk.ui.session import Session
from budgetdesk.ui.theme import Look
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import LineEdit

DAY = date(2026, 11, 20)


class InMemory:
    """What the window needs of a workspace, in memory: making a store takes longer than the test."""

    def __init__(self) -> None:
        self.library = load_library()
        self.today = DAY
        self.locked = False
        self.kept: dict[str, object] = {}

    def setting(self, key: str) -> object:
        return self.kept.get(key)

    def save_setting(self, key: str, value: object) -> None:
        self.kept[key] = value


@pytest.fixture
def workspace() -> Workspace:
    return InMemory()  # type: ignore[return-value]  # see above


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def below(qtbot: QtBot, qapp: QApplication) -> QWidget:
    made = QWidget()
    made.resize(1280, 800)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def window(below: QWidget, workspace: Workspace, told: list[str]) -> PolicyWindow:
    return opened(below, workspace, told)


def opened(below: QWidget, workspace: Workspace, told: list[str]) -> PolicyWindow:
    made = PolicyWindow(below, workspace, changed=lambda: told.append("changed"))
    made.show()
    return made


def type_into(window: PolicyWindow, key: str, text: str) -> None:
    window.values.editors[key].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), text)


def test_the_example_is_marked_until_the_organisation_has_saved_its_own(window: PolicyWindow) -> None:
    assert "programmets eksempel" in window.counts.text()


def test_a_value_is_typed_asked_about_and_in_use_at_once(
    window: PolicyWindow, workspace: Workspace, told: list[str]
) -> None:
    window.name.show_value("Eva Holm")
    type_into(window, "max_months", "6")
    type_into(window, "follow_up_months", "1, 3")
    dialog = window.ask_to_save()
    assert dialog is not None
    dialog.agree.click()

    assert workspace.library.policy.max_months == 6
    assert workspace.library.policy.follow_up_months == (1, 3)
    assert workspace.library.policy.version == "2026-11-20"
    assert told == ["changed"]
    assert "2026-11-20, taget i brug 20. november 2026 af Eva Holm" in window.counts.text()


def test_without_a_name_nothing_is_asked(window: PolicyWindow, workspace: Workspace) -> None:
    type_into(window, "max_months", "6")

    assert window.ask_to_save() is None
    assert "Skriv dit navn" in window.name.problem.text()
    assert policies.is_standard(workspace.library)


@pytest.mark.parametrize(
    ("key", "text", "why"),
    [
        ("max_months", "0", "mellem 1 og 36"),
        ("max_months", "500", "mellem 1 og 36"),
        ("adult_per_week", "-1", "kroner"),
        ("signal_days", "30", "højst 7"),
        ("pause_months", "1, x", "“x”"),
        ("pause_months", "13", "fra 1 til 12"),
        ("pause_months", "1,2,3,4,5,6,7,8,9,10,11,12", "mindst én måned"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_the_focus_goes_there(
    window: PolicyWindow, workspace: Workspace, key: str, text: str, why: str
) -> None:
    window.name.show_value("Eva")
    window.show_part("history")
    window.values.editors[key].show_text(text)

    assert window.ask_to_save() is None
    assert why in window.values.editors[key].problem.text()
    assert window.tabs.value() == "values"
    assert policies.is_standard(workspace.library)


def test_nothing_changed_is_nothing_saved(window: PolicyWindow) -> None:
    window.name.show_value("Eva")

    assert window.ask_to_save() is None
    assert window.said.text() == "Der er ikke ændret noget."


def test_who_may_approve_is_typed_in_rows(window: PolicyWindow, workspace: Workspace) -> None:
    window.name.show_value("Eva")
    window.values.approvals.more.click()
    row = list(window.values.approvals.rows.rows.values())[-1]
    row.months.show_text("3")
    row.by.show_value("rådgiveren")
    dialog = window.ask_to_save()
    assert dialog is not None
    dialog.agree.click()

    assert workspace.library.policy.approvals == (Approval(12, "udlejer"), Approval(3, "rådgiveren"))


def test_a_limit_without_a_name_is_said_there(window: PolicyWindow) -> None:
    window.name.show_value("Eva")
    window.values.approvals.more.click()
    list(window.values.approvals.rows.rows.values())[-1].months.show_text("3")

    assert window.ask_to_save() is None
    assert "hvem der godkender" in window.values.approvals.problem.text()


def test_own_words_are_checked_and_those_that_protect_the_tenant_are_locked(
    window: PolicyWindow, workspace: Workspace
) -> None:
    window.name.show_value("Eva")
    assert window.wordings.rows.rows["limitation"].edit.isHidden()
    window.wordings.rows.rows["breach"].edit.click()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, OwnWords))
    dialog.words.show_value("Vi ringer.")
    dialog.agree.click()
    assert "{dage}" in dialog.problem.text()
    dialog.words.show_value("Efter {dage} dage ringer vi.")
    dialog.agree.click()
    asked = window.ask_to_save()
    assert asked is not None
    asked.agree.click()

    assert [(one.id, one.text) for one in workspace.library.policy.wordings] == [
        ("breach", "Efter {dage} dage ringer vi.")
    ]


def test_an_earlier_policy_is_taken_back_from_the_list(window: PolicyWindow, workspace: Workspace) -> None:
    first = policies.save(workspace, replace(workspace.library.policy, max_months=6), by="Eva")
    policies.save(workspace, replace(workspace.library.policy, max_months=9), by="Eva")
    window.name.show_value("Bo")
    dialog = window.go_back(first.version)
    assert dialog is not None
    dialog.agree.click()

    assert workspace.library.policy == first
    assert len(window.history.rows.rows) == 3


def test_what_is_typed_and_not_saved_is_there_next_time(
    below: QWidget, window: PolicyWindow, workspace: Workspace, told: list[str]
) -> None:
    type_into(window, "max_months", "6")
    window.done(0)
    again = opened(below, workspace, told)

    assert again.values.editors["max_months"].text() == "6"
    assert policies.is_standard(workspace.library)


def test_a_file_with_an_unknown_key_is_refused_by_name_and_a_good_one_taken(
    window: PolicyWindow, workspace: Workspace, tmp_path: Path
) -> None:
    window.name.show_value("Bo")
    file = tmp_path / "politik.toml"
    own = replace(workspace.library.policy, version="kab-1", max_months=4)
    file.write_text(dump_policy(own) + "\n[gebyr]\nrykker = 1\n", "utf-8")
    with pytest.raises(PolicyError, match="“gebyr”"):
        window.show_import(file)
    file.write_text(dump_policy(own), "utf-8")
    dialog = window.show_import(file)
    assert dialog is not None
    dialog.agree.click()

    assert workspace.library.policy == own


def test_the_menu_opens_it_and_the_open_case_counts_with_the_new_policy_at_once(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    workspace = Workspace.create(tmp_path / "profil", passphrase="fire ord i rad", today=DAY, keyring=NO_KEYRING)
    window = MainWindow(look=Look.LIGHT, day_is_fixed=True)
    qtbot.addWidget(window)
    session = Session(window, tmp_path / "profil", DAY, Settings())
    session.workspace = workspace
    session.show_policy()
    made = next(w for w in window.findChildren(PolicyWindow))
    made.name.show_value("Eva")
    made.values.editors["late_days"].show_text("14")
    dialog = made.ask_to_save()
    assert dialog is not None
    dialog.agree.click()

    assert workspace.new_case().library.policy.late_days == 14
    assert any(action.text() == "Politik …" for action in window.menus.commands)
    made.done(0)
    workspace.close()


@pytest.mark.parametrize("size", [(900, 640), (1080, 760), (1600, 980)])
def test_nothing_is_cut_off_in_any_part(window: PolicyWindow, workspace: Workspace, size: tuple[int, int]) -> None:
    long_name = "Boligrådgivningen i det almene boligselskab Nordvestsjællands Storkreds og omegn"
    policies.save(workspace, replace(workspace.library.policy, organisation=long_name), by="Anne-Margrethe " * 3)
    window.history.show_library(workspace.library)
    window.values.editors["max_months"].say_problem("Højst så mange måneder skal være mellem 1 og 36. Ret tallet.")
    window.resize(*size)
    for part in ("values", "wordings", "history"):
        window.show_part(part)
        let_run(20)

        assert misfits(window) == []


def test_every_value_is_reached_with_tab_in_reading_order(window: PolicyWindow) -> None:
    window.name.setFocus()
    visited: list[QWidget] = []
    for _ in range(90):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    order = [visited.index(editor.targets()[0]) for editor in window.values.editors.values() if _is_line(editor)]

    assert len(order) >= 25
    assert order == sorted(order)
    assert visited.index(window.save) > max(order)


def _is_line(editor: Editor) -> bool:
    return isinstance(editor, LineEdit)
