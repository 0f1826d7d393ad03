"""What to ask for a benefit, household by household: each question with the person it is about, open ones apart from
those that are answered. Paths are those of the case, without `case.`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.benefits.guide import ROW, Guide, Question, Questions, expand
from budgetdesk.household import paths
from budgetdesk.household.case import Case
from budgetdesk.i18n import _
from budgetdesk.wording.one_or_several import question_to

LISTS = {"income": "budget", "debts": "gaeld", "arrears.rows": "sag", "persons": "sag"}
"""Facts that are lists: answered on a page of their own, whose key stands here."""
_PERSON = re.compile(r"persons\[([^\]]+)\]")


@dataclass(frozen=True)
class Asked:
    """One question as it is put to this household."""

    path: str
    question: Question
    who: str = ""
    """First name of the person it is about; "" where it is about the household."""
    page: str = ""
    """The page on which it is answered, where that is not a single field."""

    @property
    def name(self) -> str:
        """`Alma: Hvor er barnets anden forælder?`"""
        return f"{self.who}: {self.question.ask}" if self.who else self.question.ask


@dataclass(frozen=True)
class ToAsk:
    """The questions of one benefit."""

    open: tuple[Asked, ...]
    answered: tuple[Asked, ...]


def to_ask(guide: Guide, one: Assessment, case: Case, questions: Questions) -> ToAsk:
    """What to ask: open is what the answer waits for, or, while it cannot be told, what nobody has said
    of the situation and no other page asks for."""
    asked = list(dict.fromkeys(_asked(guide, case, questions)))
    waits = [each for each in asked if _is_open(each, one, case)]
    return ToAsk(tuple(waits), tuple(each for each in asked if each not in waits))


def question_path(guide: Guide, case: Case, path: str) -> bool:
    """Whether a benefit asks for the fact at `path`."""
    return any(path in (_paths(pattern, case)) for pattern in guide.questions)


def _asked(guide: Guide, case: Case, questions: Questions) -> Iterator[Asked]:
    listed = set[str]()
    for pattern in guide.questions:
        for path in _paths(pattern, case):
            page = LISTS.get(path, "")
            if pattern not in questions or path in listed:
                continue
            if page:
                listed.add(path)
            yield Asked(path, question_to(questions[pattern], case), _who(path, case), page)


def _paths(pattern: str, case: Case) -> tuple[str, ...]:
    """The facts of a pattern; a kind of income without a row stands for itself, so that it can be asked for."""
    found = expand(pattern, case)
    return found or ((pattern,) if pattern.startswith("income[") and f"[{ROW}]" not in pattern else ())


def _who(path: str, case: Case) -> str:
    found = _PERSON.match(path)
    person = next((each for each in case.persons if found and each.id == found[1]), None)
    if person is None or person.name.strip():
        return person.name.split()[0] if person else ""
    same = [each.id for each in case.persons if each.role is person.role]
    return _("{index}. person").format(index=same.index(person.id) + 1) if len(same) > 1 else ""


def _is_open(asked: Asked, one: Assessment, case: Case) -> bool:
    if asked.path in one.missing_facts:
        return True
    own = asked.path.startswith("circumstances.") or ".adult." in asked.path or ".child." in asked.path
    return one.verdict is Verdict.UNKNOWN and own and _is_unsaid(asked.path, case)


def _is_unsaid(path: str, case: Case) -> bool:
    try:
        value = paths.get(case, path)
    except KeyError:  # a kind of income of which there is no row
        return False
    return value is None or value in ((), "")
