"""The statistics as paper, workbook and table: the same numbers, nothing about few, nothing that runs."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from pathlib import Path

import counted_cases
import pytest
from openpyxl import Workbook, load_workbook
from pdf_reading import one_line

from budgetdesk.actions.statistics_report import (
    ENDINGS,
    Counts,
    Report,
    as_bytes,
    content_of,
    report,
    report_for_others,
    write,
)
from budgetdesk.documents.workbooks.statistics_workbook import as_text
from budgetdesk.errors import BadInputError
from budgetdesk.statistics.hiding import LEAST
from budgetdesk.statistics.tables import Selection

ON = date(2026, 11, 20)
EVIL = '=HYPERLINK("http://ondt";"klik")'


def counts(number: int, organisation: str = "Boligforeningen Lærkely") -> Counts:
    return Counts(cases=counted_cases.cases(number), on=ON, organisation=organisation)


@pytest.fixture(scope="module")
def made() -> Report:
    return report(counts(300, EVIL), Selection(first=date(2026, 1, 1), last=ON))


@pytest.fixture(scope="module")
def paper(made: Report) -> str:
    return one_line(as_bytes(made, ".pdf"))


@pytest.fixture(scope="module")
def book(made: Report) -> Workbook:
    return load_workbook(io.BytesIO(as_bytes(made, ".xlsx")))


def test_paper_workbook_and_table_have_the_same_numbers(made: Report, paper: str, book: Workbook) -> None:
    content = content_of(made)
    rows = list(csv.reader(io.StringIO(as_bytes(made, ".csv").decode("utf-8-sig")), delimiter=";"))

    assert len(book.worksheets) == len(content.sheets) + 2
    for sheet, page in zip(content.sheets, book.worksheets[1:-1], strict=True):
        read = [tuple(cell.value for cell in row if cell.value is not None) for row in page.iter_rows(min_row=3)]
        assert read == [tuple(row) for row in sheet.rows]
        in_table = [tuple(row[2:]) for row in rows if row[1] == sheet.title and row[0] == sheet.section]
        assert in_table == [tuple(map(str, row)) for row in sheet.rows]
        assert sheet.title in paper


def test_numbers_are_numbers_in_the_workbook_and_no_text_is_a_formula(made: Report, book: Workbook) -> None:
    kinds = [cell.data_type for page in book.worksheets for row in page.iter_rows() for cell in row]

    assert "f" not in kinds
    assert kinds.count("n") > 100
    assert any(cell.value == EVIL for cell in book.worksheets[0]["B"])
    assert f"'{EVIL}" in as_bytes(made, ".csv").decode("utf-8-sig").replace('""', '"')


@pytest.mark.parametrize("text", ["=1+1", "+45", "-2", "@sum", "\tx"])
def test_a_text_that_a_spreadsheet_would_run_stands_as_text(text: str) -> None:
    assert as_text(text) == f"'{text}"


def test_the_table_is_as_danish_excel_reads_it(made: Report) -> None:
    data = as_bytes(made, ".csv")

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").splitlines()[0] == "Afsnit;Tabel;Række;Antal;Kr."


def test_every_file_says_what_is_counted_what_was_left_out_and_who_may_have_it(
    made: Report, paper: str, book: Workbook
) -> None:
    assert "Til eget brug" in paper
    assert "Uden ja fra lejeren til at blive talt med" in paper
    assert "ikke efter den dag, det blev skrevet ned" in paper
    meanings = book["Definitioner"]
    assert meanings.max_row == len(content_of(made).sheets) + 1
    assert all(cell.value for cell in meanings["B"])


def test_figures_for_others_are_of_a_whole_year_that_is_over_and_of_all_cases_together() -> None:
    every = counts(40)

    assert every.finished_years == (2025,)
    given = report_for_others(every, 2025)
    assert given.found.selection == Selection(first=date(2025, 1, 1), last=date(2025, 12, 31))
    assert "Statistik for 2025" in one_line(as_bytes(given, ".pdf"))


def test_two_years_for_others_have_no_day_in_common() -> None:
    every = Counts(cases=counted_cases.cases(200), on=date(2028, 1, 1))
    given = [report_for_others(every, year).found.selection for year in every.finished_years]

    assert len(given) >= 2
    for one in given:
        assert not any(other.holds(one.first) or other.holds(one.last) for other in given if other != one)


def test_freely_chosen_days_can_be_subtracted_so_their_files_say_that_nobody_else_may_have_them() -> None:
    """The honest half of the promise: one day more, one case more. It cannot be hindered, so it is said."""
    every = counts(300)
    begun = sorted(case.began for case in every.cases.values() if case.began is not None)
    last = begun[len(begun) // 2]
    longer, shorter = (report(every, Selection(first=begun[0], last=day)) for day in (last, last - timedelta(days=1)))
    both = [one.found.series["begun"].cases for one in (longer, shorter)]

    assert None not in both
    assert 0 < (both[0] or 0) - (both[1] or 0) < LEAST
    assert all(content_of(one).note.startswith("Til eget brug.") for one in (longer, shorter))
    assert "trækkes fra hinanden" in content_of(longer).note


@pytest.mark.parametrize("number", [0, 3, 12])
def test_with_hardly_any_cases_no_small_number_is_written(number: int) -> None:
    content = content_of(report(counts(number), Selection()))

    written = [cell for sheet in content.sheets for row in sheet.rows for cell in row if isinstance(cell, int)]
    by_month = {sheet.name for sheet in content.sheets if len(sheet.heading) > 2}
    assert not [cell for cell in written if 0 < cell < LEAST]
    assert number > 3 or not by_month
    for ending in ENDINGS:
        assert as_bytes(report(counts(number), Selection()), ending)


def test_the_same_figures_give_the_same_file() -> None:
    few = report(counts(12), Selection())

    assert as_bytes(few, ".pdf") == as_bytes(few, ".pdf")
    assert as_bytes(few, ".csv") == as_bytes(few, ".csv")


def test_a_file_of_another_kind_is_refused_in_a_sentence(made: Report, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="ende på"):
        write(made, tmp_path / "tal.doc")
