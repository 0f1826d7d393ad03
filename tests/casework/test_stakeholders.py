"""Who is around a case: the eight of the guideline and more, by the facts; old numbers; who may be told something."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from budgetdesk.actions import people
from budgetdesk.casework.record import Record
from budgetdesk.casework.stakeholders import Stakeholder, stakeholders, stale_people
from budgetdesk.household.case import Arrears, BankAccount, Case, Consent, Conversation, Tenancy
from budgetdesk.household.course import ContactPerson
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import ConsentParty, Letter
from budgetdesk.readers.categories import load_categories
from budgetdesk.readers.contacts import load_methods, load_sides
from budgetdesk.wording import people as words

FRIDAY = date(2026, 11, 20)
METHODS = load_methods()
LANDLORD = Case(tenancy=Tenancy(landlord="Lærkely", landlord_phone="43551212", municipality="Hvidovre"))


def around(case: Case) -> dict[str, Stakeholder]:
    return {one.side.key: one for one in stakeholders(case, load_sides(), METHODS, FRIDAY)}


def missing(case: Case) -> set[str]:
    return {key for key, one in around(case).items() if one.missing}


def test_landlord_and_municipality_belong_to_every_case_the_others_by_its_facts() -> None:
    debts = (
        Debt(id="d1", kind="gaeldsstyrelsen", balance=Decimal(1)),
        Debt(id="d2", kind="kviklaan", collector="Intrum", balance=Decimal(1)),
    )
    full = replace(
        LANDLORD,
        debts=debts,
        bank=(BankAccount(id="b1"),),
        arrears=Arrears(letter=Letter.FOGED, court="Retten i Glostrup"),
    )

    assert missing(LANDLORD) == {"udlejer", "kommune"}
    assert missing(full) == {"udlejer", "kommune", "gaeldsstyrelsen", "kreditor", "inkasso", "bank", "fogedret", "jura"}


def test_every_side_has_a_title_and_every_title_a_side() -> None:
    assert set(load_sides()) == set(load_categories().lists["sides"])
    assert {word for side in load_sides().values() for word in side.when} - {"estate"} <= set(words.WHY)


def test_somebody_who_is_added_comes_with_what_the_case_knows() -> None:
    record = people.add(Record(case=LANDLORD), "udlejer")

    assert [(p.organisation, p.phone) for p in record.case.contact_persons] == [("Lærkely", "43551212")]
    assert "udlejer" not in missing(record.case)


def test_a_number_that_nobody_checked_for_half_a_year_is_flagged_until_it_is_checked() -> None:
    person = ContactPerson(id="kp1", side="udlejer", phone="43551212", checked_on=date(2026, 5, 1))
    record = Record(case=replace(LANDLORD, contact_persons=(person,)))

    assert [one.id for one in stale_people(record.case, METHODS, FRIDAY)] == ["kp1"]
    checked = people.check(record, "kp1", FRIDAY)
    assert stale_people(checked.case, METHODS, FRIDAY) == ()


def test_where_there_is_no_number_there_is_nothing_to_check() -> None:
    case = replace(LANDLORD, contact_persons=(ContactPerson(id="kp1", side="familie", name="Amina"),))

    assert stale_people(case, METHODS, FRIDAY) == ()


def test_a_consent_shows_only_at_the_body_it_is_for() -> None:
    to_municipality = Consent(
        id="s1", recipient="Hvidovre Kommune", party=ConsentParty.MUNICIPALITY, given=FRIDAY, until=date(2027, 5, 1)
    )
    case = replace(LANDLORD, conversation=Conversation(consents=(to_municipality,)))
    found = around(case)

    assert found["kommune"].consents == (to_municipality,)
    assert found["udlejer"].consents == ()
    assert words.consent(found["udlejer"]) == words.NO_CONSENT
    assert words.consent(found["kommune"]) == "Samtykke i kraft til 1. maj 2027"


def test_a_consent_that_was_taken_back_shows_nowhere() -> None:
    back = Consent(id="s1", recipient="Lærkely", party=ConsentParty.LANDLORD, given=FRIDAY, withdrawn=FRIDAY)
    case = replace(LANDLORD, conversation=Conversation(consents=(back,)))

    assert not any(one.consents for one in around(case).values())


def test_a_person_of_a_side_that_is_not_known_any_more_is_still_there() -> None:
    case = replace(LANDLORD, contact_persons=(ContactPerson(id="kp1", side="findes_ikke", name="Bo"),))

    assert [known.person.name for known in around(case)["andet"].people] == ["Bo"]
