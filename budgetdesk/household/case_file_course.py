"""The keys of the case file about the course of a case."""

from __future__ import annotations

from budgetdesk.household.case_file_shape import Key, object_of
from budgetdesk.household.case_file_values import BOOLEAN, DAY, ID, MONEY, TEXT, texts, whole, word
from budgetdesk.household.course import Check, Contact, ContactPerson, Course, JournalNote
from budgetdesk.household.words import (
    ContactKind,
    ContactOutcome,
    EvictionKind,
    HomeStatus,
    Initiative,
    ThreatOutcome,
)

CONTACT = object_of(
    Contact,
    (
        Key("id", ID),
        Key("on", DAY),
        Key("time", TEXT),
        Key("entered_on", DAY),
        Key("kind", word(ContactKind)),
        Key("with_whom", TEXT),
        Key("initiative", word(Initiative)),
        Key("outcome", word(ContactOutcome)),
        Key("minutes", whole(0, 10_000)),
        Key("next_step", TEXT),
        Key("next_on", DAY),
        Key("next_time", TEXT),
        Key("next_kind", word(ContactKind)),
        Key("note", TEXT),
    ),
)

CONTACT_PERSON = object_of(
    ContactPerson,
    (
        Key("id", ID),
        Key("side", TEXT),
        Key("name", TEXT),
        Key("organisation", TEXT),
        Key("role", TEXT),
        Key("phone", TEXT),
        Key("email", TEXT),
        Key("checked_on", DAY),
        Key("note", TEXT),
    ),
)

JOURNAL_NOTE = object_of(
    JournalNote,
    (
        Key("id", ID),
        Key("on", DAY),
        Key("entered_on", DAY),
        Key("title", TEXT),
        Key("text", TEXT),
        Key("own", BOOLEAN),
        Key("contact", TEXT),
        Key("closed_on", DAY),
        Key("closed_by", TEXT),
        Key("corrects", TEXT),
    ),
)

CHECK = object_of(
    Check,
    (
        Key("id", ID),
        Key("months", whole(0, 1_200)),
        Key("after_end", BOOLEAN),
        Key("done", DAY),
        Key("home", word(HomeStatus)),
        Key("plan_kept", BOOLEAN),
        Key("benefits_arrived", BOOLEAN),
        Key("note", TEXT),
    ),
)

COURSE = object_of(
    Course,
    (
        Key("more_types", texts(TEXT)),
        Key("situations", texts(TEXT)),
        Key("occasions", texts(TEXT)),
        Key("causes", texts(TEXT)),
        Key("referred_by", texts(TEXT)),
        Key("activities", texts(TEXT)),
        Key("advice", texts(TEXT)),
        Key("help", texts(TEXT)),
        Key("education", TEXT),
        Key("area", TEXT),
        Key("began", DAY),
        Key("ended", DAY),
        Key("meeting_wanted", BOOLEAN),
        Key("offered_on", DAY),
        Key("offered_by", word(ContactKind)),
        Key("accepted", BOOLEAN),
        Key("terminations_this_year", whole(0, 1_000)),
        Key("arrears_covered", BOOLEAN),
        Key("outcome", word(ThreatOutcome)),
        Key("eviction", word(EvictionKind)),
        Key("left_on", DAY),
        Key("house_rules", BOOLEAN),
        Key("temporary", BOOLEAN),
        Key("arrears_at_leaving", MONEY),
        Key("purpose", TEXT),
        Key("legal_basis", TEXT),
        Key("keep_until", DAY),
        Key("may_be_counted", BOOLEAN),
    ),
)
