"""The report across the cases of a store: nobody's name, number or exact figure in it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.equal_treatment import as_csv, as_pdf, equal_report, write
from budgetdesk.actions.library import Library, load_library
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.errors import UserCancelled
from budgetdesk.household.agreement import Agreement, Instalment
from budgetdesk.household.case import Case
from budgetdesk.readers.case_file import sample_case

TODAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Summary:
    id: str


class FakeStore:
    def __init__(self, *cases: Case) -> None:
        self.library: Library = load_library()
        self.today = TODAY
        self._cases = {f"2026-000{number}": case for number, case in enumerate(cases, 1)}

    def cases(self) -> tuple[Summary, ...]:
        return tuple(Summary(number) for number in self._cases)

    def desk(self, case_id: str) -> Desk:
        return memory_desk(Record(case=self._cases[case_id]), TODAY)


SAMPLE = sample_case(today=TODAY)
PLAN = tuple(Instalment(due=Month(2026, 12).plus(n).day(1), amount=Decimal(1587)) for n in range(5))
APPROVED = replace(
    SAMPLE, agreement=Agreement(instalments=PLAN, approved_by="Lis Krog", approved_on=TODAY, policy_version="x")
)


@pytest.fixture(scope="module")
def store() -> FakeStore:
    nothing = replace(SAMPLE, arrears=replace(SAMPLE.arrears, rows=()))
    return FakeStore(SAMPLE, SAMPLE, APPROVED, nothing)


@pytest.fixture(scope="module")
def report(store: FakeStore):
    return equal_report(store, on=TODAY)


def test_only_cases_with_arrears_or_a_plan_are_in_it(report):
    assert report.cases == 3
    assert report.summary.startswith("3 sager med restance. 3 ligner andre.")


def test_nobody_can_be_found_in_it(report):
    text = as_csv(report).decode("utf-8-sig")

    for secret in ("Nadia", "Skovgaard", "Alma", "Lis Krog", "2026-0001", "7.935", "7935", "Lærkevej"):
        assert secret not in text
    assert "en anden end politikken nævner" in text


def test_the_table_has_a_line_per_case_and_a_column_per_premise(report):
    rows = list(csv.reader(io.StringIO(as_csv(report).decode("utf-8-sig")), delimiter=";"))

    assert len(rows) == 4
    assert {len(row) for row in rows} == {7 + len(report.titles)}
    assert rows[0][0] == "Husstand"


def test_the_paper_is_made_also_without_any_case(report):
    assert as_pdf(report).startswith(b"%PDF-")
    assert as_pdf(equal_report(FakeStore(), on=TODAY)).startswith(b"%PDF-")


def test_the_ending_of_the_file_decides(report, tmp_path: Path):
    write(report, tmp_path / "r.CSV")
    write(report, tmp_path / "r.pdf")

    assert (tmp_path / "r.CSV").read_bytes().startswith(b"\xef\xbb\xbfHusstand;")
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF-")


def test_it_can_be_stopped(store: FakeStore):
    with pytest.raises(UserCancelled):
        equal_report(store, on=TODAY, told=lambda done, of: done < 1)
