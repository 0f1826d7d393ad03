"""Searching the cases, in the words of the list."""

from __future__ import annotations

from budgetdesk.actions.case_words import Field
from budgetdesk.actions.workspace import Workspace

PLACES = {
    Field.NUMBER: "sagsnummeret",
    Field.OTHER: "en anden voksen",
    Field.ADDRESS: "adressen",
    Field.LANDLORD: "udlejeren",
    Field.CPR: "CPR-nummeret",
    Field.PHONE: "telefonnummeret",
}
"""Where something was found; the name goes without saying."""


def find_cases(workspace: Workspace, asked: str) -> list[tuple[str, str]]:
    """(case number, where it was found) of every case that has all the words, the best first."""
    return [
        (hit.case.id, " og ".join(PLACES[field] for field in hit.fields if field in PLACES))
        for hit in workspace.search(asked)
    ]
