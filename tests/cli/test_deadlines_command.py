"""`budgetdesk deadlines`: the four days of the law as before, and the whole way to an eviction."""

from __future__ import annotations

import json

import pytest

from budgetdesk.cli.main import main

FIRST = ("last_timely_payment", "earliest_paakrav", "pay_by", "earliest_ophaevelse")


def asked(capsys: pytest.CaptureFixture[str], *more: str) -> dict:
    assert main(["deadlines", "--rent-due", "2026-12-01", *more, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_first_four_days_stand_as_they_did(capsys):
    answer = asked(capsys, "--paakrav-arrived", "2026-12-07")

    assert [answer[key]["date"] for key in FIRST] == ["2026-12-01", "2026-12-05", "2026-12-21", "2026-12-22"]
    assert all({"date", "why"} <= answer[key].keys() for key in FIRST)


def test_without_a_paakrav_those_that_follow_from_one_are_still_null(capsys):
    answer = asked(capsys)

    assert answer["pay_by"] is None
    assert answer["earliest_ophaevelse"] is None
    assert answer["stops_by_right_until"] is None


def test_the_way_to_the_eviction_says_what_each_day_rests_on(capsys):
    answer = asked(capsys, "--paakrav-arrived", "2026-12-07")

    assert [step["basis"] for step in answer["steps"]] == ["rule", "letter", "rule", "rule", *["estimate"] * 3]
    assert (answer["court_filing"]["date"], answer["court_filing"]["to"]) == ("2026-12-29", "2027-01-05")
    assert answer["stops_by_right_until"] == "2026-12-21"
    assert answer["eviction"]["vejledende"] is True


def test_the_days_of_the_letters_can_be_given(capsys):
    answer = asked(
        capsys, "--paakrav-arrived", "2026-12-07", "--ophaevelse-arrived", "2026-12-22",
        "--court-meeting", "2027-01-20", "--eviction", "2027-02-10",
    )  # fmt: skip

    assert answer["court_filing"] is None
    assert (answer["court_meeting"]["date"], answer["court_meeting"]["basis"]) == ("2027-01-20", "letter")
    assert answer["eviction"]["date"] == answer["eviction"]["to"] == "2027-02-10"
    assert answer["stops_by_right_until"] is None


def test_days_in_an_impossible_order_are_told_in_a_sentence_and_still_answered(capsys):
    answer = asked(capsys, "--ophaevelse-arrived", "2026-12-22", "--court-meeting", "2026-12-01")

    assert any("Dagene passer ikke" in warning for warning in answer["warnings"])


def test_for_a_person_each_step_has_its_reason_and_an_estimate_says_so(capsys):
    assert main(["deadlines", "--rent-due", "2026-12-01", "--paakrav-arrived", "2026-12-07"]) == 0
    said = capsys.readouterr().out

    assert "Sidste dag at betale: mandag den 21. december 2026 (efter loven)" in said
    assert "Møde i fogedretten: tirsdag den 19. januar 2027 til tirsdag den 16. februar 2027 (et skøn)" in said
