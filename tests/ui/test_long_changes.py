"""A statement of many rows: saved in a thread while the window lives, stopped before that, and one step of undo."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from spending_steps import DAY, STATEMENT, shown
from waiting import at_rest

from budgetdesk.actions import spending as actions
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.spending import Change
from budgetdesk.casework.record import Record
from budgetdesk.errors import CaseBusyError
from budgetdesk.household import paths
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui import case_view
from budgetdesk.ui.case_view import CaseView
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages import spending
from budgetdesk.ui.pages.forbrug import arrivals, preview
from budgetdesk.ui.pages.forbrug.apart import WorkingDialog
from budgetdesk.ui.pages.forbrug.preview import StatementPreview
from budgetdesk.ui.pages.spending import SpendingPage

FIRST_PAGE = "forbrug"
Opened = Callable[[Desk], MainWindow]


class Slow:
    """Sorting that waits until it is let go, so that one can look around meanwhile."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.let_go = threading.Event(), threading.Event()
        self.thread = 0
        self._import = actions.import_statement
        monkeypatch.setattr(actions, "import_statement", self)
        monkeypatch.setattr(arrivals, "MANY_ROWS", 10)
        monkeypatch.setattr(preview, "MANY_ROWS", 10)

    def __call__(self, *args: object) -> Change:
        self.thread = threading.get_ident()
        self.begun.set()
        assert self.let_go.wait(20)
        return self._import(*args)  # type: ignore[arg-type]


@pytest.fixture
def page(open_window: Opened) -> SpendingPage:
    return shown(open_window(memory_desk(Record(case=sample_case(today=DAY)), DAY)))


@pytest.fixture
def slow(page: SpendingPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Slow:
    """A statement that is just being taken in."""
    made = Slow(monkeypatch)
    page.take_in([STATEMENT])

    def ready() -> bool:
        return any(d.isVisible() and d.ok.isEnabled() and "nye" in d.overlap.text() for d in previews(page))

    qtbot.waitUntil(ready, timeout=10_000)
    previews(page)[0].ok.click()
    qtbot.waitUntil(made.begun.is_set, timeout=10_000)
    return made


def previews(page: SpendingPage) -> list[StatementPreview]:
    return page.findChildren(StatementPreview)


def working(page: SpendingPage) -> WorkingDialog:
    return next(d for d in page.findChildren(WorkingDialog) if d.isVisible())


def test_the_window_lives_while_many_rows_are_taken_in(page: SpendingPage, slow: Slow, qtbot: QtBot) -> None:
    ticks: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(5)
    qtbot.waitUntil(lambda: len(ticks) > 20, timeout=5_000)

    assert slow.thread != threading.get_ident()
    assert working(page).said.text() == "Posteringerne bliver lagt ind."
    slow.let_go.set()
    qtbot.waitUntil(lambda: bool(page.record.spending.transactions), timeout=10_000)
    assert not page.findChildren(WorkingDialog) or not page.findChildren(WorkingDialog)[0].isVisible()
    assert page.heading.text() == "Hvad gik pengene til i oktober?"
    assert "læst ind" in page.said.text()


def test_nothing_else_changes_the_case_meanwhile_and_undo_takes_the_statement(
    page: SpendingPage, slow: Slow, qtbot: QtBot
) -> None:
    before = page.record
    other = paths.put(before, "case.tenancy.landlord", "En anden")
    with pytest.raises(CaseBusyError):
        page.desk.change("udlejer", other)
    with pytest.raises(CaseBusyError):
        page.desk.set_draft("case.tenancy.landlord", "En")
    slow.let_go.set()
    qtbot.waitUntil(lambda: bool(page.record.spending.transactions), timeout=10_000)

    page.desk.change("udlejer", paths.put(page.record, "case.tenancy.landlord", "En anden"))
    assert page.desk.undo() == "udlejer"
    assert page.desk.undo() == "kontoudtog læst ind"
    assert page.record == before


def test_escape_stops_it_before_anything_is_saved(page: SpendingPage, slow: Slow, qtbot: QtBot) -> None:
    before = page.record
    dialog = working(page)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.said.text() == "Stopper ..."
    slow.let_go.set()
    qtbot.waitUntil(lambda: not page.findChildren(WorkingDialog), timeout=10_000)

    assert page.record is before
    assert page.desk.can_undo is None
    assert not [b for b in page.window().findChildren(QMessageBox) if b.isVisible()]
    page.desk.change("udlejer", paths.put(before, "case.tenancy.landlord", "En anden"))


def test_when_the_disk_refuses_the_sentence_is_shown_and_the_case_goes_on(
    page: SpendingPage, slow: Slow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = page.record

    def full(*_args: object) -> None:
        raise CaseBusyError("Disken er fuld.")

    monkeypatch.setattr("budgetdesk.actions.desk.LongChange.save", full)
    slow.let_go.set()

    def boxes() -> list[QMessageBox]:
        return [b for b in page.window().findChildren(QMessageBox) if b.isVisible()]

    qtbot.waitUntil(lambda: bool(boxes()), timeout=10_000)
    boxes()[0].close()
    assert page.record is before
    page.desk.change("udlejer", paths.put(before, "case.tenancy.landlord", "En anden"))


def test_a_file_with_a_thousand_faults_is_shown_in_a_moment(page: SpendingPage, qtbot: QtBot, tmp_path: Path) -> None:
    made = (f'"{n % 28 + 1:02}.10.2026";"x";"y";"Køb {n}";"-1,00";"{n},00";"Udført";"Nej"' for n in range(3000))
    rows = "\r\n".join(made)
    file = tmp_path / "fejl.csv"
    head = '"Dato";"Kategori";"Underkategori";"Tekst";"Beløb";"Saldo";"Status";"Afstemt"'
    file.write_bytes(f"{head}\r\n{rows}".encode("cp1252"))
    page.take_in([file])
    qtbot.waitUntil(lambda: bool(previews(page)), timeout=20_000)
    qtbot.waitUntil(lambda: "nye" in previews(page)[0].overlap.text(), timeout=20_000)

    points = previews(page)[0].problems.children()
    assert len(points) < 20


def test_undo_and_redo_of_a_long_statement_are_made_in_a_thread(
    page: SpendingPage, slow: Slow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_view, "MANY_ROWS", 10)
    slow.let_go.set()
    qtbot.waitUntil(lambda: bool(page.record.spending.transactions), timeout=10_000)
    view = page.window().findChild(CaseView)
    assert isinstance(view, CaseView)
    view.undo()
    assert page.record.spending.transactions  # not yet: the window goes on meanwhile
    qtbot.waitUntil(lambda: not page.record.spending.transactions, timeout=10_000)
    view.redo()
    assert not page.record.spending.transactions
    qtbot.waitUntil(lambda: bool(page.record.spending.transactions), timeout=10_000)
    assert page.desk.can_undo == "kontoudtog læst ind"


def test_a_case_that_is_left_meanwhile_is_saved_wholly_or_not_at_all(
    page: SpendingPage, slow: Slow, qtbot: QtBot
) -> None:
    """Whoever opens it again at once must not see rows that a thread is about to change."""
    window, store = page.window(), page.desk._store
    before = store.load()
    assert isinstance(window, MainWindow)
    window.close_case()
    slow.let_go.set()
    at_rest()

    assert store.load() == before


def test_after_a_long_statement_the_month_is_filled_and_then_shown(
    page: SpendingPage, slow: Slow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spending, "MANY_ROWS", 10)
    slow.let_go.set()
    qtbot.waitUntil(page.body.isVisible, timeout=10_000)
    assert page.lines.all_rows()

    page.desk.undo()
    assert not page.body.isVisible()
    page.desk.redo()
    page.desk.undo()
    qtbot.wait(5 * spending.SOON_MS)
    assert not page.body.isVisible()
