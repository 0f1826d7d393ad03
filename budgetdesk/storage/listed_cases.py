"""One case in the list as it is kept: three lines of JSON, of which most are read only when somebody asks.

The first line is what the start page asks of all ten thousand cases, the second their steps, the third the rest. Read,
they are the `InList` that was written; what has not been asked for yet is still its text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import Any
from zlib import crc32

from budgetdesk.casework.case_steps import NextStep, StepKind
from budgetdesk.casework.case_summary import CaseSummary, ConsentDays, InList
from budgetdesk.storage.plain import hints_of, to_plain

_NAMES = tuple(hints_of(InList))
_AT_ONCE = ("tenant", "types", "organisation", "area", "adviser", "ended", "invented", "first_promise")
"""What choosing, ordering and counting the whole list asks for."""
LAYOUT = f"{crc32(' '.join(_AT_ONCE).encode()) & 0xFFFF:04x}"
"""Four letters that differ where the first line holds something else."""
_REST = tuple(name for name in _NAMES if name not in _AT_ONCE and name != "steps")
_END = "\n"
"""Of a line: within one it is written otherwise, as JSON does it."""
_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_read = json.JSONDecoder().raw_decode

Row = tuple[str, str, str | None, str | None, str, str]
"""Case number, when it was made, saved and put into the bin, who wrote the lines, and the three lines."""


def written(about: InList) -> str:
    """The three lines of a case."""
    plain = {name: to_plain(getattr(about, name)) for name in (*_NAMES, "first_promise")}
    at_once, rest = [plain[name] for name in _AT_ONCE], [plain[name] for name in _REST]
    return _END.join(map(_text, (at_once, plain["steps"], rest)))


def read_cases(rows: Sequence[Row]) -> Iterator[CaseSummary]:
    """The cases of rows, whose lines `written` wrote."""
    firsts = json.loads(f"[{','.join([row[5][: row[5].index(_END)] for row in rows])}]")
    new, put = object.__new__, object.__setattr__  # as the constructor does it, all fields at once
    for row, (tenant, types, organisation, area, adviser, ended, invented, promise) in zip(rows, firsts, strict=True):
        about, case = new(_About), new(_Case)
        facts = {
            "tenant": tenant,
            "types": tuple(types),
            "organisation": organisation,
            "area": area,
            "adviser": adviser,
            "ended": _day(ended) if ended else None,
            "invented": invented,
            "first_promise": _day(promise) if promise else None,
            "_lines": row[5],
        }
        put(about, "__dict__", facts)
        binned = _time(row[3]) if row[3] else None
        put(case, "__dict__", {"id": row[0], "binned_at": binned, "about": about, "_opened": row[1], "_saved": row[2]})
        yield case


class _Later:
    """A field that is made from its text when it is first asked for. The value then stands in the object itself, which
    comes before this; two threads that ask at the same time get the same value."""

    def __init__(self, name: str, read: Callable[[Any], Any]) -> None:
        self._name, self._read = name, read

    def __get__(self, instance: Any, owner: type) -> Any:
        return instance.__dict__.setdefault(self._name, self._read(instance))


class _About(InList):
    """What a case says about itself; equal to the `InList` it was written from."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, InList) and _facts(self) == _facts(other)

    def __hash__(self) -> int:
        return hash(_facts(self))


class _Case(CaseSummary):
    """A row of the list; its times are made from their texts when they are asked for."""


def _facts(about: InList) -> tuple[Any, ...]:
    return tuple(getattr(about, name) for name in _NAMES)


def _time(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+00:00")


def _steps(about: Any) -> tuple[NextStep, ...]:
    lines: str = about._lines
    found, _ = _read(lines, lines.index(_END) + 1)
    return tuple([NextStep(_day(day), _KINDS[kind], what, who, lapses) for day, kind, what, who, lapses in found])


def _of_rest(name: str) -> Callable[[Any], Any]:
    """One of the rest: all of them are made when the first is asked for, but each once."""
    place, read = _REST.index(name), _HOW.get(name)

    def of(about: Any) -> Any:
        found = about.__dict__.get("_read")
        if found is None:
            found = about.__dict__.setdefault("_read", json.loads(about._lines.rpartition(_END)[2]))
        return found[place] if read is None else read(found[place])

    return of


def _consents(found: list[list[str | None]]) -> tuple[ConsentDays, ...]:
    return tuple([ConsentDays(_day(given), _day(until) if until else None) for given, until in found if given])


def _maybe_day(found: str | None) -> date | None:
    return _day(found) if found else None


_day = date.fromisoformat
_KINDS = {str(kind): kind for kind in StepKind}
_HOW: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("others", "cprs", "phones"), tuple),
    **dict.fromkeys(("born", "opened", "began", "keep_until"), _maybe_day),
    "consents": _consents,
}
_ASKED: tuple[tuple[type, str, Callable[[Any], Any]], ...] = (
    *((_About, name, _of_rest(name)) for name in _REST),
    (_About, "steps", _steps),
    (_About, "first_promise", lambda about: about.__dict__["first_promise"]),  # it is there from the start
    (_Case, "opened_at", lambda case: _time(case._opened)),
    (_Case, "saved_at", lambda case: _time(case._saved) if case._saved else None),
)
for _kind, _name, _how in _ASKED:
    setattr(_kind, _name, _Later(_name, _how))
