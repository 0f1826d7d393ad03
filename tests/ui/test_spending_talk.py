"""The talk about a month: one thing at a time, two voices by keys; and where money can come from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from spending_steps import DAY, press, shown
from waiting import at_rest

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.library import load_library
from budgetdesk.actions.sample import sample_record
from budgetdesk.casework.record import Record
from budgetdesk.household.words import Need
from budgetdesk.ledger.by_hand import voice
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.forbrug.into_budget import IntoBudget
from budgetdesk.ui.pages.forbrug.talk import TalkDialog
from budgetdesk.ui.pages.forbrug.what_gives import WhatGives
from budgetdesk.ui.pages.spending import SpendingPage

FIRST_PAGE = "forbrug"
Opened = Callable[[Desk], MainWindow]


@pytest.fixture(scope="module")
def sample() -> Record:
    return sample_record(load_library(), today=DAY)


@pytest.fixture
def page(sample: Record, kept_window: Opened) -> SpendingPage:
    return shown(kept_window(memory_desk(sample, DAY)))


@pytest.fixture
def talk(page: SpendingPage, qtbot: QtBot) -> TalkDialog:
    made = page.talk()
    assert made is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    return made


def to_line(talk: TalkDialog, code: str) -> None:
    while talk.topic is not None and (talk.topic.line is None or talk.topic.line.code != code):
        talk.go_on()
    assert talk.topic is not None, f"line {code} is not talked about"


def to_bills(talk: TalkDialog) -> None:
    while talk.topic is not None and not talk.topic.bills:
        talk.go_on()
    assert talk.topic is not None, "there are no ordinary bills"


def type_key(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def gives(page: SpendingPage, qtbot: QtBot, amount: str) -> WhatGives:
    made = page.what_gives()
    made.amount.show_text(amount)
    made.look()
    at_rest()
    return made


def test_what_the_texts_cannot_say_comes_first_and_the_largest_of_it_first(talk: TalkDialog) -> None:
    asked = [topic.question is not None for topic in talk.topics]
    amounts = [abs(topic.amount) for topic in talk.topics if topic.question is not None and not topic.kept]

    assert asked == sorted(asked, reverse=True)
    assert amounts == sorted(amounts, reverse=True)


def test_a_number_says_where_money_went_and_the_next_question_comes(talk: TalkDialog, page: SpendingPage) -> None:
    first = talk.topics[0]
    assert first.question is not None
    type_key("3")

    placed = [row for row in page.record.spending.transactions if row.id in first.question.rows]
    assert [(row.line, row.by_hand) for row in placed] == [("707", True)]
    assert talk.topic is talk.topics[1]


def test_a_third_person_is_named_to_the_adviser_only(talk: TalkDialog) -> None:
    talk.go_on()
    assert talk.topic is not None
    assert talk.topic.question is not None

    assert talk.topic.question.name == "Jonas Lind"
    assert talk.quiet.text() == "Jonas Lind"
    assert "Jonas" not in talk.question.text()


def test_keys_are_the_two_voices(talk: TalkDialog, page: SpendingPage) -> None:
    to_line(talk, "705")
    type_key("2")
    type_key("7")

    said = voice(page.record.spending, "705")
    assert (said.tenant_says, said.adviser_says) == (Need.NICE, Need.NEED)
    assert talk.topic is not None
    assert talk.topic.key == "line 705"


def test_what_the_tenant_locks_has_no_adviser_beside_it(talk: TalkDialog, page: SpendingPage) -> None:
    to_line(talk, "705")
    type_key("4")
    type_key("8")

    said = voice(page.record.spending, "705")
    assert said.locked
    assert said.tenant_says is Need.NEED
    assert not talk.voices.adviser.isVisible()
    assert said.adviser_says is Need.NICE, "the adviser's word from before is kept, and no new one is taken"


@pytest.mark.parametrize(("pressed", "said"), [("5", Need.NEED), ("6", Need.NICE)])
def test_one_key_is_the_word_of_both_and_goes_on(
    talk: TalkDialog, page: SpendingPage, pressed: str, said: Need
) -> None:
    to_line(talk, "705")
    at = talk.topics.index(talk.topic)
    type_key(pressed)
    both = voice(page.record.spending, "705")

    assert (both.tenant_says, both.adviser_says, both.locked) == (said, said, False)
    assert talk.topic is talk.topics[at + 1]
    page.desk.undo()
    assert voice(page.record.spending, "705").tenant_says is Need.NEED, "one step takes both words back"


def test_the_ordinary_bills_are_agreed_on_in_one_key_and_one_step(talk: TalkDialog, page: SpendingPage) -> None:
    before = page.record
    to_bills(talk)
    assert talk.topic is not None
    codes = [line.code for line in talk.topic.bills]
    assert sum(line.amount for line in talk.topic.bills) == talk.topic.amount
    type_key("5")

    assert len(codes) >= 3
    assert {page.desk.library.chart.lines[code].need for code in codes} == {Need.NEED}
    for code in codes:
        said = voice(page.record.spending, code)
        assert (said.tenant_says, said.adviser_says) == (Need.NEED, Need.NEED)
    page.desk.undo()
    assert page.record == before


def test_the_bills_can_be_talked_about_one_by_one(talk: TalkDialog) -> None:
    to_bills(talk)
    assert talk.topic is not None
    many, codes = len(talk.topics), [line.code for line in talk.topic.bills]
    type_key("e")

    assert talk.topic is not None
    assert talk.topic.line is not None
    assert talk.topic.line.code == codes[0]
    assert len(talk.topics) == many - 1 + len(codes)


def test_a_bill_of_which_somebody_has_spoken_is_not_among_the_others(talk: TalkDialog) -> None:
    to_bills(talk)
    assert talk.topic is not None
    spoken = {"601", "306", "701"}

    assert not spoken & {line.code for line in talk.topic.bills}


def test_enter_goes_on_and_backspace_goes_back(talk: TalkDialog) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Backspace)

    assert talk.topic is talk.topics[1]


def test_what_is_settled_is_not_asked_again_and_what_waits_comes_last(talk: TalkDialog, page: SpendingPage) -> None:
    to_line(talk, "402")
    type_key("1")
    type_key("7")
    to_line(talk, "401")
    type_key("3")
    talk.reject()
    again = page.talk()
    assert again is not None

    keys = [topic.key for topic in again.topics]
    assert "line 402" not in keys
    assert keys[-1] == "line 401"


def test_every_answer_can_be_taken_back(talk: TalkDialog, page: SpendingPage) -> None:
    before = page.record
    type_key("1")
    page.desk.undo()

    assert page.record == before


def test_a_row_is_split_and_the_rest_stays(talk: TalkDialog, page: SpendingPage) -> None:
    first = talk.topics[0]
    assert first.question is not None
    assert first.amount == 400
    dialog = talk.split()
    assert dialog is not None
    dialog.parts[0][0].show_value("701")
    dialog.parts[0][1].show_text("150")
    dialog.parts[0][1].edited.emit()
    assert dialog.rest.text() == "Rest: 250\u00a0kr., som bliver stående."
    dialog.agree.click()

    split = next(r for r in page.record.spending.receipts if r.transaction == first.question.rows[0])
    assert [(item.line, item.amount) for item in split.items] == [("701", Decimal(150))]


def test_parts_that_are_more_than_the_row_are_refused_with_a_sentence(talk: TalkDialog, page: SpendingPage) -> None:
    before = page.record
    dialog = talk.split()
    assert dialog is not None
    dialog.parts[0][0].show_value("701")
    dialog.parts[0][1].show_text("500")
    dialog.agree.click()

    assert "mere end posteringen" in dialog.problem.text()
    assert page.record == before


def test_the_ways_stand_side_by_side_and_one_is_chosen_as_one_step(page: SpendingPage, qtbot: QtBot) -> None:
    before = page.record
    dialog = gives(page, qtbot, "300")
    assert len(dialog.ways) >= 2
    dialog.ways[0].choose.click()

    assert page.record.case.expenses != before.case.expenses
    assert page.desk.can_undo == "aftalte ændringer"
    page.desk.undo()
    assert page.record == before


def test_no_way_touches_what_the_tenant_has_locked(page: SpendingPage, qtbot: QtBot) -> None:
    locked = {v.id for v in page.record.spending.voices if v.locked}
    dialog = gives(page, qtbot, "5000")

    assert locked
    assert not locked & {change.of.code for way in dialog.ways for change in way.way.changes}


def test_it_is_said_plainly_when_the_budget_cannot_give_it(page: SpendingPage, qtbot: QtBot) -> None:
    dialog = gives(page, qtbot, "5000")

    assert dialog.said.text().startswith("Budgettet kan ikke give det hele. Der mangler stadig")


def test_an_amount_that_cannot_be_read_is_said_at_the_field(page: SpendingPage, qtbot: QtBot) -> None:
    dialog = gives(page, qtbot, "fem hundrede")

    assert "kan ikke læses" in dialog.amount.problem.text()


def test_ending_an_agreement_becomes_a_next_step(page: SpendingPage, qtbot: QtBot) -> None:
    dialog = gives(page, qtbot, "800")
    way = next(card for card in dialog.ways if any(change.of.who for change in card.way.changes))
    way.choose.click()
    steps = page.record.case.conversation.next_steps

    assert any("aftalen kan slutte" in step.what and step.by == date(2026, 11, 20) for step in steps)


def test_nothing_to_talk_about_says_so(kept_window: Opened, empty_desk: Desk) -> None:
    page = shown(kept_window(empty_desk))

    assert page.talk() is None


def test_a_month_is_talked_through_and_lies_in_the_budget_within_five_minutes_of_keys(
    page: SpendingPage, qtbot: QtBot
) -> None:
    """Three seconds for each key, since each is an answer that two people give aloud."""
    pressed = 0

    def key(which: str | Qt.Key) -> None:
        nonlocal pressed
        pressed += 1
        if isinstance(which, str):
            type_key(which)
        else:
            press(which)

    talk = page.talk()
    assert talk is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is talk)
    while talk.topic is not None:
        if talk.topic.question is not None:
            key("1")
            continue
        if talk.topic.bills:
            key("5")
            continue
        for answer in ("1", "7", Qt.Key.Key_Return):
            key(answer)
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), IntoBudget))
    key(Qt.Key.Key_Return)

    assert page.talk_card.left.text() == "I har talt om det hele."
    assert all(row.line for row in page.record.spending.transactions)
    assert any(expense.from_spending for expense in page.record.case.expenses)
    assert pressed * 3 <= 300, f"{pressed} keys"
