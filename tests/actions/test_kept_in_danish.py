"""What a case keeps is the same whether the window speaks Danish or English, and is shown in English there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from budgetdesk import data_files, i18n
from budgetdesk.actions import consents, contacts, conversation, debts, notes, spending, tasks
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.library import Library, load_library
from budgetdesk.actions.sample import sample_record
from budgetdesk.casework.case_steps import steps_of
from budgetdesk.casework.consents import newest
from budgetdesk.casework.record import Record
from budgetdesk.household.words import ConsentParty, ContactKind, Need
from budgetdesk.i18n import N_, _, kept, retold
from budgetdesk.ledger.summary import months
from budgetdesk.ui.frame.footer import LEAST
from budgetdesk.wording import spending as spending_words
from budgetdesk.wording.case_list import step
from budgetdesk.wording.month_notes import note_said
from budgetdesk.wording.pays_on import read, words

DAY = date(2026, 11, 20)
PAPER = "budget"
Keep = Callable[[str, Record], None]


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="module")
def both(library: Library) -> tuple[tuple[Record, list[str]], tuple[Record, list[str]]]:
    """The record and the names of the steps, after the same conversation in a Danish and in an English window."""
    return _conversation("da", library), _conversation("en", library)


@pytest.fixture(autouse=True)
def danish_again() -> Iterator[None]:
    yield
    i18n.use("da", data_files.path("locale"))


def _conversation(language: str, library: Library) -> tuple[Record, list[str]]:
    """Much of what can be done while two people talk."""
    i18n.use(language, data_files.path("locale"))
    desk = memory_desk(sample_record(library, today=DAY), DAY, library)
    labels: list[str] = []

    def keep(label: str, record: Record) -> None:
        desk.change(label, record)
        labels.append(desk.can_undo or "")

    notes.arrive(desk)
    _take_tasks(desk, keep)
    _spend(desk, keep)
    _share(desk, keep)
    written = notes.writing(desk, desk.overview)
    closing = notes.Closing(title=notes.title_of(DAY), on=DAY, by="Karen", kind=ContactKind.MEETING)
    closed = notes.close_meeting(desk, closing, written.text if written else "", desk.overview)
    keep(_("Skriv en rettelse"), notes.correction_of(desk.record, closed, on=DAY)[0])
    i18n.use("da", data_files.path("locale"))
    return desk.record, labels


def _take_tasks(desk: Desk, keep: Keep) -> None:
    keep(_("Foreslå skridt"), tasks.with_steps(desk.record, desk.overview, desk.library))
    proposed = tasks.tasks(desk.record, desk.overview).proposed
    keep(_("Tag alle forslag"), tasks.take_on(desk.record, proposed, desk.overview, desk.library))


def _spend(desk: Desk, keep: Keep) -> None:
    library = desk.library
    row, other = [one for one in desk.record.spending.transactions if not one.by_hand and one.amount < 0][:2]
    for do in (
        lambda: spending.place_row(desk.record, row.id, "701", Need.NEED, library),
        lambda: conversation.ask_later(desk.record, other.id, library),
        lambda: spending.put_into_budget(desk.record, months(desk.record.spending)[-1], library),
        lambda: debts.answer(desk.record, "kviklaan", True),
        lambda: debts.add(desk.record),
    ):
        change = do()
        keep(change.label, change.record)
    for subscription in conversation.running_subscriptions(desk.record, library)[:1]:
        keep("", conversation.step_for(desk.record, subscription, on=DAY).record)
    for way in conversation.ways_to_find(desk.record, library, on=DAY, missing=Decimal(300))[:1]:
        change = conversation.agree_on(desk.record, way, on=DAY, steps=True)
        keep(change.label, change.record)


def _share(desk: Desk, keep: Keep) -> None:
    for party in (ConsentParty.UDBETALING_DANMARK, ConsentParty.BANK):
        keep(_("Samtykke"), consents.ask(desk.record, party, desk.library, DAY))
        keep(_("Lejeren siger ja"), consents.say_yes(desk.record, newest(desk.record).id, DAY))
    may = consents.may_give(desk.record, PAPER, ConsentParty.NETWORK, "Mor", DAY)
    keep(_("Lejeren siger ja"), consents.ask_to_show(desk.record, may, desk.library, DAY, PAPER))
    keep(_("Papir givet videre"), consents.give(desk.record, PAPER, ConsentParty.NETWORK, "Mor", DAY))
    keep(_("Skriv en kontakt"), contacts.note_line(desk.record, "ringede til lejer, intet svar", DAY))


def test_tasks_notes_consents_and_the_budget_are_kept_in_the_same_words(both):
    danish, english = both[0][0].case, both[1][0].case

    assert danish.conversation.next_steps == english.conversation.next_steps
    assert danish.conversation == english.conversation
    assert danish.notes == english.notes
    assert danish.contacts == english.contacts
    assert danish == english


def test_rows_and_receipts_are_kept_in_the_same_words(both):
    assert both[0][0].spending == both[1][0].spending


def test_a_step_of_the_history_has_its_danish_name(both):
    assert both[0][1] == both[1][1]


def test_an_english_window_says_in_english_what_is_kept_in_danish(both, library):
    record = both[0][0]
    i18n.use("en", data_files.path("locale"))
    rows = {one.why: spending_words.why(one.why, library.rules) for one in record.spending.transactions if one.why}
    todos = [step(one) for one in steps_of(record.case)]

    assert [danish for danish, english in rows.items() if danish == english] == []
    assert any("Send the proposal for instalments to the landlord" in one for one in todos)


@pytest.mark.parametrize(
    ("danish", "english"),
    [
        (kept(N_("{title} er bevilget"), title="Boligstøtte"), "Housing benefit has been granted"),
        (kept(N_("Tilføj {title}"), title="telefon"), "Add phone"),
        (kept(N_("{month} sat i budgettet"), month="oktober"), "October put into the budget"),
        ("Tilføj udgift til Oda", "Add udgift til Oda"),
    ],
)
def test_a_step_with_something_in_it_is_kept_in_danish_and_shown_in_english(danish: str, english: str):
    assert retold(danish, least=LEAST) == danish
    i18n.use("en", data_files.path("locale"))

    assert retold(danish, least=LEAST) == english
    assert kept("{title} er bevilget", title="Housing benefit") == "Boligstøtte er bevilget"


@pytest.mark.parametrize(
    ("danish", "english"),
    [
        ("Oktober 2026: 7.600 kr.", "October 2026: 7.600 kr."),
        ("Gennemsnit af august–oktober 2026: 300 kr. om måneden", "Average of August–October 2026: 300 kr. a month"),
        ("Gennemsnit af maj og juni 2026: 3 kr. om måneden", "Average of May and June 2026: 3 kr. a month"),
        ("Mor: 300 kr.", "Mor: 300 kr."),
        ("Husleje: 300 kr.", "Husleje: 300 kr."),
        ("", ""),
    ],
)
def test_the_note_of_a_month_is_shown_in_english_and_one_that_was_typed_is_not(danish: str, english: str):
    assert note_said(danish) == danish
    i18n.use("en", data_files.path("locale"))

    assert note_said(danish) == english


def test_what_somebody_typed_stays_as_it_was_typed(both):
    todo = replace(both[0][0].case.conversation.next_steps[0], what="Ring til tante Oda om onsdagen", done=None)
    case = both[0][0].case
    i18n.use("en", data_files.path("locale"))

    said = [step(one) for one in steps_of(replace(case, conversation=replace(case.conversation, next_steps=(todo,))))]

    assert any(one.startswith("Ring til tante Oda om onsdagen") for one in said)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    "rule",
    ["day:1", "day:20 of 1,4,7,10", "day:5 of 1,3,5,7,9,11", "day:1 of 1,2,3,4,5,6,7,8,9,10,11", "first_bank_day",
     "last_bank_day", "weekday:sat", "weekday:mon from 2026-11-23", "date:2026-12-01", "day:31 of 5"],
)  # fmt: skip
def test_a_payday_is_read_back_in_the_language_it_is_shown_in(language, rule):
    i18n.use(language, data_files.path("locale"))
    shown = words(rule)
    i18n.use("da", data_files.path("locale"))

    assert read(shown, today=DAY) == rule
