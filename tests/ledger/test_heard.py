"""One word about a line, wherever it was said."""

from __future__ import annotations

from dataclasses import replace

from budgetdesk.actions import spending as actions
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Case, Expense
from budgetdesk.household.words import Need
from budgetdesk.ledger import by_hand
from budgetdesk.ledger.heard import heard
from budgetdesk.ledger.spending import Spending, Voice

TAKEAWAY = "708"


def record(*rows: Expense) -> Record:
    return Record(case=Case(expenses=rows))


def row(number: int = 1, **words: Need | bool) -> Expense:
    return replace(Expense(id=f"e{number}", line=TAKEAWAY), **words)


def voice(of: Record) -> Voice:
    return by_hand.voice(heard(of.case, of.spending), TAKEAWAY)


def test_the_budgets_words_are_heard_where_nothing_was_said_about_the_month() -> None:
    said = voice(record(row(tenant_says=Need.NICE, adviser_says=Need.NEED, locked=True)))

    assert said == Voice(id=TAKEAWAY, tenant_says=Need.NICE, adviser_says=Need.NEED, locked=True)


def test_rows_that_disagree_say_nothing_together() -> None:
    assert voice(record(row(1, tenant_says=Need.NICE), row(2, tenant_says=Need.NEED))).tenant_says is None


def test_a_word_about_the_month_stands_on_the_budgets_rows_too() -> None:
    before = record(row(tenant_says=Need.NEED), Expense(id="e2", line="701"))
    after = actions.tenant_says(before, TAKEAWAY, Need.NICE).record

    assert after.case.expenses[0].tenant_says is Need.NICE
    assert after.case.expenses[1] == before.case.expenses[1]
    assert voice(after).tenant_says is Need.NICE


def test_only_the_voice_that_spoke_is_kept_with_the_month() -> None:
    after = actions.adviser_says(record(row(tenant_says=Need.NICE)), TAKEAWAY, Need.NICE).record

    assert after.spending == Spending(voices=(Voice(id=TAKEAWAY, adviser_says=Need.NICE),))
    assert after.case.expenses[0].need is Need.NICE, "both say so: agreed"


def test_a_lock_from_the_budget_is_let_go_in_the_talk() -> None:
    after = actions.lock_line(record(row(locked=True, tenant_says=Need.NEED)), TAKEAWAY, locked=False).record

    assert not after.case.expenses[0].locked
    assert not voice(after).locked


def test_a_word_taken_back_is_taken_back_everywhere() -> None:
    said = actions.tenant_says(record(row()), TAKEAWAY, Need.NICE).record

    assert voice(actions.tenant_says(said, TAKEAWAY, None).record).tenant_says is None
