"""The command line keeps its public contract: JSON as published, exit status, sentences on standard error."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from published import obeys

from budgetdesk import data_files
from budgetdesk.__main__ import main

SAMPLE = str(data_files.path("sample", "case.json"))
STATEMENT = str(data_files.path("sample", "danske_bank_oktober.csv"))
RECEIPT = str(data_files.path("sample", "kvittering_netto_11.json"))
OFFICIAL = Path(__file__).parent.parent / "benefits" / "official_2026.csv"
DAY = ("--on", "2026-11-20")
Run = Callable[..., "Answered"]


class Answered:
    """What a command left behind."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str | Path) -> Answered:
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Answered(status, captured.out, captured.err)

    return call


@pytest.mark.parametrize(
    ("schema", "arguments"),
    [
        ("budget", ("budget", SAMPLE, *DAY)),
        ("benefits", ("benefits", SAMPLE, *DAY)),
        ("plan", ("plan", SAMPLE, *DAY)),
        ("deadlines", ("deadlines", "--rent-due", "2026-12-01", "--paakrav-arrived", "2026-12-07")),
        ("deadlines", ("deadlines", "--rent-due", "2026-12-01")),
        ("read", ("read", STATEMENT)),
        ("read", ("read", RECEIPT)),
    ],
    ids=["budget", "benefits", "plan", "deadlines", "deadlines without a letter", "statement", "receipt"],
)
def test_an_answer_is_as_its_published_schema_says(run: Run, schema: str, arguments: tuple[str, ...]) -> None:
    answered = run(*arguments, "--json")

    assert answered.status == 0
    assert len(answered.objects) == 1
    obeys(answered.objects[0], schema)


def test_the_schema_of_the_case_file_fits_the_sample(run: Run) -> None:
    schema = run("schema", "case", "--json").objects[0]

    jsonschema.validate(json.loads(Path(SAMPLE).read_text("utf-8")), schema)


def official_case(row: dict[str, str]) -> dict[str, Any]:
    """A row of the official results as somebody outside would write it: the public case file and nothing else."""
    pension = row["scheme"] == "boligydelse"
    base = [{"base": "folkepension" if pension else "loen"}]
    born = "1950-05-01" if pension else "1985-05-01"
    persons = [{"id": "a", "role": "tenant", "born": born, "income_base": base}]
    if row["adults"] == "2":
        persons.append({"id": "b", "role": "partner", "born": born, "income_base": base})
    return {
        "format": "budgetdesk/case",
        "version": 1,
        "persons": persons,
        "tenancy": {
            "rent_per_month": f"{row['rent_month']}.00",
            "area_m2": row["area_m2"],
            "heating": "separate" if row["heat_paid_separately"] == "yes" else "in_rent",
        },
        "income": [
            {"person": "a", "kind": "personlig_indkomst", "amount": f"{row['income_month']}.00", "rhythm": "monthly"}
        ],
        "wealth": {"net": f"{row['net_wealth']}.00"},
    }


def test_every_official_result_comes_out_to_the_krone(run: Run, tmp_path: Path) -> None:
    """boligstoette.dk, run 2026-10-09: 58 rows, all in one call, in the order of the inputs."""
    rows = list(csv.DictReader(line for line in OFFICIAL.read_text("utf-8").splitlines() if line[0] != "#"))
    files = []
    for number, row in enumerate(rows):
        files.append(tmp_path / f"{number}.json")
        files[-1].write_text(json.dumps(official_case(row)), "utf-8")

    answered = run("benefits", *files, "--only", "boligstoette", *DAY, "--json")

    assert len(rows) == 58
    assert answered.status == 0
    found = [answer["assessments"][0] for answer in answered.objects]
    assert [a["variant"] for a in found] == [row["scheme"] for row in rows]
    assert [Decimal(a["amount_per_month"]) for a in found] == [Decimal(row["benefit_month"]) for row in rows]


def test_an_input_that_cannot_be_read_is_named_and_the_others_are_answered(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{", "utf-8")

    answered = run("budget", SAMPLE, bad, SAMPLE, *DAY, "--json")

    assert answered.status == 1
    assert [set(answer) >= {"luft"} for answer in answered.objects] == [True, False, True]
    assert answered.objects[1]["input"] == str(bad)
    assert "JSON" in answered.objects[1]["error"]


def test_without_json_the_problem_is_one_sentence_on_standard_error(run: Run, tmp_path: Path) -> None:
    answered = run("read", tmp_path / "findes_ikke.csv")

    assert answered.status == 1
    assert answered.out == ""
    assert "findes_ikke.csv" in answered.err
    assert "Traceback" not in answered.err


def test_a_call_that_is_wrong_ends_with_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["deadlines"])

    assert stopped.value.code == 2
    assert "--rent-due" in capsys.readouterr().err


def test_an_unknown_schema_is_refused_with_the_names_there_are(run: Run) -> None:
    answered = run("schema", "findes_ikke")

    assert answered.status == 1
    assert "deadlines" in answered.err


def test_a_case_goes_into_the_store_and_comes_out_unchanged(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BUDGETDESK_PASSPHRASE", "en lang og god adgangskode")

    taken_in = run("case", "import", SAMPLE, "--json")
    number = taken_in.objects[0]["case"]
    listed = run("case", "list", "--json")
    run("case", "export", number, "--out", tmp_path)
    again = run("budget", tmp_path / f"sag-{number}.json", *DAY, "--json").objects[0]

    assert taken_in.status == 0
    assert [row["case"] for row in listed.objects] == [number]
    assert again["luft"] == run("budget", SAMPLE, *DAY, "--json").objects[0]["luft"]
    assert run("check", "--json").objects == [{"good": True, "problems": []}]


def test_the_store_asks_for_a_passphrase_rather_than_keep_a_key_in_plain_text(run: Run) -> None:
    answered = run("case", "list")

    assert answered.status == 1
    assert "adgangskode" in answered.err.lower()


def test_a_document_is_made_sealed_and_verified_and_a_changed_byte_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BUDGETDESK_PASSPHRASE", "en lang og god adgangskode")
    plain, sealed, changed = tmp_path / "aftale.pdf", tmp_path / "forseglet.pdf", tmp_path / "aendret.pdf"

    assert run("pdf", SAMPLE, "--document", "aftale", "--out", plain, *DAY).status == 0
    assert run("seal", plain, "--out", sealed).status == 0
    content = bytearray(sealed.read_bytes())
    content[len(content) // 3] ^= 1
    changed.write_bytes(content)
    good, bad, unsealed = (run("verify", file, "--json") for file in (sealed, changed, plain))

    for answered in (good, bad, unsealed):
        obeys(answered.objects[0], "verify")
    assert (good.status, bad.status, unsealed.status) == (0, 1, 1)
    assert good.objects[0]["valid"]
    assert good.objects[0]["trusted"]
    assert good.objects[0]["level"] == "PAdES B-B"
    assert bad.objects[0]["changed_after_signing"]
    assert unsealed.objects[0]["reasons"]
    assert good.objects[0]["check_code"] == unsealed.objects[0]["check_code"] != ""


def test_a_file_added_to_after_the_seal_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUDGETDESK_PASSPHRASE", "en lang og god adgangskode")
    plain, sealed, grown = tmp_path / "a.pdf", tmp_path / "b.pdf", tmp_path / "c.pdf"
    run("pdf", SAMPLE, "--document", "budget", "--out", plain, *DAY)
    run("seal", plain, "--out", sealed)
    shutil.copy(sealed, grown)
    with grown.open("ab") as file:
        file.write(b"\n%% tilfoejet\n")

    answered = run("verify", grown, "--json")

    assert answered.status == 1
    assert answered.objects[0]["changed_after_signing"]


def test_the_window_without_a_screen_is_one_sentence_and_no_crash(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")

    assert main([]) == 1
    assert "ingen skærm" in capsys.readouterr().err
