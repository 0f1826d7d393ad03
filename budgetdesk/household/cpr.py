"""The CPR number: reading it as people write it, and what it says about the day of birth.

Source: CPR-kontoret, "Personnummeret i CPR-systemet" (layout, century by the seventh digit, modulus 11). Since October
2007 numbers are given out that fail modulus 11, so a number that fails is accepted, with a note. In a replacement
number (erstatningspersonnummer) 60 is added to the day.
"""

from __future__ import annotations

import re
from datetime import date

from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _

_SHAPE = re.compile(r"(\d{6})[\s-]*(\d{4})")
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_REPLACED = 60
_MIDDLE, _LATE = 36, 57
"""The last years (of a century) that the seventh digits 4 and 9, and 5 to 8, place after 2000."""


def parse_cpr(text: str) -> str:
    """`120489-9995` from however it was typed; "" from nothing. Raises BadInputError where it cannot be a number: not
    ten digits, or a day that does not exist. A number that fails modulus 11 is accepted."""
    typed = text.strip()
    if not typed:
        return ""
    found = _SHAPE.fullmatch(typed)
    if found is None:
        raise BadInputError(_("CPR-nummeret skal have ti cifre, fx 120489-9995. Ret det, eller lad feltet stå tomt."))
    cpr = f"{found[1]}-{found[2]}"
    if born_of(cpr) is None:
        raise BadInputError(
            _("CPR-nummeret begynder med en dag, der ikke findes. De første seks cifre er dag, måned, år.")
        )
    return cpr


def born_of(cpr: str) -> date | None:
    """The day of birth that a number says; None where it is no number, or the day does not exist."""
    found = _SHAPE.fullmatch(cpr)
    if found is None:
        return None
    day, month, short = int(found[1][:2]), int(found[1][2:4]), int(found[1][4:])
    try:
        return date(_century(int(found[2][0]), short) + short, month, day - _REPLACED if day > _REPLACED else day)
    except ValueError:
        return None


def _century(seventh: int, short: int) -> int:
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if short <= _MIDDLE else 1900
    return 2000 if short <= _LATE else 1800


def passes_modulus_11(cpr: str) -> bool:
    """The old check digit. Newer numbers may fail it."""
    digits = [int(letter) for letter in cpr if letter.isdigit()]
    return len(digits) == len(_WEIGHTS) and sum(w * d for w, d in zip(_WEIGHTS, digits, strict=True)) % 11 == 0
