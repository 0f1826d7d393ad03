"""What is known about a benefit in general, and the questions in plain Danish: values, and which question a fact has.

The texts are data (`resources/guides/`, `resources/questions/`), read by `budgetdesk.readers.guides`. A fact of a guide
is a pattern: `persons[adult].pension_granted` stands for each adult, `[child]` for each child, `[person]` for all,
`income[feriepenge].amount` for each row of that kind, `[row]` for whatever the list holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from budgetdesk.household.case import Case, Person
from budgetdesk.household.words import Role
from budgetdesk.i18n import N_

GROUPS = ("rescue", "home", "income", "family", "pension", "health", "tax")
"""The groups of benefits, in the order in which they are shown."""

UNITS = ("kr", N_("kr/måned"), N_("kr/år"), "m2", "km", "dage", "år", "antal", "ja/nej", "dag", "valg", "tekst")
"""What a question can be answered with. `dag` is a date, `dage` a number of days."""

ADULT, CHILD, PERSON, ROW = "adult", "child", "person", "row"
_NAMED = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True)
class FormFact:
    """One thing that the application form asks for: what it is called there, and which fact answers it."""

    label: str
    fact: str


@dataclass(frozen=True, kw_only=True)
class Guide:
    """What an adviser should know about one benefit, whatever the household."""

    benefit: str
    title: str
    group: str
    order: int
    """The place among all benefits; smaller first."""
    law: str
    decided_by: str
    how_to_apply: str
    follow_up: str
    """The question that closes the loop after the usual time."""
    link: str = ""
    usual_days: int | None = None
    """Usual days from the application to an answer; None where no source says it."""
    usual_days_source: str = ""
    documents: tuple[str, ...] = ()
    pitfalls: tuple[str, ...] = ()
    looks_wrong: tuple[str, ...] = ()
    """Usual causes when the amount looks wrong."""
    cannot_see: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    """Facts (patterns) in the order in which they are asked."""
    form_asks: tuple[FormFact, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Question:
    """How one fact is asked for, in plain Danish."""

    path: str
    ask: str
    help: str = ""
    """Where the answer can be found."""
    unit: str = "tekst"


Guides = Mapping[str, Guide]
"""Every guide by its benefit's name."""
Questions = Mapping[str, Question]
"""Every question by the pattern of its fact."""


def expand(pattern: str, case: Case) -> tuple[str, ...]:
    """The paths of the facts that a pattern stands for in this household; none where there is nobody of the kind."""
    found = _NAMED.search(pattern)
    if found is None:
        return (pattern,)
    head, tail = pattern[: found.start()], pattern[found.end() :]
    if found[1] == ROW:
        return (head,)
    if head == "income":
        return tuple(f"income[{row.id}]{tail}" for row in case.income if row.kind == found[1])
    return tuple(f"{head}[{person.id}]{tail}" for person in case.persons if _is(person, found[1]))


def _is(person: Person, kind: str) -> bool:
    if kind == ADULT:
        return person.role in (Role.TENANT, Role.PARTNER)
    return kind == PERSON or person.role is Role.CHILD


def question_for(path: str, case: Case, questions: Questions) -> Question | None:
    """The question that asks for the fact at `path`, such as `persons[p2].child.childcare`; None if there is none."""
    if path in questions:
        return questions[path]
    named = _NAMED.search(path)
    if named is None:
        return None
    kinds = _kinds(path[: named.start()], named[1], case)
    patterns = (f"{path[: named.start()]}[{kind}]{path[named.end() :]}" for kind in kinds)
    return next((questions[pattern] for pattern in patterns if pattern in questions), None)


def _kinds(head: str, person_id: str, case: Case) -> tuple[str, ...]:
    """What an item of a list may be called in a pattern, the narrowest name first."""
    if head == "income":
        return (*(row.kind for row in case.income if row.id == person_id), ROW)
    if head != "persons":
        return (ROW,)
    person = next((each for each in case.persons if each.id == person_id), None)
    if person is None:
        return (PERSON,)
    return tuple(kind for kind in (ADULT, CHILD, PERSON) if _is(person, kind))
