"""Pictures of every page of the window, in the sizes and looks in which people see it."""

from __future__ import annotations

import os
from pathlib import Path

from budgetdesk.actions.signing import Vault

SIZES = ((1280, 800), (1920, 1080))
SCALES = (1.0, 1.5)


def make_pictures(vault: Vault, folder: Path) -> list[Path]:
    """`vindue/1280x800_100/1_akut.png` and so on, light; and one set in the dark."""
    # No screen is needed, also where there is one: nothing flickers past while the pictures are made.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # what a platform without windows cannot do
    from budgetdesk.ui.pictures import grab_pages  # noqa: PLC0415 - Qt reads the line above when it starts
    from budgetdesk.ui.theme import Look  # noqa: PLC0415

    files = []
    for width, height in SIZES:
        for scale in SCALES:
            target = folder / f"{width}x{height}_{round(scale * 100)}"
            files += grab_pages(vault.desk, target, (width, height), scale, Look.LIGHT, vault=vault)
    return files + grab_pages(vault.desk, folder / "moerk_1280x800_100", SIZES[0], 1.0, Look.DARK, vault=vault)
