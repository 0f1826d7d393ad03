"""Which papers to find for several benefits together: each once, and none that the household cannot have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from budgetdesk.household.case import Case
from budgetdesk.household.words import Role
from budgetdesk.i18n import _

_TO_ONE = (
    (re.compile(r"(?<=[a-zæøå,] )I\b(?! (?:alt|dag|bliver enige)\b)"), "du"),
    (re.compile(r"\bdu socialt udsatte\b"), "du socialt udsat"),
    (re.compile(r"(?:^|(?<=[.?!:] ))I (?=(?:er|får|har|kan|må|skal|vil)\b)"), "Du "),
    (re.compile(r"\bjer\b"), "dig"),
    (re.compile(r"\bjeres (?=(?:indskud|liv)\b)"), "dit "),
    (re.compile(r"\bjeres (?=(?:forhold|penge)\b)"), "dine "),
    (re.compile(r"\bjeres\b"), "din"),
)
"""How what is said to a household is said to one: a great I that begins no sentence is the pronoun."""
_NOT_ADULT_HERE = frozenset({Role.CHILD, Role.LODGER})


def one_adult(case: Case) -> bool:
    """Whether only one adult of the household lives in the home."""
    here = [one for one in case.persons if one.role not in _NOT_ADULT_HERE and one.lives_at_home]
    return len(here) <= 1


def said_to(told: str, case: Case) -> str:
    """A Danish text of ours that speaks to a household (`Fik I boligstøtte?`), as it is said to one adult where there
    is one (`Fik du boligstøtte?`). Not for what somebody typed."""
    for heard, one in _TO_ONE if one_adult(case) else ():
        told = heard.sub(one, told)
    return told


def for_household(texts: Iterable[str], case: Case, words: Any) -> list[str]:
    """Without what is said to several adults where there is one; `words` are the pairs to replace and to drop."""
    said = list(texts)
    if not one_adult(case):
        return said
    for old, new in words["replace"]:
        said = [one.replace(old, new) for one in said]
    return [one for one in said if not any(phrase in one.lower() for phrase in words["drop"])]


def papers(wanted: Iterable[str], case: Case, words: Any) -> list[str]:
    """Each paper once, beginning with a capital. A paper whose words all stand in another one is that other one."""
    listed = {one.lower(): one for one in for_household(wanted, case, words) if one}
    kept = [
        one for name, one in listed.items()
        if not any(name != other and _words(name) < _words(other) for other in listed)
    ]  # fmt: skip
    return [with_capital(one) for one in kept]


def with_capital(paper: str) -> str:
    """As the list has it."""
    return paper[:1].upper() + paper[1:]


def on_desk(case: Case, words: Any) -> frozenset[str]:
    """The papers that lie on the desk already, in small letters and worded as `papers` words them."""
    return frozenset(one.lower() for one in for_household(case.circumstances.documents_have, case, words))


def without_several(told: str, case: Case, words: Any) -> str:
    """A Danish text of several sentences, without those that speak to several adults where there is one; each is said
    in the language that is spoken."""
    return " ".join(_(one) for one in for_household(sentences(told), case, words))


def sentences(told: str) -> list[str]:
    """A Danish text, sentence by sentence. A stop ends one only where the next begins as one does: not `stk. 2`."""
    return re.split(r"(?<=[.!?]) (?=[A-ZÆØÅ§“])", told)


def _words(paper: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", paper))
