"""Everything that has to hold before a change is good, in the order of the quickest answer first.

.venv/bin/python tools/check.py [ARGUMENTS FOR PYTEST]

`--durations=20` tells the dearest tests at the end, and the dearest files.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_WORKERS = 4
"""More would only wait for each other: many tests start programs of their own."""
BYTECODE = ROOT / ".pytest_cache" / "bytecode"
"""Where Python keeps what it has compiled, so that the programs which tests start need not do it again."""
LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"

Lane = list[tuple[str, list[str]]]
"""Steps, one after another: what each is called, and what Python runs."""


def main(arguments: list[str]) -> int:
    """Run each step; stop at the first that fails. Returns its exit status."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1", "PYTHONPYCACHEPREFIX": str(BYTECODE)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for lanes in _stages():
        if failed := _together(lanes, environment):
            return failed
    # Speaks for itself.
    tests = [sys.executable, "-m", "pytest", "-q", *_workers(), *arguments]
    failed = subprocess.run(tests, cwd=ROOT, env=environment, check=False).returncode
    if failed:
        print("pytest: failed", file=sys.stderr)
    return failed


def _stages() -> list[list[Lane]]:
    """What is done before the tests; the lanes of a stage beside each other, since mypy needs one core and a while."""
    beside_mypy: Lane = [("lint-imports", ["-c", LINT_IMPORTS])]
    if _workers() and not BYTECODE.exists():
        # Else each worker would compile all tests for itself.
        beside_mypy.append(("tests compiled", ["-m", "pytest", "-q", "--collect-only"]))
    return [
        [[("ruff format", ["-m", "ruff", "format", "--check", "--quiet", "."])]],
        [[("ruff", ["-m", "ruff", "check", "--quiet", "."])]],
        [[("mypy", ["-m", "mypy", "--no-error-summary"])], beside_mypy],
    ]


@dataclass
class _Told:
    """What the lanes of a stage tell each other."""

    running: set[subprocess.Popen[str]] = field(default_factory=set)
    failed: int = 0


def _together(lanes: Sequence[Lane], environment: dict[str, str]) -> int:
    """Run lanes beside each other. As soon as one step fails, what it said is told and the others are ended."""
    told = _Told()
    threads = [threading.Thread(target=_run, args=(lane, environment, told)) for lane in lanes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told.failed


def _run(lane: Lane, environment: dict[str, str], told: _Told) -> None:
    for name, step in lane:
        started = time.monotonic()
        command = [sys.executable, *step]
        with subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
        ) as process:
            told.running.add(process)
            said, _ = process.communicate()
        told.running.discard(process)
        if told.failed:
            return
        if process.returncode:
            told.failed = process.returncode
            print(said)
            print(f"{name}: failed", file=sys.stderr)
            for other in list(told.running):
                other.kill()
            return
        print(f"{name}: ok ({time.monotonic() - started:.1f} s)", flush=True)


def _workers() -> list[str]:
    """Several processes where there are several cores; a file of tests stays in one of them, and the files come in the
    order of `tests/conftest.py`, which has the dearest first."""
    cores = min(os.cpu_count() or 1, MOST_WORKERS)
    return ["-n", str(cores), "--dist", "loadfile", "--no-loadscope-reorder"] if cores > 1 else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
