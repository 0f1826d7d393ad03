"""Debts asked for one kind at a time, added and taken away: one step each, and nothing written is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from budgetdesk.actions import debts
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Case
from budgetdesk.household.debt import Debt

DAY = date(2026, 11, 20)


def a_desk(*rows: Debt) -> Desk:
    return memory_desk(Record(case=Case(debts=rows)), DAY)


def say(desk: Desk, kind: str, said: bool | None) -> None:
    change = debts.answer(desk.record, kind, said)
    desk.change(change.label, change.record)


def kinds(desk: Desk) -> list[str]:
    return [debt.kind for debt in desk.record.case.debts]


def test_every_kind_is_asked_about_and_none_has_an_answer_at_first() -> None:
    asked = debts.questions(Record())

    assert len(asked) == len({one.guide.kind for one in asked}) == 19
    assert {one.answer for one in asked} == {None}
    assert debts.unanswered(Record()) == 19


def test_yes_adds_an_empty_row_of_the_kind_and_no_adds_none() -> None:
    desk = a_desk()
    say(desk, "kviklaan", True)
    say(desk, "boeder", False)

    assert desk.record.case.debts == (Debt(id="d1", kind="kviklaan"),)
    assert [(one.id, one.answer) for one in desk.record.case.conversation.debts_asked] == [
        ("kviklaan", True),
        ("boeder", False),
    ]
    assert debts.unanswered(desk.record) == 17


def test_each_answer_is_one_step_of_undo() -> None:
    desk = a_desk()
    say(desk, "kviklaan", True)

    assert desk.can_undo == "Kviklån: ja"
    desk.undo()
    assert desk.record == Record(case=Case())


def test_yes_twice_adds_one_row_and_another_answer_takes_the_place_of_the_first() -> None:
    desk = a_desk()
    say(desk, "boeder", True)
    say(desk, "boeder", True)
    say(desk, "boeder", None)

    assert kinds(desk) == ["boeder"]
    assert len(desk.record.case.conversation.debts_asked) == 1


def test_no_takes_back_the_empty_row_that_yes_made() -> None:
    desk = a_desk()
    say(desk, "boeder", True)
    say(desk, "boeder", False)

    assert kinds(desk) == []


def test_no_never_takes_away_a_row_with_something_in_it() -> None:
    desk = a_desk(Debt(id="d1", kind="boeder", balance=Decimal(500)))
    say(desk, "boeder", False)

    assert kinds(desk) == ["boeder"]
    assert next(one for one in debts.questions(desk.record) if one.guide.kind == "boeder").answer is True


def test_a_row_that_stands_there_answers_yes_whoever_wrote_it() -> None:
    asked = {one.guide.kind: one for one in debts.questions(a_desk(Debt(id="d1", kind="noget nyt")).record)}

    assert asked["andet"].answer is True
    assert [debt.id for debt in asked["andet"].debts] == ["d1"]


def test_rows_are_added_and_taken_away() -> None:
    record = debts.add(Record()).record
    assert debts.newest(record) == "d1"
    assert debts.remove(record, "d1").record == Record()


def test_steps_of_a_creditor_are_told_one_by_one() -> None:
    record = Record(case=Case(debts=(Debt(id="d1", steps=("truer",)),)))
    record = debts.with_step(record, "d1", "register", done=True)
    record = debts.with_step(record, "d1", "truer", done=True)
    record = debts.with_step(record, "d1", "register", done=False)

    assert record.case.debts[0].steps == ("truer",)


def test_a_debt_without_creditor_below_zero_or_from_tomorrow_gets_a_sentence_at_its_field() -> None:
    odd = Debt(
        id="d1", balance=Decimal(-5), due_since=date(2027, 1, 1), late_rate=Decimal(5_000), instalment=Decimal(1)
    )
    said = {doubt.path: doubt.text for doubt in a_desk(odd).overview.doubts}

    assert "hvem der skyldes til" in said["debts[d1].creditor"]
    assert "under 0" in said["debts[d1].balance"]
    assert "fremtiden" in said["debts[d1].due_since"]
    assert "procent" in said["debts[d1].late_rate"]
    right = replace(odd, creditor="Bank", balance=Decimal(5), due_since=DAY, late_rate=Decimal(10))
    assert not [doubt for doubt in a_desk(right).overview.doubts if "debts" in doubt.path]


def test_an_instalment_above_the_whole_debt_is_asked_about() -> None:
    said = {
        d.path: d.text
        for d in a_desk(Debt(id="d1", creditor="A", balance=Decimal(5), instalment=Decimal(6))).overview.doubts
    }

    assert "større end hele gælden" in said["debts[d1].instalment"]
