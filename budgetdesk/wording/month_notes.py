"""The notes that the account puts on a line of the budget: kept in Danish, shown in the language that is spoken."""

from __future__ import annotations

from budgetdesk.formats import capital
from budgetdesk.i18n import retold, retold_time


def note_said(note: str) -> str:
    """`Oktober 2026: 7.600 kr.` is `October 2026: 7.600 kr.` in an English window; what somebody typed stays."""
    when, between, amount = note.partition(": ")
    if between and (said := retold_time(when.lower())) != when.lower():
        return f"{capital(said)}: {amount}"
    return retold(note)
