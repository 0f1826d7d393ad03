"""`budgetdesk loans`: the published JSON, cheapest first, and a sentence for every file that cannot be right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from published import obeys

from budgetdesk.__main__ import main

DAY = ("--on", "2026-11-20")
GOOD = {"name": "Banken", "paid_out": "10000", "instalments": 12, "instalment": "916.80", "fees": [{"amount": 500}]}


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def call(data: Any, *options: str) -> tuple[int, dict[str, Any], str]:
        file = tmp_path / "lån.json"
        file.write_text(data if isinstance(data, str) else json.dumps(data), "utf-8")
        status = main(["loans", str(file), "--json", *(options or DAY)])
        told = capsys.readouterr()
        return status, json.loads(told.out), told.err

    return call


def test_the_answer_is_the_published_one_and_the_cheapest_comes_first(run: Any) -> None:
    quick = {"name": "Kvik", "paid_out": 3000, "payments": [{"after_months": 1, "amount": 3090}]}
    status, answer, _ = run({"offers": [quick, GOOD]})

    obeys(answer, "loans")
    obeys({"offers": [quick, GOOD]}, "loan_offers")
    assert status == 0
    assert [(o["name"], o["aaop"], o["total_cost"], o["over_legal_cap"]) for o in answer["offers"]] == [
        ("Banken", "31.89", "1501.60", False),
        ("Kvik", "42.58", "90.00", True),
    ]


def test_a_fee_at_the_start_is_the_same_as_less_paid_out(run: Any) -> None:
    less = {"paid_out": "9500", "instalments": 12, "instalment": "916.80"}
    offers = run({"offers": [GOOD, less]})[1]["offers"]

    assert offers[0]["aaop"] == offers[1]["aaop"]
    assert offers[0]["total_cost"] == offers[1]["total_cost"]


def test_after_the_last_day_of_the_caps_the_offers_are_compared_and_the_law_is_left_open(run: Any) -> None:
    status, answer, _ = run({"offers": [GOOD]}, "--on", "2031-01-01")

    assert (status, answer["offers"][0]["aaop"], answer["offers"][0]["over_legal_cap"]) == (0, "31.89", None)
    assert "Vi har ingen sats" in answer["notes"][0]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("[", "JSON"),
        ("[]", "“offers” mangler"),
        ('{"offers": []}', "mindst ét tilbud"),
        ('{"offers": [{"paid_out": NaN}]}', "JSON"),
        ({"offers": [7]}, "offers[0]"),
        ({"offers": [{**GOOD, "rente": 4}]}, "“offers[0].rente” kendes ikke"),
        ({"offers": [{**GOOD, "paid_out": "-5"}]}, "“offers[0].paid_out” skal være over 0"),
        ({"offers": [{**GOOD, "paid_out": "1e999"}]}, "for stort"),
        ({"offers": [{**GOOD, "paid_out": "10.001"}]}, "to decimaler"),
        ({"offers": [{**GOOD, "paid_out": None}]}, "beløb i kroner"),
        ({"offers": [{**GOOD, "instalment": "-1"}]}, "“offers[0].instalment”"),
        ({"offers": [{**GOOD, "instalments": 1_000_000}]}, "mellem 1 og 2700"),
        ({"offers": [{**GOOD, "instalments": 2700}]}, "mere end 50 år"),
        ({"offers": [{**GOOD, "rhythm": "eleven"}]}, "“offers[0].rhythm”"),
        ({"offers": [{**GOOD, "fees": [{"amount": "0"}]}]}, "“offers[0].fees[0].amount”"),
        ({"offers": [{"paid_out": 100}]}, "siger ikke, hvad der betales tilbage"),
        ({"offers": [{"paid_out": 100, "instalments": 3}]}, "“offers[0].instalment” mangler"),
        ({"offers": [{"paid_out": 100, "payments": [{"after_months": 0, "amount": 200}]}]}, "over 0"),
        ({"offers": [{"paid_out": 100, "payments": [{"after_months": -1, "amount": 200}]}]}, "mellem 0 og 600"),
        ({"offers": [{"name": "L", "paid_out": 100, "payments": [{"after_months": 1, "amount": 50}]}]}, "“L”: Lånet"),
    ],
)
def test_a_file_that_cannot_be_right_is_told_by_its_key(run: Any, data: Any, said: str) -> None:
    status, answer, err = run(data)

    assert status == 1
    assert said in answer["error"]
    assert err.count("\n") == 1


def test_a_million_payments_in_the_file_are_refused_at_once(run: Any) -> None:
    many = [{"after_months": 1, "amount": 1}] * 300_000
    status, answer, _ = run({"offers": [{"paid_out": 1, "payments": many}]})

    assert status == 1
    assert "Skriv højst 2700" in answer["error"]
