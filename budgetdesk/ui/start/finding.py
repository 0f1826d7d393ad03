"""Searching the cases, in the words of the list."""

from __future__ import annotations

from budgetdesk.actions.workspace import Workspace
from budgetdesk.ledger.words import fold


def find_cases(workspace: Workspace, asked: str) -> list[tuple[str, str]]:
    """(case number, where it was found) of every case that has all the words."""
    wanted = fold(asked).split()
    found = []
    for case in workspace.cases():
        about = case.about
        places = {
            "": case.tenant,
            "sagsnummeret": case.id,
            "adressen": about.address,
            "udlejeren": about.landlord,
            "CPR-nummeret": " ".join(about.cprs),
            "telefonnummeret": " ".join(about.phones),
        }
        where = next((place for place, text in places.items() if all(word in fold(text) for word in wanted)), None)
        if where is not None:
            found.append((case.id, where))
    return found
