"""Which sensitive facts stand in a case, where, and whether somebody has noted on what they rest.

Law: databeskyttelsesforordningen art. 9 (health, union), databeskyttelsesloven § 8 (criminal offences), § 11 (the CPR
number). The program says where to look; whether a basis is good is for people to judge. Words in notes are signs only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from budgetdesk.casework.consent_data import ConsentData, Sensitive
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.case import Case, WayTried

BASES = "case.conversation.bases_noted"
_HEALTH_LINES, _UNION_LINES = ("401", "402", "403", "404", "405", "406", "407", "408"), ("206",)
_HEALTH_INCOME = frozenset({"sygedagpenge", "foertidspension", "ressourceforloeb", "ledighedsydelse"})
_CRIME_DEBTS = frozenset({"boeder"})


@dataclass(frozen=True, kw_only=True)
class Found:
    """One kind of sensitive fact that stands in the case."""

    what: Sensitive
    where: tuple[str, ...]
    """Paths of the facts, on Record; those in notes last."""
    basis: str = ""
    """The key of the basis somebody noted; "" = nobody has."""


def sensitive_facts(case: Case, data: ConsentData) -> tuple[Found, ...]:
    """The kinds that stand in the case, in the order of the data."""
    noted = {one.id: one.note for one in case.conversation.bases_noted}
    found = []
    for what in data.sensitive:
        where = (*_FACTS.get(what.kind, _nothing)(case), *_in_notes(case, what.words))
        if where:
            found.append(Found(what=what, where=tuple(dict.fromkeys(where)), basis=noted.get(what.kind, "")))
    return tuple(found)


def with_basis(record: Record, kind: str, basis: str) -> Record:
    """The record with the basis noted; "" takes the note away."""
    kept = tuple(one for one in record.case.conversation.bases_noted if one.id != kind)
    noted = (*kept, WayTried(id=kind, answer=True, note=basis)) if basis else kept
    return paths.put(record, BASES, noted)


def tells_of_health(case: Case) -> bool:
    """Whether a line of the budget or a fact tells of somebody's health."""
    return next(_health(case), None) is not None


def _health(case: Case) -> Iterator[str]:
    known = case.circumstances
    for name in ("treatment_needed", "dental_cost", "health_cost"):
        if getattr(known, name):
            yield f"case.circumstances.{name}"
    yield from (f"case.persons[{one.id}].flags" for one in case.persons if one.flags)
    yield from (f"case.expenses[{one.id}].amount" for one in case.expenses if one.line in _HEALTH_LINES and one.amount)
    yield from (f"case.income[{one.id}].amount" for one in case.income if one.kind in _HEALTH_INCOME)


def _union(case: Case) -> Iterator[str]:
    yield from (f"case.expenses[{one.id}].amount" for one in case.expenses if one.line in _UNION_LINES and one.amount)


def _crime(case: Case) -> Iterator[str]:
    yield from (f"case.debts[{one.id}].kind" for one in case.debts if one.kind in _CRIME_DEBTS)


def _cpr(case: Case) -> Iterator[str]:
    yield from (f"case.persons[{one.id}].cpr" for one in case.persons if one.cpr.strip())


def _nothing(_case: Case) -> Iterator[str]:
    return iter(())


_FACTS: Mapping[str, Callable[[Case], Iterator[str]]] = {
    "health": _health,
    "union": _union,
    "crime": _crime,
    "cpr": _cpr,
}


def _in_notes(case: Case, words: tuple[str, ...]) -> Iterator[str]:
    """Free texts in which a word begins like this; own notes as well: they are kept, too."""
    if not words:
        return
    begins = re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + ")")
    texts = [("case.conversation.note", case.conversation.note)]
    texts += [(f"case.notes[{one.id}].text", one.text) for one in case.notes]
    texts += [(f"case.contacts[{one.id}].note", one.note) for one in case.contacts]
    texts += [(f"case.debts[{one.id}].note", one.note) for one in case.debts]
    yield from (path for path, text in texts if begins.search(text.casefold()))
