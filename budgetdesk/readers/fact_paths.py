"""Whether a case has a fact of a name at all: patterns in the data files are checked against the shapes themselves."""

from __future__ import annotations

from budgetdesk.benefits.guide import ADULT, CHILD, PERSON, ROW
from budgetdesk.household.fact_kinds import kind_of, parts_of
from budgetdesk.household.words import INCOME_KINDS

_STANDS_FOR = {"persons": (ADULT, CHILD, PERSON), "income": (ROW, *INCOME_KINDS)}
"""What may stand in the brackets of a list; of any other list, `row`."""


def is_fact(shape: type, pattern: str) -> bool:
    """Whether values of `shape` have the fact, such as `persons[adult].pension_granted` of a Case."""
    named = all(not item or item in _STANDS_FOR.get(name, (ROW,)) for name, item in parts_of(pattern))
    return named and kind_of(shape, pattern) is not None
