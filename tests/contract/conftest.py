"""The command line as an outsider meets it: arguments in; status, answers and sentences out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from budgetdesk.__main__ import main


@dataclass(frozen=True)
class Answered:
    """What a call left behind."""

    status: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Call = Callable[..., Answered]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run one command, with a passphrase for the store."""
    monkeypatch.setenv("BUDGETDESK_PASSPHRASE", "en lang og god adgangskode")

    def run(*arguments: str | Path) -> Answered:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        captured = capsys.readouterr()
        return Answered(status, captured.out, captured.err)

    return run


@pytest.fixture
def case_file(tmp_path: Path) -> Callable[..., Path]:
    """Write a case file: the keys that must be there, and what is given."""

    def write(name: str = "sag.json", **keys: Any) -> Path:
        whole = {
            "format": "budgetdesk/case",
            "version": 1,
            "persons": [{"id": "p1", "role": "tenant", "born": "1985-05-05"}],
            "tenancy": {"rent_per_month": "7600.00", "area_m2": 84, "heating": "separate"},
            **keys,
        }
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(whole), encoding="utf-8")
        return path

    return write
