"""Quick entry of a task: `lejer: find lønsedlen inden torsdag` is the tenant's, by Thursday.

Whose it is stands first (`lejer`, `jeg`, `vi`, a name before a colon); a day and a time stand anywhere. The rest is
what is to be done, as it was written.
"""

from __future__ import annotations

import re
from datetime import date

from budgetdesk.casework.contact_words import ContactWords, day_ahead, time_said
from budgetdesk.casework.emergency_steps import ADVISER, BOTH, TENANT
from budgetdesk.household.case import Todo

_WHO = {"lejer": TENANT, "lejeren": TENANT, "du": TENANT, "jeg": ADVISER, "rådgiver": ADVISER, "mig": ADVISER,
        "vi": BOTH, "begge": BOTH}  # fmt: skip
_BEFORE = re.compile(r"\s+(?:senest|inden|til|på|den|om|d\.?|kl\.?)\s*$", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:møde|mødes|møder|samtale)\b", re.IGNORECASE)
_NAMED = re.compile(r"^\s*([^:]{1,40}):\s*(.+)$", re.DOTALL)


def hear_task(text: str, words: ContactWords, *, on: date) -> Todo:
    """Read one line. `what` is "" where nothing is left to do."""
    who, rest = _who(" ".join(text.split()))
    time, without_time = time_said(rest, words)
    day, left = day_ahead(without_time, words, on)
    what = rest if day is None and not time else _tidied(left)
    return Todo(
        id="", who=who, what=f"{what[:1].upper()}{what[1:]}", by=day, time=time, meeting=bool(_MEETING.search(rest))
    )


def _who(text: str) -> tuple[str, str]:
    named = _NAMED.match(text)
    if named:
        return _WHO.get(named[1].strip().casefold(), named[1].strip()), named[2].strip()
    first, _, rest = text.partition(" ")
    known = _WHO.get(first.casefold().rstrip(","))
    return (known, rest.strip()) if known and rest.strip() else (ADVISER, text)


def _tidied(text: str) -> str:
    """Without the little words that stood before a day or a time."""
    left = " ".join(text.split()).strip(" ,.")
    while (shorter := _BEFORE.sub("", left)) != left:
        left = shorter
    return re.sub(r"\s+(?:senest|inden)\s*(?=,|$)", "", left).strip(" ,.")
