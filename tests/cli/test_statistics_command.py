"""`budgetdesk statistics`: the tables, without names, and never the invented household."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from published import obeys

from budgetdesk.__main__ import main
from budgetdesk.actions.statistics import statistics, statistics_of
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.cli.statistics_commands import data
from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Case, CaseInfo, Person
from budgetdesk.household.course import Check, Contact, Course
from budgetdesk.household.words import ContactKind, ContactOutcome, EvictionKind, HomeStatus, Role
from budgetdesk.readers.case_file import sample_case
from budgetdesk.statistics.counted import Counted, counted
from budgetdesk.statistics.definitions import DEFINITIONS
from budgetdesk.statistics.tables import Selection
from budgetdesk.wording.statistics import SERIES, TITLES
from budgetdesk.wording.statistics_definitions import definition

TODAY = date(2026, 11, 20)
NAME = "Ursula Hemmelig"


def case(number: int) -> Case:
    """One tenant who was put out in March and has a home a year after."""
    return Case(
        info=CaseInfo(type="udsaettelsestruet", organisation="Lærkely", opened=date(2026, 2, 1)),
        persons=(Person(id="p1", role=Role.TENANT, name=f"{NAME} {number}", born=date(1980, 1, 1)),),
        course=Course(
            causes=("sprog",),
            began=date(2026, 2, 1),
            ended=date(2026, 3, 20),
            eviction=EvictionKind.BAILIFF,
            left_on=date(2026, 3, 9),
            area="Nord" if number % 2 else "Syd",
            may_be_counted=True,
        ),
        contacts=(Contact(id="k1", on=date(2026, 2, 3), kind=ContactKind.VISIT, outcome=ContactOutcome.REACHED),),
        checks=(Check(id="h1", months=12, home=HomeStatus.OWN_HOME),),
    )


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("profil")
    with Workspace.create(folder, passphrase="en lang prøve uden mening", today=TODAY, remember=False) as workspace:
        for number in range(12):
            workspace.new_case(Record(case=case(number)))
        workspace.new_case(Record(case=sample_case(today=TODAY)))
        binned = workspace.new_case(Record(case=case(99)))
        workspace.delete_case(binned.case_id)
    return folder


def run(
    profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str
) -> tuple[int, str]:
    monkeypatch.setenv("BUDGETDESK_HOME", str(profile))
    monkeypatch.setenv("BUDGETDESK_PASSPHRASE", "en lang prøve uden mening")
    status = main(["statistics", *arguments])
    return status, capsys.readouterr().out


def test_the_answer_is_the_published_one_and_names_nobody(
    profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out = run(profile, monkeypatch, capsys, "--json")
    answer: dict[str, Any] = json.loads(out)

    assert status == 0
    obeys(answer, "statistics")
    assert NAME not in out
    assert "Skovgaard" not in out
    assert answer["tables"]["evictions"]["rows"] == [{"word": "bailiff", "title": "sat ud af fogeden", "cases": 12}]
    assert answer["plans"]["cases"] == 0
    assert next(point["cases"] for point in answer["series"]["begun"]["points"]) == 12
    assert answer["kept_after_start"] == {"asked": 12, "own_home": 12, "dead": 0, "moved_away": 0}


def test_a_period_an_organisation_and_an_area_can_be_asked_for(
    profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out = run(profile, monkeypatch, capsys, "--json", "--from", "2026-03-01", "--to", "2026-03-31", "--area", "Nord")
    tables = json.loads(out)["tables"]

    assert tables["evictions"]["cases"] == 6
    assert tables["types"]["cases"] == 0  # they began in February
    _, out = run(profile, monkeypatch, capsys, "--json", "--organisation", "En anden")
    assert json.loads(out)["tables"]["types"]["cases"] == 0


def test_the_tables_are_read_as_text_too(
    profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out = run(profile, monkeypatch, capsys)

    assert "Bagvedliggende årsag" in out
    assert "Svært ved dansk" in out
    assert "100 % af 12 har egen bolig" in out


def test_a_period_that_ends_before_it_begins_is_refused_in_a_sentence() -> None:
    class Nothing:
        today = TODAY

        def counted(self) -> dict[str, Counted]:
            return {}

    with pytest.raises(BadInputError, match="Ret dagene"):
        statistics(Nothing(), Selection(first=TODAY, last=date(2026, 1, 1)))


def test_what_is_read_for_statistics_is_what_the_case_says(profile: Path) -> None:
    with Workspace.open(profile, passphrase="en lang prøve uden mening", today=TODAY) as workspace:
        read = workspace.counted()

        assert len(read) == 12
        for number, found in read.items():
            assert found == counted(workspace.desk(number).record.case)


def test_a_whole_year_is_written_for_others_and_nothing_else(
    profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name in ("2025.csv", "2025.xlsx"):
        status, out = run(profile, monkeypatch, capsys, "--for-others", "2025", "--out", str(tmp_path / name), "--json")
        assert (status, json.loads(out)) == (0, {"file": str(tmp_path / name)})
    assert "Statistik for 2025" in (tmp_path / "2025.csv").read_text("utf-8-sig")

    status, _ = run(profile, monkeypatch, capsys, "--for-others", "2026")
    assert status == 1
    status, _ = run(profile, monkeypatch, capsys, "--for-others", "2025", "--area", "Nord")
    assert status == 1


AREAS = """Nord;2018;110;9000;ja;2020
Nord;2020;115;9100;ja;2020
Nord;2021;80;9200;ja;2020
Syd;2018;260;40000;nej;2020
Syd;2020;240;40000;nej;2020
Syd;2021;235;40000;nej;2020
"""


def test_an_effort_is_judged_from_a_table_of_areas_without_a_store(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "tal.csv").write_text(AREAS, "utf-8")
    call = ["effect", str(tmp_path / "tal.csv"), "--cost", "149000", "--losses", "50000; 58000"]
    assert main([*call, "--json", "--out", str(tmp_path / "virker.pdf")]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)

    obeys(answer, "effect")
    assert answer["rates"][1] == {"year": 0, "effort": "12.64", "control": "6.00"}
    assert answer["effects"][0]["fewer_per_thousand"] == "3.82"
    assert answer["loss_per_eviction"] == "54000.00"
    assert (tmp_path / "virker.pdf").read_bytes().startswith(b"%PDF")
    assert main(call) == 0
    assert "Det bygger på:" in capsys.readouterr().out


def test_a_table_of_areas_that_cannot_be_read_is_refused_naming_the_row(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "tal.csv").write_text(AREAS.replace("9100", "mange"), "utf-8")

    assert main(["effect", str(tmp_path / "tal.csv")]) == 1
    assert "Række 2, Lejemål" in capsys.readouterr().err


def test_every_table_has_a_title_and_says_what_it_counts() -> None:
    assert {one.name for one in DEFINITIONS} == TITLES.keys()
    assert all(definition(name) for name in (*TITLES, *SERIES, "plans"))


def test_what_may_tell_of_health_counts_only_who_said_yes_and_says_how_many_were_left_out() -> None:
    silent = [counted(replace(case(n), course=replace(case(n).course, may_be_counted=None))) for n in range(7)]
    found = data(statistics_of([*silent, *[counted(case(n)) for n in range(6)]], Selection(), on=TODAY))
    causes = json.loads(json.dumps(found, default=str))["tables"]["causes"]

    assert (causes["cases"], causes["without_consent"]) == (6, 7)
    assert "sagt ja" in causes["definition"]


def test_so_few_that_one_could_know_them_are_not_shown_as_a_share() -> None:
    few = [counted(replace(case(n), checks=(Check(id="h", months=12, home=HomeStatus.DEAD),))) for n in range(3)]

    assert not statistics_of(few, Selection(), on=TODAY).kept_after_start.may_be_shown


def test_homes_a_year_later_tell_nothing_that_their_table_hides() -> None:
    """38 asked, 30 at home and 6 dead: the two who were not found would be what is left."""
    homes = [HomeStatus.OWN_HOME] * 30 + [HomeStatus.DEAD] * 6 + [HomeStatus.UNKNOWN] * 2
    cases = [counted(replace(case(n), checks=(Check(id="h", months=12, home=home),))) for n, home in enumerate(homes)]
    found = statistics_of(cases, Selection(), on=TODAY)

    assert None in {row.cases for row in found.tables["home_after_start"].rows}
    assert not found.kept_after_start.may_be_shown
