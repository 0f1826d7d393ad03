"""`budgetdesk rescue`: the rescue time line of a case, as its schema says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from published import obeys

from budgetdesk import data_files
from budgetdesk.cli.main import main

SAMPLE = str(data_files.path("sample", "case.json"))


def asked(capsys: pytest.CaptureFixture[str], *inputs: str) -> list[dict]:
    main(["rescue", *inputs, "--on", "2026-11-20", "--json"])
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_answer_is_as_its_published_schema_says(capsys):
    answer = asked(capsys, SAMPLE)[0]

    obeys(answer, "rescue")
    assert answer["held_against"] == {
        "date": "2026-12-01",
        "money_by": "2026-12-01",
        "stops": "by_right",
        "estimate": False,
    }


def test_each_help_says_its_days_its_chance_and_its_amount(capsys):
    lines = {line["key"]: line for line in asked(capsys, SAMPLE)[0]["lines"]}

    assert (lines["loen"]["chance"], lines["loen"]["from"], lines["loen"]["amount"]) == (
        "in_time",
        "2026-11-30",
        "15304.18",
    )
    assert (lines["paragraf_81_a"]["chance"], lines["paragraf_81_a"]["amount"]) == ("too_late", None)
    assert lines["feriepenge"]["apply_by"] == "2026-11-24"


def test_a_case_without_arrears_says_so_and_is_no_error(capsys, tmp_path: Path):
    case = json.loads(Path(SAMPLE).read_text("utf-8"))
    del case["arrears"]
    file = tmp_path / "uden.json"
    file.write_text(json.dumps(case), "utf-8")
    answer = asked(capsys, str(file))[0]

    obeys(answer, "rescue")
    assert (answer["held_against"], answer["lines"]) == (None, [])
    assert "Når der er en restance" in answer["text"]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(capsys, tmp_path: Path):
    answers = asked(capsys, str(tmp_path / "væk.json"), SAMPLE)

    assert ["error" in answer for answer in answers] == [True, False]


def test_a_person_gets_sentences(capsys):
    assert main(["rescue", SAMPLE, "--on", "2026-11-20"]) == 0
    said = capsys.readouterr().out.replace("\u00a0", " ")

    assert "Betal alt senest tirsdag den 1. december 2026." in said
    assert "Næste løn: I tide (30. november · 15.304 kr.)" in said
