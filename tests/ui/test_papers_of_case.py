"""Papers in and out by the window: the meeting's papers printed, the list of all, and copies signed with a pen."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from fits import misfits
from paper_printers import Desk as Printers
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.actions import scan_folder
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.meeting_papers import For
from budgetdesk.actions.printed import keep_printed
from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.signing import Vault, sign, unsigned
from budgetdesk.actions.workspace import Workspace
from budgetdesk.documents.printer import preview
from budgetdesk.documents.seals.ink import Role, typed
from budgetdesk.documents.sheet import check_code
from budgetdesk.storage.keyrings import NO_KEYRING
from budgetdesk.ui.check_paper import FindPaperDialog
from budgetdesk.ui.dialogs.case_papers import CasePapersDialog
from budgetdesk.ui.dialogs.pen_copies import TakeInDialog
from budgetdesk.ui.dialogs.print_meeting import MeetingPrintDialog
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.sign import SignPage
from budgetdesk.ui.theme import Look

DAY = date(2026, 11, 20)
AT = datetime(2026, 11, 20, 10, 42, tzinfo=UTC)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("profile") / "p"
    with Workspace.create(folder, passphrase="fire ord i rad", today=DAY, keyring=NO_KEYRING) as made:
        yield made


@pytest.fixture(scope="module")
def desk(workspace: Workspace) -> Desk:
    """A case with a sealed agreement, and the budget printed for the pen."""
    made = workspace.new_case(sample_record(workspace.library, today=DAY))
    ink = (typed(Role.TENANT, "Nadia Skovgaard", AT, confirmed=True),)
    sign(workspace, made, "naeste_skridt", ink=ink, when=AT)
    keep_printed(workspace, made.case_id, name="budget", title="Budget", pdf=unsigned(made, "budget"))
    return made


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> MainWindow:
    made = MainWindow(look=Look.LIGHT, day_is_fixed=True)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    return made


def rest(qtbot: QtBot) -> None:
    at_rest()


def scan_of(workspace: Workspace, desk: Desk, kind: str, file: Path) -> str:
    """A scan of the first page of a kept paper; its code."""
    kept = next(one for one in workspace.documents(desk.case_id) if one.kind == kind)
    page = preview.pages(workspace.document(kept.id), dpi=150)[0]
    Image.open(io.BytesIO(page)).convert("RGB").save(file)
    return kept.check_code


def test_the_meetings_papers_go_out_as_one_job_for_each_and_the_sealed_bytes_are_printed(
    workspace: Workspace, desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    printers, vault = Printers(), Vault(workspace, desk)
    dialog = MeetingPrintDialog(window, desk, vault, room=printers.room)
    dialog.open()
    rest(qtbot)
    sealed = vault.papers()[0]
    agreement = dialog.rows.rows["aftale"]
    agreement.tick.tick.click()
    agreement.copies[For.TENANT].line.setText("2")
    agreement.copies[For.TENANT].edited.emit()
    dialog.move_up("aftale")
    dialog.print_out()
    rest(qtbot)
    tenant, case, landlord = (job for _, job in printers.sent)

    assert misfits(dialog) == []
    assert not dialog.rows.rows["budget"].copies[For.LANDLORD].isEnabled()
    assert tenant.papers[0].pdf == vault.read(sealed.id)
    assert len(tenant.papers) == 1 + 1 + 2
    assert len(case.papers) == 2
    assert [paper.pdf for paper in landlord.papers] == [tenant.papers[1].pdf]
    assert "til udlejer" in dialog.running.said.text()


def test_nothing_ticked_is_told_and_cannot_be_printed(
    workspace: Workspace, desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    dialog = MeetingPrintDialog(window, desk, Vault(workspace, desk), room=Printers().room)
    rest(qtbot)
    for row in dialog.rows.rows.values():
        if row.tick.value():
            row.tick.tick.click()

    assert dialog.said.text() == "Vælg mindst ét papir."
    assert not dialog.out.isEnabled()


def test_the_list_tells_who_signed_and_that_the_seal_holds(
    workspace: Workspace, desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    dialog = CasePapersDialog(window, workspace, desk, desk.change)
    rest(qtbot)
    (said,) = dialog.states.values()

    assert said.text() == "Underskrevet af Nadia Skovgaard. Seglet er i orden (PAdES B-B)."
    assert misfits(dialog) == []


def test_a_list_without_papers_says_what_comes_here(workspace: Workspace, window: MainWindow, qtbot: QtBot) -> None:
    empty = workspace.new_case()
    dialog = CasePapersDialog(window, workspace, empty, empty.change)
    dialog.open()
    rest(qtbot)

    assert dialog.nothing.isVisible()
    assert misfits(dialog) == []


def test_a_scanned_copy_is_taken_in_found_by_its_code_and_undone_and_only_its_file_is_deleted(
    workspace: Workspace, desk: Desk, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    code = scan_of(workspace, desk, "budget", tmp_path / "scan.jpg")
    (tmp_path / "note.txt").write_text("Rør ikke ved mig")
    dialog = TakeInDialog(window, workspace, desk, desk.change)
    dialog.open()
    dialog.read([tmp_path / "scan.jpg", tmp_path / "note.txt"])
    rest(qtbot)

    assert dialog.rows.rows[0].title.text().startswith("Budget, 20. november 2026")
    assert misfits(dialog) == []
    dialog.take_in()
    rest(qtbot)
    finder = FindPaperDialog(window, workspace.folder, DAY, workspace, lambda _case: None)
    finder.code.show_text(f"BD:{code}:1")
    finder.look_up()
    assert any("scannet 20. november 2026" in text for text in finder.told._shown)
    assert (tmp_path / "scan.jpg").exists()
    dialog.delete_files()
    assert not (tmp_path / "scan.jpg").exists()
    assert (tmp_path / "note.txt").exists()
    assert len(desk.record.copies) == 1
    desk.undo()
    assert desk.record.copies == ()


def test_a_page_nobody_can_place_waits_until_somebody_says_which_paper_it_is(
    workspace: Workspace, desk: Desk, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = Image.new("RGB", (500, 700), "white")
    page.paste((0, 0, 0), (100, 100, 200, 110))
    page.save(tmp_path / "uden.png")
    dialog = TakeInDialog(window, workspace, desk, desk.change)
    dialog.open()
    dialog.read([tmp_path / "uden.png"])
    rest(qtbot)
    waited = dialog.keep.isEnabled()
    row = dialog.rows.rows[0]
    row.which.list.setCurrentIndex(1)
    row.which.list.activated.emit(1)
    rest(qtbot)

    assert not waited
    assert "kan ikke læses" in row.problem.text() or row.problem.isHidden()
    assert dialog.keep.isEnabled()
    assert row.title.text().startswith("Budget")


def test_what_came_into_the_scanners_folder_is_offered_and_not_again_once_it_is_taken_in(
    workspace: Workspace, desk: Desk, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    scan_folder.choose_scan_folder(workspace, tmp_path)
    scan_of(workspace, desk, "budget", tmp_path / "ny.jpg")
    dialog = TakeInDialog(window, workspace, desk, desk.change)
    dialog.open()
    rest(qtbot)
    offered = dialog.scanner.text()
    dialog.read_scanner()
    rest(qtbot)
    dialog.take_in()
    rest(qtbot)

    assert offered == "Læs den nye fra scanneren"
    assert not dialog.scanner.isVisibleTo(dialog)
    assert scan_folder.new_scans(workspace) == ()
    assert (tmp_path / "ny.jpg").exists()


def test_ctrl_p_stands_in_the_menu_of_the_page_underskriv() -> None:
    keys = {command.act: command.keys for command in SignPage.commands}

    assert keys["print_meeting"] == "Ctrl+P"
    assert all(callable(getattr(SignPage, act)) for act in keys)


def test_a_code_with_its_page_is_the_same_code() -> None:
    assert check_code.read("bd:xg0g-4xy9-ha:12") == "XG0G-4XY9-HA"


def test_where_there_is_little_room_copies_stand_below_the_name_of_the_paper(
    workspace: Workspace, desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(853, 533)  # 1280 x 800 at 150 %
    dialog = MeetingPrintDialog(window, desk, Vault(workspace, desk), room=Printers().room)
    dialog.open()
    rest(qtbot)
    shown = dialog.rows.rows["budget"]
    qtbot.waitUntil(lambda: shown.copies[For.TENANT].y() > shown.tick.y(), timeout=5_000)

    assert misfits(dialog) == []
    dialog.reject()
