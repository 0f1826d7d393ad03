"""The people around a case: who is there, who is missing; added, checked and taken away."""

from __future__ import annotations

from datetime import date

from budgetdesk.actions.contacts import PEOPLE, new_person
from budgetdesk.casework.record import Record
from budgetdesk.casework.stakeholders import Stakeholder, stakeholders
from budgetdesk.household import paths
from budgetdesk.household.case import Case
from budgetdesk.readers.categories import load_categories
from budgetdesk.readers.contacts import load_methods, load_sides


def around(case: Case, on: date) -> tuple[Stakeholder, ...]:
    """Every body that can be around a case, with its people."""
    return stakeholders(case, load_sides(), load_methods(), on)


def titles() -> dict[str, str]:
    """What the bodies are called, by key."""
    return dict(load_categories().lists["sides"])


def add(record: Record, side: str) -> Record:
    """Somebody of a body, with what the case already knows about it."""
    return paths.add(record, PEOPLE, new_person(record.case, side))


def check(record: Record, person_id: str, on: date) -> Record:
    """Number and name were checked on a day."""
    return paths.put(record, f"{PEOPLE}[{person_id}].checked_on", on)


def remove(record: Record, person_id: str) -> Record:
    """Take somebody away. Contacts with them stay, and say that they are gone."""
    return paths.remove(record, f"{PEOPLE}[{person_id}]")
