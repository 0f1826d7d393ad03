"""docs/satser.md says what the figures say."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_page_of_rates_is_not_stale():
    run = subprocess.run(
        [sys.executable, ROOT / "tools" / "satser.py", "--check"], capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stdout
