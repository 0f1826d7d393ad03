"""`budgetdesk debts`: the published JSON, the home first, and a sentence for what cannot be right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from published import obeys

from budgetdesk.cli.main import main

DAY = ("--on", "2026-11-20")
SAMPLE = "resources/sample/case.json"


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]], str]:
    status = main(["debts", "--json", *DAY, *arguments])
    said = capsys.readouterr()
    return status, [json.loads(line) for line in said.out.splitlines()], said.err


def a_case(folder: Path, **debt: object) -> str:
    whole = json.loads(Path(SAMPLE).read_text("utf-8"))
    whole["debts"] = [{"id": "d1", "creditor": "Inkasso A/S", "kind": "inkasso", "balance": "2300.00", **debt}]
    file = folder / "sag.json"
    file.write_text(json.dumps(whole), "utf-8")
    return str(file)


def test_the_answer_is_as_published(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    odd = a_case(
        tmp_path,
        basis="invoice",
        due_since="2022-10-01",
        reminder_fees="400.00",
        late_rate="12",
        late_from="2024-01-01",
        steps=["fogedmoede", "truer"],
    )
    status, answers, _ = asked(capsys, SAMPLE, odd)

    assert status == 0
    for answer in answers:
        obeys(answer, "debts")
    assert {one["key"] for one in answers[1]["debts"][0]["doubts"]} == {
        "foraeldet",
        "rykkergebyr",
        "morarente",
        "truer",
    }


def test_the_home_comes_first_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    _, [answer], _ = asked(capsys, SAMPLE)

    assert answer["arrears"]["rank"] == 1
    assert answer["arrears"]["balance"] == "7935.00"
    ranks = [debt["rank"] for debt in answer["debts"]]
    assert ranks == sorted(ranks)
    assert all(debt["reason"] and debt["cannot"] for debt in answer["debts"])


def test_the_limitation_is_told_with_its_steps(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _, [answer], _ = asked(capsys, a_case(tmp_path, basis="gaeldsbrev", due_since="2024-03-01"))
    [debt] = answer["debts"]

    assert debt["limitation"]["date"] == "2034-03-01"
    assert debt["limitation"]["vejledende"] is True
    assert [step["paragraph"] for step in debt["limitation"]["steps"]] == [
        "Forældelsesloven § 2",
        "Forældelsesloven § 5, stk. 1",
    ]


def test_a_figure_stands_beside_its_limit(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _, [answer], _ = asked(capsys, a_case(tmp_path, reminders=2, reminder_fees="350.00"))
    [doubt] = answer["debts"][0]["doubts"]

    assert (doubt["figure"], doubt["limit"], doubt["unit"]) == ("350.00", "200.00", "kr")
    assert doubt["letter"] == "brev_gebyr_rente"


def test_a_debt_without_creditor_and_a_day_to_come_are_told_at_their_fact(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, [answer], _ = asked(capsys, a_case(tmp_path, creditor="", due_since="2027-01-01"))

    assert status == 0
    assert [one["path"] for one in answer["facts_to_check"]] == ["debts[d1].creditor", "debts[d1].due_since"]


def test_an_amount_below_zero_is_refused_with_a_sentence_that_names_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, [answer], said = asked(capsys, a_case(tmp_path, balance="-5.00"))

    assert status == 1
    obeys(answer, "debts")
    assert "debts[0].balance" in answer["error"] or "balance" in said


def test_a_file_that_is_not_there_stops_nobody_else(capsys: pytest.CaptureFixture[str]) -> None:
    status, answers, _ = asked(capsys, "findes_ikke.json", SAMPLE)

    assert status == 1
    assert "error" in answers[0]
    assert answers[1]["debts"]


def test_people_are_told_in_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["debts", SAMPLE, *DAY]) == 0
    said = capsys.readouterr().out.replace("\u00a0", " ")

    assert "1. Boligforeningen Lærkely: 7.935 kr. I kan miste hjemmet" in said
    assert "kr.." not in said
