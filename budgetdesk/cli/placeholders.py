"""The words in capitals that stand for what is to be written in a command (`FIL`, `DATO`), in the language spoken."""

from __future__ import annotations

import argparse
import re
from typing import Any

from budgetdesk.i18n import N_, translated

WORDS = {
    "DATO": N_("DATO"),
    "FIL": N_("FIL"),
    "GRUND": N_("GRUND"),
    "GRUNDLAG": N_("GRUNDLAG"),
    "MAPPE": N_("MAPPE"),
    "NAVN": N_("NAVN"),
    "NUMMER": N_("NUMMER"),
    "ORD": N_("ORD"),
    "SAG": N_("SAG"),
    "SAGSNUMMER": N_("SAGSNUMMER"),
    "UDLEJER": N_("UDLEJER"),
    "YDELSE": N_("YDELSE"),
}
_WORD = re.compile("[A-ZÆØÅ]+")


class Parser(argparse.ArgumentParser):
    """Says each placeholder in the language that is spoken when the help is made: `FIL.pdf` is `FILE.pdf`."""

    def add_argument(self, *names: Any, **told: Any) -> argparse.Action:
        if isinstance(told.get("metavar"), str):
            told["metavar"] = said(told["metavar"])
        return super().add_argument(*names, **told)


def said(placeholder: str) -> str:
    """A placeholder in the language that is spoken, its ending and signs as they are."""
    words = translated(WORDS)
    return _WORD.sub(lambda found: words.get(found[0], found[0]), placeholder)
