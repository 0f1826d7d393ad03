"""The conversation about the sample month, through the actions that the window calls."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from budgetdesk.actions import conversation, learning
from budgetdesk.actions import spending as spending_actions
from budgetdesk.actions.library import load_library
from budgetdesk.actions.sample import sample_record
from budgetdesk.dates import Month
from budgetdesk.household.words import Need
from budgetdesk.ledger.by_hand import Part

TODAY = date(2026, 11, 20)
OCTOBER = Month(2026, 10)
LIBRARY = load_library()


@pytest.fixture(scope="module")
def record():
    return sample_record(LIBRARY, today=TODAY)


class Kept(dict):
    """Settings in memory."""

    def setting(self, key):
        return self.get(key)

    def save_setting(self, key, value):
        self[key] = value


def test_the_sample_month_leaves_questions_and_names_no_person(record):
    asked = conversation.month_questions(record, OCTOBER, LIBRARY)

    assert asked
    assert not any(LIBRARY.rules.names.person_in(question.text) for question in asked)


def test_an_answer_by_split_moves_the_money_and_can_be_taken_back(record):
    question = conversation.month_questions(record, OCTOBER, LIBRARY)[0]
    row = next(r for r in record.spending.transactions if r.id == question.rows[0] and r.amount < 0)
    parts = [Part(amount=-row.amount, line="701", need=Need.NEED)]
    split = conversation.split_row(record, row.id, parts, LIBRARY).record

    before = {line.code: line.amount for line in spending_actions.month_summary(record, OCTOBER, LIBRARY).lines}
    after = {line.code: line.amount for line in spending_actions.month_summary(split, OCTOBER, LIBRARY).lines}

    assert after["701"] - before["701"] == -row.amount
    assert conversation.split_row(split, row.id, [], LIBRARY).record == record


def test_bills_are_asked_about_until_they_are_answered(record):
    asked = conversation.bills_to_ask_about(record, LIBRARY)
    for question in asked:
        record = conversation.answer_bill(record, question.bill, Decimal(1200), LIBRARY).record

    assert asked
    assert conversation.bills_to_ask_about(record, LIBRARY) == ()


def test_the_month_gives_an_average_that_goes_into_the_budget(record):
    average = conversation.month_averages(record, LIBRARY)[0]
    changed = conversation.put_average_into_budget(record, average, LIBRARY).record

    assert average.months == (OCTOBER,)
    assert {e.line for e in changed.case.expenses if e.from_spending}
    assert conversation.month_against_budget(changed, OCTOBER, LIBRARY, on=TODAY).whole


def test_what_has_to_give_never_touches_what_is_locked_in_the_month(record):
    average = conversation.month_averages(record, LIBRARY)[0]
    record = conversation.put_average_into_budget(record, average, LIBRARY).record
    ways = conversation.ways_to_find(record, LIBRARY, on=TODAY, missing=Decimal(300))
    code = ways[0].changes[0].of.code
    locked = spending_actions.lock_line(record, code, locked=True).record

    after = conversation.ways_to_find(locked, LIBRARY, on=TODAY, missing=Decimal(300))

    assert ways[0].over
    assert all(change.of.code != code for way in after for change in way.changes)


def test_what_is_learned_for_all_cases_sorts_the_next_case_and_can_be_forgotten(record):
    row = record.spending.transactions[0]
    row = replace(
        row, text="Visa/Dankort Qvasthuset 1234", amount=Decimal(-90), line="111", need=Need.NICE, by_hand=True
    )
    record = replace(record, spending=replace(record.spending, transactions=(row,)))
    settings = Kept()
    lesson = learning.what_it_teaches(record, row.id, LIBRARY)
    assert lesson.rule is not None

    knows = learning.learn_for_all(settings, lesson.rule, LIBRARY)
    again = learning.with_learned(settings, LIBRARY)
    forgot = learning.forget_for_all(settings, lesson.rule.key, knows)

    assert again.rules.learned == knows.rules.learned == (lesson.rule,)
    assert forgot.rules.learned == learning.learned_rules(settings) == ()
