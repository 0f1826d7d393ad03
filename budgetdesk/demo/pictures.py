"""Pictures of the list of cases and of every page of a case, in the sizes and looks in which people see it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from budgetdesk.actions.signing import Vault


@dataclass(frozen=True)
class Screen:
    """A desk's screen: its size in px, how finely it draws, and whether the program is dark on it."""

    width: int
    height: int
    scale: float
    dark: bool = False

    @property
    def name(self) -> str:
        """Of the folder: `1280x800_100`, `moerk_1280x800_100`."""
        return f"{'moerk_' if self.dark else ''}{self.width}x{self.height}_{round(self.scale * 100)}"


SCREENS = (
    Screen(1280, 800, 1.0),
    Screen(1280, 800, 1.5),
    Screen(1920, 1080, 1.0),
    Screen(1920, 1080, 1.5),
    Screen(1280, 800, 1.0, dark=True),
)


def make_pictures(vault: Vault, folder: Path) -> list[Path]:
    """`vindue/1280x800_100/0_sager.png`, `1_akut.png` and so on, light; and one set in the dark."""
    # No screen is needed, also where there is one: nothing flickers past while the pictures are made.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # what a platform without windows cannot do
    from budgetdesk.ui.pictures import grab_pages, grab_start  # noqa: PLC0415 - Qt reads the line above when it starts
    from budgetdesk.ui.theme import Look  # noqa: PLC0415

    files = []
    for screen in SCREENS:
        size, look = (screen.width, screen.height), Look.DARK if screen.dark else Look.LIGHT
        files.append(grab_start(vault.workspace, folder / screen.name, size, screen.scale, look))
        files += grab_pages(vault.desk, folder / screen.name, size, screen.scale, look, vault=vault)
    return files
