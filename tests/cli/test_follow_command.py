"""`budgetdesk follow`: the published JSON of a plan under way, and of a case without one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from published import obeys

from budgetdesk.__main__ import main
from budgetdesk.household.agreement import Agreement, Instalment, PlanPayment
from budgetdesk.readers.case_file import dump_case, sample_case


@pytest.fixture
def file(tmp_path: Path) -> Path:
    case = sample_case(today=date(2026, 11, 20))
    plan = Agreement(
        instalments=(Instalment(due=date(2026, 12, 1), amount=Decimal(7935)),),
        made_on=date(2026, 11, 20),
        payments=(PlanPayment(id="b1", due=date(2026, 12, 1), paid_on=date(2026, 12, 1), amount=Decimal(5000)),),
    )
    found = tmp_path / "sag.json"
    found.write_bytes(dump_case(replace(case, agreement=plan)))
    return found


def test_the_answer_is_the_published_one(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["follow", str(file), "--json", "--on", "2026-12-20"])
    answer = json.loads(capsys.readouterr().out)

    obeys(answer, "follow")
    assert (status, answer["stage"], answer["left"], answer["still_owed"]) == (0, "running", "2935.00", "2935.00")
    assert [one["state"] for one in answer["payments"]] == ["missing", "short"]
    assert answer["signals"][0]["kind"] == "rent_missing"


def test_a_person_reads_sentences(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["follow", str(file), "--on", "2026-12-20"])
    out = capsys.readouterr().out

    assert "Betalt 5.000\u00a0kr. af 7.935\u00a0kr." in out
    assert "Vi kan ikke se huslejen for december. Ring og spørg." in out


def test_a_case_without_a_plan_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = tmp_path / "sag.json"
    found.write_bytes(dump_case(sample_case(today=date(2026, 11, 20))))
    main(["follow", str(found), "--on", "2026-11-20"])

    assert "Der er ingen aftale at følge endnu." in capsys.readouterr().out
