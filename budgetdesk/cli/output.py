"""What a command says: JSON lines for programs, sentences for people, and the exit status."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, TextIO

from budgetdesk.dates import Month
from budgetdesk.errors import BudgetDeskError, UserCancelled
from budgetdesk.i18n import retold
from budgetdesk.money import to_oere

DONE, NOT_GOOD, USAGE = 0, 1, 2
"""Exit status: done and good; the input is wrong or not good; the call itself is wrong."""


def plain(value: Any) -> Any:
    """A value as JSON has it: amounts as strings of kroner with a dot and two decimals (more only where a rate has
    more), days as ISO 8601.

    Raises TypeError for anything else.
    """
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Decimal):
        oere = to_oere(value)
        return str(oere if oere == value else value)
    if isinstance(value, date | Month):
        return str(value) if isinstance(value, Month) else value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Iterable):
        return [plain(item) for item in value]
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def as_line(data: Mapping[str, Any]) -> str:
    """One line of JSON. `plain` only sees what JSON has no form for; the rest is written at the library's speed."""
    return f"{_WRITER.encode(data)}\n"


_WRITER = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=plain)
"""Made once; answers are built by us and never contain themselves."""


@dataclass
class Output:
    """Where a command writes, and how."""

    as_json: bool
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)

    def answer(self, data: Mapping[str, Any], text: str) -> None:
        """One answer: the data as one line of JSON, or the text for a person."""
        self.out.write(as_line(data) if self.as_json else f"{text.rstrip()}\n")

    def not_good(self, sentence: str) -> int:
        """What was asked about was answered, and it is not good: why, on standard error. Returns the exit status."""
        self.err.write(f"budgetdesk: {sentence}\n")
        return NOT_GOOD

    def problem(self, sentence: str, *, of: str = "") -> None:
        """One thing that went wrong with an input: a sentence on standard error, and for programs an object with
        `error` in its place among the answers."""
        if self.as_json and of:
            self.out.write(f"{json.dumps({'input': of, 'error': sentence}, ensure_ascii=False)}\n")
        self.err.write(f"budgetdesk: {of + ': ' if of else ''}{retold(sentence)}\n")

    def each(self, inputs: Iterable[str], work: Callable[[str], int | None]) -> int:
        """Do `work` for each input in order. One that cannot be read does not stop the others."""
        status = DONE
        for name in inputs:
            try:
                status = max(status, work(name) or DONE)
            except UserCancelled:
                return NOT_GOOD
            except BudgetDeskError as error:
                self.problem(str(error), of=name)
                status = NOT_GOOD
        return status
