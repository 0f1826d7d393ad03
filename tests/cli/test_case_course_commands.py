"""Cases listed, searched, ended, taken up and begun again in a terminal: the same actions as in the window."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from budgetdesk.cli.main import main
from budgetdesk.data_files import path

sys.path.insert(0, str(Path(__file__).parents[1] / "storage"))


NUMBER = "2026-0143"
Lines = list[dict[str, Any]]
Said = Callable[..., Lines]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One store for the module: the sample is taken in once."""
    return tmp_path_factory.mktemp("sager")


@pytest.fixture(autouse=True)
def store(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUDGETDESK_HOME", str(folder))
    monkeypatch.setenv("BUDGETDESK_PASSPHRASE", "en hel sætning")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    if not any(folder.iterdir()):
        assert main(["case", "import", str(path("sample", "case.json"))]) == 0


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    def run(*arguments: str, status: int = 0) -> Lines:
        capsys.readouterr()
        assert main(["case", *arguments, "--json"]) == status
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


def test_the_list_says_what_is_next_and_a_search_where_it_was_found(said: Said) -> None:
    case = said("list")[0]
    assert (case["case"], case["open"], case["types"]) == (NUMBER, True, ["raadgivning"])
    assert case["next"].keys() == {"kind", "on", "days_left"}

    found = said("list", "skovgard", "lærkevej")
    assert [(one["case"], one["found_in"]) for one in found] == [(NUMBER, ["name", "address"])]
    assert said("list", "findesikke") == []


def test_a_case_is_ended_and_taken_up_again(said: Said) -> None:
    ended = said("end", NUMBER, "--on", "20.11.2026", "--outcome", "plan")[0]
    assert (ended["ended"], ended["outcome"]) == ("2026-11-20", "plan")
    assert said("list", "--status", "open") == []
    said("reopen", NUMBER)

    assert len(said("list", "--status", "open")) == 1


def test_an_end_that_cannot_be_is_a_sentence_and_changes_nothing(said: Said) -> None:
    answer = said("end", NUMBER, "--on", "1.1.2090", status=1)[0]
    assert "fremtiden" in answer["error"]
    assert said("end", "2026-9999", status=1)

    assert said("list")[0]["ended"] is None


def test_a_case_is_begun_again_and_one_for_a_new_tenant(said: Said) -> None:
    again = said("again", NUMBER)[0]
    new = said("new-tenant")[0]

    assert again["earlier_case"] == NUMBER
    assert said("list", "--type", "ny_lejer")[0]["case"] == new["case"]


def test_what_needs_a_number_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["case", "end"]) == 2
    assert "hvilke filer eller sager" in capsys.readouterr().err
