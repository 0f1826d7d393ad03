"""What `excel` and its way back can be told. Apart from `main`, which holds the other commands."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from budgetdesk.i18n import _


def add_workbook(
    add: Callable[[str, str], argparse.ArgumentParser],
    today: date,
    day: Callable[[str], date],
    of: Callable[[str, str], Callable[..., Any]],
) -> None:
    """Add the commands. `day` reads a day, `of` finds the function that runs."""
    out = add("excel", _("budgettet og planen som regneark, der regner selv"))
    out.add_argument("case", metavar="SAG.json")
    out.add_argument("--out", type=Path, required=True, metavar="FIL.xlsx")
    out.add_argument("--on", type=day, default=today, metavar="DATO", help=_("dagen der regnes for"))
    out.add_argument("--number", action="store_true", help=_("sagens nummer må stå i filen"))
    out.set_defaults(run=of("workbook_commands", "excel"))
    back = add("excel-in", _("hent det hjem, der er ændret i en Excel-fil af budgettet"))
    back.add_argument("case", type=Path, metavar="SAG.json")
    back.add_argument("file", type=Path, metavar="FIL.xlsx")
    back.add_argument("--out", type=Path, metavar="SAG.json", help=_("sagsfilen med ændringerne"))
    back.add_argument(
        "--both", choices=("excel", "case"), help=_("hvad gælder for det, der er ændret både i Excel og i sagen")
    )
    back.add_argument("--remove", action="store_true", help=_("fjern også det, der er slettet i Excel"))
    back.add_argument("--on", type=day, default=today, metavar="DATO", help=_("dagen der regnes for"))
    back.set_defaults(run=of("workbook_commands", "excel_in"))
