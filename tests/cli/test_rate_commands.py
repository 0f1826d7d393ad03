"""`budgetdesk rates`: figures to and from a file from a terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from budgetdesk.cli.main import main

FILE = """format = "budgetdesk/rates"
version = 1

[boligstoette.boligsikring_indkomstgraense]
unit = "kr/år"
values = [
  { from = 2027-01-01, to = 2027-12-31, value = 175000, confidence = "primary", source = "VEJ 1" },
]

[boligstoette.boligsikring_andel]
unit = "pct"
values = [
  { from = 2027-03-01, to = 2027-12-31, value = 60, confidence = "primary", source = "VEJ 1" },
]
"""


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, list[dict]]]:
    monkeypatch.setenv("BUDGETDESK_PASSPHRASE", "fire ord i rad")

    def called(*arguments: object) -> tuple[int, list[dict]]:
        status = main([str(one) for one in arguments])
        return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return called


def test_a_file_is_fetched_listed_and_written_again(call, tmp_path: Path) -> None:
    source, target = tmp_path / "ind.toml", tmp_path / "ud.toml"
    source.write_text(FILE, "utf-8")
    status, (answer,) = call("rates", "import", source, "--by", "Karen", "--json")

    assert (status, answer["new"], answer["refused"], answer["count_at_once"]) == (0, 1, 1, 0)
    assert "mangler en værdi" in answer["problems"][0]["why"]
    _, (listed,) = call("rates", "list", "--json")
    assert (listed["value"], listed["standing"], listed["entered_by"]) == ("175000", "waiting", "Karen")
    assert call("rates", "export", "--out", target, "--json")[1][0]["figures"] == 1
    assert 'entered_by = "Karen"' in target.read_text("utf-8")


@pytest.mark.parametrize("arguments", [("export",), ("import", "fil.toml"), ("import", "--by", "Karen")])
def test_a_call_that_lacks_something_is_status_2(call, arguments: tuple[str, ...]) -> None:
    assert call("rates", *arguments)[0] == 2
