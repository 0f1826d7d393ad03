"""Everything that has to hold before a change is good, in the order of the quickest answer first.

.venv/bin/python tools/check.py [ARGUMENTS FOR PYTEST]
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_WORKERS = 4
"""More would only wait for each other: many tests start programs of their own."""
BYTECODE = ROOT / ".pytest_cache" / "bytecode"
"""Where Python keeps what it has compiled, so that the programs which tests start need not do it again."""
LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"


def main(arguments: list[str]) -> int:
    """Run each step; stop at the first that fails. Returns its exit status."""
    steps = {
        "ruff format": ["-m", "ruff", "format", "--check", "--quiet", "."],
        "ruff": ["-m", "ruff", "check", "--quiet", "."],
        "mypy": ["-m", "mypy", "--no-error-summary"],
        "lint-imports": ["-c", LINT_IMPORTS],
        "pytest": ["-m", "pytest", "-q", *_workers(), *arguments],
    }
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1", "PYTHONPYCACHEPREFIX": str(BYTECODE)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for name, step in steps.items():
        started = time.monotonic()
        # lint-imports is long-winded when all is well; pytest speaks for itself.
        quiet = name == "lint-imports"
        done = subprocess.run(
            [sys.executable, *step], cwd=ROOT, env=environment, check=False, capture_output=quiet, text=True
        )
        if done.returncode != 0:
            if quiet:
                print(done.stdout, done.stderr)
            print(f"{name}: failed", file=sys.stderr)
            return done.returncode
        if name != "pytest":
            print(f"{name}: ok ({time.monotonic() - started:.1f} s)", flush=True)
    return 0


def _workers() -> list[str]:
    """Several processes where there are several cores; a file of tests stays in one of them, and the files come in the
    order of `tests/conftest.py`, which has the dearest first."""
    cores = min(os.cpu_count() or 1, MOST_WORKERS)
    return ["-n", str(cores), "--dist", "loadfile", "--no-loadscope-reorder"] if cores > 1 else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
