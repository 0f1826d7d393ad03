"""`budgetdesk plan`: the same answer as the page Aftale gives, and what came after the first contract."""

from __future__ import annotations

import contextlib
import io
import json
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from budgetdesk.actions.desk import memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.cli.main import main
from budgetdesk.readers.case_file import load_case, load_schema

HOUSEHOLDS = sorted((Path(__file__).parent.parent / "planning" / "households").glob("*.json"))
DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, object]]:
    """The answer for each household, all in one call."""
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        assert main(["plan", *map(str, HOUSEHOLDS), "--on", "2026-11-20", "--json"]) == 0
    lines = [json.loads(line) for line in told.getvalue().splitlines()]
    return {file.stem: line for file, line in zip(HOUSEHOLDS, lines, strict=True)}


@pytest.mark.parametrize("name", [file.stem for file in HOUSEHOLDS])
def test_each_household_is_answered_as_the_schema_says(answers, name):
    Draft202012Validator(load_schema("plan")).validate(answers[name])


@pytest.mark.parametrize("file", HOUSEHOLDS, ids=lambda file: file.stem)
def test_the_page_gives_the_same_answer(answers, file):
    plan = memory_desk(Record(case=load_case(file, today=DAY).case), DAY).overview.plan
    told = answers[file.stem]

    assert plan is not None
    assert told["verdict"] == plan.verdict
    assert [one["name"] for one in told["alternatives"]] == [option.name for option in plan.alternatives]
    assert len(told["stress"]) == len(plan.stress)
    assert [one["kind"] for one in told["closes_when"]] == [one.kind for one in plan.closes_when]


def test_the_six_households_are_as_different_as_they_should_be(answers):
    verdicts = {name: answer["verdict"] for name, answer in answers.items()}

    assert verdicts == {
        "enlig_holder": "holds",
        "folkepensionist": "holds",
        "kontanthjaelp_uden_midler": "breaks",
        "mange_gaelder_lange_navne": "breaks",
        "par_boern_14_dages_loen": "tight",
        "venter_paa_boligstoette": "holds_if",
    }
    assert answers["kontanthjaelp_uden_midler"]["closes_when"] == []
    assert answers["mange_gaelder_lange_navne"]["closes_when"]
