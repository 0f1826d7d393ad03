"""Search among all cases by name, address, number, CPR and telephone, with slips of the finger, in any order.

    hits = workspace.search("skovgard nadia")

The index is made when it is first asked for and kept while the store is open. A case that is saved afterwards stands in
a small index of its own, so that nobody waits for all of them to be made anew.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from budgetdesk.actions.case_index import CaseIndex, Found
from budgetdesk.actions.case_words import Field
from budgetdesk.casework.case_summary import CaseSummary

__all__ = ["MOST", "CaseSearch", "Field", "Hit"]

MOST = 200
"""Nobody reads further; a longer list is narrowed by another word."""
TOO_MANY = 300
"""So many changed cases, and all are indexed anew."""


@dataclass(frozen=True)
class Hit:
    """A case that has all the words that were typed."""

    case: CaseSummary
    fields: tuple[Field, ...]
    """Where they stand, in the order in which they were typed."""
    score: float
    """How well they fit, 0-1."""


class CaseSearch:
    """Everything that can be found. May be asked in any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._indexed: dict[str, CaseSummary] = {}
        self._seen: Sequence[CaseSummary] = ()
        self._present: dict[str, CaseSummary] = {}
        self._all, self._changed = CaseIndex(()), CaseIndex(())
        self._outdated = 0

    def forget(self) -> None:
        """Drop everything: the store is locked."""
        with self._lock:
            self._seen, self._present = (), {}
            self._index({})

    def prepare(self, cases: Sequence[CaseSummary]) -> None:
        """Index now what there is, so that the first search need not wait: in a thread."""
        with self._lock:
            self._follow(cases)

    def find(self, cases: Sequence[CaseSummary], asked: str, *, most: int = MOST) -> tuple[Hit, ...]:
        """The cases that have all the words of `asked`, the best first; among equals those in which something was done
        last. Nothing asked finds nothing."""
        if not asked.strip():
            return ()
        with self._lock:
            present = self._follow(cases)
            old = self._all.find(asked, most + self._outdated)
            found = [*(one for one in old if self._holds(one, present)), *self._changed.find(asked, most)]
        hits = [Hit(present[one.id], one.fields, one.score) for one in found]
        return tuple(sorted(hits, key=lambda hit: (-round(hit.score, 3), -_when(hit.case)))[:most])

    def _holds(self, found: Found, present: Mapping[str, CaseSummary]) -> bool:
        """Whether a case is still as it was indexed."""
        return self._indexed[found.id].about is present[found.id].about if found.id in present else False

    def _differs(self, present: Mapping[str, CaseSummary]) -> list[str]:
        """The cases that came, went or changed since all were indexed."""
        return [
            *(n for n, case in present.items() if n not in self._indexed or self._indexed[n].about is not case.about),
            *(self._indexed.keys() - present.keys()),
        ]

    def _follow(self, cases: Sequence[CaseSummary]) -> dict[str, CaseSummary]:
        """Index what has come or changed, where these are not the cases that were searched last."""
        if cases is self._seen:
            return self._present
        present = {case.id: case for case in cases}
        self._seen, self._present = cases, present
        changed = self._differs(present)
        if len(changed) > TOO_MANY or not self._indexed:
            self._index(present)
        else:
            self._changed = CaseIndex(_latest_first(present[n] for n in changed if n in present))
            self._outdated = len(changed)
        return present

    def _index(self, present: dict[str, CaseSummary]) -> None:
        self._indexed = present
        self._all, self._changed = CaseIndex(_latest_first(present.values())), CaseIndex(())
        self._outdated = 0


def _when(case: CaseSummary) -> float:
    return (case.saved_at or case.opened_at).timestamp()


def _latest_first(cases: Iterable[CaseSummary]) -> list[CaseSummary]:
    return sorted(cases, key=_when, reverse=True)
