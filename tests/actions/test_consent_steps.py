"""The steps of the page Samtykker: what is usually asked, one press there and back, papers given where they may."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.actions import consents, house, letters
from budgetdesk.actions.desk import memory_desk
from budgetdesk.actions.library import Library, load_library
from budgetdesk.actions.overview import look
from budgetdesk.casework.house import LONGEST, House, missing
from budgetdesk.casework.record import Record
from budgetdesk.errors import BadInputError, ConsentNeededError
from budgetdesk.household.case import Case, CaseInfo, Expense, Person, Tenancy
from budgetdesk.household.course import JournalNote
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import ConsentKind, ConsentParty, Role
from budgetdesk.readers.consents import load_consents

ON = date(2026, 11, 20)
P = ConsentParty
LIBRARY = load_library()


def record(**facts: object) -> Record:
    usual: dict[str, object] = {
        "info": CaseInfo(number="1", adviser="Karen Mølgaard"),
        "persons": (Person(id="p1", role=Role.TENANT, name="Nadia"),),
        "tenancy": Tenancy(landlord="Boligforeningen Lærkely", municipality="Hvidovre"),
    }
    return Record(case=Case(**(usual | facts)))  # type: ignore[arg-type]


def asked(party: ConsentParty, library: Library = LIBRARY) -> Record:
    return consents.ask(record(), party, library, ON)


@pytest.mark.parametrize("party", list(P))
def test_asking_fills_in_what_is_usual_and_nobody_has_said_yes(party: ConsentParty) -> None:
    one = asked(party).case.conversation.consents[-1]

    assert (one.id, one.party, one.given, one.until) == ("s1", party, None, date(2027, 11, 20))
    assert set(one.covers) == {str(topic) for topic in LIBRARY.consents.suggestions[party].covers}


def test_the_landlord_and_the_municipality_are_named_from_the_case() -> None:
    names = [asked(party).case.conversation.consents[-1].recipient for party in (P.LANDLORD, P.MUNICIPALITY, P.BANK)]

    assert names == ["Boligforeningen Lærkely", "Hvidovre Kommune", ""]


def test_how_long_a_consent_lasts_is_the_policys_word() -> None:
    shorter = replace(LIBRARY, policy=replace(LIBRARY.policy, consent_months=3))

    assert asked(P.BANK, shorter).case.conversation.consents[-1].until == date(2027, 2, 20)


def test_a_yes_and_taking_it_back_are_one_step_each_and_both_are_undone_by_one() -> None:
    desk = memory_desk(asked(P.MUNICIPALITY), ON)
    before = desk.record
    desk.change("Ja", consents.say_yes(desk.record, "s1", ON))
    given_ = desk.record.case
    desk.change("Tilbage", consents.take_back(desk.record, "s1", ON))

    assert given_.conversation.consents[0].heard_by == "Karen Mølgaard"
    assert "Hvidovre Kommune må få at vide: navn, adresse og lejemål;" in given_.notes[0].text
    assert desk.record.case.conversation.consents[0].withdrawn == ON
    desk.undo()
    desk.undo()
    assert desk.record == before


@pytest.mark.parametrize("waiting", [True, False])
def test_a_yes_to_be_counted_is_the_same_consent_wherever_it_is_said(waiting: bool) -> None:
    before = asked(ConsentParty.STATISTICS) if waiting else record()
    told = consents.may_be_counted(before, True, LIBRARY, ON)
    again = consents.may_be_counted(told, True, LIBRARY, ON)
    (given,) = told.case.conversation.consents
    back = consents.may_be_counted(told, False, LIBRARY, ON)
    never = consents.may_be_counted(back, None, LIBRARY, ON)

    assert (given.party, given.given, told.case.course.may_be_counted) == (ConsentParty.STATISTICS, ON, True)
    assert len(told.case.notes) == 1
    assert again == told
    assert back.case.conversation.consents == (replace(given, withdrawn=ON),)
    assert [one.case.course.may_be_counted for one in (back, never)] == [False, None]
    assert len(never.case.notes) == 2


def test_a_signed_paper_makes_its_consent_written_and_another_paper_changes_nothing() -> None:
    before = asked(P.MUNICIPALITY)

    assert consents.signed(before, "samtykke:s1", ON).case.conversation.consents[0].how == "skriftligt"
    assert consents.signed(before, "budget", ON) is before
    assert consents.signed(before, "samtykke_tilbage:s1", ON) is before


@pytest.mark.parametrize("kind", [ConsentKind.FULDMAGT, ConsentKind.BISIDDER, ConsentKind.PARTSREPRAESENTANT])
def test_somebody_who_speaks_is_filled_in_as_is_usual_and_may_never_agree_from_the_start(kind: ConsentKind) -> None:
    one = consents.let_speak(record(), kind, LIBRARY, ON).case.conversation.consents[-1]

    assert one.kind is kind
    assert "agree" not in one.may
    assert bool(one.may) == (kind is not ConsentKind.BISIDDER)


# giving a paper onward


def test_a_paper_that_tells_more_than_is_agreed_is_not_given_and_nothing_is_noted() -> None:
    before = record()
    with pytest.raises(ConsentNeededError, match="budgettet"):
        consents.give(before, "budget", P.LANDLORD, "", ON)


def test_with_a_yes_for_just_that_the_paper_is_given_and_noted_with_the_consent_it_rests_on() -> None:
    before = record()
    decision = consents.may_give(before, "budget", P.LANDLORD, "", ON)
    agreed = consents.ask_for(before, decision, LIBRARY, ON, purpose="At vise budgettet")
    after = consents.give(agreed, "budget", P.LANDLORD, "", ON).case.conversation
    shared = after.shared[0]

    assert (shared.what, shared.recipient, shared.consent, shared.by) == (
        "Budget",
        "Boligforeningen Lærkely",
        "s1",
        "Karen Mølgaard",
    )
    assert set(after.consents[0].covers) == {str(topic) for topic in decision.missing}


def test_a_budget_with_medicine_in_it_is_for_no_landlord_but_for_whom_the_tenant_lets_know() -> None:
    ill = record(expenses=(Expense(id="e1", line="401", amount=LIBRARY.policy.adult_per_week),))
    landlord = consents.may_give(ill, "budget", P.LANDLORD, "", ON)
    municipality = consents.may_give(ill, "budget", P.MUNICIPALITY, "Hvidovre Kommune", ON)
    agreed = consents.ask_for(ill, municipality, LIBRARY, ON, purpose="At vise budgettet")

    assert [str(topic) for topic in landlord.closed] == ["health"]
    assert municipality.closed == ()
    assert consents.may_give(agreed, "budget", P.MUNICIPALITY, "Hvidovre Kommune", ON).allowed


def test_what_the_landlord_may_know_anyway_is_given_without_a_consent() -> None:
    after = consents.give(record(), "opfoelgning", P.LANDLORD, "", ON).case.conversation

    assert (after.shared[0].consent, after.shared[0].topics) == ("", ("arrears", "agreement"))


def test_a_summary_is_noted_as_given_only_while_its_consent_is_in_force() -> None:
    agreed = consents.say_yes(asked(P.MUNICIPALITY), "s1", ON)

    assert consents.summary_given(agreed, "s1", ON).case.conversation.shared[0].what == "Resume af sagen"
    with pytest.raises(ConsentNeededError):
        consents.summary_given(consents.take_back(agreed, "s1", ON), "s1", ON)


def test_only_the_landlord_and_those_with_a_yes_are_offered_a_paper() -> None:
    agreed = consents.say_yes(asked(P.MUNICIPALITY), "s1", ON)
    statistics = consents.ask(agreed, P.STATISTICS, LIBRARY, ON)

    assert consents.recipients(consents.say_yes(statistics, "s2", ON).case, ON) == (
        (P.LANDLORD, "Boligforeningen Lærkely"),
        (P.MUNICIPALITY, "Hvidovre Kommune"),
    )


# sensitive facts


@pytest.mark.parametrize(
    ("facts", "kinds"),
    [
        ({}, ()),
        ({"expenses": (Expense(id="e1", line="206", amount=LIBRARY.policy.adult_per_week),)}, ("union",)),
        ({"expenses": (Expense(id="e1", line="402", amount=LIBRARY.policy.adult_per_week),)}, ("health",)),
        ({"debts": (Debt(id="d1", kind="boeder"),)}, ("crime",)),
        ({"persons": (Person(id="p1", role=Role.TENANT, cpr="111111-1118"),)}, ("cpr",)),
        ({"notes": (JournalNote(id="j1", text="Han er sygemeldt med stress."),)}, ("health",)),
        ({"notes": (JournalNote(id="j1", text="Han kom til tiden."),)}, ()),
    ],
)
def test_sensitive_facts_are_found_where_they_stand_and_asked_about_until_a_basis_is_noted(
    facts: dict[str, object], kinds: tuple[str, ...]
) -> None:
    of = record(**facts)
    found = consents.to_note(look(of, ON, LIBRARY))
    for one in found:
        of = consents.with_basis(of, one.what.kind, one.what.bases[0])

    assert tuple(one.what.kind for one in found) == kinds
    assert consents.to_note(look(of, ON, LIBRARY)) == ()


# the organisation's own data and words


class Store:
    def __init__(self) -> None:
        self.library, self.kept = load_library(), dict[str, object]()

    def setting(self, key: str) -> object:
        return self.kept.get(key)

    def save_setting(self, key: str, value: object) -> None:
        self.kept[key] = value


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(words, words, st.dictionaries(st.sampled_from(["do", "stop"]), words))
def test_what_an_organisation_writes_about_itself_is_there_again(name: str, basis: str, own: dict[str, str]) -> None:
    store = Store()
    house.save_house(store, House(name=name, basis=basis, words=tuple(own.items())))
    again = house.with_house(store, load_library()).house

    assert (again.name, again.basis) == (name.strip(), basis.strip())
    assert dict(again.words) == {key: text.strip() for key, text in own.items() if text.strip()}
    assert store.library.house == again


def test_a_text_that_fits_no_page_is_refused_and_nothing_is_kept() -> None:
    store = Store()
    with pytest.raises(BadInputError, match="for lang"):
        house.save_house(store, House(words=(("do", "x" * (LONGEST + 1)),)))

    assert store.kept == {}


@pytest.mark.parametrize("kept", [None, 5, {"name": 5, "words": 7}, {"words": {"do": None}}])
def test_a_damaged_setting_opens_the_store_all_the_same(kept: object) -> None:
    store = Store()
    store.kept[house.SETTING] = kept

    assert isinstance(house.house_of(store), House)


def test_an_organisation_that_has_said_nothing_is_asked_for_what_the_page_needs() -> None:
    assert missing(House()) == ("name", "address", "phone", "basis", "kept")


def test_every_basis_has_a_source_and_every_recipient_a_suggestion() -> None:
    data = load_consents()

    assert set(data.suggestions) == set(P)
    assert all(basis.source for basis in data.bases.values())
    assert {one.kind for one in data.sensitive} == {"health", "union", "crime", "cpr"}


def test_a_file_of_suggestions_with_a_word_nobody_knows_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "consents.toml"
    file.write_text('bases = []\nsensitive = []\n[[suggestions]]\nparty = "naboen"\npurpose = ""\ncovers = []\n')
    with pytest.raises(BadInputError, match="naboen"):
        load_consents(file)


@pytest.mark.parametrize("written_down", [True, False])
def test_an_oral_yes_to_a_letter_is_written_into_the_record_as_any_other(written_down: bool) -> None:
    before = record(debts=(Debt(id="d1", creditor="Klarna", kind="andet"),))
    letter = letters.written("brev_lavere_ydelse:d1", before, look(before, ON, LIBRARY), LIBRARY)
    after = letters.with_consent(before, letter, on=ON, written_down=written_down, months=3).case
    given_ = after.conversation.consents[0]

    assert given_.until == date(2027, 2, 20)
    assert given_.heard_by == ("" if written_down else "Karen Mølgaard")
    assert [note.closed_by for note in after.notes] == ([] if written_down else ["Karen Mølgaard"])
