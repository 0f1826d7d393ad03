"""Which papers to find for several benefits together: each once, and none that the household cannot have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from budgetdesk.household.case import Case
from budgetdesk.wording.one_or_several import as_one, one_adult, told_to


def for_household(texts: Iterable[str], case: Case, words: Any) -> list[str]:
    """Danish texts without what is said to several adults where there is one; `words` are the pairs to replace and to
    drop."""
    said = list(texts)
    if not one_adult(case):
        return said
    for old, new in words["replace"]:
        said = [one.replace(old, new) for one in said]
    return [one for one in said if not any(phrase in one.lower() for phrase in words["drop"])]


def papers(wanted: Iterable[str], case: Case, words: Any) -> list[str]:
    """Each paper once, beginning with a capital. A paper whose words all stand in another one is that other one."""
    listed = {one.lower(): one for one in _papers_to(wanted, case, words) if one}
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
    return frozenset(one.lower() for one in _papers_to(case.circumstances.documents_have, case, words))


def _papers_to(names: Iterable[str], case: Case, words: Any) -> list[str]:
    """In Danish, whatever is spoken: a page in another language translates the names it shows."""
    heard = for_household(names, case, words)
    return [as_one(name) for name in heard] if one_adult(case) else heard


def without_several(told: str, case: Case, words: Any) -> str:
    """A Danish text of several sentences, without those that speak to several adults where there is one; each is said
    in the language that is spoken."""
    return " ".join(told_to(one, case) for one in for_household(sentences(told), case, words))


def sentences(told: str) -> list[str]:
    """A Danish text, sentence by sentence. A stop ends one only where the next begins as one does: not `stk. 2`."""
    return re.split(r"(?<=[.!?]) (?=[A-ZÆØÅ§“])", told)


def _words(paper: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", paper))
