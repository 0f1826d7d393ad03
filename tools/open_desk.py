"""What `make run` does once everything is set up: the window, or the main job without one where there is no screen."""

from __future__ import annotations

import os
import subprocess
import sys

NO_SCREEN = "Her er ingen skærm, så vi laver hele arbejdsgangen uden vindue (make demo) i stedet."


def has_screen() -> bool:
    """Windows and macOS always have one; elsewhere X11 or Wayland says so."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main() -> int:
    """Open the desk. Returns the exit status."""
    program = [sys.executable, "-m", "budgetdesk"]
    if not has_screen():
        print(NO_SCREEN, flush=True)
        program += ["demo", "--out", "demo-out"]
    return subprocess.run(program, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
