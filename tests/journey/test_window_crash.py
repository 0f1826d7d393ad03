"""A kill in the middle of typing in the window costs at most the last second, also of what cannot be read yet.

BUDGETDESK_KILLS says how often; `make crash` does it fifty times.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import window_typist as typist

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.workspace import Workspace
from budgetdesk.dates import parse_date
from budgetdesk.errors import BadInputError
from budgetdesk.household import paths
from budgetdesk.household.case import BankAccount
from budgetdesk.money import parse_amount
from budgetdesk.storage.keyrings import NO_KEYRING

KILLS = int(os.environ.get("BUDGETDESK_KILLS", "2"))
ONE_SECOND = 1.0
BUSY = 0.5
"""How late the hand of a clock may be on a computer that does other things as well, s."""


@dataclass
class Shot:
    """One life: what was typed when, and when it ended."""

    keys: list[tuple[float, str, str]] = field(default_factory=list)
    killed: float = 0.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A profile with one case and one account, closed."""
    made = tmp_path / "sager"
    with Workspace.create(made, passphrase=typist.PASSPHRASE, today=typist.TODAY, keyring=NO_KEYRING) as workspace:
        desk = workspace.new_case()
        desk.change("konto", paths.put(desk.record, "case.bank", (BankAccount(id="b1", name="Lønkonto"),)))
    return made


@pytest.fixture
def server(folder: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, typist.__file__, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    yield process
    os.killpg(process.pid, signal.SIGKILL)  # with whoever is still typing
    process.communicate()


@pytest.mark.timeout(60 + KILLS * 30)
def test_a_kill_while_typing_in_the_window_loses_at_most_the_last_second(
    folder: Path, server: subprocess.Popen[str]
) -> None:
    chance = random.Random(20261120)  # noqa: S311 - moments, not secrets
    oldest_lost, drafts, letters = [], 0, 0
    for kill in range(KILLS):
        shot = _type_and_kill(server, kill, chance.uniform(0.2, 5.0))
        letters += len(shot.keys)
        with typist.open_workspace(folder) as workspace:
            desk = workspace.desk(typist.CASE)
            drafts += len(desk.drafts)
            oldest_lost.append(max((_age_of_loss(desk, shot, path) for path in _fields(shot)), default=0.0))
            assert workspace.check() == ()
    print(f"{KILLS} kills, {letters} keys, {drafts} drafts, oldest lost {sorted(oldest_lost)[-5:]} s")  # noqa: T201

    assert max(oldest_lost) <= ONE_SECOND + BUSY
    assert letters > KILLS


def _type_and_kill(server: subprocess.Popen[str], seed: int, seconds: float) -> Shot:
    """Let somebody type for a while, counted from the first letter, then kill."""
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(f"type {seed}\n")
    server.stdin.flush()
    shot, pid, waits = Shot(), 0, True
    for line in server.stdout:
        if line == "dead\n":
            break
        if line.startswith("pid"):
            pid = int(line.split()[1])
        else:
            shot.keys.append(tuple(json.loads(line)))
        if pid and shot.keys and waits:
            threading.Timer(seconds, _kill, (pid, shot)).start()
            waits = False
    return shot


def _kill(pid: int, shot: Shot) -> None:
    os.kill(pid, signal.SIGKILL)
    shot.killed = time.monotonic()


def _fields(shot: Shot) -> set[str]:
    return {path for _, path, _ in shot.keys}


def _age_of_loss(desk: Desk, shot: Shot, path: str) -> float:
    """How long before the kill the oldest letter was typed in a field that is not there any more (0: none is lost)."""
    typed = [(at, stood) for at, own, stood in shot.keys if own == path]
    kept = [number for number, (_, stood) in enumerate(typed) if _stands(desk, path, stood)]
    lost = typed[kept[-1] + 1 :] if kept else typed
    return shot.killed - lost[0][0] if lost else 0.0


def _stands(desk: Desk, path: str, text: str) -> bool:
    """Whether the field would show this text if the program were opened again."""
    try:
        value = _read(path, text)
    except BadInputError:
        return desk.drafts.get(path) == text
    return path not in desk.drafts and bool(_saved(desk, path) == value)


def _read(path: str, text: str) -> Any:
    name = path.rpartition(".")[2]
    if name in ("rent_per_month", "amount", "balance"):
        return parse_amount(text)
    return parse_date(text, today=typist.TODAY) if name == "moved_in" else text.strip()


def _saved(desk: Desk, path: str) -> Any:
    if path.startswith("case.expenses["):
        code = path.partition("[")[2].partition("]")[0]
        return next((e.amount for e in desk.record.case.expenses if e.line == code), None)
    return paths.get(desk.record, path)
