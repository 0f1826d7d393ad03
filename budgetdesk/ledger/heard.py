"""One word about a line, wherever it was said: in the talk about a month (`Spending.voices`) or on the budget's rows.

The last word counts, and it is kept in one way only:

* What is said about a month is written on the budget's rows of that line as well (`told`).
* Where nothing was said about the month, the budget's rows speak (`heard`); rows that disagree say nothing together.
* What is said on a row of the budget takes the month's word away (`by_hand.forget`), so that the row speaks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from budgetdesk.household.case import Case, Expense
from budgetdesk.household.words import Need
from budgetdesk.ledger.spending import Spending, Voice


def heard(case: Case, spending: Spending) -> Spending:
    """The spending with the budget's words on the lines about which nothing was said."""
    rows: dict[str, list[Expense]] = {}
    for expense in case.expenses:
        rows.setdefault(expense.line, []).append(expense)
    said = {voice.id: voice for voice in spending.voices}
    both = [_together(said.get(code, Voice(id=code)), rows.get(code, ())) for code in sorted({*said, *rows})]
    return replace(spending, voices=tuple(voice for voice in both if voice != Voice(id=voice.id)))


def told(case: Case, before: Voice, after: Voice) -> Case:
    """The case with what changed from `before` to `after` on the budget's rows of the line."""
    changed = {
        name: getattr(after, name)
        for name in ("tenant_says", "adviser_says", "locked")
        if getattr(after, name) != getattr(before, name)
    }
    if not changed or not any(expense.line == after.id for expense in case.expenses):
        return case
    rows = (_agreed(replace(e, **changed)) if e.line == after.id else e for e in case.expenses)
    return replace(case, expenses=tuple(rows))


def _together(said: Voice, rows: Iterable[Expense]) -> Voice:
    here = list(rows)
    return Voice(
        id=said.id,
        tenant_says=said.tenant_says or _one(row.tenant_says for row in here),
        adviser_says=said.adviser_says or _one(row.adviser_says for row in here),
        locked=said.locked or any(row.locked for row in here),
    )


def _one(words: Iterable[Need | None]) -> Need | None:
    different = set(words)
    return different.pop() if len(different) == 1 else None


def _agreed(expense: Expense) -> Expense:
    """What both say is agreed; else what was agreed before stays."""
    if expense.tenant_says is None or expense.tenant_says is not expense.adviser_says:
        return expense
    return replace(expense, need=expense.tenant_says)
