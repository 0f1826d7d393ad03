"""The store from a terminal: a backup there and back, a case erased for good, a person's own copy of everything."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

import pytest
from published import obeys

from budgetdesk.cli.main import main
from budgetdesk.data_files import path

sys.path.insert(0, str(Path(__file__).parents[1] / "storage"))


SAMPLE = str(path("sample", "case.json"))
NUMBER = "2026-0143"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BUDGETDESK_HOME", str(tmp_path / "sager"))
    monkeypatch.setenv("BUDGETDESK_PASSPHRASE", "en hel sætning")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    assert main(["case", "import", SAMPLE]) == 0
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert isinstance(answer, dict)
    obeys(answer, arguments[0])
    return answer


def test_a_case_is_backed_up_erased_and_does_not_come_back(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = said(capsys, "backup", "--out", str(store))
    assert made["cases"] == 1
    shown = said(capsys, "erase", NUMBER)
    assert shown["erased"] is False
    assert "30 udgifter" in str(shown["goes"])
    assert said(capsys, "erase", NUMBER, "--confirm", NUMBER, "--why", "frist")["erased"] is True

    assert said(capsys, "restore", str(made["file"]))["restored"] is False
    back = said(capsys, "restore", str(made["file"]), "--yes")

    assert (back["cases"], back["erased_again"]) == (0, 1)
    capsys.readouterr()
    assert main(["case", "list"]) == 0
    assert capsys.readouterr().out == ""


def test_a_wrong_number_erases_nothing(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["erase", NUMBER, "--confirm", "2026-0144"]) == 1
    assert "Intet er slettet" in capsys.readouterr().err
    assert main(["erase", "2026-9999"]) == 1
    assert main(["case", "list"]) == 0
    assert NUMBER in capsys.readouterr().out


def test_a_person_gets_everything_as_paper_and_as_files(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = said(capsys, "export-person", NUMBER, "--out", str(store / "alt.zip"))

    assert done["third_persons"] == ["Alma", "Noah"]
    with zipfile.ZipFile(store / "alt.zip") as found:
        assert {"indsigt.pdf", "sag.json", "alt.json"} <= set(found.namelist())
        whole = json.loads(found.read("alt.json"))
    assert whole["record"]["case"]["persons"][0]["name"] == "Nadia Skovgaard"
    assert whole["look_ups"][0]["purpose"] == "indsigt"


def test_a_case_that_is_due_is_listed_with_its_reason(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = json.loads(Path(SAMPLE).read_text("utf-8"))
    case["case"].pop("invented", None)
    case["case"]["number"] = "2020-0001"
    case["course"] = {**case.get("course", {}), "keep_until": "2024-05-01"}
    (store / "gammel.json").write_text(json.dumps(case), "utf-8")
    assert main(["case", "import", str(store / "gammel.json")]) == 0

    told = said(capsys, "retention")
    assert (told["case"], told["due"], told["why"]) == ("2020-0001", "2024-05-01", "Dagen er valgt i sagen.")


def test_nothing_is_due_on_the_first_day(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["retention"]) == 0
    assert capsys.readouterr().out == "Ingen sager skal slettes nu eller snart.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("backup",),
        ("backup", "--out", "findes/ikke"),
        ("restore", "findes-ikke.budgetdesk"),
        ("restore", SAMPLE, "--yes"),
    ],
)
def test_bad_input_gets_a_sentence(store: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    assert main(arguments) == 1
    assert capsys.readouterr().err.count(".") >= 1
