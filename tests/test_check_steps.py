"""The steps before the tests: beside each other, and the first that fails ends the others."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "tools"))

import check

WAIT = "import pathlib, sys, time\nwhile not pathlib.Path(sys.argv[1]).exists(): time.sleep(0.01)\n"


def test_the_first_step_that_fails_is_told_and_ends_those_beside_it(capfd: pytest.CaptureFixture[str]):
    began = time.monotonic()
    slow = [("slow", ["-c", "import time; time.sleep(60)"])]
    quick = [(name, ["-c", code]) for name, code in (("good", "pass"), ("bad", "exit('why')"), ("never", "pass"))]

    failed = check._together([slow, quick], dict(os.environ))

    said = capfd.readouterr()
    assert failed == 1
    assert time.monotonic() - began < 50
    assert "good: ok" in said.out
    assert "why" in said.out
    assert "bad: failed" in said.err
    assert not {"slow", "never"} & {word.strip(":") for word in (said.out + said.err).split()}


def test_lanes_run_beside_each_other(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    meet = tmp_path / "here"
    waits = [("waits", ["-c", WAIT, str(meet)])]
    comes = [("comes", ["-c", "import pathlib, sys; pathlib.Path(sys.argv[1]).touch()", str(meet)])]

    assert check._together([waits, comes], dict(os.environ)) == 0
    assert {line.partition(":")[0] for line in capfd.readouterr().out.splitlines()} == {"waits", "comes"}


def test_the_bytecode_of_the_tests_is_made_once_and_only_where_it_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def compiled() -> bool:
        return "tests compiled" in [name for lanes in check._stages() for lane in lanes for name, _ in lane]

    monkeypatch.setattr(check.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(check, "BYTECODE", tmp_path / "nothing yet")
    assert compiled()
    monkeypatch.setattr(check, "BYTECODE", tmp_path)
    assert not compiled()
    monkeypatch.setattr(check, "BYTECODE", tmp_path / "nothing yet")
    monkeypatch.setattr(check.os, "cpu_count", lambda: 1)
    assert not compiled()
