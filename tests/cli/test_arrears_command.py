"""`budgetdesk arrears`: the same steps as in the window, and the published JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from published import obeys

from budgetdesk.__main__ import main

CSV = """Restanceliste pr. 18-11-2026;;
Lejemål;Navn;CPR;Forfald;Restance
12-1;Bo Bak;010170-1111;01-10-2026;9.000,00
12-2;Eva Ek;020280-2222;01-10-2026;50,00
;Fejl;;;hmm
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    monkeypatch.setenv("BUDGETDESK_HOME", str(tmp_path / "sager"))
    monkeypatch.setenv("BUDGETDESK_PASSPHRASE", "en lang prøve uden mening")

    def ran(*words: str) -> tuple[int, list[dict[str, Any]], str]:
        status = main([*words, "--json"])
        said = capsys.readouterr()
        return status, [json.loads(line) for line in said.out.splitlines()], said.err

    return ran


def test_a_list_is_looked_at_taken_in_called_from_and_deleted(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "liste.csv"
    file.write_text(CSV, "utf-8")

    _, (looked,), _ = run("arrears", "look", str(file))
    _, nothing, _ = run("arrears", "list")
    refused, _, why = run("arrears", "take", str(file))
    _, (taken,), _ = run("arrears", "take", str(file), "--from", "Lærkely", "--basis", "Aftale", "--by", "Karen")
    _, (listed,), _ = run("arrears", "list")
    _, calls, _ = run("arrears", "calls", str(taken["id"]))
    _, (deleted,), _ = run("arrears", "delete", str(taken["id"]))

    for answer in (looked, taken, listed, *calls, deleted):
        obeys(answer, "arrears")
    assert (looked["rows"], looked["unread"], looked["left_out"]) == (2, 1, ["CPR"])
    assert nothing == []
    assert (refused, "hvem listen er fra" in why) == (1, True)
    assert (listed["from"], listed["rows"], listed["due_for_deletion"]) == ("Lærkely", 2, False)
    assert [call["name"] for call in calls] == ["Eva Ek", "Bo Bak"]  # alike but for what is small enough
    assert calls[0]["chances"] == ["small"]
    assert run("arrears", "list")[1] == []
    assert run("arrears", "calls", "x")[0] == 1


def test_result_cards_are_written_without_cases_as_well(run: Any, tmp_path: Path) -> None:
    status, (answer,), _ = run("result-cards", "--out", str(tmp_path / "kort.xlsx"))

    assert (status, answer["rows"], answer["without_yes"]) == (0, 0, 0)
    assert load_workbook(tmp_path / "kort.xlsx").sheetnames == ["Resultatkort", "Om kortene"]
