"""`budgetdesk excel-in`: what was changed in Excel as JSON, and into a case file that is never half written."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from budget_workbooks import edited
from openpyxl import load_workbook

from budgetdesk import data_files
from budgetdesk.__main__ import main
from budgetdesk.readers.case_file import load_schema

DAY = "2026-11-20"
CASE = data_files.path("sample", "case.json")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample household's Excel file."""
    file = tmp_path_factory.mktemp("excel") / "budget.xlsx"
    assert main(["excel", str(CASE), "--out", str(file), "--on", DAY]) == 0
    return file.read_bytes()


def place(book: bytes, line: str) -> str:
    """The cell of the amount of the first row of a line."""
    sheet = load_workbook(io.BytesIO(book))["Budget"]
    return next(f"H{row}" for row in range(1, sheet.max_row + 1) if sheet[f"C{row}"].value == line)


def run(capsys: pytest.CaptureFixture[str], case: Path, file: Path, *more: str) -> tuple[int, dict[str, Any], str]:
    status = main(["excel-in", str(case), str(file), "--on", DAY, "--json", *more])
    told = capsys.readouterr()
    (line,) = told.out.splitlines()
    return status, json.loads(line), told.err


def with_cells(book: bytes, file: Path, **cells: object) -> Path:
    def write(sheet: Any) -> None:
        for at, value in cells.items():
            sheet[at] = value

    file.write_bytes(edited(book, write))
    return file


def test_a_changed_amount_comes_into_the_case_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, book: bytes
) -> None:
    file, out = with_cells(book, tmp_path / "b.xlsx", **{place(book, "106"): "612,50"}), tmp_path / "ny.json"
    status, told, _err = run(capsys, CASE, file, "--out", str(out))
    assert status == 0
    jsonschema.validate(told, load_schema("excel-in"))
    (change,) = told["changes"]
    assert (change["act"], change["taken"], change["values"]["amount"]["after"]) == ("set", True, "612.50")
    after = json.loads(out.read_text("utf-8"))
    (el,) = [one for one in after["expenses"] if one["line"] == "106"]
    assert (el["amount"], el.get("evidence", "said")) == ("612.50", "said")


def test_nothing_is_written_while_a_row_cannot_be_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, book: bytes
) -> None:
    file, out = with_cells(book, tmp_path / "b.xlsx", **{place(book, "106"): "hmm"}), tmp_path / "ny.json"
    status, told, err = run(capsys, CASE, file, "--out", str(out))
    assert status == 1
    assert "Intet er skrevet. Arket Budget, celle " in err
    assert told["problems"]
    assert told["out"] is None
    assert not out.exists()
    assert run(capsys, CASE, file)[0] == 0  # asked only, it is an answer


def test_what_was_changed_in_both_needs_a_word(capsys: pytest.CaptureFixture[str], tmp_path: Path, book: bytes) -> None:
    case = json.loads(CASE.read_text("utf-8"))
    next(one for one in case["expenses"] if one["line"] == "106")["amount"] = "999.00"
    now, out = tmp_path / "nu.json", tmp_path / "ny.json"
    now.write_text(json.dumps(case), "utf-8")
    file = with_cells(book, tmp_path / "b.xlsx", **{place(book, "106"): 612})
    status, told, err = run(capsys, now, file, "--out", str(out))
    assert (status, told["changes"][0]["both"], out.exists()) == (1, True, False)
    assert "1 række er ændret begge steder" in err
    for word, amount in (("case", "999.00"), ("excel", "612.00")):
        assert run(capsys, now, file, "--out", str(out), "--both", word)[0] == 0
        after = json.loads(out.read_text("utf-8"))["expenses"]
        assert next(one for one in after if one["line"] == "106")["amount"] == amount


def test_what_is_gone_goes_only_when_asked_and_another_file_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, book: bytes
) -> None:
    file, out = with_cells(book, tmp_path / "b.xlsx", **{place(book, "106"): None}), tmp_path / "ny.json"
    for more, left in (((), 1), (("--remove",), 0)):
        status, told, _err = run(capsys, CASE, file, "--out", str(out), *more)
        assert (status, told["changes"][0]["act"]) == (0, "remove")
        after = json.loads(out.read_text("utf-8"))["expenses"]
        assert len([one for one in after if one["line"] == "106"]) == left
    file.write_bytes(b"PK no")
    status, told, err = run(capsys, CASE, file)
    assert status == 1
    assert "gået i stykker" in told["error"]
    assert "gået i stykker" in err
