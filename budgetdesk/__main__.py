"""Where the program starts: without arguments the window, otherwise the command line.

Each half is imported only when it is needed, so that the window comes fast and a terminal needs no Qt.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from budgetdesk.i18n import N_, _

NO_SCREEN = N_("Her er ingen skærm at åbne vinduet på. Skriv “budgetdesk --help” for at se, hvad der kan gøres uden.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program. Returns the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    if not given and not _has_screen():
        sys.stderr.write(f"budgetdesk: {_(NO_SCREEN)}\n")
        return 1
    if not given:
        from budgetdesk.ui.app import main as open_window  # noqa: PLC0415 - a terminal needs no Qt

        return open_window()
    if next((argument for argument in given if not argument.startswith("-")), "") == "demo":
        from budgetdesk.demo.main import main as run_demo  # noqa: PLC0415 - needs all of it

        return run_demo(given)
    from budgetdesk.cli.main import main as run_command  # noqa: PLC0415 - the window needs no command line

    return run_command(given)


def _has_screen() -> bool:
    """Qt ends the whole program where there is no screen: ask first. Windows and macOS always have one."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _speak_utf8() -> None:
    """Output in UTF-8: a Windows console or pipe may be set to a code page without a real minus or a dash."""
    for stream in (sys.stdout, sys.stderr):
        # A program without a console, as on Windows, has None here; a test may have put something else.
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() not in ("utf-8", "utf8"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
