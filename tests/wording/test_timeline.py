"""Everything that has happened in a case, in one list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal as D

from any_record import any_value
from hypothesis import HealthCheck, given, settings

from budgetdesk.household.agreement import Agreement, Instalment, LandlordAccepted, PlanPayment
from budgetdesk.household.case import Case, Consent
from budgetdesk.household.circumstances import Application
from budgetdesk.household.course import Contact, JournalNote
from budgetdesk.household.words import ContactKind, ContactOutcome, Outcome
from budgetdesk.readers.case_file import sample_case
from budgetdesk.readers.chart import load_chart
from budgetdesk.wording.note_words import Names
from budgetdesk.wording.timeline import Event, EventKind, PaperThere, searched, timeline, within

DAY = date(2026, 11, 20)
NAMES = Names(chart=load_chart(), benefits={"boligstoette": "Boligstøtte"})
CASE = replace(
    sample_case(today=DAY),
    contacts=(
        Contact(
            id="k1",
            on=date(2026, 11, 18),
            time="14.30",
            entered_on=DAY,
            kind=ContactKind.PHONE,
            outcome=ContactOutcome.REACHED,
            note="Vil gerne mødes i Rådhuset",
        ),
    ),
    notes=(
        JournalNote(id="n1", on=DAY, title="Møde", text="Vi så på el.", closed_on=DAY),
        JournalNote(id="n2", on=DAY, title="Hemmelig", text="Hemmelig", own=True),
    ),
    agreement=Agreement(
        made_on=DAY,
        instalments=(Instalment(due=date(2026, 12, 1), amount=D(2645)),),
        payments=(PlanPayment(id="b1", paid_on=date(2026, 12, 1), amount=D(2645)),),
    ),
    applications=(
        Application(
            id="boligstoette", applied_on=DAY, outcome=Outcome.GRANTED, answered_on=date(2027, 1, 4), granted=D(1204)
        ),
    ),
)
CASE = replace(CASE, arrears=replace(CASE.arrears, landlord_accepted=LandlordAccepted(by="Jens", on=DAY)))


def said(case: Case = CASE, papers: tuple[PaperThere, ...] = ()) -> list[tuple[date | None, str, str]]:
    return [(one.on, one.kind.value, one.text.replace("\u00a0", " ")) for one in timeline(case, NAMES, papers)]


def test_the_newest_stands_first_and_each_event_has_the_day_it_happened() -> None:
    events = said()
    days = [on for on, _, _ in events if on is not None]

    assert days == sorted(days, reverse=True)
    assert (date(2026, 11, 18), "contact", "Opkald med Nadia kl. 14.30, vi fik talt sammen.") in events
    assert (date(2026, 11, 17), "letter", "Nadia fik et påkrav.") in events
    assert (date(2026, 12, 1), "plan", "Betalt på planen: 2.645 kr.") in [(a, b, c) for a, b, c in events]
    assert (DAY, "plan", "Udlejer (Jens) sagde ja til planen.") in events
    assert (DAY, "help", "Boligstøtte er søgt.") in events
    assert (date(2027, 1, 4), "help", "Boligstøtte er bevilget: 1.204 kr.") in events


def test_papers_of_the_store_stand_among_them() -> None:
    papers = (PaperThere(id="7", title="Aftale om afdrag", made_on=DAY),)

    assert (DAY, "paper", "Aftale om afdrag er underskrevet og gemt.") in said(papers=papers)


def test_own_notes_are_no_events() -> None:
    assert "Hemmelig" not in str(timeline(CASE, NAMES))


def test_a_consent_that_was_taken_back_is_two_events() -> None:
    consent = Consent(id="c9", recipient="Banken", purpose="Budget", given=date(2026, 11, 1), withdrawn=DAY)
    case = replace(CASE, conversation=replace(CASE.conversation, consents=(consent,)))

    told = [(on, text) for on, _, text in said(case) if "Banken" in text]
    assert [on for on, _ in told] == [DAY, date(2026, 11, 1)]
    assert "trukket sit ja tilbage" in told[0][1]


def test_a_search_finds_words_in_any_order_without_capitals_and_with_ae_oe_aa() -> None:
    events = timeline(CASE, NAMES)

    assert [one.kind for one in searched(events, "RAADHUSET opkald")] == [EventKind.CONTACT]
    assert [one.kind for one in searched(events, "18. november")] == [EventKind.CONTACT]
    assert searched(events, "  ") == events
    assert searched(events, "giraf") == ()


def test_a_period_has_both_its_days_and_nothing_without_a_day() -> None:
    events = (
        Event(on=DAY, kind=EventKind.OTHER, text="a", path="a"),
        Event(on=None, kind=EventKind.OTHER, text="b", path="b"),
    )

    assert [one.text for one in within(events, DAY, DAY)] == ["a"]
    assert [one.text for one in within(events, None, None)] == ["a", "b"]
    assert within(events, date(2027, 1, 1), None) == ()


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_value(Case))
def test_any_case_has_a_timeline_of_whole_sentences(case: Case) -> None:
    events = timeline(case, NAMES)

    assert [one.text for one in events if not one.text.strip() or one.text[-1] not in ".?!"] == []
    assert len({(one.path, one.kind, one.on) for one in events}) == len(events)
