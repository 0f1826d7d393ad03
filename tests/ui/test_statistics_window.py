"""The windows of the statistics: the same numbers as the command line, the cases behind them, and the files."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from fits import misfits
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.actions.statistics import statistics
from budgetdesk.actions.statistics_report import ALL, UNKNOWN, as_bytes
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.cli.output import as_line
from budgetdesk.cli.statistics_commands import data
from budgetdesk.household.case import Case, CaseInfo, Person
from budgetdesk.household.course import Contact, Course
from budgetdesk.household.words import ContactKind, Role
from budgetdesk.readers.case_file import sample_case
from budgetdesk.readers.evaluations import load_evaluations
from budgetdesk.settings import Settings
from budgetdesk.statistics.buckets import Period
from budgetdesk.storage.keyrings import NO_KEYRING
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.session import Session
from budgetdesk.ui.statistics import window as windows
from budgetdesk.ui.statistics.leaders import LeadersWindow
from budgetdesk.ui.statistics.leaders_parts import ReportsPart
from budgetdesk.ui.statistics.parts import PlotCard
from budgetdesk.ui.statistics.window import StatisticsWindow
from budgetdesk.ui.theme import Look
from budgetdesk.ui.widgets.figures import FigureTable

DAY = date(2026, 11, 20)
NAME = "Ursula Hemmelig"
AREAS = """Område;År;Udsættelser;Lejemål;Indsats;Sidste år før
Nord;2018;110;9000;ja;2020
Nord;2020;115;9100;ja;2020
Nord;2021;80;9200;ja;2020
Syd;2018;260;40000;nej;2020
Syd;2020;240;40000;nej;2020
Syd;2021;235;40000;nej;2020
"""


def case(number: int) -> Case:
    """Begun in February or, every third, the year before."""
    year = 2025 if number % 3 == 0 else 2026
    return Case(
        info=CaseInfo(type="udsaettelsestruet", organisation="Lærkely", opened=date(year, 2, 1)),
        persons=(Person(id="p1", role=Role.TENANT, name=f"{NAME} {number}", born=date(1980, 1, 1)),),
        course=Course(causes=("sprog",), began=date(year, 2, number + 1), area="Nord", may_be_counted=number > 2),
        contacts=(Contact(id="k1", on=date(year, 2, 3), kind=ContactKind.VISIT),),
    )


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("p") / "p"
    with Workspace.create(folder, passphrase="fire ord i rad", today=DAY, keyring=NO_KEYRING) as opened:
        for number in range(21):
            opened.new_case(Record(case=case(number)))
        opened.new_case(Record(case=sample_case(today=DAY)))
        yield opened


@pytest.fixture
def parent(qtbot: QtBot, qapp: QApplication) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


@pytest.fixture
def shown(parent: QMainWindow, workspace: Workspace) -> StatisticsWindow:
    made = StatisticsWindow(parent, workspace, OPENED.append)
    made.show()
    at_rest()
    return made


OPENED: list[str] = []


def seen(window: StatisticsWindow) -> dict[str, list[tuple[str, str]]]:
    """Every row of every table that is shown."""
    return {
        name: [(row.title, row.text) for row in card.list.rows()]
        for name, card in window.tables.cards.items()
        if card.isVisibleTo(window)
    }


@pytest.mark.parametrize("period", [Period.YEAR, Period.LAST_YEAR, Period.ALL])
def test_every_number_in_the_window_is_the_one_of_the_command_line(
    shown: StatisticsWindow, workspace: Workspace, period: Period
) -> None:
    shown.choosing.period.show_value(period)
    shown.choosing.period.edited.emit()
    at_rest()
    answer = json.loads(as_line(data(statistics(workspace, shown.choosing.selection()))))
    tables = seen(shown)

    assert tables
    for name, rows in tables.items():
        published = answer["tables"][name] if name != "plans" else answer["plans"]
        said = dict(rows)
        for row in published["rows"]:
            assert said[row["title"]] == ("under 5 eller skjult" if row["cases"] is None else str(row["cases"]))
        if published["cases"] is not None:
            assert said["sager i alt"] == str(published["cases"])
    for name, table in answer["tables"].items():
        assert name in tables or table["too_few"] or not table["cases"]


def test_every_number_in_the_pictures_is_the_one_of_the_command_line(
    shown: StatisticsWindow, workspace: Workspace
) -> None:
    answer = json.loads(as_line(data(statistics(workspace, shown.choosing.selection()))))
    begun, ended = shown.plots.plots["Forløb over tid"].strands

    for strand, name in ((begun, "begun"), (ended, "ended")):
        assert list(strand.values) == [point["cases"] for point in answer["series"][name]["points"]]
    assert begun.values[1] == 14


def test_the_sample_household_is_counted_nowhere(shown: StatisticsWindow, workspace: Workspace) -> None:
    shown.choosing.period.show_value(Period.ALL)
    shown.choosing.period.edited.emit()
    at_rest()
    assert shown.report is not None
    assert dict(seen(shown)["types"])["sager i alt"] == "21"
    assert len(workspace.cases()) == 22
    book = load_workbook(io.BytesIO(as_bytes(shown.report, ".xlsx")))
    cells = {str(cell.value) for page in book.worksheets for row in page.iter_rows() for cell in row}
    pages = pypdfium2.PdfDocument(as_bytes(shown.report, ".pdf"))
    paper = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    assert "Alder" in paper
    for told in ("Skovgaard", NAME, "2026-00"):
        assert not [cell for cell in cells if told in cell]
        assert told not in paper
    assert {row[0].value: row[1].value for row in book["Sagens type"].iter_rows(min_row=3)}["sager i alt"] == 21


def test_the_cases_behind_a_figure_are_opened_by_enter(shown: StatisticsWindow) -> None:
    OPENED.clear()
    card = shown.tables.cards["causes"]
    card.list.setFocus()
    shown.show_cases("causes", "sprog")
    dialog = next(w for w in shown.findChildren(windows.BehindDialog))

    assert dialog.list.count() == 12  # begun this year, and said yes
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert len(OPENED) == 1


def test_every_case_and_those_of_which_nothing_is_known_can_be_asked_for(shown: StatisticsWindow) -> None:
    every = shown.show_cases("age_groups", ALL)
    unknown = shown.show_cases("education", UNKNOWN)

    assert every is not None
    assert unknown is not None
    assert (every.list.count(), unknown.list.count()) == (14, 14)


def test_what_is_counted_is_one_key_away_and_all_of_it_is_read_aloud(shown: StatisticsWindow) -> None:
    card = shown.tables.cards["causes"]
    card.list.setFocus()
    assert card.meaning.isHidden()
    QTest.keyClick(card.list, Qt.Key.Key_D)

    assert not card.meaning.isHidden()
    assert "sagt ja" in card.meaning.text()
    assert "Svært ved dansk: 12" in card.list.accessibleDescription()
    QTest.keyClick(card.list, Qt.Key.Key_Down)
    assert card.list.accessibleName().startswith("Bagvedliggende årsag. ")


def test_a_period_that_ends_before_it_begins_is_said(shown: StatisticsWindow) -> None:
    shown.choosing.period.show_value(Period.OWN)
    shown.choosing.period.edited.emit()
    shown.choosing.last.show_value(date(2025, 1, 1))
    shown.choosing.last.left.emit()

    assert "slutter, før den begynder" in shown.problem.text()


def test_others_are_given_a_whole_year_only(
    shown: StatisticsWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(windows, "show_note", lambda _owner, _title, text: said.append(text))
    dialog = shown.open_for_others()
    assert dialog is not None
    assert [text for value, text in ((b.text(), b.text()) for b in dialog.year.targets())] == ["2025"]
    dialog.save(tmp_path / "aar.csv")
    at_rest()

    text = (tmp_path / "aar.csv").read_text("utf-8-sig")
    assert "1. januar 2025 til 31. december 2025" in text
    assert said == ["Filen må gives til andre. Der er ingen navne og ingen sagsnumre i den."]


def test_everything_fits_and_an_empty_period_says_so(shown: StatisticsWindow) -> None:
    assert misfits(shown) == []
    shown.choosing.period.show_value(Period.MONTH)
    shown.choosing.period.edited.emit()
    at_rest()

    assert seen(shown) == {}
    assert not shown.tables.nothing.isHidden()
    assert misfits(shown) == []


def stops(window: QWidget, first: QWidget) -> list[QWidget]:
    """Where Tab goes, from the first stop round to it again."""
    first.setFocus()
    found: list[QWidget] = []
    while (focus := QApplication.focusWidget()) is not None and focus not in found:
        found.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return found


def test_every_table_and_every_definition_is_reached_by_tab(shown: StatisticsWindow, qtbot: QtBot) -> None:
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    reached = stops(shown, shown.others)

    for card in shown.tables.cards.values():
        assert not card.isVisibleTo(shown) or {card.list, card.fold} <= set(reached)
    assert {shown.page, shown.save, shown.others} <= set(reached)


def test_a_row_that_is_gone_to_is_scrolled_into_sight(shown: StatisticsWindow) -> None:
    last = [card.list for card in shown.tables.cards.values() if card.isVisibleTo(shown)][-1]
    last.setFocus()
    for _ in last.rows():
        QTest.keyClick(last, Qt.Key.Key_Down)
    row = last.mapTo(shown, last._places(last.width())[last.at].center().toPoint())

    assert last.at == len(last.rows()) - 1
    assert shown.stack.geometry().contains(row)


@pytest.mark.parametrize("width", [760, 1080, 1600])
def test_every_row_of_every_table_has_room_however_wide_the_window_is(shown: StatisticsWindow, width: int) -> None:
    shown.resize(width, 700)
    at_rest()
    cards = [card for card in shown.tables.cards.values() if card.isVisibleTo(shown)]

    assert cards
    assert all(card.list.height() >= card.list.heightForWidth(card.list.width()) for card in cards)
    assert all(card.list.geometry().bottom() <= card.fold.geometry().top() for card in cards)


# leaders


@pytest.fixture
def leaders(parent: QMainWindow, workspace: Workspace) -> LeadersWindow:
    made = LeadersWindow(parent, workspace)
    made.show()
    return made


def test_areas_are_fetched_reckoned_kept_and_written(
    leaders: LeadersWindow, workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "tal.csv").write_text(AREAS, "utf-8")
    leaders.fetch(tmp_path / "tal.csv")
    leaders.cost.show_text("149.000")
    leaders.losses.show_text("50.000; 58.000")
    leaders.reckon()

    assert leaders.problem.text() == ""
    assert leaders.found is not None
    assert leaders.found.loss == 54_000
    assert "1 år efter" in leaders.effect.table.rows()[0][0]
    assert LeadersWindow(leaders, workspace).inputs() == leaders.inputs()
    leaders.save_as(tmp_path / "virker.xlsx")
    at_rest()
    book = load_workbook(tmp_path / "virker.xlsx")
    assert book["Pris og gevinst"]["C3"].value == 149_000
    for part in ("areas", "effect", "saving", "reports"):
        leaders.show_part(part)
        at_rest()
        assert misfits(leaders) == []


def test_the_reports_tables_come_out_in_the_window(leaders: LeadersWindow) -> None:
    """SBi 2015:10 and CFBU, "Sociale viceværter", as printed in them."""
    leaders.show_part("reports")
    part = leaders.findChild(ReportsPart)
    tables = [table.rows() for table in part.findChildren(FigureTable)]
    cells = {cell.replace("\u00a0", " ").replace("\u2212", "-") for rows in tables for row in rows for cell in row}

    assert {"-77 %", "-49 %", "-63 %", "2,1", "23,3", "54.000 kr.", "130.000 kr.", "19.000 kr.", "8.000 kr."} <= cells
    shown = {plot.view.accessibleDescription() for plot in part.findChildren(PlotCard)}
    assert any("11,3" in said and "14,9" in said and "3,7" in said for said in shown)


def test_the_reports_counts_typed_as_areas_give_the_reports_effects(leaders: LeadersWindow) -> None:
    reports = load_evaluations()
    leaders.grid.show_cells(
        tuple(
            (area, str(2013 + year), str(one.evictions), str(one.tenancies), effort, "2013")
            for area, effort, series in (("Med", "ja", reports.effort), ("Uden", "nej", reports.control))
            for year, one in series.items()
        )
    )
    leaders.reckon()

    assert [row[3] for row in leaders.effect.table.rows()] == ["2,1", "23,3"]
    assert leaders.found is not None


def test_a_cell_that_cannot_be_read_is_named_and_nothing_typed_is_lost(
    leaders: LeadersWindow, workspace: Workspace
) -> None:
    leaders.grid.show_cells((("Nord", "18", "1", "10", "ja", "2020"),))
    leaders.reckon()

    assert "Række 1, År" in leaders.problem.text()
    assert not leaders.page.isEnabled()
    assert LeadersWindow(leaders, workspace).grid.cells()[0][1] == "18"


def test_the_table_of_areas_is_reached_and_left_by_tab(leaders: LeadersWindow, qtbot: QtBot) -> None:
    leaders.activateWindow()
    qtbot.waitUntil(leaders.isActiveWindow)
    reached = stops(leaders, leaders.grid)

    assert leaders.grid in reached
    assert any(isinstance(one, QPushButton) and one.text() == "Luk" for one in reached)


def test_rows_are_pasted_from_a_spreadsheet(leaders: LeadersWindow, qapp: QApplication) -> None:
    qapp.clipboard().setText("Nord\t2018\t3\t900\tja\t2020\nNord\t2019\t4\t900\tja\t2020")
    leaders.grid.show_cells(())
    leaders.grid.setCurrentCell(0, 0)
    leaders.grid.paste()

    assert [row[1] for row in leaders.grid.cells()] == ["2018", "2019"]
    assert leaders.grid.rowCount() > 2


def test_both_windows_are_in_the_menu_and_open(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace, tmp_path: Path
) -> None:
    window = MainWindow(look=Look.LIGHT, day_is_fixed=True)
    qtbot.addWidget(window)
    session = Session(window, tmp_path / "p", DAY, Settings())
    session.workspace = workspace
    for text, kind in (("Statistik …", StatisticsWindow), ("For ledere og evaluatorer …", LeadersWindow)):
        next(action for action in window.menus.commands if action.text() == text).trigger()
        at_rest()
        assert window.findChildren(kind)
    window.close_dialogs()
