"""Teaching the program for all cases, when the adviser says so. What it may learn: `budgetdesk.ledger.learning`.

The rules lie in the store's settings, encrypted, under `learned_rules`; they hold names of shops and firms alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from budgetdesk.actions.library import Library
from budgetdesk.casework.record import Record
from budgetdesk.ledger import learning
from budgetdesk.ledger.learning import Lesson
from budgetdesk.ledger.sorting import LearnedRule

SETTING = "learned_rules"


class Settings(Protocol):
    """Where settings are kept: a `Workspace` or a `Store`."""

    def setting(self, key: str) -> object: ...

    def save_setting(self, key: str, value: object) -> None: ...


def what_it_teaches(record: Record, row_id: str, library: Library) -> Lesson:
    """What a row placed by hand would teach all cases, and the sentence to show before the yes. Changes nothing."""
    row = next(row for row in record.spending.transactions if row.id == row_id)
    return learning.lesson(row, library.rules, learning.household_names(record.case))


def learn_for_all(settings: Settings, rule: LearnedRule, library: Library) -> Library:
    """Keep a rule for all cases. Returns the library that knows it; sort again with that one."""
    return _kept(settings, learning.learn(learned_rules(settings), rule), library)


def forget_for_all(settings: Settings, key: str, library: Library) -> Library:
    """Take a learned rule away again."""
    return _kept(settings, learning.forget(learned_rules(settings), key), library)


def learned_rules(settings: Settings) -> tuple[LearnedRule, ...]:
    """Everything the organisation has taught its program, the oldest first."""
    return learning.from_json(settings.setting(SETTING))


def with_learned(settings: Settings, library: Library) -> Library:
    """The library with what was learned, as at the opening of a store."""
    return replace(library, rules=learning.taught(library.rules, learned_rules(settings)))


def _kept(settings: Settings, learned: tuple[LearnedRule, ...], library: Library) -> Library:
    settings.save_setting(SETTING, learning.to_json(learned))
    return replace(library, rules=learning.taught(library.rules, learned))
