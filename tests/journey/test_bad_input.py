"""What bad input gets in the window: a sentence with what, where and what to do; nothing lost, or half-written."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import household_by_keys as by_keys
import pytest
from keyboard import Key, Keyboard, said, seen
from program import DAY, PASSPHRASE, choose_passphrase, end, start, unlock
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from reportlab.pdfgen import canvas

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.workspace import Workspace
from budgetdesk.documents.seals import certificate
from budgetdesk.documents.seals.seal import seal
from budgetdesk.ui.session import Session

HEAD = '"Dato";"Tekst";"Beløb";"Saldo";"Status";"Afstemt"\r\n'
GOOD = '"01.10.2026";"Netto";"-10,00";"90,00";"Udført";"Nej"\r\n'


@pytest.fixture
def desk(session: Session, kb: Keyboard) -> Desk:
    """A new case, open."""
    by_keys.new_case(kb)
    view = session.window.case_view
    assert view is not None
    return view.desk


def boxed(kb: Keyboard) -> str:
    """The sentence in the box that has opened."""

    def box() -> QMessageBox | None:
        return next((w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()), None)

    kb.wait(lambda: box() is not None)
    found = box()
    assert found is not None
    text = found.text()
    kb.in_dialog()
    kb.press(Key.Key_Escape)
    kb.rest()
    return text


# files


def test_a_file_that_is_no_statement_gets_a_sentence_and_changes_nothing(
    desk: Desk, kb: Keyboard, tmp_path: Path
) -> None:
    before = desk.record
    file = tmp_path / "udtog.csv"
    for content, says in (
        (b"Kaere dagbog\ni dag var det regn\n", "ikke et kontoudtog"),
        (b"\x81\x8d\x8f\x90\x9d", "tegnkodning"),
        (b"", "tom"),
    ):
        file.write_bytes(content)
        _fetch(kb, file)
        said = boxed(kb)

        assert says in said, said
        assert "udtog.csv" in said
        assert desk.record == before
        assert "Der er ikke hentet noget kontoudtog endnu" in seen()


def test_fifty_megabytes_get_a_sentence_at_once(desk: Desk, kb: Keyboard, tmp_path: Path) -> None:
    big = tmp_path / "stor.csv"
    with big.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    _fetch(kb, big)

    assert "50 MB" in boxed(kb)
    assert not desk.record.spending.batches


def test_a_row_without_amount_is_named_before_anything_is_taken_in(desk: Desk, kb: Keyboard, tmp_path: Path) -> None:
    file = tmp_path / "udtog.csv"
    file.write_text(HEAD + GOOD + GOOD.replace("-10,00", ""), encoding="cp1252")
    by_keys.fetch_statement(kb, file)
    kb.wait(lambda: "Linje 3" in seen() and "skriv den ind i hånden" in seen())
    by_keys.take_in(kb)

    assert [row.amount for row in desk.record.spending.transactions] == [-10]


def test_turning_a_statement_down_takes_nothing_in(desk: Desk, kb: Keyboard) -> None:
    before = desk.record
    by_keys.fetch_statement(kb)
    by_keys.close_dialog(kb)

    assert desk.record == before


# fields


BAD_AMOUNTS = {
    "1,000.00": "Skriv det på dansk",
    "-": "kan ikke læses",
    "1000000000000": "for stort",
    "syv tusind": "syv tusind",
}


def test_an_amount_that_cannot_be_read_keeps_its_text_gets_a_sentence_and_is_there_after_a_restart(
    begin: Callable[[], Session], kb: Keyboard
) -> None:
    begun = begin()
    choose_passphrase(kb)
    by_keys.new_case(kb)
    kb.page(by_keys.SAG)
    for typed, says in BAD_AMOUNTS.items():
        kb.write("Husleje pr. måned, før boligstøtte", typed)
        kb.tab()
        assert typed in seen()
        assert says in seen()
        assert _desk(begun).record.case.tenancy.rent_per_month is None
    begun.end()
    begun.window.close()

    begin()
    unlock(kb)
    kb.wait(lambda: said(kb.here()) == "Søg i sagerne")
    kb.enter()
    kb.rest()
    kb.page(by_keys.SAG)
    assert typed in seen()
    assert says in seen()


def test_an_amount_as_danes_write_it_is_taken(desk: Desk, kb: Keyboard) -> None:
    kb.page(by_keys.SAG)
    for typed, shown, amount in (
        ("1.000", "1.000", "1000"),
        ("12.345,6", "12.345,60", "12345.6"),
        ("7600 kr", "7.600", "7600"),
    ):
        kb.write("Husleje pr. måned, før boligstøtte", typed)
        kb.tab()

        assert shown in seen().split("\n")
        assert desk.record.case.tenancy.rent_per_month == Decimal(amount)


def test_a_birth_date_in_the_future_gets_a_sentence(desk: Desk, kb: Keyboard) -> None:
    kb.page(by_keys.SAG)
    kb.push("Tilføj lejer")
    kb.write("Fødselsdag", "1.1.2030")
    kb.tab()

    assert "ude i fremtiden" in seen()
    assert desk.record.case.persons[0].born is None


def test_a_receipt_whose_lines_do_not_add_up_is_kept_with_its_rest(desk: Desk, kb: Keyboard) -> None:
    kb.page(by_keys.FORBRUG)
    by_keys.type_receipt(kb)
    by_keys.close_dialog(kb)

    assert desk.record.spending.receipts[0].rest == Decimal("53.50")


# the store


def test_a_wrong_passphrase_gets_a_sentence_and_the_right_one_opens(begin: Callable[[], Session], kb: Keyboard) -> None:
    first = begin()
    choose_passphrase(kb)
    first.end()
    first.window.close()
    begin()
    unlock(kb, "fire forkerte ord her")
    kb.wait(lambda: "dgangskode" in seen() and "passer ikke" in seen())
    unlock(kb)

    kb.wait(lambda: "Der er ingen sager endnu" in seen())


def test_a_plain_database_is_refused_and_left_alone(begin: Callable[[], Session], kb: Keyboard, profile: Path) -> None:
    profile.mkdir()
    with sqlite3.connect(profile / "budgetdesk.db") as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    before = (profile / "budgetdesk.db").read_bytes()
    begin()
    kb.wait(lambda: "ikke krypteret" in _everything(kb))

    assert (profile / "budgetdesk.db").read_bytes() == before


def test_a_second_program_on_the_same_store_is_refused(
    begin: Callable[[], Session], kb: Keyboard, profile: Path
) -> None:
    with Workspace.create(profile, passphrase=PASSPHRASE, today=DAY, remember=False):
        begin()
        kb.wait(lambda: "allerede åbent" in _everything(kb))


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A folder that this user may read and not write; the superuser may write everything, so be somebody else."""
    top = Path(tempfile.mkdtemp())
    top.chmod(0o555)
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    yield top
    if before == 0:
        os.seteuid(0)
    top.rmdir()


def test_a_folder_that_cannot_be_written_is_refused_at_the_first_start(
    read_only: Path, qtbot: QtBot, qapp: QApplication, kb: Keyboard
) -> None:
    session = start(qtbot, read_only / "ny")
    kb.wait(lambda: said(kb.here()) == "Adgangskode")
    for _ in range(2):
        kb.type(PASSPHRASE)
        kb.tab()
    kb.push("Kom i gang")
    kb.wait(lambda: "skriveadgang" in seen())
    end(session)

    assert list(read_only.iterdir()) == []


# papers


@pytest.fixture(scope="module")
def page() -> bytes:
    """A sealed page."""
    drawn = canvas.Canvas(out := BytesIO())
    drawn.drawString(72, 720, "Aftale om afdrag")
    drawn.save()
    when = datetime(2026, 11, 20, 9, 42, tzinfo=UTC)
    return seal(out.getvalue(), signer=certificate.make("Boligrådgivningen", start=when), when=when)


def test_a_page_that_was_changed_after_sealing_is_told(
    session: Session, kb: Keyboard, tmp_path: Path, page: bytes
) -> None:
    file = tmp_path / "aftale.pdf"
    said = []
    for pdf in (page, page.replace(b"ReportLab", b"ReportLob", 1), page + b"\n% mere", page[:-200]):
        file.write_bytes(pdf)
        kb.give_file(file)
        kb.jump("find eller kontroll")
        kb.go_to("Vælg en PDF-fil")
        kb.space()
        kb.wait(lambda: "i orden" in seen())
        said.append(seen())
        by_keys.close_dialog(kb)

    assert "er i orden" in said[0]
    assert "ændret efter" in said[1]
    assert "føjet noget til" in said[2]
    assert "slutningen mangler" in said[3]


def _fetch(kb: Keyboard, file: Path) -> None:
    kb.page(by_keys.FORBRUG)
    kb.give_file(file)
    kb.go_to("Hent kontoudtog")
    kb.space()


def _desk(session: Session) -> Desk:
    assert session.window.case_view is not None
    return session.window.case_view.desk


def _everything(kb: Keyboard) -> str:
    kb.in_dialog()
    boxes = [w.text() for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    return "\n".join([seen(), *boxes])
