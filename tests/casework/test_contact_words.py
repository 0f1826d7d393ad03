"""Quick entry of a contact: what an adviser says in one line is understood, and nothing of it is lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.casework.contact_words import Heard, hear
from budgetdesk.household.words import ContactKind, ContactOutcome, Initiative
from budgetdesk.readers.contacts import load_contact_words

FRIDAY = date(2026, 11, 20)
WORDS = load_contact_words()
PEOPLE = {"kp1": ("Mette Holm", "Mette", "Lærkely")}
SIDES = {"udlejer": ("udlejer",), "kommune": ("kommunen",)}


def said(text: str) -> Heard:
    return hear(text, WORDS, on=FRIDAY, people=PEOPLE, sides=SIDES)


def test_a_call_nobody_took_with_the_next_try() -> None:
    contact = said("ring, tog ikke telefonen, prøv igen torsdag kl. 17").contact

    assert (contact.kind, contact.outcome, contact.on) == (ContactKind.PHONE, ContactOutcome.NO_ANSWER, FRIDAY)
    assert (contact.next_on, contact.next_time) == (date(2026, 11, 26), "17.00")
    assert contact.next_step == "Prøv igen torsdag kl. 17"


def test_a_weekday_is_the_last_one_for_what_happened_and_the_next_one_for_what_comes() -> None:
    contact = said("besøg onsdag, ingen åbnede, prøv igen onsdag").contact

    assert (contact.on, contact.next_on) == (date(2026, 11, 18), date(2026, 11, 25))
    assert contact.outcome is ContactOutcome.NOT_HOME


def test_the_same_weekday_as_today_is_a_week_away() -> None:
    assert said("ring, intet svar, igen fredag").contact.next_on == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "kind", "outcome"),
    [
        ("sms sendt", ContactKind.SMS, None),
        ("lagde besked", ContactKind.PHONE, ContactOutcome.MESSAGE_LEFT),
        ("brev kom retur", ContactKind.LETTER, ContactOutcome.RETURNED),
        ("møde 45 min", ContactKind.MEETING, ContactOutcome.REACHED),
        ("mødte ikke op", ContactKind.MEETING, ContactOutcome.NOT_HOME),
        ("ringede på, ikke hjemme", ContactKind.VISIT, ContactOutcome.NOT_HOME),
        ("ring, svarede", ContactKind.PHONE, ContactOutcome.REACHED),
        ("ring, svarede ikke", ContactKind.PHONE, ContactOutcome.NO_ANSWER),
        ("ring, takkede nej", ContactKind.PHONE, ContactOutcome.DECLINED),
        ("postkort sendt", ContactKind.POSTCARD, None),
        ("mail, vil ikke", ContactKind.EMAIL, ContactOutcome.DECLINED),
    ],
)
def test_kinds_and_outcomes(text: str, kind: ContactKind, outcome: ContactOutcome | None) -> None:
    contact = said(text).contact

    assert (contact.kind, contact.outcome) == (kind, outcome)


def test_the_tenant_who_calls_has_reached_us_and_minutes_are_counted() -> None:
    contact = said("lejer ringede, 12 min, vil gerne have hjælp, aftalt møde 26.11 kl. 9.30").contact

    assert (contact.initiative, contact.outcome) == (Initiative.TENANT, ContactOutcome.REACHED)
    assert contact.minutes == 12
    assert contact.note == "vil gerne have hjælp"
    assert (contact.next_on, contact.next_time) == (date(2026, 11, 26), "09.30")
    assert contact.next_kind is ContactKind.MEETING


def test_days_as_people_write_them() -> None:
    assert said("ring 18/11, intet svar").contact.on == date(2026, 11, 18)
    assert said("ring 3. november kl 10.15, intet svar").contact.on == date(2026, 11, 3)
    assert said("ring 24.12, intet svar").contact.on == date(2025, 12, 24)
    assert said("ring i går kl. 10.15, intet svar").contact.time == "10.15"
    assert said("ring, intet svar, igen 5. januar").contact.next_on == date(2027, 1, 5)


def test_a_time_of_the_day_in_a_note_is_not_when_it_happened() -> None:
    contact = said("besøg, ikke hjemme, naboen siger hun er hjemme om aftenen").contact

    assert contact.time == ""
    assert contact.note == "naboen siger hun er hjemme om aftenen"


def test_somebody_else_is_known_by_name_and_by_the_body() -> None:
    assert said("ring til Mette, hun sender kontoen").contact.with_whom == "kp1"
    assert said("ring til Mettes kollega, intet svar").contact.with_whom == "kp1"
    assert said("ring til kommunen, fik fat").side == "kommune"
    assert said("ring til kommunen, fik fat").contact.with_whom == ""


def test_what_is_not_understood_is_not_taken_for_a_contact() -> None:
    assert not said("xyz").understood
    assert said("xyz").contact.note == "xyz"


@given(st.text(st.sampled_from("ring, brev igen.kl 17æøå/30 torsdag i går ikke den\n"), max_size=60))
def test_whatever_is_typed_is_read_without_a_fault_and_unknown_words_are_kept(text: str) -> None:
    marked = f"{text}, qqq vvv"
    heard = said(marked)

    assert "qqq vvv" in f"{heard.contact.note} {heard.contact.next_step}"
    assert heard.contact.on is not None
    assert heard.contact.on <= FRIDAY
    assert heard.contact.next_on is None or heard.contact.next_on >= FRIDAY
