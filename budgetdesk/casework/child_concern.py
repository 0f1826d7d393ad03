"""A reminder of the duty to notify about children, and a quiet hint when such words are typed into a note.

Law: barnets lov § 133 (public staff), § 135 (everybody; number not confirmed). Nothing is stored, marked or counted by
the hint: a suspicion belongs in the notification to the municipality, not in a case that may be shared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from budgetdesk.household.case import Case
from budgetdesk.i18n import _


@dataclass(frozen=True, kw_only=True)
class Duty:
    """One sentence about the duty, where it stands, and how sure we are of that."""

    text: str
    source: str
    confidence: str


@dataclass(frozen=True, kw_only=True)
class Calls:
    """Whom to call, in sentences; `municipality` and `person` have fields."""

    danger: str
    leader: str
    municipality: str
    person: str
    where: str


@dataclass(frozen=True, kw_only=True)
class NoteWords:
    """What the page about notes says, and the words that the hint looks for."""

    own_title: str
    own_text: tuple[str, ...]
    own_ended: str
    child_title: str
    child_hint: str
    duty: tuple[Duty, ...]
    calls: Calls
    alone: tuple[str, ...]
    """Beginnings of words that are enough by themselves."""
    concern: tuple[str, ...]
    """Beginnings of words that count together with a child."""
    child: tuple[str, ...]


def may_concern_child(text: str, case: Case, words: NoteWords) -> bool:
    """Whether what is typed may be a worry about a child: a word that says so by itself, or a worried word and a child,
    also one of the household by name, in the same paragraph."""
    children = {one.name.split()[0].casefold() for one in case.children if one.name.strip()}
    return any(_worried(part.casefold(), children, words) for part in text.split("\n"))


def _worried(text: str, children: Iterable[str], words: NoteWords) -> bool:
    if _any_begins(text, words.alone):
        return True
    return _any_begins(text, words.concern) and _any_begins(text, (*words.child, *children))


def _any_begins(text: str, beginnings: Iterable[str]) -> bool:
    """Whether a word, or several in a row, begins so."""
    found = "|".join(re.escape(one) for one in beginnings if one)
    return bool(found) and re.search(rf"(?<!\w)(?:{found})", text) is not None


def whom_to_call(case: Case, words: NoteWords) -> tuple[str, ...]:
    """Whom to call about a child of this case, the most pressing first; people of the municipality by name."""
    calls = words.calls
    home = case.tenancy.municipality.strip().removesuffix(" Kommune").removesuffix(" kommune")
    municipality = _("{home} Kommune").format(home=home) if home else "kommunen"
    people = [
        calls.person.format(name=", ".join(part for part in (one.name, one.role) if part), phone=one.phone)
        for one in case.contact_persons
        if one.side == "kommune" and one.phone.strip()
    ]
    return (calls.danger, calls.municipality.format(municipality=municipality), *people, calls.leader, calls.where)
