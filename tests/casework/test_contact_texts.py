"""What a tenant is sent to be reached: easy to read, from facts, and nothing in the open that others must not know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.actions import contact_texts as acts
from budgetdesk.actions.contacts import proposed
from budgetdesk.actions.desk import memory_desk
from budgetdesk.casework.contact_texts import OPEN, ContactText, fill, telling
from budgetdesk.casework.house import House
from budgetdesk.casework.record import Record
from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Case, CaseInfo, Conversation, Person, Todo
from budgetdesk.household.words import ContactKind, Role
from budgetdesk.readers.contact_texts import load_contact_texts, load_open_words
from budgetdesk.wording import contact_texts as words
from budgetdesk.wording.readability import lix

FRIDAY = date(2026, 11, 20)
TEXTS, OPEN_WORDS = load_contact_texts(), load_open_words()
HOUSE = House(name="Boligrådgivningen Lærkely", phone="43 55 12 00")
MEETING = Todo(id="n1", what="Mødes", by=date(2026, 11, 24), time="10.00", meeting=True)
CASE = Case(
    info=CaseInfo(number="2026-0143", adviser="Karen Mølgaard"),
    persons=(Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard", cpr="1204891234"),),
    conversation=Conversation(next_steps=(MEETING,)),
)
ALL = pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))


@ALL
def test_every_text_is_easy_to_read(text: ContactText) -> None:
    assert lix(fill(text, CASE, HOUSE, FRIDAY).text) <= 30


@ALL
def test_every_text_is_filled_from_the_facts_and_tells_nothing_in_the_open(text: ContactText) -> None:
    made = fill(text, CASE, HOUSE, FRIDAY)

    assert made.gaps == ()
    assert "Nadia" in made.text
    assert "Skovgaard" not in made.text
    assert "2026-0143" not in made.text
    assert not telling(f"{made.subject}\n{made.text}", text.kind, OPEN_WORDS)


def test_there_is_a_text_for_every_written_way_of_the_method() -> None:
    assert {text.kind for text in TEXTS.values()} == {
        ContactKind.LETTER, ContactKind.SMS, ContactKind.EMAIL, ContactKind.POSTCARD,
    }  # fmt: skip


def test_what_is_not_known_is_a_line_to_write_on() -> None:
    made = fill(TEXTS["sms_moede"], Case(), None, FRIDAY)

    assert made.gaps == ("first_name", "day", "adviser")
    assert "________" in made.text
    assert "lejerens navn" in words.missing(made.gaps)


def test_the_next_meeting_is_named_with_its_time() -> None:
    assert "Vi ses tirsdag den 24. november kl. 10.00." in fill(TEXTS["sms_moede"], CASE, HOUSE, FRIDAY).text


@pytest.mark.parametrize(
    "typed",
    ["om din restance", "Huslejen mangler", "du SKYLDER noget", "brev fra fogedretten", "7.935 kr.", "7935 kroner",
     "din økonomi", "påkravet", "CPR 120489-1234", "120489 1234"],
)  # fmt: skip
@pytest.mark.parametrize("kind", sorted(OPEN))
def test_no_word_about_money_no_amount_and_no_number_of_a_person_stands_in_the_open(
    typed: str, kind: ContactKind
) -> None:
    text = f"Hej Nadia. Ring til mig {typed}. Hilsen Karen"

    assert telling(text, kind, OPEN_WORDS)
    with pytest.raises(BadInputError, match="Andre kan læse"):
        acts.must_not_tell(text, "", kind)


def test_a_closed_letter_may_name_the_rent_but_no_number_of_a_person() -> None:
    assert not telling("Huslejen mangler. 7.935 kr.", ContactKind.LETTER, OPEN_WORDS)
    assert telling("120489-1234", ContactKind.LETTER, OPEN_WORDS).numbers == ("120489-1234",)


@given(st.integers(0, 10**10 - 1), st.sampled_from(["", "-", " ", " - "]), st.sampled_from(list(ContactKind)))
def test_every_number_of_ten_digits_is_found_however_it_is_written(
    number: int, between: str, kind: ContactKind
) -> None:
    digits = f"{number:010d}"

    assert telling(f"Ring: {digits[:6]}{between}{digits[6:]}.", kind, OPEN_WORDS)


def test_phone_numbers_and_ordinary_words_are_let_through() -> None:
    said = "Hej Nadia. Undskyld, at jeg kommer igen. Det er langt ude. Ring på 43 55 12 00. Hilsen Karen"

    assert not telling(said, ContactKind.SMS, OPEN_WORDS)


def test_a_paper_with_what_others_must_not_read_is_not_made() -> None:
    desk = memory_desk(Record(case=CASE), FRIDAY)
    made = acts.filled("postkort_hilsen", desk.record, desk.overview)

    with pytest.raises(BadInputError, match="restance"):
        acts.paper(made, made.subject, "Ring om din restance.", desk.overview)


def test_what_was_sent_is_noted_as_a_try() -> None:
    desk = memory_desk(Record(case=replace(CASE, info=replace(CASE.info, type="udsaettelsestruet"))), FRIDAY)
    made = acts.filled("brev_invitation", desk.record, desk.overview)
    record = acts.sent(desk.record, made, FRIDAY)

    contact = record.case.contacts[-1]
    assert (contact.kind, contact.on, contact.note) == (ContactKind.LETTER, FRIDAY, "invitation til en snak")
    assert proposed(record.case, FRIDAY).kind is ContactKind.VISIT
