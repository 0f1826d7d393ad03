"""The page Forbrug: a statement in and out again, receipts by the keyboard, two voices, and the way into the budget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from spending_steps import DAY, SECOND, STATEMENT, fetch, press, shown

from budgetdesk.actions import spending as actions
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.household.words import Need
from budgetdesk.ledger.spending import ProofStatus
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui import phrases
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.forbrug import incoming
from budgetdesk.ui.pages.forbrug.into_budget import IntoBudget
from budgetdesk.ui.pages.forbrug.lines import UNSORTED, LineRow
from budgetdesk.ui.pages.forbrug.preview import StatementPreview
from budgetdesk.ui.pages.spending import SpendingPage
from budgetdesk.ui.widgets.search_list import SearchList

FIRST_PAGE = "forbrug"
Opened = Callable[[Desk], MainWindow]


@pytest.fixture
def sample() -> Desk:
    return memory_desk(Record(case=sample_case(today=DAY)), DAY)


@pytest.fixture
def page(sample: Desk, open_window: Opened) -> SpendingPage:
    return shown(open_window(sample))


@pytest.fixture
def october(sample: Desk, open_window: Opened) -> SpendingPage:
    """The page with the sample's statement taken in."""
    fetch(sample, STATEMENT)
    return shown(open_window(sample))


@pytest.fixture
def two_accounts(sample: Desk, open_window: Opened) -> SpendingPage:
    """The page with both accounts of the sample; one row is in no line."""
    fetch(sample, STATEMENT)
    fetch(sample, SECOND)
    return shown(open_window(sample))


def row(page: SpendingPage, code: str) -> LineRow:
    found = page.lines.row(code)
    assert found is not None
    return found


def preview(page: SpendingPage, qtbot: QtBot) -> StatementPreview:
    qtbot.waitUntil(lambda: bool(_open(page, StatementPreview)), timeout=10_000)
    found = _open(page, StatementPreview)[0]
    assert isinstance(found, StatementPreview)
    return found


def _open(page: SpendingPage, kind: type[QDialog]) -> list[QDialog]:
    return [dialog for dialog in page.findChildren(kind) if dialog.isVisible()]


def refusal(page: SpendingPage, qtbot: QtBot) -> str:
    """The sentence of the dialog that says why a file was refused."""

    def boxes() -> list[QMessageBox]:
        return [b for b in page.window().findChildren(QMessageBox) if b.isVisible()]

    qtbot.waitUntil(lambda: bool(boxes()), timeout=10_000)
    text = boxes()[0].text()
    boxes()[0].close()
    return text


# a statement


def test_an_empty_page_says_what_to_do_first(page: SpendingPage) -> None:
    assert page.empty.isVisible()
    assert not page.body.isVisible()


def test_a_statement_is_shown_before_it_is_taken_in(page: SpendingPage, qtbot: QtBot) -> None:
    page.take_in([STATEMENT])
    dialog = preview(page, qtbot)

    assert dialog.proof.text() == "Saldoen stemmer: 1.–31. oktober."
    assert dialog.account.text() == "Danske Bank, lønkonto"
    assert "nye posteringer" in dialog.overlap.text()
    assert dialog.table.model().rowCount() == len(dialog.statement().rows)
    assert page.record.spending.transactions == ()


def test_the_keyboard_alone_fetches_a_statement(
    page: SpendingPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incoming, "choose", lambda *_: [STATEMENT])
    QTest.keyClick(page.window(), Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = preview(page, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Return)

    (batch,) = page.record.spending.batches
    assert batch.proof.status is ProofStatus.HOLDS
    assert batch.account == "Danske Bank, lønkonto"
    assert page.heading.text() == "Hvad gik pengene til i oktober?"
    assert "saldoen stemmer" in page.quiet.text()


def test_a_file_is_dropped_on_the_page(page: SpendingPage, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(STATEMENT))])
    drop = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(drop)

    assert preview(page, qtbot).isVisible()
    assert page.viewport().acceptDrops()


def test_two_files_come_one_after_the_other(page: SpendingPage, qtbot: QtBot) -> None:
    page.take_in([STATEMENT, SECOND])
    preview(page, qtbot).ok.click()
    preview(page, qtbot).ok.click()

    assert len(page.record.spending.batches) == 2


def test_one_click_takes_a_file_out_again(october: SpendingPage) -> None:
    (batch,) = october.record.spending.batches
    QTest.mouseClick(october.files.batches.rows[batch.id].undo, Qt.MouseButton.LeftButton)

    assert october.record.spending.transactions == ()
    assert october.empty.isVisible()
    october.desk.undo()
    assert len(october.record.spending.batches) == 1


def test_the_same_file_is_not_taken_in_twice(october: SpendingPage, qtbot: QtBot) -> None:
    october.take_in([STATEMENT])
    dialog = preview(october, qtbot)

    assert "læst ind før" in dialog.overlap.text()
    assert not dialog.ok.isEnabled()


def test_changing_ones_mind_changes_nothing(page: SpendingPage, qtbot: QtBot) -> None:
    page.take_in([STATEMENT])
    preview(page, qtbot).reject()

    assert page.record.spending.batches == ()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tom.csv", b"", "tom"),
        ("brev.csv", "Kære Nadia, her er brevet.\n".encode("cp1252"), "ikke et kontoudtog"),
        ("stor.csv", b"x" * (21 * 1024 * 1024), "20 MB"),
        ("bon.json", b'{"hej": 1}', "ikke en kvittering"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_a_sentence(
    page: SpendingPage, qtbot: QtBot, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    page.take_in([file])

    assert said in refusal(page, qtbot)
    assert page.record.spending == Record().spending


def test_a_refused_file_does_not_stop_the_next(page: SpendingPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.take_in([tmp_path / "findes_ikke.csv", STATEMENT])
    refusal(page, qtbot)

    assert preview(page, qtbot).isVisible()


# sorting and voices


def test_what_must_be_asked_stands_first(two_accounts: SpendingPage) -> None:
    codes = [each.code for each in two_accounts.lines.all_rows()]

    assert codes[0] == UNSORTED
    assert set(codes[1:3]) == {"990", "991"}
    assert codes[-2:] == ["101", "919"]
    assert not row(two_accounts, "101").tenant.isVisible()


def test_a_line_opens_to_its_rows_with_the_reason(october: SpendingPage) -> None:
    line = row(october, "104")
    line.title.setFocus()
    press(Qt.Key.Key_Space)

    assert line.pieces is not None
    (piece,) = [each.piece for each in line.pieces.rows]
    assert piece.amount == Decimal(640)
    assert piece.why


def test_a_row_is_moved_by_typing_the_name_of_the_line(two_accounts: SpendingPage) -> None:
    october = two_accounts
    october.lines.open_unsorted()
    line = row(october, UNSORTED)
    assert line.pieces is not None
    piece = line.pieces.rows[0].piece
    line.pieces.rows[0].move_button.setFocus()
    press(Qt.Key.Key_Space)
    picker = line.findChild(SearchList)
    assert isinstance(picker, SearchList)
    QTest.keyClicks(picker.search.line, "frisør")
    QTest.keyClick(picker.search.line, Qt.Key.Key_Return)

    moved = next(r for r in october.record.spending.transactions if r.id == piece.row)
    assert (moved.line, moved.by_hand) == ("803", True)
    assert october.lines.row(UNSORTED) is None


def test_what_both_can_do_without_is_added_up(october: SpendingPage) -> None:
    line = row(october, "206")
    assert october.month is not None
    before = actions.month_summary(october.record, october.month, october.desk.library)
    amount = next(each.amount for each in before.lines if each.code == "206")
    for chip in (line.tenant, line.adviser):
        nice = next(a for a in chip.mark.menu().actions() if a.text() == "kan undværes")
        nice.trigger()

    voice = next(v for v in october.record.spending.voices if v.id == "206")
    assert (voice.tenant_says, voice.adviser_says) == (Need.NICE, Need.NICE)
    assert october.nice.figure.text() == phrases.kroner(before.both_say_nice + amount)


def test_a_voice_is_given_with_the_keyboard(october: SpendingPage, qtbot: QtBot) -> None:
    line = row(october, "708")
    line.tenant.mark.setFocus()
    QTest.keyClick(line.tenant.mark, Qt.Key.Key_Down)
    menu = line.tenant.mark.menu()
    menu.popup(line.tenant.mark.mapToGlobal(line.tenant.mark.rect().bottomLeft()))
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    assert october.record.spending.voices[0].tenant_says is Need.NEED


def test_what_the_tenant_locks_is_said_and_the_advisers_mark_goes(october: SpendingPage) -> None:
    line = row(october, "708")
    lock = next(a for a in line.tenant.mark.menu().actions() if "lås det" in a.text())
    lock.trigger()

    assert line.quiet.text().startswith("låst af lejeren")
    assert line.tenant.mark.text() == "nødvendigt"
    assert not line.adviser.isVisible()
    october.desk.undo()
    assert line.adviser.isVisible()


def test_names_behind_mobilepay_are_not_in_the_table(october: SpendingPage) -> None:
    assert row(october, "991").quiet.text() == "5 køb"


# into the budget


def test_the_month_is_put_into_the_budget_in_one_step(october: SpendingPage) -> None:
    before = october.record.case
    dialog = october.into_budget()
    assert isinstance(dialog, IntoBudget)
    assert "→" in dialog.after.text()
    assert october.record.case == before
    dialog.ok.click()

    assert any(e.from_spending for e in october.record.case.expenses)
    october.desk.undo()
    assert october.record.case == before


def test_a_typed_amount_is_only_changed_where_it_is_ticked(october: SpendingPage) -> None:
    dialog = october.into_budget()
    assert dialog is not None
    food = dialog.ticks["701"]
    assert not food.isChecked()
    food.setFocus()
    QTest.keyClick(food, Qt.Key.Key_Space)
    dialog.ok.click()

    changed = next(e for e in october.record.case.expenses if e.line == "701")
    assert changed.from_spending
    assert not next(e for e in october.record.case.expenses if e.line == "106").from_spending


def test_a_bill_that_was_not_seen_leads_to_its_line_in_the_budget(page: SpendingPage) -> None:
    unknown = replace(page.record, case=replace(page.record.case, expenses=()))
    bought = actions.type_receipt(unknown, page.desk.library, shop="Netto", day=date(2026, 10, 9), total=Decimal(50))
    page.change("kun en kvittering", bought.record)
    code, link = next(iter(page.bills.rows.rows.items()))
    link.setFocus()
    press(Qt.Key.Key_Space)

    focus = QApplication.focusWidget()
    title = page.desk.library.chart.lines[code].title
    assert focus is not None
    assert focus.accessibleName() == f"{title}, beløb"


def test_the_file_dialog_is_reached_by_its_button(page: SpendingPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(incoming, "choose", lambda _parent, title, _kinds: asked.append(title) or [])
    for each in (page.fetch, page.fetch_receipt):
        assert isinstance(each, QPushButton)
        QTest.mouseClick(each, Qt.MouseButton.LeftButton)

    assert asked == ["Hent kontoudtog", "Hent kvitteringer"]
