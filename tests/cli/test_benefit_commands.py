"""`budgetdesk benefits`: many files in one call, everything in its place, and what can hardly be true."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from published import obeys

from budgetdesk import data_files
from budgetdesk.__main__ import main
from budgetdesk.benefits.catalogue import CATALOGUE
from budgetdesk.cli import benefit_commands

SAMPLE = data_files.path("sample", "case.json")
HOUSEHOLDS = sorted((Path(__file__).parent.parent / "benefits" / "households").glob("*.json"))
DAY = ("--on", "2026-11-20")
Run = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object, status: int = 0) -> list[dict[str, Any]]:
        assert main(["benefits", *map(str, arguments), *DAY, "--json"]) == status
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return call


def test_every_assessment_stands_in_one_place_and_the_sum_beside_it(run):
    answer = run(SAMPLE)[0]

    places = ("found", "received", "doubtful", "discretion", "quiet", "not_relevant", "paid_once")
    named = {row["benefit"] for place in places for row in answer["findings"][place]}
    assert named == {benefit.name for benefit in CATALOGUE}
    assert answer["findings"]["found_per_month"] == "4201.00"
    obeys(answer, "benefits")


def test_several_benefits_can_be_asked_for_in_either_way(run):
    wanted = ["boligstoette", "paragraf_34"]

    for asked in (("--only", "paragraf_34,boligstoette"), ("--only", "paragraf_34", "--only", "boligstoette")):
        assert [one["benefit"] for one in run(SAMPLE, *asked)[0]["assessments"]] == wanted


def test_what_can_hardly_be_true_is_said_and_blocks_nothing(run, tmp_path):
    case = json.loads(SAMPLE.read_text("utf-8"))
    case["tenancy"]["rent_per_month"] = "0"
    case["persons"][1]["born"] = "1980-01-01"
    strange = tmp_path / "strange.json"
    strange.write_text(json.dumps(case), "utf-8")

    answer = run(strange)[0]

    assert [doubt["path"] for doubt in answer["doubts"]] == [
        "persons[p2].role",
        "persons[p2].born",
        "tenancy.rent_per_month",
    ]
    assert answer["assessments"]
    assert run(SAMPLE)[0]["doubts"] == []


@pytest.mark.parametrize("household", HOUSEHOLDS, ids=lambda path: path.stem)
def test_the_sample_households_are_as_the_schemas_say_and_believable(run, household):
    obeys(json.loads(household.read_text("utf-8")), "case")

    answer = run(household)[0]

    obeys(answer, "benefits")
    assert answer["doubts"] == []
    assert answer["notes"] == []


def test_shared_out_over_processes_the_answers_are_the_same_in_the_same_order(run, tmp_path, monkeypatch):
    bad = tmp_path / "bad.json"
    bad.write_text("{", "utf-8")
    files = [SAMPLE, *HOUSEHOLDS, bad, SAMPLE]
    alone = run(*files, status=1)
    monkeypatch.setattr(benefit_commands, "MANY", 2)
    monkeypatch.setattr(benefit_commands, "CHUNK", 2)
    monkeypatch.setattr(benefit_commands.os, "cpu_count", lambda: 2)

    assert run(*files, status=1) == alone
    assert [set(answer) for answer in alone[-2:]] == [{"input", "error"}, set(alone[0])]


def test_a_hundred_files_are_answered_in_their_order_beside_what_python_itself_takes(tmp_path):
    """A thousand files take at most 5 s on a quiet machine (`make bench`); here a generous bound that a slip in the
    loop, such as reading the rates anew for each file, would break."""
    text = SAMPLE.read_text("utf-8")
    files = [tmp_path / f"{n:03}.json" for n in range(100)]
    for file in files:
        file.write_text(text, "utf-8")

    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "budgetdesk", "benefits", *files, *DAY, "--json"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    took = time.perf_counter() - began

    assert [json.loads(line)["input"] for line in done.stdout.splitlines()] == [str(file) for file in files]
    assert took < 20
