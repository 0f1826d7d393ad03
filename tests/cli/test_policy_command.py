"""`budgetdesk policy` and `budgetdesk report premises`: the organisation's rules, and how they were kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from budgetdesk import data_files
from budgetdesk.cli.main import main

OWN = data_files.path("policy.toml").read_text("utf-8").replace("standard-2026-11", "egen-1").replace("= 12", "= 6", 1)
SAMPLE = data_files.path("sample", "case.json")


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, list[dict]]]:
    monkeypatch.setenv("BUDGETDESK_PASSPHRASE", "fire ord i rad")

    def called(*arguments: object) -> tuple[int, list[dict]]:
        status = main([str(one) for one in (*arguments, "--json")])
        return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return called


def test_a_policy_goes_in_is_listed_goes_out_and_the_example_comes_back(call, tmp_path: Path) -> None:
    source, target = tmp_path / "ind.toml", tmp_path / "ud.toml"
    source.write_text(OWN, "utf-8")
    assert call("policy", "import", source, "--by", "Karen") == (0, [{"version": "egen-1"}])

    _, listed = call("policy", "list")
    assert [(one["version"], one["in_use"], one["standard"]) for one in listed] == [
        ("egen-1", True, False),
        ("standard-2026-11", False, True),
    ]
    assert call("policy", "export", "--out", target)[0] == 0
    assert "max_months = 6" in target.read_text("utf-8")
    assert call("policy", "use", "standard-2026-11", "--by", "Karen")[1] == [{"version": "standard-2026-11"}]


def test_a_policy_with_an_unknown_key_is_status_1_and_nothing_is_taken(call, tmp_path: Path) -> None:
    source = tmp_path / "ind.toml"
    source.write_text(OWN + "\n[gebyr]\nrykker = 1\n", "utf-8")

    assert call("policy", "import", source, "--by", "Karen")[0] == 1
    assert [one["version"] for one in call("policy", "list")[1]] == ["standard-2026-11"]


@pytest.mark.parametrize(
    "arguments", [("policy", "export"), ("policy", "import", "x.toml"), ("policy", "use", "--by", "K"),
                  ("report", "premises", "--out", "r.docx")]
)  # fmt: skip
def test_a_call_that_lacks_something_is_status_2(call, arguments: tuple[str, ...]) -> None:
    assert call(*arguments)[0] == 2


def test_the_report_has_no_names_and_is_written_as_paper_and_table(call, tmp_path: Path) -> None:
    call("case", "import", SAMPLE)
    status, (answer,) = call("report", "premises", "--on", "2026-11-20", "--out", tmp_path / "r.pdf")

    assert (status, answer["cases"]) == (0, 1)
    assert answer["groups"][0]["households"] == "Øvrige husstande"
    assert "Nadia" not in json.dumps(answer)
    assert answer["groups"][0]["rows"][0]["premises"]["landlord"] is None
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF-")
    call("report", "premises", "--on", "2026-11-20", "--out", tmp_path / "r.csv")
    assert "Øvrige husstande" in (tmp_path / "r.csv").read_text("utf-8-sig")
