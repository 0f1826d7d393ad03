"""`budgetdesk excel`: the budget as a file whose figures work themselves out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from budgetdesk import data_files
from budgetdesk.__main__ import main
from budgetdesk.budget import workbook_layout as layout

SAMPLE = str(data_files.path("sample", "case.json"))


def test_the_file_is_written_and_says_that_it_is_not_encrypted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "budget.xlsx"

    assert main(["excel", SAMPLE, "--on", "2026-11-20", "--out", str(target)]) == 0
    assert "ikke krypteret" in capsys.readouterr().out
    book = load_workbook(target, data_only=True)
    lenses = list(layout.LENS_SHEETS.values())
    shown = [layout.BUDGET, *lenses, layout.PLAN, layout.MONTHS, layout.ABOUT, layout.LISTS, layout.DATA]
    assert book.sheetnames == shown
    assert book[layout.BUDGET]["H4"].value == 1221.52


def test_another_ending_is_refused_with_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "budget.ods"

    assert main(["excel", SAMPLE, "--on", "2026-11-20", "--out", str(target), "--json"]) == 1
    said = capsys.readouterr()
    assert json.loads(said.out)["error"].endswith("“budget.ods” kan ikke skrives. Lad navnet ende på .xlsx.")
    assert not target.exists()
