"""`budgetdesk tasks`: the published JSON, sentences for people, and the file for the calendar."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from published import obeys

from budgetdesk.__main__ import main
from budgetdesk.readers.case_file import dump_case, sample_case


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "sag.json"
    found.write_bytes(dump_case(sample_case(today=date(2026, 11, 20))))
    return found


def test_the_answer_is_the_published_one(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["tasks", str(file), "--json", "--on", "2026-11-20"])
    answer = json.loads(capsys.readouterr().out)

    obeys(answer, "tasks")
    assert status == 0
    assert [one["party"] for one in answer["tasks"]] == ["both", "adviser", "tenant"]
    assert "clock:pay_by" in [one["key"] for one in answer["proposed"]]
    # The two have met: nobody is to be tried for the first time.
    assert (answer["next_try"]["kind"], answer["next_try"]["on"]) == (None, None)


def test_a_person_reads_who_does_what(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["tasks", str(file), "--on", "2026-11-20"])
    out = capsys.readouterr().out

    assert "Finde den seneste varmeregning  (Lejeren · senest fredag den 27. november)" in out
    assert "Der er kontakt med lejeren. Aftal næste møde, mens I taler sammen." in out


def test_the_days_go_into_a_calendar_file_without_names(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "k.ics"
    assert main(["tasks", str(file), "--on", "2026-11-20", "--ics", str(target)]) == 0

    assert "SUMMARY:Sag 2026-0143: opgave" in target.read_text("utf-8")
    assert "varmeregning" not in target.read_text("utf-8")
