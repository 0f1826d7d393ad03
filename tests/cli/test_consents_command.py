"""`budgetdesk consents`: the published JSON, and a paper that tells too much is refused there as in the window."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from published import obeys

from budgetdesk.__main__ import main
from budgetdesk.readers.case_file import dump_case, sample_case

ON = "2026-11-20"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    file = tmp_path / "sag.json"
    file.write_bytes(dump_case(sample_case(today=date.fromisoformat(ON))))
    return file


def answer(file: Path, capsys: pytest.CaptureFixture[str], on: str = ON) -> dict[str, Any]:
    assert main(["consents", str(file), "--json", "--on", on]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_answer_is_the_published_one_and_says_who_may_know_what(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(sample, capsys)
    landlord = found["may_be_told"][0]

    obeys(found, "consents")
    assert landlord["free"] == ["home", "arrears", "agreement"]
    assert landlord["with_consent"] == ["help_awaited"]
    assert landlord["never"] == ["health", "cpr"]
    assert [one["kind"] for one in found["sensitive"]] == ["health", "union"]


def test_after_its_last_day_a_consent_covers_nothing(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(sample, capsys, on="2027-11-21")

    assert {one["standing"] for one in found["consents"]} == {"over"}
    assert found["may_be_told"][1]["with_consent"] == []


def test_a_summary_is_refused_with_a_sentence_once_the_consent_is_over(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "resume.pdf"
    said = ["pdf", str(sample), "--document", "sagsresume:c2", "--out", str(target), "--on"]

    assert main([*said, "2027-11-21"]) == 1
    assert "Spørg lejeren" in capsys.readouterr().err
    assert not target.exists()
    assert main([*said, ON]) == 0
    assert target.read_bytes().startswith(b"%PDF")
