"""How a case says on which days money moves: `day:1`, `day:20 of 1,4,7,10`, `first_bank_day`, `last_bank_day`,
`weekday:thu from 2026-11-26` (`weekday:sat` where every week is meant) and `date:2026-12-01`.

Here only the spelling is checked; `budgetdesk.planning` turns it into days.
"""

from __future__ import annotations

import re
from datetime import date

from budgetdesk.dates import in_our_time

_DAY = r"(?:[1-9]|[12]\d|3[01])"
_MONTH = r"(?:[1-9]|1[0-2])"
_DATE = r"\d{4}-\d{2}-\d{2}"
PATTERN = (
    rf"^(?:day:{_DAY}(?: of {_MONTH}(?:,{_MONTH})*)?|first_bank_day|last_bank_day"
    rf"|weekday:(?:mon|tue|wed|thu|fri|sat|sun)(?: from {_DATE})?|date:{_DATE})$"
)
"""The spelling as a regular expression that JSON Schema understands as well."""

_PAYS_ON = re.compile(PATTERN)


def is_pays_on(text: str) -> bool:
    """True for a day rule that is spelled right and whose dates exist."""
    if _PAYS_ON.fullmatch(text) is None:
        return False
    try:
        for day in re.findall(_DATE, text):
            in_our_time(date.fromisoformat(day))
    except ValueError:
        return False
    return True
