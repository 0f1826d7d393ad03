"""What the program has learned from corrections: in this case, and, when the adviser says so, for all cases; and how it
is forgotten again. What it may learn: `budgetdesk.ledger.learning`.

What was learned in a case is the rows that somebody has placed themselves. The rules for all cases lie in the store's
settings, encrypted, under `learned_rules`; they hold names of shops and firms alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from budgetdesk.actions.library import Library
from budgetdesk.actions.spending import Change
from budgetdesk.casework.record import Record
from budgetdesk.i18n import _
from budgetdesk.ledger import by_hand, learning
from budgetdesk.ledger.learning import Lesson
from budgetdesk.ledger.sorting import LearnedRule, shop_name, sort_spending, text_key
from budgetdesk.ledger.spending import Transaction

SETTING = "learned_rules"


class Settings(Protocol):
    """Where settings are kept: a `Workspace` or a `Store`."""

    def setting(self, key: str) -> object: ...

    def save_setting(self, key: str, value: object) -> None: ...


@dataclass(frozen=True, kw_only=True)
class CaseLesson:
    """One text that somebody has placed in a case: rows with the same text follow."""

    key: str
    name: str
    line: str
    """Code of the line, or kind of income; of the last row placed."""
    rows: tuple[str, ...]
    """Ids of the rows that were placed by hand."""


def case_lessons(record: Record, library: Library) -> tuple[CaseLesson, ...]:
    """What was learned in a case, by name."""
    placed: dict[str, list[Transaction]] = {}
    for row in record.spending.transactions:
        if row.by_hand and row.line:
            placed.setdefault(text_key(row.text, row.amount, library.rules), []).append(row)
    found = (
        CaseLesson(
            key=key,
            name=shop_name(rows[-1].text, library.rules),
            line=rows[-1].line,
            rows=tuple(row.id for row in rows),
        )
        for key, rows in placed.items()
    )
    return tuple(sorted(found, key=lambda lesson: (lesson.name.casefold(), lesson.key)))


def forget_in_case(record: Record, key: str, library: Library) -> Change:
    """Give the rows of a text back to the rules, as one step."""
    spending = record.spending
    for lesson in case_lessons(record, library):
        if lesson.key == key:
            for row in lesson.rows:
                spending = by_hand.let_rules_decide(spending, row)
    return Change(
        label=_("rettelse glemt"),
        record=replace(record, spending=sort_spending(spending, library.rules)),
        said=_("Glemt."),
    )


def sorted_again(record: Record, library: Library) -> Change | None:
    """The case as the rules now sort it; None where nothing moves."""
    spending = sort_spending(record.spending, library.rules)
    if spending == record.spending:
        return None
    return Change(label=_("sorteret igen"), record=replace(record, spending=spending))


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
