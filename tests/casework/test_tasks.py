"""Tasks: what was written, what the facts propose, whose it is, and that nothing stands there twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.actions import tasks as acts
from budgetdesk.actions.desk import memory_desk
from budgetdesk.casework.emergency_steps import ADVISER, BOTH, TENANT
from budgetdesk.casework.record import Record
from budgetdesk.casework.task_words import hear_task
from budgetdesk.casework.tasks import Party, Tasks, party, tasks_of
from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Arrears, ArrearsRow, Case, CaseInfo, Consent, Conversation, Person, Tenancy, Todo
from budgetdesk.household.circumstances import Application
from budgetdesk.household.course import Contact, ContactPerson
from budgetdesk.household.words import ContactKind, ContactOutcome, Letter, Role
from budgetdesk.readers.contacts import load_contact_words, load_methods

FRIDAY = date(2026, 11, 20)
METHODS, WORDS = load_methods(), load_contact_words()


def threatened(*todos: Todo) -> Case:
    return Case(
        info=CaseInfo(number="2026-0143", adviser="Karen Mølgaard"),
        persons=(Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard"),),
        tenancy=Tenancy(kind="almen"),
        arrears=Arrears(
            rows=(ArrearsRow(id="r1", amount=Decimal(7935)),), letter=Letter.PAAKRAV, letter_arrived=date(2026, 11, 17)
        ),
        conversation=Conversation(next_steps=todos),
    )


def found(case: Case, on: date = FRIDAY) -> Tasks:
    return tasks_of(case, on=on, methods=METHODS)


def keys(case: Case, on: date = FRIDAY) -> list[str]:
    return [proposal.key for proposal in found(case, on).proposed]


def test_the_last_day_to_pay_is_proposed_and_is_the_tenants() -> None:
    proposal = found(threatened()).proposed[0]

    assert (proposal.key, proposal.day, proposal.who) == ("clock:pay_by", date(2026, 12, 1), TENANT)


def test_what_became_a_task_is_not_proposed_again_and_says_when_its_day_has_moved() -> None:
    taken = threatened(Todo(id="n1", what="Betal", by=date(2026, 12, 1), source="clock:pay_by"))
    later = replace(taken, arrears=replace(taken.arrears, letter_arrived=date(2026, 11, 19)))

    assert "clock:pay_by" not in keys(taken)
    assert found(taken).moved == ()
    assert found(later).moved == (("n1", date(2026, 12, 3)),)


def test_answers_contact_consents_and_old_numbers_propose_their_day() -> None:
    contact = Contact(id="k1", on=FRIDAY, kind=ContactKind.PHONE, outcome=ContactOutcome.NO_ANSWER)
    case = replace(
        threatened(),
        applications=(Application(id="boligstoette", applied_on=FRIDAY, ask_again=date(2026, 12, 15)),),
        contacts=(contact,),
        contact_persons=(ContactPerson(id="kp1", side="udlejer", name="Mette", phone="43551212"),),
    )
    consent = Consent(id="s1", purpose="x", recipient="Lærkely", given=date(2025, 12, 1), until=date(2026, 11, 30))
    case = replace(case, conversation=replace(case.conversation, consents=(consent,)))

    assert keys(case) == ["number:kp1", "try:phone:2", "consent:s1", "clock:pay_by", "answer:boligstoette"]


def test_open_tasks_stand_by_day_and_those_without_a_day_last() -> None:
    todos = (
        Todo(id="n1", what="c"),
        Todo(id="n2", what="b", by=date(2026, 12, 2)),
        Todo(id="n3", what="a", by=date(2026, 11, 18)),
        Todo(id="n4", what="d", by=date(2026, 11, 18), done=FRIDAY),
        Todo(id="n5", what="e", done=FRIDAY - timedelta(days=31)),
    )
    seen = found(threatened(*todos))

    assert [one.id for one in seen.open] == ["n3", "n2", "n1"]
    assert [one.id for one in seen.late(FRIDAY)] == ["n3"]
    assert [one.id for one in seen.done] == ["n4"]


@pytest.mark.parametrize(
    ("who", "whose"),
    [
        (TENANT, Party.TENANT), (ADVISER, Party.ADVISER), (BOTH, Party.BOTH), ("", Party.ADVISER), ("vi", Party.BOTH),
        ("Nadia", Party.TENANT), ("Karen Mølgaard", Party.ADVISER), ("Nadia og Karen", Party.BOTH),
        ("Søster Amina", Party.OTHER), ("Nadia og Amina", Party.OTHER),
    ],
)  # fmt: skip
def test_whose_a_task_is(who: str, whose: Party) -> None:
    assert party(who, threatened()) is whose


def test_a_line_says_who_what_when_and_whether_it_is_a_meeting() -> None:
    task = hear_task("lejer: find lønsedlen inden torsdag", WORDS, on=FRIDAY)
    meeting = hear_task("vi mødes tirsdag kl. 10 hos Nadia", WORDS, on=FRIDAY)
    named = hear_task("Søster Amina: hent børnene på onsdag", WORDS, on=FRIDAY)

    assert (task.who, task.what, task.by) == (TENANT, "Find lønsedlen", date(2026, 11, 26))
    assert (meeting.who, meeting.what, meeting.time, meeting.meeting) == (BOTH, "Mødes hos Nadia", "10.00", True)
    assert (named.who, named.what, named.by) == ("Søster Amina", "Hent børnene", date(2026, 11, 25))


@given(st.text(max_size=60))
def test_whatever_is_typed_as_a_task_is_read_without_a_fault(text: str) -> None:
    heard = hear_task(f"{text} qqq", WORDS, on=FRIDAY)

    assert "qqq" in f"{heard.what} {heard.who}".casefold()
    assert heard.by is None or heard.by >= FRIDAY


def test_proposals_are_taken_on_once_in_plain_words_and_done_can_be_taken_back() -> None:
    desk = memory_desk(Record(case=threatened()), FRIDAY)
    proposed = acts.tasks(desk.record, desk.overview).proposed
    record = acts.take_on(desk.record, [*proposed, *proposed], desk.overview, desk.library)
    task = next(one for one in record.case.conversation.next_steps if one.source == "clock:pay_by")

    assert task.what == "Betal hele restancen på 7.935\u00a0kr. Gem kvitteringen."
    assert len(record.case.conversation.next_steps) == len(proposed)
    done = acts.set_done(record, task.id, FRIDAY)
    assert "clock:pay_by" not in [p.key for p in acts.tasks(done, desk.overview).proposed]
    assert acts.set_done(done, task.id, None) == record


def test_nothing_to_do_is_no_task() -> None:
    with pytest.raises(BadInputError, match="hvad der skal gøres"):
        acts.write(Record(), "torsdag", FRIDAY)
