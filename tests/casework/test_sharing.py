"""What may be told to whom: without a yes only what the landlord is a party to, and nothing after it is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.casework import consents
from budgetdesk.casework.consents import Standing, in_force, months_on, running_out, speaking, standing
from budgetdesk.casework.record import Record
from budgetdesk.casework.sharing import FREE, NEVER, may_share, party_named
from budgetdesk.household.case import Case, Consent, Conversation, Tenancy
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import ConsentKind, ConsentParty, ShareTopic

ON = date(2026, 11, 20)
ALL = tuple(str(topic) for topic in ShareTopic)
P, T = ConsentParty, ShareTopic


def case(*given: Consent) -> Case:
    return Case(
        tenancy=Tenancy(landlord="Boligforeningen Lærkely", municipality="Hvidovre"),
        debts=(Debt(id="d1", creditor="Klarna", collector="Nordisk Inkasso"),),
        conversation=Conversation(consents=given),
    )


def yes(**facts: object) -> Consent:
    usual = {"id": "s1", "party": P.MUNICIPALITY, "recipient": "Hvidovre Kommune", "covers": ALL, "given": ON}
    return Consent(**(usual | facts))  # type: ignore[arg-type]


@pytest.mark.parametrize("party", list(P))
@pytest.mark.parametrize("topic", list(T))
def test_without_a_consent_only_the_landlord_may_know_and_only_the_arrears_and_the_agreement(
    party: ConsentParty, topic: ShareTopic
) -> None:
    # BL & Finansrådet, Guidelines: agreements on arrears may be shared with the housing administration.
    free = party is P.LANDLORD and topic in (T.HOME, T.ARREARS, T.AGREEMENT)

    assert may_share(case(), party, [topic], ON, recipient="x").allowed is free


def test_what_is_told_too_much_is_named_in_order() -> None:
    found = may_share(case(), P.LANDLORD, [T.ECONOMY, T.ARREARS, T.HELP], ON)

    assert found.missing == (T.HELP, T.ECONOMY)
    assert not found.allowed
    assert found.free == {T.ARREARS}


def test_a_consent_opens_what_it_covers_to_its_recipient() -> None:
    one = yes(covers=("economy", "debts"))
    found = may_share(case(one), P.MUNICIPALITY, [T.ECONOMY, T.DEBTS], ON)

    assert found.allowed
    assert found.consents == (one,)
    assert may_share(case(one), P.MUNICIPALITY, [T.ECONOMY, T.FAMILY], ON).missing == (T.FAMILY,)


@pytest.mark.parametrize(
    "facts",
    [
        {"given": None},
        {"given": ON + timedelta(days=1)},
        {"until": ON - timedelta(days=1)},
        {"withdrawn": ON},
        {"recipient": "Brøndby Kommune"},
        {"party": P.BANK},
        {"covers": ("family",)},
    ],
    ids=["never", "later", "run out", "taken back", "another municipality", "another kind", "another piece"],
)
def test_a_consent_counts_for_nobody_else_and_on_no_other_day(facts: dict[str, object]) -> None:
    assert not may_share(case(yes(**facts)), P.MUNICIPALITY, [T.ECONOMY], ON).allowed


@pytest.mark.parametrize("name", ["Hvidovre", "hvidovre kommune", " Hvidovre  Kommune "])
def test_a_municipality_is_the_same_with_and_without_the_word(name: str) -> None:
    assert may_share(case(yes(recipient=name)), P.MUNICIPALITY, [T.ECONOMY], ON).allowed


def test_a_purpose_that_is_asked_for_has_to_be_the_one_that_was_said_yes_to() -> None:
    one = case(yes(purpose="Hjælp til restancen"))

    assert may_share(one, P.MUNICIPALITY, [T.ECONOMY], ON, purpose=" hjælp til  restancen").allowed
    assert not may_share(one, P.MUNICIPALITY, [T.ECONOMY], ON, purpose="Boligstøtte").allowed


def test_a_bare_consent_lets_the_landlord_know_that_an_answer_is_awaited_and_nothing_more() -> None:
    bare = case(yes(party=None, recipient="udlejer", covers=()))

    assert [topic for topic in T if may_share(bare, P.LANDLORD, [topic], ON).allowed] == [
        T.HOME,
        T.ARREARS,
        T.AGREEMENT,
        T.HELP_AWAITED,
    ]


@pytest.mark.parametrize("topic", [T.HEALTH, T.CPR])
def test_no_consent_opens_health_or_cpr_to_the_landlord(topic: ShareTopic) -> None:
    told = case(yes(party=P.LANDLORD, recipient="Boligforeningen Lærkely"))

    assert not may_share(told, P.LANDLORD, [topic], ON).allowed
    assert may_share(told, P.LANDLORD, [T.ECONOMY], ON).allowed


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Boligforeningen Lærkely", P.LANDLORD),
        ("udlejer", P.LANDLORD),
        ("Udbetaling Danmark", P.UDBETALING_DANMARK),
        ("Hvidovre Kommune", P.MUNICIPALITY),
        ("Retten i Glostrup", P.COURT),
        ("Nordisk Inkasso", P.CREDITOR),
        ("Danske Bank", P.BANK),
        ("Mormor", P.OTHER),
        ("", P.OTHER),
    ],
)
def test_a_recipient_is_known_by_name(name: str, party: ConsentParty) -> None:
    assert party_named(name, case()) is party


days = st.dates(date(2026, 1, 1), date(2028, 12, 31))
some = st.builds(
    Consent,
    id=st.sampled_from(["s1", "s2", "s3"]),
    kind=st.sampled_from(ConsentKind),
    party=st.none() | st.sampled_from(ConsentParty),
    recipient=st.sampled_from(["", "udlejer", "Hvidovre Kommune", "Klarna", "Mormor"]),
    purpose=st.sampled_from(["", "a"]),
    covers=st.lists(st.sampled_from(ALL), max_size=5).map(tuple),
    given=st.none() | days,
    until=st.none() | days,
    withdrawn=st.none() | days,
)


@given(some, days)
def test_in_force_is_given_and_not_over_and_not_taken_back(one: Consent, on: date) -> None:
    begun = one.given is not None and one.given <= on
    over = one.until is not None and one.until < on
    back = one.withdrawn is not None and one.withdrawn <= on

    assert in_force(one, on) == (begun and not over and not back)


@given(st.lists(some, max_size=4), st.sampled_from(ConsentParty), days)
def test_nothing_is_told_that_nobody_said_yes_to(given_: list[Consent], party: ConsentParty, on: date) -> None:
    whole = case(*given_)
    found = may_share(whole, party, T, on, recipient="Klarna")
    said = {topic for one in given_ if in_force(one, on) for topic in one.covers} | {"help_awaited"}

    assert found.free == FREE.get(party, frozenset())
    assert {str(topic) for topic in found.covered} <= said
    assert not found.covered & NEVER.get(party, frozenset())
    assert all(in_force(one, on) for one in found.consents)


@given(st.lists(some, min_size=1, max_size=4), st.sampled_from(ConsentParty), days)
def test_taking_back_everything_leaves_only_what_is_free(given_: list[Consent], party: ConsentParty, on: date) -> None:
    gone = [replace(one, withdrawn=on) for one in given_]

    assert not may_share(case(*gone), party, T, on).covered


# how one stands, and what is done with it


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"given": None}, Standing.DRAFT),
        ({"given": ON + timedelta(days=1)}, Standing.COMING),
        ({}, Standing.IN_FORCE),
        ({"until": ON + timedelta(days=31)}, Standing.IN_FORCE),
        ({"until": ON + timedelta(days=30)}, Standing.SOON),
        ({"until": ON}, Standing.SOON),
        ({"until": ON - timedelta(days=1)}, Standing.OVER),
        ({"withdrawn": ON, "until": ON - timedelta(days=1)}, Standing.WITHDRAWN),
    ],
)
def test_a_consent_stands_so_on_a_day(facts: dict[str, object], expected: Standing) -> None:
    assert standing(yes(**facts), ON) is expected


def test_those_that_run_out_are_listed_the_first_first() -> None:
    late, soon, far = (yes(id=f"s{days}", until=ON + timedelta(days=days)) for days in (20, 5, 90))

    assert running_out(case(late, soon, far), ON) == (soon, late)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 20), 12, date(2027, 11, 20)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_so_many_months_on_is_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int, expected: date
) -> None:
    assert months_on(day, months) == expected


def test_an_oral_yes_is_written_into_the_record_with_the_day_and_who_heard_it() -> None:
    before = Record(case=case(yes(given=None)))
    after = consents.said_yes(before, "s1", on=ON, heard_by="Karen", sentence="Lejeren sagde ja.").case
    given_, note = after.conversation.consents[0], after.notes[-1]

    assert (given_.given, given_.how, given_.heard_by) == (ON, "mundtligt", "Karen")
    assert (note.on, note.closed_on, note.closed_by, note.text) == (ON, ON, "Karen", "Lejeren sagde ja.")


def test_taking_back_keeps_the_history_and_notes_it() -> None:
    after = consents.withdrawn(Record(case=case(yes())), "s1", on=ON, heard_by="Karen", sentence="Taget tilbage.").case

    assert after.conversation.consents == (yes(withdrawn=ON),)
    assert after.notes[-1].title == "Samtykke trukket tilbage"


def test_what_nobody_said_yes_to_leaves_no_history() -> None:
    after = consents.withdrawn(Record(case=case(yes(given=None))), "s1", on=ON, heard_by="", sentence="").case

    assert (after.conversation.consents, after.notes) == ((), ())


def test_a_signature_makes_it_written_and_keeps_the_day_of_an_earlier_yes() -> None:
    earlier = ON - timedelta(days=3)
    new, old = yes(id="s1", given=None), yes(id="s2", given=earlier)
    after = consents.signed(consents.signed(Record(case=case(new, old)), "s1", on=ON), "s2", on=ON)

    assert [(one.given, one.how) for one in after.case.conversation.consents] == [
        (ON, "skriftligt"),
        (earlier, "skriftligt"),
    ]


def test_asking_again_leaves_the_one_before_as_it_was() -> None:
    over = yes(until=ON - timedelta(days=1))
    after = consents.again(Record(case=case(over)), "s1", on=ON, until=date(2027, 11, 20)).case.conversation.consents

    assert after[0] == over
    assert (after[1].id, after[1].given, after[1].until) == ("s2", None, date(2027, 11, 20))


def test_a_consent_to_statistics_is_what_the_course_says() -> None:
    before = Record(case=case(yes(party=P.STATISTICS, covers=("counted",), given=None)))
    told = consents.said_yes(before, "s1", on=ON, heard_by="", sentence="")
    back = consents.withdrawn(told, "s1", on=ON, heard_by="", sentence="")

    assert (before.case.course.may_be_counted, told.case.course.may_be_counted) == (None, True)
    assert back.case.course.may_be_counted is False


def test_who_speaks_before_an_authority_is_told_there_and_who_speaks_before_all_everywhere() -> None:
    court = yes(id="s1", kind=ConsentKind.FULDMAGT, party=P.COURT)
    anywhere = yes(id="s2", kind=ConsentKind.BISIDDER, party=None)
    told = case(court, anywhere, yes(id="s3"))

    assert speaking(told, ON) == (court, anywhere)
    assert speaking(told, ON, party=P.MUNICIPALITY) == (anywhere,)
