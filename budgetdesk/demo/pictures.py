"""Pictures of the list of cases and of every page of a case, in the sizes and looks in which people see it."""

from __future__ import annotations

import os
from pathlib import Path

from budgetdesk.actions.signing import Vault

SIZES = ((1280, 800), (1920, 1080))
SCALES = (1.0, 1.5)


def make_pictures(vault: Vault, folder: Path) -> list[Path]:
    """`vindue/1280x800_100/0_sager.png`, `1_akut.png` and so on, light; and one set in the dark."""
    # No screen is needed, also where there is one: nothing flickers past while the pictures are made.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # what a platform without windows cannot do
    from budgetdesk.ui.pictures import grab_pages, grab_start  # noqa: PLC0415 - Qt reads the line above when it starts
    from budgetdesk.ui.theme import Look  # noqa: PLC0415

    files = []
    for width, height in SIZES:
        for scale in SCALES:
            target = folder / f"{width}x{height}_{round(scale * 100)}"
            files.append(grab_start(vault.workspace, target, (width, height), scale, Look.LIGHT))
            files += grab_pages(vault.desk, target, (width, height), scale, Look.LIGHT, vault=vault)
    target = folder / "moerk_1280x800_100"
    files.append(grab_start(vault.workspace, target, SIZES[0], 1.0, Look.DARK))
    return files + grab_pages(vault.desk, target, SIZES[0], 1.0, Look.DARK, vault=vault)
