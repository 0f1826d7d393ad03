"""A month in the life of an adviser, by keys in the real window: `python tools/month.py [--pictures FOLDER] [--short]`.

Forty cases, one landlord's list, twelve meetings, three plans, one eviction, the month's statistics. With `--pictures`
each stage leaves a picture; look at them.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pictures", type=Path, help="a folder for a picture of each stage")
    asked.add_argument("--short", action="store_true", help="the month that the tests live: eight cases")
    chosen = asked.parse_args()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "BUDGETDESK_MONTH": "" if chosen.short else "whole"}
    if chosen.pictures is not None:
        chosen.pictures.mkdir(parents=True, exist_ok=True)
        environment["BUDGETDESK_JOURNEY_PICTURES"] = str(chosen.pictures.resolve())
    began = time.monotonic()
    lived = ["-m", "pytest", "-q", "-o", "log_cli=true", "--log-cli-level=INFO", "tests/journey/test_adviser_month.py"]
    code = subprocess.run([sys.executable, *lived], cwd=ROOT, env=environment, check=False).returncode
    said = sys.stdout.write
    said(f"{time.monotonic() - began:.0f} s by the clock\n")
    return code


if __name__ == "__main__":
    raise SystemExit(main())
