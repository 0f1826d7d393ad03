"""Install the program as Windows and macOS users do, `pip install .` into a clean environment, and ask it something.

Fetches every package anew, without the lock: it also tells when a newer package no longer fits.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUESTION = ["deadlines", "--rent-due", "2026-11-01", "--paakrav-arrived", "2026-11-17"]


def main() -> int:
    """Returns the exit status: 0 when the installed program has answered."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        venv.create(place / "venv", with_pip=False)
        scripts = place / "venv" / ("Scripts" if os.name == "nt" else "bin")
        install = [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install", "--quiet", str(ROOT)]
        subprocess.run(install, check=True, cwd=place)
        environment = os.environ | {"BUDGETDESK_HOME": str(place / "profile"), "QT_QPA_PLATFORM": "offscreen"}
        for arguments in (QUESTION, ["demo", "--out", "out"]):
            subprocess.run([scripts / "budgetdesk", *arguments], check=True, cwd=place, env=environment)
        made = [file for file in (place / "out").rglob("*") if file.is_file()]
        print(f"Det installerede program virker; demo lavede {len(made)} filer.")
        return 0 if made else 1


if __name__ == "__main__":
    sys.exit(main())
