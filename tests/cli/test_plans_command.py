"""`budgetdesk plans`: the counts without names, the call list, and a thousand cases in good time."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from published import obeys

from budgetdesk.__main__ import main
from budgetdesk.actions.plans_in_all import all_plans
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.errors import BadInputError
from budgetdesk.household.agreement import Agreement, FormerAgreement, Instalment
from budgetdesk.household.case import Arrears, ArrearsRow, Case, Person, Tenancy
from budgetdesk.household.words import PlanOutcome, Role
from budgetdesk.readers.case_file import sample_case

TODAY = date(2026, 12, 20)


def plan(made: date) -> Agreement:
    return Agreement(instalments=(Instalment(due=date(2026, 12, 1), amount=Decimal(500)),), made_on=made)


def case(number: int) -> Record:
    """A tenant with a plan under way and one that was changed."""
    made = Case(
        persons=(Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard", phone="12 34 56 78"),),
        tenancy=Tenancy(landlord="Lærkely", rent_per_month=Decimal(7600)),
    )
    former = FormerAgreement(id="g1", outcome=PlanOutcome.CHANGED, agreement=plan(date(2026, 9, 1)))
    arrears = Arrears(rows=(ArrearsRow(id="r1", amount=Decimal(500 + number)),))
    return Record(case=replace(made, agreement=plan(date(2026, 11, 20)), arrears=arrears, former_agreements=(former,)))


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BUDGETDESK_HOME", str(tmp_path))
    monkeypatch.setenv("BUDGETDESK_PASSPHRASE", "en lang prøve uden mening")
    with Workspace.create(tmp_path, today=TODAY, remember=False) as workspace:
        workspace.new_case(case(1))
        workspace.new_case(Record())
        workspace.new_case(Record(case=replace(case(3).case, info=sample_case(today=TODAY).info)))  # invented
        binned = workspace.new_case(case(2))
        workspace.delete_case(binned.case_id)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]], str]:
    status = main(["plans", "--json", "--on", "2026-12-20", *arguments])
    told = capsys.readouterr()
    return status, [json.loads(line) for line in told.out.splitlines()], told.out


def test_the_counts_are_the_published_answer_and_name_nobody(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, answers, out = run(capsys)

    obeys(answers[0], "plans")
    assert status == 0
    assert {key: answers[0][key] for key in ("made", "kept", "changed", "broken", "running")} == {
        "made": 2, "kept": 0, "changed": 1, "broken": 0, "running": 1,
    }  # fmt: skip
    assert "Nadia" not in out
    assert "Skovgaard" not in out


def test_a_period_counts_what_was_made_in_it(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--from", "2026-11-01")[1][0]["made"] == 1
    assert run(capsys, "--to", "2026-10-31")[1][0]["changed"] == 1


def test_the_call_list_has_one_line_for_each_plan_that_runs(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, calls, _ = run(capsys, "--calls")

    assert (status, len(calls)) == (0, 1)
    assert calls[0]["signal"] == "rent_missing"
    assert calls[0]["to_do"].startswith("Ring og spørg")


def test_a_period_that_ends_before_it_begins_is_refused(profile: Path) -> None:
    with Workspace.open(profile, today=TODAY) as workspace, pytest.raises(BadInputError, match="Ret dagene"):
        all_plans(workspace, on=TODAY, start=TODAY, end=date(2026, 1, 1))


def test_what_is_read_for_the_list_is_what_the_case_says(profile: Path) -> None:
    with Workspace.open(profile, today=TODAY) as workspace:
        found = workspace.cases_with_plans()
        number = next(iter(found))
        whole: Case = workspace.desk(number).record.case

        assert list(found) == [number]
        assert found[number].agreement == whole.agreement
        assert found[number].former_agreements == whole.former_agreements
        assert found[number].arrears == replace(whole.arrears, earlier_plans=())
        assert (found[number].tenancy, found[number].tenant) == (whole.tenancy, whole.tenant)


def test_a_hundred_cases_are_read_and_ordered_well_below_their_share_of_two_seconds(profile: Path) -> None:
    with Workspace.open(profile, today=TODAY) as workspace:
        for number in range(100):
            workspace._store.add_case(None, case(number), year=2026, at=datetime(2026, 12, 1, tzinfo=UTC))
        started = time.process_time()
        found = all_plans(workspace, on=TODAY)
        took = time.process_time() - started

    assert len(found.calls) == 101
    assert took < 0.5
